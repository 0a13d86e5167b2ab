"""What is asked today: which cards, in what order, and how many in each deck.

A deck's daily limits hold for it and everything below it. Of each note one card
a day is asked; buried and suspended cards are not.
"""

from typing import NamedTuple

from overmorrow.scheduling.answer_kind import FIRST_KINDS, AnswerKind
from overmorrow.scheduling.queue import seed_of, shuffled
from overmorrow.settings import Settings
from overmorrow.store.allowance import EVERY_DECK, Allowance
from overmorrow.store.database import Database
from overmorrow.store.deck_names import (
    NEW_ORDER,
    REVIEW_ORDER,
    DeckRow,
    all_decks,
    inherited,
    paths,
    read_limits,
    under,
)
from overmorrow.store.pace import NO_LIMIT, pace_on

_LAST_DAY = "SELECT max(study_day) FROM day_total"
_ASKABLE = "suspended = 0 AND vanished = 0 AND (buried_day IS NULL OR buried_day < ?2)"
_DUE = f"SELECT note_id FROM card WHERE deck_id = ?1 AND due_day <= ?2 AND {_ASKABLE} LIMIT ?3"
_DUE_IN_ORDER = f"""
    SELECT note_id, id, deck_id FROM card
    WHERE deck_id IN ({{decks}}) AND due_day <= ?2 AND {_ASKABLE}
    ORDER BY {{order}} LIMIT ?3"""
_REVIEW_ORDERS = {
    "interval": "interval_days, due_day, id",
    "due": "due_day, interval_days, id",
    "random": "id * ?4 % 2147483647",
}
"""The seed and a prime give every card another place each day."""
_WAITING = """
    SELECT deck_id, sum(cards) FROM histogram
    WHERE measure = 'due' AND deck_id IN ({decks}) AND value <= ?1
    GROUP BY deck_id"""
_NEXT_INTERVAL = """
    SELECT min(interval_days) FROM card
    WHERE interval_days > ?1 AND due_day IS NOT NULL AND suspended = 0 AND vanished = 0"""
_OF_INTERVAL = f"""
    SELECT note_id, id, deck_id FROM card
    WHERE interval_days = ?1 AND due_day <= ?2 AND {_ASKABLE} AND deck_id IN ({{decks}})
    ORDER BY due_day, id"""
_NEW = f"""
    WITH fresh AS MATERIALIZED (
        SELECT note_id, id, position FROM card
        WHERE deck_id = ?1 AND due_day IS NULL AND {_ASKABLE}
        ORDER BY position, id LIMIT ?3),
    asked AS MATERIALIZED (
        SELECT other.note_id FROM (SELECT DISTINCT note_id FROM fresh) AS seen
        CROSS JOIN card AS other ON other.note_id = seen.note_id
        WHERE other.due_day <= ?2 AND other.suspended = 0 AND other.vanished = 0)
    SELECT note_id, id, note_id IN asked FROM fresh ORDER BY position, id"""
"""New cards, and whether another of their note is due; each note is looked at once."""
_DRILLS = """
    SELECT card.id, card.deck_id FROM card
    WHERE drill = 1 AND last_day = ?1 AND suspended = 0 AND vanished = 0
      AND (buried_day IS NULL OR buried_day < ?1)
    ORDER BY (SELECT max(hlc) FROM event WHERE event.card_uid = card.uid), card.id"""
_ANSWERED_NOTES = "SELECT note_id FROM card WHERE last_day = ?"
_ANSWERED = """
    SELECT deck_id, kind, sum(answers) FROM deck CROSS JOIN day_tally ON deck_id = deck.id
    WHERE study_day = ? GROUP BY deck_id, kind"""
_ASKED = f"""
    SELECT sum(answers) FROM day_tally
    WHERE deck_id IN ({{decks}}) AND study_day = ?
      AND kind IN ({", ".join(f"'{kind}'" for kind in FIRST_KINDS)})"""
_SPARE = 5
"""Read beyond what is wanted, for cards whose note is asked already."""
_MANY = 1_000
"""More due cards than that are gone through interval by interval."""
_MOST_SHUFFLED = 20_000
"""Of more new cards in a deck, the first so many are shuffled."""
_SCHEDULED = (AnswerKind.YOUNG, AnswerKind.MATURE)


class TodayCards(NamedTuple):
    """The ids of today's cards, each kind in the order it is asked."""

    reviews: list[int]
    new: list[int]
    drills: list[int]


