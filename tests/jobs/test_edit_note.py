from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from overmorrow.cards.note import AnswerType
from overmorrow.errors import FileError, NotFoundError
from overmorrow.jobs.deck_files import FileState
from overmorrow.jobs.edit_note import edit_note
from overmorrow.jobs.import_deck import Decisions, apply_files
from overmorrow.jobs.import_plan import plan_file
from overmorrow.jobs.maintain import take_back
from overmorrow.jobs.note_changes import Edit, EditError
from overmorrow.settings import Settings
from overmorrow.store.database import Database, open_database
from overmorrow.store.deck_file_rows import deck_file as known_file
from tests.jobs.conftest import DECK, SteppingClock
from tests.jobs.studied import SCHEDULES, card_of, imported, study_all


def changed_lines(before: str, after: str) -> list[tuple[str, str]]:
    """Return the lines that differ in two texts of as many lines."""
    pairs = zip(before.split("\n"), after.split("\n"), strict=True)
    return [pair for pair in pairs if pair[0] != pair[1]]


@pytest.fixture
def river(empty: Database, deck_file: Path, clock: SteppingClock) -> Iterator[Database]:
    """The small deck, imported from its file and studied."""
    imported(empty, deck_file, clock)
    study_all(empty, clock)
    yield empty
    empty.close()


def test_an_edit_changes_one_line_of_the_file_and_no_schedule(
    river: Database, deck_file: Path, clock: SteppingClock
) -> None:
    before = river.rows(SCHEDULES)
    done = edit_note(river, card_of(river, "Suez"), Edit(answer="193.3 km"), clock())
    assert (done.file, done.line, done.added, done.vanished) == (FileState.WRITTEN, 10, 0, 0)
    found = deck_file.read_text(encoding="utf-8")
    assert changed_lines(DECK, found) == [("A: 193 km", "A: 193.3 km")]
    assert river.rows(SCHEDULES) == before
    assert plan_file(river, str(deck_file)).is_empty


def test_the_whole_way_there_and_back_keeps_file_and_schedules(
    river: Database, deck_file: Path, clock: SteppingClock
) -> None:
    before = river.rows(SCHEDULES)
    head, *blocks = DECK.split("\n\n")
    by_hand = "\n\n".join([head, blocks[3], *blocks[:3], blocks[4], blocks[5]])
    by_hand = by_hand.replace("Suez Canal", "Suez canal")
    deck_file.write_text(by_hand, encoding="utf-8")
    imported(river, deck_file, clock)
    assert river.rows(SCHEDULES) == before

    edit_note(river, card_of(river, "Seoul"), Edit(hint="one syllable"), clock())
    added = deck_file.read_text(encoding="utf-8").replace("hint: one syllable\n", "", 1)
    assert added == by_hand
    assert plan_file(river, str(deck_file)).is_empty
    assert river.rows(SCHEDULES) == before

    taken = take_back(river, clock, Settings())
    assert taken
    assert (taken.what, taken.file_left) == ("edit", "")
    assert deck_file.read_text(encoding="utf-8") == by_hand
    assert plan_file(river, str(deck_file)).is_empty
    assert river.rows(SCHEDULES) == before


def test_edits_are_taken_back_one_by_one(
    river: Database, deck_file: Path, clock: SteppingClock
) -> None:
    texts = []
    for answer in ("Lyon", "Marseille"):
        texts.append(deck_file.read_bytes())
        edit_note(river, card_of(river, "France"), Edit(answer=answer), clock())
    for text in reversed(texts):
        take_back(river, clock, Settings())
        assert deck_file.read_bytes() == text
    assert plan_file(river, str(deck_file)).is_empty


