"""The figures of `stats --json` keep their shape."""

import json

from overmorrow.stats.counts import Counts, DayCount, HourCount
from overmorrow.stats.figures import figures
from overmorrow.stats.report import make_report

MONDAY = 739_943


def _figures(counts: Counts) -> dict[str, object]:
    return figures(make_report(counts, MONDAY, days=2, days_ahead=2))


def test_what_cannot_be_known_is_null() -> None:
    shown = _figures(Counts())
    assert shown["retention"] == {
        name: {"right": 0, "total": 0, "share": None} for name in ("all", "young", "mature")
    }
    assert shown["median_interval_days"] is None
    assert shown["median_ease_hundredths"] is None


def test_days_are_dates_and_steps_are_numbers() -> None:
    shown = _figures(
        Counts(
            days=(DayCount(MONDAY, "young", 4, 3, 4_499),),
            hours=(HourCount(21, 3, 3),),
            interval_cards={15: 2, 6: 1},
            ease_cards={250: 3},
            due_cards={MONDAY + 1: 3},
        )
    )
    nothing = {"new": 0, "review": 0, "drill": 0, "practice": 0, "seconds": 0}
    assert shown["reviews_by_day"] == [
        {"day": "2026-11-22", **nothing},
        {"day": "2026-11-23", **nothing, "review": 3, "seconds": 4},
    ]
    assert shown["forecast"] == [{"day": "2026-11-23", "due": 0}, {"day": "2026-11-24", "due": 3}]
    assert shown["intervals"] == {"6": 1, "15": 2}
    assert shown["ease"] == {"250": 3}
    assert shown["hours"] == [{"hour": 21, "right": 3, "total": 3}]
    assert shown["qualities"] == {"0": 0, "1": 0, "2": 0, "3": 0, "4": 3, "5": 0}
    assert json.loads(json.dumps(shown)) == shown


def test_a_share_is_given_from_twenty_answers_on() -> None:
    shown = _figures(Counts(days=(DayCount(MONDAY, "mature", 4, 20, 0),)))
    retention = shown["retention"]
    assert isinstance(retention, dict)
    assert retention["mature"] == {"right": 20, "total": 20, "share": 1.0}
    assert retention["young"] == {"right": 0, "total": 0, "share": None}
