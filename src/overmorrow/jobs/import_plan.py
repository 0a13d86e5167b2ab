"""Plans imports: files are read whole and compared with what is known, nothing is written."""

import os
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from overmorrow.cards.identity import match
from overmorrow.cards.parsed_file import ParsedFile
from overmorrow.exchange.json_collection import OwnFile
from overmorrow.exchange.reading import Reading, read_file
from overmorrow.jobs.comparison import last_seen, plan_deck, plan_own
from overmorrow.jobs.planned import FilePlan, ImportPlan
from overmorrow.jobs.shared_decks import fill_together
from overmorrow.store.database import Database
from overmorrow.store.deck_rows import head_of


def plan_files(
    database: Database,
    paths: Iterable[str],
    deck_name: str | None = None,
    reading: Reading | None = None,
    *,
    with_pasts: bool = False,
) -> list[FilePlan]:
    """Plan to import some files together; a note that goes from one to another is followed.

    Args:
        database: The collection; it is only read.
        paths: The files; `-` is the standard input.
        deck_name: The deck to put everything in; then nothing that is there already is given up.
        reading: What the learner says about the files, such as their encoding.
        with_pasts: Whether schedules and reviews of the programs they are from count here.

    Raises:
        FileError: A file cannot be read, or nothing in it may be taken.
    """
    plans = fill_together(
        [
            plan_file(database, path, deck_name, reading, with_pasts=with_pasts)
            for path in dict.fromkeys(paths)
        ]
    )
    if deck_name:
        return list(map(_only_adding, plans))
    together = {os.path.abspath(plan.path) for plan in plans}
    return [_sparing_namesakes(database, plan, together) for plan in _follow_moved(plans)]


def plan_file(
    database: Database,
    path: str,
    deck_name: str | None = None,
    reading: Reading | None = None,
    *,
    with_pasts: bool = False,
) -> FilePlan:
    """Read a file and compare each deck in it with what is known.

    Args:
        database: The collection; it is only read.
        path: The file; `-` is the standard input.
        deck_name: The deck to put everything in, whatever the file says.
        reading: What the learner says about the file, such as its encoding.
        with_pasts: Whether schedules and reviews of the program it is from count here.

    Raises:
        FileError: The file cannot be read, or nothing in it may be taken.
    """
    return plan_parsed(database, read_file(path, deck_name, reading), path, with_pasts=with_pasts)


def plan_parsed(
    database: Database, file: ParsedFile, path: str, *, with_pasts: bool = False
) -> FilePlan:
    """Compare each deck of a file as read with what is known.

    Raises:
        FileError: Nothing of the file may be taken.
    """
    if isinstance(file, OwnFile):
        decks = tuple(
            plan_own(database, parsed, path, places)
            for parsed, places in zip(file.decks, file.places, strict=True)
        )
        return FilePlan(path=path, file=file, decks=decks, with_events=with_pasts)
    is_part = file.detected.is_part
    decks = tuple(
        plan_deck(database, parsed, path, is_part=is_part, with_pasts=with_pasts)
        for parsed in file.decks
    )
    return FilePlan(path=path, file=file, decks=decks)


def _only_adding(plan: FilePlan) -> FilePlan:
    return replace(plan, decks=tuple(replace(deck, vanished=()) for deck in plan.decks))


def _sparing_namesakes(database: Database, plan: FilePlan, together: Collection[str]) -> FilePlan:
    """Let nothing be gone from decks that another file is the file of.

    A file is another's namesake if it has none of the deck's notes, or if the deck was
    last read from a file that is still there and not among those read together now.
    """
    spared = [
        bool(deck.vanished or deck.doubtful) and _is_namesake(database, deck, together)
        for deck in plan.decks
    ]
    if not any(spared):
        return plan
    decks = (
        replace(deck, vanished=(), is_part=True) if is_spared else deck
        for deck, is_spared in zip(plan.decks, spared, strict=True)
    )
    return replace(plan, decks=tuple(decks))


def _is_namesake(database: Database, deck: ImportPlan, together: Collection[str]) -> bool:
    known = head_of(database, deck.deck.name)
    last = known.file if known else ""
    is_elsewhere = os.path.abspath(last) not in together
    return not _knows(deck) or bool(last and is_elsewhere and os.path.isfile(last))


def _knows(deck: ImportPlan) -> bool:
    return bool(deck.unchanged or deck.changed or deck.doubtful)


def _follow_moved(plans: Sequence[FilePlan]) -> list[FilePlan]:
    """Find notes that went from one deck to another of the files, which keep their schedules."""
    decks = [deck for plan in plans for deck in plan.decks]
    gone = [each for deck in decks for each in deck.vanished]
    if not gone or len(decks) < 2:
        return list(plans)
    came = [note for deck in decks for note in deck.new]
    known = [last_seen(each)._replace(position=place) for place, each in enumerate(gone)]
    pairs = match(known, [each.note for each in came]).same
    uids = {came[index].uid: uid for uid, index in pairs}
    found = set(uids.values())

    def follow(deck: ImportPlan) -> ImportPlan:
        new = [each._replace(uid=uids.get(each.uid, each.uid)) for each in deck.new]
        left = tuple(known for known in deck.vanished if known.uid not in found)
        return replace(deck, new=new, vanished=left)

    return (
        [replace(plan, decks=tuple(map(follow, plan.decks))) for plan in plans]
        if uids
        else [*plans]
    )
