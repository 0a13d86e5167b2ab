"""Golden screens; after a change run with --update-screens and look at each one."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from textual.pilot import Pilot

from overmorrow.cards.quality import Quality
from overmorrow.cards.verdict import Verdict
from overmorrow.grading.grading import Grading
from overmorrow.jobs.asked import AskKind
from overmorrow.settings import Settings
from overmorrow.tui.program import OvermorrowApp
from tests.tui.conftest import ScreenMatches, box_of, screen_lines
from tests.tui.scripted import (
    GAP,
    GULF,
    LAKE,
    LENGTH,
    LIST_GRADING,
    OCEAN,
    RIVERS,
    WHY,
    ScriptedSession,
    app_of,
    asked,
)

Steps = Callable[[OvermorrowApp, Pilot[None]], Awaitable[None]]

TYPO = Grading(
    verdict=Verdict.CLOSE,
    reason="letter_differs",
    details=(("typed", "갈"), ("wanted", "칼")),
    matched="바이칼호",
    diff=((4, 6),),
    quality=Quality.GOOD,
    kind="typo",
)
TYPO_EN = Grading(
    verdict=Verdict.CLOSE,
    reason="letter_differs",
    details=(("typed", "Tomkin"), ("wanted", "Tonkin")),
    matched="Gulf of Tonkin",
    diff=((10, 11),),
    quality=Quality.GOOD,
    kind="typo",
)
UNIT = Grading(
    verdict=Verdict.CORRECT,
    reason="same_value",
    matched="6,650km",
    value="6,650,000m",
    quality=Quality.EASY,
    kind="correct",
)
UNFINISHED = Grading(
    verdict=Verdict.WRONG,
    reason="unfinished",
    details=(("sign", "ㅎ"),),
    slip="unfinished",
    quality=Quality.NEARLY,
    kind="near",
)


async def nothing(_app: OvermorrowApp, _pilot: Pilot[None]) -> None:
    pass


def typed(text: str, *keys: str) -> Steps:
    async def steps(app: OvermorrowApp, pilot: Pilot[None]) -> None:
        box_of(app).value = text
        box_of(app).cursor_position = len(text)
        await pilot.press(*keys)

    return steps


def pressed(*keys: str) -> Steps:
    async def steps(_app: OvermorrowApp, pilot: Pilot[None]) -> None:
        await pilot.press(*keys)

    return steps


def session_of(*kinds: AskKind) -> ScriptedSession:
    cards = [LAKE, LENGTH, RIVERS, OCEAN]
    return ScriptedSession(
        [asked(card, kind) for card, kind in zip(cards, kinds, strict=False)],
        {"바이갈호": TYPO, "6650000m": UNIT, "바이칼ㅎ": UNFINISHED},
    )


REVIEWS = (AskKind.REVIEW, AskKind.NEW, AskKind.REVIEW)
ENGLISH = ScriptedSession([asked(GULF, deck="Water", kind=AskKind.NEW)])

STUDY_SCREENS = [
    ("ask", session_of(*REVIEWS), typed("바이칼"), "ko"),
    ("correct", session_of(*REVIEWS), typed("바이칼호", "enter"), "ko"),
    ("close", session_of(*REVIEWS), typed("바이갈호", "enter"), "ko"),
    ("wrong", session_of(*REVIEWS), typed("카스피해", "enter"), "ko"),
    ("blank", session_of(*REVIEWS), pressed("enter"), "ko"),
    ("overrule", session_of(*REVIEWS), typed("바이칼 호수", "enter", "y"), "ko"),
    ("overruled", session_of(*REVIEWS), typed("바이칼 호수", "enter", "y", "o"), "ko"),
    ("self", session_of(*REVIEWS), pressed("space"), "ko"),
    ("hints", session_of(*REVIEWS), pressed("tab", "tab"), "ko"),
    ("retry", session_of(*REVIEWS), typed("바이칼ㅎ", "enter"), "ko"),
    ("commands", session_of(*REVIEWS), typed("바이", "escape"), "ko"),
    (
        "number",
        ScriptedSession([asked(LENGTH)], {"6650000m": UNIT}),
        typed("6650000m", "enter"),
        "ko",
    ),
    (
        "list",
        ScriptedSession([asked(RIVERS)], {"아마존, 파라나강": LIST_GRADING}),
        typed("아마존, 파라나강", "enter"),
        "ko",
    ),
    ("choice", ScriptedSession([asked(OCEAN, AskKind.NEW)]), pressed("down", "tab"), "ko"),
    ("cloze", ScriptedSession([asked(GAP)]), nothing, "ko"),
    ("long", ScriptedSession([asked(WHY, AskKind.NEW)]), nothing, "ko"),
    (
        "drill",
        ScriptedSession([asked(LAKE, AskKind.DRILL, wrong_today=2)]),
        typed("바이칼", "enter"),
        "ko",
    ),
    (
        "close_en",
        ScriptedSession([asked(GULF, deck="Geography::Water")], {"Gulf of Tomkin": TYPO_EN}),
        typed("Gulf of Tomkin", "enter"),
        "en",
    ),
    ("ask_en", ENGLISH, nothing, "en"),
]


def show(
    app: OvermorrowApp, size: tuple[int, int], steps: Steps, check: Callable[[], None]
) -> None:
    async def scenario() -> None:
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await steps(app, pilot)
            await app.workers.wait_for_complete()
            await pilot.pause()
            check()

    asyncio.run(scenario())


@pytest.mark.parametrize(
    ("name", "session", "steps", "language"),
    [pytest.param(*row, id=row[0]) for row in STUDY_SCREENS],
)
def test_study_screen_at_80_by_24(
    name: str,
    session: ScriptedSession,
    steps: Steps,
    language: str,
    screen_matches: ScreenMatches,
) -> None:
    app = app_of(session, language=language)
    show(app, (80, 24), steps, lambda: screen_matches(app, f"study_{name}"))


def test_list_fits_forty_columns(screen_matches: ScreenMatches) -> None:
    session = ScriptedSession([asked(RIVERS)], {"아마존, 파라나강": LIST_GRADING})
    app = app_of(session)
    steps = typed("아마존, 파라나강", "enter")
    show(app, (40, 15), steps, lambda: screen_matches(app, "study_list_40x15"))


@pytest.mark.parametrize("size", [(40, 15), (120, 40)], ids=["40x15", "120x40"])
@pytest.mark.parametrize(
    ("name", "steps"),
    [
        pytest.param("ask", typed("바이갈"), id="ask"),
        pytest.param("close", typed("바이갈호", "enter"), id="close"),
        pytest.param("self", pressed("space"), id="self"),
        pytest.param("overrule", typed("카스피해", "enter", "y"), id="overrule"),
    ],
)
def test_study_screen_at_other_sizes(
    name: str, steps: Steps, size: tuple[int, int], screen_matches: ScreenMatches
) -> None:
    app = app_of(session_of(*REVIEWS))
    width, height = size
    show(app, size, steps, lambda: screen_matches(app, f"study_{name}_{width}x{height}"))


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("size", [(80, 24), (40, 15)], ids=["80x24", "40x15"])
def test_summary_screen(
    language: str, size: tuple[int, int], screen_matches: ScreenMatches
) -> None:
    app = app_of(ScriptedSession([asked(LAKE)]), language=language)
    suffix = "" if size == (80, 24) else "_40x15"
    steps = typed("바이칼호", "enter", "enter")
    show(app, size, steps, lambda: screen_matches(app, f"summary_{language}{suffix}"))


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize(
    ("name", "steps"),
    [
        pytest.param("ask", pressed("f1"), id="ask"),
        pytest.param("judged", typed("카스피해", "enter", "question_mark"), id="judged"),
    ],
)
def test_help_screen(language: str, name: str, steps: Steps, screen_matches: ScreenMatches) -> None:
    app = app_of(session_of(*REVIEWS), language=language)
    show(app, (80, 24), steps, lambda: screen_matches(app, f"help_{name}_{language}"))


def test_progress_line_can_be_left_out_and_nothing_moves() -> None:
    shown: list[list[str]] = []

    async def keep(app: OvermorrowApp, _pilot: Pilot[None]) -> None:
        shown.append(screen_lines(app))

    for settings in (Settings(), Settings(progress_line=False)):
        show(app_of(session_of(*REVIEWS), settings=settings), (80, 24), keep, lambda: None)
    with_line, without = shown
    assert with_line[1].strip("━─ ") == ""
    assert with_line[1] != ""
    assert without[1] == ""
    assert with_line[0] == without[0]
    assert with_line[2:] == without[2:]


def test_ascii_screen_has_no_sign_of_uncertain_width(screen_matches: ScreenMatches) -> None:
    app = app_of(
        ScriptedSession([asked(GULF, deck="Geography::Water")], {"Gulf of Tomkin": TYPO_EN}),
        language="en",
        settings=Settings(ascii=True),
    )
    steps = typed("Gulf of Tomkin", "enter")
    show(app, (80, 24), steps, lambda: screen_matches(app, "study_close_ascii"))


@pytest.mark.parametrize("size", [(1, 1), (8, 4), (20, 8), (59, 17), (61, 18), (250, 70)])
@pytest.mark.parametrize(
    "steps",
    [
        pytest.param(typed("카스피해", "enter"), id="judged"),
        pytest.param(typed("카스피해", "enter", "y"), id="overrule"),
        pytest.param(pressed("space"), id="self"),
        pytest.param(pressed("tab", "tab", "f1"), id="help"),
        pytest.param(pressed("escape", "escape"), id="home"),
        pytest.param(pressed("escape", "escape", "t", "2", "3"), id="statistics"),
    ],
)
def test_no_size_of_terminal_is_too_small_or_large(size: tuple[int, int], steps: Steps) -> None:
    app = app_of(session_of(*REVIEWS))
    show(app, size, steps, lambda: None)
    assert app.crash is None
