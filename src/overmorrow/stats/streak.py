"""Days of study in a row."""

from collections.abc import Collection, Iterable


def streak(studied_days: Collection[int], today: int) -> int:
    """Return how many study days in a row end today, or yesterday while today is empty."""
    studied = set(studied_days)
    day = today if today in studied else today - 1
    length = 0
    while day - length in studied:
        length += 1
    return length


def longest_streak(studied_days: Iterable[int]) -> int:
    """Return the most study days in a row."""
    longest = length = 0
    before = None
    for day in sorted(set(studied_days)):
        length = length + 1 if before is not None and day == before + 1 else 1
        longest = max(longest, length)
        before = day
    return longest
