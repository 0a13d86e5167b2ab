import io
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace

import pytest

from overmorrow.clock import Moment
from overmorrow.errors import FileError
from overmorrow.jobs.deck_files import deck_text, replace_file, sha256_of, silent
from overmorrow.jobs.import_deck import Decisions, apply_files
from overmorrow.jobs.import_plan import plan_file
from overmorrow.jobs.opening import open_collection, shipped_decks
from overmorrow.store.database import Database
from overmorrow.store.deck_file_rows import DeckFileRow, deck_file
from tests.jobs.conftest import DECK, NINE_IN_THE_MORNING_MS, SteppingClock
from tests.jobs.studied import card_of, imported


def row_of(path: Path, deck: str = "Mini") -> DeckFileRow:
    return DeckFileRow(deck, str(path), sha256(path.read_bytes()).hexdigest())


def test_an_imported_deck_remembers_its_file(
    empty: Database, deck_file: Path, clock: SteppingClock
) -> None:
    imported(empty, deck_file, clock)
    assert known_file(empty) == row_of(deck_file)


def known_file(database: Database, deck: str = "Mini") -> DeckFileRow | None:
    return deck_file(database, deck)


def test_a_change_that_is_none_is_remembered_when_imported_again(
    empty: Database, deck_file: Path, clock: SteppingClock
) -> None:
    imported(empty, deck_file, clock)
    deck_file.write_text(DECK.replace("\n\n", "\n\n\n"), encoding="utf-8")
    imported(empty, deck_file, clock)
    assert known_file(empty) == row_of(deck_file)
    assert empty.number("SELECT count(*) FROM batch") == 1


def test_a_file_named_in_short_is_remembered_in_full(
    empty: Database, deck_file: Path, clock: SteppingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(deck_file.parent)
    imported(empty, Path(deck_file.name), clock)
    assert known_file(empty) == row_of(deck_file)


def test_a_deck_that_other_files_are_added_to_keeps_its_own(
    empty: Database, deck_file: Path, clock: SteppingClock
) -> None:
    imported(empty, deck_file, clock)
    more = deck_file.with_name("more.md")
    more.write_text("Q: x?\nA: y\n", encoding="utf-8")
    plan = plan_file(empty, str(more), "Mini")
    apply_files(empty, [plan], clock(), Decisions(keep_missing=True))
    assert known_file(empty) == row_of(deck_file)
    deck_file.unlink()
    apply_files(empty, [plan], clock(), Decisions(keep_missing=True))
    assert known_file(empty) == row_of(more)


def test_other_formats_and_the_standard_input_have_no_file(
    empty: Database, tmp_path: Path, clock: SteppingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "t.csv"
    table.write_text("a,b\n", encoding="utf-8")
    imported(empty, table, clock)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"Q: a?\nA: b\n")))
    imported(empty, Path("-"), clock)
    assert empty.number("SELECT count(*) FROM deck") == 2
    assert empty.number("SELECT count(*) FROM deck_file") == 0


def test_of_the_programs_own_decks_only_the_learners_copies_are_remembered(
    tmp_path: Path, clock: SteppingClock
) -> None:
    with closing(open_collection(str(tmp_path / "study.db"), "en", clock=clock)) as database:
        (path,) = (row[0] for row in database.rows("SELECT path FROM deck_file"))
        assert path == str(tmp_path / "decks" / "alibaba-2015.en.md")
        shipped = Path(shipped_decks()) / "alibaba-2015.ko.md"
        imported(database, shipped, clock)
        assert database.number("SELECT count(*) FROM deck_file") == 1


def test_a_text_is_kept_apart_from_its_mark(tmp_path: Path) -> None:
    file = tmp_path / "d.md"
    for encoding, mark in [("utf-8", b""), ("utf-8", b"\xef\xbb\xbf"), ("utf-16-le", b"\xff\xfe")]:
        file.write_bytes(mark + "Q: 강?\r\nA: b\r\n".encode(encoding))
        text = deck_text(row_of(file))
        assert text
        assert (text.text, text.mark) == ("Q: 강?\r\nA: b\r\n", mark)
        assert text.encoded(text.text) == text.data


def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.md"
    os.mkfifo(pipe)
    for path in (pipe, tmp_path, tmp_path / "nothing.md"):
        assert deck_text(DeckFileRow("D", str(path), "aa")) is None
        assert sha256_of(str(path)) == ""


def test_a_file_is_replaced_only_if_it_is_the_one_expected(tmp_path: Path) -> None:
    file = tmp_path / "d.md"
    file.write_bytes(b"mine")
    with pytest.raises(FileError) as refused:
        replace_file(str(file), b"new", sha256(b"other").hexdigest(), silent)
    assert refused.value.key == "editing.file_changed"
    assert file.read_bytes() == b"mine"
    replace_file(str(file), b"new", sha256(b"mine").hexdigest(), silent)
    assert file.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [file]


AS_NOBODY = """
import os, sys
from hashlib import sha256
from overmorrow.errors import FileError
from overmorrow.jobs.deck_files import replace_file, silent
path = sys.argv[1]
os.setgid(65534), os.setuid(65534)
try:
    replace_file(path, b"new", sha256(open(path, "rb").read()).hexdigest(), silent)
except FileError as error:
    sys.exit(error.key)
"""


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody may look into, and only its owner write to."""
    with TemporaryDirectory() as folder:
        path = Path(folder)
        path.chmod(0o755)
        yield path


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become nobody")
def test_a_folder_that_may_not_be_written_is_refused(open_folder: Path) -> None:
    file = open_folder / "d.md"
    file.write_bytes(b"mine")
    file.chmod(0o666)
    words = [sys.executable, "-c", AS_NOBODY, str(file)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.stderr.strip() == "editing.folder_read_only"
    assert file.read_bytes() == b"mine"
    assert list(open_folder.iterdir()) == [file]


EDIT = """
import sys
from overmorrow.clock import Moment
from overmorrow.errors import FileError
from overmorrow.jobs.edit_note import edit_note
from overmorrow.jobs.note_changes import Edit
from overmorrow.store.database import open_database
database = open_database(sys.argv[1])
print("ready", flush=True)
sys.stdin.readline()
done = 0
while done < 8:
    try:
        edit = Edit(hint=f"hint {done}")
        edit_note(database, int(sys.argv[2]), edit, Moment(int(sys.argv[3]), 0))
        done += 1
    except FileError as error:
        assert error.key == "editing.file_changed"
"""


def test_two_windows_that_edit_at_once_lose_nothing(
    empty: Database, deck_file: Path, clock: SteppingClock
) -> None:
    imported(empty, deck_file, clock)
    cards = [card_of(empty, "Suez"), card_of(empty, "Seoul")]
    now = str(Moment(NINE_IN_THE_MORNING_MS + 60_000, 0).wall_ms)
    windows = [
        subprocess.Popen(
            [sys.executable, "-c", EDIT, empty.path, str(card), now],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for card in cards
    ]
    for window in windows:
        assert window.stdout
        assert window.stdin
        window.stdout.readline()
        window.stdin.write("go\n")
        window.stdin.flush()
    for window in windows:
        window.communicate()
        assert window.returncode == 0
    expected = DECK.replace("also: Hangang", "also: Hangang\nhint: hint 7")
    expected = expected.replace("type: number", "type: number\nhint: hint 7")
    assert deck_file.read_text(encoding="utf-8") == expected
    assert plan_file(empty, str(deck_file)).is_empty
