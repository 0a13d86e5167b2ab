"""Our own JSON: written and read again, nothing is lost; damaged, it is refused."""

import io
import json
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overmorrow.cards.deck import Deck
from overmorrow.cards.face import Face
from overmorrow.cards.media import MediaFile
from overmorrow.cards.note import Note
from overmorrow.cards.note_type import NoteType, Template
from overmorrow.cards.origin import Origin
from overmorrow.cards.text import clean
from overmorrow.errors import FileError
from overmorrow.exchange.json_collection import is_own_json, parse_own_json
from overmorrow.exchange.json_writing import JsonContent, JsonDeck, JsonNote, write_json
from tests.cards.deck_strategies import decks

_TEXT = st.text(max_size=12).map(clean)
_RAW = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)
_NUMBER = st.integers(-(2**40), 2**40)
_FACES = st.tuples(
    st.sampled_from(("q", "r", "t3", "c1")),
    *(_TEXT, _TEXT, _TEXT),
    st.lists(_TEXT, max_size=2).map(tuple),
    st.sampled_from(("", "long", "number")),
    _TEXT,
).map(Face._make)
_PAIRS = st.lists(st.tuples(_NUMBER, _NUMBER), max_size=2).map(tuple)
_ORIGINS = st.tuples(_NUMBER, _NUMBER, _NUMBER, _RAW, _PAIRS).map(Origin._make)


@st.composite
def _foreign(draw: st.DrawFn) -> Note:
    return Note(
        "prompt",
        draw(_TEXT),
        is_cloze=draw(st.booleans()),
        faces=tuple(draw(st.lists(_FACES, min_size=1, max_size=3))),
        note_type="0123",
        fields=tuple(draw(st.lists(_RAW, max_size=3))),
        origin=draw(st.none() | _ORIGINS),
        file_id=draw(_RAW),
    )


_IDS = st.binary(min_size=16, max_size=16)
_EVENTS = st.tuples(
    *(_IDS, _RAW, _NUMBER, _NUMBER, _NUMBER, _NUMBER, _RAW),
    st.none() | _IDS,
    *(st.none() | each for each in (_NUMBER, _NUMBER, _RAW, _RAW, _NUMBER, _NUMBER, _NUMBER)),
    st.none() | _IDS,
    st.none() | _RAW,
)


def _written(content: JsonContent) -> str:
    file = io.StringIO()
    write_json(file, content)
    return file.getvalue()


@settings(max_examples=40, deadline=None)
@given(decks(), st.lists(_foreign(), max_size=2), st.lists(_EVENTS, max_size=3))
def test_what_is_written_is_read_back(
    deck: Deck, foreign: list[Note], events: list[tuple[object, ...]]
) -> None:
    notes = [*deck.notes, *foreign]
    told = [
        JsonNote(uid=f"u{place}", deck="가::나", position=2 * place, note=note)
        for place, note in enumerate(notes)
    ]
    head = JsonDeck(name="가::나", title="제목", lang="ko", source="책", options='{"a":1}')
    text = _written(JsonContent(decks=[head], notes=told, events=events))
    file = parse_own_json(text, "x")
    assert is_own_json(text)
    assert list(file.decks[0].deck.notes) == notes
    assert file.places == (tuple((f"u{n}", 2 * n) for n in range(len(notes))),)
    assert file.events == tuple(events)
    assert file.options == {"가::나": '{"a":1}'}
    assert file.decks[0].deck.source == "책"


def test_note_types_kept_things_and_media_come_back() -> None:
    sides = (Template("1", "{{a}}", "{{b}}"),)
    kind = NoteType(name="n", is_cloze=True, fields=("a", "b"), templates=sides, css="x", kept="{}")
    data = bytes(range(256)) * 5000
    media = MediaFile(name="그림.png", size=len(data), open=partial(io.BytesIO, data))
    text = _written(
        JsonContent(decks=[], notes=[], note_types=[kind], kept={"b": "1", "a": "2"}, media=[media])
    )
    file = parse_own_json(text, "x")
    assert [each.uid for each in file.note_types] == [kind.uid]
    assert file.kept == {"a": "2", "b": "1"}
    assert [(each.name, each.open().read()) for each in file.media] == [("그림.png", data)]
    assert not file.detected.has_schedules


def test_the_same_content_is_the_same_bytes() -> None:
    content = JsonContent(decks=[JsonDeck(name="a")], notes=[], kept={"b": "1", "a": "2"})
    assert _written(content) == _written(content)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('{"notes": []}', id="another-object"),
        pytest.param('[{"overmorrow": 1}]', id="a-list"),
        pytest.param("", id="nothing"),
    ],
)
def test_other_json_is_not_ours(text: str) -> None:
    assert not is_own_json(text)


_NOTE = {"uid": "u", "deck": "d", "position": 0, "prompt": "p", "answer": "a"}


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"notes": [_NOTE | {"prompt": 5}]}, id="prompt-is-a-number"),
        pytest.param({"notes": [_NOTE | {"prompt": " "}]}, id="prompt-is-empty"),
        pytest.param({"notes": [_NOTE | {"is_cloze": True}]}, id="gaps-without-a-gap"),
        pytest.param({"notes": [_NOTE | {"answer_type": "song"}]}, id="unknown-type"),
        pytest.param({"notes": [_NOTE | {"position": "x"}]}, id="position-is-text"),
        pytest.param({"notes": [{"deck": "d"}]}, id="no-uid"),
        pytest.param({"notes": 5}, id="notes-are-a-number"),
        pytest.param({"events": [[1, 2]]}, id="event-too-short"),
        pytest.param({"media": [{"name": "../x", "data": ""}]}, id="media-leads-astray"),
        pytest.param({"media": [{"name": "x", "data": "%"}]}, id="media-no-base64"),
        pytest.param({"decks": [{"name": " "}]}, id="deck-without-a-name"),
        pytest.param({"overmorrow": 2}, id="newer"),
    ],
)
def test_damage_is_refused_in_a_sentence(change: dict[str, object]) -> None:
    with pytest.raises(FileError):
        parse_own_json(json.dumps({"overmorrow": 1} | change), "x.json")


def test_a_file_cut_short_is_refused() -> None:
    text = _written(JsonContent(decks=[JsonDeck(name="a")], notes=[]))
    for length in range(18, len(text) - 2):
        with pytest.raises(FileError):
            parse_own_json(text[:length], "x.json")


def test_halves_of_characters_and_steering_signs_do_not_get_in() -> None:
    note = _NOTE | {"prompt": "a\x1b[31mb", "answer": "\ud800", "fields": ["\0x"]}
    file = parse_own_json(json.dumps({"overmorrow": 1, "notes": [note]}), "x")
    assert file.decks[0].deck.notes[0][:2] == ("a[31mb", "?")
    assert file.decks[0].deck.notes[0].fields == ("x",)


def test_what_steers_a_terminal_is_written_as_numbers() -> None:
    fields = ("\x1b]0;x\x07", "\x9b31m", "\u202ex\u2028", "한국어")
    note = Note("p", "a", note_type="x", fields=fields)
    text = _written(
        JsonContent(decks=[], notes=[JsonNote(uid="u", deck="d", position=0, note=note)])
    )
    assert clean(text) == text
    assert "한국어" in text
    assert parse_own_json(text, "x").decks[0].deck.notes[0].fields == fields
