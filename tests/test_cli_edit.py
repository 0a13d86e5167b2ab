"""`edit` and its `undo`, from the command line to the deck's file."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from overmorrow.cards.note import AnswerType
from overmorrow.cli.commands import ANSWER_TYPES
from overmorrow.cli.running import main
from overmorrow.jobs.opening import shipped_decks
from overmorrow.store.database import open_database
from tests.exchange.anki_making import CLOZE, REVERSED, Contents, card, note, write_package

DECK = """\
---
title: Rivers
---

Q: Which river runs through Paris?
A: Seine

C: {{Po}} and {{Adige}} flow into one sea.
"""


class Outcome(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def read(self) -> dict[str, Any]:
        """Return what `--json` printed."""
        return dict(json.loads(self.out))


Quiz = Callable[..., Outcome]


@pytest.fixture
def quiz(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Quiz:
    """Run the program on an empty collection."""
    database = str(tmp_path / "data" / "study.db")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    open_database(database).close()

    def run(*words: str) -> Outcome:
        code = main(["--db", database, "--lang", "en", *words])
        return Outcome(code, *capsys.readouterr())

    return run


@pytest.fixture
def file(quiz: Quiz, tmp_path: Path) -> Path:
    """A deck that was imported from this file; its cards are 1, 2 and 3."""
    path = tmp_path / "rivers.md"
    path.write_text(DECK, encoding="utf-8")
    quiz("import", str(path))
    return path


def test_an_edit_reaches_the_file_and_is_taken_back(quiz: Quiz, file: Path) -> None:
    code, out, err = quiz("edit", "1", "--answer", "the Seine", "--also", "La Seine | Sequana")
    assert (code, out) == (0, "Saved: Which river runs through Paris?\n")
    assert err == f"Changed in its file too: {file}:5\n"
    assert file.read_text(encoding="utf-8") == DECK.replace(
        "A: Seine", "A: the Seine\nalso: La Seine | Sequana"
    )
    assert quiz("import", str(file), "--json").read["unchanged"] == 2
    listed = quiz("undo", "--list").out.splitlines()
    assert listed[0].endswith("Edit: Which river runs through Paris?")
    assert quiz("undo").out == "Undone. Edit: Which river runs through Paris?\n"
    assert file.read_text(encoding="utf-8") == DECK
    assert quiz("import", str(file), "--json").read["unchanged"] == 2


@pytest.mark.usefixtures("file")
def test_taking_the_last_import_back_passes_edits_over(quiz: Quiz) -> None:
    quiz("edit", "1", "--answer", "the Seine")
    assert quiz("import", "--undo").out.startswith("Undone. Import: ")


def test_the_json_says_what_was_done(quiz: Quiz, file: Path) -> None:
    words = ["--prompt", "{{Po}}, {{Adige}} and {{Piave}} flow there.", "--tags", "Italy, water"]
    assert quiz("edit", "2", *words, "--json").read == {
        "card": 2,
        "deck": "Rivers",
        "changed": ["prompt", "tags"],
        "note": {
            "prompt": "{{Po}}, {{Adige}} and {{Piave}} flow there.",
            "answer": "",
            "type": "text",
            "also": [],
            "wrong": [],
            "hint": "",
            "note": "",
            "tags": ["Italy", "water"],
        },
        "added": 1,
        "vanished": 0,
        "file": {"path": str(file), "state": "written", "line": 8},
    }


def test_without_a_change_the_note_is_shown(quiz: Quiz, file: Path) -> None:
    quiz("edit", "1", "--hint", "French", "--note", "777 km", "--tags", "a, b")
    assert quiz("edit", "1").out.splitlines() == [
        "deck: Rivers",
        "prompt: Which river runs through Paris?",
        "answer: Seine",
        "type: text",
        "hint: French",
        "note: 777 km",
        "tags: a, b",
        f"file: {file}",
    ]
    assert quiz("edit", "1", "--json").read["changed"] == []


def test_a_note_can_become_another_kind(quiz: Quiz, file: Path) -> None:
    quiz("edit", "1", "--type", "choice", "--wrong", "Rhine | Rhone")
    assert quiz("edit", "1", "--type", "list", "--answer", "Seine, Marne", "--wrong=").code == 0
    assert file.read_text(encoding="utf-8") == DECK.replace(
        "A: Seine", "A:\n- Seine\n- Marne\ntype: list"
    )
    quiz("edit", "1", "--type", "text")
    assert "A:\nSeine, Marne\n\nC:" in file.read_text(encoding="utf-8")


def test_every_kind_of_answer_can_be_named() -> None:
    assert list(ANSWER_TYPES) == [kind.value for kind in AnswerType]


def test_an_empty_text_takes_a_part_away(quiz: Quiz, file: Path) -> None:
    quiz("edit", "1", "--hint", "French", "--also", "x")
    quiz("edit", "1", "--hint", "", "--also=")
    assert file.read_text(encoding="utf-8") == DECK


@pytest.mark.usefixtures("file")
def test_cards_that_come_and_go_are_told(quiz: Quiz) -> None:
    assert "1 card set aside" in quiz("edit", "2", "--prompt", "The {{Adige}} is long.").out
    assert "1 card added" in quiz("edit", "3", "--prompt", "{{Po}} and {{Adige}}.").out


def test_a_changed_file_is_refused_until_it_is_imported(quiz: Quiz, file: Path) -> None:
    by_hand = DECK.replace("runs", "flows")
    file.write_text(by_hand, encoding="utf-8")
    code, out, err = quiz("edit", "1", "--answer", "x")
    assert (code, out) == (1, "")
    assert f"{file} changed since it was read. Not saved. Import it again first" in err
    assert file.read_text(encoding="utf-8") == by_hand
    assert quiz("edit", "1", "--json").read["note"]["answer"] == "Seine"
    quiz("import", str(file))
    assert quiz("edit", "1", "--answer", "x").code == 0
    assert file.read_text(encoding="utf-8") == by_hand.replace("A: Seine", "A: x")


def test_the_file_may_be_left_alone(quiz: Quiz, file: Path) -> None:
    told = quiz("edit", "1", "--answer", "x", "--keep-file")
    assert (told.code, "was left as it is" in told.err) == (0, True)
    assert file.read_text(encoding="utf-8") == DECK
    assert quiz("undo").code == 0


def test_a_file_that_is_gone_is_told(quiz: Quiz, file: Path) -> None:
    file.unlink()
    told = quiz("edit", "1", "--answer", "x")
    assert (told.code, "The deck file is gone" in told.err) == (0, True)


def test_a_file_that_keeps_an_edit_is_told(quiz: Quiz, file: Path) -> None:
    quiz("edit", "1", "--answer", "x")
    file.write_text(file.read_text(encoding="utf-8") + "\n<!-- mine -->\n", encoding="utf-8")
    told = quiz("undo")
    assert (told.code, "left as it is" in told.err) == (0, True)


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["edit"], 2, "Name the card by its number"),
        (["edit", "x"], 2, "not a whole number"),
        (["edit", "1", "--anser", "x"], 2, "Did you mean ‘--answer’?"),
        (["edit", "99"], 1, "No such card: 99"),
        (["edit", "99", "--answer", "x"], 1, "No such card: 99"),
        (["edit", "1", "--prompt", " "], 1, "The prompt is empty"),
        (["edit", "2", "--answer", "x"], 1, "Edit the text with --prompt"),
        (["edit", "2", "--also", "x"], 1, "With several gaps"),
        (["edit", "1", "--type", "choice"], 1, "choice"),
        (["edit", "1", "--type", "colour"], 2, "Allowed: text, number"),
    ],
)
def test_what_cannot_be_done_is_said(
    quiz: Quiz, file: Path, words: list[str], code: int, said: str
) -> None:
    told = quiz(*words)
    assert (told.code, told.out) == (code, "")
    assert said in told.err
    assert file.read_text(encoding="utf-8") == DECK


def test_ids_are_written_into_the_file_of_a_deck(quiz: Quiz, file: Path) -> None:
    assert quiz("decks", "Rivers", "--write-ids").out == f"2 more notes have an id now: {file}\n"
    lines = file.read_text(encoding="utf-8").splitlines()
    assert [len(line) for line in lines if line.startswith("^")] == [8, 8]
    assert quiz("decks", "Rivers", "--write-ids").out == f"0 more notes have an id now: {file}\n"
    assert quiz("decks", "--write-ids").code == 2
    assert quiz("decks", "River", "--write-ids").code == 1
    quiz("undo")
    assert file.read_text(encoding="utf-8") == DECK


def test_a_file_whose_name_is_no_text_is_taken_but_not_written(quiz: Quiz, tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"bad\xff.md")
    path.write_text(DECK, encoding="utf-8")
    assert quiz("import", str(path)).code == 0
    done = quiz("edit", "1", "--answer", "x", "--json").read
    assert done["file"] == {"path": "", "state": "none", "line": None}
    assert path.read_text(encoding="utf-8") == DECK


def test_of_a_shipped_deck_only_the_learners_copy_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    shipped = Path(shipped_decks()) / "alibaba-2015.en.md"
    before = shipped.read_bytes()
    database = ["--db", str(tmp_path / "study.db"), "--lang", "en"]
    copy = tmp_path / "decks" / shipped.name

    assert main([*database, "edit", "1", "--hint", "think"]) == 0
    assert copy.read_bytes() != before
    assert main([*database, "import", str(shipped), "--deck", "Other"]) == 0
    capsys.readouterr()
    main([*database, "edit", "200", "--answer", "x", "--json"])
    assert json.loads(capsys.readouterr().out or "{}").get("file", {}).get("path", "") == ""
    assert shipped.read_bytes() == before


MADE = Contents(
    notes=[
        note(1, "Seoul", "a &amp; b"),
        note(2, "one", "two", mid=REVERSED),
        note(3, "{{c1::gap}}", "", mid=CLOZE),
    ],
    cards=[card(10, 1), card(20, 2), card(21, 2, ord=1), card(30, 3)],
)


def test_a_plain_note_of_anki_is_edited_in_its_fields(quiz: Quiz, tmp_path: Path) -> None:
    package = write_package(tmp_path / "a.apkg", MADE)
    quiz("import", str(package))
    assert quiz("edit", "1", "--answer", "x < y & z", "--also", "why").code == 0
    assert quiz("edit", "2", "--prompt", "uno", "--tags", "t").code == 0

    first, second = quiz("edit", "1", "--json").read, quiz("edit", "3", "--json").read
    assert (first["note"]["answer"], first["note"]["also"]) == ("x < y & z", ["why"])
    assert (second["note"]["prompt"], second["note"]["tags"]) == ("uno", ["t"])
    assert quiz("import", str(package), "--json").read["changed"] == 0
    database = open_database(str(tmp_path / "data" / "study.db"))
    details = database.value("SELECT details FROM note WHERE prompt = 'Seoul'")
    faces = database.value("SELECT details FROM note WHERE prompt = 'uno'")
    database.close()
    assert json.loads(str(details))["fields"] == ["Seoul", "x &lt; y &amp; z"]
    assert [face[1:3] for face in json.loads(str(faces))["faces"]] == [
        ["uno", "two"],
        ["two", "uno"],
    ]


@pytest.mark.parametrize(
    ("card_id", "words", "said"),
    [
        ("4", ["--prompt", "{{c1::x}}"], "another program's note type (‘Cloze’)"),
        ("2", ["--also", "x"], "several cards"),
        ("2", ["--note", "x"], "Of another program's note"),
        ("1", ["--type", "number"], "Of another program's note"),
        ("1", ["--answer", " "], "The answer is empty"),
    ],
)
def test_what_only_the_other_program_can_edit_is_refused(
    quiz: Quiz, tmp_path: Path, card_id: str, words: list[str], said: str
) -> None:
    quiz("import", str(write_package(tmp_path / "a.apkg", MADE)))
    told = quiz("edit", card_id, *words)
    assert (told.code, told.out) == (1, "")
    assert said in told.err
