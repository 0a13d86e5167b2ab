"""The paragraph a card is from, while studying."""

from datetime import date

from overmorrow.jobs.card_source import CardSource
from overmorrow.messages import Messages
from overmorrow.tui.marked_text import Marks
from overmorrow.tui.program import OvermorrowApp
from overmorrow.tui.source_rows import GAP, source_rows, without_answer
from tests.tui.conftest import ScreenMatches, screen_lines
from tests.tui.playing import Player, play
from tests.tui.scripted import (
    LAKE,
    LENGTH,
    ScriptedCollection,
    ScriptedSession,
    Stopwatch,
    asked,
    options_of,
)

PARAGRAPH = "호수 이야기다. 세상에서 가장 깊은 호수는 바이칼호다. 바이칼에는 물범이 산다."
SENTENCE = (9, PARAGRAPH.index(" 바이칼에는"))
SOURCE = CardSource(
    title="바이칼호에서",
    author="한물결",
    day=date(2024, 3, 5),
    paragraph=3,
    paragraph_text=PARAGRAPH,
    sentence=SENTENCE,
    answer=(PARAGRAPH.index("바이칼호"), PARAGRAPH.index("바이칼호") + 4),
)


def app_with_source(*, has_source: bool = True) -> OvermorrowApp:
    session = ScriptedSession([asked(LAKE), asked(LENGTH)])
    collection = ScriptedCollection(session)
    if has_source:
        collection.sources[asked(LAKE).card_id] = SOURCE
    return OvermorrowApp(options_of(), collection, session, now_ms=Stopwatch())


def test_answer_is_hidden_wherever_it_stands() -> None:
    hidden = without_answer(SOURCE, ("바이칼호", "바이칼"))
    assert "바이칼" not in hidden.paragraph_text + hidden.title
    assert hidden.paragraph_text.count(GAP) == 2
    assert hidden.paragraph_text[slice(*hidden.sentence)].endswith(f"호수는 {GAP}다.")


def test_answer_of_one_letter_is_hidden_at_its_place() -> None:
    source = SOURCE._replace(paragraph_text="물은 물이다. 물.", sentence=(0, 7), answer=(3, 4))
    assert without_answer(source, ("물",)).paragraph_text == f"물은 {GAP}이다. 물."


def test_source_without_a_name_shows_its_paragraph_alone() -> None:
    rows = source_rows(SOURCE._replace(title="", author="", day=None), Marks(), 76, Messages("ko"))
    assert "".join(text for text, _ in rows[-1]) == ""


def test_source_is_seen_without_the_answer_and_costs_a_hint() -> None:
    app = app_with_source()

    async def scenario(player: Player) -> None:
        await player.write("바이", "alt+o")
        assert player.screen_name == "SourceScreen"
        assert "[ ··· ]다. [ ··· ]에는" in player.text
        assert "바이칼" not in player.text
        assert "힌트 하나로 쳐요." in player.status
        await player.press("escape")
        assert player.typed == "바이"
        await player.write("바이칼호", "enter")
        assert "> 3 힘겨움" in player.text

    play(app, scenario)


def test_looking_twice_is_one_hint() -> None:
    app = app_with_source()

    async def scenario(player: Player) -> None:
        await player.press("alt+ㅐ", "o", "alt+o", "escape")
        await player.write("바이칼호", "enter")
        session = app._collection.study(None, app._options.limits)
        assert isinstance(session, ScriptedSession)
        assert session.judged_calls[-1][3] == 1

    play(app, scenario)


def test_time_stands_still_while_the_source_is_open() -> None:
    app = app_with_source()

    async def scenario(player: Player) -> None:
        await player.press("alt+o")
        await player.press("down", "down", "down", "down", "escape")
        await player.write("바이칼호", "enter")
        session = app._collection.study(None, app._options.limits)
        assert isinstance(session, ScriptedSession)
        assert session.judged_calls[-1][2] < 8000

    play(app, scenario)


def test_source_opens_from_the_commands_too() -> None:
    async def scenario(player: Player) -> None:
        await player.press("escape")
        await player.press("o")
        assert player.screen_name == "SourceScreen"
        await player.press("o")
        assert "Enter 채점" in player.text

    play(app_with_source(), scenario)


def test_after_the_verdict_the_answer_is_in_its_sentence() -> None:
    async def scenario(player: Player) -> None:
        await player.write("바이칼호", "enter")
        assert "o 원문" in player.lines[-1]
        await player.press("o")
        assert "가장 깊은 호수는 바이칼호다." in player.text
        assert "한물결, 바이칼호에서 (2024-03-05)" in player.text
        await player.press("enter")
        assert "정답    바이칼호" in player.text
        assert "> 5 즉답" in player.text

    play(app_with_source(), scenario)


def test_card_without_an_article_says_so_with_what_its_file_says() -> None:
    async def scenario(player: Player) -> None:
        await player.press("alt+o")
        assert player.status == "이 카드에는 간직한 원문이 없어요."
        await player.write("바이칼호", "enter")
        assert "o 원문" not in player.lines[-1]
        await player.press("ㅐ")
        assert player.status == "간직한 원문은 없어요. 출처: 우리 지리 공책, 3쪽"

    play(app_with_source(has_source=False), scenario)


def test_source_opens_from_card_info() -> None:
    async def scenario(player: Player) -> None:
        await player.write("바이칼호", "enter", "i", "o")
        assert player.screen_name == "SourceScreen"
        await player.press("escape")
        assert player.screen_name == "CardInfoScreen"

    play(app_with_source(), scenario)


def test_wide_screen_has_the_paragraph_at_its_side_once_judged(
    screen_matches: ScreenMatches,
) -> None:
    app = app_with_source()

    async def scenario(player: Player) -> None:
        assert "이야기다" not in player.text
        await player.write("바이칼호", "enter")
        assert any("이야기다" in line for line in screen_lines(app))
        screen_matches(app, "study_source_120x40")

    play(app, scenario, size=(120, 40))


def test_source_screen(screen_matches: ScreenMatches) -> None:
    app = app_with_source()

    async def scenario(player: Player) -> None:
        await player.press("alt+o")
        screen_matches(app, "source_hidden_ko")
        await player.press("escape")
        await player.write("바이칼호", "enter", "o")
        screen_matches(app, "source_ko")
        await player.resize(40, 15)
        screen_matches(app, "source_ko_40x15")

    play(app, scenario)
