"""What the values of arguments are read as."""

from typing import TYPE_CHECKING

from overmorrow.cli.arguments import UsageError

if TYPE_CHECKING:
    from datetime import date

ALL_DAYS = "all"


def whole_number(low: int, high: int, text: str) -> int:
    """Return the number a learner wrote.

    Raises:
        UsageError: It is none, or not among those allowed.
    """
    digits = text.isascii() and text.isdecimal() and len(text) < 10
    if not digits or not low <= int(text) <= high:
        raise UsageError("cli.not_a_number", value=text, low=low, high=high)
    return int(text)


def days(text: str) -> int | str:
    """Return a number of days, or the word for all of them.

    Raises:
        UsageError: It is neither.
    """
    return text if text == ALL_DAYS else whole_number(1, 36_500, text)


def due_days(text: str) -> tuple[int, int]:
    """Return the days a learner wrote, such as 7 or 3-10.

    Raises:
        UsageError: They are none.
    """
    first, _, last = text.partition("-")
    return whole_number(0, 36_500, first), whole_number(0, 36_500, last or first)


def one_of(words: tuple[str, ...], text: str) -> str:
    """Return the word if it is one of those allowed.

    Raises:
        UsageError: It is not.
    """
    if text not in words:
        raise UsageError("cli.not_one_of", value=text, allowed=", ".join(words))
    return text


def share(text: str) -> float:
    """Return the number from 0 to 1 a learner wrote, such as 0.5.

    Raises:
        UsageError: It is none.
    """
    digits = text.replace(".", "", 1)
    if not (digits.isascii() and digits.isdecimal() and len(text) < 10 and 0 <= float(text) <= 1):
        raise UsageError("cli.not_a_share", value=text)
    return float(text)


def calendar_day(text: str) -> "date":
    """Return the day a learner wrote, such as 2015-12-08.

    Raises:
        UsageError: There is no such day.
    """
    from datetime import date

    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError("cli.not_a_day", value=text) from None


def encoding(text: str) -> str:
    """Return the name of an encoding that text can be read in.

    Raises:
        UsageError: There is none of that name.
    """
    try:
        bytes(4).decode(text)
    except (LookupError, ValueError):
        raise UsageError("cli.no_encoding", value=text) from None
    return text
