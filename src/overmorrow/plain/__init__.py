"""The jobs as a plain line dialogue: screen readers, simple terminals, pipes, scripts."""

from overmorrow.plain.dialogue import Dialogue
from overmorrow.plain.lines import Lines
from overmorrow.plain.telling import verdict_words

__all__ = ["Dialogue", "Lines", "verdict_words"]
