"""Says in one sentence why an answer was graded as it was."""

from overmorrow.grading.grading import Grading
from overmorrow.messages import Messages


def explain(grading: Grading, say: Messages) -> str:
    """Return the reason in the learner's language."""
    return say(f"grading.{grading.reason}", **dict(grading.details))
