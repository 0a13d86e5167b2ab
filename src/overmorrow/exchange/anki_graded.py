"""Which part of a card's back is the answer that a learner types."""

import re
from typing import NamedTuple

from overmorrow.cards.note import AnswerType
from overmorrow.cards.text import cell_width
from overmorrow.exchange.anki_cloze import cloze_hidden
from overmorrow.exchange.anki_filters import reading_only, without_reading
from overmorrow.exchange.anki_sides import CardFields, Side
from overmorrow.exchange.anki_templates import Replacement
from overmorrow.exchange.html_text import text_and_media

_WIDEST = 80
"""Cells; a longer answer is recalled and judged by the learner."""
_WIDEST_TERM = 30
_MOST_MEANINGS = 6
_BETWEEN_MEANINGS = re.compile(r"\s*;\s*|\s+/\s+")
_NO_MEANINGS = re.compile(r"[\n()\[\]{}\d?？=\\]")
_FORMULA = re.compile(r"\[latex\]|\[\$|\\\(|\\\[|<anki-mathjax", re.IGNORECASE)


class Graded(NamedTuple):
    """What is to be typed; empty if nothing is told apart from the rest."""

    text: str
    aliases: tuple[str, ...] = ()
    has_formula: bool = False

    @property
    def answer_type(self) -> str:
        """`long` for what nobody can be asked to type, else empty."""
        return AnswerType.LONG.value if self.has_formula or is_long(self.text) else ""


def is_long(text: str) -> bool:
    """Whether a text has several lines or is a wide one."""
    if "\n" in text:
        return True
    return len(text) * 2 > _WIDEST and cell_width(text) > _WIDEST


def meanings(prompt: str, answer: str) -> tuple[str, ...]:
    """Return the meanings of a term, any of which is an answer; none if it is no such card.

    Dictionaries part them by `;` or ` / `. Commas also part what is wanted in full.
    """
    if ";" not in answer and " / " not in answer:
        return ()
    parts = [part for part in _BETWEEN_MEANINGS.split(answer.strip()) if part]
    is_term = not _NO_MEANINGS.search(prompt + answer) and cell_width(prompt) <= _WIDEST_TERM
    are_terms = all(cell_width(part) <= _WIDEST_TERM for part in parts)
    return tuple(parts) if is_term and are_terms and 1 < len(parts) <= _MOST_MEANINGS else ()


def graded_part(front: Side, back: Side, card: CardFields) -> Graded:
    """Return the text of the field that is typed, else the gaps, else what is new on the back."""
    typed = front.typed or back.typed
    if typed:
        return _graded(_typed_html(typed, card))
    if card.is_cloze:
        return _hidden(front, card)
    asked = [(field, html) for field, html in front.shown if "hint" not in field.filters]
    names = {field.name for field, _ in asked}
    seen = {text_and_media(html)[0] for _, html in front.shown}
    for field, html in back.shown:
        is_new = field.name in card.values and field.name not in names
        graded = _graded(html) if is_new else Graded("")
        if graded.text and graded.text not in seen:
            has_readings = "furigana" in field.filters
            return _with_readings(card.values[field.name]) if has_readings else graded
    return Graded("")


def _hidden(front: Side, card: CardFields) -> Graded:
    """Return what stands in the gaps of the fields that a question shows, or else of any."""
    fields = {field.name: field for field, _ in front.shown if "cloze" in field.filters}
    values = (card.values.get(name, "") for name in fields or card.values)
    found = (cloze_hidden(value, card.number) for value in values)
    html = ", ".join(text for text in found if text)
    has_readings = any("furigana" in field.filters for field in fields.values())
    return _with_readings(html) if has_readings else _graded(html)


def _graded(html: str) -> Graded:
    text = text_and_media(html)[0]
    if "\n" not in text:
        text = text.removeprefix("- ")
    return Graded(text, has_formula="\\" in text and _FORMULA.search(html) is not None)


def _typed_html(field: Replacement, card: CardFields) -> str:
    value = card.values[field.name]
    return cloze_hidden(value, card.number) if "cloze" in field.filters else value


def _with_readings(html: str) -> Graded:
    """Return the words of a field, its readings counting as well."""
    text, reading = (text_and_media(form(html))[0] for form in (without_reading, reading_only))
    return Graded(text, (reading,) if reading not in ("", text) else ())
