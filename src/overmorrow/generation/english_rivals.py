"""Finds of whom else an English sentence speaks, so that "he" behind it could be two."""

from overmorrow.generation.english_pointers import pointers
from overmorrow.generation.english_spans import Reading
from overmorrow.generation.english_token import Token
from overmorrow.generation.english_words import MALE, PEOPLE

_BEFORE_PLACES = frozenset(("in", "at", "of", "from", "to", "on", "near", "the"))
_OF_ANOTHER = frozenset(("to", "with", "by", "from", "for", "of"))
"""Before a name at which somebody's doing is aimed, though places stand there too."""

_BEFORE_ROLES = frozenset((",", "as", "is", "was", "became", "be", "been"))
"""Before a word for somebody that says what the subject is."""


def rivals_in(reading: Reading, subject: str) -> frozenset[bool | None]:
    """Return of whom else a sentence speaks: whether men or women; None where nobody knows.

    Args:
        reading: The sentence.
        subject: Whom or what it is about, in words that stand alone; empty if nobody knows.
    """
    found: set[bool | None] = set()
    tokens = reading.tokens
    has_entities = any(token.entity for token in tokens)
    for chunk in reading.chunks:
        head = tokens[chunk.last - 1]
        before = tokens[chunk.first - 1].text.lower() if chunk.first else ""
        is_name = head.pos == "PROPN" and head.text not in subject
        is_person = head.entity == "PERSON" if has_entities else may_be_person(head, before)
        is_bare = chunk.last - chunk.first > 1 and tokens[chunk.first].pos == "PROPN"
        is_aimed_at = before in _OF_ANOTHER and is_bare and head.entity in ("", "ORG")
        is_known = tokens[chunk.first].text.lower() == "the" and before not in _BEFORE_ROLES
        is_role = is_known and head.text.lower() in PEOPLE and head.text not in subject
        if (is_name and (is_person or is_aimed_at)) or is_role:
            found.add(None)
    for pointer in pointers(reading):
        token = tokens[pointer.place]
        if pointer.kind == "person" and token.dep not in ("nsubj", "nsubjpass") and pointer.place:
            found.add(token.text.lower() in MALE)
    return frozenset(found)


def may_be_person(head: Token, before: str) -> bool:
    """Return whether a name may be a person's, by what it does and the word before it.

    Args:
        head: The last word of the name.
        before: The word before the name, in small letters.
    """
    if head.dep in ("nsubj", "nsubjpass") or head.entity == "PERSON":
        return True
    return not head.entity and before not in _BEFORE_PLACES
