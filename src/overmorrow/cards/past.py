"""The past of a card in another program: where it stands there, and how it came there."""

from typing import NamedTuple

A_MOMENT = 1_000_000_000
"""What is due at more than this is due at a second, else on a day."""


class PastReview(NamedTuple):
    """One line of another program's review log, in Anki's terms."""

    moment_ms: int
    rating: int
    """1 again, 2 hard, 3 good, 4 easy; 0 when the schedule was set by hand."""
    interval: int = 0
    """Days, or seconds when negative; so is the interval before."""
    last_interval: int = 0
    ease_permille: int = 0
    answer_ms: int = 0
    kind: int = 1
    """0 learning, 1 review, 2 relearning, 3 filtered, 4 manual, 5 rescheduled."""


class Past(NamedTuple):
    """Where one card stands in another program, in Anki's terms."""

    key: str
    """Which card of its note."""
    card_id: int = 0
    type: int = 0
    """0 new, 1 learning, 2 review, 3 relearning."""
    queue: int = 0
    """-3 and -2 buried, -1 suspended, else as the type."""
    due: int = 0
    """As kept there: a place among the new, a day counted from the collection's first, a moment."""
    due_day: int | None = None
    """The study day of it; none for a new card."""
    interval_days: int = 0
    """Seconds when negative."""
    ease_permille: int = 0
    repetitions: int = 0
    lapses: int = 0
    left: int = 0
    flag: int = 0
    data: str = ""
    """JSON with what FSRS knows."""
    modified: int = 0
    """Epoch seconds."""
    reviews: tuple[PastReview, ...] = ()

    @property
    def is_suspended(self) -> bool:
        """Whether it is set aside there."""
        return self.queue == -1
