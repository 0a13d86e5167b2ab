"""Lets the files of one import fill a deck together, where several of them hold it."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from overmorrow.cards.note import Note
from overmorrow.exchange.json_collection import OwnFile
from overmorrow.jobs.comparison import fresh_uid
from overmorrow.jobs.planned import FilePlan, ImportPlan
from overmorrow.store.note_writing import PlannedNote


def fill_together(plans: Sequence[FilePlan]) -> list[FilePlan]:
    """Let files that hold the same deck count as one.

    Each was compared alone with all that is known of the deck. Together, a note is gone only
    if it is in none of them, no known note is two of theirs, and what two of them say alike
    is one note.

    Args:
        plans: The files' plans. Those of our own files stay as they are: they say themselves
            which note is which.
    """
    decks = defaultdict[str, list[ImportPlan]](list)
    for plan in plans:
        for deck in plan.decks if not isinstance(plan.file, OwnFile) else ():
            decks[deck.deck.name].append(deck)
    joined = {
        id(before): after
        for sharing in decks.values()
        if len(sharing) > 1
        for before, after in zip(sharing, _joined(sharing), strict=True)
    }
    if not joined:
        return list(plans)
    return [
        replace(plan, decks=tuple(joined.get(id(deck), deck) for deck in plan.decks))
        for plan in plans
    ]


def _joined(sharing: Sequence[ImportPlan]) -> Iterator[ImportPlan]:
    """Yield the plans of one deck as they are beside each other."""
    owners = _owners(sharing)
    missing = Counter(known.uid for deck in sharing for known in deck.vanished)
    gone = {uid for uid, count in missing.items() if count == len(sharing)} - owners.keys()
    taken: dict[str, Note | None] = dict.fromkeys({*owners, *missing})
    for place, deck in enumerate(sharing):
        yield replace(
            deck,
            new=list(_new(deck, place, owners, taken)),
            changed=tuple(each for each in deck.changed if owners[each.uid] == place),
            unchanged=tuple(each for each in deck.unchanged if owners[each.uid] == place),
            doubtful=tuple(each for each in deck.doubtful if owners[each.uid] == place),
            vanished=tuple(each for each in deck.vanished if each.uid in gone and not place),
        )


def _owners(sharing: Sequence[ImportPlan]) -> dict[str, int]:
    """Return which plan has each known note: the one that is surest of it, else the first."""
    unchanged = [[each.uid for each in deck.unchanged] for deck in sharing]
    changed = [[each.uid for each in deck.changed] for deck in sharing]
    doubtful = [[each.uid for each in deck.doubtful] for deck in sharing]
    owners: dict[str, int] = {}
    for found in (unchanged, changed, doubtful):
        for place, uids in enumerate(found):
            for uid in uids:
                owners.setdefault(uid, place)
    return owners


def _new(
    deck: ImportPlan, place: int, owners: dict[str, int], taken: dict[str, Note | None]
) -> Iterator[PlannedNote]:
    """Yield what is new in a plan, each under an id that no plan before it has taken."""
    for each in (*deck.new, *_given_up(deck, place, owners)):
        uid, note = each.uid, each.note
        if uid in taken and uid != note.file_id:
            if taken[uid] == note:
                continue
            uid = fresh_uid(deck.deck.name, note, taken)
        taken[uid] = note
        yield each._replace(uid=uid)


def _given_up(deck: ImportPlan, place: int, owners: dict[str, int]) -> Iterator[PlannedNote]:
    """Yield the notes that a plan took for known ones which another plan has."""
    pasts = deck.pasts if deck.with_pasts else {}
    for changed in deck.changed:
        if owners[changed.uid] != place:
            index = changed.index
            yield PlannedNote(changed.uid, index, changed.after, pasts.get(index, ()))
    for doubt in deck.doubtful:
        if owners[doubt.uid] != place:
            index = doubt.position
            yield PlannedNote(doubt.uid, index, doubt.after, pasts.get(index, ()))
