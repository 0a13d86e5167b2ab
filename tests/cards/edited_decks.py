"""Decks as learners edit them, with the truth about which note is which; seeded."""

import random
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from overmorrow.cards.identity import KnownNote, Matching
from overmorrow.cards.note import Note

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_REWORDINGS = ("Tell: {}", "{} Explain.", "다음 물음에 답하시오. {}", "{} (간단히)", "In short, {}")
_OTHER_WORDS = (
    "vermilion", "otter", "granite", "참외", "썰물", "직녀", "hexagon", "모과", "tundra", "누룩",
    "cobalt", "해금", "walnut", "도롱뇽", "paprika", "수세미", "lattice", "곶감", "mistral", "단청",
)  # fmt: skip


@dataclass(slots=True, kw_only=True)
class EditedDeck:
    """A deck as it was and as it is, and what may become of each known note."""

    known: list[KnownNote]
    parsed: list[Note]
    kinds: dict[str, str]
    """What was done to each known note, by its uid."""
    right: dict[str, frozenset[int]]
    """Where each known note may be found now; nowhere, if it was deleted."""


@dataclass(slots=True)
class Outcome:
    """How many notes of a kind kept their schedule, are asked about, lost it, took another's."""

    kept: int = 0
    asked: int = 0
    lost: int = 0
    wrong: int = 0

    @property
    def all(self) -> int:
        """How many there are."""
        return self.kept + self.asked + self.lost + self.wrong

    def add(self, other: "Outcome") -> None:
        """Count another's notes too."""
        self.kept += other.kept
        self.asked += other.asked
        self.lost += other.lost
        self.wrong += other.wrong


@dataclass(slots=True, kw_only=True)
class _Place:
    """One note of the edited deck and the known notes that it may be."""

    note: Note
    uids: frozenset[str] = frozenset()


def mistyped(text: str, rng: random.Random, letters: int = 1) -> str:
    """Return the text with some letters dropped, doubled, swapped or mistyped."""
    for _ in range(letters):
        places = [at for at, letter in enumerate(text) if letter.isalpha()]
        if not places:
            return text
        at = rng.choice(places)
        kinds = ["double", "mistype"] + (["drop", "swap"] if len(places) > 2 else [])
        match rng.choice(kinds):
            case "drop":
                text = text[:at] + text[at + 1 :]
            case "double":
                text = text[:at] + text[at] + text[at:]
            case "swap" if at + 1 < len(text) and text[at + 1].isalpha():
                text = text[:at] + text[at + 1] + text[at] + text[at + 2 :]
            case _:
                text = text[:at] + _mistyped_letter(text[at], rng) + text[at + 1 :]
    return text


def _mistyped_letter(letter: str, rng: random.Random) -> str:
    """Return another letter; of a syllable of Hangul, one with another vowel or final."""
    if not "가" <= letter <= "힣":
        return rng.choice([each for each in _LATIN if each != letter.lower()])
    strokes = list(unicodedata.normalize("NFD", letter))
    strokes[1] = rng.choice(
        [chr(code) for code in range(0x1161, 0x1175) if chr(code) != strokes[1]]
    )
    return unicodedata.normalize("NFC", "".join(strokes))


def _with(note: Note, prompt: str | None = None, answer: str | None = None) -> Note:
    asks = note.prompt if prompt is None else prompt
    return Note(
        prompt=asks.strip() or note.prompt,
        answer=note.answer if answer is None else answer.strip() or note.answer,
        is_cloze=note.is_cloze,
    )


def _typo_in_prompt(note: Note, rng: random.Random) -> list[Note]:
    if note.is_cloze:
        head, brace, tail = note.prompt.partition("{{")
        return [_with(note, mistyped(head, rng) + brace + tail)]
    return [_with(note, mistyped(note.prompt, rng, rng.choice([1, 1, 2])))]


def _typo_in_answer(note: Note, rng: random.Random) -> list[Note]:
    return [_with(note, answer=mistyped(note.answer, rng, rng.choice([1, 1, 2])))]


def _typo_in_both(note: Note, rng: random.Random) -> list[Note]:
    return [_with(note, mistyped(note.prompt, rng), mistyped(note.answer, rng))]


def _punctuation(note: Note, rng: random.Random) -> list[Note]:
    prompt = rng.choice([note.prompt + " ", note.prompt.rstrip("?") + ".", note.prompt + " ?"])
    return [_with(note, prompt, rng.choice([note.answer + ".", note.answer.upper()]))]


def _rewording(note: Note, rng: random.Random) -> list[Note]:
    return [_with(note, rng.choice(_REWORDINGS).format(note.prompt))]


def _correction(note: Note, rng: random.Random) -> list[Note]:
    digits = re.search(r"\d+", note.answer)
    if digits:
        other = str(int(digits[0]) + rng.randint(1, 9))
        return [_with(note, answer=note.answer.replace(digits[0], other, 1))]
    return [_with(note, answer=rng.choice(_OTHER_WORDS))]


def _split(note: Note, rng: random.Random) -> list[Note]:
    words = note.answer.split()
    if len(words) < 2:
        rest = Note(prompt=f"{note.prompt} — {rng.choice(_OTHER_WORDS)}", answer="…")
        return [note, rest]
    half = len(words) // 2
    first, second = " ".join(words[:half]), " ".join(words[half:])
    match rng.choice(["numbered", "first", "same"]):
        case "numbered":
            prompts = f"{note.prompt} (1)", f"{note.prompt} (2)"
        case "first":
            prompts = note.prompt, f"{note.prompt} — {rng.choice(_OTHER_WORDS)}"
        case _:
            prompts = note.prompt, note.prompt
    return [_with(note, prompts[0], first), _with(note, prompts[1], second)]


