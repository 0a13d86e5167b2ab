"""What the teacher says about a typed answer."""

from enum import Enum


class Verdict(Enum):
    """The three outcomes of grading; the value is what the log and JSON hold."""

    CORRECT = "CORRECT"
    """The same content; only form that nobody tests differs."""
    CLOSE = "CLOSE"
    """Plainly known, in an imperfect form."""
    WRONG = "WRONG"
    """Other content, or content that cannot be told apart from a guess."""

    @property
    def accepted(self) -> bool:
        """Whether the answer counts (correct or close)."""
        return self is not Verdict.WRONG
