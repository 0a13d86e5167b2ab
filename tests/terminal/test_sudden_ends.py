"""A window that closes, a process that is killed, a terminal that changes its size."""

from pathlib import Path

import pytest

from tests.terminal.driver import needs_tmux
from tests.terminal.learner import CHECK, CORRECT, FIRST_DAY, Learner

pytestmark = [pytest.mark.terminal, needs_tmux]


@pytest.fixture
def learner(tmp_path: Path) -> Learner:
    return Learner("ko", tmp_path)


def test_a_killed_sitting_goes_on_after_the_last_rated_card(learner: Learner) -> None:
    first, second = learner.cards_of(FIRST_DAY)[:2]
    with learner.sits_down(FIRST_DAY) as terminal:
        learner.answers(terminal, first, first.answer, CORRECT)
        terminal.press("Enter")
        terminal.until(second.prompt[:12])
        terminal.type("마")
        terminal.until("마")
        terminal.signal("KILL")
        assert terminal.ended() == 137
    with learner.sits_down(FIRST_DAY) as terminal:
        assert "1/20" in terminal.until(second.prompt[:12])


@pytest.mark.parametrize("name", ["TERM", "HUP"])
def test_a_closing_window_leaves_the_terminal_as_it_was(learner: Learner, name: str) -> None:
    with learner.sits_down(FIRST_DAY) as terminal:
        terminal.until(learner.says[CHECK])
        terminal.signal(name)
        assert terminal.ended() == 0
        assert learner.says[CHECK] not in terminal.screen()


def test_what_was_typed_survives_every_change_of_size(learner: Learner) -> None:
    (first,) = learner.cards_of(FIRST_DAY)[:1]
    with learner.sits_down(FIRST_DAY) as terminal:
        terminal.until(learner.says[CHECK])
        terminal.type("천구백")
        for columns, rows in ((40, 15), (120, 40), (80, 24)):
            terminal.resize(columns, rows)
            terminal.until(first.prompt[:12], "천구백")
