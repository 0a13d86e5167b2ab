"""What an answer was, seen from the schedule."""

from enum import StrEnum


class AnswerKind(StrEnum):
    """What an answer was, by the card's state when it was given."""

    NEW = "new"
    """The card's first answer."""
    YOUNG = "young"
    """A scheduled review after an interval below 21 days."""
    MATURE = "mature"
    """A scheduled review after 21 days or more."""
    DRILL = "drill"
    """A repeat on the same day; no effect on the schedule."""
    AHEAD = "ahead"
    """Before the card was due."""
    PRACTICE = "practice"


FIRST_KINDS = (AnswerKind.NEW, AnswerKind.YOUNG, AnswerKind.MATURE)
"""Answers at first sight: a card's first one, and each scheduled review."""
SCHEDULED_KINDS = (AnswerKind.YOUNG, AnswerKind.MATURE)
"""Reviews of a day on which the card was due."""
