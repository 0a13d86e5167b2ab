"""Regular expressions of the learner's, held to what cannot run for ever.

Python tries every way in which an expression may match, so a repeat inside a repeat
can take longer than anybody lives, several in a row the text's length to that power,
and choices in a row their numbers multiplied. So the first kind is refused, and for
the others fewer signs of a text are looked at.
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
_SHORTEST_TEXT = 100
"""Where fewer signs than this could be looked at, an expression is refused."""
_PIECE = re.compile(
    r"(?P<escape>\\.)|(?P<set>\[\^?\]?(?:\\.|[^\]\\])*\])|(?P<open>\((?:\?[^:)]*:|\?:)?)"
    r"|(?P<close>\))|(?P<repeat>[*+?]\??|\{\d*,?\d*\}\??)|(?P<bar>\|)|(?P<sign>.)",
    re.DOTALL,
)
_REFUSED = re.compile(r"\\[1-9]|\(\?[P<=!(]")
"""Back references, named groups, and looking around."""


@dataclass(slots=True)
class _Group:
    """What is known of a group while it is read."""

    varies: bool = False
    """Whether something in it is repeated, or one of several."""
    _ways: int = 1
    """In how many ways the alternative being read can be gone through."""
    _ways_before: int = 0
    """The same of the alternatives before it, together."""
    _ways_of_last: int = 1

    @property
    def all_ways(self) -> int:
        """In how many ways the whole group can be gone through."""
        return self._ways_before + self._ways

    def take(self, ways: int) -> None:
        """Add a piece that can be gone through in so many ways."""
        self._ways *= ways
        self._ways_of_last = ways

    def let_go_without(self) -> None:
        """Let the last piece be there or not."""
        self.varies = True
        self._ways += self._ways // self._ways_of_last

    def begin_another(self) -> None:
        """Begin another alternative."""
        self.varies = True
        self._ways_before, self._ways, self._ways_of_last = self.all_ways, 1, 1


@dataclass(frozen=True, slots=True)
class _Cost:
    """What an expression may cost."""

    repeats: int
    """How many unbounded ones it has."""
    ways: int
    """In how many ways it can be gone through between them."""

    @property
    def longest_text(self) -> int:
        """How many signs of a text can be looked at; none where any would be too many."""
        if self.repeats >= len(_LONGEST_TEXTS):
            return 0
        return int(_LONGEST_TEXTS[self.repeats] / self.ways ** (1 / (self.repeats + 1)))


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
    cost = _cost(source)
    if _REFUSED.search(source) or cost is None or cost.longest_text < _SHORTEST_TEXT:
        raise TermError("search.endless_regex")
    return SafeRegex(expression, cost.longest_text)


def _cost(source: str) -> _Cost | None:
    """Return what an expression may cost; None where a repeat is in another."""
    repeats = 0
    groups = [_Group()]
    closed = False
    """Whether the piece just read is a group that varies."""
    for kind, text in _pieces(source):
        group = groups[-1]
        if kind == "close" and len(groups) > 1:
            closed = groups.pop().varies
            groups[-1].take(group.all_ways)
            groups[-1].varies |= closed
            continue
        if kind == "open":
            groups.append(_Group())
        elif kind == "bar":
            group.begin_another()
        elif text[0] == "?":
            group.let_go_without()
        elif kind != "repeat":
            group.take(1)
        elif _is_many(text):
            if closed:
                return None
            group.varies = True
            repeats += 1
        closed = False
    return _Cost(repeats, groups[0].all_ways)


def _pieces(source: str) -> Iterator[tuple[str, str]]:
    for found in _PIECE.finditer(source):
        yield found.lastgroup or "", found[0]


def _is_many(repeat: str) -> bool:
    """Whether a repeat may go on for long."""
    if repeat[0] in "*+":
        return True
    numbers = [int(number) for number in re.findall(r"\d+", repeat)]
    return repeat.rstrip("?}").endswith(",") or not numbers or max(numbers) > 1
