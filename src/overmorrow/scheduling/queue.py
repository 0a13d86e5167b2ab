"""In what order today's cards are asked."""

from collections.abc import Sequence
from typing import TypeVar
from zlib import crc32

CardId = TypeVar("CardId")

CARDS_BETWEEN_DRILLS = 2
_64_BITS = 2**64 - 1


def mixed(reviews: Sequence[CardId], new: Sequence[CardId]) -> list[CardId]:
    """Return both in one queue, the new cards spread evenly among the reviews.

    Each keeps its own order, and a review comes first where there is one.
    """
    total = len(reviews) + len(new)
    queue: list[CardId] = []
    taken = 0
    for place in range(total):
        wanted = (place + 1) * len(new) // total
        if wanted > taken:
            queue.append(new[taken])
            taken += 1
        else:
            queue.append(reviews[place - taken])
    return queue


def next_drill(waiting: Sequence[CardId], shown: Sequence[CardId]) -> CardId:
    """Return which of the waiting cards is drilled now.

    The one that has waited longest, unless it stood among the last two shown
    and another has not; never an empty choice.

    Args:
        waiting: Cards still to drill, the longest waiting first; not empty.
        shown: Cards in the order they were shown today, the newest last.
    """
    recent = shown[-CARDS_BETWEEN_DRILLS:]
    rested = [card for card in waiting if card not in recent]
    if rested:
        return rested[0]
    return min(waiting, key=recent.index)


def seed_of(deck: str, day: int) -> int:
    """Return what shuffles a deck's cards on a day, the same all day long; from 1 up."""
    return crc32(f"{day} {deck}".encode()) % 2_147_483_646 + 1


def shuffled(card_ids: Sequence[int], seed: int) -> list[int]:
    """Return cards in an order that only the seed decides, however many are left of them."""
    return sorted(card_ids, key=lambda card_id: _mixed_up(card_id ^ (seed << 32)))


def _mixed_up(number: int) -> int:
    """Return a number that looks unlike its neighbours' (SplitMix64, Steele et al. 2014)."""
    number = (number + 0x9E3779B97F4A7C15) & _64_BITS
    number = ((number ^ (number >> 30)) * 0xBF58476D1CE4E5B9) & _64_BITS
    number = ((number ^ (number >> 27)) * 0x94D049BB133111EB) & _64_BITS
    return number ^ (number >> 31)
