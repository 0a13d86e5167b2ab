"""Finds the notes that were edited: what surely is one under another wording, what may be.

Two wordings surely are one note where a slip of the pen explains all that
changed, or where one half stayed and the place in the deck says the rest.
Where a number, a name or a negation changed in both halves nothing is sure:
a sibling may have taken the place of a note that was deleted.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from rapidfuzz import fuzz, process

from overmorrow.cards.likeness import (
    ALIKE,
    Change,
    change,
    halves,
    letters,
    weight,
    without_gaps,
    words_of,
)
from overmorrow.cards.pieces import Written, first_piece
from overmorrow.cards.places import Joined
from overmorrow.cards.shared_words import SharedWords

_MARGIN = 6.0
"""By so much the best partner must be more alike than the second best."""
_FEW = 3
"""So many notes may share an answer that still says which of them is which."""
_MOST_TURNS = 12
_COMPARE_ALL = 250_000
_MOST_CANDIDATES = 8
_TELLING = 16
"""The weight of a text that two notes hardly share by chance."""
_TELLING_GAP = 6


class Pair(NamedTuple):
    """Two open notes that may be one."""

    at: int
    other: int
    likeness: float
    prompt: Change
    answer: Change

    @property
    def badness(self) -> int:
        """How much changed in both halves together; the prompt says more."""
        return 2 * self.prompt + self.answer


class EditSearch:
    """Joins what surely is one note, and keeps the other candidates to be asked about."""

    def __init__(
        self,
        known: Sequence[Written],
        parsed: Sequence[Written],
        joined: Joined,
        may_join: Callable[[int, int], bool],
    ) -> None:
        self._known = known
        self._parsed = parsed
        self._joined = joined
        self._may_join = may_join
        self._left = [at for at, partner in enumerate(joined.of_known) if partner < 0]
        self._right = [at for at, partner in enumerate(joined.of_parsed) if partner < 0]
        self._prompts = self._counts(_prompt)
        self._answers = self._counts(_answer)
        self._old_words = words_of([f"{note.prompt}\n{note.answer}" for note in known])
        self._new_words = words_of([f"{note.prompt}\n{note.answer}" for note in parsed])
        self.pairs: list[Pair] = []

    def join_sure(self) -> None:
        """Join the sure pairs, there and back again, since each supports its neighbours."""
        self.pairs = [self._pair(at, other) for at, other in sorted(self._candidates())]
        self._join_pieces()
        self._drop_joined()
        for turn in range(_MOST_TURNS):
            rivals = _Rivals(self.pairs)
            step = -1 if turn % 2 else 1
            open_before = len(self.pairs)
            for pair in sorted(self.pairs, key=lambda pair: (pair.badness, step * pair.at)):
                if self._joined.is_open(pair.at, pair.other) and self._is_sure(pair, rivals):
                    self._joined.join(pair.at, pair.other)
            self._drop_joined()
            if len(self.pairs) == open_before:
                break

    def _drop_joined(self) -> None:
        self.pairs = [p for p in self.pairs if self._joined.is_open(p.at, p.other)]

    def doubtful(self) -> list[tuple[int, int, float]]:
        """Return what may be one, each note once: the most alike first, then by place."""
        taken_left: set[int] = set()
        taken_right: set[int] = set()
        chosen: list[tuple[int, int, float]] = []
        alike = [(p.likeness, p.at, p.other) for p in self.pairs if self._is_askable(p)]
        in_place = [
            (fuzz.ratio(text_of(self._known[at]), text_of(self._parsed[other])), at, other)
            for old, new in self._joined.gaps()
            if len(old) == len(new)
            for at, other in zip(old, new, strict=True)
            if self._may_join(at, other)
        ]
        for likeness, at, other in (*sorted(alike, key=lambda one: (-one[0], *one[1:])), *in_place):
            if at not in taken_left and other not in taken_right:
                taken_left.add(at)
                taken_right.add(other)
                chosen.append((at, other, likeness))
        return sorted(chosen)

    def _is_askable(self, pair: Pair) -> bool:
        return pair.likeness >= ALIKE or pair.prompt is Change.SAME

    def _counts(self, part: Callable[[Written], str]) -> tuple[Counter[str], Counter[str]]:
        """Count, among all notes, the prompts or answers that open ones have."""
        wanted = {part(self._known[at]) for at in self._left}
        wanted |= {part(self._parsed[other]) for other in self._right}
        known, parsed = map(part, self._known), map(part, self._parsed)
        return Counter(filter(wanted.__contains__, known)), Counter(
            filter(wanted.__contains__, parsed)
        )

    def _is_rare(self, pair: Pair, part: Callable[[Written], str]) -> bool:
        """Whether one note only has the prompt, or the answer, before and now."""
        known, parsed = self._prompts if part is _prompt else self._answers
        old, new = self._known[pair.at], self._parsed[pair.other]
        return known[part(old)] == 1 == parsed[part(new)]

    def _pair(self, at: int, other: int) -> Pair:
        """Compare two notes; a half that another known note already had is no slip."""
        old, new = self._known[at], self._parsed[other]
        words = self._old_words, self._new_words
        likeness = fuzz.ratio(text_of(old), text_of(new))
        if not old.answer and letters(without_gaps(old.prompt)) == letters(
            without_gaps(new.prompt)
        ):
            return Pair(at, other, likeness, Change.SAME, Change.SAME)
        (asks, asked), (asks_now, asked_now) = (
            halves(note.prompt, note.answer) for note in (old, new)
        )
        prompt, answer = change(asks, asks_now, *words), change(asked, asked_now, *words)
        if new.prompt != old.prompt and self._prompts[0][new.prompt]:
            prompt = max(prompt, Change.OTHER)
        if new.answer != old.answer and self._answers[0][new.answer]:
            answer = max(answer, Change.OTHER)
        return Pair(at, other, likeness, prompt, answer)

    def _candidates(self) -> set[tuple[int, int]]:
        """Return the open pairs worth comparing."""
        found = set(chain(self._alike(), self._with_one_answer(), self._in_place()))
        return {pair for pair in found if self._may_join(*pair)}

    def _alike(self) -> Iterable[tuple[int, int]]:
        """Return the pairs whose texts are alike; among very many, those that share words."""
        are_many = len(self._left) * len(self._right) > _COMPARE_ALL
        for part in (text_of, _asking):
            texts = {other: part(self._parsed[other]) for other in self._right}
            near = SharedWords(texts) if are_many else None
            for at in self._left:
                text = part(self._known[at])
                choices = near.like(text) if near else texts
                hits = process.extract(
                    text, choices, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=_MOST_CANDIDATES
                )
                yield from ((at, other) for _, _, other in hits)

    def _with_one_answer(self) -> Iterable[tuple[int, int]]:
        """Return the pairs with one answer or one prompt, where few notes have it."""
        for part in (_answer, _prompt):
            waiting: dict[str, list[int]] = {}
            for other in self._right:
                waiting.setdefault(part(self._parsed[other]), []).append(other)
            for at in self._left:
                others = waiting.get(part(self._known[at]) or "\0", [])
                yield from ((at, other) for other in others[:_MOST_CANDIDATES])

    def _in_place(self) -> Iterable[tuple[int, int]]:
        """Return the pairs between the same neighbours, where few stand there."""
        for old, new in self._joined.gaps():
            if len(old) * len(new) <= _MOST_CANDIDATES**2:
                yield from ((at, other) for at in old for other in new)

    def _is_sure(self, pair: Pair, rivals: "_Rivals") -> bool:
        """Whether two notes surely are one: by what changed, their place and their rivals."""
        support = self._joined.support(pair.at, pair.other)
        near = rivals.of(pair, self._joined)
        is_best = not near
        if not is_best and support == 2:
            is_best = all(
                rival.badness == pair.badness and self._joined.support(rival.at, rival.other) < 2
                for rival in near
            )
        if not is_best:
            return False
        if pair.prompt is Change.SAME:
            return self._is_sure_answer(pair, support)
        if pair.answer is Change.SAME:
            return self._is_sure_prompt(pair, support)
        if pair.prompt is Change.SLIGHT and pair.answer is Change.SLIGHT:
            return support > 0 or weight(text_of(self._known[pair.at])) >= _TELLING
        changes = sorted((pair.prompt, pair.answer))
        return support == 2 and changes[0] is Change.SLIGHT and changes[1] <= Change.REWORDED

    def _is_sure_answer(self, pair: Pair, support: int) -> bool:
        """Judge an edited answer under a prompt that others may have, or an edited gap."""
        old, new = self._known[pair.at], self._parsed[pair.other]
        if pair.answer <= Change.SLIGHT or (
            old.prompt == new.prompt and self._is_rare(pair, _prompt)
        ):
            return True
        if pair.answer in (Change.ADDED, Change.REWORDED):
            return support == 2
        asks, asked = halves(old.prompt, old.answer)
        is_gap = asks != old.prompt and "\n" not in asked
        return is_gap and support == 2 and weight(asks) >= _TELLING

    def _is_sure_prompt(self, pair: Pair, support: int) -> bool:
        """Judge an edited prompt over the same answer."""
        old = self._known[pair.at]
        asks, asked = halves(old.prompt, old.answer)
        told = weight(asks) + weight(asked)
        was_rare = self._answers[0][old.answer] == 1 or not old.answer
        is_rare = self._is_rare(pair, _answer) if old.answer else weight(asked) >= _TELLING_GAP
        match pair.prompt:
            case Change.SLIGHT:
                is_told = told >= _TELLING and weight(asks) >= _TELLING_GAP
                return support > 0 or is_told or self._answers[0][old.answer] < _FEW
            case Change.ADDED:
                is_telling = was_rare or weight(asks) >= _TELLING
                return support == 2 or (support > 0 and is_telling)
            case Change.REWORDED:
                has_few = self._answers[0][old.answer] <= _FEW if old.answer else is_rare
                return support == 2 and has_few
        return pair.prompt is Change.OTHER and is_rare and support == 2

    def _join_pieces(self) -> None:
        """Join notes that were split with their first pieces, and merged ones with the whole."""
        later: dict[int, list[int]] = {}
        earlier: dict[int, list[int]] = {}
        for pair in self.pairs:
            later.setdefault(pair.at, []).append(pair.other)
            earlier.setdefault(pair.other, []).append(pair.at)
        for at, others in later.items():
            pieces = {o: self._parsed[o] for o in others if self._joined.of_parsed[o] < 0}
            first = first_piece(self._known[at], pieces)
            if first is not None and self._joined.is_open(at, first):
                self._joined.join(at, first)
        for other, places in earlier.items():
            pieces = {at: self._known[at] for at in places if self._joined.of_known[at] < 0}
            first = first_piece(self._parsed[other], pieces)
            if first is not None and self._joined.is_open(first, other):
                self._joined.join(first, other)


class _Rivals:
    """The candidates by their notes."""

    def __init__(self, pairs: Sequence[Pair]) -> None:
        self._of_known: dict[int, list[Pair]] = {}
        self._of_parsed: dict[int, list[Pair]] = {}
        for pair in pairs:
            self._of_known.setdefault(pair.at, []).append(pair)
            self._of_parsed.setdefault(pair.other, []).append(pair)

    def of(self, pair: Pair, joined: Joined) -> list[Pair]:
        """Return the open candidates of either note that are about as good, or better."""
        return [
            rival
            for rival in (*self._of_known[pair.at], *self._of_parsed[pair.other])
            if rival != pair
            and joined.is_open(rival.at, rival.other)
            and (
                rival.badness < pair.badness
                or (rival.badness == pair.badness and rival.likeness > pair.likeness - _MARGIN)
            )
        ]


def _prompt(note: Written) -> str:
    return note.prompt


def _answer(note: Written) -> str:
    return note.answer


def _asking(note: Written) -> str:
    return note.prompt.casefold()


def text_of(note: Written) -> str:
    """Return both halves of a note in small letters."""
    return f"{note.prompt}\n{note.answer}".casefold()
