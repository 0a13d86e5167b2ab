"""A learner's first two days with the shipped deck, at the keyboard of a real terminal."""

from pathlib import Path

import pytest

from overmorrow.settings import Settings
from overmorrow.store.counts import answers_on
from overmorrow.store.database import open_database
from overmorrow.store.today import today_cards
from tests.terminal.driver import needs_tmux
from tests.terminal.learner import (
    ADD,
    CHECK,
    CLOSE,
    CORRECT,
    COUNTED,
    END,
    FIRST_DAY,
    SECOND_DAY,
    WRONG,
    Learner,
)

pytestmark = [pytest.mark.terminal, needs_tmux]

MISSED, SLIPPED, DISPUTED, LEAVE_AFTER = 2, 3, 7, 10
SLIPS = {"ko": "항저어", "en": "Hangzhuo"}
"""Of 항저우 and Hangzhou, the answer of the fourth card."""


@pytest.fixture(params=["ko", "en"])
def learner(request: pytest.FixtureRequest, tmp_path: Path) -> Learner:
    return Learner(str(request.param), tmp_path)


def test_twenty_cards_with_slips_a_break_and_an_undo_then_the_next_day(learner: Learner) -> None:
    cards = learner.cards_of(FIRST_DAY)
    assert len(cards) == 20

    with learner.sits_down(FIRST_DAY) as terminal:
        for place, card in enumerate(cards[:LEAVE_AFTER]):
            if place == MISSED:
                learner.answers(terminal, card, "xyzzy", WRONG)
            elif place == DISPUTED:
                learner.answers(terminal, card, "my own words", WRONG)
                terminal.press("y")
                terminal.until(learner.says[ADD])
                terminal.press("Enter")
                terminal.until(learner.says[COUNTED])
            elif place == SLIPPED:
                learner.answers(terminal, card, SLIPS[learner.language], CLOSE)
            else:
                learner.answers(terminal, card, card.answer, CORRECT)
            terminal.press("Enter")
        terminal.until(cards[LEAVE_AFTER].prompt[:12])
        terminal.press("C-q")
        terminal.until_gone(learner.says[CHECK])
        assert terminal.ended() == 0

    with learner.sits_down(FIRST_DAY) as terminal:
        for card in cards[LEAVE_AFTER:]:
            learner.answers(terminal, card, card.answer, CORRECT)
            terminal.press("Enter")
        learner.answers(terminal, cards[MISSED], cards[MISSED].answer, CORRECT)
        terminal.press("Enter")
        terminal.until(learner.says[END])
        terminal.press("u")
        terminal.until(cards[MISSED].prompt[:12])
        assert cards[MISSED].answer in terminal.until(learner.says[CHECK])
        terminal.press("Enter")
        terminal.until(learner.says[CORRECT])
        terminal.press("Enter")
        terminal.until(learner.says[END])
        terminal.press("C-q")
        assert terminal.ended() == 0

    database = open_database(learner.database, create=False)
    answers = answers_on(database, FIRST_DAY.toordinal())
    due = today_cards(database, None, SECOND_DAY.toordinal(), Settings())
    database.close()
    assert len(answers) == 21
    assert sorted(due.reviews) == sorted({answer.card_id for answer in answers})

    again = next(card for card in learner.cards_of(SECOND_DAY) if "my own words" in card.aliases)
    assert again.prompt == cards[DISPUTED].prompt
    with learner.sits_down(SECOND_DAY) as terminal:
        first = learner.cards_of(SECOND_DAY)[0]
        learner.answers(terminal, first, first.answer, CORRECT)
        terminal.press("Enter")
        terminal.until(learner.says[CHECK])
