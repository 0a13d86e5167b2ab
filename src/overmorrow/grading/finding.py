"""What a single rule found; the rules speak in these, `grade` makes a `Grading` of one."""

from typing import NamedTuple

from overmorrow.cards.verdict import Verdict
from overmorrow.grading.grading import ItemGrading

CORRECT = Verdict.CORRECT
CLOSE = Verdict.CLOSE
WRONG = Verdict.WRONG

_RANK = {CORRECT: 3, CLOSE: 2, WRONG: 1}
_KIND_RANK = {"correct": 5, "typo": 4, "omission": 3, "near": 2, "other": 1, "blank": 0}


class Finding(NamedTuple):
    """A verdict with its reason, before the quality and the diff are added."""

    verdict: Verdict
    reason: str
    kind: str
    details: tuple[tuple[str, str], ...] = ()
    value: str | None = None
    matched: str = ""
    items: tuple[ItemGrading, ...] = ()
    slip: str | None = None

    @property
    def rank(self) -> tuple[int, int]:
        """How well the finding speaks for the answer; the best of several counts."""
        return _RANK[self.verdict], _KIND_RANK[self.kind]


def correct(reason: str, value: str | None = None, **details: str) -> Finding:
    """Say that the answer counts in full."""
    return Finding(CORRECT, reason, "correct", tuple(details.items()), value)


def typo(reason: str, **details: str) -> Finding:
    """Say that the answer is known and a letter slipped."""
    return Finding(CLOSE, reason, "typo", tuple(details.items()))


def omission(reason: str, value: str | None = None, **details: str) -> Finding:
    """Say that the answer is known and a part of its form is left out."""
    return Finding(CLOSE, reason, "omission", tuple(details.items()), value)


def near(reason: str, value: str | None = None, **details: str) -> Finding:
    """Say that the answer is wrong but of the right kind."""
    return Finding(WRONG, reason, "near", tuple(details.items()), value)


def other(reason: str, **details: str) -> Finding:
    """Say that the answer is something else."""
    return Finding(WRONG, reason, "other", tuple(details.items()))


def blank(reason: str) -> Finding:
    """Say that nothing was answered."""
    return Finding(WRONG, reason, "blank")
