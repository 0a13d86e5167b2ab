import pytest

from overmorrow.cards.text import cell_width
from overmorrow.messages import LANGUAGES, Messages
from overmorrow.scheduling.sm2 import preview
from overmorrow.tui.frame import Frame
from overmorrow.tui.rows import Row
from overmorrow.tui.strip import GradeKeys, quality_at, strip_rows
from tests.tui.scripted import DAY, LAKE, SEEN, ScriptedSession, asked

SM2 = GradeKeys(anki=False)
ANKI = GradeKeys(anki=True)
WIDE = Frame(80, 24)


def text_of(row: Row) -> str:
    return "".join(text for text, _ in row)


@pytest.mark.parametrize(
    ("keys", "qualities"),
    [
        (SM2, [0, 1, 2, 3, 4, 5, None, None]),
        (ANKI, [None, 2, 3, 4, 5, None, None, None]),
    ],
)
def test_digits_stand_for_qualities(keys: GradeKeys, qualities: list[int | None]) -> None:
    assert [keys.quality(digit) for digit in range(8)] == qualities


@pytest.mark.parametrize("keys", [SM2, ANKI])
def test_shown_digit_is_the_one_that_rates(keys: GradeKeys) -> None:
    for quality in range(6):
        if keys.digit(quality).isdecimal():
            assert keys.quality(int(keys.digit(quality))) == quality


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("chosen", range(6))
def test_strip_marks_one_quality_and_shows_what_each_brings(language: str, chosen: int) -> None:
    judged = ScriptedSession([asked(LAKE)]).judge("x")
    rows = [text_of(row) for row in strip_rows(judged, chosen, SM2, WIDE, Messages(language))]
    assert rows[0].count(">") == 1
    for quality, outlook in enumerate(preview(SEEN.sm2, DAY)):
        start = 2 + quality * 12
        assert quality_at(start + 3, 1, SM2, WIDE, Messages("en")) == quality
        if outlook.next_interval_days > 1:
            assert f"{outlook.next_interval_days}" in rows[1]


def test_bracket_stands_under_the_qualities_that_are_drilled() -> None:
    judged = ScriptedSession([asked(LAKE)]).judge("x")
    drilled = [outlook.drill for outlook in judged.outlook]
    assert drilled == [True, True, True, True, False, False]
    bracket = text_of(strip_rows(judged, 1, SM2, WIDE, Messages("en"))[-1])
    assert bracket.index("└") == 4
    assert bracket.index("┘") < 2 + 4 * 12 <= bracket.index("┘") + 4


def test_column_outside_the_strip_is_no_quality() -> None:
    assert quality_at(0, 1, SM2, WIDE, Messages("en")) is None
    assert quality_at(75, 1, SM2, WIDE, Messages("en")) is None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("chosen", range(6))
def test_the_short_strip_knows_which_quality_stands_where(language: str, chosen: int) -> None:
    small, say = Frame(40, 15), Messages(language)
    row = text_of(strip_rows(ScriptedSession([asked(LAKE)]).judge("x"), chosen, SM2, small, say)[0])
    for quality in range(6):
        sign = f">{quality}" if quality == chosen else f" {quality} "
        column = cell_width(row[: row.index(sign)]) + 1
        assert quality_at(column, chosen, SM2, small, say) == quality
    assert quality_at(cell_width(row) - 1, chosen, SM2, small, say) is None
