"""A card of Anki's as text: what is asked, all that is answered, and the part that is typed."""

import re
from collections.abc import Mapping
from itertools import islice
from typing import NamedTuple

from overmorrow.cards.face import Face
from overmorrow.cards.note import AnswerType
from overmorrow.exchange.anki_cloze import cloze_filled, cloze_shown, is_on_picture
from overmorrow.exchange.anki_graded import Graded, graded_part, is_long, meanings
from overmorrow.exchange.anki_sides import CardFields, Side, after_rule, fill
from overmorrow.exchange.anki_templates import Part
from overmorrow.exchange.html_text import named_media, text_and_media
from overmorrow.messages import Messages

ONE_SIDED = "—"
"""Stands where a side has neither text nor picture nor sound."""
_LONG = AnswerType.LONG.value
_WORD = re.compile(r"\S+")


class Sides(NamedTuple):
    """A template once read."""

    name: str
    question: tuple[Part, ...]
    answer: tuple[Part, ...]
    names_front: bool
    """Whether the answer repeats the question by its name."""


def filled_face(key: str, sides: Sides, card: CardFields) -> Face:
    """Return a card that its templates make."""
    front = fill(sides.question, card)
    back = fill(sides.answer, card, front.html)
    prompt, front_media = text_and_media(front.html)
    answer, back_media = _answer(sides, back, prompt)
    if card.is_cloze and any(map(is_on_picture, card.values.values())):
        asked = _picture_prompt(prompt, front_media, card)
        return Face(key, asked, answer or named_media(back_media) or ONE_SIDED, answer_type=_LONG)
    graded = graded_part(front, back, card)
    if card.is_cloze:
        answer = _gap_answer(front, back, card, answer, graded)
    answer = answer or graded.text
    prompt = prompt or named_media(front_media) or _other_text(card, {answer, graded.text})
    return _face(key, prompt, answer, graded, back_media)


def bare_face(key: str, values: Mapping[str, str]) -> Face:
    """Return a card without its template: the first field asks, the others answer."""
    texts = [text_and_media(cloze_filled(value)) for value in values.values()]
    shown = [text or named_media(media) for text, media in texts]
    said = [text for text in shown if text]
    answer = "\n".join(said[1:])
    graded = Graded(said[1]) if len(said) > 1 else Graded("")
    return _face(key, said[0] if said else ONE_SIDED, answer, graded, ())


def _face(key: str, prompt: str, answer: str, graded: Graded, media: tuple[str, ...]) -> Face:
    if not answer:
        return Face(key, prompt, named_media(media) or ONE_SIDED, answer_type=_LONG)
    part = graded.text if graded.text != answer else ""
    is_wide = graded.answer_type or ("" if part or not is_long(answer) else _LONG)
    aliases = graded.aliases or meanings(prompt, part or answer)
    return Face(key, prompt, answer, part, aliases, is_wide)


def _answer(sides: Sides, back: Side, prompt: str) -> tuple[str, tuple[str, ...]]:
    """Return the back without a repeated front, and the media on it."""
    below = after_rule(back.html)
    answer, media = text_and_media(below) if below else ("", ())
    if answer or media:
        return answer, media
    answer, media = text_and_media(back.html)
    return (answer if sides.names_front else _without_start(answer, prompt)), media


def _without_start(answer: str, prompt: str) -> str:
    """Return the answer without a prompt that it begins with."""
    words = prompt.split()
    found = list(islice(_WORD.finditer(answer), len(words)))
    if not found or [word[0] for word in found] != words:
        return answer
    return answer[found[-1].end() :].strip()


def _gap_answer(front: Side, back: Side, card: CardFields, answer: str, graded: Graded) -> str:
    """Return what was hidden, or the whole back where it says more than the text filled in."""
    asked = {field.name for field, _ in front.shown}
    others = [
        html
        for field, html in back.shown
        if field.name in card.values and field.name not in asked and "cloze" not in field.filters
    ]
    says_more = any(text_and_media(html)[0] for html in others)
    return answer if says_more and graded.text else graded.text or answer


def _picture_prompt(prompt: str, media: tuple[str, ...], card: CardFields) -> str:
    """Return a prompt that says which picture the card is about."""
    say = Messages("ko" if any(map(_is_korean, card.special.values())) else "en")
    need = (
        say("anki_faces.needs_picture", picture=", ".join(media))
        if media
        else say("anki_faces.needs_some_picture")
    )
    return f"{prompt}\n[{need}]".strip()


def _is_korean(text: str) -> bool:
    return any("가" <= sign <= "힣" for sign in text)


def _other_text(card: CardFields, answers: set[str]) -> str:
    """Return the first field that says something else, for a question that says nothing."""
    for value in card.values.values():
        asked = cloze_shown(value, card.number, asked=True) if card.is_cloze else ""
        text, media = text_and_media(asked or cloze_filled(value))
        said = text or named_media(media)
        if said and said not in answers:
            return said
    return ONE_SIDED
