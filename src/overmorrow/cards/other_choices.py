"""Finds what may stand beside an answer that is chosen instead of typed."""

import re
from collections.abc import Iterable

_FIGURES = re.compile(r"[0-9][0-9.,]*")


def by_likeness(answer: str, others: Iterable[str]) -> list[str]:
    """Return other answers, those that look most like this one first, each once.

    Numbers of the same unit come before other numbers, and these before words; among
    words the ones of about the same length are first. Equals stay in their order.
    """
    known = dict.fromkeys(other for other in others if other != answer)
    return sorted(known, key=lambda other: _unlikeness(answer, other))


def _unlikeness(answer: str, other: str) -> tuple[bool, bool, int]:
    has_figures = bool(_FIGURES.search(answer))
    differs = bool(_FIGURES.search(other)) is not has_figures
    other_unit = has_figures and _FIGURES.sub("", answer) != _FIGURES.sub("", other)
    return differs, other_unit, abs(len(answer) - len(other)) // 3
