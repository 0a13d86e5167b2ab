"""A note as parts to be written in, and back; and what an answer would be worth then."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given

from overmorrow.cards.deck import Deck
from overmorrow.cards.verdict import Verdict
from overmorrow.jobs.edit_note import edit_note
from overmorrow.jobs.edit_parts import Editable, earlier, edit_from, editable, parts_of, tried
from overmorrow.jobs.maintain import take_back
from overmorrow.jobs.note_changes import Edit, EditError
from overmorrow.settings import Settings
from overmorrow.store.database import Database
from tests.cards.deck_strategies import decks
from tests.jobs.conftest import SteppingClock
from tests.jobs.studied import card_of, imported


@pytest.fixture
def river(empty: Database, deck_file: Path, clock: SteppingClock) -> Iterator[Database]:
    """The small deck, imported from its file."""
    imported(empty, deck_file, clock)
    yield empty
    empty.close()


@given(decks().filter(lambda deck: bool(deck.notes)))
def test_parts_that_nobody_changed_are_no_edit(deck: Deck) -> None:
    for note in deck.notes:
        head = Deck(name=deck.name, lang=deck.lang, tags=deck.tags)
        known = Editable(card_id=1, key="q", note=note, deck=head, note_type=None, path="")
        assert edit_from(known, parts_of(known, note)) == Edit()


def test_only_what_differs_is_edited(river: Database, deck_file: Path) -> None:
    known = editable(river, card_of(river, "Seoul"))
    parts = parts_of(known, known.note)
    assert (parts["answer"], parts["also"], parts["kind"]) == ("Han River", "Hangang", "text")
    assert known.path == str(deck_file)
    edit = edit_from(known, {**parts, "also": "Hangang | Arisu", "hint": "  one syllable "})
    assert edit == Edit(also=("Hangang", "Arisu"), hint="one syllable")


def test_a_list_is_written_an_item_a_line(river: Database, clock: SteppingClock) -> None:
    card_id = card_of(river, "oceans")
    known = editable(river, card_id)
    parts = parts_of(known, known.note)
    assert parts["answer"] == "Pacific\nAtlantic\nIndian"
    edit = edit_from(known, {**parts, "answer": "Pacific\nAtlantic | the Atlantic\nSouthern"})
    edit_note(river, card_id, edit, clock())
    again = editable(river, card_id)
    assert parts_of(again, again.note)["answer"] == "Pacific\nAtlantic | the Atlantic\nSouthern"


def test_a_text_with_gaps_has_no_answer_of_its_own(river: Database) -> None:
    known = editable(river, card_of(river, "Nile"))
    assert "answer" not in known.names
    assert [kind.value for kind in known.kinds] == ["text", "number", "date"]


def test_an_answer_is_tried_against_the_edited_card(river: Database) -> None:
    known = editable(river, card_of(river, "Seoul"))
    assert tried(known, Edit(), "Arisu").verdict is Verdict.WRONG
    assert tried(known, Edit(also=("Arisu",)), "arisu").verdict is Verdict.CORRECT
    with pytest.raises(EditError):
        tried(known, Edit(answer=""), "Arisu")


def test_earlier_texts_are_the_newest_first_and_each_once(
    river: Database, clock: SteppingClock
) -> None:
    card_id = card_of(river, "France")
    for answer in ("Lyon", "Marseille", "Lyon", "Nice"):
        edit_note(river, card_id, Edit(answer=answer), clock())
    known = editable(river, card_id)
    assert [text.note.answer for text in earlier(river, known)] == ["Lyon", "Marseille", "Paris"]
    take_back(river, clock, Settings())
    known = editable(river, card_id)
    assert [text.note.answer for text in earlier(river, known)] == ["Marseille", "Paris"]
