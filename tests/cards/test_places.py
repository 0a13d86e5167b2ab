"""Neighbours that were joined vouch for what stands between them."""

from hypothesis import given
from hypothesis import strategies as st

from overmorrow.cards.places import Joined


def joined(known: int, parsed: int, *pairs: tuple[int, int]) -> Joined:
    made = Joined(known, parsed)
    for at, other in pairs:
        made.join(at, other)
    return made


def test_a_note_between_joined_neighbours_is_supported_on_both_sides() -> None:
    assert joined(3, 3, (0, 0), (2, 2)).support(1, 1) == 2


def test_new_and_deleted_notes_between_do_not_take_the_support_away() -> None:
    assert joined(4, 5, (0, 0), (3, 4)).support(1, 3) == 2


def test_the_end_of_the_deck_supports_where_something_is_joined() -> None:
    assert joined(2, 2, (0, 0)).support(1, 1) == 2
    assert joined(1, 1).support(0, 0) == 0


def test_the_ends_of_a_long_deck_as_long_as_before_support_though_nothing_is_joined() -> None:
    assert Joined(20, 20).support(3, 3) == 2
    assert Joined(20, 20).support(3, 4) == 0
    assert Joined(20, 21).support(3, 3) == 0


def test_a_note_elsewhere_is_not_supported() -> None:
    assert joined(4, 4, (0, 2), (2, 0)).support(1, 1) == 0


def test_a_gap_is_told_only_between_neighbours_that_follow_each_other() -> None:
    assert list(joined(4, 4, (0, 0), (3, 3)).gaps()) == [([1, 2], [1, 2])]
    assert list(joined(3, 3, (0, 2), (2, 0)).gaps()) == []
    assert list(joined(2, 2).gaps()) == []


def test_a_run_from_the_start_is_joined_in_step() -> None:
    made = Joined(3, 4)
    made.join_run(2)

    assert (made.of_known, made.of_parsed) == ([0, 1, -1], [0, 1, -1, -1])


@given(st.integers(0, 30), st.integers(0, 30), st.data())
def test_only_open_notes_stand_in_a_gap_and_each_in_one(
    known: int, parsed: int, data: st.DataObject
) -> None:
    made = Joined(known, parsed)
    left = data.draw(st.permutations(range(known)))
    right = data.draw(st.permutations(range(parsed)))
    count = data.draw(st.integers(0, min(known, parsed)))
    for at, other in zip(left[:count], right, strict=False):
        made.join(at, other)
    gaps = list(made.gaps())

    assert all(made.is_open(at, other) for old, new in gaps for at in old for other in new)
    standing = [at for old, _ in gaps for at in old]
    coming = [other for _, new in gaps for other in new]
    assert len(set(standing)) == len(standing)
    assert len(set(coming)) == len(coming)
    assert all(0 <= made.support(at, other) <= 2 for at in range(known) for other in range(parsed))
