from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from overmorrow.cards.note import Note
from overmorrow.cards.parsed_file import ParsedFile
from overmorrow.exchange.reading import read_file
from tests.exchange.anki_making import (
    CLOZE,
    CREATED,
    REVERSED,
    Contents,
    card,
    note,
    review,
    write_package,
)

DECKS = {1: "Default", 7: "한국어", 8: "한국어::단어"}
FIRST_DAY = date(2014, 5, 14).toordinal()
"""The day in Seoul on which the made collections begin; in UTC it is the day before."""


def read(tmp_path: Path, made: Contents, version: int = 2) -> ParsedFile:
    return read_file(str(write_package(tmp_path / "a.apkg", made, version=version)))


def only_note(file: ParsedFile) -> Note:
    (deck,) = file.decks
    (found,) = deck.deck.notes
    return found


@pytest.mark.parametrize("version", [1, 2, 3])
def test_a_plain_note_is_a_prompt_and_an_answer_and_keeps_its_fields(
    tmp_path: Path, version: int
) -> None:
    made = Contents(
        notes=[note(5, "대한민국", "서울", guid="g1", tags=["나라", "수도"])], cards=[card(50, 5)]
    )
    found = only_note(read(tmp_path, made, version))
    assert (found.prompt, found.answer, found.tags) == ("대한민국", "서울", ("나라", "수도"))
    assert (found.file_id, found.fields, found.faces) == ("g1", ("대한민국", "서울"), ())


def test_notes_lie_in_the_decks_of_their_cards(tmp_path: Path) -> None:
    made = Contents(
        notes=[note(1, "a", "1"), note(2, "b", "2")],
        cards=[card(10, 1, did=8), card(20, 2, did=7)],
        decks=DECKS,
    )
    file = read(tmp_path, made)
    names = {parsed.deck.name: [each.prompt for each in parsed.deck.notes] for parsed in file.decks}
    assert names == {"한국어": ["b"], "한국어::단어": ["a"]}


def test_a_card_in_another_deck_than_its_note_says_so(tmp_path: Path) -> None:
    made = Contents(
        notes=[note(1, "앞", "뒤", mid=REVERSED)],
        cards=[card(10, 1, did=7), card(11, 1, did=8, ord=1)],
        decks=DECKS,
    )
    faces = only_note(read(tmp_path, made)).faces
    assert [(face.key, face.prompt, face.deck) for face in faces] == [
        ("q", "앞", ""),
        ("r", "뒤", "한국어::단어"),
    ]


def test_a_card_in_a_filtered_deck_belongs_to_its_home(tmp_path: Path) -> None:
    made = Contents(
        notes=[note(1, "a", "1")],
        cards=[card(10, 1, did=7, odid=8, odue=30, type=2, queue=2, due=-100000, ivl=9)],
        decks=DECKS,
    )
    (parsed,) = read(tmp_path, made).decks
    assert parsed.deck.name == "한국어::단어"
    assert parsed.pasts[0][0].due_day == FIRST_DAY + 30


def test_new_notes_come_in_the_order_in_which_they_are_due(tmp_path: Path) -> None:
    made = Contents(
        notes=[note(1, "last", "x"), note(2, "first", "x"), note(3, "known", "x")],
        cards=[card(10, 1, due=9), card(20, 2, due=3), card(30, 3, type=2, queue=2, due=99)],
    )
    (parsed,) = read(tmp_path, made).decks
    assert [each.prompt for each in parsed.deck.notes] == ["known", "first", "last"]


@pytest.mark.parametrize(
    ("columns", "due_day"),
    [
        pytest.param({"type": 0, "queue": 0, "due": 4}, None, id="new"),
        pytest.param({"type": 2, "queue": 2, "due": 40, "ivl": 9}, FIRST_DAY + 40, id="review"),
        pytest.param({"type": 2, "queue": -1, "due": 40, "ivl": 9}, FIRST_DAY + 40, id="set aside"),
        pytest.param(
            {"type": 1, "queue": 1, "due": CREATED + 3 * 86_400}, FIRST_DAY + 3, id="learning"
        ),
        pytest.param({"type": 3, "queue": 3, "due": 41}, FIRST_DAY + 41, id="relearning by days"),
    ],
)
def test_due_days_are_counted_from_the_collections_first(
    tmp_path: Path, columns: dict[str, int], due_day: int | None
) -> None:
    made = Contents(notes=[note(1, "a", "1")], cards=[card(10, 1, **columns)])
    (parsed,) = read(tmp_path, made).decks
    assert parsed.pasts[0][0].due_day == due_day


def test_the_first_day_is_that_in_utc_where_the_learners_own_is_not_known(tmp_path: Path) -> None:
    due = Contents(notes=[note(1, "a", "1")], cards=[card(10, 1, type=2, queue=2, due=1)])
    here, somewhere = read(tmp_path, due), read(tmp_path, replace(due, conf={}))
    assert here.decks[0].pasts[0][0].due_day == FIRST_DAY + 1
    assert here.detected.utc_offset_min == 540
    assert somewhere.decks[0].pasts[0][0].due_day == FIRST_DAY
    assert somewhere.detected.utc_offset_min == 0


