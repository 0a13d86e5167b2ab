"""Which note is which: ids that two machines agree on, and edited notes found again.

A deck file need not hold ids. When it is read again its notes are compared
with the ones last seen: what is surely the same keeps its schedule silently,
what may be the same is asked about, and nothing else is ever joined.
"""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from uuid import UUID, uuid5

from rapidfuzz import fuzz, process

from overmorrow.cards.note import Note

_NAMESPACE = UUID("f7ad06c5-57fa-460e-b03d-b4851545a28e")
"""Never changes: ids made on two machines must be equal."""

_MEANINGFUL = frozenset("#%&@*/\\-")
"""Punctuation that tells answers apart, as in C and C#."""
_ALIKE = 72.0
_MOST_ASKED = 5
_ASK_WITHIN = 200
"""How far apart in order two notes are compared when there are very many."""
_COMPARE_ALL = 2_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownNote:
    """A note as it was last seen."""

    uid: str
    position: int
    """Its place in the deck, counted from 0."""
    prompt: str
    answer: str
    file_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Two notes that may be one; only the learner can say."""

    uid: str
    index: int
    likeness: float
    """How alike their texts are, 0-100."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matching:
    """What became of the known notes; an index counts the parsed notes from 0."""

    same: tuple[tuple[str, int], ...]
    doubts: tuple[Doubt, ...]
    new: tuple[int, ...]
    vanished: tuple[str, ...]


def note_uid(deck_name: str, prompt: str, nth: int) -> str:
    """Return the id of a note without one in its file.

    Args:
        deck_name: The deck it was first seen in.
        prompt: Its prompt as first seen.
        nth: Which of the deck's notes with that prompt, counted from 0.
    """
    return str(uuid5(_NAMESPACE, "\x1f".join(("note", deck_name, prompt, str(nth)))))


def note_uids(deck_name: str, notes: Iterable[Note]) -> tuple[str, ...]:
    """Return the ids of a deck's notes as first seen; an id in the file is the id."""
    seen: Counter[str] = Counter()
    uids: list[str] = []
    for note in notes:
        uids.append(note.file_id or note_uid(deck_name, note.prompt, seen[note.prompt]))
        seen[note.prompt] += 1
    return tuple(uids)


def card_uid(note_uid: str, card_key: str) -> bytes:
    """Return the 16 bytes by which every log names a note's card."""
    return uuid5(_NAMESPACE, f"card\x1f{note_uid}\x1f{card_key}").bytes


def match(known: Sequence[KnownNote], parsed: Sequence[Note]) -> Matching:
    """Find the known notes among the parsed ones.

    Sure are, in this order: the same id in the file; the same prompt and
    answer; the same prompt, if only one note has it on either side; the same
    letters, likewise. Notes with two different ids are never the same.
    """
    search = _Search(known, parsed)
    search.join_by(lambda note: note.file_id, lambda note: note.file_id)
    search.join_equal_texts()
    search.join_by(lambda note: note.prompt, lambda note: note.prompt)
    search.join_by(_known_letters, lambda note: _letters(note.prompt, note.answer))
    return search.result()


def _known_letters(note: KnownNote) -> str:
    return _letters(note.prompt, note.answer)


def _letters(prompt: str, answer: str) -> str:
    """Return the text without spaces, case and punctuation that says nothing."""
    text = unicodedata.normalize("NFKC", f"{prompt}\x1f{answer}").casefold()
    return "".join(
        letter
        for letter in text
        if letter in _MEANINGFUL or unicodedata.category(letter)[0] not in "PZ"
        if not letter.isspace()
    )


