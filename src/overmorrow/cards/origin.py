"""What another program knows of a note, kept for the way back."""

from typing import NamedTuple


class Origin(NamedTuple):
    """Who a note is in the collection it came from."""

    note_id: int
    """Epoch milliseconds of its making, as Anki names notes."""
    modified: int
    """Epoch seconds of its last change there; the newer text of two wins."""
    flags: int = 0
    data: str = ""
    cards: tuple[tuple[int, int], ...] = ()
    """Of each of its cards, in their order: its id there, and what its `due` says."""
