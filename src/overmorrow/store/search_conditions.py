"""Turns a query into a condition on a card.

Every condition is 0 or 1, never NULL, so that its negation finds all the rest.
"""

from typing import NamedTuple, assert_never

from overmorrow.cards.verdict import Verdict
from overmorrow.scheduling.leech import LEECH_LAPSES
from overmorrow.search.query import (
    All,
    Due,
    Either,
    Field,
    Flagged,
    InDeck,
    InDrill,
    Is,
    Judged,
    Measure,
    NoAlias,
    Not,
    Numbered,
    OfKind,
    Paragraph,
    Prop,
    Query,
    RatedOn,
    Regex,
    SamePrompt,
    Since,
    State,
    Tagged,
    Term,
    Within,
    Words,
)
from overmorrow.search.terms import CLOZE
from overmorrow.store.search_scope import Scope
from overmorrow.store.search_words import WordConditions

EASY, _LISTED, _READ, _WORKED_OUT = range(4)
"""How much a condition costs for each card, in classes: what costs less is asked first."""
_STATES = {
    State.DUE: "card.due_day IS NOT NULL AND card.due_day <= {day} AND card.suspended = 0"
    " AND coalesce(card.buried_day, 0) < {day}",
    State.NEW: "card.due_day IS NULL",
    State.LEARN: "card.due_day IS NOT NULL AND card.repetitions < 2",
    State.REVIEW: "card.due_day IS NOT NULL AND card.repetitions >= 2",
    State.SUSPENDED: "card.suspended = 1",
    State.BURIED: "coalesce(card.buried_day, 0) >= {day}",
    State.LEECH: f"card.lapses >= {LEECH_LAPSES}",
    State.MARKED: "card.marked = 1",
}
_MEASURES = {
    Measure.INTERVAL: "card.interval_days",
    Measure.REPETITIONS: "card.repetitions",
    Measure.LAPSES: "card.lapses",
    Measure.EASE: "card.ease_hundredths",
}
_ADDED = "SELECT id FROM note WHERE batch_id IN (SELECT id FROM batch WHERE wall_ms >= ?)"
_EDITED = """
    SELECT note_id FROM note_history
    WHERE batch_id IN (SELECT id FROM batch WHERE wall_ms >= ? AND undone = 0)"""
_NOT_TAKEN_BACK = "id NOT IN (SELECT target FROM event WHERE target IS NOT NULL)"
_RATED = f"""
    SELECT card_uid FROM event
    WHERE device IN ({{devices}}) AND hlc BETWEEN ? AND ? AND study_day BETWEEN ? AND ?
      AND kind = 'review' AND quality BETWEEN ? AND ? AND {_NOT_TAKEN_BACK}"""
_JUDGED = f"SELECT card_uid FROM event WHERE {{verdict}} AND {_NOT_TAKEN_BACK}"
_MISSED = "verdict = '{verdict}' AND verdict <> 'CORRECT'"
"""An index has these; right answers are too many."""
_FEWER = "SELECT 1 FROM event WHERE {verdict} LIMIT 1 OFFSET 20000"
"""Finds nothing where fewer answers have a verdict."""
_DAY_MS = 86_400_000
_LATE_MS = 2 * _DAY_MS
"""So long after a day began its answers may stand in the log, where a clock was set back."""
_ALWAYS_MS = 1 << 60


class Condition(NamedTuple):
    """An SQL expression on `card`, and on `note` where it says so."""

    sql: str
    values: tuple[object, ...] = ()
    cost: int = EASY
    needs_note: bool = False
    names_cards: bool = False
    """Whether an index leads to the few cards it may be true of."""
    decks: frozenset[int] | None = None
    """The only decks it may be true in; None for any."""


