"""The counts that statistics are made of, as they are kept from answer to answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

NEW = "new"
YOUNG = "young"
MATURE = "mature"
DRILL = "drill"
FIRST_KINDS = (NEW, YOUNG, MATURE)
"""Answers at first sight: a card's first one, and each scheduled review."""
REVIEW_KINDS = (YOUNG, MATURE)
"""Scheduled reviews; mature ones follow an interval of 21 days or more."""

STEPS = (1, 2, 7, 21, 60, 180)
"""The shortest interval of each step, in days; the last has no end."""
PASSING_QUALITY = 3

STAGE_NEW, STAGE_LEARNED, STAGE_SUSPENDED = range(3)


class DayCount(NamedTuple):
    """The answers of one study day, of one kind, with one quality."""

    study_day: int
    kind: str
    """What the answers were: `new`, `young`, `mature`, `drill`, `ahead` or `practice`."""
    quality: int
    answers: int
    answer_ms: int


class HourCount(NamedTuple):
    """The answers given in one hour (0-23) of the learner's wall clock."""

    hour: int
    answers: int
    recalled: int
    """How many of them scored 3 or more."""
    reviews: int = 0
    """How many of them were scheduled reviews."""
    reviews_recalled: int = 0


class KindCount(NamedTuple):
    """The answers of one study day, of one kind."""

    study_day: int
    kind: str
    answers: int
    recalled: int
    """How many of them scored 3 or more."""
    answer_ms: int


class StepCount(NamedTuple):
    """Scheduled reviews after intervals of one step."""

    first_days: int
    """The shortest interval of the step, in days; one of `STEPS`."""
    answers: int
    recalled: int


class ChoiceCount(NamedTuple):
    """Answers that were proposed one quality and got another, or the same."""

    proposed: int
    quality: int
    answers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What a report is made of; the days are those of the period that is asked for."""

    days: tuple[DayCount, ...] = ()
    hours: tuple[HourCount, ...] = ()
    studied_days: tuple[int, ...] = ()
    """Every study day with an answer, of all time."""
    interval_cards: Mapping[int, int] = field(default_factory=dict)
    """Cards by their interval in days; new cards are in none."""
    ease_cards: Mapping[int, int] = field(default_factory=dict)
    """Cards by their ease in hundredths; new cards are in none."""
    due_cards: Mapping[int, int] = field(default_factory=dict)
    """Cards by the study day they are due; new and suspended cards are in none."""
    stage_cards: Mapping[int, int] = field(default_factory=dict)
    """Cards by where they stand: `STAGE_NEW`, `STAGE_LEARNED` or `STAGE_SUSPENDED`."""
    mature_cards: int = 0
    """Learned cards with an interval of 21 days or more."""
