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
_FORMULA = re.compile(r"\[latex\]|\[\$|\\\(|\\\[|<anki-mathjax", re.IGNORECASE)
_NOT_ON_FRONT = frozenset(("hint", "type"))


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


def graded_part(front: Side, back: Side, card: CardFields) -> Graded:
    """Return the text of the field that is typed, else the gaps, else what is new on the back."""
    typed = front.typed or back.typed
    if typed:
        return _graded(_typed_html(typed, card))
    if card.is_cloze:
        hidden = (cloze_hidden(card.values[name], card.number) for name in _cloze_names(front))
        return _graded(", ".join(html for html in hidden if html))
    known = {
        field.name for field, _ in front.shown if not _NOT_ON_FRONT.intersection(field.filters)
    }
    seen = {text_and_media(html)[0] for _, html in front.shown}
    for field, html in back.shown:
        graded = _graded(html) if field.name not in known else Graded("")
        if graded.text and graded.text not in seen:
            return _with_readings(field, card) if "furigana" in field.filters else graded
    return Graded("")


def _graded(html: str) -> Graded:
    text = text_and_media(html)[0]
    if "\n" not in text:
        text = text.removeprefix("- ")
    return Graded(text, has_formula="\\" in text and _FORMULA.search(html) is not None)


def _typed_html(field: Replacement, card: CardFields) -> str:
    value = card.values[field.name]
    return cloze_hidden(value, card.number) if "cloze" in field.filters else value


def _cloze_names(front: Side) -> dict[str, None]:
    """Return the names of the fields whose gaps a question hides."""
    return dict.fromkeys(field.name for field, _ in front.shown if "cloze" in field.filters)


def _with_readings(field: Replacement, card: CardFields) -> Graded:
    """Return the words of a field, its readings counting as well."""
    value = card.values[field.name]
    text, reading = (text_and_media(form(value))[0] for form in (without_reading, reading_only))
    return Graded(text, (reading,) if reading not in ("", text) else ())
