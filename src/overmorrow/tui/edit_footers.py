"""What the footer offers while a note is changed or added."""

from overmorrow.messages import Messages
from overmorrow.tui.footers import Offer
from overmorrow.tui.places import Place


def form_offers(
    say: Messages, place: Place, *, has_added: bool = False, small: bool
) -> list[Offer]:
    """Return the offers of a note's form, or of what stands in its place.

    Args:
        say: The learner's language.
        place: Where in it.
        has_added: Whether a note was added that can be taken out again.
        small: Whether there is little room.
    """
    match place:
        case Place.EDIT_EARLIER:
            return [
                Offer("Enter", say("keys.take_text"), "take_text"),
                Offer("↑ ↓", say("keys.move_text"), ""),
                Offer("Esc", say("keys.back"), "leave_texts"),
            ]
        case Place.EDIT_CHANGED:
            return [
                Offer("d", say("keys.short_differences"), "differences"),
                Offer("r", say("keys.short_take_over"), "take_over"),
                Offer("Esc", say("keys.back"), "leave_texts"),
            ]
        case _:
            return _box_offers(say, place, has_added=has_added, small=small)


def _box_offers(say: Messages, place: Place, *, has_added: bool, small: bool) -> list[Offer]:
    offers = [Offer("Ctrl+S", say("keys.save_note"), "save_note")]
    if place in (Place.EDIT_KIND, Place.ADD_KIND):
        offers.append(Offer("← →", say("keys.change_kind"), "change_kind(1)"))
    edits = place in (Place.EDIT, Place.EDIT_KIND)
    offers += [
        Offer("Esc", say("keys.short_cancel_edit" if edits else "keys.close"), "leave_form"),
        Offer("Tab", say("keys.short_next_box"), "next_box(1)"),
    ]
    more = Offer("F1", say("keys.help"), "app.help")
    if small:
        return [*offers, more]
    if edits:
        offers.append(Offer("Ctrl+T", say("keys.short_try"), "try_answer"))
        offers.append(Offer("F4", say("keys.earlier"), "earlier"))
    elif has_added:
        offers.append(Offer("F9", say("keys.undo_added"), "undo_added"))
    return [*offers, more]
