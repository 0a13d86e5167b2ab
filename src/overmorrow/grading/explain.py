"""Says in one sentence why an answer was graded as it was, and what it was read as."""

from overmorrow.grading.grading import Grading
from overmorrow.messages import Messages


def explain(grading: Grading, say: Messages) -> str:
    """Return the reason in the learner's language."""
    return say(f"grading.{grading.reason}", **dict(grading.details))


def reading(grading: Grading, typed: str) -> str:
    """Return how a number or date was understood; empty where what was typed says the same.

    Args:
        grading: What the answer is worth.
        typed: The answer as it was typed.
    """
    if grading.value is None or _bare(grading.value) == _bare(typed):
        return ""
    return grading.value


def _bare(text: str) -> str:
    return "".join(text.replace(",", "").split()).casefold()
