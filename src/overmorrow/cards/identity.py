"""Which note is which: edited notes found again without an id in their file.

A deck file need not hold ids. When it is read again its notes are compared
with the ones last seen: what is surely the same keeps its schedule silently,
what may be the same is asked about, and nothing else is ever joined.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rapidfuzz import fuzz

from overmorrow.cards.edits import EditSearch
from overmorrow.cards.likeness import ALIKE, gist
from overmorrow.cards.note import Note
from overmorrow.cards.places import Joined


class KnownNote(NamedTuple):
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


class Matching(NamedTuple):
    """What became of the known notes; an index counts the parsed notes from 0."""

    same: Sequence[tuple[str, int]]
    doubts: Sequence[Doubt]
    new: Sequence[int]
    vanished: Sequence[str]


def match(known: Sequence[KnownNote], parsed: Sequence[Note]) -> Matching:
    """Find the known notes among the parsed ones.

    Sure are, in this order: the same id in the file; the same prompt and
    answer; the same prompt, if only one note has it on either side; the same
    letters, likewise; then edits that only a slip of the pen, or the place in
    the deck, explains. Notes with two different ids are never the same.
    """
    if not known:
        return Matching(same=(), doubts=(), new=range(len(parsed)), vanished=())
    search = _Search(known, parsed)
    search.join_in_step()
    if not search.is_done():
        search.join_ids()
        search.join_equal_texts()
        search.join_twins()
    if not search.is_done():
        search.join_prompts()
        search.join_letters()
    return search.result()


def _fits(known_id: str, file_id: str) -> bool:
    """Whether two ids in files, if both are there, are one."""
    return known_id == file_id or not known_id or not file_id


class _Search:
    """The notes that have not been joined yet, and the pairs that have."""

    def __init__(self, known: Sequence[KnownNote], parsed: Sequence[Note]) -> None:
        self._known = sorted(known, key=lambda note: note.position)
        self._parsed = parsed
        self._joined = Joined(len(known), len(parsed))
        self._left: Sequence[int] = range(len(known))
        self._right: Sequence[int] = range(len(parsed))
        self._twins: list[tuple[list[int], list[int]]] = []

    def is_done(self) -> bool:
        """Whether one side has no open notes; they are counted anew."""
        self._left = [at for at in self._left if self._joined.of_known[at] < 0]
        self._right = [at for at in self._right if self._joined.of_parsed[at] < 0]
        return not self._left or not self._right

    def join_in_step(self) -> None:
        """Join what is equal from the first note on, and from the last one back."""
        both = _run(zip(self._known, self._parsed, strict=False))
        self._joined.join_run(both)
        left, right = self._known[both:], self._parsed[both:]
        for back in range(1, _run(zip(reversed(left), reversed(right), strict=False)) + 1):
            self._joined.join(len(self._known) - back, len(self._parsed) - back)

    def join_ids(self) -> None:
        """Join notes with one id in their files."""
        right = {self._parsed[other].file_id: other for other in self._right}
        for at in self._left:
            other = right.get(self._known[at].file_id or "\0")
            if other is not None:
                self._join(at, other)

    def join_prompts(self) -> None:
        """Join notes whose prompt no other note on their side has, open or not.

        Where the answer is quite another, what else is open is looked at first.
        """
        wanted = {self._known[at].prompt for at in self._left}
        wanted &= {self._parsed[other].prompt for other in self._right}
        known = Counter(note.prompt for note in self._known if note.prompt in wanted)
        parsed = Counter(note.prompt for note in self._parsed if note.prompt in wanted)
        right = {self._parsed[other].prompt: other for other in self._right}
        for at in self._left:
            prompt = self._known[at].prompt
            if known[prompt] == 1 == parsed[prompt]:
                other = right[prompt]
                if fuzz.ratio(self._known[at].answer, self._parsed[other].answer) >= ALIKE:
                    self._join(at, other)

    def join_letters(self) -> None:
        """Join notes whose letters no other open note on their side has."""
        self.is_done()
        left = _unique(
            (at, gist(self._known[at].prompt, self._known[at].answer)) for at in self._left
        )
        right = _unique(
            (other, gist(self._parsed[other].prompt, self._parsed[other].answer))
            for other in self._right
        )
        for key, at in left.items():
            if key in right:
                self._join(at, right[key])

    def join_equal_texts(self) -> None:
        """Join notes with the same prompt and answer, where as many are left as there were."""
        self.is_done()
        parsed: dict[tuple[str, str], list[int]] = {}
        for other in self._right:
            note = self._parsed[other]
            parsed.setdefault((note.prompt, note.answer), []).append(other)
        known: dict[tuple[str, str], list[int]] = {}
        for at in self._left:
            old = self._known[at]
            text = old.prompt, old.answer
            if text in parsed:
                known.setdefault(text, []).append(at)
        for text, places in known.items():
            others = parsed[text]
            if len(others) == len(places):
                self._join_in_order(places, others)
            else:
                self._twins.append((places, others))

    def join_twins(self) -> None:
        """Join equal texts of which some came or went: those in place first."""
        for places, others in self._twins:
            pairs = [(at, other) for at in places[:99] for other in others[:99]]
            for at, other in sorted(pairs, key=lambda pair: -self._joined.support(*pair)):
                self._join(at, other)
            self._join_in_order(places, others)
        self.is_done()

    def _join_in_order(self, places: list[int], others: list[int]) -> None:
        """Join each note with the first of the others that it may be."""
        waiting = [other for other in others if self._joined.of_parsed[other] < 0]
        for at in places:
            partner = next((other for other in waiting if self._may_join(at, other)), None)
            if partner is not None and self._joined.of_known[at] < 0:
                waiting.remove(partner)
                self._join(at, partner)

    def _may_join(self, at: int, other: int) -> bool:
        return _fits(self._known[at].file_id, self._parsed[other].file_id)

    def _join(self, at: int, other: int) -> None:
        if self._joined.is_open(at, other) and self._may_join(at, other):
            self._joined.join(at, other)

    def result(self) -> Matching:
        """Return all pairs; what is left over is new or gone."""
        doubts = () if self.is_done() else self._edits()
        asked_known = {doubt.uid for doubt in doubts}
        asked_parsed = {doubt.index for doubt in doubts}
        self.is_done()
        return Matching(
            same=tuple(
                (note.uid, other)
                for note, other in zip(self._known, self._joined.of_known, strict=True)
                if other >= 0
            ),
            doubts=doubts,
            new=tuple(at for at in self._right if at not in asked_parsed),
            vanished=tuple(
                self._known[at].uid for at in self._left if self._known[at].uid not in asked_known
            ),
        )

    def _edits(self) -> tuple[Doubt, ...]:
        """Join the sure edits, and return what may be one, each note once."""
        search = EditSearch(self._known, self._parsed, self._joined, self._may_join)
        search.join_sure()
        return tuple(
            Doubt(uid=self._known[at].uid, index=other, likeness=likeness)
            for at, other, likeness in search.doubtful()
        )


def _run(pairs: Iterable[tuple[KnownNote, Note]]) -> int:
    """Return how many pairs from the first on are equal."""
    count = 0
    for old, new in pairs:
        if old.prompt != new.prompt or old.answer != new.answer or old.file_id != new.file_id:
            break
        count += 1
    return count


def _unique(pairs: Iterable[tuple[int, str]]) -> dict[str, int]:
    """Return each key that stands for exactly one place; empty keys do not count."""
    places: dict[str, int] = {}
    twice: set[str] = set()
    for at, key in pairs:
        if key in places:
            twice.add(key)
        places[key] = at
    return {key: at for key, at in places.items() if key and key not in twice}
