"""`export` as it is called."""

import json
from pathlib import Path

import pytest

from overmorrow.cli.running import main

DECK = "---\ntitle: 강\nlang: ko\n---\n\nQ: 서울의 강은?\nA: 한강\ntags: 물\n\nQ: =1+1\nA: 2\n"


@pytest.fixture
def collection(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("QUIZ_DB", str(tmp_path / "study.db"))
    (tmp_path / "강.md").write_text(DECK, encoding="utf-8")
    assert main(["import", str(tmp_path / "강.md")]) == 0
    capsys.readouterr()
    return tmp_path


@pytest.mark.parametrize("ending", ["md", "csv", "tsv", "json", "apkg"])
def test_the_ending_says_the_format(
    ending: str, collection: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = collection / f"out.{ending}"
    assert main(["export", "강", "--out", str(out), "--lang", "en"]) == 0
    assert f"{out}: wrote 2 notes, 2 cards, 0 reviews" in capsys.readouterr().out
    assert out.stat().st_size > 0


def test_what_was_written_is_told_as_json(
    collection: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = str(collection / "out.csv")
    assert main(["export", "강", "--out", out, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["files"], told["notes"], told["cards"], told["media"]) == ([out], 2, 2, 0)
    assert main(["export", "--format", "json", "--out", "-", "--json"]) == 2


def test_a_folder_alone_is_filled_with_markdown(collection: Path) -> None:
    assert main(["export", "--out", f"{collection}/decks-out/"]) == 0
    assert (collection / "decks-out" / "강.md").is_file()


def test_text_goes_to_stdout_and_words_about_it_to_stderr(
    collection: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert collection
    assert main(["export", "강", "--format", "json", "--out", "-"]) == 0
    told = capsys.readouterr()
    assert [note["prompt"] for note in json.loads(told.out)["notes"]] == ["서울의 강은?", "=1+1"]
    assert main(["export", "강", "--format", "csv", "--out", "-", "--excel-safe"]) == 0
    told = capsys.readouterr()
    assert "'=1+1" in told.out
    assert "1개" in told.err or "1 cell" in told.err


def test_a_deck_in_markdown_reads_as_it_was_written(collection: Path) -> None:
    assert main(["export", "강", "--out", str(collection / "out.md")]) == 0
    text = (collection / "out.md").read_text(encoding="utf-8")
    assert "Q: 서울의 강은?\nA: 한강\ntags: 물\n" in text
    assert "^" not in text
    words = ["export", "강", "--out", str(collection / "out.md"), "--ids", "--replace"]
    assert main(words) == 0
    assert (collection / "out.md").read_text(encoding="utf-8").count("\n^") == 2


@pytest.mark.parametrize(
    ("words", "code"),
    [
        pytest.param(["export"], 2, id="nowhere"),
        pytest.param(["export", "--out", "x.docx"], 2, id="unknown-ending"),
        pytest.param(["export", "--out", "-"], 2, id="stdout-without-format"),
        pytest.param(["export", "--format", "pdf", "--out", "x"], 2, id="unknown-format"),
        pytest.param(["export", "산", "--out", "x.md"], 1, id="no-such-deck"),
        pytest.param(["export", "--format", "apkg", "--out", "-"], 1, id="no-text"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    words: list[str],
    code: int,
    collection: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(collection)
    before = sorted(collection.iterdir())
    assert main(words) == code
    told = capsys.readouterr()
    assert told.out == ""
    assert len(told.err.strip().splitlines()) == 1
    assert sorted(collection.iterdir()) == before


def test_the_help_tells_that_json_grows(
    collection: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert collection
    assert main(["export", "--help", "--lang", "en"]) == 0
    assert "grows" in capsys.readouterr().out
