"""A learner's first two days with the shipped deck, at the keyboard of a real terminal."""

import sys
from datetime import date
from pathlib import Path

import pytest

from overmorrow.cards.card import Card
from overmorrow.jobs.asking import card_of
from overmorrow.jobs.opening import open_collection
from overmorrow.settings import Settings
from overmorrow.store.cards import load_card
from overmorrow.store.counts import answers_on
from overmorrow.store.database import open_database
from overmorrow.store.today import today_cards
from tests.terminal.driver import Terminal, needs_tmux

pytestmark = [pytest.mark.terminal, needs_tmux]

ROOT = Path(__file__).parents[2]
FIRST_DAY, SECOND_DAY = date(2026, 11, 23), date(2026, 11, 24)
CORRECT, CLOSE, WRONG, CHECK, ADD, END, COUNTED = range(7)
SAYS = {
    "ko": (
        "맞았어요.",
        "거의 맞았어요",
        "틀렸어요",
        "Enter 채점",
        "더하고",
        "오늘 공부 끝",
        "맞은 걸로 했어요",
    ),
    "en": (
        "Correct.",
        "Close",
        "Wrong",
        "Enter check",
        "add ‘",
        "Done for today",
        "Counted as right",
    ),
}
MISSED, SLIPPED, DISPUTED, LEAVE_AFTER = 2, 3, 7, 10
SLIPS = {"ko": "항저어", "en": "Hangzhuo"}
"""Of 항저우 and Hangzhou, the answer of the fourth card."""


class Learner:
    """Somebody who knows the deck and sits at a terminal."""

    def __init__(self, language: str, folder: Path) -> None:
        self.database = str(folder / "study.db")
        self.says = SAYS[language]
        self.language = language
        self.env = {
            "HOME": str(folder),
            "XDG_CONFIG_HOME": str(folder / "config"),
            "XDG_STATE_HOME": str(folder / "state"),
            "QUIZ_DB": self.database,
            "TERM": "tmux-256color",
            "LC_ALL": "C.UTF-8",
            "PYTHONPATH": str(ROOT / "src"),
        }

    def sits_down(self, day: date) -> Terminal:
        command = [sys.executable, str(ROOT / "quiz.py"), "--lang", self.language, "study"]
        return Terminal(command, env={**self.env, "QUIZ_NOW": f"{day}T09:00"})

    def cards_of(self, day: date) -> list[Card]:
        database = open_collection(self.database, self.language)
        found = today_cards(database, None, day.toordinal(), Settings())
        cards = [card_of(load_card(database, each)) for each in (*found.reviews, *found.new)]
        database.close()
        return cards

    def answers(self, terminal: Terminal, card: Card, typed: str, verdict: int) -> None:
        """Wait for a card, type, and see the verdict."""
        terminal.until(self.says[CHECK])
        terminal.until(card.prompt[:12])
        terminal.type(typed)
        terminal.until(typed[:20])
        terminal.press("Enter")
        terminal.until(self.says[verdict])


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
