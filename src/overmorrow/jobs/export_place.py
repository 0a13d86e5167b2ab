"""Where an export goes if the learner says nothing else, and in which format."""

import os
from collections.abc import Sequence

from overmorrow.exchange.markdown_writing import file_names
from overmorrow.jobs.choosing_files import typed_path
from overmorrow.jobs.export_deck import FORMATS

KEEP_SCHEDULES = frozenset({"apkg", "json"})
"""The formats that can hold schedules and answers."""
_HOME = "~/"
_ALL = "overmorrow"
_MARKDOWN = "md"


def usual_place(deck: str | None, decks: Sequence[str], format_: str) -> str:
    """Return a file in the home folder, named after the deck.

    Several decks in Markdown are as many files, so a folder is named for them.

    Args:
        deck: With those below it; None for all.
        decks: The names of all decks.
        format_: One of `FORMATS`.
    """
    within = [name for name in decks if deck is None or f"{name}::".startswith(f"{deck}::")]
    is_folder = format_ == _MARKDOWN and len(within) > 1
    ending = "/" if is_folder else f".{format_}"
    name = deck or _ALL
    return _HOME + file_names([name], ending)[name]


def format_of(place: str) -> str | None:
    """Return the format that a file's ending names; a folder holds Markdown."""
    place = place.strip()
    if place.endswith(("/", os.sep)):
        return _MARKDOWN
    ending = os.path.splitext(place)[1].lower().removeprefix(".")
    return ending if ending in FORMATS else None


def written_place(place: str) -> str:
    """Return the path that is meant; a slash at its end stays."""
    path = typed_path(place)
    return path + os.sep if place.strip().endswith("/") and not path.endswith(os.sep) else path
