"""What is asked today: which cards, in what order, and how many in each deck.

A deck's daily limits hold for it and everything below it. Of each note one card
a day is asked; buried and suspended cards are not.
"""

from typing import NamedTuple

from overmorrow.scheduling.answer_kind import AnswerKind
from overmorrow.settings import Settings
from overmorrow.store.allowance import Allowance, Paths
from overmorrow.store.database import Database
from overmorrow.store.deck_names import LEVEL, DeckRow, all_decks, paths, read_options, under

_LAST_DAY = "SELECT max(study_day) FROM day_tally"
_ASKABLE = "suspended = 0 AND vanished = 0 AND (buried_day IS NULL OR buried_day < ?2)"
_DUE = f"SELECT note_id FROM card WHERE deck_id = ?1 AND due_day <= ?2 AND {_ASKABLE} LIMIT ?3"
_DUE_IN_ORDER = f"""
    SELECT note_id, id, deck_id FROM card
    WHERE deck_id IN ({{decks}}) AND due_day <= ?2 AND {_ASKABLE}
    ORDER BY interval_days, due_day, id LIMIT ?3"""
_NEW = f"""
    SELECT note_id, id FROM card
    WHERE deck_id = ?1 AND due_day IS NULL AND {_ASKABLE}
      AND NOT EXISTS (SELECT 1 FROM card AS other
                      WHERE other.note_id = card.note_id AND other.due_day <= ?2
                        AND other.suspended = 0 AND other.vanished = 0)
    ORDER BY position, id LIMIT ?3"""
_DRILLS = """
    SELECT card.id, card.deck_id FROM card
    WHERE drill = 1 AND last_day = ?1 AND suspended = 0 AND vanished = 0
      AND (buried_day IS NULL OR buried_day < ?1)
    ORDER BY (SELECT max(hlc) FROM event WHERE event.card_uid = card.uid), card.id"""
_ANSWERED_NOTES = "SELECT note_id FROM card WHERE last_day = ?"
_ANSWERED = "SELECT deck_id, kind, sum(answers) FROM day_tally WHERE study_day = ? GROUP BY 1, 2"
_TOTALS = "SELECT deck_id, sum(cards) FROM histogram WHERE measure = 'stage' GROUP BY deck_id"
_SPARE = 5
"""Read beyond what is wanted, for cards whose note is asked already."""
_SCHEDULED = (AnswerKind.YOUNG, AnswerKind.MATURE)


class DeckCounts(NamedTuple):
    """How much a deck and everything below it holds for today."""

    deck_id: int
    name: str
    new: int
    review: int
    drill: int
    total: int
    """All its cards, whether or not anything is to be done."""


class TodayCards(NamedTuple):
    """The ids of today's cards, each kind in the order it is asked."""

    reviews: list[int]
    new: list[int]
    drills: list[int]


class _Day:
    """What one day's choice of cards rests on, read once."""

    def __init__(self, database: Database, day: int, settings: Settings) -> None:
        self.database = database
        self.day = day
        self.decks = all_decks(database)
        self.paths = paths(self.decks)
        self.answered_notes = {row[0] for row in database.rows(_ANSWERED_NOTES, (day,))}
        self.new = self._allowance("new_per_day", settings)
        self.reviews = self._allowance("reviews_per_day", settings)
        for deck_id, kind, answers in database.rows(_ANSWERED, (day,)):
            if kind == AnswerKind.NEW:
                self.new.use(deck_id, answers)
            elif kind in _SCHEDULED:
                self.reviews.use(deck_id, answers)

    def _allowance(self, option: str, settings: Settings) -> Allowance:
        usual: int = getattr(settings, option)
        limits = {
            deck.deck_id: read_options(deck.options).get(option, usual) for deck in self.decks
        }
        return Allowance(self.paths, limits)

    def due_notes(self, deck_id: int) -> int:
        """Return of how many notes a card is due, as far as the limits go."""
        most = self.reviews.of(deck_id)
        at_once = most + _SPARE
        while True:
            rows = self.database.rows(_DUE, (deck_id, self.day, at_once))
            notes = {row[0] for row in rows} - self.answered_notes
            if len(notes) >= most or len(rows) < at_once:
                return min(most, len(notes))
            at_once *= 4

    def due_cards(self, scope: list[int]) -> list[int]:
        """Return due cards, the shortest interval first, as far as the limits go."""
        sql = _DUE_IN_ORDER.format(decks=", ".join(str(deck_id) for deck_id in scope))
        most = self.reviews.of_all(scope)
        at_once = most + _SPARE
        while True:
            rows = self.database.rows(sql, (None, self.day, at_once))
            left = self.reviews.copy()
            notes = set(self.answered_notes)
            found: list[int] = []
            for note_id, card_id, deck_id in rows:
                if note_id not in notes and left.take(deck_id):
                    notes.add(note_id)
                    found.append(card_id)
            if len(found) >= most or len(rows) < at_once:
                return found
            at_once *= 4

    def new_cards(self, deck_id: int, most: int) -> list[int]:
        """Return new cards in the deck's order, one a note, none of a note asked today."""
        at_once = most + _SPARE
        while most > 0:
            rows = self.database.rows(_NEW, (deck_id, self.day, at_once))
            first: dict[int, int] = {}
            for note_id, card_id in rows:
                if note_id not in self.answered_notes:
                    first.setdefault(note_id, card_id)
            if len(first) >= most or len(rows) < at_once:
                return list(first.values())[:most]
            at_once *= 4
        return []