def test_a_cards_past_has_its_reviews_in_their_order(tmp_path: Path) -> None:
    made = Contents(
        notes=[note(1, "a", "1")],
        cards=[card(10, 1, type=2, queue=-1, due=9, ivl=12, factor=2300, lapses=1, flags=3)],
        reviews=[review(1_500_000_000_000, 10, 3, 4, 1), review(1_400_000_000_000, 10, 1, -60)],
    )
    file = read(tmp_path, made)
    (past,) = file.decks[0].pasts[0]
    assert (past.interval_days, past.ease_permille, past.lapses, past.flag) == (12, 2300, 1, 3)
    assert past.is_suspended
    assert [each.rating for each in past.reviews] == [1, 3]
    assert file.detected.has_schedules


def test_a_deck_nobody_learned_with_has_no_schedules(tmp_path: Path) -> None:
    made = Contents(notes=[note(1, "a", "1")], cards=[card(10, 1, due=7)])
    assert not read(tmp_path, made).detected.has_schedules


def test_of_two_notes_with_one_guid_both_stay(tmp_path: Path) -> None:
    made = Contents(
        notes=[note(1, "a", "1", guid="g"), note(2, "b", "2", guid="g")],
        cards=[card(10, 1), card(20, 2)],
    )
    (parsed,) = read(tmp_path, made).decks
    assert [each.file_id for each in parsed.deck.notes] == ["g", "g/2"]
    assert [problem.key for problem in parsed.problems] == ["anki.guid_again"]


def test_a_card_that_is_there_twice_is_taken_once(tmp_path: Path) -> None:
    made = Contents(notes=[note(1, "a", "1")], cards=[card(10, 1), card(11, 1)])
    (parsed,) = read(tmp_path, made).decks
    assert [problem.key for problem in parsed.problems] == ["anki.card_again"]
    assert len(parsed.pasts[0]) == 1


def test_of_a_note_with_very_many_cards_the_first_are_taken(tmp_path: Path) -> None:
    text = " ".join(f"{{{{c{number}::가}}}}" for number in range(1, 504))
    cards = [card(number, 1, ord=number - 1) for number in range(1, 504)]
    file = read(tmp_path, Contents(notes=[note(1, text, "", mid=CLOZE)], cards=cards))
    assert [each.key for each in only_note(file).faces][-1] == "c500"
    assert len(file.decks[0].pasts[0]) == 500
    (told,) = file.decks[0].problems
    assert (told.key, told.values["n"]) == ("anki.cards_many", 3)


def test_gaps_make_the_cards_that_the_package_has(tmp_path: Path) -> None:
    text = "{{c1::서울}}은 {{c2::한국}}의 수도다."
    made = Contents(notes=[note(1, text, "", mid=CLOZE)], cards=[card(11, 1, ord=1)])
    (face,) = only_note(read(tmp_path, made)).faces
    assert face.key == "c2"
    assert "서울" in face.prompt
    assert "한국" not in face.prompt


def test_control_characters_of_names_and_texts_do_not_arrive(tmp_path: Path) -> None:
    made = Contents(
        notes=[note(1, "a\x1b[31m", "b\x07", tags=["t\x1b[0m"])],
        cards=[card(10, 1, did=7)],
        decks={1: "Default", 7: "evil\x1b]0;owned\x07 deck"},
    )
    (parsed,) = read(tmp_path, made).decks
    (found,) = parsed.deck.notes
    shown = "".join((parsed.deck.name, found.prompt, found.answer, *found.tags))
    assert shown.isprintable()


def test_what_only_the_way_back_needs_is_kept(tmp_path: Path) -> None:
    made = Contents(notes=[note(1, "a", "1")], cards=[card(10, 1, did=7)], decks=DECKS)
    kept = read(tmp_path, made).kept
    assert {"anki/collection", "anki/deck/한국어", "anki/options/1"} <= kept.keys()


def test_pictures_can_be_read_after_the_package_was(tmp_path: Path) -> None:
    made = Contents(notes=[note(1, '<img src="a.png">', "1")], cards=[card(10, 1)])
    for version in (1, 3):
        path = tmp_path / f"{version}.apkg"
        write_package(path, made, version=version, media={"a.png": b"picture"})
        (file,) = read_file(str(path)).media
        with file.open() as opened:
            assert (file.name, opened.read()) == ("a.png", b"picture")


def test_an_empty_package_is_refused(tmp_path: Path) -> None:
    file = read(tmp_path, Contents(notes=[], cards=[]))
    assert file.decks[0].refused
    assert replace(file.decks[0], problems=()).refused is False
