"""Text that is safe to keep and to show: one form of Unicode, nothing that steers a terminal."""

import re
import unicodedata

# Patterns as text, compiled when first used: most commands start and end without them.
_STEERING = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
_NEW_LINES = "\r\n?|\u2028|\u2029|\x85"
_MARK = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_MARKS = f"({_MARK}{{4}}){_MARK}+"
_LONGEST_PATH = 200


def clean(text: str) -> str:
    r"""Return the text in NFC, without control or direction characters.

    Line breaks become `\n`, tabs stay, everything else that could move the
    cursor, colour the screen or reorder it is dropped; so are combining marks
    beyond four on one letter. Cleaning twice is cleaning once.
    """
    if text.isascii() and text.isprintable():
        return text
    lines = re.sub(_NEW_LINES, "\n", text)
    composed = unicodedata.normalize("NFC", without_steering(lines))
    return re.sub(_MARKS, r"\1", composed) if re.search(_MARK, composed) else composed


def without_steering(text: str) -> str:
    """Return the text without control and direction characters; line breaks and tabs stay."""
    return re.sub(_STEERING, "", text)


def cell_width(text: str) -> int:
    """Return how many terminal cells one line of text takes; Hangul takes two a syllable."""
    if text.isascii():
        return len(text)
    return sum(_character_cells(character) for character in text)


def _character_cells(character: str) -> int:
    if unicodedata.east_asian_width(character) in "WF":
        return 2
    return 0 if unicodedata.category(character) in ("Mn", "Me", "Cf") else 1


def shown_path(path: str) -> str:
    """Return a path or name, which may hold any bytes, as one short line that is safe to show."""
    readable = path.encode("utf-8", "replace").decode("utf-8")
    return clean(readable).replace("\n", " ")[:_LONGEST_PATH]
