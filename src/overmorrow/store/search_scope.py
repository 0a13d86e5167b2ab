"""What a search needs to know of the collection: the day, the decks, the tags, the index."""

import json
from collections.abc import Callable
from functools import cached_property

from overmorrow.search.folding import folded
from overmorrow.store.database import Database
from overmorrow.store.deck_names import all_decks
from overmorrow.store.search_index import Reach, reach

OneText = Callable[[str], bool]
"""Says of one folded text whether it fits."""
_TAGS = "SELECT DISTINCT tags FROM note WHERE tags <> '[]'"
_FILES = """
    SELECT deck.id, deck.file, coalesce(deck_file.path, '')
    FROM deck LEFT JOIN deck_file ON deck_file.deck_id = deck.id"""
_NEXT_DEVICE = "SELECT min(device) FROM event WHERE device > ?"


class Scope:
    """The collection on one day, as one search sees it."""

    def __init__(self, database: Database, day: int, start_ms: Callable[[int], int]) -> None:
        """Look at a collection.

        Args:
            database: Which.
            day: Today.
            start_ms: Tells when a study day began, in epoch milliseconds.
        """
        self.database = database
        self.day = day
        self.start_ms = start_ms

    @cached_property
    def index(self) -> Reach:
        """How far the search index has come."""
        return reach(self.database)

    def decks_named(self, fits: OneText) -> list[int]:
        """Return the decks whose names fit."""
        return [deck.deck_id for deck in all_decks(self.database) if fits(folded(deck.name))]

    def decks_in_file(self, fits: OneText) -> list[int]:
        """Return the decks whose files' paths fit."""
        rows = self.database.rows(_FILES)
        return [
            deck_id
            for deck_id, *paths in rows
            if any(path and fits(folded(path)) for path in paths)
        ]

    def tags(self, fits: OneText) -> list[str]:
        """Return the sets of tags, as notes have them in JSON, with one that fits."""
        return [
            text
            for (text,) in self.database.rows(_TAGS)
            if any(fits(folded(tag)) for tag in json.loads(text))
        ]

    def devices(self) -> list[str]:
        """Return whose events the log has; each is found by one look into an index."""
        found: list[str] = []
        while (
            name := self.database.value(_NEXT_DEVICE, (found[-1] if found else "",))
        ) is not None:
            found.append(str(name))
        return found


def known_tags(database: Database) -> list[str]:
    """Return all tags that notes have, in order."""
    sets = (json.loads(text) for (text,) in database.rows(_TAGS))
    return sorted({tag for tags in sets for tag in tags})
