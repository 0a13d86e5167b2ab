"""What the plans of some files add up to, for a learner to look at before anything is written."""

import os
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from overmorrow.cards.making import keys_of
from overmorrow.cards.note import Note
from overmorrow.cards.problem import Harm, Problem
from overmorrow.jobs.import_deck import Decisions
from overmorrow.jobs.planned import DoubtfulNote, FilePlan, ImportPlan
from overmorrow.jobs.refused_lines import RefusedLine, refused_lines

MOST_KEPT = 200
"""Of doubles and refused lines; the others are only counted."""
LEFT_OUT = ("new", "changed", "vanished")
"""What a learner may leave out of an import."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Double:
    """A new note with the prompt of another note; both are kept."""

    prompt: str
    answer: str
    other_answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReview:
    """What importing some files would do, counted."""

    plans: tuple[FilePlan, ...]
    new: int
    new_cards: int
    changed: int
    unchanged: int
    vanished: int
    refused: int
    double_count: int
    doubles: tuple[Double, ...]
    doubtful: tuple[DoubtfulNote, ...]
    refused_lines: tuple[RefusedLine, ...]
    notices: tuple[Problem, ...]

    @property
    def counts(self) -> dict[str, int]:
        """How many there are of each, in the order in which they matter."""
        return {
            "new": self.new,
            "changed": self.changed,
            "unchanged": self.unchanged,
            "vanished": self.vanished,
            "doubles": self.double_count,
            "doubtful": len(self.doubtful),
            "refused": self.refused,
            "notices": len(self.notices),
        }

    @property
    def notes(self) -> int:
        """How many notes would be gone through."""
        return sum(len(deck.deck.notes) for deck in self.decks)

    @property
    def decks(self) -> tuple[ImportPlan, ...]:
        """All decks of all files."""
        return tuple(chain.from_iterable(plan.decks for plan in self.plans))

    @property
    def is_empty(self) -> bool:
        """Whether nothing would change."""
        return all(plan.is_empty for plan in self.plans)


def review(plans: Sequence[FilePlan]) -> ImportReview:
    """Count what some plans would do, and pick out what the learner should see."""
    decks = [deck for plan in plans for deck in plan.decks]
    cards, double_count, doubles = 0, 0, list[Double]()
    for deck in decks:
        made, twice, count = _new_cards(deck)
        cards += made
        double_count += count
        doubles += _doubles(deck, twice, MOST_KEPT - len(doubles)) if twice else []
    problems = [problem for plan in plans for problem in plan.file.problems]
    return ImportReview(
        plans=tuple(plans),
        new=sum(len(deck.new) for deck in decks),
        new_cards=cards,
        changed=sum(len(deck.changed) for deck in decks),
        unchanged=sum(len(deck.unchanged) for deck in decks),
        vanished=sum(len(deck.vanished) for deck in decks),
        refused=sum(deck.refused for deck in decks),
        double_count=double_count,
        doubles=tuple(doubles),
        doubtful=tuple(doubt for deck in decks for doubt in deck.doubtful),
        refused_lines=tuple(line for plan in plans for line in refused_lines(plan, most=MOST_KEPT))[
            :MOST_KEPT
        ],
        notices=tuple(each for each in problems if each.harm is Harm.NOTICE)[:MOST_KEPT],
    )


def anchored(plan: FilePlan) -> FilePlan:
    """Return a plan that names its file from the root on, to be found from any folder."""
    path = os.path.abspath(plan.path)
    return replace(plan, path=path, decks=tuple(replace(deck, path=path) for deck in plan.decks))


def without(plans: Iterable[FilePlan], left_out: frozenset[str]) -> list[FilePlan]:
    """Return plans that leave alone what the learner does not want, named as in `LEFT_OUT`."""
    return [
        replace(plan, decks=tuple(_without(deck, left_out) for deck in plan.decks))
        for plan in plans
    ]


def _without(deck: ImportPlan, left_out: frozenset[str]) -> ImportPlan:
    return replace(
        deck,
        new=() if "new" in left_out else deck.new,
        changed=() if "changed" in left_out else deck.changed,
        vanished=() if "vanished" in left_out else deck.vanished,
    )


def decisions(same: Iterable[str], left_out: frozenset[str], *, refold: bool) -> Decisions:
    """Return what the learner wants of an import."""
    return Decisions(same=frozenset(same), keep_missing="vanished" in left_out, refold=refold)


def _new_notes(deck: ImportPlan) -> Iterable[Note]:
    if len(deck.new) == len(deck.deck.notes):
        return deck.deck.notes
    return (planned.note for planned in deck.new)


def _kept_notes(deck: ImportPlan) -> Iterable[Note]:
    return chain(
        (planned.note for planned in deck.unchanged), (changed.after for changed in deck.changed)
    )


def _new_cards(deck: ImportPlan) -> tuple[int, set[int], int]:
    """Return how many cards the new notes make, and whose prompt another note has too.

    Prompts are told apart by their hashes, for there may be a million.
    """
    seen = {hash(note.prompt) for note in _kept_notes(deck)}
    twice: set[int] = set()
    cards = count = 0
    for note in _new_notes(deck):
        cards += len(keys_of(note)) if note.faces or note.is_cloze or note.both else 1
        prompt = hash(note.prompt)
        if prompt in seen:
            twice.add(prompt)
            count += 1
        else:
            seen.add(prompt)
    return cards, twice, count


def _doubles(deck: ImportPlan, twice: Collection[int], most: int) -> list[Double]:
    """Return the new notes with the prompt of a note before them, and that one's answer."""
    firsts: dict[str, str] = {}
    found: list[Double] = []
    kept = len(deck.unchanged) + len(deck.changed)
    for at, note in enumerate(chain(_kept_notes(deck), _new_notes(deck))):
        if len(found) == most:
            break
        if hash(note.prompt) not in twice:
            continue
        if note.prompt in firsts and at >= kept:
            other = firsts[note.prompt]
            found.append(Double(prompt=note.prompt, answer=note.answer, other_answer=other))
        firsts.setdefault(note.prompt, note.answer)
    return found
