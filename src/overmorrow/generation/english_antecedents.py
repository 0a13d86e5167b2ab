"""Finds whether an English sentence itself names what its pronouns stand for."""

from collections.abc import Sequence
from itertools import dropwhile

from overmorrow.generation.english_chunks import Chunk
from overmorrow.generation.english_spans import Reading
from overmorrow.generation.english_token import Token
from overmorrow.generation.english_words import BODIES, PEOPLE, TIME_UNITS

_HELD_TO_DO = frozenset(
    ("thought", "believed", "said", "known", "estimated", "reported", "supposed", "expected")
)
"""Behind "it is", these hold the place of a clause with "that", but of nothing with "to"."""
_OF_NAMES = frozenset(("ADP", "DET", "ADJ", "NUM", "NOUN", "PROPN"))
_SAYING = frozenset(("said", "says", "added", "told", "asked", "replied", "recalled", "explained"))
_BEFORE_CLAUSES = frozenset(("is", "was", "has", "can", "may", "will", "would", "could", "seems"))


def is_resolved(reading: Reading, place: int, kind: str) -> bool:
    """Return whether what a pronoun stands for is named in its own sentence.

    Args:
        reading: The sentence.
        place: Which of its words the pronoun is.
        kind: `person`, `thing` or `many`.
    """
    tokens = reading.tokens
    if kind == "thing" and tokens[place].text.lower() == "it" and _is_empty_it(tokens, place):
        return True
    if _is_outside(tokens, place, kind):
        return False
    for chunk in reading.chunks:
        if chunk.first >= place:
            break
        if _is_another(tokens, chunk, place, kind):
            continue
        owners = [
            at + 1 for at in range(chunk.first, chunk.last - 1) if tokens[at + 1].tag == "POS"
        ]
        if any(_fits(tokens[chunk.first : end], kind) for end in (chunk.last, *owners)):
            return True
    return _is_named_after_comma(reading, place, kind)


def _is_another(tokens: Sequence[Token], chunk: Chunk, place: int, kind: str) -> bool:
    """Return whether a pronoun cannot mean a noun before it, by where the two stand."""
    first, last = chunk.first, chunk.last
    if _is_doer_to(tokens, last, place) or _is_seat(tokens, first, place):
        return True
    if kind == "thing":
        is_told = _is_told_of_as_person(tokens, first, last)
        return is_told or _is_in_another(tokens, first, last, place)
    if kind == "many":
        return _counts_inhabitants(tokens, first, last)
    return _is_place(tokens, first, last)


def names_any(reading: Reading, kind: str) -> bool:
    """Return whether a sentence names anything that a pronoun may stand for.

    Args:
        reading: The sentence.
        kind: `person`, `thing` or `many`.
    """
    return any(_fits(reading.tokens[each.first : each.last], kind) for each in reading.chunks)


def _is_outside(tokens: Sequence[Token], place: int, kind: str) -> bool:
    """Return whether a pronoun cannot mean what its own sentence names before it.

    It is the speaker behind a quotation, or the last word of a sentence on what befell others.
    """
    before = tokens[place - 1].text if place else ""
    after = tokens[place + 1].text if place + 1 < len(tokens) else ""
    if kind == "person" and after in _SAYING:
        return before in ('"', "”")
    return before == "of" and tokens[place].text == "it"


def _is_in_another(tokens: Sequence[Token], first: int, last: int, place: int) -> bool:
    """Return whether "it" behind a preposition is none of two: what it tells of, and who acts.

    "Anna Lind noticed a wheel inside it" speaks of a third.
    """
    if tokens[place - 1].pos != "ADP" or not tokens[place - 2].is_noun:
        return False
    is_bare_name = tokens[last - 1].pos == "PROPN" and tokens[first].text.lower() != "the"
    return last == place - 1 or (is_bare_name and tokens[last - 1].entity in ("", "PERSON"))


