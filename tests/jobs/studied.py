"""A deck imported from its file and studied, to be edited."""

from pathlib import Path

from overmorrow.jobs.import_deck import apply_files
from overmorrow.jobs.import_plan import plan_file
from overmorrow.jobs.study import StudySession
from overmorrow.settings import Settings
from overmorrow.store.database import Database
from tests.jobs.conftest import SteppingClock

SCHEDULES = "SELECT uid, due_day, repetitions, lapses FROM card WHERE vanished = 0 ORDER BY uid"


def imported(database: Database, path: Path, clock: SteppingClock) -> None:
    apply_files(database, [plan_file(database, str(path))], clock())


def study_all(database: Database, clock: SteppingClock) -> None:
    session = StudySession(database, clock, Settings())
    while session.asked:
        session.rate(session.judge(""), 4)


def card_of(database: Database, prompt: str) -> int:
    sql = """SELECT min(card.id) FROM card JOIN note ON note.id = card.note_id
        WHERE note.prompt LIKE ? AND card.vanished = 0"""
    return database.number(sql, (f"%{prompt}%",)) or 0
