"""Daily limits in a tree of decks: each holds for a deck and everything below it."""

Paths = dict[int, list[int]]
"""Each deck's id with those of the decks above it, the topmost first, itself last."""

EVERY_DECK = 0
"""Stands for all decks together, as if it were a deck above them."""


class Allowance:
    """How many more cards of one kind each deck may ask today."""

    def __init__(self, paths: Paths, limits: dict[int, int]) -> None:
        """Start with whole limits.

        Args:
            paths: Where each deck stands.
            limits: How many cards a day each deck may ask, and `EVERY_DECK`.
        """
        self._paths = {each: [EVERY_DECK, *path] for each, path in paths.items()}
        self._paths[EVERY_DECK] = [EVERY_DECK]
        self._left = dict(limits)

    def copy(self) -> "Allowance":
        """Return the same allowance, to be used up on its own."""
        twin = Allowance({}, self._left)
        twin._paths = self._paths
        return twin

    def use(self, deck_id: int, cards: int) -> None:
        """Count cards of a deck as asked."""
        for each in self._paths.get(deck_id, ()):
            self._left[each] -= cards

    def take(self, deck_id: int) -> bool:
        """Use up one, if the deck and all above it have one left."""
        if not self.has_any(deck_id):
            return False
        self.use(deck_id, 1)
        return True

    def has_any(self, deck_id: int) -> bool:
        """Return whether this deck may still ask a card; quicker than counting them."""
        for each in self._paths[deck_id]:  # noqa: SIM110 - asked of every due card
            if self._left[each] <= 0:
                return False
        return True

    def of(self, deck_id: int) -> int:
        """Return how many this deck may still ask."""
        return max(0, min(self._left[each] for each in self._paths[deck_id]))

    def of_all(self, scope: list[int]) -> int:
        """Return how many the decks of a part of the tree may still ask together, at most."""
        inside = set(scope)
        tops = [each for each in scope if not inside.intersection(self._paths[each][:-1])]
        return min(self.of(EVERY_DECK), sum(self.of(each) for each in tops))

    def totals(self, own: dict[int, int]) -> dict[int, int]:
        """Return how many cards each deck comes to, with everything below it.

        Args:
            own: How many cards each deck itself has, in the order of the tree.
        """
        sums = dict.fromkeys(own, 0)
        for deck_id in reversed(own):
            sums[deck_id] = min(sums[deck_id] + own[deck_id], max(0, self._left[deck_id]))
            for parent in self._paths[deck_id][-2:-1]:
                if parent in sums:
                    sums[parent] += sums[deck_id]
        return {deck_id: min(count, self.of(deck_id)) for deck_id, count in sums.items()}
