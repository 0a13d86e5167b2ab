"""Makes decks, gives them other names, removes them and brings them back.

The deck's text file goes along: it is made, its name in it changes, and of a removed
deck it is set aside in `decks/removed/`. Each is one step that can be taken back.
"""

import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from typing import Any

from overmorrow.cards.deck import Deck
from overmorrow.cards.deck_edit import with_deck_name
from overmorrow.cards.deck_file import parse_deck
from overmorrow.cards.deck_print import print_deck
from overmorrow.clock import Moment
from overmorrow.errors import FileError, NotFoundError
from overmorrow.jobs.deck_batches import DECK_CHANGE, deck_change_of, write_deck_change
from overmorrow.jobs.deck_files import DeckText, deck_text, no_text, replace_file, sha256_of, silent
from overmorrow.jobs.deck_places import deck_name, new_path
from overmorrow.jobs.making_edits import FileChange, PlannedEdit, file_change, make_edit
from overmorrow.jobs.opening import DECKS_FOLDER
from overmorrow.store.batches import BatchRecord, mark_undone
from overmorrow.store.database import Database
from overmorrow.store.deck_changes import (
    RemovedDeck,
    remove_decks,
    removed_decks,
    rename_decks,
    restore_decks,
)
from overmorrow.store.deck_file_rows import DeckFileRow, deck_file, put_deck_file
from overmorrow.store.deck_names import LEVEL, all_decks, under
from overmorrow.store.deck_options import options_of, put_options
from overmorrow.store.deck_rows import DeckHead, forget_parents, head_of, rest_again
from overmorrow.store.events import claim_hlc

