"""How the beginning of a large file is understood, before the whole of it is read."""

import os
from tempfile import TemporaryDirectory

from overmorrow.errors import FileError
from overmorrow.exchange.reading import Reading, read_file
from overmorrow.jobs.planned import FilePlan, ImportPlan

LARGE = 512 * 1024
"""Bytes; smaller files are read whole just as soon."""
_BEGINNING = 48 * 1024
_ENDINGS = (".csv", ".tsv", ".tab", ".txt")


def first_look(path: str, reading: Reading | None = None) -> FilePlan | None:
    """Read only the first lines of a large table, which takes no time at all.

    Args:
        path: The file.
        reading: What the learner says about it.

    Returns:
        The first cards and how they were understood, compared with nothing; None
        where that needs the whole file, or the beginning has no card in it.
    """
    name = os.path.basename(path)
    try:
        if not name.lower().endswith(_ENDINGS) or os.path.getsize(path) < LARGE:
            return None
        with open(path, "rb") as file, TemporaryDirectory() as folder:
            beginning = os.path.join(folder, name)
            with open(beginning, "wb") as copy:
                copy.write(_whole_lines(file.read(_BEGINNING)))
            parsed = read_file(beginning, reading=reading)
    except (OSError, FileError):
        return None
    if any(deck.refused for deck in parsed.decks):
        return None
    decks = tuple(ImportPlan(path=path, deck=deck.deck, new=()) for deck in parsed.decks)
    return FilePlan(path=path, file=parsed, decks=decks)


def _whole_lines(data: bytes) -> bytes:
    """Return the data without the line that is cut; in UTF-16 a line feed has two bytes."""
    end = data.rfind(b"\n") + 1
    if data[end : end + 1] == b"\0":
        end += 1
    return data[:end]
