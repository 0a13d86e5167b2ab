"""CrowdAnki's decks come in with their note types, and the cards that Anki would make."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overmorrow.cards.problem import Harm
from overmorrow.errors import FileError
from overmorrow.exchange.crowdanki import is_crowdanki, parse_crowdanki

MODEL = {
    "__type__": "NoteModel",
    "crowdanki_uuid": "m1",
    "name": "Word",
    "type": 0,
    "css": ".card {}",
    "flds": [{"name": "Word", "ord": 0}, {"name": "Meaning", "ord": 1}],
    "tmpls": [
        {"name": "There", "ord": 0, "qfmt": "{{Word}}",
         "afmt": "{{FrontSide}}<hr id=answer>{{Meaning}}"},
        {"name": "Back", "ord": 1, "qfmt": "{{Meaning}}",
         "afmt": "{{FrontSide}}<hr id=answer>{{Word}}"},
    ],
}  # fmt: skip


def note(*fields: str, guid: str = "g1", model: str = "m1", tags: tuple[str, ...] = ()) -> object:
    return {
        "__type__": "Note",
        "fields": fields,
        "guid": guid,
        "note_model_uuid": model,
        "tags": tags,
    }


def deck(name: str, *notes: object, **more: object) -> dict[str, object]:
    return {"__type__": "Deck", "name": name, "notes": notes, "children": [], **more}


def text_of(top: Mapping[str, object]) -> str:
    return json.dumps({"note_models": [MODEL], **top}, ensure_ascii=False)


def test_notes_come_with_cards_tags_and_raw_fields() -> None:
    top = deck("에스페란토", note("<b>kato</b>", "고양이", tags=("동물", "1과")))
    file = parse_crowdanki(text_of(top), "deck")
    (read,) = file.decks
    (made,) = read.deck.notes
    assert (read.deck.name, file.detected.format) == ("에스페란토", "crowdanki")
    assert [(face.key, face.prompt, face.answer) for face in made.faces] == [
        ("q", "kato", "고양이"),
        ("r", "고양이", "kato"),
    ]
    assert (made.prompt, made.answer) == ("kato", "고양이")
    assert (made.fields, made.tags, made.file_id) == (
        ("<b>kato</b>", "고양이"),
        ("동물", "1과"),
        "g1",
    )
    assert [each.uid for each in file.note_types] == [made.note_type]
    assert json.loads(file.note_types[0].kept) == MODEL


def test_a_note_with_gaps_makes_a_card_for_each() -> None:
    side = {"name": "Cloze", "ord": 0, "qfmt": "{{cloze:Word}}", "afmt": "{{cloze:Word}}"}
    top = {
        **deck("a", note("{{c1::a}} {{c2::b}}", "")),
        "note_models": [{**MODEL, "type": 1, "tmpls": [side]}],
    }
    file = parse_crowdanki(text_of(top), "deck")
    (made,) = file.decks[0].deck.notes
    assert made.is_cloze
    assert [(face.key, face.prompt, face.answer) for face in made.faces] == [
        ("c1", "[...] b", "a"),
        ("c2", "a [...]", "b"),
    ]


def test_children_stand_below_their_parents() -> None:
    leaf = deck("2과", note("c", "d", guid="g2"))
    whole = deck("언어::영어", note("e", "f", guid="g3"))
    top = deck("언어", note("a", "b"), children=[deck("1과", children=[leaf]), whole])
    file = parse_crowdanki(text_of(top), "deck")
    assert {each.deck.name: len(each.deck.notes) for each in file.decks} == {
        "언어": 1,
        "언어::1과::2과": 1,
        "언어::영어": 1,
    }


def test_a_deck_without_a_name_bears_the_file_s() -> None:
    file = parse_crowdanki(text_of(deck("", note("a", "b"))), "내 덱")
    assert file.decks[0].deck.name == "내 덱"


def test_a_note_type_may_stand_in_a_child() -> None:
    child = deck("b", note("x", "y", model="m2"), note_models=[{**MODEL, "crowdanki_uuid": "m2"}])
    file = parse_crowdanki(text_of(deck("a", children=[child])), "deck")
    assert [len(made.faces) for each in file.decks for made in each.deck.notes] == [2]


def test_notes_without_their_note_type_are_kept_and_told() -> None:
    file = parse_crowdanki(text_of(deck("a", note("q", "x", "y", model="gone"))), "deck")
    (made,) = file.decks[0].deck.notes
    assert (made.prompt, made.answer, made.faces[0].graded) == ("q", "x\ny", "x")
    assert [problem.key for problem in file.problems] == ["anki_faces.no_note_type"]
    assert made.note_type in {each.uid for each in file.note_types}


def test_what_is_no_note_is_left_out_and_told() -> None:
    top = deck("a", note("a", "b"), {"guid": "x"}, note(), 7)
    (read,) = parse_crowdanki(text_of(top), "deck").decks
    assert (len(read.deck.notes), read.left_out) == (1, 2)
    assert {problem.key for problem in read.problems} == {"anki_faces.no_note"}


def test_a_broken_template_is_told() -> None:
    side = {"name": "T", "ord": 0, "qfmt": "{{#Word}}", "afmt": "x"}
    top = {**deck("a", note("a", "b")), "note_models": [{**MODEL, "tmpls": [side]}]}
    file = parse_crowdanki(text_of(top), "deck")
    assert [problem.key for problem in file.problems] == ["anki_faces.section_open"]
    assert file.decks[0].deck.notes[0].prompt == "a"


def test_a_deck_without_notes_is_refused() -> None:
    file = parse_crowdanki(text_of(deck("a")), "deck")
    assert [problem.harm for problem in file.problems] == [Harm.FILE]


@pytest.mark.parametrize("text", ["", "[]", "{", '{"note_models": ' + "[" * 10_000])
def test_what_is_no_deck_is_refused(text: str) -> None:
    with pytest.raises(FileError):
        parse_crowdanki(text, "deck")


def test_decks_that_nest_too_deeply_are_refused() -> None:
    top = deck("d", note("a", "b"))
    for _ in range(110):
        top = deck("d", children=[top])
    with pytest.raises(FileError) as caught:
        parse_crowdanki(text_of(top), "deck")
    assert caught.value.key == "exchange.too_deep"


def test_media_stand_beside_the_file(tmp_path: Path) -> None:
    folder = tmp_path / "media"
    folder.mkdir()
    (folder / "a.png").write_bytes(b"png")
    (tmp_path / "secret").write_bytes(b"no")
    (folder / "link.png").symlink_to(tmp_path / "secret")
    names = ["a.png", "gone.png", "../secret", "link.png", 3]
    top = deck("a", note("a", "b"), media_files=names)
    (found,) = parse_crowdanki(text_of(top), "deck", str(tmp_path)).media
    with found.open() as file:
        assert (found.name, found.size, file.read()) == ("a.png", 3, b"png")
    assert parse_crowdanki(text_of(top), "deck").media == ()


def test_a_media_folder_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "private").mkdir()
    (tmp_path / "private" / "key.txt").write_bytes(b"no")
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "media").symlink_to(tmp_path / "private")
    top = deck("a", note("a", "b"), media_files=["key.txt"])
    assert parse_crowdanki(text_of(top), "deck", str(tmp_path / "shared")).media == ()


def test_a_deck_in_a_linked_folder_has_its_media(tmp_path: Path) -> None:
    (tmp_path / "decks" / "media").mkdir(parents=True)
    (tmp_path / "decks" / "media" / "a.png").write_bytes(b"png")
    (tmp_path / "link").symlink_to(tmp_path / "decks")
    top = deck("a", note("a", "b"), media_files=["a.png"])
    (found,) = parse_crowdanki(text_of(top), "deck", str(tmp_path / "link")).media
    assert found.name == "a.png"


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        (text_of(deck("a")), True),
        ("\ufeff\n" + text_of(deck("a")), True),
        ('[{"front": "a", "back": "b"}]', False),
        ('{"cards": [{"note_models": 1}]}', False),
    ],
)
def test_such_a_deck_is_known_by_its_note_models(text: str, is_one: bool) -> None:
    assert is_crowdanki(text) is is_one


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=5,
)


@settings(max_examples=80)
@given(
    st.dictionaries(
        st.sampled_from(["name", "notes", "children", "note_models", "media_files"]), values
    ),
    st.lists(st.dictionaries(st.sampled_from(["fields", "guid", "tags"]), values), max_size=3),
)
def test_any_object_is_read_or_refused(top: dict[str, object], notes: list[object]) -> None:
    file = parse_crowdanki(json.dumps({"notes": notes, **top}), "deck")
    assert all(made.prompt for each in file.decks for made in each.deck.notes)
