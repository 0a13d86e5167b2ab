import pytest

from overmorrow.grading.diff import differing_cells


@pytest.mark.parametrize(
    ("answer", "typed", "spans"),
    [
        ("garden", "gadren", ((2, 4),)),
        ("garden", "garxen", ((3, 4),)),
        ("garden", "gardn", ((4, 5),)),
        ("항저우", "항우저", ((2, 6),)),
        ("항저우", "항조우", ((2, 4),)),
        ("garden", "garden", ()),
        ("garden", "flower", ()),
    ],
)
def test_every_cell_that_differs_is_marked(
    answer: str, typed: str, spans: tuple[tuple[int, int], ...]
) -> None:
    assert differing_cells(answer, typed) == spans
