"""How long the learner takes for an answer, so that what comes slowly is not called easy."""

from overmorrow.cards.card import Card
from overmorrow.cards.note import AnswerType
from overmorrow.scheduling.propose import NEEDED_FOR_MEDIAN
from overmorrow.store.database import Database


class AnswerTimes:
    """The learner's usual times, each worked out once a sitting, when first asked for."""

    def __init__(self, database: Database) -> None:
        """Look into a collection; it is only read."""
        self._database = database
        self._medians: dict[str, int | None] = {}

    def median_ms(self, card: Card) -> int | None:
        """Return the median time of right answers to cards of a kind; None with too few of them.

        Raises:
            DatabaseError: The collection cannot be read.
        """
        kind = card.answer_type or AnswerType.TEXT.value
        if kind not in self._medians:
            from overmorrow.store.counts import right_answer_times  # not before the first question

            times = sorted(right_answer_times(self._database, kind))
            enough = len(times) >= NEEDED_FOR_MEDIAN
            self._medians[kind] = times[len(times) // 2] if enough else None
        return self._medians[kind]
