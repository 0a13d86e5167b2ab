"""Finds the cards that stand out among the newest answers of a period."""

from collections.abc import Collection
from operator import itemgetter
from typing import NamedTuple

from overmorrow.clock import DAY_MS, ORDINAL_OF_1970
from overmorrow.store.database import Database, Row

NEWEST = 5_000
"""So many answers of each device are looked at, the newest first."""
_DEVICES = """
    WITH RECURSIVE found (device) AS (
        SELECT min(device) FROM event
        UNION ALL
        SELECT (SELECT min(device) FROM event WHERE device > found.device) FROM found
        WHERE found.device IS NOT NULL)
    SELECT device FROM found WHERE device IS NOT NULL"""
_NEWEST = """
    SELECT newest.hlc, card.id, card.deck_id, verdict, typed, answer_ms, kind = 'practice'
    FROM (SELECT id, hlc, card_uid, verdict, typed, answer_ms, kind FROM event
          WHERE device = ? AND hlc >= ? AND study_day BETWEEN ? AND ?
            AND kind IN ('review', 'practice') AND quality IS NOT NULL
          ORDER BY hlc DESC LIMIT ?) AS newest
    JOIN card ON card.uid = newest.card_uid AND card.vanished = 0
    WHERE NOT EXISTS (SELECT 1 FROM event AS undo WHERE undo.target = newest.id)"""


class CardAnswer(NamedTuple):
    """One answer to a card that is still there."""

    card_id: int
    verdict: str | None
    typed: str | None
    answer_ms: int | None
    is_practice: bool


def newest_answers(
    database: Database, deck_ids: Collection[int] | None, first_day: int, last_day: int
) -> list[CardAnswer]:
    """Return the newest answers of a period, the newest first, without those taken back.

    Args:
        database: Where.
        deck_ids: The decks; None for all.
        first_day: The first study day.
        last_day: The last one.
    """
    earliest = (first_day - ORDINAL_OF_1970 - 1) * DAY_MS
    rows: list[Row] = []
    for (device,) in database.rows(_DEVICES):
        rows += database.rows(_NEWEST, (device, earliest, first_day, last_day, NEWEST))
    found = sorted(rows, key=itemgetter(0), reverse=True)[:NEWEST]
    return [
        CardAnswer(card_id, verdict, typed, answer_ms, bool(is_practice))
        for _, card_id, deck_id, verdict, typed, answer_ms, is_practice in found
        if deck_ids is None or deck_id in deck_ids
    ]
