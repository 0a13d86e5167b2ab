"""`add` and its `undo`, from the command line to the deck's file."""

import json
from pathlib import Path

from tests.test_cli_edit import Quiz, quiz

NEEDED = "error: Write an answer, or put {{…}} around one in the prompt.\n"
__all__ = ["quiz"]


def test_a_card_is_added_to_a_new_deck_and_taken_back(quiz: Quiz) -> None:
    words = ("add", "--deck", "Lakes", "--prompt", "The deepest?", "--answer", "Baikal")
    done = quiz(*words, "--also", "Lake Baikal | Baykal", "--tags", "big, deep")
    assert (done.code, done.out) == (0, "Added: The deepest? (Lakes, 1 card)\n")
    path = Path(done.err.removeprefix("File: ").strip())
    text = path.read_text(encoding="utf-8")
    assert text.endswith(
        "Q: The deepest?\nA: Baikal\nalso: Lake Baikal | Baykal\ntags: big, deep\n"
    )
    assert json.loads(quiz("due", "--json").out)["new"] == 1
    assert quiz("undo").code == 0
    assert not path.exists()
    assert json.loads(quiz("due", "--json").out)["new"] == 0


def test_gaps_make_a_card_each(quiz: Quiz) -> None:
    done = quiz("add", "--deck", "Lakes", "--prompt", "{{Baikal}} is in {{Siberia}}.", "--json")
    assert done.code == 0
    assert (done.read["cards"], done.read["file"]["state"]) == (2, "written")


def test_what_is_missing_is_named(quiz: Quiz) -> None:
    assert quiz("add", "--prompt", "The deepest?").code == 2
    refused = quiz("add", "--deck", "Lakes", "--prompt", "The deepest?")
    assert (refused.code, refused.err) == (1, NEEDED)
    assert "Lakes" not in quiz("decks").out