@pytest.mark.parametrize(
    ("prompt", "edit", "expected"),
    [
        ("Seoul", Edit(also=("Hangang", "한강")), {"aliases": ("Hangang", "한강")}),
        ("Seoul", Edit(also=()), {"aliases": ()}),
        ("Seoul", Edit(remark="wide\nand calm"), {"remark": "wide\nand calm"}),
        ("Seoul", Edit(tags=("asia", "water")), {"tags": ("asia", "water")}),
        ("oceans", Edit(answer="Arctic, Atlantic"), {"answer": "Arctic, Atlantic"}),
        ("oceans", Edit(answer="- Pacific\n- Atlantic"), {"answer": "Pacific, Atlantic"}),
        ("fruit", Edit(prompt="  Which is a fruit?\r\n"), {"prompt": "Which is a fruit?"}),
        ("Suez", Edit(kind=AnswerType.TEXT), {"answer_type": AnswerType.TEXT}),
        ("oceans", Edit(kind=AnswerType.TEXT), {"items": ()}),
        ("fruit", Edit(wrong=("stone",)), {"wrong_choices": ("stone",)}),
        ("Seoul", Edit(answer="a\x1b[31mb"), {"answer": "a[31mb"}),
        ("Seoul", Edit(answer="x\nQ: y"), {"answer": "x\nQ: y"}),
    ],
)
def test_every_part_can_be_changed(
    river: Database, deck_file: Path, prompt: str, edit: Edit, expected: dict[str, object]
) -> None:
    clock = SteppingClock()
    clock.sleep_until_tomorrow()
    done = edit_note(river, card_of(river, prompt), edit, clock())
    assert {name: getattr(done.after, name) for name in expected} == expected
    assert plan_file(river, str(deck_file)).is_empty
    take_back(river, clock, Settings())
    assert deck_file.read_text(encoding="utf-8") == DECK


@pytest.mark.parametrize(
    ("prompt", "edit", "key"),
    [
        ("Seoul", Edit(prompt=" "), "deck.empty_prompt"),
        ("Seoul", Edit(answer=""), "deck.empty_answer"),
        ("oceans", Edit(answer="Pacific"), "deck.list_items"),
        ("fruit", Edit(answer="brick"), "deck.wrong_is_right"),
        ("Nile", Edit(answer="Cairo"), "editing.answer_of_gaps"),
        ("Nile", Edit(prompt="The Nile flows through {{Cairo."), "deck.gap_open"),
        ("Nile", Edit(prompt="The Nile flows."), "deck.no_gap"),
        ("Nile", Edit(also=("x",)), "deck.also_of_gaps"),
        ("Nile", Edit(kind=AnswerType.LIST), "deck.type_of_gaps"),
        ("Suez", Edit(kind=AnswerType.CHOICE), "deck.choice_alone"),
    ],
)
def test_what_no_deck_file_could_say_is_refused(
    river: Database, deck_file: Path, clock: SteppingClock, prompt: str, edit: Edit, key: str
) -> None:
    with pytest.raises(EditError) as refused:
        edit_note(river, card_of(river, prompt), edit, clock())
    assert refused.value.key == key
    assert deck_file.read_text(encoding="utf-8") == DECK
    assert river.number("SELECT count(*) FROM batch") == 1


def test_a_card_that_is_not_there_cannot_be_edited(river: Database, clock: SteppingClock) -> None:
    with pytest.raises(NotFoundError):
        edit_note(river, 999, Edit(answer="x"), clock())


def test_changing_nothing_is_no_step(river: Database, clock: SteppingClock) -> None:
    done = edit_note(river, card_of(river, "Suez"), Edit(answer="193 km"), clock())
    assert (done.batch_id, river.number("SELECT count(*) FROM batch")) == (None, 1)


