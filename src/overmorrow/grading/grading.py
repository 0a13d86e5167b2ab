"""What grading says about a typed answer, for the faces and the event log."""

from typing import NamedTuple

from overmorrow.cards.quality import Quality
from overmorrow.cards.verdict import Verdict

Span = tuple[int, int]
"""Where a difference stands: first cell and the cell after it."""


class ItemGrading(NamedTuple):
    """What became of one expected item of a list."""

    text: str
    verdict: Verdict
    typed: str = ""
    """What the learner wrote for it; empty when it is missing."""


class Grading(NamedTuple):
    """The outcome of grading one typed answer."""

    verdict: Verdict
    reason: str
    """A code; `grading.<reason>` is its sentence in `overmorrow.locale`."""
    quality: Quality
    """Proposed before time and hints are looked at."""
    kind: str
    """`correct`, `typo`, `omission`, `near`, `other` or `blank`."""
    details: tuple[tuple[str, str], ...] = ()
    """The values that sentence names."""
    matched: str = ""
    """The answer or alias it matched, or was compared with."""
    value: str | None = None
    """The number, quantity or date read in the typed text, if one was read."""
    diff: tuple[Span, ...] = ()
    """Cells of `matched` that differ; empty when that would not help."""
    items: tuple[ItemGrading, ...] = ()
    """A list's expected items, in the card's order."""
    slip: str | None = None
    """A mechanical slip worth one retry: `layout`, `jamo`, `unfinished`, `prompt`, `hedge`."""
    answer_of: str | None = None
    """The prompt of the deck's other card whose answer this is."""
