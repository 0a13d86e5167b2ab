"""What the footer offers while cards are looked for."""

from overmorrow.messages import Messages
from overmorrow.tui.footers import Offer
from overmorrow.tui.places import Place

_Keys = tuple[tuple[str, str, str], ...]
"""Each a key, the message that names what it does, and what a click does."""

_HELP = ("?", "short_more", "app.help")
_OFFERS: dict[Place, _Keys] = {
    Place.BROWSE_SEARCH: (
        ("Enter", "short_rows", "take_rows"),
        ("↑", "short_recall", "recall(-1)"),
        ("Ctrl+B", "short_save_search", "save_search"),
        ("Esc", "short_clear", "leave_search"),
        ("F1", "help", "app.help"),
    ),
    Place.BROWSE_ROWS: (
        ("Enter", "short_edit", "edit"),
        ("Space", "short_pick", "pick_card"),
        ("/", "short_search", "write_search"),
        (":", "short_menu", "bulk_menu"),
        ("p", "study", "study_found"),
        _HELP,
        ("o", "short_sort", "sort"),
        ("Esc", "back", "leave_browse"),
    ),
    Place.BROWSE_MENU: (
        ("↑↓", "choose", "move_item(1)"),
        ("Enter", "short_do", "take_item"),
        ("Esc", "close", "leave_menu"),
    ),
    Place.CARD_MENU: (
        ("t", "change_tags", "change_tags"),
        ("m", "move_to_deck", "move_to_deck"),
        ("d", "set_due", "set_due"),
        ("Enter", "short_do", "take_item"),
        ("Esc", "close", "leave_menu"),
    ),
    Place.CARD_FIELD: (
        ("Enter", "short_done", "take_field"),
        ("↑↓", "choose", "move_offer(1)"),
        ("Esc", "short_as_before", "leave_field"),
    ),
    Place.FLAG: (("0–7", "set_flag", ""), ("Esc", "keep", "keep_flag")),
    Place.BROWSE_STUDY: (
        ("1", "short_due", "study_due"),
        ("2", "short_cram", "cram_found"),
        ("Esc", "close", "leave_study"),
    ),
    Place.BROWSE_SAVED: (
        ("Enter", "short_take_saved", "take_saved"),
        ("↑↓", "choose", "move_offer(1)"),
        ("F8", "short_forget", "forget_saved"),
        ("Esc", "close", "leave_saved"),
    ),
    Place.BROWSE_FIELD: (
        ("Enter", "short_done", "take_field"),
        ("↑↓", "choose", "move_offer(1)"),
        ("Esc", "short_as_before", "leave_field"),
    ),
    Place.BROWSE_REPLACE: (
        ("Enter", "short_see_changes", "plan_replacing"),
        ("Tab", "short_next_box", "next_box(1)"),
        ("Esc", "short_as_before", "leave_replacing"),
    ),
    Place.BROWSE_CHANGES: (
        ("Enter", "short_replace", "apply_replacing"),
        ("c", "short_case", "turn_case"),
        ("r", "short_regex", "turn_regex"),
        ("Esc", "previous", "previous"),
    ),
}
_NOTHING: _Keys = (("/", "short_search", "write_search"), ("Esc", "back", "leave_browse"))
_SMALL = {
    Place.BROWSE_SEARCH: ("Enter", "Esc", "F1"),
    Place.BROWSE_ROWS: ("Enter", ":", "?"),
}
"""The keys that are offered where there is little room."""


def browse_offers(
    say: Messages, place: Place, *, small: bool, has_cards: bool, has_offers: bool = True
) -> list[Offer]:
    """Return the offers.

    Args:
        say: The learner's language.
        place: Where the learner is.
        small: Whether there is little room.
        has_cards: Whether any card was found.
        has_offers: Whether anything can be chosen instead of written.
    """
    keys = _OFFERS[place] if has_cards or place is not Place.BROWSE_ROWS else _NOTHING
    few = _SMALL.get(place) if small and keys is not _NOTHING else None
    return [
        Offer(key, say(f"keys.{message}"), action)
        for key, message, action in keys
        if (few is None or key in few) and (has_offers or action != "move_offer(1)")
    ]