def test_gaps_come_and_go_and_the_others_keep_their_cards(
    river: Database, deck_file: Path, clock: SteppingClock
) -> None:
    sql = "SELECT key, uid FROM card WHERE key LIKE 'c%' AND vanished = 0"
    before: dict[str, bytes] = dict(river.rows(sql))
    more = "From {{Uganda}} the Nile flows through {{Khartoum}} and {{Cairo}}."
    done = edit_note(river, card_of(river, "Nile"), Edit(prompt=more), clock())
    assert (done.added, done.vanished) == (1, 0)
    said = "From {{3:Uganda}} the Nile flows through {{1:Khartoum}} and {{2:Cairo}}."
    assert done.after.prompt == said
    less = "The Nile flows through {{Cairo}}."
    done = edit_note(river, card_of(river, "Nile"), Edit(prompt=less), clock())
    assert (done.added, done.vanished) == (0, 2)
    assert done.after.prompt == "The Nile flows through {{2:Cairo}}."
    assert plan_file(river, str(deck_file)).is_empty
    assert river.rows(sql) == [("c2", before["c2"])]
    take_back(river, clock, Settings())
    take_back(river, clock, Settings())
    assert dict(river.rows(sql)) == before
    assert deck_file.read_text(encoding="utf-8") == DECK


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_a_byte_order_mark_stay(
    empty: Database, deck_file: Path, clock: SteppingClock, newline: str, mark: bytes
) -> None:
    raw = mark + DECK.replace("\n", newline).encode()
    deck_file.write_bytes(raw)
    imported(empty, deck_file, clock)
    edit_note(empty, card_of(empty, "France"), Edit(answer="Lyon"), clock())
    assert deck_file.read_bytes() == raw.replace(b"A: Paris", b"A: Lyon")
    take_back(empty, clock, Settings())
    assert deck_file.read_bytes() == raw


def test_a_file_in_another_encoding_stays_in_it(
    empty: Database, deck_file: Path, clock: SteppingClock
) -> None:
    korea = "Q: 대한민국의 수도는 어디인가요?\nA: 서울 특별시\n"
    text = f"{korea}\nQ: 프랑스의 수도는 어디인가요?\nA: 파리\n"
    deck_file.write_bytes(text.encode("cp949"))
    imported(empty, deck_file, clock)
    edit_note(empty, card_of(empty, "프랑스"), Edit(answer="파리시"), clock())
    assert deck_file.read_bytes().decode("cp949") == text.replace("파리", "파리시")
    with pytest.raises(FileError) as refused:
        edit_note(empty, card_of(empty, "프랑스"), Edit(answer="Paříž"), clock())
    assert refused.value.key == "editing.not_in_encoding"


def test_a_file_changed_meanwhile_is_refused_before_anything_changes(
    river: Database, deck_file: Path, clock: SteppingClock
) -> None:
    by_hand = DECK.replace("Paris", "Paris!")
    deck_file.write_text(by_hand, encoding="utf-8")
    with pytest.raises(FileError) as refused:
        edit_note(river, card_of(river, "Suez"), Edit(answer="x"), clock())
    assert refused.value.key == "editing.file_changed"
    assert deck_file.read_text(encoding="utf-8") == by_hand
    assert river.number("SELECT count(*) FROM batch") == 1
    done = edit_note(river, card_of(river, "Suez"), Edit(answer="x"), clock(), keep_file=True)
    assert done.file is FileState.LEFT
    assert deck_file.read_text(encoding="utf-8") == by_hand


def test_a_file_that_is_gone_is_not_made_again(
    river: Database, deck_file: Path, clock: SteppingClock
) -> None:
    deck_file.unlink()
    done = edit_note(river, card_of(river, "Suez"), Edit(answer="x"), clock())
    assert (done.file, done.path) == (FileState.GONE, str(deck_file))
    assert not deck_file.exists()
    take_back(river, clock, Settings())
    assert river.value("SELECT answer FROM note WHERE prompt LIKE '%Suez%'") == "193 km"


def test_a_file_that_may_not_be_written_is_refused(
    river: Database, deck_file: Path, clock: SteppingClock
) -> None:
    deck_file.chmod(0o444)
    with pytest.raises(FileError) as refused:
        edit_note(river, card_of(river, "Suez"), Edit(answer="x"), clock())
    assert refused.value.key == "editing.file_read_only"
    assert river.number("SELECT count(*) FROM batch") == 1
    deck_file.chmod(0o640)
    edit_note(river, card_of(river, "Suez"), Edit(answer="x"), clock())
    assert deck_file.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(
    empty: Database, deck_file: Path, tmp_path: Path, clock: SteppingClock
) -> None:
    link = tmp_path / "elsewhere" / "link.md"
    link.parent.mkdir()
    link.symlink_to(deck_file)
    imported(empty, link, clock)
    edit_note(empty, card_of(empty, "Suez"), Edit(answer="x"), clock())
    assert link.is_symlink()
    assert "A: x\n" in deck_file.read_text(encoding="utf-8")
    assert sorted(link.parent.iterdir()) == [link]


