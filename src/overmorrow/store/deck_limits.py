"""The daily limits that a deck sets for itself and everything below it."""

import json
from collections.abc import Mapping

from sqlmodel import select

from overmorrow.errors import NotFoundError
from overmorrow.store.database import Database
from overmorrow.store.deck_names import read_options
from overmorrow.store.tables import Deck


def set_deck_limits(database: Database, name: str, limits: Mapping[str, int | None]) -> None:
    """Change a deck's own limits.

    Args:
        database: Where.
        name: The deck.
        limits: `new_per_day` or `reviews_per_day`; None leaves one to the
            settings again, and what is not named stays.

    Raises:
        NotFoundError: There is no such deck.
        DatabaseError: It could not be written; nothing was.
    """
    with database.session() as session:
        deck = session.exec(select(Deck).where(Deck.name == name)).first()
        if deck is None:
            raise NotFoundError("store.no_deck", deck=name)
        merged = {**read_options(deck.options), **limits}
        kept = {key: value for key, value in merged.items() if value is not None}
        deck.options = json.dumps(kept, sort_keys=True) if kept else None
        session.add(deck)
        session.commit()
