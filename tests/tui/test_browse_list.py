from array import array
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from overmorrow.jobs.browse import BrowseRow
from overmorrow.tui.browse_list import PAGE_ROWS, BrowseList, Picks
from tests.tui.browsing import row

SOME_IDS = st.lists(st.integers(1, 40), unique=True, max_size=30)


class Loader:
    """Reads rows, and remembers what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[list[int]] = []
        self.gone: set[int] = set()

    def __call__(self, ids: Sequence[int]) -> list[BrowseRow]:
        self.asked.append(list(ids))
        return [row(each, f"prompt {each}", "answer") for each in ids if each not in self.gone]


def list_of(count: int) -> tuple[BrowseList, Loader]:
    loader = Loader()
    listed = BrowseList(loader)
    listed.show(array("q", range(1, count + 1)), stays=False)
    return listed, loader


def test_rows_are_read_a_page_at_a_time() -> None:
    listed, loader = list_of(1_000_000)
    listed.move(1 << 40)
    assert listed.row is not None
    assert listed.row.card_id == 1_000_000
    assert [len(ids) for ids in loader.asked] == [PAGE_ROWS]


def test_card_that_went_meanwhile_leaves_a_gap() -> None:
    listed, loader = list_of(5)
    loader.gone.add(2)
    assert listed.row_at(1) is None
    assert listed.row_at(2) == row(3, "prompt 3", "answer")


@given(st.integers(0, 60), st.lists(st.integers(-30, 30)), st.integers(1, 20))
def test_card_looked_at_is_always_in_the_window(count: int, steps: list[int], room: int) -> None:
    listed, _ = list_of(count)
    for step in steps:
        listed.move(step)
        window = listed.window(room)
        assert len(window) == min(room, count)
        assert listed.at in window or not count


@given(SOME_IDS, st.lists(st.one_of(st.none(), st.integers(0, 29))))
def test_picks_are_what_turning_one_by_one_gives(ids: list[int], turns: list[int | None]) -> None:
    picks, wanted = Picks(), set[int]()
    for turn in turns:
        if turn is None:
            picks.take_all()
            wanted = set(ids)
        elif turn < len(ids):
            picks.turn(ids[turn])
            wanted ^= {ids[turn]}
    assert picks.of(ids) == [each for each in ids if each in wanted]
    assert picks.count(len(ids)) == len(wanted)


@given(SOME_IDS, SOME_IDS, st.integers(0, 29))
def test_card_looked_at_is_found_again_in_another_order(
    before: list[int], after: list[int], at: int
) -> None:
    listed, _ = list_of(0)
    listed.show(array("q", before), stays=False)
    listed.move(at)
    card_id = listed.card_id
    listed.show(array("q", after), stays=True)
    assert listed.card_id == card_id or card_id not in after


def test_picks_stay_in_another_order_and_go_with_another_search() -> None:
    listed, _ = list_of(4)
    listed.turn()
    listed.turn()
    listed.show(array("q", [4, 2, 9]), stays=True)
    assert listed.wanted == [2]
    listed.show(array("q", [4, 2, 9]), stays=False)
    assert listed.wanted == [4]


def test_command_is_about_the_card_looked_at_while_none_is_picked() -> None:
    listed, _ = list_of(3)
    listed.move(1)
    assert listed.wanted == [2]
    listed.turn_all()
    assert listed.wanted == [1, 2, 3]
    listed.turn_all()
    assert listed.wanted == [2]
