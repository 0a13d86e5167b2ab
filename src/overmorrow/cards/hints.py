"""Hints that give a little of the answer away: its shape, its first letters, half of it."""

import re
from collections.abc import Callable
from typing import NamedTuple

from overmorrow.cards.card import Card

MOST_HINTS = 3

_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_SYLLABLES_AN_INITIAL = 588
_NUMBER = re.compile(r"\d[\d.,]*")
_HIDDEN = "·"


class Hint(NamedTuple):
    """A hint as a message of `locale/hints.py` and what it names."""

    message: str
    values: dict[str, object]


def hint(card: Card, number: int) -> Hint | None:
    """Return the card's hint of that number, or None when there are no more.

    Args:
        card: The card that is asked.
        number: 1 the answer's kind and length, 2 its first letters, 3 the
            deck's own hint or, without one, the first half of the answer.
    """
    if number == 1:
        return _shape(card)
    if number == 2:
        return Hint("hints.plain", {"text": _each(card, initials)})
    if number == MOST_HINTS:
        return Hint("hints.plain", {"text": card.hint or _each(card, half)})
    return None


def _shape(card: Card) -> Hint:
    if card.items:
        return Hint("hints.items", {"count": len(card.items)})
    numbers = _NUMBER.findall(card.answer)
    if len(numbers) > 1:
        return Hint("hints.numbers", {"count": len(numbers)})
    if numbers:
        return _digits(card.answer, numbers[0])
    lengths = [len(word) for word in card.answer.split()]
    if len(lengths) == 1:
        return Hint("hints.letters", {"count": lengths[0]})
    return Hint("hints.words", {"count": len(lengths), "lengths": " + ".join(map(str, lengths))})


def _digits(answer: str, number: str) -> Hint:
    count = sum(character.isdigit() for character in number)
    if answer == number:
        return Hint("hints.digits", {"count": count})
    return Hint("hints.digits_and", {"count": count, "rest": answer.replace(number, "…")})


def _each(card: Card, part: Callable[[str], str]) -> str:
    """Return that part of the answer, of each item if it is a list."""
    if card.items:
        return ", ".join(part(item.text) for item in card.items)
    return part(card.answer)


def initials(answer: str) -> str:
    """Return only the first sounds of the answer: 항저우 is ㅎㅈㅇ, Jack Ma is J··· M·."""
    return " ".join(_word_initials(word) for word in answer.split())


def _word_initials(word: str) -> str:
    shown = []
    for place, character in enumerate(word):
        if "가" <= character <= "힣":
            shown.append(_INITIALS[(ord(character) - ord("가")) // _SYLLABLES_AN_INITIAL])
        elif place == 0 or not character.isalnum():
            shown.append(character)
        else:
            shown.append(_HIDDEN)
    return "".join(shown)


def half(answer: str) -> str:
    """Return the first half of the answer and an ellipsis."""
    return answer[: len(answer) // 2].rstrip() + "…"
