"""What the footer offers while files are imported."""

from overmorrow.messages import Messages
from overmorrow.tui.footers import Offer
from overmorrow.tui.places import Place


def import_offers(say: Messages, place: Place, letters: str = "") -> list[Offer]:
    """Return the offers of a place.

    Args:
        say: The learner's language.
        place: Where the learner is.
        letters: Which letters change something here.
    """
    cancel = Offer("Esc", say("keys.short_cancel"), "leave_import")
    back = Offer("Esc", say("keys.previous"), "previous")
    more = Offer("?", say("keys.short_more"), "app.help")
    match place:
        case Place.IMPORT_PATH:
            offers = [
                Offer("Enter", say("keys.read_files"), "read_files"),
                Offer("Tab", say("keys.short_complete"), "complete"),
                Offer("↑↓", say("keys.choose"), "move_offer(1)"),
                cancel,
            ]
        case Place.IMPORT_READ:
            change = Offer(letters, say("keys.short_change_reading"), "")
            offers = [
                Offer("Enter", say("keys.see_plan"), "see_plan"),
                *([change] if letters else []),
                more,
                back,
            ]
        case Place.IMPORT_COLUMNS:
            offers = [
                Offer("← →", say("keys.short_column"), "move_column(1)"),
                Offer("↑ ↓", say("keys.short_role"), "change_role(1)"),
                Offer("Enter", say("keys.short_done"), "leave_columns"),
            ]
        case Place.IMPORT_DECK:
            offers = [
                Offer("Enter", say("keys.short_done"), "take_deck"),
                Offer("Esc", say("keys.short_as_before"), "leave_deck"),
            ]
        case Place.IMPORT_CARDS:
            offers = [Offer("↑↓", say("keys.scroll"), "scroll(1)"), back]
        case Place.IMPORT_DOUBT:
            offers = [
                Offer("y", say("keys.short_same"), "say_edited"),
                Offer("n", say("keys.short_other"), "say_new"),
                Offer("a x", say("keys.short_rest"), ""),
                Offer("Backspace", say("keys.one_back"), "one_back"),
                back,
            ]
        case Place.IMPORT_RUN:
            offers = [
                Offer("Enter", say("keys.short_home"), "go_on"),
                Offer("Esc Esc", say("keys.short_stop"), "stop_import"),
            ]
        case _:
            offers = [Offer("Esc", say("keys.leave_import"), "leave_import")]
    return offers


def plan_offers(
    say: Messages, enter: str, *, can_leave_out: bool, refused: bool, small: bool
) -> list[Offer]:
    """Return the offers on the plan.

    Args:
        say: The learner's language.
        enter: What Enter does on the chosen line.
        can_leave_out: Whether the chosen line can be left out.
        refused: Whether there are refused lines.
        small: Whether there is little room.
    """
    offers = [Offer("Enter", enter, "open_line"), Offer("↑↓", say("keys.move_line"), "")]
    if can_leave_out:
        offers.append(Offer("Space", say("keys.short_leave_out"), "leave_out"))
    if refused and not small:
        offers.append(Offer("w", say("keys.write_refused"), "write_refused"))
    return [*offers, Offer("Esc", say("keys.previous"), "previous")]


def ended_offers(say: Messages, *, can_undo: bool) -> list[Offer]:
    """Return the offers after an import.

    Args:
        say: The learner's language.
        can_undo: Whether there is something to take back.
    """
    if not can_undo:
        return [Offer("Enter", say("keys.short_home"), "leave_import")]
    home = Offer("Esc", say("keys.short_home"), "leave_import")
    study = Offer("Enter", say("keys.study_imported"), "study_imported")
    undo = Offer("u", say("keys.undo"), "undo")
    return [study, undo, home]
