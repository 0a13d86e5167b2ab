"""The command line: each job as a command; without one, the screens."""

from overmorrow.cli.running import run

__all__ = ["run"]
