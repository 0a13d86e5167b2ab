"""What every command is given."""

from typing import NamedTuple

from overmorrow.cli.arguments import Options
from overmorrow.clock import Clock
from overmorrow.messages import Messages
from overmorrow.settings import Settings


class Request(NamedTuple):
    """One call of the program, understood."""

    say: Messages
    settings: Settings
    database_path: str
    clock: Clock
    options: Options
    """The command's own options and the global ones, by name."""