def test_an_edit_stays_in_a_file_that_was_changed_before_it_was_taken_back(
    river: Database, deck_file: Path, clock: SteppingClock
) -> None:
    edit_note(river, card_of(river, "Suez"), Edit(answer="x"), clock())
    by_hand = deck_file.read_text(encoding="utf-8") + "\nQ: new?\nA: yes\n"
    deck_file.write_text(by_hand, encoding="utf-8")
    taken = take_back(river, clock, Settings())
    assert taken
    assert taken.file_left == str(deck_file)
    assert deck_file.read_text(encoding="utf-8") == by_hand
    assert river.value("SELECT answer FROM note WHERE prompt LIKE '%Suez%'") == "193 km"


def test_a_note_from_another_file_is_edited_in_the_collection_only(
    river: Database, deck_file: Path, tmp_path: Path, clock: SteppingClock
) -> None:
    other = tmp_path / "other.csv"
    other.write_text("Longest river?,Nile\n", encoding="utf-8")
    plan = plan_file(river, str(other), "Mini")
    apply_files(river, [plan], clock(), Decisions(keep_missing=True))
    done = edit_note(river, card_of(river, "Longest"), Edit(answer="Amazon"), clock())
    assert done.file is FileState.ELSEWHERE
    assert deck_file.read_text(encoding="utf-8") == DECK


def test_after_an_edit_without_the_file_the_next_one_brings_the_note_into_step(
    river: Database, deck_file: Path, clock: SteppingClock
) -> None:
    card = card_of(river, "Suez")
    edit_note(river, card, Edit(remark="opened 1869"), clock(), keep_file=True)
    assert deck_file.read_text(encoding="utf-8") == DECK
    edit_note(river, card, Edit(answer="193.3 km"), clock())
    assert "A: 193.3 km\ntype: number\nnote: opened 1869\n" in deck_file.read_text(encoding="utf-8")
    assert plan_file(river, str(deck_file)).is_empty


def test_what_is_stopped_on_the_way_leaves_no_trace(
    river: Database, deck_file: Path, clock: SteppingClock
) -> None:
    def stop(name: str) -> None:
        if name == "replaced":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        edit_note(river, 2, Edit(answer="x"), clock(), step=stop)
    assert deck_file.read_text(encoding="utf-8") == DECK
    assert plan_file(river, str(deck_file)).is_empty
    assert sorted(path.name for path in deck_file.parent.iterdir() if "mini" in path.name) == [
        "mini.md"
    ]


def test_of_two_windows_editing_one_deck_neither_loses_the_others_edit(
    river: Database, deck_file: Path, clock: SteppingClock
) -> None:
    suez, france = card_of(river, "Suez"), card_of(river, "France")

    def other_window(name: str) -> None:
        if name == "begun":
            with closing(open_database(river.path)) as second:
                edit_note(second, france, Edit(answer="Lyon"), clock())

    with pytest.raises(FileError) as refused:
        edit_note(river, suez, Edit(answer="x"), clock(), step=other_window)
    assert refused.value.key == "editing.file_changed"
    assert deck_file.read_text(encoding="utf-8") == DECK.replace("A: Paris", "A: Lyon")
    assert plan_file(river, str(deck_file)).is_empty


def test_the_collection_knows_what_it_wrote(
    river: Database, deck_file: Path, clock: SteppingClock
) -> None:
    edit_note(river, 2, Edit(answer="x"), clock())
    row = known_file(river, "Mini")
    assert row
    assert row.sha256 == sha256(deck_file.read_bytes()).hexdigest()
