"""What the footer offers while a deck is made from an article."""

from overmorrow.messages import Messages
from overmorrow.tui.footers import Offer
from overmorrow.tui.places import Place


def article_offers(say: Messages, place: Place, *, small: bool) -> list[Offer]:
    """Return the offers of the first half.

    Args:
        say: The learner's language.
        place: Where the learner is.
        small: Whether there is little room.
    """
    back = Offer("Esc", say("keys.short_cancel"), "leave_generate")
    file = Offer("Ctrl+O", say("keys.open_file"), "open_file")
    match place:
        case Place.GENERATE_DRAFT:
            offers = [
                Offer("Enter", say("keys.short_go_on"), "continue_draft"),
                Offer("n", say("keys.new_text"), "new_text"),
                file,
                back,
            ]
        case Place.GENERATE_TEXT:
            offers = [
                Offer("Ctrl+S", say("keys.make_cards"), "make_cards"),
                file,
                Offer("Esc", say("keys.short_commands"), "set_aside"),
                Offer("F1", say("keys.help"), "app.help"),
            ]
        case Place.GENERATE_FIELD:
            offers = [
                Offer("Enter", say("keys.short_done"), "take_field"),
                Offer("Esc", say("keys.short_as_before"), "leave_field"),
            ]
        case Place.GENERATE_PATH:
            offers = [
                Offer("Enter", say("keys.read_files"), "read_article"),
                Offer("Tab", say("keys.short_complete"), "complete"),
                Offer("↑↓", say("keys.choose"), "move_offer(1)"),
                Offer("Esc", say("keys.previous"), "leave_path"),
            ]
        case _:
            change = Offer("t d a l", say("keys.short_change_reading"), "")
            offers = [
                Offer("Enter", say("keys.make_cards"), "make_cards"),
                *([] if small else [change]),
                Offer("Tab", say("keys.short_text"), "write_text"),
                file,
                Offer("?", say("keys.short_more"), "app.help"),
                back,
            ]
    return offers


def review_offers(say: Messages, place: Place, *, small: bool, is_empty: bool) -> list[Offer]:
    """Return the offers of the second half.

    Args:
        say: The learner's language.
        place: Where the learner is.
        small: Whether there is little room.
        is_empty: Whether there is no proposal to decide about.
    """
    keep = Offer("Esc", say("keys.short_as_before"), "")
    more = Offer("?", say("keys.short_more"), "app.help")
    match place:
        case Place.GENERATE_EDIT:
            offers = [
                Offer("Ctrl+S", say("keys.short_save"), "save_edit"),
                Offer("Tab", say("keys.short_next_box"), "next_box(1)"),
                keep._replace(action="leave_edit"),
            ]
        case Place.GENERATE_SCORE:
            offers = [
                Offer("Enter", say("keys.take_score"), "take_score"),
                Offer("← →", say("keys.move_score"), "move_score(1)"),
                keep._replace(action="leave_score"),
            ]
        case Place.GENERATE_LIKE:
            offers = [
                Offer("m", say("keys.merge"), "merge"),
                Offer("Esc", say("keys.close"), "leave_like"),
            ]
        case Place.GENERATE_NAME:
            offers = [
                Offer("Enter", say("keys.take_name"), "take_name"),
                Offer("Esc", say("keys.previous"), "leave_name"),
            ]
        case Place.GENERATE_BUSY:
            offers = [Offer("F1", say("keys.help"), "app.help")]
        case _ if is_empty:
            offers = [
                Offer("Backspace", say("keys.previous"), "previous"),
                Offer("f", say("keys.filter"), "filter"),
                Offer("Esc", say("keys.short_keep_out"), "leave_review"),
            ]
        case _:
            offers = [
                Offer("a" if small else "Enter", say("keys.accept_offer"), "accept_offer"),
                Offer("x", say("keys.drop_offer"), "drop_offer"),
                *([] if small else [Offer("e", say("keys.edit_offer"), "edit_offer")]),
                *([] if small else [Offer("+", say("keys.short_from_score"), "accept_from")]),
                Offer("w", say("keys.short_write"), "write_deck"),
                *([] if small else [Offer("u", say("keys.undo"), "undo")]),
                more,
            ]
    return offers


def ended_offers(say: Messages, *, has_cards: bool) -> list[Offer]:
    """Return the offers after a deck was written.

    Args:
        say: The learner's language.
        has_cards: Whether there is something to study, and to take back.
    """
    home = Offer("Esc", say("keys.short_home"), "leave_generate")
    if not has_cards:
        return [home]
    study = Offer("Enter", say("keys.study_imported"), "study_generated")
    return [study, Offer("u", say("keys.undo"), "undo"), home]
