"""What is asked today: which cards, in what order, and how many in each deck.

A deck's daily limits hold for it and everything below it. Of each note one card
a day is asked; buried and suspended cards are not.
"""

from typing import NamedTuple

from overmorrow.scheduling.fold import AnswerKind
from overmorrow.settings import Settings
from overmorrow.store.cards import DRILLS
from overmorrow.store.database import Database
from overmorrow.store.deck_names import LEVEL, DeckRow, all_decks, ancestors, read_options, under

_ASKABLE = "suspended = 0 AND vanished = 0 AND (buried_day IS NULL OR buried_day < ?2)"
_DUE = f"""
    SELECT id, note_id, interval_days, due_day FROM card
    WHERE deck_id = ?1 AND due_day <= ?2 AND {_ASKABLE}"""
_DUE_IN_ORDER = f"{_DUE} ORDER BY interval_days, due_day, id"
_NEW = f"""
    SELECT id, note_id FROM card
    WHERE deck_id = ?1 AND due_day IS NULL AND {_ASKABLE} ORDER BY position, id"""
_ANSWERED_NOTES = "SELECT note_id FROM card WHERE last_day = ?"
_DUE_SIBLING = """
    SELECT 1 FROM card WHERE note_id = ? AND due_day <= ? AND suspended = 0 AND vanished = 0"""
_ANSWERED = "SELECT deck_id, kind, sum(answers) FROM day_tally WHERE study_day = ? GROUP BY 1, 2"
_TOTALS = "SELECT deck_id, sum(cards) FROM histogram WHERE measure = 'stage' GROUP BY deck_id"
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


class Candidate(NamedTuple):
    """A card that may be asked today, with what it is sorted by."""

    rank: tuple[int, ...]
    """Interval, due day, id."""
    card_id: int
    deck_id: int


class _Allowance:
    """How many more cards of one kind each deck may ask today, with the decks above it."""

    def __init__(self, decks: list[DeckRow], limits: dict[int, int], asked: dict[int, int]) -> None:
        ids = {deck.name: deck.deck_id for deck in decks}
        self._above = {
            deck.deck_id: [ids[name] for name in (*ancestors(deck.name), deck.name) if name in ids]
            for deck in decks
        }
        self._left = dict(limits)
        for deck_id, cards in asked.items():
            for each in self._above.get(deck_id, ()):
                self._left[each] -= cards

    def of(self, deck_id: int) -> int:
        """Return how many this deck may still ask."""
        return max(0, min(self._left[each] for each in self._above[deck_id]))

    def take(self, deck_id: int) -> bool:
        """Use up one, if the deck and all above it have one left."""
        above = self._above[deck_id]
        if any(self._left[each] <= 0 for each in above):
            return False
        for each in above:
            self._left[each] -= 1
        return True

    def total(self, found: dict[int, int]) -> dict[int, int]:
        """Return how many each deck with everything below it comes to.

        Args:
            found: How many cards each deck itself has, in the order of the tree.
        """
        sums = dict.fromkeys(found, 0)
        for deck_id in reversed(found):
            sums[deck_id] = min(sums[deck_id] + found[deck_id], max(0, self._left[deck_id]))
            for parent in self._above[deck_id][-2:-1]:
                if parent in sums:
                    sums[parent] += sums[deck_id]
        return {deck_id: min(count, self.of(deck_id)) for deck_id, count in sums.items()}