class _Search:
    """The notes that have not been joined yet, and the pairs that have."""

    def __init__(self, known: Sequence[KnownNote], parsed: Sequence[Note]) -> None:
        self._known = sorted(known, key=lambda note: note.position)
        self._parsed = parsed
        self._of_known: dict[int, int] = {}
        self._of_parsed: dict[int, int] = {}

    def join_by(
        self,
        known_key: Callable[[KnownNote], str],
        parsed_key: Callable[[Note], str],
    ) -> None:
        """Join notes whose key no other open note on their side has."""
        left = _unique((at, known_key(self._known[at])) for at in self._open_known())
        right = _unique((at, parsed_key(self._parsed[at])) for at in self._open_parsed())
        for key, at in left.items():
            if key in right:
                self._join(at, right[key])

    def join_equal_texts(self) -> None:
        """Join notes with the same prompt and answer, several of them in order.

        Where fewer are left than there were, which of them is left is asked.
        """
        known: dict[tuple[str, str], list[int]] = {}
        for at in self._open_known():
            known.setdefault((self._known[at].prompt, self._known[at].answer), []).append(at)
        parsed: dict[tuple[str, str], list[int]] = {}
        for other in self._open_parsed():
            note = self._parsed[other]
            parsed.setdefault((note.prompt, note.answer), []).append(other)
        for text, places in known.items():
            others = parsed.get(text, [])
            if len(others) >= len(places):
                for at in places:
                    self._join_first(at, others)

    def _join_first(self, at: int, others: list[int]) -> None:
        """Join a note with the first of the others that it may be."""
        partner = next((other for other in others if self._may_join(at, other)), None)
        if partner is not None:
            others.remove(partner)
            self._join(at, partner)

    def result(self) -> Matching:
        """Return all pairs; what is left over is new or gone."""
        doubts = self._doubts()
        asked_known = {doubt.uid for doubt in doubts}
        asked_parsed = {doubt.index for doubt in doubts}
        return Matching(
            same=tuple(
                (self._known[at].uid, other) for at, other in sorted(self._of_known.items())
            ),
            doubts=doubts,
            new=tuple(at for at in self._open_parsed() if at not in asked_parsed),
            vanished=tuple(
                self._known[at].uid
                for at in self._open_known()
                if self._known[at].uid not in asked_known
            ),
        )

    def _open_known(self) -> list[int]:
        return [at for at in range(len(self._known)) if at not in self._of_known]

    def _open_parsed(self) -> list[int]:
        return [at for at in range(len(self._parsed)) if at not in self._of_parsed]

    def _may_join(self, at: int, other: int) -> bool:
        ids = {self._known[at].file_id, self._parsed[other].file_id} - {""}
        return len(ids) < 2

    def _join(self, at: int, other: int) -> None:
        if self._may_join(at, other):
            self._of_known[at] = other
            self._of_parsed[other] = at

    def _doubts(self) -> tuple[Doubt, ...]:
        """Pair what is left, each note once: the most alike first, then by place."""
        alike = sorted((*self._alike(), *self._same_prompts()), key=lambda pair: (-pair[0], pair))
        partners: dict[int, tuple[int, float]] = {}
        taken = set(self._of_parsed)
        self._ask(alike, partners, taken)
        self._ask(self._in_place(partners), partners, taken)
        return tuple(
            Doubt(uid=self._known[at].uid, index=other, likeness=likeness)
            for at, (other, likeness) in sorted(partners.items())
        )

    def _ask(
        self,
        pairs: Iterable[tuple[float, int, int]],
        partners: dict[int, tuple[int, float]],
        taken: set[int],
    ) -> None:
        """Add the pairs whose notes are both still free."""
        for likeness, at, other in pairs:
            if at not in partners and other not in taken and self._may_join(at, other):
                taken.add(other)
                partners[at] = (other, likeness)

    def _alike(self) -> list[tuple[float, int, int]]:
        """Return the open pairs whose texts are alike, with how much."""
        left, right = self._open_known(), self._open_parsed()
        texts = [_text(self._parsed[other]) for other in right]
        near = None if len(left) * len(right) <= _COMPARE_ALL else _ASK_WITHIN
        found: list[tuple[float, int, int]] = []
        for rank, at in enumerate(left):
            low = 0 if near is None else max(0, rank - near)
            choices = texts if near is None else texts[low : rank + near]
            hits = process.extract(
                _text(self._known[at]),
                choices,
                scorer=fuzz.ratio,
                score_cutoff=_ALIKE,
                limit=_MOST_ASKED,
            )
            found += [(score, at, right[low + place]) for _, score, place in hits]
        return found

    def _same_prompts(self) -> list[tuple[float, int, int]]:
        """Return open pairs with one prompt that several notes have."""
        waiting: dict[str, list[int]] = {}
        for other in self._open_parsed():
            waiting.setdefault(self._parsed[other].prompt, []).append(other)
        return [
            (_likeness(self._known[at], self._parsed[other]), at, other)
            for at in self._open_known()
            for other in waiting.get(self._known[at].prompt, [])[:_MOST_ASKED]
        ]

    def _in_place(self, partners: dict[int, tuple[int, float]]) -> list[tuple[float, int, int]]:
        """Return what stands, as many as before, between notes that have partners."""
        places = {-1: -1, len(self._known): len(self._parsed), **self._of_known}
        places |= {at: other for at, (other, _) in partners.items()}
        anchors = sorted(places)
        found: list[tuple[float, int, int]] = []
        for before, after in pairwise(anchors):
            old = range(before + 1, after)
            new = range(places[before] + 1, places[after])
            alone = before == -1 and after == len(self._known)
            if len(old) == len(new) and not alone:
                found += [
                    (_likeness(self._known[at], self._parsed[other]), at, other)
                    for at, other in zip(old, new, strict=True)
                ]
        return found


def _text(note: KnownNote | Note) -> str:
    return f"{note.prompt}\n{note.answer}".casefold()


def _likeness(known: KnownNote, parsed: Note) -> float:
    return fuzz.ratio(_text(known), _text(parsed))


def _unique(pairs: Iterable[tuple[int, str]]) -> dict[str, int]:
    """Return each key that stands for exactly one place; empty keys do not count."""
    places: dict[str, int] = {}
    twice: set[str] = set()
    for at, key in pairs:
        if key in places:
            twice.add(key)
        places[key] = at
    return {key: at for key, at in places.items() if key and key not in twice}
