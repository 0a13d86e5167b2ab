"""`import` on files of other programs, from the command line to the collection."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from overmorrow.cli.running import main


class Outcome(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def read(self) -> dict[str, Any]:
        """Return what `--json` printed."""
        return dict(json.loads(self.out))


Import = Callable[..., Outcome]


@pytest.fixture
def take(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Import:
    """Write a file and import it; `stdin` is given to `import -`."""
    database = str(tmp_path / "study.db")

    def run(name: str, data: bytes | str, *options: str) -> Outcome:
        raw = data.encode() if isinstance(data, str) else data
        (tmp_path / name).write_bytes(raw)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
        path = "-" if "-" in options else str(tmp_path / name)
        words = [word for word in options if word != "-"]
        code = main(["--db", database, "--lang", "en", "import", path, *words])
        return Outcome(code, *capsys.readouterr())

    return run


def test_a_table_of_several_decks_is_imported_once(take: Import) -> None:
    table = "deck,front,back,tags\nA,1,one,x\nB,2,two,x y\nA,3,three,\n"

    first = take("n.csv", table, "--json").read
    again = take("n.csv", table, "--json").read

    assert (first["new"], first["decks"], first["tags"]) == (3, {"A": 2, "B": 1}, {"x": 2, "y": 1})
    assert (again["new"], again["changed"], again["unchanged"]) == (0, 0, 3)


def test_the_json_says_what_each_card_is(take: Import) -> None:
    text = "#separator:tab\n#guid column:1\n#deck column:2\n#tags column:5\ng1\tD::E\tp\ta|b\tt u\n"

    (item,) = take("x.txt", text, "--json", "--dry-run").read["items"]

    assert item == {
        "prompt": "p",
        "answer": "a|b",
        "aliases": [],
        "deck": "D::E",
        "tags": ["t", "u"],
        "guid": "g1",
        "ord": 0,
        "kind": "normal",
    }


@pytest.mark.parametrize(
    ("data", "options", "pairs"),
    [
        ("né,born\nété,summer\n".encode("cp1252"), ["--encoding", "cp1252"], [("né", "born")]),
        (b"a,b;c,d\n", ["--delimiter", "semicolon"], [("a,b", "c,d")]),
        (b"a::b\n", ["--delimiter", "::"], [("a", "b")]),
        (b"front,back\nx,y\n", ["--no-header"], [("front", "back")]),
        (b"ab,cd\nx,y\n", ["--header"], [("x", "y")]),
        (b"a\tb\n", ["-"], [("a", "b")]),
    ],
)
def test_the_learner_may_say_how_a_file_is_made(
    take: Import, data: bytes, options: list[str], pairs: list[tuple[str, str]]
) -> None:
    items = take("x.csv", data, "--json", *options).read["items"]

    assert [(item["prompt"], item["answer"]) for item in items][: len(pairs)] == pairs


@pytest.mark.parametrize(
    ("options", "word"),
    [
        (["--encoding", "klingon"], "klingon"),
        (["--encoding", "base64"], "base64"),
        (["--header", "--no-header"], "--no-header"),
        (["--delimiter", '"'], "cannot part"),
        (["--deck", ""], "--deck"),
        (["--deck", " :: "], "--deck"),
    ],
)
def test_what_cannot_be_meant_is_wrong_usage(take: Import, options: list[str], word: str) -> None:
    code, out, err = take("x.csv", "a,b\n", *options)

    assert (code, out) == (2, "")
    assert word in err


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("open.csv", 'a,b\n"never closed,x\nc,d\n'),
        ("blank.csv", "\n\n  \n"),
        ("only.csv", "front,back,tags\n"),
        ("two.csv", "한글,utf8\n".encode() + "한국,cp949\n".encode("cp949")),
        ("evil.mem", b"cposix\nsystem\n"),
        ("bytes.csv", bytes(range(256)) * 16),
    ],
)
def test_what_cannot_be_read_leaves_the_collection_as_it_was(
    take: Import, tmp_path: Path, name: str, data: bytes | str
) -> None:
    take("first.csv", "a,b\n")
    before = (tmp_path / "study.db").read_bytes()

    code, out, err = take(name, data, "--json")

    assert (code, out) == (1, "")
    assert 0 < len(err.strip()) <= 600
    assert "Traceback" not in err
    assert (tmp_path / "study.db").read_bytes() == before


def test_no_text_of_a_file_steers_the_terminal(take: Import) -> None:
    evil = "\x1b]0;owned\x07front\u202e,back\x1b[31m\x9b\u2066,\x1b[2Jdeck\nx,y,z\n"

    outcomes = [take("e.csv", evil, "--json"), take("e.csv", evil), take("e\x1b[31m.csv", evil)]

    shown = "".join(
        json.dumps(o.read) if o.out.startswith("{") else o.out + o.err for o in outcomes
    )
    assert not set(shown) & set("\x1b\x07\x9b\u202e\u2066")
    assert [outcome.code for outcome in outcomes] == [0, 0, 0]


def test_of_several_files_each_is_named_before_what_is_said_of_it(
    take: Import, tmp_path: Path
) -> None:
    (tmp_path / "second.tsv").write_text("c\td\nno tab\n", encoding="utf-8")

    err = take("first.csv", "front,back\na,b\n", str(tmp_path / "second.tsv")).err.splitlines()

    first, second = f"{tmp_path / 'first.csv'}:", f"{tmp_path / 'second.tsv'}:"
    assert err[0] == first
    assert err[err.index(second) + 1].startswith("line 2: ")


def test_columns_are_told_in_words_and_those_alike_together(take: Import) -> None:
    err = take("wide.csv", "front,back,x,y,z,tags\na,b,1,2,3,t\nc,d,4,5,6,t\n").err

    assert "columns: prompt, answer, into the note ×3, tags" in err


def test_a_dry_run_says_what_would_go_and_an_import_what_went(take: Import) -> None:
    take("deck.md", "Q: capital of France\nA: Paris\n\nQ: longest river\nA: Nile\n")
    edited = "Q: capital of France\nA: Paris\n"

    assert "would be set aside" in take("deck.md", edited, "--dry-run").out
    out = take("deck.md", edited).out
    assert "1 note no longer in the file is set aside" in out
    assert "import --undo takes it back" in out


def test_notes_that_doubtful_ones_take_the_place_of_are_counted_as_gone(take: Import) -> None:
    take("deck.md", "Q: How long is the Suez Canal?\nA: 193 km\n")
    edited = "Q: How long is the Panama Canal?\nA: 82 km\n"

    tried = take("deck.md", edited, "--dry-run")
    assert "1 of the new notes may be known" in tried.err
    assert "set aside" not in tried.out
    assert "1 note no longer in the file is set aside" in take("deck.md", edited).out


def test_levels_without_a_name_are_left_out_of_a_deck(take: Import) -> None:
    assert take("x.csv", "a,b\n", "--deck", "::history:: ::Joseon::", "--json").read["decks"] == {
        "history::Joseon": 1
    }
