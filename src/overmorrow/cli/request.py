"""What every command is given."""

from contextlib import ExitStack
from typing import TYPE_CHECKING, NamedTuple

from overmorrow.cli.arguments import Options
from overmorrow.cli.output import convert_if_older
from overmorrow.clock import Clock
from overmorrow.errors import SettingsError
from overmorrow.messages import Messages
from overmorrow.settings import Settings

if TYPE_CHECKING:
    from overmorrow.store.database import Database


class Request(NamedTuple):
    """One call of the program, understood."""

    say: Messages
    settings: Settings
    database_path: str
    clock: Clock
    options: Options
    """The command's own options and the global ones, by name."""
    at_end: ExitStack
    """What is let go of when the command has ended."""

    notes: tuple[SettingsError, ...] = ()
    """What is wrong in the settings file; the rest of it holds."""

    def collection(self) -> "Database":
        """Open the learner's collection until the command ends.

        Raises:
            DatabaseError: It cannot be used.
        """
        from overmorrow.jobs.opening import open_collection

        convert_if_older(self.say, self.database_path)
        database = open_collection(
            self.database_path,
            self.say.language,
            durability=self.settings.durability,
            clock=self.clock,
        )
        self.at_end.callback(database.close)
        return database
