"""Somebody who knows the shipped deck and sits at a terminal."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

from overmorrow.cards.card import Card
from overmorrow.jobs.asking import card_of
from overmorrow.jobs.opening import open_collection
from overmorrow.settings import Settings
from overmorrow.store.cards import load_card
from overmorrow.store.today import today_cards
from tests.terminal.driver import Terminal

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

    def sits_down(self, day: date, *words: str) -> Terminal:
        """Open the cards of a day in a terminal, of one deck if it is named."""
        command = [sys.executable, str(ROOT / "quiz.py"), "--lang", self.language, "study", *words]
        return Terminal(command, env={**self.env, "QUIZ_NOW": f"{day}T09:00"})

    def runs(self, *words: str, day: date = FIRST_DAY, typed: str = "") -> str:
        """Run a command without a terminal, and return what it prints."""
        return subprocess.run(
            [sys.executable, str(ROOT / "quiz.py"), "--lang", self.language, *words],
            input=typed,
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, **self.env, "QUIZ_NOW": f"{day}T09:00"},
        ).stdout

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
