"""At what pace the learner catches up with a backlog; kept beside the log, for this machine."""

from typing import NamedTuple

from overmorrow.store.database import Database

_KEY = "pace"
_FIND = f"SELECT value FROM meta WHERE key = '{_KEY}'"
_PUT = f"""
    INSERT INTO meta (key, value) VALUES ('{_KEY}', ?)
    ON CONFLICT (key) DO UPDATE SET value = excluded.value"""
_FORGET = f"DELETE FROM meta WHERE key = '{_KEY}'"
_OVERDUE = "SELECT sum(cards) FROM histogram WHERE measure = 'due' AND value < ?"
NO_LIMIT = 1_000_000_000


class Pace(NamedTuple):
    """How many reviews a day are taken while something is overdue."""

    reviews: int
    """Of all decks together; `NO_LIMIT` for all there are."""
    rest_new: bool
    """Whether new cards wait meanwhile."""
    only_day: int = 0
    """The one study day it is for; 0 for every day until nothing is overdue."""

    @property
    def is_all(self) -> bool:
        """Whether all there are are taken."""
        return self.reviews >= NO_LIMIT


def overdue(database: Database, day: int) -> int:
    """Return how many cards were due before a day."""
    return database.number(_OVERDUE, (day,)) or 0


def pace_on(database: Database, day: int) -> Pace | None:
    """Return the pace that holds on a day; None where none was chosen or nothing is overdue."""
    text = database.value(_FIND)
    if text is None:
        return None
    reviews, rest_new, only_day = map(int, str(text).split())
    if only_day not in (0, day) or not overdue(database, day):
        return None
    return Pace(reviews, bool(rest_new), only_day)


def put_pace(database: Database, pace: Pace | None) -> None:
    """Remember a pace, or with None forget it.

    Raises:
        DatabaseError: It could not be written.
    """
    with database.transaction() as connection:
        if pace is None:
            connection.execute(_FORGET)
        else:
            connection.execute(_PUT, (f"{pace.reviews} {int(pace.rest_new)} {pace.only_day}",))
