"""What is kept beside the log so that nobody has to fold it: schedules and tallies.

All of it can be dropped and rebuilt; everything that writes it goes through here.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from overmorrow.cards.quality import Quality
from overmorrow.errors import NotFoundError
from overmorrow.scheduling.fold import Tally
from overmorrow.scheduling.state import CardState, Sm2State
from overmorrow.store import tally_tables
from overmorrow.store.database import Database, Row
from overmorrow.store.tally_tables import CARDS, CHOICES, DAYS, HOURS, TOTALS, TallyTable

STATE_COLUMNS = (
    "repetitions, interval_days, ease_hundredths, due_day, last_day, drill, lapses,"
    " suspended, buried_day, flag, marked, learned_day, learned_answers"
)
STATE_WIDTH = 13
_SET_STATE = ", ".join(f"{column} = ?" for column in STATE_COLUMNS.split(", "))
_UPDATE = f"UPDATE card SET {_SET_STATE} WHERE id = ?"
_IDENTITY = "id, uid, note_id, deck_id, vanished"
_BY_ID = f"SELECT {_IDENTITY}, {STATE_COLUMNS} FROM card WHERE id = ?"
_BY_UID = f"SELECT {_IDENTITY}, {STATE_COLUMNS} FROM card WHERE uid = ?"

_ADD = {table: table.adding() for table in tally_tables.ALL}
_EMPTIED = {table: table.emptied() for table in tally_tables.ALL}
_RECALLED = int(Quality.HARD)

STAGE_NEW, STAGE_LEARNED, STAGE_SUSPENDED = range(3)


class CachedCard(NamedTuple):
    """Who a card is, and where it stands."""

    card_id: int
    uid: bytes
    note_id: int
    deck_id: int
    vanished: bool
    state: CardState


def read(database: Database, card_id: int) -> CachedCard:
    """Return a card as cached.

    Raises:
        NotFoundError: There is no such card.
    """
    card = find_by_id(database, card_id)
    if card is None:
        raise NotFoundError("store.no_card", card=card_id)
    return card


def find_by_id(database: Database, card_id: int) -> CachedCard | None:
    """Return a card as cached, or None."""
    row = database.row(_BY_ID, (card_id,))
    return _cached(row) if row else None


def find(database: Database, uid: bytes) -> CachedCard | None:
    """Return the card of a uid as cached, or None: the log may know more cards than we have."""
    row = database.row(_BY_UID, (uid,))
    return _cached(row) if row else None


def _cached(row: Row) -> CachedCard:
    card_id, uid, note_id, deck_id, vanished, *state = row
    return CachedCard(card_id, uid, note_id, deck_id, bool(vanished), state_of(tuple(state)))


def state_of(row: Row) -> CardState:
    """Return the state that the `STATE_COLUMNS` of a row hold."""
    repetitions, interval, ease, due, last, drill, lapses, *rest = row
    suspended, buried_day, flag, marked, learned_day, learned = rest
    sm2 = Sm2State(repetitions, interval, ease, due, last, bool(drill), lapses)
    answers = _read_answers(learned) if learned else ()
    return CardState(sm2, bool(suspended), buried_day, flag, bool(marked), learned_day, answers)


def columns_of(state: CardState) -> tuple[object, ...]:
    """Return the values of the `STATE_COLUMNS`."""
    sm2, suspended, buried_day, flag, marked, learned_day, learned = state
    rest = (int(suspended), buried_day, flag, int(marked), learned_day, _write_answers(learned))
    return (*sm2[:5], int(sm2.drill), sm2.lapses, *rest)


def write(database: Database, card: CachedCard, state: CardState) -> None:
    """Give a card another state, and the histograms with it."""
    if state == card.state:
        return
    database.connection.execute(_UPDATE, (*columns_of(state), card.card_id))
    before = set(measures(card.state, card.vanished))
    after = set(measures(state, card.vanished))
    count_cards(database, ((*place, -1) for place in _in(card.deck_id, before - after)))
    count_cards(database, ((*place, 1) for place in _in(card.deck_id, after - before)))


def _in(deck_id: int, places: set[tuple[str, int]]) -> Iterator[tuple[str, int, int]]:
    return ((measure, deck_id, value) for measure, value in places)


def measures(state: CardState, vanished: bool) -> tuple[tuple[str, int], ...]:
    """Return where a card stands in the histograms, as measure and value.

    A vanished card stands nowhere; a new one only among the new; a suspended one
    keeps its interval and ease but is due on no day.
    """
    if vanished:
        return ()
    due_day = state.sm2.due_day
    if state.suspended:
        stage = ("stage", STAGE_SUSPENDED)
    else:
        stage = ("stage", STAGE_NEW if due_day is None else STAGE_LEARNED)
    if due_day is None:
        return (stage,)
    learned = ("interval", state.sm2.interval_days), ("ease", state.sm2.ease_hundredths)
    return (stage, *learned) if state.suspended else (stage, *learned, ("due", due_day))


def count_cards(database: Database, changes: Iterable[tuple[str, int, int, int]]) -> None:
    """Change the histograms: measure, deck, value, and how many cards more or fewer."""
    for change in changes:
        database.connection.execute(_ADD[CARDS], change)
        if change[3] < 0:
            database.connection.execute(_EMPTIED[CARDS], change[:3])


def count_answers(
    database: Database, deck_id: int, tallies: Iterable[Tally], sign: int = 1
) -> None:
    """Add answers to the statistics, or with sign -1 take them out."""
    execute = database.connection.execute
    for table, sums in summed(tallies).items():
        for key, counts in sums.items():
            change = [sign * count for count in counts]
            for each, whole in ((table, (deck_id, *key)), (TOTALS[table], key)):
                execute(_ADD[each], (*whole, *change))
                if sign < 0:
                    execute(_EMPTIED[each], whole)


def summed(tallies: Iterable[Tally]) -> dict[TallyTable, dict[Row, list[int]]]:
    """Return the counts that answers add to each table, by their keys without the deck."""
    sums: dict[TallyTable, dict[Row, list[int]]] = {DAYS: {}, HOURS: {}, CHOICES: {}}
    days, hours, choices = sums.values()
    for study_day, hour, kind, quality, answer_ms, step, proposed in tallies:
        recalled = int(quality >= _RECALLED)
        day = days.setdefault((study_day, kind, quality, step), [0, 0])
        day[0] += 1
        day[1] += answer_ms
        at = hours.setdefault((study_day, hour), [0, 0, 0, 0])
        at[0] += 1
        at[1] += recalled
        if step:
            at[2] += 1
            at[3] += recalled
        if proposed is not None:
            choices.setdefault((study_day, proposed, quality), [0])[0] += 1
    return sums


def _read_answers(text: object) -> tuple[str, ...]:
    import json  # few cards have learned answers, and `due` reads none

    return tuple(json.loads(str(text)))


def _write_answers(answers: tuple[str, ...]) -> str | None:
    if not answers:
        return None
    import json  # see above

    return json.dumps(answers, ensure_ascii=False)
