"""Where a card stands: its schedule and what the learner set on it."""

from typing import NamedTuple

NEW_EASE_HUNDREDTHS = 250


class Sm2State(NamedTuple):
    """SM-2's memory of one card; a card never seen is `Sm2State()`."""

    repetitions: int = 0
    """Consecutive successful scheduled reviews."""
    interval_days: int = 0
    ease_hundredths: int = NEW_EASE_HUNDREDTHS
    """The E-Factor times 100, at least 130."""
    due_day: int | None = None
    last_day: int | None = None
    drill: bool = False
    """Whether today's answer scored below 4, so that it is asked again today."""
    lapses: int = 0


class CardState(NamedTuple):
    """Everything a card's events add up to; the database keeps it as a cache."""

    sm2: Sm2State = Sm2State()
    suspended: bool = False
    buried_day: int | None = None
    """The study day on which the card was put off until the next."""
    flag: int = 0
    """0 for none, else 1-7."""
    marked: bool = False
    learned_day: int | None = None
    """The study day of the first answer; none for a new card."""
    learned_answers: tuple[str, ...] = ()
    """Answers the learner added by saying "I was right"."""
