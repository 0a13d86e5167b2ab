"""What is left for today: how many cards, and which comes next.

It answers within the start of the program, so it loads nothing it can spare.
"""

from typing import TYPE_CHECKING, NamedTuple

from overmorrow.clock import Clock
from overmorrow.jobs.day import current_day
from overmorrow.settings import Settings
from overmorrow.store.database import Database
from overmorrow.store.prompts import prompt_of
from overmorrow.store.today import today_cards

if TYPE_CHECKING:
    from overmorrow.store.day_tree import DeckCounts

_PLAIN_KEY = "q"


class NextCard(NamedTuple):
    """The card that would be asked first."""

    card_id: int
    prompt: str


class Due(NamedTuple):
    """Cards left for today, within the daily limits."""

    new: int
    review: int
    drill: int
    next: NextCard | None


def due_now(database: Database, clock: Clock, settings: Settings, deck: str | None) -> Due:
    """Return what is left for today.

    Args:
        database: The collection.
        clock: Where the moment comes from.
        settings: The daily limits, and when a day ends.
        deck: A deck with its subdecks; None for all.

    Raises:
        NotFoundError: There is no such deck.
        ClockError: The clock went back by days.
    """
    cards = today_cards(database, deck, current_day(database, clock, settings), settings)
    first = (cards.reviews or cards.new or cards.drills)[:1]
    shown = [NextCard(card_id, _prompt(database, card_id)) for card_id in first]
    return Due(len(cards.new), len(cards.reviews), len(cards.drills), shown[0] if shown else None)


def decks_now(
    database: Database, clock: Clock, settings: Settings, deck: str | None = None
) -> "list[DeckCounts]":
    """Return what each deck holds for today, parents before what is below them.

    Args:
        database: The collection.
        clock: Where the moment comes from.
        settings: The daily limits where a deck has none.
        deck: Only this one and those below it; None for all.

    Raises:
        ClockError: The clock went back by days.
        NotFoundError: There is no such deck.
    """
    from overmorrow.store.day_tree import deck_tree  # `due` does without

    found = deck_tree(database, current_day(database, clock, settings), settings)
    if deck is None:
        return found
    from overmorrow.store.deck_names import all_decks, under

    names = {each.name for each in under(all_decks(database), deck)}
    return [each for each in found if each.name in names]


def _prompt(database: Database, card_id: int) -> str:
    parts = prompt_of(database, card_id)
    if parts.key == _PLAIN_KEY:
        return parts.prompt
    from overmorrow.jobs.asking import card_of
    from overmorrow.store.cards import load_card

    return card_of(load_card(database, card_id)).prompt
