"""Change many cards at once: one step, which one undo takes back."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from overmorrow.clock import Clock, StudyDay
from overmorrow.errors import OvermorrowError
from overmorrow.jobs.day import current_day
from overmorrow.scheduling.event import EventKind
from overmorrow.scheduling.state import CardState, Sm2State
from overmorrow.settings import Settings
from overmorrow.store.database import Database
from overmorrow.store.groups import Deed, record_group
from overmorrow.store.search_notes import all_cards_of_notes

MOST_DAYS = 36_500
"""How far off a due day can be set."""
_FLAGS = range(8)


class What(StrEnum):
    """What can be done to many cards."""

    SUSPEND = "suspend"
    UNSUSPEND = "unsuspend"
    BURY = "bury"
    UNBURY = "unbury"
    FLAG = "flag"
    MARK = "mark"
    UNMARK = "unmark"
    RESET = "reset"
    SET_DUE = "set_due"
    ADD_TAG = "add_tag"
    REMOVE_TAG = "remove_tag"
    MOVE = "move"
    DELETE = "delete"

    @property
    def concerns_notes(self) -> bool:
        """Whether it changes notes, and with them all their cards."""
        return self in (What.ADD_TAG, What.REMOVE_TAG, What.MOVE, What.DELETE)


class ChangeError(OvermorrowError):
    """A change that cannot be made; nothing was changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing to do, and what it needs to be told."""

    what: What
    number: int = 0
    """The flag, 0 for none; or in how many days the cards shall be due, 0 being today."""
    until: int | None = None
    """With another number of days: spread over the days between."""
    text: str = ""
    """The tag, or the deck's name in full."""
    whole_notes: bool = False
    """Whether the other cards of the notes are changed too."""


@dataclass(frozen=True, slots=True)
class Changed:
    """What came of a change."""

    count: int
    """Cards that are changed; of a change to notes, notes."""
    skipped: int
    """Those that were so already, or went meanwhile."""
    name: str
    """What was done, a `What`'s value."""
    files_left: tuple[str, ...] = ()
    """Deck files that could not be changed with their notes."""


def change(
    database: Database,
    card_ids: Sequence[int],
    wanted: Change,
    clock: Clock,
    settings: Settings,
) -> Changed:
    """Do one thing to many cards, as one step.

    Args:
        database: The collection.
        card_ids: The cards.
        wanted: What to do.
        clock: Where the moment comes from.
        settings: When a day ends.

    Raises:
        ChangeError: It is no flag, day, tag or deck; nothing was changed.
        ClockError: The clock went back by days.
        FileError: A deck's file cannot be written; what was changed can be undone as one.
        DatabaseError: The same of the collection.
    """
    if wanted.what.concerns_notes:
        from overmorrow.jobs.bulk_notes import change_notes  # edits of notes need much more

        return change_notes(database, card_ids, wanted, clock())
    _refuse_nonsense(wanted)
    day = current_day(database, clock, settings)
    ids = all_cards_of_notes(database, card_ids) if wanted.whole_notes else list(card_ids)
    count = record_group(database, ids, _deed(wanted, day), clock(), day)
    return Changed(count, len(ids) - count, wanted.what.value)


def _refuse_nonsense(wanted: Change) -> None:
    if wanted.what is What.FLAG and wanted.number not in _FLAGS:
        raise ChangeError("bulk.no_flag", number=wanted.number)
    last = wanted.number if wanted.until is None else wanted.until
    if wanted.what is What.SET_DUE and not 0 <= wanted.number <= last <= MOST_DAYS:
        raise ChangeError("bulk.no_days", most=MOST_DAYS)


def _deed(wanted: Change, day: StudyDay) -> Deed:  # noqa: PLR0911 - one case a kind
    number = wanted.number
    match wanted.what:
        case What.SUSPEND:
            return Deed(EventKind.SUSPEND, lambda state: not state.suspended)
        case What.UNSUSPEND:
            return Deed(EventKind.UNSUSPEND, lambda state: state.suspended)
        case What.BURY:
            return Deed(EventKind.BURY, lambda state: not _is_buried(state, day))
        case What.UNBURY:
            return Deed(EventKind.UNBURY, lambda state: _is_buried(state, day))
        case What.FLAG:
            return Deed(
                EventKind.FLAG, lambda state: state.flag != number, lambda _: {"flag": number}
            )
        case What.MARK | What.UNMARK:
            marked = wanted.what is What.MARK
            return Deed(
                EventKind.MARK, lambda state: state.marked != marked, lambda _: {"marked": marked}
            )
        case What.RESET:
            return Deed(EventKind.RESET, lambda state: state.sm2 != Sm2State())
    return _set_due(day + number, day + (number if wanted.until is None else wanted.until))


def _set_due(first: int, last: int) -> Deed:
    """Return what gives each card a day, spread by its uid so that it is the same every time."""

    def due_day(uid: bytes) -> int:
        return first + int.from_bytes(uid[-4:], "big") % (last - first + 1)

    one_day = first == last
    return Deed(
        EventKind.SET_DUE,
        lambda state: not (one_day and state.sm2.due_day == first),
        lambda uid: {"due_day": due_day(uid)},
    )


def _is_buried(state: CardState, day: StudyDay) -> bool:
    return state.buried_day is not None and state.buried_day >= day
