"""Import decks: write what was planned, as one step that can be taken back."""

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass

from overmorrow.cards.note import Note
from overmorrow.clock import DAY_MS, Moment
from overmorrow.jobs.comparison import fresh_uid
from overmorrow.jobs.deck_files import remember_files
from overmorrow.jobs.planned import FilePlan, ImportPlan
from overmorrow.store.batches import abandoned
from overmorrow.store.database import Database
from overmorrow.store.deck_rows import DeckHead
from overmorrow.store.events import storable
from overmorrow.store.media import forget_media, put_media
from overmorrow.store.note_writing import PlannedNote
from overmorrow.store.notes import BatchPlan, DeckPlan, apply_plan
from overmorrow.store.pasts import PastSource

Progress = Callable[[int], None]
LASTING = "lasting"
"""In a batch's summary: whether "undo" passes it over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """What the learner wants of an import."""

    same: Collection[str] = ()
    """The uids of doubtful notes that are the known ones under another text; the other
    doubtful ones are taken as new."""
    keep_missing: bool = False
    """Whether the files only add to their decks, so that notes they lack stay as they are."""
    refold: bool = False
    """Whether reviews from elsewhere are folded anew, instead of keeping their due days."""


def apply_files(
    database: Database,
    plans: Sequence[FilePlan],
    moment: Moment,
    decisions: Decisions | None = None,
    progress: Progress | None = None,
) -> int | None:
    """Write what the plans of some files say, all as one batch.

    Args:
        database: The collection.
        plans: What to write.
        moment: When.
        decisions: What the learner wants.
        progress: Told how many notes are written so far; may raise to stop,
            which takes everything back.

    Returns:
        The batch's id; None when there was nothing to write.

    Raises:
        DatabaseError: It could not be written; nothing was.
    """
    decisions = decisions or Decisions()
    batch_id = _apply(database, plans, moment, decisions, progress)
    remember_files(database, plans, only_adding=decisions.keep_missing)
    return batch_id


def _apply(
    database: Database,
    plans: Sequence[FilePlan],
    moment: Moment,
    decisions: Decisions,
    progress: Progress | None,
) -> int | None:
    decks = [deck for plan in plans for deck in plan.decks]
    is_empty = all(deck.is_empty for deck in decks) and not any(plan.events for plan in plans)
    if is_empty and not abandoned(database, moment):  # what those wrote goes, and is wanted again
        return None
    media = [file for plan in plans for file in plan.file.media]
    renames = put_media(database, media, moment.wall_ms)
    batch = BatchPlan(
        name=storable(", ".join(dict.fromkeys(deck.path for deck in decks))) or "",
        decks=[_renamed(_deck_plan(deck, decisions), renames) for deck in decks],
        summary={
            "new": sum(len(deck.new) for deck in decks),
            "changed": sum(len(deck.changed) for deck in decks),
            "vanished": sum(len(deck.vanished) for deck in decks),
            LASTING: any(deck.lasting for deck in decks),
        },
        note_types=[each for plan in plans for each in plan.file.note_types],
        kept={name: text for plan in plans for name, text in plan.file.kept.items()},
        limits={name: text for plan in plans for name, text in plan.limits.items()},
        events=[event for plan in plans for event in plan.events],
        sources=[source for plan in plans for source in plan.sources],
        past_source=PastSource(
            program=next((plan.detected.format for plan in plans), ""),
            utc_offset_min=next((plan.detected.utc_offset_min for plan in plans), 0),
            dates_count=not decisions.refold,
            newest_ms=moment.wall_ms + DAY_MS,
        ),
    )
    with ExitStack() as on_failure:
        if media:
            on_failure.callback(forget_media, database, moment.wall_ms)
        batch_id = apply_plan(database, batch, moment, progress)
        on_failure.pop_all()
    return batch_id


def _deck_plan(plan: ImportPlan, decisions: Decisions) -> DeckPlan:
    deck = plan.deck
    path = storable(plan.path) or ""
    head = DeckHead(deck.name, deck.title, deck.lang, deck.source, path)
    if not (plan.unchanged or plan.changed or plan.doubtful or plan.vanished):
        return DeckPlan(head, plan.new)
    pasts = plan.pasts if plan.with_pasts else {}
    kept = [*plan.unchanged, *plan.new, *_decided(plan, decisions.same)]
    kept += [
        PlannedNote(note.uid, note.position, note.after, pasts.get(note.index, ()))
        for note in plan.changed
    ]
    given_up = [doubt.uid for doubt in plan.doubtful if doubt.uid not in decisions.same]
    vanished = [*(note.uid for note in plan.vanished), *given_up]
    return DeckPlan(
        head,
        sorted(kept, key=lambda note: note.position),
        [] if decisions.keep_missing or plan.is_part else vanished,
    )


def _renamed(plan: DeckPlan, renames: Mapping[str, str]) -> DeckPlan:
    """Let notes refer to pictures and sounds by the names that these have here."""
    if not renames:
        return plan
    return plan._replace(
        notes=[note._replace(note=_with(note.note, renames)) for note in plan.notes]
    )


def _with(note: Note, renames: Mapping[str, str]) -> Note:
    if not any(name in field for name in renames for field in note.fields):
        return note
    fields = note.fields
    for name, other in renames.items():
        fields = tuple(field.replace(name, other) for field in fields)
    return note._replace(fields=fields)


def _decided(plan: ImportPlan, same: Collection[str]) -> list[PlannedNote]:
    """Return the doubtful notes, each under the known note's id or a new one."""
    taken = {
        *(note.uid for note in (*plan.unchanged, *plan.new)),
        *(note.uid for note in plan.changed),
        *(note.uid for note in plan.doubtful),
    }
    decided: list[PlannedNote] = []
    for doubt in plan.doubtful:
        uid = doubt.uid if doubt.uid in same else fresh_uid(plan.deck.name, doubt.after, taken)
        taken.add(uid)
        pasts = plan.pasts.get(doubt.position, ()) if plan.with_pasts else ()
        decided.append(PlannedNote(uid, doubt.position, doubt.after, pasts))
    return decided
