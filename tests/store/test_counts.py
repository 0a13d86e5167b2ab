from overmorrow.clock import Moment
from overmorrow.stats.counts import DayCount, HourCount
from overmorrow.store.answers import record, undo_last
from overmorrow.store.cards import ahead_ids, cram_ids, scope
from overmorrow.store.counts import (
    answers_by_day,
    answers_by_hour,
    answers_on,
    card_histogram,
    right_answer_times,
    streak_days,
    studied_days,
)
from overmorrow.store.database import Database
from overmorrow.store.prompts import prompt_of
from overmorrow.store.today import last_study_day
from tests.store.building import DAY, collection

HOUR_MS = 3_600_000
ORDINAL_OF_1970 = 719_163


def at(day: int, hour: int) -> Moment:
    """Return a moment of a study day, in UTC."""
    return Moment((day - ORDINAL_OF_1970) * 24 * HOUR_MS + hour * HOUR_MS, 0)


RECENT = ORDINAL_OF_1970 + 20_000


def test_answers_are_counted_by_day_kind_and_quality() -> None:
    with collection("강", "산") as database:
        for card_id, quality in ((1, 5), (2, 5), (4, 1), (4, 4)):
            record(database, card_id, at(DAY, 9), DAY, "review", quality=quality, answer_ms=1000)
        assert answers_by_day(database, None, DAY, DAY) == [
            DayCount(DAY, "drill", 4, 1, 1000),
            DayCount(DAY, "new", 1, 1, 1000),
            DayCount(DAY, "new", 5, 2, 2000),
        ]
        river = scope(database, "강")
        assert answers_by_day(database, river, 0, DAY) == [DayCount(DAY, "new", 5, 2, 2000)]
        assert answers_by_day(database, None, DAY + 1, DAY + 9) == []


def test_answers_are_counted_by_the_hour_of_the_wall_clock(studied: Database) -> None:
    for hour, quality in ((9, 5), (9, 2), (23, 4)):
        record(studied, 1, at(DAY, hour), DAY, "practice", quality=quality)
    assert answers_by_hour(studied, None, DAY, DAY) == [HourCount(9, 2, 1), HourCount(23, 1, 1)]


def test_histograms_count_cards() -> None:
    with collection("강", "산") as database:
        record(database, 1, at(DAY, 9), DAY, "review", quality=5)
        record(database, 2, at(DAY, 9), DAY, "review", quality=3)
        record(database, 2, at(DAY, 9), DAY, "suspend")
        assert card_histogram(database, None, "stage") == {0: 4, 1: 1, 2: 1}
        assert card_histogram(database, None, "interval") == {1: 2}
        assert card_histogram(database, None, "ease") == {236: 1, 260: 1}
        assert card_histogram(database, None, "due") == {DAY + 1: 1}
        assert card_histogram(database, None, "due", DAY) == {}
        assert card_histogram(database, scope(database, "산"), "stage") == {0: 3}


def test_days_of_study_are_found_from_the_newest_back(studied: Database) -> None:
    assert last_study_day(studied) is None
    for day in (DAY - 9, DAY - 1, DAY):
        record(studied, 1, at(day, 9), day, "review", quality=4)
    assert last_study_day(studied) == DAY
    assert studied_days(studied, DAY, 10) == [DAY, DAY - 1, DAY - 9]
    assert studied_days(studied, DAY - 1, 1) == [DAY - 1]
    undo_last(studied, at(DAY, 10), DAY)
    assert last_study_day(studied) == DAY - 1


def test_only_right_answers_given_here_have_times(studied: Database) -> None:
    for quality, think_ms in ((4, 900), (2, 100), (5, 700), (4, None), (4, 500)):
        record(studied, 1, at(DAY, 9), DAY, "review", quality=quality, think_ms=think_ms)
    undo_last(studied, at(DAY, 9), DAY)
    assert right_answer_times(studied, "text") == [700, 900]
    assert right_answer_times(studied, "text", limit=1) == [700]
    assert right_answer_times(studied, "date") == []


def test_a_days_answers_come_in_order_without_those_taken_back(studied: Database) -> None:
    record(studied, 3, at(RECENT - 1, 9), RECENT - 1, "review", quality=4)
    for card_id in (2, 1, 3):
        record(studied, card_id, at(RECENT, 9), RECENT, "review", quality=4)
    record(studied, 1, at(RECENT, 9), RECENT, "flag", payload={"flag": 1})
    undo_last(studied, at(RECENT, 9), RECENT)
    undo_last(studied, at(RECENT, 9), RECENT)
    assert [answer.card_id for answer in answers_on(studied, RECENT)] == [2, 1]


def test_cards_ahead_come_soonest_first() -> None:
    with collection("강", "산") as database:
        for card_id, quality in ((1, 5), (2, 5), (4, 5), (5, 5)):
            record(database, card_id, at(DAY, 9), DAY, "review", quality=quality)
        record(database, 2, at(DAY, 9), DAY, "set_due", payload={"due_day": DAY + 50})
        record(database, 5, at(DAY, 9), DAY, "suspend")
        decks = scope(database, None)
        assert ahead_ids(database, decks, DAY, 9) == [1, 4, 2]
        assert ahead_ids(database, decks, DAY, 2) == [1, 4]
        assert ahead_ids(database, decks, DAY + 1, 9) == [2]
        assert cram_ids(database, decks, 4) == [1, 2, 3, 4]
        assert cram_ids(database, scope(database, "산"), 9) == [4, 6]


def test_a_prompt_can_be_had_without_its_note(studied: Database) -> None:
    assert prompt_of(studied, 1) == ("q", "term 0", "뜻 0", False, "ko")


def test_a_streak_ends_today_or_yesterday_and_at_the_first_gap(studied: Database) -> None:
    assert streak_days(studied, DAY) == 0
    for day in (DAY - 5, DAY - 3, DAY - 2, DAY - 1):
        record(studied, 1, at(day, 9), day, "review", quality=4)
    assert [streak_days(studied, DAY + ahead) for ahead in (-1, 0, 1)] == [3, 3, 0]
    record(studied, 1, at(DAY, 9), DAY, "review", quality=4)
    assert [streak_days(studied, DAY + ahead) for ahead in (0, 1, 2)] == [4, 4, 0]
