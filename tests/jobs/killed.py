"""Runs a writing of a deck in another process, which is killed on the way."""

import signal
import subprocess
import sys
from pathlib import Path

_SCRIPT = """
import os, signal, sys
from overmorrow.jobs.generate_deck import write_deck
from overmorrow.store.database import open_database
from tests.jobs.articles import NOW, accepted, offered

def kill(at):
    if at == sys.argv[2]:
        os.kill(os.getpid(), signal.SIGKILL)

database = open_database(sys.argv[1])
write_deck(database, accepted(offered(database)), "달빛도서관", NOW, step=kill)
"""


def run_killed(path: str, until: str) -> None:
    run = subprocess.run(
        [sys.executable, "-c", _SCRIPT, path, until],
        cwd=Path(__file__).parents[2],
        check=False,
        env={"PYTHONPATH": "src:.", "PYTHONUTF8": "1"},
    )
    assert run.returncode == -signal.SIGKILL
