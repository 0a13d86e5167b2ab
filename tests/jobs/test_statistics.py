"""Every page equals a recount of the log that was written apart from the product."""

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import date

import pytest

from overmorrow.clock import Moment
from overmorrow.jobs.browse import Order, find
from overmorrow.jobs.day import current_day
from overmorrow.jobs.home import overview
from overmorrow.jobs.statistics import statistics_page
from overmorrow.messages import Messages
from overmorrow.settings import Settings
from overmorrow.stats.pages.drawing import Room
from overmorrow.stats.pages.page import DAYS, PageName, Wish
from overmorrow.stats.pages.searches import in_deck as in_deck_search
from overmorrow.stats.pages.sheet import as_figures
from overmorrow.store.check import problems_of
from overmorrow.store.database import Database, open_database
from tests.jobs.history import DECKS, Counted, Standing, deck_of, fill, given, recount

HISTORY = given()
COUNTED, ENDS = recount(HISTORY)
SUSPENDED = min(each.card for each in HISTORY)
NOW = Moment(HISTORY[-1].moment_ms, -7 * 60)
TODAY = max(each.day for each in COUNTED)
STEPS = ((1, 1), (2, 6), (7, 20), (21, 59), (60, 179), (180, None))
SCHEDULED = ("young", "mature")
FIRST = ("new", *SCHEDULED)
SCOPES = (None, *DECKS[:2])


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    path = tmp_path_factory.mktemp("history") / "study.db"
    with closing(open_database(str(path), durability="normal")) as filled:
        fill(filled, HISTORY)
        yield filled


def figures(database: Database, page: PageName, **wish: object) -> dict[str, object]:
    wanted = Wish(page)._replace(**wish)  # type: ignore[arg-type]  # the test names the fields
    return as_figures(statistics_page(database, lambda: NOW, Settings(), wanted).sheet())


def within(deck: str | None, days: int | None = None, last: int = TODAY) -> list[Counted]:
    return [
        each
        for each in COUNTED
        if in_deck(each.card, deck) and (days is None or last - days < each.day <= last)
    ]


def in_deck(card: int, deck: str | None) -> bool:
    name = deck_of(card)
    return deck is None or name == deck or name.startswith(deck + "::")


def ends_in(deck: str | None, *, resting: bool = True) -> list[Standing]:
    """Where the deck's cards stand, with or without the suspended one."""
    cards = [card for card in ENDS if in_deck(card, deck) and (resting or card != SUSPENDED)]
    return [ENDS[card] for card in cards]


def right(answers: list[Counted]) -> int:
    return sum(each.quality >= 3 for each in answers)


def seconds(answers: list[Counted]) -> int:
    return round(sum(each.answer_ms for each in answers) / 1000)


BOUNDS = ("low_percent", "high_percent")


def shares(answers: list[Counted]) -> dict[str, object]:
    """Return right, total, share and Wilson's bounds, worked out in the textbook's other form."""
    total, kept = len(answers), right(answers)
    if total < 20:
        return {"right": kept, "total": total, "share": None, **dict.fromkeys(BOUNDS)}
    z = 1.96
    p = kept / total
    root = z * ((p * (1 - p) + z * z / (4 * total)) / total) ** 0.5
    middle, width = p + z * z / (2 * total), 1 + z * z / total
    bounds = [round(100 * (middle + sign * root) / width) for sign in (-1, 1)]
    return {
        "right": kept,
        "total": total,
        "share": round(p, 4),
        **dict(zip(BOUNDS, bounds, strict=True)),
    }


def iso(day: int) -> str:
    return date.fromordinal(day).isoformat()


def test_the_history_has_all_kinds_of_answers() -> None:
    kinds = Counter(each.kind for each in COUNTED)
    assert set(kinds) == {"new", "young", "mature", "drill", "ahead", "practice"}
    assert min(kinds.values()) > 20
    assert len(COUNTED) < len(HISTORY)


def test_the_counts_kept_are_those_of_the_log(database: Database) -> None:
    assert problems_of(database) == []


