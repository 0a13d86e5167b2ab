import subprocess
import sys
from contextlib import closing
from pathlib import Path

from overmorrow.store.database import open_database
from tests.store.building import add_notes

COUNTING = """
import sys
before = set(sys.modules)
from overmorrow.settings import Settings
from overmorrow.store import day_tree, prompts, today
from overmorrow.store.database import open_database

database = open_database(sys.argv[1])
today.last_study_day(database)
day_tree.deck_tree(database, 20_000, Settings())
card_id = today.today_cards(database, None, 20_000, Settings()).new[0]
prompts.prompt_of(database, card_id)
database.close()
print(*sorted(set(sys.modules) - before))
"""
SLOW = {"dataclasses", "pathlib", "uuid", "json", "sqlmodel", "sqlalchemy", "rapidfuzz", "textual"}
SLOW |= {"gettext", "tomllib", "urllib", "tempfile", "inspect", "hashlib"}


def test_counting_what_is_due_loads_little(tmp_path: Path) -> None:
    path = str(tmp_path / "study.db")
    with closing(open_database(path)) as database:
        add_notes(database, "강")
    command = [sys.executable, "-S", "-c", COUNTING, path]
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, env={"PYTHONPATH": "src"}
    )
    loaded = set(done.stdout.split())
    assert "sqlite3" in loaded
    assert loaded & SLOW == set()
