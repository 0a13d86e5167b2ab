"""What a command loads before it answers: nothing it can spare."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
HEAVY = {"textual", "rich", "sqlmodel", "sqlalchemy", "rapidfuzz", "pydantic"}
SPARED = HEAVY | {"dataclasses", "pathlib", "tomllib", "uuid", "shutil", "inspect", "difflib"}
LOADED = """
import sys
sys.argv = {words!r}
from overmorrow.cli import run
try:
    run()
except SystemExit as end:
    print("exit", end.code, file=sys.stderr)
print(*(name for name in sys.modules if "." not in name or {inside!r} in name), file=sys.stderr)
"""
GENERATION = "overmorrow.generation"


def _start(home: Path, *words: str, typed: str = "") -> tuple[str, set[str]]:
    """Return the exit and the modules of one start of the program."""
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "PYTHONPATH": str(ROOT / "src"),
        "PYTHONUTF8": "1",
        "LANG": "ko_KR.UTF-8",
    }
    script = LOADED.format(words=["quiz", *words], inside=GENERATION)
    run = subprocess.run(
        [sys.executable, "-c", script],
        input=typed,
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )
    *_, end, modules = run.stderr.splitlines()
    return end, set(modules.split())


@pytest.mark.parametrize(
    "words", [["--help"], ["--version"], ["study", "--help"], ["schedule", "--help"]]
)
def test_help_loads_nothing_it_can_spare(tmp_path: Path, words: list[str]) -> None:
    end, modules = _start(tmp_path, *words)
    assert end == "exit 0"
    assert modules & (SPARED | {"sqlite3", "json"}) == set()


@pytest.mark.parametrize("words", [["due"], ["decks"], ["due", "--json"]])
def test_counting_opens_the_file_with_sqlite_alone(tmp_path: Path, words: list[str]) -> None:
    _start(tmp_path, "due")
    end, modules = _start(tmp_path, *words)
    assert end == "exit 0"
    assert modules & (SPARED | {"threading", "weakref"}) == set()


def test_a_plain_session_loads_neither_screens_nor_the_mapper(tmp_path: Path) -> None:
    end, modules = _start(tmp_path, "study", "--plain", "--limit", "1", typed="\n\n")
    assert end == "exit 0"
    assert modules & (HEAVY - {"rapidfuzz"}) == set()


@pytest.mark.parametrize(
    ("words", "typed"),
    [
        (["due"], ""),
        (["stats"], ""),
        (["undo", "--list"], ""),
        (["study", "--plain", "--limit", "1"], "\no\n\n"),
        (["import", "decks/alibaba-2015.en.md", "--dry-run"], ""),
        (["generate", "--help"], ""),
    ],
)
def test_only_making_cards_loads_what_makes_them(
    tmp_path: Path, words: list[str], typed: str
) -> None:
    end, modules = _start(tmp_path, *words, typed=typed)
    assert end == "exit 0"
    assert {name for name in modules if name.startswith(GENERATION)} == set()


def test_proposals_are_printed_without_a_collection(tmp_path: Path) -> None:
    article = "세종대왕은 1446년에 훈민정음을 반포했다.\n"
    end, modules = _start(tmp_path, "generate", "-", "--jsonl", "--text-lang", "ko", typed=article)
    assert end == "exit 0"
    assert GENERATION in modules
    assert modules & {"textual", "sqlmodel", "sqlalchemy"} == set()
    assert not (tmp_path / "data").exists()


def test_help_needs_nothing_installed(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-I", "-S", str(ROOT / "quiz.py"), "--help"],
        capture_output=True,
        text=True,
        env={"HOME": str(tmp_path), "PATH": os.environ["PATH"]},
        check=False,
    )
    assert run.returncode == 0
    assert "study" in run.stdout


def test_a_missing_package_is_one_sentence_with_its_cure(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-I", "-S", str(ROOT / "quiz.py"), "study", "--plain"],
        input="",
        capture_output=True,
        text=True,
        env={"HOME": str(tmp_path), "PATH": os.environ["PATH"]},
        check=False,
    )
    assert run.returncode == 1
    assert run.stdout == ""
    assert len(run.stderr.splitlines()) == 1
    assert "pip install uv && uv run quiz.py" in run.stderr


def test_an_older_python_is_told_what_is_needed() -> None:
    pretend = "import runpy, sys; sys.version_info = (3, 10, 2); runpy.run_path('quiz.py')"
    run = subprocess.run(
        [sys.executable, "-c", pretend], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stdout) == (1, "")
    assert run.stderr.startswith("error: overmorrow needs Python 3.11 or newer, this is 3.10.")
    assert len(run.stderr.splitlines()) == 1


@pytest.mark.parametrize("words", [["due"], ["due", "--json"], ["stats"], ["decks"]])
def test_an_output_without_hangul_gets_what_it_can_show(tmp_path: Path, words: list[str]) -> None:
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path),
        "PYTHONIOENCODING": "ascii",
        "LANG": "ko_KR.EUC-KR",
    }
    run = subprocess.run(
        [sys.executable, "quiz.py", *words],
        cwd=ROOT,
        capture_output=True,
        env=environment,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, b"")
    assert run.stdout.isascii()
