"""What the learner chose for a deck and everything below it."""

import json
from collections.abc import Mapping

from overmorrow.errors import NotFoundError
from overmorrow.store.database import Database
from overmorrow.store.deck_names import read_options

Options = Mapping[str, object]


def options_of(database: Database, name: str) -> dict[str, object]:
    """Return what a deck sets for itself.

    Raises:
        NotFoundError: There is no such deck.
    """
    row = database.row("SELECT options FROM deck WHERE name = ?", (name,))
    if row is None:
        raise NotFoundError("store.no_deck", deck=name)
    return read_options(row[0])


def put_options(database: Database, name: str, options: Options) -> None:
    """Let a deck set these for itself and no others, inside a transaction."""
    text = json.dumps(dict(options), sort_keys=True) if options else None
    database.connection.execute("UPDATE deck SET options = ? WHERE name = ?", (text, name))


def changed_options(options: Options, changes: Options) -> dict[str, object]:
    """Return options with some of them changed; None gives one up."""
    return {key: value for key, value in {**options, **changes}.items() if value is not None}
