"""In what order today's cards are asked."""

from collections.abc import Sequence
from typing import TypeVar

CardId = TypeVar("CardId")

CARDS_BETWEEN_DRILLS = 2


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
