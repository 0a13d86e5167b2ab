import pytest

from overmorrow.jobs.bulk import Change, What
from overmorrow.jobs.written_days import due_change


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("7", 7, None),
        ("3-10", 3, 10),
        ("3 ~ 10일", 3, 10),
        ("15일", 15, None),
        ("15 d", 15, None),
        ("1 day", 1, None),
        ("오늘", 0, None),
        (" 내일 ", 1, None),
        ("모레", 2, None),
        ("Overmorrow", 2, None),
    ],
)
def test_days_are_read_as_they_are_shown_and_said(text: str, first: int, last: int | None) -> None:
    assert due_change(text) == Change(what=What.SET_DUE, number=first, until=last)


@pytest.mark.parametrize("text", ["", "곧", "-3", "3-", "1주", "123456", "3 일 뒤쯤"])
def test_what_names_no_days_is_none(text: str) -> None:
    assert due_change(text) is None