REMOVED_FOLDER = "removed"
__all__ = [
    "RemovedDeck",
    "create_deck",
    "remove_deck",
    "removed_decks",
    "rename_deck",
    "restore_deck",
    "take_deck_change_back",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Renamed:
    """A deck's file before and after its deck got another name."""

    text: DeckText
    change: FileChange
    row: DeckFileRow


def create_deck(database: Database, name: str, lang: str, moment: Moment) -> str:
    """Make an empty deck and its text file.

    Args:
        database: The collection.
        name: Its name, levels joined by `::`.
        lang: The language of its answers.
        moment: When.

    Returns:
        The file's path.

    Raises:
        FileError: The name cannot be taken, or the file not be written; nothing was.
        DatabaseError: It could not be written.
    """
    named = _free_name(database, name)
    title = named.rpartition(LEVEL)[2]
    text = no_text(named, new_path(database, named))
    written = print_deck(Deck(name=named, title=title, lang=lang))
    make_edit(
        database,
        PlannedEdit(
            name=named,
            deck=named,
            known={},
            planned=(),
            change=file_change(text, written),
            new_deck=DeckHead(named, title=title, lang=lang, file=text.row.path),
            summary={DECK_CHANGE: {"what": "created", "deck": named}},
        ),
        moment,
    )
    return text.row.path


def _free_name(database: Database, name: str) -> str:
    """Return a name that a deck can take.

    Raises:
        FileError: There is such a deck, or was one.
    """
    named = deck_name(name)
    if any(deck.name == named for deck in all_decks(database)):
        raise FileError("decks.name_taken", deck=named)
    if head_of(database, named):
        raise FileError("decks.name_of_removed", deck=named)
    return named


def rename_deck(database: Database, old: str, new: str, moment: Moment) -> str:
    """Give a deck and everything below it another name; another level moves it.

    Returns:
        The name it has now.

    Raises:
        NotFoundError: There is no such deck.
        FileError: The name cannot be taken, or a deck's file not be changed; nothing was.
        DatabaseError: It could not be written; nothing was.
    """
    under(all_decks(database), old)
    named = deck_name(new)
    if named == old:
        return old
    if named.startswith(old + LEVEL):
        raise FileError("decks.into_itself", deck=old)
    named = _free_name(database, named)
    moved = {
        deck.name: named + deck.name.removeprefix(old) for deck in under(all_decks(database), old)
    }
    for name in moved.values():
        if name not in moved:
            _free_name(database, name)
    files = [_renamed(text, moved[text.row.deck]) for text in _texts(database, moved)]
    told = {"what": "renamed", "deck": old, "now": named, "files": _stretches(files)}
    with database.transaction():
        batch = write_deck_change(database, f"{old} -> {named}", told, moment)
        rename_decks(database, old, named, batch.hlc)
        _write(database, files)
    return named


def _texts(database: Database, names: Iterable[str]) -> list[DeckText]:
    """Return the files of decks that have one."""
    rows = (deck_file(database, name) for name in names)
    found = (deck_text(row) for row in rows if row and row.sha256)
    return [text for text in found if text is not None]


def _renamed(text: DeckText, name: str) -> _Renamed:
    written = with_deck_name(text.text, name)
    before, after = parse_deck(text.text, "-").deck, parse_deck(written, "-").deck
    if after.name != name or after.notes != before.notes:
        raise FileError("decks.file_keeps_name", path=text.row.path)
    return _rewritten(text, name, written)


def _rewritten(text: DeckText, name: str, written: str) -> _Renamed:
    change = file_change(text, written)
    row = DeckFileRow(name, text.row.path, change.after)
    return _Renamed(text=text, change=change, row=row)


def _stretches(files: Sequence[_Renamed]) -> dict[str, dict[str, object]]:
    """Return what changed in each file, by the deck's new name, to put it back exactly."""
    return {
        file.row.deck: {
            "after": file.row.sha256,
            "at": file.change.at,
            "was": file.change.was,
            "now": file.change.now,
        }
        for file in files
    }


def _named_back(text: DeckText, name: str, told: Mapping[str, Any]) -> _Renamed:
    """Return a file with its deck's old name: as it was, if nobody wrote to it since."""
    changed = told.get("files", {}).get(text.row.deck)
    if not changed or changed["after"] != text.row.sha256:
        return _renamed(text, name)
    at, end = changed["at"], changed["at"] + len(changed["now"])
    return _rewritten(text, name, text.text[:at] + changed["was"] + text.text[end:])


def _write(database: Database, files: Sequence[_Renamed]) -> None:
    """Write files with their decks' new names, inside a transaction: all of them or none."""
    with ExitStack() as taken_back:
        for file in files:
            replace_file(file.row.path, file.change.data, file.text.row.sha256, silent)
            taken_back.callback(_put_back, file)
            put_deck_file(database, file.row)
        taken_back.pop_all()


def _put_back(file: _Renamed) -> None:
    with suppress(FileError):
        replace_file(file.row.path, file.text.data, file.row.sha256, silent)


def remove_deck(database: Database, name: str, moment: Moment) -> None:
    """Set a deck and everything below it aside; nothing of it is lost.

    Raises:
        NotFoundError: There is no such deck.
        DatabaseError: It could not be written; nothing was.
    """
    with database.transaction():
        batch = write_deck_change(database, name, {"what": "removed", "deck": name}, moment)
        names = remove_decks(database, name, batch.hlc)
    _set_files_aside(database, names)


def _set_files_aside(database: Database, names: Iterable[str]) -> None:
    """Move the decks' files out of the way, as far as they lie among the learner's decks."""
    folder = _decks_folder(database)
    for row in _file_rows(database, names):
        if os.path.dirname(os.path.realpath(row.path)) == os.path.realpath(folder):
            with suppress(OSError):
                os.makedirs(os.path.join(folder, REMOVED_FOLDER), exist_ok=True)
                _move(row.path, os.path.join(folder, REMOVED_FOLDER))


def _move(path: str, folder: str) -> None:
    stem, ending = os.path.splitext(os.path.basename(path))
    aside, nth = os.path.join(folder, stem + ending), 1
    while os.path.lexists(aside):
        nth += 1
        aside = os.path.join(folder, f"{stem} {nth}{ending}")
    os.rename(path, aside)


def _bring_files_back(database: Database, names: Iterable[str]) -> None:
    folder = os.path.join(_decks_folder(database), REMOVED_FOLDER)
    with suppress(OSError):
        aside = {sha256_of(entry.path): entry.path for entry in os.scandir(folder)}
        for row in _file_rows(database, names):
            if row.sha256 in aside and not os.path.lexists(row.path):
                os.rename(aside[row.sha256], row.path)


def _file_rows(database: Database, names: Iterable[str]) -> list[DeckFileRow]:
    rows = (deck_file(database, name) for name in names)
    return [row for row in rows if row is not None and row.sha256]


def _decks_folder(database: Database) -> str:
    return os.path.join(os.path.dirname(os.path.abspath(database.path)), DECKS_FOLDER)


def restore_deck(database: Database, name: str, moment: Moment) -> None:
    """Bring a removed deck back with everything below it.

    Raises:
        NotFoundError: No deck of that name was removed.
        DatabaseError: It could not be written; nothing was.
    """
    found = [deck for deck in removed_decks(database) if deck.name == name]
    if not found:
        known = ", ".join(deck.name for deck in removed_decks(database)) or "-"
        raise NotFoundError("decks.not_removed", deck=name, known=known)
    with database.transaction():
        batch = write_deck_change(database, name, {"what": "restored", "deck": name}, moment)
        names = restore_decks(database, found[0], batch.hlc)
    _bring_files_back(database, names)


def take_deck_change_back(database: Database, batch: BatchRecord, moment: Moment) -> None:
    """Take back what was done to a deck, other than making it.

    Raises:
        NotFoundError: The deck is not there any more.
        FileError: A deck's file was changed since, or cannot be written; nothing was.
        DatabaseError: It could not be written; nothing was.
    """
    told = deck_change_of(batch) or {}
    names: Sequence[str] = ()
    with database.transaction():
        hlc = claim_hlc(database, moment)
        match told["what"]:
            case "options":
                _put_options_back(database, told)
            case "renamed":
                _name_back(database, told, hlc)
                forget_parents(database, told["now"], batch.hlc)
            case "removed":
                names = _restored(database, told["deck"], batch.hlc, hlc)
            case "restored":
                remove_decks(database, told["deck"], hlc)
                names = (told["deck"],)
        rest_again(database, batch.hlc)
        mark_undone(database, batch.batch_id)
    if told["what"] == "removed":
        _bring_files_back(database, names)
    elif told["what"] == "restored":
        _set_files_aside(database, names)


def _put_options_back(database: Database, told: Mapping[str, Any]) -> None:
    if options_of(database, told["deck"]) == told["after"]:
        put_options(database, told["deck"], told["before"])


def _name_back(database: Database, told: Mapping[str, Any], hlc: int) -> None:
    old, new = told["deck"], told["now"]
    names = {
        deck.name: old + deck.name.removeprefix(new) for deck in under(all_decks(database), new)
    }
    files = [_named_back(text, names[text.row.deck], told) for text in _texts(database, names)]
    rename_decks(database, new, old, hlc)
    _write(database, files)


def _restored(database: Database, name: str, removed_hlc: int, hlc: int) -> Sequence[str]:
    found = RemovedDeck(name, 0, removed_hlc)
    return restore_decks(database, found, hlc)
