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

LONGEST_SIDE = 1 << 21
"""Characters of HTML; a template that repeats its fields beyond that is cut short."""


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
    """What it shows of the note and its deck, field by field in order."""
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
    pieces: list[str] = []
    shown: list[tuple[Replacement, str]] = []
    typed = None
    has_begun = False
    room = LONGEST_SIDE
    for part in chosen(parts, card.filled):
        if isinstance(part, str):
            html = part
        elif part.name == FRONT_SIDE:
            html = (front or "") if has_begun else ""
        elif part.filters and part.filters[-1] == "type":
            typed = typed or (part if part.name in card.values else None)
            continue
        else:
            html = _replaced(part, card, asked=front is None)
            shown.append((part, html))
        pieces.append(html)
        has_begun = has_begun or not (html.isspace() or not html)
        room -= len(html)
        if room < 0:
            break
    return Side("".join(pieces), tuple(shown), typed)


def after_rule(html: str) -> str:
    """Return what stands below the line that parts question and answer; empty without one."""
    if "<hr" not in html and "<HR" not in html:
        return ""
    rule = _ANSWER_RULE.search(html)
    return html[rule.end() :] if rule else ""


def _replaced(part: Replacement, card: CardFields, *, asked: bool) -> str:
    """Return what a field is shown as; one that is not there as nothing."""
    value = card.values.get(part.name)
    if value is None:
        return escape(card.special.get(part.name, ""))
    if card.is_cloze and "{{c" in value and not {"cloze", "cloze-only"}.intersection(part.filters):
        value = cloze_masked(value) if asked else cloze_filled(value)
    return filtered(value, part, card.number, asked=asked) if part.filters else value
