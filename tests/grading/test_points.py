"""Points of a long answer are found in what was written, in other words too."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overmorrow.grading.points import points_said

POINTS = ("바깥쪽이 깎인다", "안쪽에 쌓인다", "물살의 빠르기가 다르다")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        pytest.param("바깥쪽은 깎이고, 안쪽에는 쌓여서", [True, True, False], id="other-endings"),
        pytest.param("물살 빠르기가 바깥과 안에서 다르다", [False, False, True], id="one"),
        pytest.param("", [False, False, False], id="nothing"),
        pytest.param("모르겠다", [False, False, False], id="something-else"),
    ],
)
def test_a_point_is_said_when_most_of_its_words_are(typed: str, said: list[bool]) -> None:
    assert [point.said for point in points_said(typed, POINTS)] == said


def test_the_nearest_piece_stands_beside_a_point() -> None:
    first, second, _ = points_said("바깥쪽은 깎이고, 안쪽에는 쌓여서", POINTS)
    assert (first.piece, second.piece) == ("바깥쪽은 깎이고", "안쪽에는 쌓여서")


@given(st.text(max_size=200), st.lists(st.text(min_size=1, max_size=40), max_size=5))
def test_whoever_writes_a_point_has_said_it(typed: str, points: list[str]) -> None:
    for point in points_said("\n".join([typed, *points]), points):
        assert point.said or not any(map(str.isalnum, point.text))