def _is_told_of_as_person(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Return whether "who" or a name says that a noun is a person: "The editor, Ann Lind,"."""
    is_name = tokens[first].pos == "PROPN" and first > 1 and tokens[first - 1].text == ","
    if is_name and tokens[first - 2].text.lower() in PEOPLE:
        return True
    if last + 1 >= len(tokens) or tokens[last].text != ",":
        return False
    after = tokens[last + 1]
    return after.text in ("who", "whose", "whom") or (
        after.entity == "PERSON" and tokens[last - 1].pos == "NOUN"
    )


def _counts_inhabitants(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Return whether a noun only says how big a place is: "the island of 1,900 people"."""
    is_counted = tokens[first].pos == "NUM" and tokens[last - 1].text in ("people", "inhabitants")
    return is_counted and first > 0 and tokens[first - 1].text == "of"


def _is_doer_to(tokens: Sequence[Token], last: int, place: int) -> bool:
    """Return whether a noun does what befalls "him", who is then another: "Lind showed him"."""
    pronoun = tokens[place]
    after = tokens[place + 1].pos if place + 1 < len(tokens) else "PUNCT"
    is_hers = after not in ("ADP", "PUNCT", "CCONJ", "SCONJ", "DET")
    is_hers = is_hers and (pronoun.tag == "PRP$" or after in ("NOUN", "PROPN"))
    if pronoun.text not in ("him", "it", "them") and (pronoun.text != "her" or is_hers):
        return False
    between = tokens[last:place]
    if between and between[0].text == "of":
        between = list(dropwhile(lambda each: each.pos in _OF_NAMES, between))
    verbs = between[:-1] if between and between[-1].pos == "ADP" else between
    return bool(verbs) and all(each.pos in ("VERB", "AUX", "ADV", "PART") for each in verbs)


def _is_seat(tokens: Sequence[Token], first: int, place: int) -> bool:
    """Return whether a name only says where those are who do something to "it".

    That is "Engineers at Orm College proposed replacing it".
    """
    is_object = tokens[place].text in ("it", "them") and tokens[place - 1].pos == "VERB"
    before = tokens[first - 1].text.lower() if first else ""
    return is_object and before in ("at", "in", "from") and tokens[first].pos in ("PROPN", "DET")


def _is_place(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Return whether a name that nobody recognised stands where places do: "in the Isles"."""
    before = tokens[first - 1].text.lower() if first else ""
    is_unknown = tokens[last - 1].pos == "PROPN" and not tokens[last - 1].entity
    return is_unknown and before in ("in", "at") and not tokens[last - 1].dep


def _is_empty_it(tokens: Sequence[Token], place: int) -> bool:
    """Return whether an "it" only holds the place of a clause: "it is known that"."""
    rest = tokens[place + 1 : place + 9]
    if not rest or rest[0].text.lower() not in _BEFORE_CLAUSES:
        return False
    for at, token in enumerate(rest[1:], start=1):
        if token.text.lower() in ("that", "to", "who", "whether"):
            if token.text == "to" and rest[at - 1].text in _HELD_TO_DO:
                return False
            return not any(each.is_noun for each in rest[1:at])
        if token.text in ",.;":
            return False
    return False


def _fits(words: Sequence[Token], kind: str) -> bool:
    head = words[-1]
    noun = head.text.lower()
    is_subject = head.pos == "PROPN" and head.dep in ("nsubj", "nsubjpass")
    is_plural = head.tag in ("NNS", "NNPS") or (not head.tag and noun.endswith("s"))
    if kind == "person":
        is_name = head.entity == "PERSON" or (
            head.pos == "PROPN" and head.entity in ("", "ORG", "WORK_OF_ART", "PERSON")
        )
        return not is_plural and (is_name or is_subject or noun in PEOPLE)
    if kind == "many":
        return is_plural or noun in BODIES or head.entity in ("NORP", "ORG")
    if head.entity in ("DATE", "TIME", "CARDINAL") or head.pos == "NUM":
        return False
    if head.entity == "PERSON" and not (is_subject and len(words) == 1 and head.text.isupper()):
        return False
    return head.is_noun and not is_plural and noun not in PEOPLE and noun not in TIME_UNITS


def _is_named_after_comma(reading: Reading, place: int, kind: str) -> bool:
    """Return whether the subject follows: "After his return, Tesla worked …"."""
    tokens = reading.tokens
    is_doer = tokens[place].text.lower() in ("he", "she", "it", "they")
    if is_doer or tokens[0].pos not in ("ADP", "SCONJ", "VERB", "ADV"):
        return False
    comma = next((at for at in range(place, len(tokens)) if tokens[at].text == ","), None)
    if comma is None or comma > 18:
        return False
    chunk = next((each for each in reading.chunks if each.first == comma + 1), None)
    return chunk is not None and _fits(tokens[chunk.first : chunk.last], kind)
