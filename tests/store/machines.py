"""Collections on several machines, carried from one to another."""

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from overmorrow.cards.note import Note
from overmorrow.clock import Moment
from overmorrow.store.answers import record
from overmorrow.store.database import Database, Row, open_database
from overmorrow.store.deck_rows import DeckHead
from overmorrow.store.note_writing import PlannedNote
from overmorrow.store.notes import BatchPlan, DeckPlan, apply_plan, full_notes
from tests.store.building import DAY, NOW, cached

LATER = Moment(NOW.wall_ms + 3_600_000, 540)


class Machines:
    """Some collections in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._open: list[Database] = []

    def new(self, name: str) -> Database:
        database = open_database(str(self.folder / f"{name}.db"), durability="normal")
        self._open.append(database)
        return database

    def copy(self, database: Database, name: str) -> Database:
        """Take a collection to another machine: its bytes, with its journal."""
        self.carry(database, name)
        return self.new(name)

    def carry(self, database: Database, name: str) -> str:
        path = str(self.folder / f"{name}.db")
        database.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        shutil.copyfile(database.path, path)
        return path

    def close(self) -> None:
        for database in self._open:
            database.close()


@contextmanager
def some_machines() -> Iterator[Machines]:
    with TemporaryDirectory() as folder, closing(Machines(Path(folder))) as machines:
        yield machines


def answer(
    database: Database, uid: str, quality: int = 4, moment: Moment = NOW, day: int = DAY
) -> bytes:
    sql = "SELECT card.id FROM card JOIN note ON note.id = note_id WHERE note.uid = ?"
    card_id = database.number(sql, (uid,)) or 0
    return record(database, card_id, moment, day, "review", quality=quality).event_id


def write(database: Database, uid: str, answer_text: str, moment: Moment = NOW) -> None:
    """Edit a note of the deck 강."""
    note = PlannedNote(uid, int(uid[-1]), Note(prompt="term", answer=answer_text))
    apply_plan(database, BatchPlan("edit", [DeckPlan(DeckHead("강", lang="ko"), [note])]), moment)


def texts(database: Database, deck: str = "강") -> dict[str, str]:
    return {known.uid: known.note.answer for known in full_notes(database, deck)}


def everything(database: Database) -> dict[str, list[Row]]:
    tables = "event", "note", "card", "deck", "batch", "note_history", "meta", "kept", "tombstone"
    return cached(database) | {
        table: database.rows(f"SELECT * FROM {table} ORDER BY 1") for table in tables
    }
