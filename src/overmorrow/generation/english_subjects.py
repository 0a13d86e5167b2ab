"""Finds whom or what an English sentence is about."""

from collections.abc import Sequence
from typing import NamedTuple

from overmorrow.generation.english_chunks import Chunk, linked
from overmorrow.generation.english_edits import Edit, edited
from overmorrow.generation.english_spans import Reading
from overmorrow.generation.english_token import Token
from overmorrow.generation.english_words import BODIES, MALE, PEOPLE, PERSONAL, TIME_UNITS

_LONGEST_NAME = 8
_OF_PERSONS = ("ist", "er", "or", "ian", "man", "men", "woman", "eer", "ess", "ant", "ent", "ant")


class Named(NamedTuple):
    """What a sentence was about."""

    text: str
    kind: str
    """`person`, `thing` or `many`; `name` where nobody knows which of the first two."""
    is_male: bool | None = None
    """Which of "he" and "she" stands for a person, if that is known."""

    def fits(self, word: str) -> bool:
        """Return whether a pronoun may stand for it."""
        kind = PERSONAL[word]
        if kind == "person" and self.is_male is not None and self.is_male != (word in MALE):
            return False
        return self.kind == kind or (self.kind == "name" and kind != "many")


def subject_of(reading: Reading) -> int | None:
    """Return which word is the head of the main clause's subject."""
    tokens = reading.tokens
    if tokens[0].dep or any(token.dep for token in tokens):
        for place, token in enumerate(tokens):
            is_main = 0 <= token.head < len(tokens) and tokens[token.head].dep == "ROOT"
            if token.dep in ("nsubj", "nsubjpass") and is_main:
                return place
        return None
    if tokens[0].pos == "PRON":
        return 0
    for chunk in reading.chunks:
        before = tokens[chunk.first - 1] if chunk.first else None
        if before is not None and before.pos == "ADP":
            continue
        if any(token.pos in ("VERB", "AUX") for token in tokens[chunk.last : chunk.last + 6]):
            return chunk.last - 1
        return None
    return None


def is_said_to_be_thing(reading: Reading) -> bool:
    """Return whether a sentence says that its subject is something, and nobody: "is a resin"."""
    tokens = reading.tokens
    for place, token in enumerate(tokens[:-2]):
        if token.text in ("is", "was") and tokens[place + 1].text in ("a", "an", "the"):
            chunk = next((each for each in reading.chunks if each.first == place + 1), None)
            noun = tokens[chunk.last - 1].text.lower() if chunk else ""
            return bool(noun) and noun not in PEOPLE and not noun.endswith(_OF_PERSONS)
        if token.pos in ("VERB", "AUX"):
            return False
    return False


def sole_person(reading: Reading) -> Named | None:
    """Return the only person whom a sentence names in full, or None."""
    tokens = reading.tokens
    starts = [
        place
        for place, token in enumerate(tokens)
        if token.entity == "PERSON" and token.begins_entity
    ]
    if len(starts) != 1:
        return None
    first = last = starts[0]
    while last < len(tokens) and tokens[last].pos == "PROPN" and tokens[last].entity == "PERSON":
        last += 1
    if last - first < 2:
        return None
    return Named(reading.words(first, last), "person")


def named(reading: Reading, chunk: Chunk, edits: Sequence[Edit]) -> Named | None:
    """Return what a noun phrase names as a sentence's subject, or None where it is unclear.

    Args:
        reading: The sentence.
        chunk: The noun phrase.
        edits: What is changed in the sentence to make it stand alone.
    """
    tokens = reading.tokens
    if is_run_together(reading, chunk.first, chunk.last):
        return None
    place = reading.chunks.index(chunk)
    row = next((each for each in reading.listings if each.first == chunk.first), None)
    if row is not None:
        return _clear(reading, chunk.first, row.last, "many", edits)
    last = chunk.last
    for word, end in linked(tokens, reading.chunks, place):
        if word != "of":
            break
        last = end
    head = tokens[chunk.last - 1]
    noun = head.text.lower()
    is_many = head.tag in ("NNS", "NNPS") or (
        not head.tag and noun.endswith("s") and noun[-2:] != "ss"
    )
    is_person = head.entity == "PERSON" or noun in PEOPLE
    is_unknown = head.pos == "PROPN" and head.entity in ("", "ORG", "NORP", "WORK_OF_ART")
    kind = "person" if is_person else "name" if is_unknown else "thing"
    sexes = {token.text.lower() in MALE for token in tokens if _means_person(token)}
    if len(sexes) > 1 and kind != "thing":
        return None
    if noun.rstrip("s") in TIME_UNITS:
        return None
    if is_many or noun in BODIES:
        kind = "many"
    found = _clear(reading, chunk.first, last, kind, edits)
    is_human = found is not None and kind in ("person", "name")
    return found._replace(is_male=sexes.pop()) if found and is_human and sexes else found


def is_run_together(reading: Reading, first: int, last: int) -> bool:
    """Return whether words are a place and who did something there: "In [Orm Ann Lind] began".

    Args:
        reading: The sentence.
        first: The first of the words.
        last: The word behind them.
    """
    tokens = reading.tokens
    is_led = first == 1 and tokens[0].text in ("In", "At", "From")
    behind = tokens[last : last + 1]
    does = bool(behind) and behind[0].pos in ("VERB", "AUX")
    names = tokens[first:last]
    return is_led and does and len(names) > 1 and all(each.pos == "PROPN" for each in names)


def _means_person(token: Token) -> bool:
    return PERSONAL.get(token.text.lower()) == "person"


def _clear(
    reading: Reading, first: int, last: int, kind: str, edits: Sequence[Edit]
) -> Named | None:
    """Return what a sentence is about, if its words alone say what it is."""
    words = reading.tokens[first:last]
    start, end = words[0].start, words[-1].end
    inside = [edit for edit in edits if start <= edit.start and edit.end <= end]
    shifted = [Edit(edit.start - start, edit.end - start, edit.text) for edit in inside]
    has_name = bool(inside) or any(word.pos == "PROPN" for word in words)
    replaced = {edit.start for edit in inside}
    has_pronoun = any(
        (word.pos == "PRON" or word.tag == "PRP$") and word.start not in replaced for word in words
    )
    is_long = len(words) > _LONGEST_NAME
    has_more = sum(word.is_noun or word.pos == "ADJ" for word in words) > 1
    if has_pronoun or is_long or not (has_name or (has_more and words[0].text.lower() == "the")):
        return None
    return Named(edited(reading.text[start:end], shifted), kind)
