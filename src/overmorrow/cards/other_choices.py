"""Finds what may stand beside an answer that is chosen instead of typed."""

import re
from collections.abc import Iterable

_FIGURES = re.compile(r"[0-9][0-9.,]*")


def by_likeness(answer: str, others: Iterable[str]) -> list[str]:
    """Return other answers, those that look most like this one first, each once.

    Numbers of the same unit come before other numbers, and these before words, those of
    as many digits first; names come before other words, and what is about as long as the
    answer before the rest. Equals stay in their order.
    """
    known = dict.fromkeys(other for other in others if other != answer)
    return sorted(known, key=lambda other: _unlikeness(answer, other))


def _unlikeness(answer: str, other: str) -> tuple[bool, bool, int, int]:
    digits, others = _digits(answer), _digits(other)
    differs = bool(digits) is not bool(others)
    if digits:
        other_form = _FIGURES.sub("", answer) != _FIGURES.sub("", other)
    else:
        other_form = answer[:1].isupper() is not other[:1].isupper()
    return differs, other_form, abs(digits - others), abs(len(answer) - len(other)) // 3


def _digits(text: str) -> int:
    """Return how many digits the first number has; 0 without one."""
    figures = _FIGURES.search(text)
    return sum(map(str.isdigit, figures[0])) if figures else 0
