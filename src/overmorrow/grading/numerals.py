"""Numbers inside names: World War 2 is World War II, Henry the Fifth is Henry V."""

import re
from functools import lru_cache
from typing import NamedTuple

from overmorrow.grading.numbers import Value, read_number
from overmorrow.grading.patterns import lazy
from overmorrow.grading.vocabulary import words_of

_PIECE = re.compile(r"\d+(?:\.\d+)?|[^\W\d_]+(?:'[^\W\d_]+)?|[+\-/~^%°#*=<>$€£¥₩.]")
_ROMAN = re.compile(r"[IVX]+")
_COUNTED = "(?:세|차원|차|호선|악장)"
_BEFORE_COUNTER = lazy(f"(?<=[IVX])(?={_COUNTED})")
_KOREAN_NUMBER = lazy(
    rf"(?:(?<![^\W\d])|(?<=제))[일이삼사오육칠팔구십]+(?={_COUNTED}(?:$|\W|입니다|이다|이에요|예요))"
)
_HYPHEN = re.compile(r"(?<=[^\W\d_])-(?=\w)|(?<=\d)-(?=[^\W\d_])")
_IDLE = frozenset(".'")
_ORDINAL_TAIL = frozenset(("st", "nd", "rd", "th"))


_ROMAN_NUMERAL = re.compile(
    "(?=[MDCLXVI])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
)
_ROMAN_SIGNS = dict(zip("IVXLCDM", (1, 5, 10, 50, 100, 500, 1000), strict=True))


def roman_value(token: str) -> int | None:
    """Return the value of a Roman numeral in capitals, or None."""
    if not _ROMAN_NUMERAL.fullmatch(token):
        return None
    values = [_ROMAN_SIGNS[sign] for sign in token]
    return sum(
        -value if index + 1 < len(values) and values[index + 1] > value else value
        for index, value in enumerate(values)
    )


_SPELLED = words_of(
    """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
    hundred thousand million billion trillion half quarter dozen first second third fourth fifth
    sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth
    seventeenth eighteenth nineteenth twentieth thirtieth
    """
)
_HOLDS_NUMBER = re.compile(rf"\d|\b[IVXivx]+(?:\b|(?={_COUNTED}))")


@lru_cache(maxsize=512)
def holds_number(text: str) -> bool:
    """Whether a text may hold a number in digits, Roman numerals or English words."""
    if _HOLDS_NUMBER.search(text) or _KOREAN_NUMBER.search(text):
        return True
    return not _SPELLED.isdisjoint(text.lower().replace("-", " ").split())


class Name(NamedTuple):
    """A name's words in small letters, and its numbers, each in order."""

    words: tuple[str, ...]
    numbers: tuple[Value, ...]


@lru_cache(maxsize=1024)
def name_of(text: str, *, small_romans: bool = False) -> Name:
    """Split canonical text into words and numbers.

    Args:
        text: Canonical text in its own case: Roman numerals are capitals.
        small_romans: Whether "henry v" may hold a Roman numeral too.
    """
    words: list[str] = []
    numbers: list[Value] = []
    text = _BEFORE_COUNTER.sub(" ", _KOREAN_NUMBER.sub(_in_digits, text))
    tokens = _PIECE.findall(_HYPHEN.sub(" ", text))
    skip = 0
    for index, token in enumerate(tokens):
        if skip:
            skip -= 1
            continue
        number, used = _number(tokens, index, small_romans=small_romans)
        if number is not None:
            numbers.append(number)
            skip = used - 1
        elif token not in _IDLE and not _leads_number(tokens, index):
            words.append(token.casefold())
    return Name(tuple(words), tuple(numbers))


def _in_digits(match: re.Match[str]) -> str:
    number = read_number(match[0])
    return f"{number.value} " if number and number.end == len(match[0]) else match[0]


def _leads_number(tokens: list[str], index: int) -> bool:
    """Whether a token only leads to a number: the Fifth, 제2차."""
    if tokens[index].lower() not in ("the", "제"):
        return False
    return index + 1 < len(tokens) and _number(tokens, index + 1, small_romans=True)[0] is not None


def _number(tokens: list[str], index: int, *, small_romans: bool) -> tuple[Value | None, int]:
    """Return the number that begins at a token and how many tokens it takes."""
    token = tokens[index]
    if token[0].isdecimal():
        has_tail = index + 1 < len(tokens) and tokens[index + 1].lower() in _ORDINAL_TAIL
        return (read_number(token) or (None,))[0], 2 if has_tail else 1
    roman = token.upper() if small_romans else token
    if index > 0 and _ROMAN.fullmatch(roman) and (token.isupper() or small_romans):
        return roman_value(roman), 1
    if token.isascii() and token.isalpha() and len(token) > 2:
        return _spelled(tokens, index)
    return None, 1


def _spelled(tokens: list[str], index: int) -> tuple[Value | None, int]:
    run = tokens[index : index + 6]
    text = " ".join(run).lower()
    number = read_number(text)
    if number is None or (number.value == 1 and run[0].lower() in ("a", "an")):
        return None, 1
    return number.value, text[: number.end].count(" ") + 1