class Day:
    """What one day's choice of cards rests on, read once."""

    def __init__(self, database: Database, day: int, settings: Settings) -> None:
        self.database = database
        self.day = day
        self.decks = all_decks(database)
        self.paths = paths(self.decks)
        self.with_options = [deck for deck in self.decks if deck.options is not None]
        self.pace = pace_on(database, day)
        self.answered_notes = {row[0] for row in database.rows(_ANSWERED_NOTES, (day,))}
        rests = self.pace is not None and self.pace.rest_new
        self.new = self._allowance("new_per_day", settings.new_per_day, 0 if rests else NO_LIMIT)
        usual, most = settings.reviews_per_day, NO_LIMIT
        self.a_day = self._allowance("reviews_per_day", usual, most)
        """What another day may ask."""
        if self.pace is not None:
            usual = most = self.pace.reviews
        self.reviews = self._allowance("reviews_per_day", usual, most)
        if self.pace is not None and not self.pace.only_day:
            self.a_day = self.reviews.copy()
        for deck_id, kind, answers in database.rows(_ANSWERED, (day,)):
            if kind == AnswerKind.NEW:
                self.new.use(deck_id, answers)
            elif kind in _SCHEDULED:
                self.reviews.use(deck_id, answers)

    def _allowance(self, option: str, usual: int, most: int) -> Allowance:
        limits = {deck.deck_id: read_limits(deck.options).get(option, usual) for deck in self.decks}
        return Allowance(self.paths, {EVERY_DECK: most, **limits})

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

    def waiting(self, deck_ids: list[int]) -> dict[int, int]:
        """Return how many cards are due in each of some decks, if any are."""
        sql = _WAITING.format(decks=", ".join(map(str, deck_ids)))
        return dict(self.database.rows(sql, (self.day,)))

    def drills(self) -> list[tuple[int, int]]:
        """Return the cards that wait for a drill, with their decks, the longest waiting first."""
        return [(card_id, deck_id) for card_id, deck_id in self.database.rows(_DRILLS, (self.day,))]

    def due_cards(self, scope: list[DeckRow], deck: str | None) -> list[int]:
        """Return due cards as far as the limits go, in the order of the deck that is studied."""
        order = (
            inherited(self.with_options, deck, REVIEW_ORDER) if self.pace is None else "interval"
        )
        seed = seed_of(deck or "", self.day)
        found = self._due_cards([row.deck_id for row in scope], order, seed)
        return shuffled(found, seed) if order == "random" else found

    def _due_cards(self, scope: list[int], order: str, seed: int) -> list[int]:
        decks = ", ".join(map(str, scope))
        if order == "interval":
            waiting = self.waiting(scope)
            if sum(waiting.values()) > _MANY:
                return self._shortest_first(waiting)
        sql = _DUE_IN_ORDER.format(decks=decks, order=_REVIEW_ORDERS[order])
        values = (seed,) if order == "random" else ()
        most = self.reviews.of_all(scope)
        at_once = most + _SPARE
        while True:
            rows = self.database.rows(sql, (None, self.day, at_once, *values))
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

    def _shortest_first(self, waiting: dict[int, int]) -> list[int]:
        """Return due cards interval by interval, without sorting all that are due.

        Args:
            waiting: How many are due in each deck.
        """
        left = self.reviews.copy()
        notes = set(self.answered_notes)
        found: list[int] = []
        interval: int | None = -1
        while waiting:
            interval = self.database.number(_NEXT_INTERVAL, (interval,))
            if interval is None:
                break
            sql = _OF_INTERVAL.format(decks=", ".join(map(str, waiting)))
            for note_id, card_id, deck_id in self.database.each(sql, (interval, self.day)):
                if deck_id not in waiting:
                    continue
                waiting[deck_id] -= 1
                if note_id not in notes and left.take(deck_id):
                    notes.add(note_id)
                    found.append(card_id)
                if waiting[deck_id] == 0 or not left.has_any(deck_id):
                    del waiting[deck_id]
                    if not waiting:
                        break
        return found

    def new_in_order(self, deck: DeckRow, most: int) -> list[int]:
        """Return new cards in the order that the deck wants."""
        if inherited(self.with_options, deck.name, NEW_ORDER) != "random":
            return self.new_cards(deck.deck_id, most)
        first = self.new_cards(deck.deck_id, _MOST_SHUFFLED) if most > 0 else []
        return shuffled(first, seed_of(deck.name, self.day))[:most]

    def new_cards(self, deck_id: int, most: int) -> list[int]:
        """Return new cards in the deck's order, one a note, none of a note asked today."""
        at_once = most + _SPARE
        while most > 0:
            rows = self.database.rows(_NEW, (deck_id, self.day, at_once))
            first: dict[int, int] = {}
            for note_id, card_id, is_asked in rows:
                if not is_asked and note_id not in self.answered_notes:
                    first.setdefault(note_id, card_id)
            if len(first) >= most or len(rows) < at_once:
                return list(first.values())[:most]
            at_once *= 4
        return []


def last_study_day(database: Database) -> int | None:
    """Return the last day that has an answer."""
    return database.number(_LAST_DAY)


def asked_on(database: Database, deck_ids: list[int], day: int) -> int:
    """Return how many cards of some decks were asked for the first time on a day, new or due."""
    return database.number(_ASKED.format(decks=", ".join(map(str, deck_ids))), (day,)) or 0


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
        choice = Day(database, day, settings)
        scope = under(choice.decks, deck)
        reviews = choice.due_cards(scope, deck)
        inside = {row.deck_id for row in scope}
        drills = [card_id for card_id, deck_id in choice.drills() if deck_id in inside]
        return TodayCards(reviews, _new_in(choice, scope, new_limit), drills)


def _new_in(choice: Day, scope: list[DeckRow], new_limit: int | None) -> list[int]:
    found: list[int] = []
    for deck in scope:
        if new_limit is not None:
            found += choice.new_in_order(deck, new_limit - len(found))
            continue
        for card_id in choice.new_in_order(deck, choice.new.of(deck.deck_id)):
            choice.new.take(deck.deck_id)
            found.append(card_id)
    return found
