"""The command line: each job as a command; without one, the screens."""

import gc
import sys
from typing import NoReturn

_OBJECTS_BETWEEN = 50_000
"""New objects between two looks for garbage; loading modules makes thousands, and no garbage."""


def run() -> NoReturn:
    """Do what the command line says, and end with its exit code."""
    gc.set_threshold(_OBJECTS_BETWEEN)
    from overmorrow.cli.running import main  # not before garbage is looked for less often

    code = main(sys.argv[1:])
    gc.freeze()  # looking for garbage in what ends now would take a tenth of `due`
    sys.exit(code)
