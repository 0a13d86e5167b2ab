"""Whatever a deck holds, an edit changes its own lines and no others."""

from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from overmorrow.cards.deck import Deck
from overmorrow.cards.deck_edit import edited
from overmorrow.cards.deck_file import parse_deck, print_deck
from overmorrow.clock import Moment
from overmorrow.jobs.edit_note import EditedNote, edit_note
from overmorrow.jobs.import_deck import apply_files
from overmorrow.jobs.import_plan import plan_file
from overmorrow.jobs.note_changes import Edit, EditError
from overmorrow.store.database import open_database
from tests.cards.deck_strategies import decks, paragraphs, tags, words
from tests.jobs.conftest import NINE_IN_THE_MORNING_MS

MOMENT = Moment(NINE_IN_THE_MORNING_MS, 0)


@st.composite
def _edits(draw: st.DrawFn) -> tuple[Deck, int, Edit]:
    """A deck, the place of one of its notes, and a change to that note."""
    deck = draw(decks().filter(lambda deck: bool(deck.notes)))
    at = draw(st.integers(0, len(deck.notes) - 1))
    note = deck.notes[at]
    gap = st.sampled_from([f"{{{{new}}}} {note.prompt}", f"{note.prompt} x"])
    parts = {
        "prompt": gap if note.is_cloze else paragraphs,
        "answer": st.none() if note.is_cloze or note.answer_type.is_list else paragraphs,
        "also": st.lists(words, max_size=2).map(tuple),
        "hint": st.one_of(st.just(""), paragraphs),
        "remark": paragraphs,
        "tags": st.lists(tags, max_size=2, unique=True).map(tuple),
    }
    chosen = draw(st.sets(st.sampled_from(sorted(parts)), min_size=1, max_size=3))
    drawn: dict[str, Any] = {name: draw(parts[name]) for name in sorted(chosen)}
    return deck, at, Edit(**drawn)


class Desk:
    """A collection and a folder, to import one deck after the other and edit it."""

    def __init__(self, folder: Path) -> None:
        self.database = open_database(str(folder / "study.db"), durability="normal")
        self._folder = folder
        self._names = (f"deck {number}" for number in count())

    def edit(self, text: bytes, at: int, edit: Edit) -> tuple[EditedNote | None, bytes]:
        """Import a file, edit a note, and return what the file says then.

        Importing it again must change nothing.
        """
        name = next(self._names)
        path = self._folder / f"{name}.md"
        path.write_bytes(text)
        apply_files(self.database, [plan_file(self.database, str(path), name)], MOMENT)
        sql = """SELECT min(card.id) FROM card JOIN note ON note.id = card.note_id
            JOIN deck ON deck.id = note.deck_id WHERE deck.name = ? AND note.position = ?"""
        card = self.database.number(sql, (name, at)) or 0
        done = None
        with suppress(EditError):
            done = edit_note(self.database, card, edit, MOMENT)
        assert plan_file(self.database, str(path), name).is_empty
        return done, path.read_bytes()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = Desk(tmp_path_factory.mktemp("desk"))
    yield desk
    desk.database.close()


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(_edits(), st.sampled_from(["\n", "\r\n"]), st.sampled_from(["utf-8", "utf-8-sig"]))
def test_any_edit_changes_only_the_lines_of_its_note(
    desk: Desk, case: tuple[Deck, int, Edit], newline: str, encoding: str
) -> None:
    deck, at, edit = case
    text = print_deck(deck).replace("\n", newline)
    before = parse_deck(text, "D")

    done, found = desk.edit(text.encode(encoding), at, edit)

    if done is None or done.batch_id is None:
        assert found == text.encode(encoding)
        return
    was = before.deck.notes[at]
    after = done.after._replace(suspended=was.suspended)
    assert found == edited(text, before.lines[at], was, after).encode(encoding)
