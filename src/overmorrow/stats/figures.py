"""A report as the figures that `stats --json` prints."""

from collections.abc import Mapping
from datetime import date

from overmorrow.stats.days import Day
from overmorrow.stats.recalled import Recalled
from overmorrow.stats.report import Report, median


def figures(report: Report) -> dict[str, object]:
    """Return the report as plain values; what cannot be known yet is None."""
    return {
        "today": _today(report.today),
        "retention": {
            "all": _recalled(report.retention),
            "young": _recalled(report.young),
            "mature": _recalled(report.mature),
        },
        "reviews_by_day": [_day(day) for day in report.days],
        "forecast": [{"day": _iso(day), "due": cards} for day, cards in report.forecast],
        "overdue_cards": report.overdue,
        "cards": {
            "new": report.new_cards,
            "learned": report.learned_cards,
            "suspended": report.suspended_cards,
            "young": report.young_cards,
            "mature": report.mature_cards,
        },
        "intervals": _by_value(report.interval_cards),
        "median_interval_days": median(report.interval_cards),
        "ease": _by_value(report.ease_cards),
        "median_ease_hundredths": median(report.ease_cards),
        "hours": [
            {"hour": hour.hour, "right": hour.recalled.right, "total": hour.recalled.total}
            for hour in report.hours
        ],
        "qualities": {str(quality): count for quality, count in enumerate(report.qualities)},
        "streak_days": report.streak_days,
        "longest_streak_days": report.longest_streak_days,
    }


def _today(day: Day) -> dict[str, int]:
    return {
        "answers": day.answers,
        "new_cards": day.new,
        "review_cards": day.review,
        "drills": day.drill,
        "right_first": day.right_first,
        "asked_first": day.asked_first,
        "seconds": day.seconds,
    }


def _day(day: Day) -> dict[str, object]:
    return {
        "day": _iso(day.study_day),
        "new": day.new,
        "review": day.review,
        "drill": day.drill,
        "practice": day.practice,
        "seconds": day.seconds,
    }


def _recalled(recalled: Recalled) -> dict[str, object]:
    share = recalled.share
    return {
        "right": recalled.right,
        "total": recalled.total,
        "share": None if share is None else round(share, 4),
    }


def _by_value(cards: Mapping[int, int]) -> dict[str, int]:
    return {str(value): cards[value] for value in sorted(cards)}


def _iso(study_day: int) -> str:
    return date.fromordinal(study_day).isoformat()
