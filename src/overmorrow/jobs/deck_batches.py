"""What was done to decks, written down so that it can be taken back like anything else."""

from collections.abc import Mapping
from typing import Any

from overmorrow.clock import Moment
from overmorrow.store.batches import Batch, BatchRecord, begin, finish
from overmorrow.store.database import Database

DECK_CHANGE = "deck_change"
"""In a batch's summary: what was done to which deck."""


def deck_change_of(batch: BatchRecord) -> Mapping[str, Any] | None:
    """Return what a batch says was done to a deck; None if it is something else."""
    told = batch.summary.get(DECK_CHANGE)
    return told if isinstance(told, dict) else None


def write_deck_change(
    database: Database, name: str, told: Mapping[str, object], moment: Moment
) -> Batch:
    """Write down what is done to a deck, inside the transaction that does it.

    Args:
        database: The collection.
        name: What the learner will know it by when looking back.
        told: What taking it back needs to know.
        moment: When.
    """
    batch = begin(database, name, (), moment, {DECK_CHANGE: told})
    finish(database, batch)
    return batch
