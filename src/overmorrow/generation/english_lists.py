"""Finds enumerations in an English sentence: "A, B and C"."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from overmorrow.generation.english_chunks import Chunk, linked
from overmorrow.generation.english_token import Token

_LONGEST_ITEM = 7
_MARKS = frozenset((";", ":", "(", ")", '"', "“", "”", "—"))
_AND = ("and", "or", "&")


class Listing(NamedTuple):
    """Items that stand in a row, each from its first word to before its last."""

    items: tuple[tuple[int, int], ...]

    @property
    def first(self) -> int:
        """Where its first item begins."""
        return self.items[0][0]

    @property
    def last(self) -> int:
        """Before which word its last item ends."""
        return self.items[-1][1]


def listings(tokens: Sequence[Token], found: Sequence[Chunk]) -> Iterator[Listing]:
    """Yield the enumerations of a sentence, two items and more.

    Args:
        tokens: The sentence's words.
        found: Its noun phrases.
    """
    place = 0
    while place < len(found):
        items, after, is_closed = _row(tokens, found, place)
        if is_closed and len(items) > 1:
            yield Listing(tuple(items))
            place = after
        else:
            place += 1


def colon_listing(tokens: Sequence[Token]) -> Listing | None:
    """Return what a sentence enumerates from its colon to its end, three items and more, or None.

    The items may be clauses: "for two reasons: it was cheap, it was near, and it was old".

    Args:
        tokens: The sentence's words.
    """
    colon = next((at for at, token in enumerate(tokens) if token.text == ":"), len(tokens))
    end = len(tokens) - (bool(tokens) and tokens[-1].text in ".!?")
    items: list[tuple[int, int]] = []
    first = at = colon + 1
    has_and = False
    while at < end:
        gap, is_last = _separator(tokens, at)
        if gap and at > first and tokens[at].text == ",":
            has_and = has_and or is_last
            items.append((first, at))
            first = at = at + gap
        else:
            at += 1
    items.append((first, end))
    is_plain = not any(token.text in _MARKS for token in tokens[colon + 1 : end])
    is_short = all(0 < last - begin <= _LONGEST_ITEM for begin, last in items)
    return Listing(tuple(items)) if has_and and is_plain and is_short and len(items) > 2 else None


def _row(
    tokens: Sequence[Token], found: Sequence[Chunk], place: int
) -> tuple[list[tuple[int, int]], int, bool]:
    """Return the items that begin here, the noun phrase after them, and whether "and" came."""
    items: list[tuple[int, int]] = []
    if _opens_sentence(tokens, found[place]):
        return items, place + 1, False
    while place < len(found):
        first = found[place].first
        place, last = _item_end(tokens, found, place)
        items.append((first, last))
        gap, has_and = _separator(tokens, last)
        is_next = gap and place < len(found) and found[place].first == last + gap
        if not is_next:
            break
        if has_and:
            first = found[place].first
            place, last = _item_end(tokens, found, place, is_last=True)
            if tokens[first - 1].text == "or" and _separator(tokens, last) == (1, True):
                is_next = place < len(found) and found[place].first == last + 1
                place, last = (place + 1, found[place].last) if is_next else (place, last)
            items.append((first, last))
            return items, place, True
    return items, place, False


def _opens_sentence(tokens: Sequence[Token], chunk: Chunk) -> bool:
    """Return whether a noun phrase belongs to what is said before the sentence's subject."""
    is_led = chunk.first == 0 or (chunk.first == 1 and tokens[0].pos in ("ADP", "SCONJ"))
    return chunk.first == 1 and is_led and tokens[min(chunk.last, len(tokens) - 1)].text == ","


def _item_end(
    tokens: Sequence[Token], found: Sequence[Chunk], place: int, *, is_last: bool = False
) -> tuple[int, int]:
    """Return the noun phrase after an item, and where the item ends."""
    last = found[place].last
    after = place + 1
    for word, end in linked(tokens, found, place):
        if word != "of" or not (is_last or _separator(tokens, end)[0]):
            break
        last, after = end, after + 1
    return after, last


def _separator(tokens: Sequence[Token], at: int) -> tuple[int, bool]:
    """Return how many words part two items here, and whether "and" is one of them."""
    words = [token.text.lower() for token in tokens[at : at + 4]]
    if words[:1] and words[0] in _AND:
        return 1, True
    if words[:3] == ["as", "well", "as"]:
        return 3, True
    if words[:2] and words[0] in (",", ";"):
        if words[1:2] and words[1] in _AND:
            return 2, True
        return 1, False
    return 0, False
