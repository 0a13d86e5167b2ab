"""Gaps as Anki writes them: `{{c1::text::hint}}`, one in another, of several numbers."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

MOST_NUMBERS = 500
"""Anki's highest; what is above counts as this."""
IMAGE_OCCLUSION = "image-occlusion:"
"""How the text of a gap begins that is drawn on a picture."""
_MARK = re.compile(r"\{\{c(\d[\d,]{0,99})::|\}\}")
_DEEPEST = 10
_HIDDEN = "..."


class Cloze(NamedTuple):
    """One gap and what stands in it."""

    numbers: tuple[int, ...]
    """The cards that hide it."""
    parts: tuple["str | Cloze", ...]
    hint: str = ""

    @property
    def text(self) -> str:
        """What it hides, the gaps in it filled."""
        return "".join(part if isinstance(part, str) else part.text for part in self.parts)

    @property
    def is_on_picture(self) -> bool:
        """Whether it covers a part of a picture."""
        first = self.parts[0] if self.parts else ""
        return isinstance(first, str) and first.startswith(IMAGE_OCCLUSION)


class _Opened:
    """A gap whose end has not come yet."""

    def __init__(self, numbers: tuple[int, ...], mark: str) -> None:
        self.numbers = numbers
        self.mark = mark
        self.parts: list[str | Cloze] = []
        self.hint = ""

    def add_text(self, text: str) -> None:
        """Take a text; what follows `::` is the hint."""
        text, _, hint = text.partition("::")
        self.hint = hint or self.hint
        if text:
            self.parts.append(text)


class _Field(NamedTuple):
    """A field as read, with what its many cards have in common."""

    parts: tuple[str | Cloze, ...]
    filled: tuple[str, ...]
    """Each part with its gaps filled in."""
    places: Mapping[int, tuple[int, ...]]
    """Which parts hold the gaps of a number."""


@lru_cache(maxsize=4)
def _read(text: str) -> _Field:
    parts = parse_cloze(text)
    places: dict[int, list[int]] = {}
    for at, part in enumerate(parts):
        for number in {number for gap in _gaps((part,)) for number in gap.numbers}:
            places.setdefault(number, []).append(at)
    filled = tuple(_shown(part, 0, asked=False) for part in parts)
    return _Field(parts, filled, {number: tuple(found) for number, found in places.items()})


def parse_cloze(text: str) -> tuple[str | Cloze, ...]:
    """Return the texts and gaps of a field in order.

    A gap that is never closed is text; of gaps more than ten deep the marks
    are left out.
    """
    done: list[str | Cloze] = []
    opened: list[_Opened] = []
    at = 0
    for mark in _MARK.finditer(text):
        _add_text(text[at : mark.start()], done, opened)
        at = mark.end()
        if mark[1]:
            if len(opened) < _DEEPEST:
                opened.append(_Opened(_numbers(mark[1]), mark[0]))
        elif opened:
            gap = opened.pop()
            whole = Cloze(gap.numbers, tuple(gap.parts), gap.hint)
            (opened[-1].parts if opened else done).append(whole)
        else:
            done.append("}}")
    _add_text(text[at:], done, opened)
    for gap in opened:
        done += [gap.mark, *gap.parts]
    return tuple(done)


def cloze_numbers(text: str) -> set[int]:
    """Return the numbers of the gaps in a field."""
    return set(_read(text).places) if "{{c" in text else set()


def cloze_shown(text: str, number: int, *, asked: bool, apart: bool = False) -> str:
    """Return a field as one card shows it; empty if it has no gap of that number.

    Args:
        text: The field.
        number: The card's number, counted from 1.
        asked: Whether the card's own gaps are hidden; others never are.
        apart: Whether to put each gap in a `span`, which keeps a filter from
            taking its bracket for the reading of the word before it.
    """
    field = _read(text)
    places = field.places.get(number)
    if not places:
        return ""
    if apart:
        return "".join(_shown(part, number, asked=asked, apart=True) for part in field.parts)
    pieces = list(field.filled)
    if asked:
        for at in places:
            pieces[at] = _shown(field.parts[at], number, asked=True)
    return "".join(pieces)


def cloze_hidden(text: str, number: int) -> str:
    """Return what the gaps of one number hide, each once if all are the same."""
    field = _read(text)
    gaps = (gap for at in field.places.get(number, ()) for gap in _gaps((field.parts[at],)))
    hidden = [gap.text for gap in gaps if number in gap.numbers]
    return hidden[0] if len(set(hidden)) == 1 else ", ".join(hidden)


def cloze_filled(text: str) -> str:
    """Return a field with all its gaps filled in."""
    return "".join(_read(text).filled) if "{{c" in text else text


def cloze_masked(text: str) -> str:
    """Return a field with all its gaps hidden."""
    masked = (
        part if isinstance(part, str) else f"[{part.hint or _HIDDEN}]" for part in _read(text).parts
    )
    return "".join(masked)


def is_on_picture(text: str) -> bool:
    """Whether the gaps of a field cover parts of a picture."""
    return IMAGE_OCCLUSION in text and any(gap.is_on_picture for gap in _gaps(_read(text).parts))


def _add_text(text: str, done: list[str | Cloze], opened: list[_Opened]) -> None:
    if opened:
        opened[-1].add_text(text)
    elif text:
        done.append(text)


def _numbers(written: str) -> tuple[int, ...]:
    """Return the numbers that a mark names, those beyond Anki's as the nearest it has."""
    found = {int(number) for number in written.split(",") if number}
    return tuple(sorted({min(max(number, 1), MOST_NUMBERS) for number in found}))


def _gaps(parts: tuple[str | Cloze, ...]) -> list[Cloze]:
    """Return all gaps, an outer one before those in it."""
    found: list[Cloze] = []
    for part in parts:
        if not isinstance(part, str):
            found += [part, *_gaps(part.parts)]
    return found


def _shown(part: str | Cloze, number: int, *, asked: bool, apart: bool = False) -> str:
    if isinstance(part, str):
        return part
    if part.is_on_picture:
        return ""
    if asked and number in part.numbers:
        inside = f"[{part.hint or _HIDDEN}]"
    else:
        inner = (_shown(each, number, asked=asked, apart=apart) for each in part.parts)
        inside = "".join(inner)
    return f"<span>{inside}</span>" if apart else inside
