"""Says every sentence of the program in the learner's language.

A message is a pair (Korean, English) in `overmorrow.locale`, found by its key:
`grading.same_number` is the entry `same_number` of `locale/grading.py`.

Inside a message `{name}` is replaced by a value, and `{name|a|b}` by one of two
forms chosen by that value:

- Korean: `{deck|을|를}` picks by the value's last sound; the particle alone is
  written, so the value itself stands before it: `{deck}{deck|을|를}`.
- English: `{n|card|cards}` picks the first for exactly one.
"""

import re
from importlib import import_module

LANGUAGES = ("ko", "en")

_SLOT = re.compile(r"\{(\w+)(?:\|([^{}|]*)\|([^{}|]*))?\}")
_DIGIT_ENDS_IN_CONSONANT = "013678"
_DIGIT_ENDS_IN_RIEUL = "178"
_LETTER_ENDS_IN_CONSONANT = "lmnrLMNR"
_LETTER_ENDS_IN_RIEUL = "lrLR"
_RIEUL = 8


class Messages:
    """The catalogue in one language; call it with a key and the values."""

    def __init__(self, language: str) -> None:
        """Choose the language.

        Args:
            language: One of `LANGUAGES`.
        """
        self.language = language
        self._column = LANGUAGES.index(language)

    def __call__(self, key: str, /, **values: object) -> str:
        """Return the message with its slots filled.

        Args:
            key: `area.name`, the area being a module of `overmorrow.locale`.
            values: What the message's slots name; integers stay bare.

        Raises:
            KeyError: There is no such message, or it wants another value.
        """
        area, _, name = key.partition(".")
        text: str = import_module(f"overmorrow.locale.{area}").MESSAGES[name][self._column]
        if "{" not in text:
            return text
        return _SLOT.sub(lambda slot: self._fill(slot, values), text)

    def _fill(self, slot: re.Match[str], values: dict[str, object]) -> str:
        value = values[slot[1]]
        if slot[2] is None:
            return str(value)
        if self.language == "ko":
            return particle(str(value), slot[2], slot[3])
        return slot[2] if value == 1 else slot[3]


def particle(word: str, after_consonant: str, after_vowel: str) -> str:
    """Return the form of a Korean particle that fits the end of a word.

    Digits and Latin letters go by how Koreans read them aloud; `으로` becomes
    `로` after a final ㄹ too. A word that ends in neither gets the vowel form.

    Args:
        word: What stands before the particle.
        after_consonant: The form after a final consonant, such as 을.
        after_vowel: The form after a vowel, such as 를.
    """
    spoken = word.rstrip(" \"'”’)]}.,!?")
    last = spoken[-1:]
    rieul = after_consonant.startswith("으로")
    if "가" <= last <= "힣":
        final = (ord(last) - ord("가")) % 28
        consonant = final != 0 and not (rieul and final == _RIEUL)
    elif last.isdecimal() and last.isascii():
        consonant = last in _DIGIT_ENDS_IN_CONSONANT and not (
            rieul and last in _DIGIT_ENDS_IN_RIEUL
        )
    else:
        consonant = last in _LETTER_ENDS_IN_CONSONANT and not (
            rieul and last in _LETTER_ENDS_IN_RIEUL
        )
    return after_consonant if last and consonant else after_vowel
