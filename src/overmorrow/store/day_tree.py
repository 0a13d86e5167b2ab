"""How much decks hold for today, each with what is below it, and for the two days after."""

from typing import NamedTuple

from overmorrow.settings import Settings
from overmorrow.store.allowance import EVERY_DECK, Paths
from overmorrow.store.database import Database
from overmorrow.store.deck_names import LEVEL, DeckRow, under
from overmorrow.store.today import Day

_UNSEEN = "SELECT deck_id, cards FROM histogram WHERE measure = 'stage' AND value = 0"
_TOTALS = "SELECT deck_id, sum(cards) FROM histogram WHERE measure = 'stage' GROUP BY deck_id"
_DUE_BY_DAY = """
    SELECT coalesce(sum(cards) FILTER (WHERE value <= ?1), 0),
           coalesce(sum(cards) FILTER (WHERE value = ?1 + 1), 0),
           coalesce(sum(cards) FILTER (WHERE value = ?1 + 2), 0)
    FROM histogram WHERE measure = 'due' AND deck_id IN ({decks}) AND value <= ?1 + 2"""


class DeckCounts(NamedTuple):
    """How much a deck and everything below it holds for today."""

    deck_id: int
    name: str
    new: int
    review: int
    drill: int
    total: int
    """All its cards, whether or not anything is to be done."""


class DayTree(NamedTuple):
    """The decks with what they hold for today, and all of them together."""

    decks: list[DeckCounts]
    """Parents before what is below them."""
    whole: DeckCounts
    due_tomorrow: int
    """Reviews that tomorrow will ask, within the limits, if today's are done."""
    due_overmorrow: int


def day_tree(database: Database, day: int, settings: Settings, deck: str | None = None) -> DayTree:
    """Return what decks hold for today, each and together, and for the two days after.

    Args:
        database: Where.
        day: The study day.
        settings: The limits of decks that set none for themselves.
        deck: The deck to begin with; None for all decks.

    Raises:
        NotFoundError: There is no such deck.
    """
    with database.snapshot():
        choice = Day(database, day, settings)
        scope = under(choice.decks, deck)
        counts = _counts(choice, scope)
        whole = _whole(choice, counts) if deck is None else counts[0]
        return DayTree(counts, whole, *_coming(choice, scope, whole.review))


def deck_tree(database: Database, day: int, settings: Settings) -> list[DeckCounts]:
    """Return what each deck holds for today, parents before what is below them."""
    with database.snapshot():
        choice = Day(database, day, settings)
        return _counts(choice, choice.decks)


def _whole(choice: Day, counts: list[DeckCounts]) -> DeckCounts:
    tops = [each for each in counts if LEVEL not in each.name]
    return DeckCounts(
        deck_id=0,
        name="",
        new=min(sum(deck.new for deck in tops), choice.new.of(EVERY_DECK)),
        review=min(sum(deck.review for deck in tops), choice.reviews.of(EVERY_DECK)),
        drill=sum(deck.drill for deck in tops),
        total=sum(deck.total for deck in tops),
    )


def _coming(choice: Day, scope: list[DeckRow], planned: int) -> tuple[int, int]:
    """Return how many reviews the next two days ask; what today does not take is left for them."""
    ids = [deck.deck_id for deck in scope]
    sql = _DUE_BY_DAY.format(decks=", ".join(map(str, ids)))
    today, first, second = choice.database.rows(sql, (choice.day,))[0]
    most = choice.a_day.of_all(ids)
    waiting = max(0, today - planned) + first
    tomorrow = min(waiting, most)
    return tomorrow, min(waiting - tomorrow + second, most)


def _counts(choice: Day, decks: list[DeckRow]) -> list[DeckCounts]:
    """Return the counts of decks that follow each other in the tree."""
    own_new: dict[int, int] = {}
    own_reviews: dict[int, int] = {}
    waiting = choice.waiting([deck.deck_id for deck in decks])
    unseen: dict[int, int] = dict(choice.database.rows(_UNSEEN))
    for deck_id, *_ in decks:
        own_reviews[deck_id] = choice.due_notes(deck_id) if deck_id in waiting else 0
        most = choice.new.of(deck_id) if deck_id in unseen else 0
        own_new[deck_id] = len(choice.new_cards(deck_id, most)) if most else 0
    new, reviews = choice.new.totals(own_new), choice.reviews.totals(own_reviews)
    drills = _with_parents(_own_drills(choice), choice.paths)
    totals = _with_parents(dict(choice.database.rows(_TOTALS)), choice.paths)
    return [
        DeckCounts(deck_id, name, new[deck_id], reviews[deck_id], drills[deck_id], totals[deck_id])
        for deck_id, name, *_ in decks
    ]


def _own_drills(choice: Day) -> dict[int, int]:
    own: dict[int, int] = {}
    for _, deck_id in choice.drills():
        own[deck_id] = own.get(deck_id, 0) + 1
    return own


def _with_parents(own: dict[int, int], paths: Paths) -> dict[int, int]:
    """Return each deck's figure with those of all decks below it."""
    sums = dict.fromkeys(paths, 0)
    for deck_id, figure in own.items():
        for each in paths[deck_id]:
            sums[each] += figure
    return sums
