"""Where a new deck and its file may be: names that can be taken, and paths that are free."""

import os

from overmorrow.cards.deck import name_as_written
from overmorrow.cards.text import shown_path
from overmorrow.errors import FileError
from overmorrow.exchange.markdown_writing import file_names
from overmorrow.jobs.opening import DECKS_FOLDER, shipped_decks
from overmorrow.store.database import Database
from overmorrow.store.events import storable

_ENDINGS = (".md", ".markdown")


def deck_name(deck: str) -> str:
    """Return a deck's name, without levels that have no name.

    Raises:
        FileError: Nothing is left of it.
    """
    name = name_as_written(deck)
    if not name:
        raise FileError("generating.no_deck_name")
    return name


def new_path(database: Database, name: str, path: str | None = None) -> str:
    """Return where the file of a deck to be made shall be.

    Args:
        database: The collection.
        name: The deck's name.
        path: Where the learner wants it; None chooses a place among the learner's decks.

    Raises:
        FileError: It cannot be there.
    """
    if path:
        if not path.lower().endswith(_ENDINGS) or storable(path) != path:
            raise FileError("generating.not_markdown", path=shown_path(path))
        if _is_taken(path):
            raise FileError("generating.not_this_decks", path=shown_path(path), deck=name)
        return path
    folder = os.path.join(os.path.dirname(os.path.abspath(database.path)), DECKS_FOLDER)
    stem = file_names([name], "")[name]
    path, nth = os.path.join(folder, f"{stem}.md"), 1
    while _is_taken(path):
        nth += 1
        path = os.path.join(folder, f"{stem} {nth}.md")
    return path


def _is_taken(path: str) -> bool:
    """Whether there is such a file, or will be: copies of our own decks have their names."""
    return os.path.lexists(path) or os.path.lexists(
        os.path.join(shipped_decks(), os.path.basename(path))
    )
