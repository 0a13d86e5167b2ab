"""What a template may do to a field before it is shown: gaps, readings, hints."""

from collections.abc import Callable
from html import escape

from overmorrow.exchange.anki_cloze import (
    cloze_hidden,
    cloze_shown,
)
from overmorrow.exchange.anki_templates import Replacement
from overmorrow.exchange.html_text import text_and_media


def filtered(value: str, field: Replacement, number: int, *, asked: bool) -> str:
    """Return a field's HTML as a template shows it.

    Args:
        value: What stands in the field.
        field: Which it is, and its filters; those that are unknown do nothing.
        number: Which card it is, counted from 1; its gaps bear that number.
        asked: Whether the side with the question is shown.
    """
    for name in field.filters:
        if name == "cloze":
            value = cloze_shown(value, number, asked=asked, apart=len(field.filters) > 1)
        elif name == "cloze-only":
            value = "[...]" if asked else cloze_hidden(value, number)
        elif name == "hint":
            value = f"<div>{escape(field.name)}: {value}</div>" if value.strip() else ""
        elif name.startswith("tts "):
            return ""
        elif name in _FILTERS:
            value = _FILTERS[name](value)
    return value


def readings(value: str, form: Callable[[str, str], str]) -> str:
    """Return a text with each `word[reading]` in it rewritten; a space before it goes too."""
    value = value.replace("&nbsp;", " ")
    pieces: list[str] = []
    at = 0
    while (opened := value.find("[", at)) >= 0:
        closed = value.find("]", opened)
        if closed < 0:
            break
        start = max(value.rfind(" ", at, opened), value.rfind(">", at, opened), at - 1) + 1
        word, reading = value[start:opened], value[opened + 1 : closed]
        if not word or not reading or reading.startswith("sound:"):
            pieces.append(value[at : closed + 1])
        else:
            before = value[at:start]
            pieces += [before.removesuffix(" "), form(word, reading)]
        at = closed + 1
    return "".join((*pieces, value[at:]))


def with_reading(value: str) -> str:
    """Return words with their readings above them."""
    return readings(value, lambda word, reading: f"<ruby>{word}<rt>{reading}</rt></ruby>")


def without_reading(value: str) -> str:
    """Return words without their readings."""
    return readings(value, lambda word, _: word)


def reading_only(value: str) -> str:
    """Return the readings in the place of their words."""
    return readings(value, lambda _, reading: reading)


def _text_only(value: str) -> str:
    return escape(text_and_media(value)[0]).replace("\n", "<br>")


_FILTERS: dict[str, Callable[[str], str]] = {
    "text": _text_only,
    "furigana": with_reading,
    "kanji": without_reading,
    "kana": reading_only,
}
