"""Finds the noun phrases of an English sentence, as places among its words."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from overmorrow.generation.english_token import Token

_INSIDE = frozenset(("DET", "ADJ", "NUM", "NOUN", "PROPN", "SYM"))
_HYPHENS = frozenset(("-", "–", "/"))
_LINKS = frozenset(("of", "for", "in", "on", "at", "to", "from", "with"))


class Chunk(NamedTuple):
    """A noun phrase without what follows its noun; `first` to before `last`."""

    first: int
    """Its first word, a determiner or another's name with 's included."""
    core: int
    """Its first word after the determiner."""
    tail: int
    """Its first word after the last 's, or `core`."""
    last: int


def chunks(tokens: Sequence[Token]) -> Iterator[Chunk]:
    """Yield the noun phrases in order; none overlaps another."""
    at = 0
    while at < len(tokens):
        end = _chunk_end(tokens, at)
        if end > at:
            yield _with_parts(tokens, at, end)
            at = end
        else:
            at += 1


def _chunk_end(tokens: Sequence[Token], first: int) -> int:
    """Return where the noun phrase that begins here ends, or where it began if there is none."""
    end = first
    at = first
    while at < len(tokens) and _goes_on(tokens, first, at):
        at += 1
        if tokens[at - 1].is_noun or tokens[at - 1].pos == "NUM":
            end = at
    return end


def _goes_on(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Return whether a word belongs to the noun phrase that began before it, or begins one."""
    token = tokens[at]
    if token.pos in _INSIDE and token.tag != "PRP$":
        is_new = token.pos == "DET" and at > first
        return not is_new or tokens[at - 1].text.lower() in ("all", "both", "half")
    if token.tag == "PRP$":
        return at == first
    if at == first or at + 1 == len(tokens):
        return False
    if token.tag == "POS":
        return tokens[at - 1].is_noun
    if token.text in _HYPHENS:
        return _touches(tokens, at)
    return _is_modifier(tokens, at) or _is_hyphenated(tokens, first, at)


def _is_modifier(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a verb or adverb stands before a noun as an adjective does."""
    token, before, after = tokens[at], tokens[at - 1], tokens[at + 1]
    if token.pos == "VERB" and token.tag in ("VBN", "VBG"):
        is_led_on = after.pos in ("NOUN", "PROPN", "ADJ") or after.text in _HYPHENS
        return is_led_on and before.pos in ("DET", "ADJ", "NUM")
    return token.pos == "ADV" and before.pos == "DET" and after.pos in ("ADJ", "VERB")


def _touches(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a hyphen stands between two words without a space."""
    return (
        at + 1 < len(tokens)
        and tokens[at - 1].end == tokens[at].start
        and tokens[at].end == tokens[at + 1].start
    )


def _is_hyphenated(tokens: Sequence[Token], first: int, at: int) -> bool:
    return at - 1 > first and tokens[at - 1].text in _HYPHENS and _touches(tokens, at - 1)


def _with_parts(tokens: Sequence[Token], first: int, last: int) -> Chunk:
    core = first
    while core < last - 1 and (tokens[core].pos == "DET" or tokens[core].tag == "PRP$"):
        core += 1
    tail = core
    for at in range(core, last - 1):
        if tokens[at].tag == "POS":
            tail = at + 1
    return Chunk(first, core, tail, last)


def linked(
    tokens: Sequence[Token], found: Sequence[Chunk], place: int
) -> Iterator[tuple[str, int]]:
    """Yield by which word, and until where, a noun phrase goes on with those behind it.

    Args:
        tokens: The sentence's words.
        found: Its noun phrases.
        place: Which of them is meant.
    """
    last = found[place].last
    for after in found[place + 1 : place + 3]:
        word = tokens[last].text.lower() if last < len(tokens) else ""
        if after.first != last + 1 or word not in _LINKS:
            return
        last = after.last
        yield word, last
