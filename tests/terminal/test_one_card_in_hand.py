"""Cards at a real terminal: judged, overruled, edited, set aside, and all of it taken back."""

from contextlib import closing
from pathlib import Path

import pytest

from overmorrow.store.database import open_database
from tests.terminal.driver import Terminal, needs_tmux
from tests.terminal.learner import ADD, CHECK, COUNTED, FIRST_DAY, WRONG, Learner

pytestmark = [pytest.mark.terminal, needs_tmux]

SIZES = ((40, 15), (120, 40), (80, 24))


def rows_with(screen: str, text: str) -> list[int]:
    return [at for at, row in enumerate(screen.split("\n")) if text in row]


def shows_the_answer_at_every_size(terminal: Terminal, answer: str) -> None:
    for columns, rows in SIZES:
        terminal.resize(columns, rows)
        assert answer in terminal.until("a b", answer)


def test_all_that_is_done_to_cards_is_taken_back_step_by_step(tmp_path: Path) -> None:
    learner = Learner("ko", tmp_path)
    first, second = learner.cards_of(FIRST_DAY)[:2]
    path = tmp_path / "decks" / "alibaba-2015.ko.md"
    original = path.read_bytes()

    with learner.sits_down(FIRST_DAY) as terminal:
        terminal.until(learner.says[CHECK], first.prompt[:12])
        terminal.type("a b")
        asked = terminal.until("a b")
        terminal.press("Enter")
        judged = terminal.until(learner.says[WRONG], first.answer)
        for text in (first.prompt[:12], "a b"):
            assert rows_with(asked, text) == rows_with(judged, text)
        shows_the_answer_at_every_size(terminal, first.answer)

        terminal.press("y")
        terminal.until(learner.says[ADD])
        terminal.press("Enter")
        terminal.until(learner.says[COUNTED])
        terminal.press("Enter")
        terminal.until(second.prompt[:12], "복습 0 · 드릴 0    1/20")
        taught = path.read_text(encoding="utf-8").split("\n")
        assert [line for line in taught if "a b" in line and line.startswith("also: ")]

        terminal.press("F2")
        terminal.until("카드 고치기")
        terminal.type(" 다시 묻기")
        terminal.until("다시 묻기")
        terminal.press("C-s")
        terminal.until("저장했어요", "다시 묻기", "복습 0 · 드릴 0    1/20")
        edited = path.read_text(encoding="utf-8").split("\n")
        others = [pair for pair in zip(taught, edited, strict=True) if pair[0] != pair[1]]
        assert others == [(f"Q: {second.prompt}", f"Q: {second.prompt} 다시 묻기")]

        for key, said in (("F7", "쉬게 했어요"), ("F6", "내일로 미뤘어요"), ("F8", "깃발 1–7")):
            terminal.press(key)
            terminal.until(said)
        terminal.press("1")
        terminal.until("깃발 1을 달았어요")
        for _ in range(3):
            terminal.press("F9")
            terminal.until("되돌렸어요")
            terminal.press("Left")
            terminal.until_gone("되돌렸어요")
        assert path.read_text(encoding="utf-8").split("\n") == edited

        terminal.press("F9")
        terminal.until("되돌렸어요. 고침")
        terminal.press("F9")
        terminal.until("a b", first.prompt[:12], "드릴 0    0/20")
        assert path.read_bytes() == original
        terminal.press("C-y")
        terminal.until(second.prompt[:12], "드릴 0    1/20")
        terminal.press("C-y")
        terminal.until("다시 묻기")
        assert path.read_text(encoding="utf-8").split("\n") == edited
        terminal.press("C-q")
        assert terminal.ended() == 0


def test_an_answer_waits_for_another_window_and_a_card_changes_decks(tmp_path: Path) -> None:
    learner = Learner("ko", tmp_path)
    first, second = learner.cards_of(FIRST_DAY)[:2]
    with learner.sits_down(FIRST_DAY) as terminal:
        learner.answers(terminal, first, "xyzzy", WRONG)
        with closing(open_database(learner.database)) as other, other.transaction():
            terminal.press("4")
            terminal.until("다른 창이 쓰는 중이에요", first.prompt[:12], "xyzzy")
        terminal.until(second.prompt[:12], "1/20")
        terminal.until_gone("다른 창이 쓰는 중이에요")

        terminal.press("M-m")
        terminal.until("태그 더하기, 빼기", "다른 덱으로")
        terminal.press("Down", "Enter")
        terminal.until("없는 덱은 새로 만들어요")
        terminal.type("옛것::중국")
        terminal.press("Enter")
        terminal.until("옮겼어요", "› 중국", second.prompt[:12])
        terminal.press("F9")
        terminal.until("되돌렸어요. 덱 ‘옛것::중국’", "알리바바 2015")
        terminal.press("C-q")
        assert terminal.ended() == 0


def test_letters_are_commands_after_escape_and_hangul_keys_do_the_same(tmp_path: Path) -> None:
    learner = Learner("ko", tmp_path)
    first, second = learner.cards_of(FIRST_DAY)[:2]
    with learner.sits_down(FIRST_DAY) as terminal:
        learner.answers(terminal, first, "xyzzy", WRONG)
        terminal.press("3")
        terminal.until(second.prompt[:12], "드릴 1")
        terminal.type("ㅕ")
        terminal.until("ㅕ")
        terminal.press("Escape", "Enter")
        terminal.until("ㅕ", learner.says[CHECK])
        terminal.press("Escape")
        terminal.until("F9 되돌리기")
        terminal.type("ㅕ")
        terminal.until("xyzzy", first.prompt[:12])
        terminal.press("C-q")
        assert terminal.ended() == 0
