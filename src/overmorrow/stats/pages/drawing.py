"""What a page's drawing is made of: rows of toned text, and the bars in them that can be chosen."""

from collections.abc import Sequence
from enum import Enum, auto
from typing import NamedTuple

from overmorrow.cards.text import cell_width
from overmorrow.stats.recalled import Recalled

_SMALL_WIDTH = 60
_SMALL_HEIGHT = 18
_MEASURE = 76
WIDE = 110


class Tone(Enum):
    """How a piece of text stands out; a face gives it its style, and loses nothing without."""

    PLAIN = auto()
    MUTED = auto()
    STRONG = auto()
    ACCENT = auto()
    CHOSEN = auto()


Piece = tuple[str, Tone]
Row = Sequence[Piece]
EMPTY: Row = ()


class Room(NamedTuple):
    """What there is to draw in."""

    width: int = 80
    height: int = 24
    """Rows of the whole terminal."""
    ascii_only: bool = False
    chosen: int | None = None
    """Which bar is chosen; None where nothing can be."""

    @property
    def small(self) -> bool:
        """Whether only the essential is drawn."""
        return self.width < _SMALL_WIDTH or self.height < _SMALL_HEIGHT

    @property
    def start(self) -> int:
        """The column at which text begins."""
        return 2 if self.small else 4

    @property
    def cells(self) -> int:
        """How wide a line may be, from its start."""
        most = self.width if self.width >= WIDE and not self.small else min(80, self.width)
        return max(8, most - self.start)

    @property
    def text_cells(self) -> int:
        """How wide a line of text may be, from its start."""
        return min(_MEASURE, self.cells - (0 if self.small else 2))


class Mark(NamedTuple):
    """Something that can be chosen."""

    words: str
    """What it stands for, in a line."""
    search: str = ""
    """The search that finds its cards, without the deck; empty where there is none."""


class Spot(NamedTuple):
    """Where on a drawing a mark lies."""

    mark: int
    rows: range
    columns: range


class Drawing(NamedTuple):
    """A page as it is shown."""

    rows: list[Row]
    marks: list[Mark]
    spots: list[Spot]
    default: int | None = None
    """The mark that is chosen at first."""


def drawing_of(rows: list[Row]) -> Drawing:
    """Return a drawing in which nothing can be chosen."""
    return Drawing(rows, [], [])


def plain(text: str) -> Row:
    """Return a row without tone."""
    return ((text, Tone.PLAIN),)


def muted(text: str) -> Row:
    """Return a row that stands back."""
    return ((text, Tone.MUTED),)


def pad(text: str, cells: int) -> str:
    """Return the text with spaces up to so many cells, cut where it is longer."""
    text = cut(text, cells)
    return text + " " * (cells - cell_width(text))


def right(text: str, cells: int) -> str:
    """Return the text at the right end of so many cells."""
    return " " * max(0, cells - cell_width(text)) + text


def cut(text: str, cells: int) -> str:
    """Return the text in at most so many cells, an ellipsis where something was cut."""
    if cell_width(text) <= cells:
        return text
    kept = ""
    room = cells - 1
    for character in text:
        room -= cell_width(character)
        if room < 0:
            break
        kept += character
    return kept.rstrip() + "…"


def wrapped(text: str, cells: int) -> list[str]:
    """Return the text's lines, broken at spaces."""
    lines = [""]
    for word in text.split(" "):
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if cell_width(joined) <= cells or not lines[-1]:
            lines[-1] = joined
        else:
            lines.append(word)
    return lines


def sentence(text: str, room: Room, tone: Tone = Tone.MUTED) -> list[Row]:
    """Return a sentence as rows."""
    return [((" " * room.start + line, tone),) for line in wrapped(text, room.text_cells)]


def legend(entries: Sequence[tuple[str, str]], room: Room) -> list[Row]:
    """Return signs with what each stands for, in the bars' own tone, as rows.

    Args:
        entries: Each sign with its words.
        room: Where.
    """
    indent = (" " * room.start, Tone.PLAIN)
    rows: list[list[Piece]] = [[indent]]
    used = 0
    for sign, words in entries:
        width = cell_width(sign) + 1 + cell_width(words)
        if used and used + 3 + width > room.text_cells:
            rows.append([indent])
            used = 0
        gap = "   " if used else ""
        rows[-1] += [(gap + sign, Tone.ACCENT), (f" {words}", Tone.MUTED)]
        used += len(gap) + width
    return list(rows)


def labelled(label: str, text: str, room: Room) -> list[Row]:
    """Return a label with its text beside it, in several rows if need be."""
    label_cells = 8 if room.small else 10
    indent = " " * room.start
    lines = wrapped(text, room.text_cells - label_cells)
    return [
        ((indent + pad(label if at == 0 else "", label_cells), Tone.MUTED), (line, Tone.PLAIN))
        for at, line in enumerate(lines)
    ]


def between(left: str, end: str, cells: int) -> str:
    """Return one row with a text at each end; the left one is cut if need be."""
    room = max(0, cells - cell_width(end) - (2 if end else 0))
    left = cut(left, room)
    return left + " " * (cells - cell_width(left) - cell_width(end)) + end


def chosen_rows(mark: Mark, room: Room) -> list[Row]:
    """Return what the chosen mark stands for."""
    first, *rest = wrapped(mark.words, room.text_cells)
    sign = " " * (room.start - 2) + "> "
    indent = " " * room.start
    return [
        ((sign, Tone.ACCENT), (first, Tone.STRONG)),
        *(((indent + line, Tone.STRONG),) for line in rest),
    ]


def fraction(recalled: Recalled) -> str:
    """Return `91% (143/157)`, or only `11/12` while a percentage would mean nothing."""
    parts = f"{recalled.right:,}/{recalled.total:,}"
    return parts if recalled.percent is None else f"{recalled.percent}% ({parts})"
