"""How well a card was recalled: SM-2's scale from 0 to 5."""

from enum import IntEnum


class Quality(IntEnum):
    """One review's rating, as SM-2 defines it and the event log stores it."""

    BLANK = 0
    VAGUE = 1
    NEARLY = 2
    HARD = 3
    GOOD = 4
    EASY = 5

    @property
    def recalled(self) -> bool:
        """Whether the card counts as remembered (3 and above)."""
        return self >= Quality.HARD
