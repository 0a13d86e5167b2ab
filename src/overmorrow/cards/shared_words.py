"""Finds texts that may be alike among very many, by the rarer words that they share."""

import re
from collections import Counter

_WORD = re.compile(r"\w+")
_COMMON = 60
"""A word that more texts have says nothing about which is which."""
_NEAREST = 24


class SharedWords:
    """Texts by their words, for when there are too many to compare all."""

    def __init__(self, texts: dict[int, str]) -> None:
        """Note which texts have which words."""
        self._texts = texts
        self._with: dict[str, list[int]] = {}
        for other, text in texts.items():
            for word in set(_WORD.findall(text)):
                self._with.setdefault(word, []).append(other)

    def like(self, text: str) -> dict[int, str]:
        """Return the texts that share most of the rarer words."""
        shared: Counter[int] = Counter()
        for word in set(_WORD.findall(text)):
            others = self._with.get(word, [])
            if len(others) <= _COMMON:
                shared.update(others)
        return {other: self._texts[other] for other, _ in shared.most_common(_NEAREST)}
