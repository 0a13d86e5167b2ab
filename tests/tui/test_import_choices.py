import pytest
from hypothesis import given
from hypothesis import strategies as st

from overmorrow.cards.parsed_file import Detected
from overmorrow.exchange.table_look import ROLES
from overmorrow.tui.import_choices import ENCODINGS, SEPARATORS, changed, with_next_role
from overmorrow.tui.imports import Choices, Schedules

TABLE = Detected(format="table", encoding="cp949", separator=",", has_headings=True)
PACKAGE = Detected(format="anki_package", has_schedules=True)


def test_each_encoding_comes_in_its_turn() -> None:
    choices: Choices | None = Choices()
    seen = []
    for _ in ENCODINGS:
        assert choices is not None
        choices = changed("encoding", choices, TABLE)
        seen.append(choices.encoding if choices else "")
    assert sorted(seen) == sorted(ENCODINGS)
    assert seen[-1] == "cp949"


def test_encoding_of_a_file_that_cannot_be_read_begins_with_the_first() -> None:
    assert changed("encoding", Choices(), None) == Choices(encoding=ENCODINGS[0])


def test_utf16_of_either_order_is_one_encoding() -> None:
    wide = Detected(format="table", encoding="utf-16-le")
    assert changed("encoding", Choices(), wide) == Choices(encoding="cp1252")


def test_separators_go_round() -> None:
    choices = Choices()
    for expected in (*SEPARATORS[1:], SEPARATORS[0]):
        found = changed("separator", choices, TABLE)
        assert found is not None
        assert found.separator == expected
        choices = found


def test_first_line_is_the_other_thing() -> None:
    assert changed("headings", Choices(), TABLE) == Choices(headings=False)


def test_first_line_of_ankis_text_is_settled() -> None:
    text = Detected(format="anki_text", separator="\t", has_headings=False)
    assert changed("headings", Choices(), text) is None
    assert changed("separator", Choices(), text) == Choices(separator=";")


def test_schedules_go_round() -> None:
    choices, seen = Choices(), []
    for _ in range(3):
        choices = changed("schedules", choices, PACKAGE) or choices
        seen.append(choices.schedules)
    assert seen == [Schedules.DATES, Schedules.REFOLD, Schedules.NONE]


@pytest.mark.parametrize("name", ["encoding", "separator", "headings"])
def test_package_is_no_table(name: str) -> None:
    assert changed(name, Choices(), PACKAGE) is None


def test_table_has_no_schedules() -> None:
    assert changed("schedules", Choices(), TABLE) is None


def test_prompt_and_answer_change_places() -> None:
    assert with_next_role(("prompt", "answer", "tags"), 0, 1) == ("answer", "prompt", "tags")


def test_column_that_becomes_the_prompt_gives_its_role_away() -> None:
    assert with_next_role(("prompt", "answer", "extra"), 2, 1) == ("extra", "answer", "prompt")


def test_there_is_one_column_of_tags() -> None:
    before = ("prompt", "answer", "tags", "hint")
    assert with_next_role(before, 3, -1) == ("prompt", "answer", "extra", "tags")


ROLES_OF_A_TABLE = st.lists(st.sampled_from(("tags", "hint", "deck", "choice", "extra"))).map(
    lambda others: ("prompt", "answer", *dict.fromkeys(others))
)


@given(ROLES_OF_A_TABLE, st.data())
def test_there_is_always_one_prompt_and_one_answer(
    columns: tuple[str, ...], data: st.DataObject
) -> None:
    for _ in range(6):
        at = data.draw(st.integers(0, len(columns) - 1))
        columns = with_next_role(columns, at, data.draw(st.sampled_from((1, -1))))
        assert columns.count("prompt") == columns.count("answer") == 1
        assert all(columns.count(role) <= 1 for role in ROLES if role not in ("choice", "extra"))
