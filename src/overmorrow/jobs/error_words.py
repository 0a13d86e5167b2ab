"""Says what went wrong in the learner's language."""

from overmorrow.errors import OvermorrowError
from overmorrow.messages import Messages


def error_words(say: Messages, error: OvermorrowError) -> str:
    """Return what an error says, a study day in it as a date."""
    values = dict(error.values)
    day = values.get("last_day")
    if isinstance(day, int):
        from overmorrow.stats.spans import day_words  # few errors name a day

        values["last_day"] = day_words(say, day)
    return say(error.key, **values)
