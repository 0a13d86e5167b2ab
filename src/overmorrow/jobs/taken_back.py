"""What an undo took back: which kind of step it was, and how that is said."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from overmorrow.jobs.asking import card_of
from overmorrow.jobs.deck_batches import deck_change_of
from overmorrow.jobs.edit_batches import edit_of, step_of
from overmorrow.jobs.making_edits import ADDED, GENERATED
from overmorrow.messages import Messages
from overmorrow.store.answers import Undone
from overmorrow.store.batches import MERGED, BatchRecord
from overmorrow.store.cards import load_card
from overmorrow.store.database import Database

What = Literal["import", "merge", "generated", "edit", "added", "deck", "card", "cards", "notes"]

_MARKS: Mapping[str, What] = {MERGED: "merge", GENERATED: "generated", ADDED: "added"}
"""What a batch is by the mark in its summary."""
_NAMED_EVENTS = frozenset(
    {
        "review",
        "practice",
        "suspend",
        "unsuspend",
        "bury",
        "unbury",
        "reset",
        "set_due",
        "flag",
        "mark",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenBack:
    """What the last undo took back."""

    what: What
    name: str
    """The imported file, the article, the deck, or the prompt of the note or card."""
    kind: str = ""
    """For a card, the kind of event: an answer, a suspension, …; else what was done."""
    file_left: str = ""
    """For an edit or a generated deck, the file that keeps it because it was changed since."""
    count: int = 1
    """Of a step with many: how many cards, or notes."""
    text: str = ""
    """Of a step with many notes: the tag, or the deck."""
    undone: Undone | None = field(default=None, compare=False)
    """What was done to a card, or to many; None for anything else."""
    edit: BatchRecord | None = field(default=None, compare=False)
    """The edit, or what the answer told its note."""

    @property
    def can_be_done_again(self) -> bool:
        """Whether a redo can; whatever was written together is done anew by hand."""
        return self.what in ("card", "cards", "edit")


def of_card(database: Database, undone: Undone, taught: BatchRecord | None = None) -> TakenBack:
    """Return what was done to a card, or to many as one step.

    Args:
        database: The collection.
        undone: What was taken back.
        taught: What the answer told its note, taken back with it.
    """
    kind = undone.event.kind
    if undone.others:
        count = len(undone.others) + 1
        return TakenBack(what="cards", name="", kind=kind, count=count, undone=undone)
    name = ""
    if undone.card_id is not None:
        name = card_of(load_card(database, undone.card_id)).prompt
    return TakenBack(what="card", name=name, kind=kind, undone=undone, edit=taught)


def of_batch(batch: BatchRecord, file_left: str = "") -> TakenBack:
    """Return what was written together: an import, an edit, a change of a deck.

    Args:
        batch: What was taken back.
        file_left: The file that keeps it, because it was changed since.
    """
    name = batch.name
    if step := step_of(batch):
        return TakenBack(
            what="notes",
            name=name,
            kind=step["what"],
            file_left=file_left,
            count=step["notes"],
            text=step["text"],
        )
    if told := deck_change_of(batch):
        return TakenBack(what="deck", name=name, kind=told["what"], file_left=file_left)
    for mark, what in _MARKS.items():
        if mark in batch.summary:
            return TakenBack(what=what, name=name, file_left=file_left)
    if edit_of(batch) is None:
        return TakenBack(what="import", name=name)
    return TakenBack(what="edit", name=name, file_left=file_left, edit=batch)


def words_of(taken: TakenBack, say: Messages) -> str:
    """Return a step in words, on one line: what was done, and to what."""
    name = " ".join(taken.name.split())
    match taken.what:
        case "deck":
            return say(f"decks.change_{taken.kind}", name=name)
        case "cards" | "notes":
            return say(f"bulk.{taken.kind}", n=taken.count, text=taken.text)
        case "card":
            kind = taken.kind if taken.kind in _NAMED_EVENTS else "other"
            return say(f"undo.{kind}", name=name)
        case _:
            return say(f"undo.{taken.what}", name=name)
