"""Notes kept as the text of their rows, for tables with a million of them."""

from collections.abc import Callable, Iterator, Sequence
from typing import overload

from overmorrow.cards.note import Note

_CELL = "\x1f"
_ROW = "\x1e"
_CHUNK = 512
"""Rows that are packed together."""


class NoteRows(Sequence[Note]):
    """A sequence of notes, each made from its row when it is asked for.

    Cells are cleaned text, which holds none of the signs that part them here.
    """

    def __init__(self, make: Callable[[list[str]], Note] | None = None) -> None:
        """Begin with nothing.

        Args:
            make: Makes a note from the cells of a row.
        """
        self._make = make or _pair
        self._packed: list[bytes] = []
        self._open: list[str] = []
        self._made: dict[int, Note] = {}
        self._unpacked: tuple[int, list[str]] = (-1, [])

    def append_row(self, cells: Sequence[str]) -> None:
        """Take the note that a row makes."""
        self._open.append(_CELL.join(cells))
        if len(self._open) == _CHUNK:
            self._packed.append(_ROW.join(self._open).encode("utf-8", "surrogatepass"))
            self._open = []

    def append(self, note: Note) -> None:
        """Take a note as it is."""
        self._made[len(self)] = note
        self.append_row(())

    def __len__(self) -> int:
        return len(self._packed) * _CHUNK + len(self._open)

    def __iter__(self) -> Iterator[Note]:
        at = 0
        for number in range(len(self._packed) + bool(self._open)):
            for row in self._rows(number):
                note = self._made.get(at)
                yield self._make(row.split(_CELL)) if note is None else note
                at += 1

    @overload
    def __getitem__(self, at: int) -> Note: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Note, ...]: ...
    def __getitem__(self, at: int | slice) -> Note | tuple[Note, ...]:
        if isinstance(at, slice):
            return tuple(self[each] for each in range(*at.indices(len(self))))
        place = at + len(self) if at < 0 else at
        if not 0 <= place < len(self):
            raise IndexError(at)
        if place in self._made:
            return self._made[place]
        number, row = divmod(place, _CHUNK)
        if self._unpacked[0] != number or number == len(self._packed):
            self._unpacked = (number, self._rows(number))
        return self._make(self._unpacked[1][row].split(_CELL))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence) or len(self) != len(other):
            return False
        return all(mine == theirs for mine, theirs in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]  # notes may still be added

    def __repr__(self) -> str:
        return f"{type(self).__name__}({list(self)!r})"

    def _rows(self, number: int) -> list[str]:
        if number == len(self._packed):
            return self._open
        return self._packed[number].decode("utf-8", "surrogatepass").split(_ROW)


def _pair(cells: list[str]) -> Note:
    return Note(cells[0], cells[1])
