from collections.abc import Iterator
from pathlib import Path

import pytest

from overmorrow.clock import Moment
from overmorrow.jobs.import_deck import apply_files
from overmorrow.jobs.import_plan import plan_file
from overmorrow.store.database import Database, open_database

NINE_IN_THE_MORNING_MS = 1_795_003_200_000
DAY_MS = 86_400_000

DECK = """\
---
title: Mini
lang: en
---

Q: Which river flows through Seoul?
A: Han River
also: Hangang

Q: How long is the Suez Canal?
A: 193 km
type: number

Q: Name the three largest oceans.
A:
- Pacific
- Atlantic
- Indian
type: list

Q: capital of France
A: Paris
both: yes

C: The Nile flows through {{Khartoum}} and {{Cairo}}.

Q: Which of these is a fruit?
A: apple
not: brick | cloud | drum
type: choice
"""


class SteppingClock:
    """Goes on by a second at each look, and by days when told to."""

    def __init__(self) -> None:
        self.wall_ms = NINE_IN_THE_MORNING_MS

    def __call__(self) -> Moment:
        self.wall_ms += 1000
        return Moment(self.wall_ms, 0)

    def sleep_until_tomorrow(self, days: int = 1) -> None:
        self.wall_ms += days * DAY_MS


@pytest.fixture
def clock() -> SteppingClock:
    return SteppingClock()


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Database]:
    database = open_database(str(tmp_path / "study.db"), durability="normal")
    yield database
    database.close()


@pytest.fixture
def deck_file(tmp_path: Path) -> Path:
    file = tmp_path / "mini.md"
    file.write_text(DECK, encoding="utf-8")
    return file


@pytest.fixture
def database(empty: Database, deck_file: Path, clock: SteppingClock) -> Database:
    apply_files(empty, [plan_file(empty, str(deck_file))], clock())
    return empty
