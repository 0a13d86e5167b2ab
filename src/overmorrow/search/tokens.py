"""Splits a search into words, signs and brackets, each with its place."""

from enum import Enum, auto
from typing import NamedTuple


class Kind(Enum):
    """What a token is."""

    TERM = auto()
    OR = auto()
    AND = auto()
    NOT = auto()
    OPEN = auto()
    CLOSE = auto()


class Token(NamedTuple):
    """A piece of a search."""

    kind: Kind
    start: int
    end: int
    """Offsets in the text, in characters."""
    raw: str = ""
    """A term without its quotes; what a backslash stands before keeps it."""


_SIGNS = {"(": Kind.OPEN, ")": Kind.CLOSE}
_JOINS = {"or": Kind.OR, "and": Kind.AND}


def split(text: str) -> list[Token]:
    """Return the tokens of a search; a quote that is left open ends with the text."""
    found: list[Token] = []
    at = 0
    while at < len(text):
        sign = text[at]
        if sign.isspace():
            at += 1
        elif sign in _SIGNS:
            found.append(Token(_SIGNS[sign], at, at + 1))
            at += 1
        elif sign == "-":
            found.append(Token(Kind.NOT, at, at + 1))
            at += 1
        else:
            found.append(_term(text, at))
            at = found[-1].end
    return found


def _term(text: str, start: int) -> Token:
    raw, at, is_quoted, was_quoted = "", start, False, False
    while at < len(text):
        sign = text[at]
        if not is_quoted and (sign.isspace() or sign in _SIGNS):
            break
        if sign == "\\" and at + 1 < len(text):
            raw += text[at : at + 2]
            at += 2
            continue
        if sign == '"':
            is_quoted, was_quoted = not is_quoted, True
        else:
            raw += sign
        at += 1
    kind = Kind.TERM if was_quoted else _JOINS.get(raw.lower(), Kind.TERM)
    return Token(kind, start, at, raw)
