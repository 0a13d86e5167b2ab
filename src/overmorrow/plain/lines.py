"""Asks and tells, a line at a time: no colour, no cursor movement, no drawing."""

from typing import TextIO

from overmorrow.cards.text import clean

_ENDS = (".", "?", "!", "…", ":", "。", "？", "！")


class Lines:
    """The way to the learner and back."""

    def __init__(self, source: TextIO, target: TextIO, *, echo: bool) -> None:
        """Choose where lines come from and go to.

        Args:
            source: What the learner types, or a script.
            target: What the learner reads.
            echo: Whether to write what was typed after its prompt, because
                nothing else does (a terminal does).
        """
        self._source = source
        self._target = target
        self._echo = echo

    def tell(self, text: str) -> None:
        """Write one line, ended by a stop."""
        line = one_line(text)
        stop = "" if not line or line.endswith(_ENDS) else "."
        self._target.write(f"{line}{stop}\n")
        self._target.flush()

    def ask(self, prompt: str) -> str:
        """Return the line that was typed.

        Raises:
            EOFError: There are no more lines.
        """
        self._target.write(f"{prompt} ")
        self._target.flush()
        line = self._source.readline()
        typed = one_line(line)
        if self._echo or not line:
            self._target.write(f"{typed}\n")
        if not line:
            raise EOFError
        return typed


def one_line(text: str) -> str:
    """Return the text on one line, without anything that steers a terminal."""
    return " ".join(clean(text).split())
