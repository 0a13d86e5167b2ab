"""A learner's first two days with the shipped deck, at the keyboard of a real terminal."""

import os
import sys
from pathlib import Path

import pytest

from overmorrow.cards.card import Card
from overmorrow.jobs.asking import card_of
from overmorrow.jobs.day import current_day
from overmorrow.clock import system_clock
from overmorrow.settings import Settings
from overmorrow.store.cards import load_card
from overmorrow.store.database import Database, open_database
from overmorrow.store.today import today_cards
from tests.terminal.driver import Terminal, needs_tmux

ROOT = Path(__file__).parents[2]
WORDS = {
    "ko": {"wrong": "틀렸어요", "close": "거의 맞았어요", "right": "맞았어요", "undo": "되돌"},
    "en": {"wrong": "Wrong", "close": "Close", "right": "Correct", "undo": "Undo"},
}
