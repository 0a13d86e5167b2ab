import pytest

from overmorrow.grading.compounds import is_other_compound


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("ethanol", "ethanal"),
        ("propane", "propene"),
        ("dimethyl", "dimethane"),
        ("메탄올", "메탄알"),
    ],
)
def test_another_ending_makes_another_compound(first: str, second: str) -> None:
    assert is_other_compound(first, second)
    assert is_other_compound(second, first)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("ethanol", "ethanol"),
        ("ethanol", "ethonol"),
        ("ethanol", "methanol"),
        ("octopus", "octane"),
    ],
)
def test_other_words_are_not_judged_as_compounds(first: str, second: str) -> None:
    assert not is_other_compound(first, second)