EDITS: dict[str, Callable[[Note, random.Random], list[Note]]] = {
    "typo in prompt": _typo_in_prompt,
    "typo in answer": _typo_in_answer,
    "typo in both": _typo_in_both,
    "punctuation": _punctuation,
    "rewording": _rewording,
    "correction": _correction,
    "split": _split,
}


def sibling(note: Note, others: Sequence[Note], rng: random.Random) -> Note:
    """Return a note much like another that asks for something else."""
    digits = re.search(r"\d+", note.prompt)
    if digits:
        prompt = note.prompt.replace(digits[0], str(int(digits[0]) + 1), 1)
    else:
        words = note.prompt.split()
        at = rng.randrange(len(words))
        words[at] = rng.choice(rng.choice(others).prompt.split())
        prompt = " ".join(words)
    number = re.search(r"\d+", note.answer)
    answer = rng.choice(others).answer
    if number and rng.random() < 0.5:
        answer = note.answer.replace(number[0], str(int(number[0]) + rng.randint(1, 99)), 1)
    if (
        prompt.casefold() in {other.prompt.casefold() for other in others}
        or answer == note.answer
        or not answer
    ):
        prompt, answer = f"{rng.choice(_OTHER_WORDS)} {prompt}", rng.choice(_OTHER_WORDS)
    return Note(prompt=prompt, answer=answer)


@dataclass(slots=True, kw_only=True)
class Editing:
    """How much is done to a deck."""

    edits: int = 20
    insertions: int = 10
    deletions: int = 5
    replaced: int = 4
    """Notes that a sibling takes the place of."""
    moved_block: int = 8
    shuffled: bool = False
    kinds: tuple[str, ...] = field(default_factory=lambda: tuple(EDITS))


def edited_deck(notes: Sequence[Note], editing: Editing, seed: int) -> EditedDeck:
    """Return the deck edited by chance, always the same for a seed."""
    rng = random.Random(seed)  # noqa: S311 -- a seeded deck, nothing secret
    kinds = {f"u{at}": "untouched" for at in range(len(notes))}
    places = [[_Place(note=note, uids=frozenset([f"u{at}"]))] for at, note in enumerate(notes)]
    chosen = rng.sample(
        range(len(notes)), min(len(notes), editing.edits + editing.deletions + editing.replaced)
    )
    for rank, at in enumerate(chosen):
        uid = f"u{at}"
        if rank < editing.deletions:
            kinds[uid], places[at] = "deleted", []
        elif rank < editing.deletions + editing.replaced:
            kinds[uid], places[at] = "replaced", [_Place(note=sibling(notes[at], notes, rng))]
        else:
            kind = editing.kinds[rank % len(editing.kinds)]
            edited = EDITS[kind](notes[at], rng)
            if [(e.prompt, e.answer) for e in edited] != [(notes[at].prompt, notes[at].answer)]:
                kinds[uid] = kind
                places[at] = [_Place(note=note, uids=frozenset([uid])) for note in edited]
    flat = [place for group in places for place in group]
    _rearrange(flat, places, editing, rng)
    for _ in range(editing.insertions):
        new = _Place(note=sibling(rng.choice(notes), notes, rng))
        flat.insert(rng.randrange(len(flat) + 1), new)
    return EditedDeck(
        known=[
            KnownNote(uid=f"u{at}", position=at, prompt=note.prompt, answer=note.answer)
            for at, note in enumerate(notes)
        ],
        parsed=[place.note for place in flat],
        kinds=kinds,
        right=_right(notes, flat),
    )


def _right(notes: Sequence[Note], flat: Sequence[_Place]) -> dict[str, frozenset[int]]:
    """Return where each known note may be; of notes with one text, each may be any."""
    twins: dict[tuple[str, str], set[str]] = {}
    for at, note in enumerate(notes):
        twins.setdefault((note.prompt, note.answer), set()).add(f"u{at}")
    return {
        f"u{at}": frozenset(
            where
            for where, place in enumerate(flat)
            if place.uids & twins[note.prompt, note.answer]
        )
        for at, note in enumerate(notes)
    }


def _rearrange(
    flat: list[_Place], places: list[list[_Place]], editing: Editing, rng: random.Random
) -> None:
    if editing.shuffled:
        rng.shuffle(places)
        flat[:] = [place for group in places for place in group]
    elif editing.moved_block:
        start = rng.randrange(len(flat) - editing.moved_block)
        block = flat[start : start + editing.moved_block]
        del flat[start : start + editing.moved_block]
        target = rng.randrange(len(flat))
        flat[target:target] = block


def outcomes(deck: EditedDeck, found: Matching) -> dict[str, Outcome]:
    """Count by kind of edit what became of the known notes.

    A note whose text stands in the deck more than once may be any of them.
    """
    counts: dict[str, Outcome] = {}
    same = dict(found.same)
    asked = {doubt.uid: doubt.index for doubt in found.doubts}
    texts = [(note.prompt, note.answer) for note in deck.parsed]
    for note in deck.known:
        count = counts.setdefault(deck.kinds[note.uid], Outcome())
        right = deck.right[note.uid]
        at = same.get(note.uid)
        if at is not None:
            is_right = at in right or texts[at] == (note.prompt, note.answer)
            count.kept += is_right
            count.wrong += not is_right
        elif asked.get(note.uid) in right:
            count.asked += 1
        else:
            count.lost += 1
    return counts
