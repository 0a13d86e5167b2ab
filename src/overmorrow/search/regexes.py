"""Regular expressions of the learner's, held to what cannot run for ever.

Python tries every way in which an expression may match, so a repeat inside a repeat
can take longer than anybody lives, and several in a row the text's length to that
power. So the first kind is refused, and of the second the length is bounded.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from warnings import catch_warnings, simplefilter

from overmorrow.search.term_error import TermError

LONGEST = 200
"""Signs of one expression."""
_LONGEST_TEXTS = (50_000, 5_000, 600, 200)
"""Signs that are looked at, by how many unbounded repeats the expression has."""
_PIECE = re.compile(
    r"(?P<escape>\\.)|(?P<set>\[\^?\]?(?:\\.|[^\]\\])*\])|(?P<open>\((?:\?[^:)]*:|\?:)?)"
    r"|(?P<close>\))|(?P<repeat>[*+?]\??|\{\d*,?\d*\}\??)|(?P<bar>\|)|(?P<sign>.)",
    re.DOTALL,
)
_REFUSED = re.compile(r"\\[1-9]|\(\?[P<=!(]")
"""Back references, named groups, and looking around."""


@dataclass(frozen=True, slots=True)
class SafeRegex:
    """An expression that takes only so long on any text."""

    expression: re.Pattern[str]
    longest_text: int

    def is_in(self, text: str) -> bool:
        """Whether it matches somewhere in the beginning of a text that is looked at."""
        return self.expression.search(text, 0, self.longest_text) is not None


def read_regex(source: str) -> str:
    """Return a regular expression that can be used.

    Raises:
        TermError: It is none, too long, or may run for ever.
    """
    if not source:
        raise TermError("search.wants_text", key="re:", example='re:"20[0-9]{2}"')
    if len(source) > LONGEST:
        raise TermError("search.long_regex", most=LONGEST)
    source = unicodedata.normalize("NFC", source)
    safe_regex(source)
    return source


def safe_regex(source: str, *, ignore_case: bool = True) -> SafeRegex:
    """Return an expression ready to be used.

    Raises:
        TermError: It is none, or may run for ever.
    """
    try:
        with catch_warnings():  # what Python may mean by a pattern one day is no concern here
            simplefilter("ignore")
            expression = re.compile(source, re.IGNORECASE if ignore_case else 0)
    except (re.error, OverflowError, RecursionError) as error:
        raise TermError("search.bad_regex", detail=str(error)) from None
    repeats = _repeats(source)
    if _REFUSED.search(source) or repeats is None or repeats >= len(_LONGEST_TEXTS):
        raise TermError("search.endless_regex")
    return SafeRegex(expression, _LONGEST_TEXTS[repeats])


def _repeats(source: str) -> int | None:
    """Return how many unbounded repeats an expression has; None where one is in another."""
    count = 0
    groups: list[bool] = [False]
    """Whether something in each open group, or in the one just closed, is repeated."""
    closed = False
    for kind, text in _pieces(source):
        if kind == "open":
            groups.append(False)
        elif kind == "close" and len(groups) > 1:
            closed = groups.pop()
            groups[-1] = groups[-1] or closed
            continue
        elif kind == "bar" or text[0] == "?":
            groups[-1] = True
        elif kind == "repeat" and _is_many(text):
            if closed:
                return None
            groups[-1] = True
            count += 1
        closed = False
    return count


def _pieces(source: str) -> Iterator[tuple[str, str]]:
    for found in _PIECE.finditer(source):
        yield found.lastgroup or "", found[0]


def _is_many(repeat: str) -> bool:
    """Whether a repeat may go on for long."""
    if repeat[0] in "*+":
        return True
    numbers = [int(number) for number in re.findall(r"\d+", repeat)]
    return repeat.rstrip("?}").endswith(",") or not numbers or max(numbers) > 1
