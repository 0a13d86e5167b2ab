"""Finds what an English sentence says that something is called, or means."""

import re
from collections.abc import Iterator, Sequence

from overmorrow.generation.english_token import Token

_NAME = r"(?:the |an? )?[“\"‘']?(?P<name>[^\W\d_][\w’'-]*(?: [^\W\d_][\w’'-]*){0,3}?)[”\"’']?"
_END = r"(?=\s*(?:[,.;:()—–]|$| (?:and|but|or|because|by|in|at|on|after|since|when|which)\b))"
_GLOSS = re.compile(
    r"\b(?:which|whom|that|who) (?:(?:the )?(?:[a-z]+s|people)|many|some) (?:still |often |also )?"
    rf"call(?:ed)? {_NAME}{_END}"
    r"|(?:\b(?:is|are|was|were|be|been|became|also|often|now|commonly|usually|sometimes|still)|,) "
    r"(?:(?:also|often|now|commonly|usually|sometimes|still) )?(?:called|known as|nicknamed|dubbed"
    rf"|termed) {_NAME.replace('name', 'called', 1)}{_END}"
)
_BAPTISM = re.compile(
    r"\b(?:called|named|nicknamed|dubbed) (?:it|them|(?:the|this|his|her|their) [a-z]+) "
    rf"{_NAME}{_END}"
)
_MEANING = re.compile(r"(?<=\w) \([“\"‘'](?P<meaning>[^()“”\"]{3,40})[”\"’']\)")
_NAMING = re.compile("known as|named|nicknamed|dubbed|termed")
_NO_NAMES = frozenset(
    ("one", "into", "off", "up", "for", "upon", "out", "by", "to", "as", "in", "it", "him")
)


def glosses(text: str, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield where the names and meanings stand that a sentence gives, as places among its words.

    Args:
        text: The sentence.
        tokens: Its words.
    """
    if not ("call" in text or "(" in text or _NAMING.search(text)):
        return
    starts = {token.start: place for place, token in enumerate(tokens)}
    ends = {token.end: place + 1 for place, token in enumerate(tokens)}
    for found in (*_GLOSS.finditer(text), *_BAPTISM.finditer(text), *_MEANING.finditer(text)):
        start, end = found.span(found.lastgroup or 0)
        first, last = starts.get(start), ends.get(end)
        if first is None or last is None or tokens[first].text.lower() in _NO_NAMES:
            continue
        yield first, last
