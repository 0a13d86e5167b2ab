"""`python -m overmorrow` is the same as `quiz`."""

from overmorrow.cli import run

run()
