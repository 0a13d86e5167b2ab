"""Progress: from what the store counts to the report that the faces show."""

from overmorrow.clock import Clock
from overmorrow.jobs.day import current_day
from overmorrow.settings import Settings
from overmorrow.stats.counts import Counts
from overmorrow.stats.report import Report, make_report
from overmorrow.store import counts
from overmorrow.store.cards import scope
from overmorrow.store.database import Database

REPORT_DAYS = 30
FORECAST_DAYS = 14
_DAYS_FOR_STREAKS = 3_650


def progress_report(
    database: Database,
    clock: Clock,
    settings: Settings,
    deck: str | None = None,
    *,
    days: int | None = REPORT_DAYS,
) -> Report:
    """Return the report of a deck, or of all, over a period that ends today.

    Args:
        database: The collection.
        clock: Where the moment comes from.
        settings: When a day ends.
        deck: A deck with its subdecks; None for all.
        days: How many days the period has, today among them; None for all there were.

    Raises:
        NotFoundError: There is no such deck.
        ClockError: The clock went back by days.
    """
    today = current_day(database, clock, settings)
    decks = None if deck is None else scope(database, deck)
    if days is None:
        days = today - min(counts.first_studied_day(database) or today, today) + 1
    first = today - days + 1
    counted = Counts(
        days=tuple(counts.answers_by_day(database, decks, first, today)),
        hours=tuple(counts.answers_by_hour(database, decks, first, today)),
        studied_days=tuple(counts.studied_days(database, today, _DAYS_FOR_STREAKS)),
        interval_cards=counts.card_histogram(database, decks, "interval"),
        ease_cards=counts.card_histogram(database, decks, "ease"),
        due_cards=counts.card_histogram(database, decks, "due", today + FORECAST_DAYS),
        stage_cards=counts.card_histogram(database, decks, "stage"),
        mature_cards=counts.mature_cards(database, decks),
    )
    return make_report(counted, today, days=days, days_ahead=FORECAST_DAYS)