class _Day:
    """What one day's choice of cards rests on, read once."""

    def __init__(self, database: Database, day: int, settings: Settings) -> None:
        self.database = database
        self.day = day
        self.decks = all_decks(database)
        self.answered_notes = {row[0] for row in database.rows(_ANSWERED_NOTES, (day,))}
        learned: dict[int, int] = {}
        reviewed: dict[int, int] = {}
        for deck_id, kind, answers in database.rows(_ANSWERED, (day,)):
            if kind == AnswerKind.NEW:
                learned[deck_id] = answers
            elif kind in _SCHEDULED:
                reviewed[deck_id] = reviewed.get(deck_id, 0) + answers
        self.new = _Allowance(self.decks, self._limits("new_per_day", settings), learned)
        self.reviews = _Allowance(self.decks, self._limits("reviews_per_day", settings), reviewed)

    def _limits(self, option: str, settings: Settings) -> dict[int, int]:
        usual: int = getattr(settings, option)
        return {deck.deck_id: read_options(deck.options).get(option, usual) for deck in self.decks}

    def due_notes(self, deck_id: int, most: int) -> set[int]:
        """Return the notes of which a card is due, but no more than so many."""
        notes: set[int] = set()
        if most > 0:
            for _, note_id, *_ in self.database.each(_DUE, (deck_id, self.day)):
                if note_id not in self.answered_notes:
                    notes.add(note_id)
                    if len(notes) == most:
                        break
        return notes

    def due_cards(self, deck_id: int, most: int) -> list[Candidate]:
        """Return due cards, the shortest interval first, one a note."""
        found: list[Candidate] = []
        if most <= 0:
            return found
        at_once = most + 50
        while True:
            sql = f"{_DUE_IN_ORDER} LIMIT {at_once}"
            rows = self.database.rows(sql, (deck_id, self.day))
            notes = set(self.answered_notes)
            found = []
            for card_id, note_id, *rank in rows:
                if note_id not in notes:
                    notes.add(note_id)
                    found.append(Candidate((*rank, card_id), card_id, deck_id))
            if len(found) >= most or len(rows) < at_once:
                return found[:most]
            at_once *= 4

    def new_cards(self, deck_id: int, most: int, due_notes: set[int] | None = None) -> list[int]:
        """Return new cards in the deck's order, one a note, none of a note asked today.

        Args:
            deck_id: The deck.
            most: No more than so many.
            due_notes: All notes of the deck of which a card is due, if they are known.
        """
        found: list[int] = []
        if most <= 0:
            return found
        notes = set(self.answered_notes)
        for card_id, note_id in self.database.each(_NEW, (deck_id, self.day)):
            if note_id in notes or self._is_due(note_id, due_notes):
                continue
            notes.add(note_id)
            found.append(card_id)
            if len(found) == most:
                break
        return found

    def _is_due(self, note_id: int, due_notes: set[int] | None) -> bool:
        if due_notes is not None:
            return note_id in due_notes
        return self.database.row(_DUE_SIBLING, (note_id, self.day)) is not None


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
        due = [
            card
            for deck_id in scope
            for card in choice.due_cards(deck_id, choice.reviews.of(deck_id))
        ]
        reviews = [card.card_id for card in sorted(due) if choice.reviews.take(card.deck_id)]
        drills = [row[0] for row in database.rows(DRILLS, (day,)) if row[1] in set(scope)]
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
        most = choice.reviews.of(deck_id)
        due = choice.due_notes(deck_id, most)
        all_known = due if len(due) < most else None
        own_reviews[deck_id] = len(due)
        own_new[deck_id] = len(choice.new_cards(deck_id, choice.new.of(deck_id), all_known))
    new, reviews = choice.new.total(own_new), choice.reviews.total(own_reviews)
    drills = _with_parents(_own_drills(choice), choice.decks)
    totals = _with_parents(dict(choice.database.rows(_TOTALS)), choice.decks)
    return [
        DeckCounts(deck_id, name, new[deck_id], reviews[deck_id], drills[deck_id], totals[deck_id])
        for deck_id, name, *_ in decks
    ]


def _own_drills(choice: _Day) -> dict[int, int]:
    own: dict[int, int] = {}
    for _, deck_id in choice.database.rows(DRILLS, (choice.day,)):
        own[deck_id] = own.get(deck_id, 0) + 1
    return own


def _with_parents(own: dict[int, int], decks: list[DeckRow]) -> dict[int, int]:
    """Return each deck's figure with those of all decks below it."""
    ids = {deck.name: deck.deck_id for deck in decks}
    sums = dict.fromkeys(ids.values(), 0)
    for deck in decks:
        for name in (*ancestors(deck.name), deck.name):
            sums[ids[name]] += own.get(deck.deck_id, 0)
    return sums