@pytest.mark.parametrize("deck", SCOPES)
def test_page_1_today(database: Database, deck: str | None) -> None:
    shown = figures(database, PageName.TODAY, deck=deck)
    answers = within(deck, 1)
    first = [each for each in answers if each.kind in FIRST]
    days = {each.day for each in COUNTED}
    run = next(n for n in range(10_000) if TODAY - n not in days)
    runs = [next(n for n in range(10_000) if day + n not in days) for day in days]
    due = [
        end.due
        for card, end in ENDS.items()
        if in_deck(card, deck) and card != SUSPENDED and end.due < TODAY + 14
    ]
    assert shown == {
        "day": iso(TODAY),
        "answers": len(answers),
        "seconds": seconds(answers),
        "right_first": right(first),
        "asked_first": len(first),
        "new": sum(each.kind == "new" for each in answers),
        "drill": sum(each.kind == "drill" for each in answers),
        "streak_days": run,
        "longest_streak_days": max(runs),
        "overdue_cards": sum(day < TODAY for day in due),
        "due_in_all": len(due),
        "new_cards": sum(in_deck(card, deck) for card in range(5000, 5010)),
        "young_cards": sum(end.interval < 21 for end in ends_in(deck, resting=False)),
        "mature_cards": sum(end.interval >= 21 for end in ends_in(deck, resting=False)),
        "suspended_cards": int(in_deck(SUSPENDED, deck)),
        "forecast": [
            {"day": iso(day), "due": sum(max(each, TODAY) == day for each in due)}
            for day in range(TODAY, TODAY + 14)
        ],
    }


@pytest.mark.parametrize("days", DAYS)
@pytest.mark.parametrize("deck", SCOPES)
def test_page_2_memory(database: Database, deck: str | None, days: int | None) -> None:
    shown = figures(database, PageName.MEMORY, deck=deck, days=days)
    periods = (
        ("period_today", 1, TODAY),
        ("period_yesterday", 1, TODAY - 1),
        ("period_week", 7, TODAY),
        ("period_month", 30, TODAY),
        ("period_year", 365, TODAY),
        ("period_all", None, TODAY),
    )
    assert shown["retention"] == [
        {
            "period": name,
            "of": of,
            **shares([each for each in within(deck, length, last) if each.kind in kinds]),
        }
        for name, length, last in periods
        for of, kinds in (("young", ("young",)), ("mature", ("mature",)), ("all", SCHEDULED))
    ]
    scheduled = [each for each in within(deck, days) if each.kind in SCHEDULED]
    assert shown["retention_by_interval"] == [
        {
            "from_days": low,
            "to_days": high,
            **shares([e for e in scheduled if low <= e.interval <= (high or 99_999)]),
        }
        for low, high in STEPS
    ]


@pytest.mark.parametrize("days", DAYS)
@pytest.mark.parametrize("deck", SCOPES)
def test_page_3_amounts(database: Database, deck: str | None, days: int | None) -> None:
    answers = within(deck, days)
    studied = sorted({each.day for each in answers}, reverse=True)
    rows = []
    for day in studied:
        kinds = Counter(each.kind for each in answers if each.day == day)
        rows.append(
            {
                "day": iso(day),
                "review": kinds["young"] + kinds["mature"],
                "new": kinds["new"],
                "drill": kinds["drill"],
                "practice": kinds["ahead"] + kinds["practice"],
                "answers": kinds.total(),
                "seconds": seconds([each for each in answers if each.day == day]),
            }
        )
    assert figures(database, PageName.REVIEWS, deck=deck, days=days) == {
        "answers": len(answers),
        "seconds": seconds(answers),
        "days_studied": len(studied),
        "answers_a_day": round(len(answers) / len(studied)) if studied else None,
        "answers_by_day": rows,
    }


