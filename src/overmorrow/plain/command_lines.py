"""What the command line prints, told in lines of the dialogue."""

import io

from overmorrow.plain.lines import Lines

_DRAWN = (range(0x2500, 0x25A0), range(0x2800, 0x2900))
"""Lines, blocks and dots that make pictures; they are noise to who hears them."""


class CommandLines(io.TextIOBase):
    """Stands as the output of a command, and tells what is written to it line by line."""

    def __init__(self, lines: Lines, encoding: str) -> None:
        """Begin with nothing written.

        Args:
            lines: Where it is told.
            encoding: What the terminal can show.
        """
        super().__init__()
        self._lines = lines
        self._encoding = encoding
        self._begun = ""

    @property
    def encoding(self) -> str:  # type: ignore[override]  # the base calls it an attribute
        """What the terminal can show."""
        return self._encoding

    def writable(self) -> bool:
        """Whether it takes text."""
        return True

    def write(self, text: str) -> int:
        """Take text, and tell the lines that are whole."""
        *whole, self._begun = (self._begun + text).split("\n")
        for line in whole:
            self._tell(line)
        return len(text)

    def end(self) -> None:
        """Tell a last line that nothing ended."""
        if self._begun:
            self._tell(self._begun)
        self._begun = ""

    def _tell(self, line: str) -> None:
        """Tell a line without what is drawn in it; of a drawing alone, nothing is left."""
        plain = "".join(sign for sign in line if not _is_drawn(sign)).rstrip()
        if plain or not line.strip():
            self._lines.tell(plain)


def _is_drawn(sign: str) -> bool:
    return any(ord(sign) in drawn for drawn in _DRAWN)