def last_study_day(database: Database) -> int | None:
    """Return the last day that has an answer."""
    return database.number(_LAST_DAY)


def today_cards(
    database: Database,
    deck: str | None,
    day: int,
    settings: Settings,
    *,
    new_limit: int | None = None,
) -> TodayCards:
    """Return all that is asked today in a deck and below it.

    Args:
        database: Where.
        deck: The deck's name; None for all decks.
        day: The study day.
        settings: The limits of decks that set none for themselves.
        new_limit: So many new cards, whatever the limits say.

    Raises:
        NotFoundError: There is no such deck.
    """
    with database.snapshot():
        choice = _Day(database, day, settings)
        scope = [row.deck_id for row in under(choice.decks, deck)]
        reviews = choice.due_cards(scope)
        drills = [row[0] for row in database.rows(_DRILLS, (day,)) if row[1] in set(scope)]
        return TodayCards(reviews, _new_in(choice, scope, new_limit), drills)


def _new_in(choice: _Day, scope: list[int], new_limit: int | None) -> list[int]:
    found: list[int] = []
    for deck_id in scope:
        if new_limit is not None:
            found += choice.new_cards(deck_id, new_limit - len(found))
            continue
        for card_id in choice.new_cards(deck_id, choice.new.of(deck_id)):
            choice.new.take(deck_id)
            found.append(card_id)
    return found


def deck_tree(database: Database, day: int, settings: Settings) -> list[DeckCounts]:
    """Return what each deck holds for today, parents before what is below them."""
    with database.snapshot():
        choice = _Day(database, day, settings)
        return _counts(choice, choice.decks)


def day_counts(database: Database, deck: str | None, day: int, settings: Settings) -> DeckCounts:
    """Return what one deck, or with None the whole collection, holds for today.

    Raises:
        NotFoundError: There is no such deck.
    """
    with database.snapshot():
        choice = _Day(database, day, settings)
        scope = under(choice.decks, deck)
        counts = _counts(choice, scope)
    if deck is not None:
        return counts[0]
    tops = [each for each in counts if LEVEL not in each.name]
    sums = [sum(column) for column in zip(*(each[2:] for each in tops), strict=True)] or [0] * 4
    return DeckCounts(0, "", *sums)


def _counts(choice: _Day, decks: list[DeckRow]) -> list[DeckCounts]:
    """Return the counts of decks that follow each other in the tree."""
    own_new: dict[int, int] = {}
    own_reviews: dict[int, int] = {}
    for deck_id, *_ in decks:
        own_reviews[deck_id] = choice.due_notes(deck_id)
        own_new[deck_id] = len(choice.new_cards(deck_id, choice.new.of(deck_id)))
    new, reviews = choice.new.totals(own_new), choice.reviews.totals(own_reviews)
    drills = _with_parents(_own_drills(choice), choice.paths)
    totals = _with_parents(dict(choice.database.rows(_TOTALS)), choice.paths)
    return [
        DeckCounts(deck_id, name, new[deck_id], reviews[deck_id], drills[deck_id], totals[deck_id])
        for deck_id, name, *_ in decks
    ]


def _own_drills(choice: _Day) -> dict[int, int]:
    own: dict[int, int] = {}
    for _, deck_id in choice.database.rows(_DRILLS, (choice.day,)):
        own[deck_id] = own.get(deck_id, 0) + 1
    return own


def _with_parents(own: dict[int, int], paths: Paths) -> dict[int, int]:
    """Return each deck's figure with those of all decks below it."""
    sums = dict.fromkeys(paths, 0)
    for deck_id, figure in own.items():
        for each in paths[deck_id]:
            sums[each] += figure
    return sums
