"""The page about one card: where its schedule comes from."""

from dataclasses import replace

import pytest

from overmorrow.clock import StudyDay
from overmorrow.jobs.card_info import CardInfo, PastAnswer, PastChange
from overmorrow.messages import Messages
from overmorrow.scheduling.answer_kind import AnswerKind
from overmorrow.settings import Settings
from overmorrow.tui.card_info_rows import info_rows
from overmorrow.tui.frame import Frame
from overmorrow.tui.program import OvermorrowApp
from tests.tui.conftest import ScreenMatches
from tests.tui.playing import Player, play
from tests.tui.scripted import (
    DAY,
    LAKE,
    ScriptedCollection,
    ScriptedSession,
    Stopwatch,
    asked,
    options_of,
)

FIRST = PastAnswer(
    study_day=DAY - 40,
    typed="",
    verdict="",
    kind=AnswerKind.NEW,
    proposed=None,
    quality=4,
    learned=False,
    interval_days=1,
    answer_ms=4800,
    nth=0,
    imported=True,
)
WRONG = replace(
    FIRST,
    study_day=DAY - 7,
    typed="카스피해",
    verdict="WRONG",
    kind=AnswerKind.YOUNG,
    proposed=1,
    quality=2,
    nth=3,
    imported=False,
)
DRILL = replace(
    WRONG,
    typed="바이칼호",
    verdict="CORRECT",
    kind=AnswerKind.DRILL,
    proposed=4,
    quality=4,
    interval_days=None,
    nth=4,
)
LEARNED = replace(
    WRONG, study_day=DAY - 6, typed="Baikal", quality=4, learned=True, interval_days=6, nth=5
)
CHANGES = (
    PastChange(study_day=DAY - 6, nth=6, what="suspend"),
    PastChange(study_day=DAY - 39, nth=2, what="set_due", due_day=DAY - 7),
    PastChange(study_day=DAY - 40, nth=1, what="taken_over", due_day=DAY - 30, interval_days=10),
)


class Told(ScriptedCollection):
    """A collection whose one card has a past."""

    def card_info(self, card_id: int) -> CardInfo:
        info = super().card_info(card_id)
        answers = (LEARNED, DRILL, WRONG, FIRST)
        return replace(info, answers=answers, changes=CHANGES, tags=("호수", "러시아"))


@pytest.mark.parametrize("size", [(80, 24), (40, 15)], ids=["80x24", "40x15"])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_card_info_screen(
    screen_matches: ScreenMatches, language: str, size: tuple[int, int]
) -> None:
    session = ScriptedSession([asked(LAKE)])
    app = OvermorrowApp(
        options_of(language, Settings()), Told(session), session, now_ms=Stopwatch()
    )

    async def scenario(player: Player) -> None:
        await player.write("카스피해", "enter", "i")
        screen_matches(app, f"card_info_{language}_{size[0]}x{size[1]}")

    play(app, scenario, size)


@pytest.mark.parametrize(
    ("later", "told"),
    [
        (0, "(오늘)"),
        (2, "(모레)"),
        (15, "(15일 뒤)"),
        (584, "(1.6년 뒤)"),
        (-72, "(72일 지남)"),
    ],
)
def test_due_day_says_how_far_off_it_is(later: int, told: str) -> None:
    info = ScriptedCollection(ScriptedSession([])).card_info(1)
    due = info.state.sm2.due_day
    assert due is not None
    rows = info_rows(replace(info, day=StudyDay(due - later)), Frame(80, 24), Messages("ko"))
    lines = ["".join(piece for piece, _ in row) for row in rows]
    assert next(line for line in lines if line.startswith("일정")).endswith(told)
