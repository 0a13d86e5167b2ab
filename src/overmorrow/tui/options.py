"""What the screens are started with."""

from typing import Literal, NamedTuple

from overmorrow.clock import Clock
from overmorrow.errors import SettingsError
from overmorrow.jobs.asked import Limits
from overmorrow.settings import Settings


class TuiOptions(NamedTuple):
    """One start of the screens."""

    database_path: str
    settings: Settings
    language: str
    """`ko` or `en`."""
    clock: Clock
    start: Literal["home", "study"] = "home"
    scope: str | None = None
    """The deck to study, with its subdecks; None for all."""
    limits: Limits = Limits()
    notes: tuple[SettingsError, ...] = ()
    """What is wrong in the settings file; the rest of it holds."""
    clock_confirmed: bool = False
    """Whether the learner says that a clock which went back by days is right."""
