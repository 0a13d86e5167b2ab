"""Which study day it is for this collection."""

from overmorrow.clock import AskedClock, Clock, StudyDay, study_day, today
from overmorrow.settings import Settings
from overmorrow.store.database import Database
from overmorrow.store.today import last_study_day


def current_day(
    database: Database, clock: Clock, settings: Settings, *, clock_confirmed: bool = False
) -> StudyDay:
    """Return today, as the learner lives it.

    Args:
        database: The collection, whose last answer bounds the day from below.
        clock: Where the moment comes from.
        settings: The hour at which a day ends.
        clock_confirmed: Whether the learner says that a clock which went back
            by days is right.

    Raises:
        ClockError: The clock went back by days and nobody confirmed it.
    """
    computed = study_day(clock(), settings.rollover_hour)
    if clock_confirmed or (isinstance(clock, AskedClock) and clock.is_confirmed):
        return computed
    last = last_study_day(database)
    return today(computed, None if last is None else StudyDay(last))
