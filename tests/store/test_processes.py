"""Several processes on one database, and processes that die."""

import os
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from overmorrow.store.check import problems_of
from overmorrow.store.database import open_database
from overmorrow.store.rebuild import rebuild
from tests.store.building import add_notes, cached

ANSWERING = """
import sys
from overmorrow.clock import Moment
from overmorrow.store.answers import record
from overmorrow.store.database import open_database

database = open_database(sys.argv[1])
for number in range(int(sys.argv[2])):
    moment = Moment(1_700_000_000_000 + number, 540)
    card_id = number % 3 + 1
    record(database, card_id, moment, 20_000 + number // 50, "review", quality=number % 6)
    print(number, flush=True)
database.close()
"""
CREATING = """
import sys
from overmorrow.store.database import open_database

database = open_database(sys.argv[1])
print(database.is_new, database.device)
database.close()
"""


def start(script: str, *arguments: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", script, *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def finished(process: "subprocess.Popen[str]") -> list[str]:
    said, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    return said.splitlines()


@pytest.fixture
def path(tmp_path: Path) -> str:
    path = str(tmp_path / "study.db")
    with closing(open_database(path)) as database:
        add_notes(database, "강")
    return path


def test_two_processes_answering_at_once_lose_nothing(path: str) -> None:
    processes = [start(ANSWERING, path, "200") for _ in range(2)]
    for process in processes:
        assert len(finished(process)) == 200
    with closing(open_database(path)) as database:
        assert database.number("SELECT count(*) FROM event") == 400
        assert database.number("SELECT count(DISTINCT hlc) FROM event") == 400
        assert database.number("SELECT sum(answers) FROM day_tally") == 400
        assert problems_of(database) == []


def test_an_import_beside_a_session_loses_nothing(path: str) -> None:
    session = start(ANSWERING, path, "200")
    with closing(open_database(path)) as database:
        for number in range(20):
            add_notes(database, "산", count=50, start=50 * number)
        assert len(finished(session)) == 200
        assert database.number("SELECT count(*) FROM event") == 200
        assert database.number("SELECT count(*) FROM note") == 1003
        assert problems_of(database) == []


@pytest.mark.parametrize("answers_before", [1, 5, 20, 40])
def test_a_killed_process_loses_at_most_the_answer_in_flight(
    path: str, answers_before: int
) -> None:
    process = start(ANSWERING, path, "100000")
    assert process.stdout is not None
    confirmed = -1
    for _ in range(answers_before):
        confirmed = int(process.stdout.readline())
    os.kill(process.pid, signal.SIGKILL)
    last_words = process.communicate()[0].split()
    confirmed = int(last_words[-1]) if last_words else confirmed
    with closing(open_database(path)) as database:
        saved = database.number("SELECT count(*) FROM event")
        assert saved in (confirmed + 1, confirmed + 2)
        kept = cached(database)
        assert rebuild(database) == 0
        assert cached(database) == kept
        assert problems_of(database) == []


def test_two_processes_creating_the_same_database_make_one(tmp_path: Path) -> None:
    path = str(tmp_path / "new" / "study.db")
    processes = [start(CREATING, path) for _ in range(4)]
    said = [finished(process)[0].split() for process in processes]
    assert len({device for _, device in said}) == 1
    assert [is_new for is_new, _ in said].count("True") == 1


def test_second_opening_leaves_the_journal_to_the_first(tmp_path: Path) -> None:
    path = str(tmp_path / "study.db")
    open_database(path).close()
    database = open_database(path)
    assert database.value("SELECT count(*) FROM card") == 0
    second = open_database(path)
    other = (
        "import sys; from overmorrow.store.database import open_database; "
        "opened = open_database(sys.argv[1], create=False); "
        "print(opened.value(\"SELECT value FROM meta WHERE key = 'said'\")); opened.close()"
    )

    def seen_elsewhere() -> str:
        run = [sys.executable, "-c", other, path]
        return subprocess.run(run, capture_output=True, text=True, check=True).stdout.strip()

    assert seen_elsewhere() == "None"
    with database.transaction() as connection:
        connection.execute("INSERT INTO meta VALUES ('said', 'hello')")
    assert seen_elsewhere() == "hello"
    second.close()
    open_database(path).close()
    with database.transaction() as connection:
        connection.execute("UPDATE meta SET value = 'again' WHERE key = 'said'")
    assert seen_elsewhere() == "again"
    database.close()