class Conditions:
    """Makes the conditions of one search."""

    def __init__(self, scope: Scope) -> None:
        """Begin.

        Args:
            scope: The collection on the day.
        """
        self._scope = scope
        self._words = WordConditions(scope)

    def of(self, query: Query) -> Condition:
        """Return the condition of a query.

        Raises:
            DatabaseError: The file cannot be read.
        """
        match query:
            case All(parts):
                return self._all_of(parts) if parts else Condition("1")
            case Either(parts):
                each, joined = self._joined(" OR ", parts)
                names_cards = all(condition.names_cards for condition in each)
                return joined._replace(names_cards=names_cards)
            case Not(part):
                inner = self.of(part)
                return Condition(f"NOT ({inner.sql})", *inner[1:4])
        term = self._term(query)
        return term._replace(names_cards=term.names_cards or term.cost == _LISTED)

    def _all_of(self, parts: tuple[Query, ...]) -> Condition:
        each, joined = self._joined(" AND ", parts)
        decks = [condition.decks for condition in each if condition.decks is not None]
        return joined._replace(
            names_cards=any(condition.names_cards for condition in each),
            decks=frozenset.intersection(*decks) if decks else None,
        )

    def _joined(self, sign: str, parts: tuple[Query, ...]) -> tuple[list[Condition], Condition]:
        """Return the conditions of the parts, what costs less first, and all as one."""
        each = sorted(map(self.of, parts), key=lambda condition: condition.cost)
        joined = Condition(
            sign.join(f"({condition.sql})" for condition in each),
            tuple(value for condition in each for value in condition.values),
            max(condition.cost for condition in each),
            any(condition.needs_note for condition in each),
        )
        return each, joined

    def _term(self, term: Term) -> Condition:  # noqa: C901, PLR0911, PLR0912 - one case a kind
        day = self._scope.day
        match term:
            case Words(field=Field.FILE):
                return self._in_decks(self._scope.decks_in_file(term.pattern.is_in))
            case Words() | Regex() | NoAlias() | Paragraph() | SamePrompt():
                return Condition(*self._words.of(term))
            case InDeck(pattern):
                return self._in_decks(self._scope.decks_named(pattern.begins_level))
            case Tagged(pattern):
                return _tagged(self._scope.tags(pattern.begins_level))
            case Is(State.DUPE):
                return Condition(*self._words.dupes())
            case Is(state):
                return Condition(_STATES[state].format(day=day))
            case Prop():
                return _compared(term, day)
            case Flagged(number):
                return Condition("card.flag = ?", (number,))
            case Within():
                return self._within(term)
            case RatedOn(rated_day):
                return self._rated(rated_day, rated_day, None)
            case Due(days):
                sign = "<=" if days == 0 else "="
                sql = f"card.due_day IS NOT NULL AND card.due_day {sign} ?"
                return Condition(sql, (day + days,))
            case OfKind(kind) if kind == CLOZE:
                return Condition("note.is_cloze = 1", (), _READ, True)
            case OfKind(kind):
                return Condition("note.answer_type = ?", (kind,), _READ, True)
            case Judged(verdict):
                return self._judged(verdict)
            case InDrill():
                return Condition("card.drill = 1 AND coalesce(card.last_day, 0) = ?", (day,))
            case Numbered(are_notes, numbers):
                column = "card.note_id" if are_notes else "card.id"
                listed = ", ".join(map(str, numbers))
                return Condition(f"{column} IN ({listed})", names_cards=True)
        assert_never(term)

    def _in_decks(self, deck_ids: list[int]) -> Condition:
        sql = f"card.deck_id IN ({', '.join(map(str, deck_ids))})"
        return Condition(sql, decks=frozenset(deck_ids))

    def _judged(self, verdict: str) -> Condition:
        """Return the cards with such a verdict: listed if they are few, else each is looked up."""
        is_right = verdict == Verdict.CORRECT.value
        told = "verdict = 'CORRECT'" if is_right else _MISSED.format(verdict=verdict)
        judged = _JUDGED.format(verdict=told)
        are_few = not is_right and not self._scope.database.rows(_FEWER.format(verdict=told))
        if are_few:
            return Condition(f"card.uid IN ({judged})", (), _LISTED)
        return Condition(f"EXISTS ({judged} AND card_uid = card.uid)", (), _WORKED_OUT)

    def _within(self, term: Within) -> Condition:
        first = self._scope.day - term.days + 1
        match term.what:
            case Since.ADDED:
                since = self._scope.start_ms(first)
                return Condition(f"card.note_id IN ({_ADDED})", (since,), _LISTED)
            case Since.EDITED:
                since = self._scope.start_ms(first)
                either = f"{_EDITED} UNION {_ADDED}"
                return Condition(f"card.note_id IN ({either})", (since, since), _LISTED)
            case Since.INTRODUCED:
                sql = "card.learned_day IS NOT NULL AND card.learned_day >= ?"
                return Condition(sql, (first,))
            case Since.RATED if term.quality is None:
                return Condition("card.last_day IS NOT NULL AND card.last_day >= ?", (first,))
            case Since.RATED:
                return self._rated(first, self._scope.day, term.quality)
        assert_never(term.what)

    def _rated(self, first: int, last: int, quality: int | None) -> Condition:
        """Return the cards answered on some days; log times are never before wall times."""
        since_ms = self._scope.start_ms(first) - _DAY_MS
        until_ms = _ALWAYS_MS if last == self._scope.day else self._scope.start_ms(last) + _LATE_MS
        low, high = (0, 5) if quality is None else (quality, quality)
        devices = self._scope.devices()
        sql = _RATED.format(devices=", ".join("?" * len(devices)))
        values = (*devices, since_ms, until_ms, first, last, low, high)
        return Condition(f"card.uid IN ({sql})", values, _LISTED)


def _tagged(texts: list[str]) -> Condition:
    import json

    listed = "SELECT value FROM json_each(?)"
    sql = f"card.note_id IN (SELECT id FROM note WHERE tags <> '[]' AND tags IN ({listed}))"
    return Condition(sql, (json.dumps(texts, ensure_ascii=False),), _LISTED)


def _compared(term: Prop, day: int) -> Condition:
    sign = "<>" if term.sign == "!=" else term.sign
    if term.measure is Measure.DUE:
        sql = f"card.due_day IS NOT NULL AND card.due_day {sign} ?"
        return Condition(sql, (day + term.value,))
    return Condition(f"{_MEASURES[term.measure]} {sign} ?", (term.value,))
