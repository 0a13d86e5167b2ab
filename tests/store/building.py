"""Small collections to try the store on."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from overmorrow.cards.note import Note
from overmorrow.clock import Moment
from overmorrow.store import migrate
from overmorrow.store.database import Database, Row, open_database
from overmorrow.store.deck_options import Options, changed_options, options_of, put_options
from overmorrow.store.deck_rows import DeckHead
from overmorrow.store.file import APPLICATION_ID
from overmorrow.store.note_writing import PlannedNote
from overmorrow.store.notes import BatchPlan, DeckPlan, apply_plan

DAY = 20_000
"""The study day most tests live on."""
NOW = Moment(1_700_000_000_000, 540)

CACHED = {
    "card": "uid, vanished, repetitions, interval_days, ease_hundredths, due_day, last_day, drill,"
    " lapses, suspended, buried_day, flag, marked, learned_day, learned_answers",
    "day_tally": "*",
    "hour_tally": "*",
    "choice_tally": "*",
    "day_total": "*",
    "hour_total": "*",
    "choice_total": "*",
    "histogram": "*",
}


@contextmanager
def collection(*decks: str, notes: int = 3, both: bool = False) -> Iterator[Database]:
    """Yield a new database with notes in each deck, in a folder of its own."""
    with TemporaryDirectory() as folder:
        database = open_database(str(Path(folder) / "study.db"), durability="normal")
        with closing(database):
            for deck in decks:
                add_notes(database, deck, count=notes, both=both)
            yield database


def add_notes(
    database: Database, deck: str, count: int = 3, *, start: int = 0, both: bool = False
) -> int:
    """Write notes into a deck and return the batch."""
    numbers = range(start, start + count)
    notes = [
        PlannedNote(f"{deck} {n}", n, Note(prompt=f"term {n}", answer=f"뜻 {n}", both=both))
        for n in numbers
    ]
    return put(database, deck, notes)


def put(
    database: Database, deck: str, notes: Sequence[PlannedNote], vanished: Sequence[str] = ()
) -> int:
    """Write planned notes into a deck and return the batch."""
    plan = DeckPlan(DeckHead(deck, lang="ko"), notes, vanished)
    return apply_plan(database, BatchPlan("test", [plan]), NOW) or 0


def cached(database: Database) -> dict[str, list[Row]]:
    """Return everything that is kept beside the log."""
    return {
        table: sorted(database.rows(f"SELECT {columns} FROM {table}"), key=repr)
        for table, columns in CACHED.items()
    }


def card_ids(database: Database) -> list[int]:
    """Return all cards."""
    return [row[0] for row in database.rows("SELECT id FROM card ORDER BY id")]


def set_options(database: Database, deck: str, changes: Options) -> None:
    """Change some of a deck's own options; None gives one up."""
    with database.transaction():
        put_options(database, deck, changed_options(options_of(database, deck), changes))


def old_file(path: Path, released: int) -> Path:
    """Make an empty collection as the version with that schema did."""
    with closing(sqlite3.connect(path, isolation_level=None)) as old:
        old.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        for number in range(1, released + 1):
            steps = Path(migrate.FOLDER, f"{number:04}.sql").read_text(encoding="utf-8")
            old.executescript(steps)
        old.execute(f"PRAGMA user_version = {released}")
        old.execute("INSERT INTO meta (key, value) VALUES ('device', 'aabbccdd'), ('hlc', '0')")
    return path
