"""What all parts of the plain dialogue share: the collection, and the way to the learner."""

from collections.abc import Iterable

from overmorrow.clock import Clock
from overmorrow.messages import Messages
from overmorrow.plain.keys import key_of
from overmorrow.plain.lines import Lines
from overmorrow.store.database import Database

LEAVE, SAVE = "q", "w"
"""Commands while the parts of a note are written."""


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

    def _written(self, name: str, part: str) -> tuple[str, str]:
        """Tell a part of a note, and return what is written in its place, and a command.

        An empty line leaves the part; a text that begins with a colon is written with two.

        Args:
            name: Which part.
            part: What it says.
        """
        self._lines.tell(f"{self._say(f'editing.{name}')}: {part or self._say('plain_edit.none')}")
        while True:
            line = self._lines.ask(self._say("plain_edit.ask"))
            if not line.startswith(":"):
                return line, ""
            if line.startswith("::"):
                return line[1:], ""
            if key_of(line) in (LEAVE, SAVE):
                return "", key_of(line)
            self._tell("plain_edit.how")

    def _tell(self, key: str, /, **values: object) -> None:
        self._lines.tell(self._say(key, **values))

    def _tell_all(self, lines: Iterable[str]) -> None:
        for line in lines:
            self._lines.tell(line)
