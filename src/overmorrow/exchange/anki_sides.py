"""The sides of one card of Anki's: its templates filled with a note's fields."""

import re
from collections.abc import Mapping
from html import escape
from typing import NamedTuple

from overmorrow.exchange.anki_cloze import cloze_filled, cloze_masked
from overmorrow.exchange.anki_filters import filtered
from overmorrow.exchange.anki_templates import FRONT_SIDE, Part, Replacement, chosen

_ANSWER_RULE = re.compile(
    r"<hr\b[^<>]{0,200}?\bid\s{0,9}=\s{0,9}[\"']?answer\b[^<>]{0,200}>", re.IGNORECASE
)


class CardFields(NamedTuple):
    """What the templates of one card are filled with."""

    values: Mapping[str, str]
    """The note's fields by name, as HTML."""
    special: Mapping[str, str]
    """What is known without them, as text: the deck's name, the tags, …"""
    filled: Mapping[str, str]
    """All of them that are not empty."""
    number: int
    """Counted from 1: which card of the note it is."""
    is_cloze: bool
    """Whether its own gaps are hidden, those of that number."""


class Side(NamedTuple):
    """One side of a card."""

    html: str
    shown: tuple[tuple[Replacement, str], ...]
    """The note's fields on it and what they are shown as, in order."""
    typed: Replacement | None
    """The field whose text the learner is asked to type."""


def fill(parts: tuple[Part, ...], card: CardFields, front: str | None = None) -> Side:
    """Return one side of a card; a field that is not there is shown as nothing.

    A question that an answer begins with is left out: it stands above it anyway.

    Args:
        parts: The side's template.
        card: What to fill it with.
        front: The HTML of the other side, for the side with the answer.
    """
    asked = front is None
    pieces: list[str] = []
    shown: list[tuple[Replacement, str]] = []
    typed = None
    for part in chosen(parts, card.filled):
        if isinstance(part, str):
            pieces.append(part)
        elif part.name in card.values:
            if part.filters and part.filters[-1] == "type":
                typed = typed or part
                continue
            html = _field(part, card, asked=asked)
            pieces.append(html)
            shown.append((part, html))
        elif part.name == FRONT_SIDE:
            if front and "".join(pieces).strip():
                pieces.append(front)
        else:
            pieces.append(escape(card.special.get(part.name, "")))
    return Side("".join(pieces), tuple(shown), typed)


def after_rule(html: str) -> str:
    """Return what stands below the line that parts question and answer; empty without one."""
    if "<hr" not in html and "<HR" not in html:
        return ""
    rule = _ANSWER_RULE.search(html)
    return html[rule.end() :] if rule else ""


def _field(part: Replacement, card: CardFields, *, asked: bool) -> str:
    value = card.values[part.name]
    if card.is_cloze and "{{c" in value and not {"cloze", "cloze-only"}.intersection(part.filters):
        value = cloze_masked(value) if asked else cloze_filled(value)
    return filtered(value, part, card.number, asked=asked) if part.filters else value