@pytest.mark.parametrize("until", [None, TODAY - 100])
@pytest.mark.parametrize("deck", SCOPES)
def test_page_5_calendar(database: Database, deck: str | None, until: int | None) -> None:
    last = until or TODAY
    first = last - date.fromordinal(last).weekday() - 51 * 7
    answers = [each for each in within(deck) if first <= each.day <= last]
    by_day: dict[int, list[Counted]] = {}
    for each in answers:
        by_day.setdefault(each.day, []).append(each)
    best = max(by_day, key=lambda day: (len(by_day[day]), day))
    begin = max(first, min(each.day for each in COUNTED))
    shown = figures(database, PageName.CALENDAR, deck=deck, until=until)
    assert shown == {
        "days_studied": len(by_day),
        "days_in_view": last - begin + 1,
        "best_day": iso(best),
        "best_day_answers": len(by_day[best]),
        "answers_by_day": [
            {
                "day": iso(day),
                "answers": len(by_day[day]),
                "right_first": right([e for e in by_day[day] if e.kind in FIRST]),
                "asked_first": sum(e.kind in FIRST for e in by_day[day]),
                "seconds": seconds(by_day[day]),
            }
            for day in sorted(by_day, reverse=True)
        ],
    }


@pytest.mark.parametrize("deck", SCOPES)
def test_page_6_intervals_and_7_ease(database: Database, deck: str | None) -> None:
    intervals = sorted(end.interval for end in ends_in(deck))
    shown = figures(database, PageName.INTERVALS, deck=deck)
    assert (shown["cards"], shown["median_interval_days"]) == (
        len(intervals),
        intervals[(len(intervals) - 1) // 2],
    )
    groups = ((1, 1), (2, 6), (7, 13), (14, 20), (21, 29), (30, 59), (60, 89), (90, 179))
    groups_to_the_end = (*groups, (180, 364), (365, None))
    assert shown["cards_by_interval"] == [
        {
            "from_days": low,
            "to_days": high,
            "cards": sum(low <= each <= (high or 99_999) for each in intervals),
        }
        for low, high in groups_to_the_end
    ]
    eases = sorted(end.ease for end in ends_in(deck))
    shown = figures(database, PageName.EASE, deck=deck)
    assert shown["median_ease"] == eases[(len(eases) - 1) // 2]
    tenths = Counter(min(each // 10, 30) for each in eases)
    assert shown["cards_by_ease"] == [
        {
            "from_ease": tenth * 10,
            "to_ease": None if tenth == 30 else tenth * 10 + 9,
            "cards": tenths[tenth],
        }
        for tenth in range(13, 31)
    ]
    assert shown["eases"] == [{"ease": e, "cards": n} for e, n in sorted(Counter(eases).items())]


@pytest.mark.parametrize("days", DAYS)
@pytest.mark.parametrize("deck", SCOPES)
def test_page_8_hours(database: Database, deck: str | None, days: int | None) -> None:
    answers = within(deck, days)
    shown = figures(database, PageName.HOURS, deck=deck, days=days)
    assert shown["answers"] == len(answers)
    assert shown["answers_by_hour"] == [
        {
            "hour": hour,
            "answers": len(at),
            **shares([each for each in at if each.kind in SCHEDULED]),
        }
        for hour in range(24)
        if (at := [each for each in answers if each.hour == hour])
    ]


@pytest.mark.parametrize("days", DAYS)
@pytest.mark.parametrize("deck", SCOPES)
def test_page_9_answers(database: Database, deck: str | None, days: int | None) -> None:
    answers = within(deck, days)
    shown = figures(database, PageName.ANSWERS, deck=deck, days=days)
    many = len(answers) >= 20
    assert shown["answers_by_quality"] == [
        {
            "quality": quality,
            "answers": (n := sum(each.quality == quality for each in answers)),
            "share": round(n / len(answers), 4) if many else None,
        }
        for quality in range(6)
    ]
    pairs = Counter((each.proposed, each.quality) for each in answers if each.proposed is not None)
    assert shown["answers_by_choice"] == [
        {"proposed": proposed, "chosen": chosen, "answers": n}
        for (proposed, chosen), n in sorted(pairs.items())
    ]
    overruled = sum(n for (proposed, chosen), n in pairs.items() if proposed != chosen)
    assert (shown["overruled"], shown["proposed_in_all"]) == (overruled, pairs.total())
    wrong = Counter((each.card, each.typed) for each in answers if each.typed)
    mixed_up = shown["mixed_up"]
    assert isinstance(mixed_up, list)
    assert [each["times"] for each in mixed_up] == sorted(wrong.values(), reverse=True)[:5]
    for each in mixed_up:
        assert wrong[int(each["prompt"].split()[1]), each["typed"]] == each["times"]
    times: dict[int, list[int]] = {}
    for one in answers:
        if one.kind != "practice":
            times.setdefault(one.card, []).append(one.answer_ms)
    means = {card: sum(ms) / len(ms) for card, ms in times.items() if len(ms) >= 2}
    slow = shown["slow_cards"]
    assert isinstance(slow, list)
    assert [each["mean_seconds"] for each in slow] == [
        round(round(mean) / 1000, 1) for mean in sorted(means.values(), reverse=True)[:5]
    ]


def test_home_shows_what_the_pages_show(database: Database) -> None:
    home = overview(database, lambda: NOW, Settings())
    today = figures(database, PageName.TODAY)
    memory = figures(database, PageName.MEMORY)
    week = next(
        row
        for row in memory["retention"]  # type: ignore[attr-defined]  # JSON
        if (row["period"], row["of"]) == ("period_week", "all")
    )
    assert home.streak_days == today["streak_days"]
    assert home.retention == (week["right"], week["total"])
    amounts = figures(database, PageName.REVIEWS, days=7)
    assert sum(home.last_7_days) == amounts["answers"]
    assert home.seconds_today == today["seconds"]


def test_a_forecast_says_what_it_rests_on(database: Database) -> None:
    shown = figures(database, PageName.FORECAST, days_ahead=90)
    kept = [each for each in within(None, 365) if each.kind in SCHEDULED]
    assert shown["is_estimate"] == "yes"
    assert shown["recall_percent"] == round(100 * right(kept) / len(kept))
    assert shown["recall_from"] == "measured"
    assert shown["new_cards"] == 10
    overdue = [card for card, end in ENDS.items() if card != SUSPENDED and end.due < TODAY]
    assert shown["backlog_cards"] == len(overdue)
    days = shown["forecast"]
    assert isinstance(days, list)
    assert len(days) == 90
    due_today = sum(card != SUSPENDED and end.due == TODAY for card, end in ENDS.items())
    assert days[0] == {"day": iso(TODAY), "known": due_today, "from_new": 10}


@pytest.mark.parametrize("deck", SCOPES)
@pytest.mark.parametrize(
    ("page", "counted"),
    [
        (PageName.TODAY, "forecast"),
        (PageName.CALENDAR, "answers_by_day"),
        (PageName.INTERVALS, "cards_by_interval"),
        (PageName.EASE, "cards_by_ease"),
    ],
)
def test_a_bars_search_finds_its_cards(
    database: Database, page: PageName, counted: str, deck: str | None
) -> None:
    made = statistics_page(database, lambda: NOW, Settings(), Wish(page, deck))
    marks = made.drawing(Room(), Messages("en")).marks
    day = current_day(database, lambda: NOW, Settings())
    found = [
        len(find(database, in_deck_search(deck, mark.search), Order(), day).ids)
        for mark in marks
        if mark.search
    ]
    rows = as_figures(made.sheet())[counted]
    assert isinstance(rows, list)
    if page is PageName.CALENDAR:
        shown = {mark.search for mark in marks}
        days = [row["day"] for row in reversed(rows) if f"rated:{row['day']}" in shown]
        answered = [
            len(
                {
                    each.card
                    for each in within(deck)
                    if iso(each.day) == day_answered and each.kind != "practice"
                }
            )
            for day_answered in days
        ]
        assert found == answered
    else:
        assert found == [row["due" if page is PageName.TODAY else "cards"] for row in rows]
