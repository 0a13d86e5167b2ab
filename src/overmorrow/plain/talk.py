"""What all parts of the plain dialogue share: the collection, and the way to the learner."""

from collections.abc import Iterable

from overmorrow.clock import Clock
from overmorrow.messages import Messages
from overmorrow.plain.lines import Lines
from overmorrow.store.database import Database


class Talk:
    """One job, asked and told in lines."""

    def __init__(self, database: Database, lines: Lines, say: Messages, clock: Clock) -> None:
        """Bring together what is asked, in what language.

        Args:
            database: The collection.
            lines: The way to the learner and back.
            say: The learner's language.
            clock: Where moments come from.
        """
        self._database = database
        self._lines = lines
        self._say = say
        self._clock = clock

    def _tell(self, key: str, /, **values: object) -> None:
        self._lines.tell(self._say(key, **values))

    def _tell_all(self, lines: Iterable[str]) -> None:
        for line in lines:
            self._lines.tell(line)
