import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from overmorrow.jobs.opening import (
    FIRST_DECK,
    FIRST_DECK_NAMES,
    open_collection,
    own_copy,
    shipped_decks,
)
from overmorrow.messages import LANGUAGES
from overmorrow.store.deck_names import all_decks

OPEN = """
import sys
from overmorrow.jobs.opening import open_collection
open_collection(*sys.argv[1:]).close()
"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_start_finds_the_deck_of_its_language(tmp_path: Path, language: str) -> None:
    path = tmp_path / "data" / "study.db"
    database = open_collection(str(path), language)
    assert database.value("SELECT lang FROM deck") == language
    assert (database.number("SELECT count(*) FROM card") or 0) >= 84
    database.close()
    assert sorted(file.name for file in path.parent.iterdir()) == ["decks", "study.db"]


def test_a_second_start_adds_nothing(tmp_path: Path) -> None:
    path = str(tmp_path / "study.db")
    open_collection(path, "ko").close()
    before = Path(path).read_bytes()
    open_collection(path, "en").close()
    assert Path(path).read_bytes() == before


def test_two_windows_that_start_at_once_share_one_collection(tmp_path: Path) -> None:
    path = str(tmp_path / "study.db")
    starts = [subprocess.Popen([sys.executable, "-c", OPEN, path, "ko"]) for _ in range(3)]
    assert [start.wait() for start in starts] == [0, 0, 0]
    database = open_collection(path, "ko")
    assert database.number("SELECT count(*) FROM deck WHERE lang = 'ko'") == 1
    database.close()


def test_only_the_learners_copy_of_a_deck_is_named(tmp_path: Path) -> None:
    name = FIRST_DECK.format(language="ko")
    copy = Path(own_copy(name, str(tmp_path / "study.db")))
    assert copy == tmp_path / "decks" / name
    assert copy.read_bytes() == (Path(shipped_decks()) / name).read_bytes()
    copy.write_text("mine", encoding="utf-8")
    own_copy(name, str(tmp_path / "study.db"))
    assert copy.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(("language", "name"), [*zip(("ko", "en"), FIRST_DECK_NAMES, strict=True)])
def test_the_names_of_the_first_decks_are_those_in_them(
    language: str, name: str, tmp_path: Path
) -> None:
    with closing(open_collection(str(tmp_path / "study.db"), language)) as database:
        assert [deck.name for deck in all_decks(database)] == [name]
