"""Which notes have been joined, and what their places in the deck say of the others."""

from collections.abc import Iterator

_MANY = 20
"""Notes of a deck whose first and last stay the first and last though all were edited."""
_FARTHEST = 64
"""How many open notes may lie between a note and its nearest joined neighbour."""


class Joined:
    """Which known note is which parsed one; -1 stands for none."""

    def __init__(self, known: int, parsed: int) -> None:
        """Begin with no partners among so many notes."""
        self.of_known = [-1] * known
        self.of_parsed = [-1] * parsed
        self._has_any = False
        self._ends_meet = known == parsed and known >= _MANY

    def is_open(self, at: int, other: int) -> bool:
        """Whether neither of two notes has a partner."""
        return self.of_known[at] < 0 and self.of_parsed[other] < 0

    def join(self, at: int, other: int) -> None:
        """Make two notes partners."""
        self.of_known[at] = other
        self.of_parsed[other] = at
        self._has_any = True

    def join_run(self, count: int) -> None:
        """Make the first so many notes partners, each of the one at its place."""
        self.of_known[:count] = self.of_parsed[:count] = range(count)
        self._has_any = count > 0

    def support(self, at: int, other: int) -> int:
        """Return on how many sides, 0 to 2, the nearest joined neighbours are partners."""
        return self._meets(at, other, -1) + self._meets(at, other, 1)

    def gaps(self) -> Iterator[tuple[list[int], list[int]]]:
        """Yield the open notes that stand between the same joined neighbours, on both sides."""
        if not self._has_any:
            return
        before = -1
        old: list[int] = []
        for at, partner in enumerate([*self.of_known, len(self.of_parsed)]):
            if partner < 0:
                old.append(at)
                continue
            new = range(before + 1, partner)
            if old and new and all(self.of_parsed[other] < 0 for other in new):
                yield old, list(new)
            before, old = partner, []

    def _meets(self, at: int, other: int, step: int) -> bool:
        left = _nearest(self.of_known, at, step)
        right = _nearest(self.of_parsed, other, step)
        if left is None or right is None:
            return False
        if 0 <= left < len(self.of_known):
            return self.of_known[left] == right
        is_end = not 0 <= right < len(self.of_parsed)
        return is_end and (self._has_any or (self._ends_meet and at == other))


def _nearest(partners: list[int], start: int, step: int) -> int | None:
    """Return the nearest joined place, one past the end if there is none; None if too far."""
    at = start + step
    for _ in range(_FARTHEST):
        if not 0 <= at < len(partners) or partners[at] >= 0:
            return at
        at += step
    return None
