from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from overmorrow.jobs.asking import shuffled


@given(
    st.lists(st.text(), min_size=2, max_size=5, unique=True), st.binary(min_size=16, max_size=16)
)
def test_choices_stand_in_another_order_at_each_showing(choices: list[str], uid: bytes) -> None:
    orders = [shuffled(tuple(choices), uid, showing) for showing in range(8)]
    for before, after in pairwise(orders):
        assert before != after
        assert sorted(before) == sorted(choices)


def test_the_right_choice_is_not_always_in_the_same_place() -> None:
    places = {
        shuffled(("a", "b", "c", "d"), number.to_bytes(16, "big"), 0).index("a")
        for number in range(40)
    }
    assert places == {0, 1, 2, 3}
