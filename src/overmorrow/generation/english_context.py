"""Carries over from the sentences before what an English sentence does not say itself."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from overmorrow.generation.english_clauses import part_around
from overmorrow.generation.english_days import RelativeDay, relative_days
from overmorrow.generation.english_edits import Edit
from overmorrow.generation.english_leads import (
    Before,
    is_pluperfect,
    lean,
    nouns_of,
    opens_with_known,
    reacts,
)
from overmorrow.generation.english_openings import is_of_now, leading_cuts
from overmorrow.generation.english_pointers import Pointer, pointers
from overmorrow.generation.english_rivals import may_be_person, rivals_in
from overmorrow.generation.english_spans import Reading
from overmorrow.generation.english_subjects import (
    Named,
    is_said_to_be_thing,
    named,
    sole_person,
    subject_of,
)
from overmorrow.generation.english_token import Token
from overmorrow.generation.english_words import (
    JOINERS,
    MALE,
    PERSONAL,
    POSSESSIVE,
)
from overmorrow.generation.proposal import Doubt

_PASSING = frozenset(("in", "at", "during", "on", "from", "of", "for", "as", "with", "along"))
"""What may open a phrase that can go; "before" and "without" say something of the rest."""
_WORDS_A_LEAN = 8
"""A sentence with fewer words for each that points back is lost without the one before."""


class Setting(NamedTuple):
    """What has to be done to a sentence to make it stand alone."""

    edits: tuple[Edit, ...]
    needs_topic: bool
    """Whether it is understood only under the article's title."""
    days: tuple[RelativeDay, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    before: str = ""
    """The sentence before, where this one leans on it."""
    needs_before: bool = False
    """Whether it is not understood without that."""
    leans: bool = False
    """Whether a card is worth little without that."""


@dataclass(slots=True)
class Story:
    """What the sentences so far were about."""

    shown: frozenset[str]
    """The words of the article's title, which stands on the screen."""
    topic: str
    """The title where it names what all of it is about, else empty."""
    hero: Named | None
    """The person whom the title names."""
    day: date | None
    paragraph: int = -1
    subject: Named | None = None
    is_crowded: bool = False
    """Whether the last sentence named others beside its subject."""
    person: Named | None = None
    """The person of whom the last sentences spoke."""
    has_others: bool = False
    """Whether another person was named in this paragraph since."""
    rivals: frozenset[bool | None] = frozenset()
    """Of whom else the last sentence spoke beside its subject, as `rivals_in` says them."""
    things: set[str] = field(default_factory=set)
    """Names of what was said to be no person."""
    before: Before = field(default_factory=Before)
    """The sentence before, as far as it is of use for this one."""
    nouns: set[str] = field(default_factory=set)
    """What the sentences so far spoke of."""

    def setting(self, reading: Reading, paragraph: int) -> Setting | None:
        """Return what makes a sentence stand alone, or None where nothing would; go on from it.

        Args:
            reading: The sentence.
            paragraph: The place of its paragraph.
        """
        self.person = self.person or self.hero
        if paragraph != self.paragraph:
            self.paragraph = paragraph
            self.person = self.hero or (None if self.has_others or self.rivals else self.person)
            self.has_others = False
            self.rivals = frozenset()
            self.subject = self.person
            self.before = Before()
        setting = self._resolved(reading)
        weight = lean(reading, self.nouns, self.shown)
        led = self._led(reading, setting, weight)
        self.before = Before.of(reading, setting, weight, has_topic=bool(self.topic))
        self.nouns.update(nouns_of(reading))
        self._go_on(reading, setting)
        return led

    def _led(self, reading: Reading, setting: Setting | None, weight: int) -> Setting | None:
        """Return a sentence's setting with the sentence before, where it needs that one."""
        if setting is None:
            days = self._days(reading)
            starts = [reading.tokens[each.place].start for each in pointers(reading)]
            found = [
                each
                for each, start in zip(pointers(reading), starts, strict=True)
                if not any(day.start <= start < day.end for day in days)
            ]
            if not self.before.explains(reading, found):
                return None
            edits = [*leading_cuts(reading)]
            edits += [Edit(day.start, day.end, day.lead + day.meaning) for day in days]
            return Setting(
                tuple(edits), False, days, (Doubt.CARRIED,), self.before.text, needs_before=True
            )
        is_bridge = opens_with_known(reading, self.shown) or reacts(reading)
        if not weight and not is_bridge and not is_pluperfect(reading):
            return setting
        if is_bridge or self.before.says(reading, self.nouns):
            setting = setting._replace(before=self.before.text, leans=is_bridge)
        has_name = any(token.pos == "PROPN" for token in reading.tokens)
        weight = max(weight, (1 if has_name else 2) * is_bridge)
        is_lost = weight * _WORDS_A_LEAN > len(reading.tokens) and not setting.before
        is_told = self.topic and self.hero is None
        return None if is_lost and not is_told else setting

    def _go_on(self, reading: Reading, setting: Setting | None) -> None:
        """Remember whom and what a sentence was about."""
        self.subject = self._subject_after(reading, setting)
        if self.subject and is_said_to_be_thing(reading) and self.subject != self.hero:
            self.things.add(self.subject.text)
        if self.subject and self.subject.text in self.things and self.subject.kind != "many":
            self.subject = self.subject._replace(kind="thing")
        if self.hero is None and self.subject and self.subject.kind == "person":
            self.person = self.subject
            self.has_others = False
        elif self.hero is None and setting and (sole := sole_person(reading)):
            self.person = sole
            self.has_others = False
        self.rivals = rivals_in(reading, self._spoken_of())
        is_unsure = setting is None and any(
            each.kind == "person" and self._replacement(reading, each, is_first=True) is None
            for each in pointers(reading)
        )
        self.has_others = self.has_others or is_unsure or self._names_another(reading)
        self.is_crowded = self._names_many(reading)

    def _days(self, reading: Reading) -> tuple[RelativeDay, ...]:
        """Return the relative days of a sentence; "today" before what still holds is none."""
        if self.day is None:
            return ()
        is_now = is_of_now(reading.tokens)
        found = relative_days(reading.text, self.day)
        return tuple(day for day in found if day.start or not is_now)

    def _resolved(self, reading: Reading) -> Setting | None:
        found = list(pointers(reading))
        days = self._days(reading)
        edits = list(leading_cuts(reading))
        edits += [Edit(day.start, day.end, day.lead + day.meaning) for day in days]
        carried = False
        for pointer in found:
            token = reading.tokens[pointer.place]
            if any(edit.start <= token.start < edit.end for edit in edits):
                continue
            if pointer.kind == "definite" and self.topic:
                continue
            edit = self._replacement(reading, pointer, is_first=not carried)
            if edit is None:
                edit = part_around(reading, pointer.place) or self._lead_cut(reading, pointer)
                if edit is None:
                    return None
                edits.append(edit)
                continue
            if not carried:
                edits.append(edit)
            carried = True
        needs_topic = any(pointer.kind == "definite" for pointer in found)
        doubts = ((Doubt.CARRIED,) if carried else ()) + ((Doubt.RELATIVE_DAY,) if days else ())
        return Setting(tuple(edits), needs_topic, days, doubts)

    def _replacement(self, reading: Reading, pointer: Pointer, *, is_first: bool) -> Edit | None:
        token = reading.tokens[pointer.place]
        word = token.text.lower()
        if reading.text.count('"', 0, token.start) % 2 or "“" in reading.text[: token.start]:
            return None
        is_personal = pointer.kind in PERSONAL.values()
        named = self.subject
        is_other = named is None or not is_personal or not named.fits(word)
        if is_other and pointer.kind == "person" and not self.has_others:
            named = self.person
        if not is_personal or named is None or not named.fits(word):
            return None
        if is_first and not self._is_sure(reading, pointer, named):
            return None
        text = named.text
        if text.startswith(("The ", "A ", "An ")) and token.start:
            text = text[0].lower() + text[1:]
        if word in POSSESSIVE and _is_possessive(reading.tokens, pointer.place):
            after = reading.tokens[pointer.place + 1].text if token.end < len(reading.text) else ""
            if after.lower() in text.lower():
                return None
            text += "'" if text.endswith("s") else "'s"
        return Edit(token.start, token.end, text)

    def _is_sure(self, reading: Reading, pointer: Pointer, named: Named) -> bool:
        """Return whether a pronoun stands where it must mean what was spoken of before."""
        tokens = reading.tokens
        place = pointer.place
        word = tokens[place].text.lower()
        opens = place == 0 or tokens[place - 1].text == "," or tokens[0].text.lower() in JOINERS
        if pointer.kind == "person" and self.rivals & {None, word in MALE}:
            return False
        if pointer.kind != "person":
            is_part = pointer.kind == "thing" and " of " in named.text
            is_one_of_two = self.is_crowded and not self.topic
            return opens and place < 12 and not is_part and not is_one_of_two
        return place < 12 and (word in ("he", "she") or not self.is_crowded)

    def _lead_cut(self, reading: Reading, pointer: Pointer) -> Edit | None:
        """Return the cut of a phrase before the subject, if the rest says enough without it."""
        tokens = reading.tokens
        comma = next((at for at, token in enumerate(tokens[:14]) if token.text == ","), 0)
        if tokens[0].text.lower() not in _PASSING or not pointer.place < comma < len(tokens) - 5:
            return None
        has_verb = any(token.pos in ("VERB", "AUX") for token in tokens[:comma])
        rest = tokens[comma + 1 :]
        says_enough = bool(self.topic) or any(token.pos == "PROPN" for token in rest)
        is_subject = rest[0].pos in ("DET", "PROPN", "NOUN", "ADJ", "NUM")
        return Edit(0, rest[0].start) if says_enough and is_subject and not has_verb else None

    def _spoken_of(self) -> str:
        """Return what the last sentence was about, and with a thing whom "he" can but mean."""
        if self.subject is None or self.subject.kind == "thing":
            return " ".join(each.text for each in (self.subject, self.person) if each)
        return self.subject.text

    def _names_another(self, reading: Reading) -> bool:
        known = self.person.text.split() if self.person else []
        return any(
            token.entity == "PERSON" and token.text not in known and token.pos == "PROPN"
            for token in reading.tokens
        )

    def _names_many(self, reading: Reading) -> bool:
        subject = self.subject.text if self.subject else ""
        tokens = reading.tokens
        heads = [
            (tokens[chunk.last - 1], tokens[max(0, chunk.first - 1)].text.lower())
            for chunk in reading.chunks
        ]
        return any(
            head.pos == "PROPN" and head.text not in subject and may_be_person(head, before)
            for head, before in heads
        )

    def _subject_after(self, reading: Reading, setting: Setting | None) -> Named | None:
        place = subject_of(reading)
        if place is None or setting is None:
            return None
        word = reading.tokens[place].text.lower()
        if word in PERSONAL:
            return self._proven(word)
        chunk = next((each for each in reading.chunks if each.first <= place < each.last), None)
        return named(reading, chunk, setting.edits) if chunk else None

    def _proven(self, word: str) -> Named | None:
        """Return what a pronoun stood for, now that it is known whether it is a person."""
        named = self.subject
        if PERSONAL[word] == "person":
            named = named if named and named.fits(word) else self.person
            return Named(named.text, "person", is_male=word in MALE) if named else None
        return named


def _is_possessive(tokens: Sequence[Token], place: int) -> bool:
    if tokens[place].text.lower() != "her":
        return True
    rest = tokens[place + 1 :]
    named = next((at for at, token in enumerate(rest) if token.pos not in ("ADJ", "ADV")), 0)
    is_described = named > 0 and not rest[named].is_noun and rest[named].pos not in ("NUM", "CCONJ")
    if is_described:
        return False
    return tokens[place].tag == "PRP$" or (bool(rest) and rest[0].pos in ("NOUN", "ADJ"))
