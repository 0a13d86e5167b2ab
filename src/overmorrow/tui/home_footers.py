"""What the footer offers at a backlog and at a deck's options and name."""

from overmorrow.messages import Messages
from overmorrow.tui.footers import Offer


def backlog_offers(say: Messages, *, small: bool) -> list[Offer]:
    """Return the offers at a backlog."""
    offers = [
        Offer("Enter", say("keys.begin_pace"), "begin_pace"),
        Offer("Space", say("keys.short_rest_new"), "rest_new"),
        Offer("← →", say("keys.short_pace"), "change_pace(1)"),
        Offer("Esc", say("keys.short_decks"), "leave_backlog"),
        Offer("F1", say("keys.help"), "app.help"),
    ]
    return [offers[0], offers[2], offers[3]] if small else offers


def options_offers(say: Messages) -> list[Offer]:
    """Return the offers at a deck's options."""
    return [
        Offer("Enter", say("keys.short_keep_options"), "close_options"),
        Offer("← →", say("keys.short_change"), "change_option(1)"),
        Offer("Del", say("keys.short_as_above"), "give_up_option"),
        Offer("n", say("keys.short_name"), "name_deck"),
        Offer("?", say("keys.short_more"), "app.help"),
        Offer("Esc", say("keys.short_as_it_was"), "leave_options"),
    ]


def name_offers(say: Messages, *, is_new: bool) -> list[Offer]:
    """Return the offers while a deck is named."""
    take = "keys.short_make" if is_new else "keys.short_rename"
    return [
        Offer("Enter", say(take), "take_deck_name"),
        Offer("Esc", say("keys.short_cancel"), "leave_deck_name"),
        Offer("F1", say("keys.help"), "app.help"),
    ]
