"""Notes that were split into several, or several that were merged into one."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Protocol

from overmorrow.cards.likeness import letters

_COVERED = 0.8
"""How much of the whole answer the pieces must hold."""


class Written(Protocol):
    """What is compared of a note."""

    @property
    def prompt(self) -> str:
        """What asks."""

    @property
    def answer(self) -> str:
        """What is asked for."""


def first_piece(whole: Written, pieces: Mapping[int, Written]) -> int | None:
    """Return which of the notes, if they are the pieces of a whole, is its first.

    Pieces ask with the whole's prompt, or with one that begins with it or that
    it holds, and their answers stand one after another in the whole's answer.
    """
    if len(pieces) < 2:
        return None
    body, asks = letters(whole.answer), letters(whole.prompt)
    found: dict[int, int] = {}
    for at, piece in pieces.items():
        part, asks_part = letters(piece.answer), letters(piece.prompt)
        place = body.find(part) if part and asks_part and part != body else -1
        if place >= 0 and (asks_part.startswith(asks) or asks_part in asks):
            found.setdefault(place, at)
    parts = {place: letters(pieces[at].answer) for place, at in found.items()}
    places = sorted(parts)
    are_apart = all(place + len(parts[place]) <= after for place, after in pairwise(places))
    covered = sum(map(len, parts.values()))
    if len(places) < 2 or not are_apart or covered < _COVERED * len(body):
        return None
    return found[places[0]]
