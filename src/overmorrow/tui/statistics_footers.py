"""What the footer offers on the statistics."""

from overmorrow.messages import Messages
from overmorrow.tui.footers import Offer


def page_offers(
    say: Messages, *, has_cards: bool, has_period: bool, is_table: bool, small: bool
) -> list[Offer]:
    """Return the offers on a page.

    Args:
        say: The learner's language.
        has_cards: Whether the chosen bar leads to cards.
        has_period: Whether the page is of a period.
        is_table: Whether it is shown as a table.
        small: Whether there is little room.
    """
    cards = [Offer("Enter", say("keys.see_cards"), "see_cards")] if has_cards else []
    period = [Offer("p", say("keys.period"), "period")] if has_period else []
    other = "keys.short_drawing" if is_table else "keys.short_table"
    back = Offer("Esc", say("keys.back"), "back")
    if small:
        return [*cards, *period, back]
    return [
        Offer("1–9", say("keys.page"), ""),
        *cards,
        Offer("d", say("keys.choose_deck"), "choose_deck"),
        *period,
        Offer("x", say(other), "as_table"),
        Offer("?", say("keys.short_more"), "app.help"),
        back,
    ]


def days_offers(say: Messages, *, has_cards: bool, is_table: bool, small: bool) -> list[Offer]:
    """Return the offers on the calendar."""
    offers = page_offers(say, has_cards=has_cards, has_period=False, is_table=is_table, small=small)
    if small:
        return offers
    return [Offer("↑↓←→", say("keys.move_day"), ""), *offers]


def deck_offers(say: Messages) -> list[Offer]:
    """Return the offers while a deck is looked for."""
    return [
        Offer("Enter", say("keys.show_deck"), "take_deck"),
        Offer("↑ ↓", say("keys.move_deck"), ""),
        Offer("Esc", say("keys.keep"), "leave_deck"),
    ]
