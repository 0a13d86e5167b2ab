"""How many answers of how many were right, and what that says."""

from dataclasses import dataclass
from math import sqrt

NEEDED_FOR_SHARE = 20
"""Answers before a share of them means anything."""
_Z_95_PERCENT = 1.96


@dataclass(frozen=True, slots=True, kw_only=True)
class Recalled:
    """How many answers of how many were right."""

    right: int
    total: int

    @property
    def share(self) -> float | None:
        """The part that was right, 0-1; None below 20 answers."""
        return self.right / self.total if self.total >= NEEDED_FOR_SHARE else None

    @property
    def percent_range(self) -> tuple[int, int] | None:
        """Between which percents the true share lies, 19 times in 20; None below 20 answers.

        Source:
            E. B. Wilson, Probable inference, the law of succession, and statistical
            inference (1927): (p + z²/2n ± z √(p(1 - p)/n + z²/4n²)) / (1 + z²/n).
        """
        if self.share is None:
            return None
        z_square = _Z_95_PERCENT**2
        middle = self.share + z_square / (2 * self.total)
        spread = _Z_95_PERCENT * sqrt(
            self.share * (1 - self.share) / self.total + z_square / (4 * self.total**2)
        )
        whole = 1 + z_square / self.total
        return round(100 * (middle - spread) / whole), round(100 * (middle + spread) / whole)

    @property
    def percent(self) -> int | None:
        """The share in whole percents; None below 20 answers."""
        return None if self.share is None else round(100 * self.share)
