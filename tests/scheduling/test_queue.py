from hypothesis import given
from hypothesis import strategies as st

from overmorrow.scheduling.queue import mixed, next_drill

ids = st.lists(st.integers(), unique=True, max_size=40)


def test_new_cards_are_spread_among_the_reviews() -> None:
    assert mixed([1, 2, 3, 4, 5, 6], [-1, -2]) == [1, 2, 3, -1, 4, 5, 6, -2]


@given(st.integers(0, 60), st.integers(0, 60))
def test_mixing_loses_nothing_and_keeps_each_order(reviews: int, new: int) -> None:
    queue = mixed(list(range(reviews)), [-1 - number for number in range(new)])
    assert [card for card in queue if card >= 0] == list(range(reviews))
    assert [card for card in queue if card < 0] == [-1 - number for number in range(new)]


@given(st.integers(1, 60), st.integers(1, 60))
def test_no_stretch_of_new_cards_is_longer_than_their_share(reviews: int, new: int) -> None:
    queue = mixed(["r"] * reviews, ["n"] * new)
    longest = max(len(run) for run in "".join(queue).split("r"))
    assert longest <= -(-new // reviews) + 1


@given(ids.filter(bool), ids)
def test_two_other_cards_stand_between_two_showings_where_there_are_any(
    waiting: list[int], shown: list[int]
) -> None:
    chosen = next_drill(waiting, shown)
    assert chosen in waiting
    if len(waiting) > 2:
        assert chosen not in shown[-2:]


def test_the_same_card_is_drilled_again_when_it_is_the_only_one() -> None:
    assert next_drill([1], [2, 1]) == 1
    assert next_drill([1, 2], [2, 1]) == 2
