"""A face: one card of a note as another program's note type makes it."""

from typing import NamedTuple


class Face(NamedTuple):
    """The two sides of a card, as text."""

    key: str
    """Which card of its note: `q` for the first template, `r`, `t3`, …; `c1`, `c2`, … for gaps."""
    prompt: str
    answer: str
    """All of the back, without a repeated front."""
    graded: str = ""
    """The part of the answer to be typed; empty means all of it."""
    aliases: tuple[str, ...] = ()
    answer_type: str = ""
    """A value of `AnswerType`; empty means find out."""
    deck: str = ""
    """The card's deck, if it is not its note's."""


def face_key(ord_: int, *, is_cloze: bool) -> str:
    """Return the key of a note type's card.

    Args:
        ord_: Its number as Anki counts: templates, or gap numbers less one, from 0.
        is_cloze: Whether the note type makes cards from gaps.
    """
    if is_cloze:
        return f"c{ord_ + 1}"
    return ("q", "r")[ord_] if ord_ < 2 else f"t{ord_ + 1}"


def face_ord(key: str) -> int:
    """Return the number that `face_key` made the key from."""
    return "qr".index(key) if key in ("q", "r") else int(key[1:]) - 1
