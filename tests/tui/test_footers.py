from rich.cells import cell_len

from overmorrow.tui.footers import Offer
from overmorrow.tui.widgets.footer import fitting

OFFERS = [
    Offer("Enter", "채점", "check"),
    Offer("Space", "답 보기", "reveal"),
    Offer("Tab", "힌트", "hint"),
    Offer("F1", "도움말", "help"),
]


def drawn(width: int) -> str:
    shown, gap = fitting(OFFERS, width)
    return " " + (" " * gap).join(f"{offer.key} {offer.label}" for offer in shown)


def test_all_are_shown_where_there_is_room() -> None:
    assert drawn(80) == " Enter 채점   Space 답 보기   Tab 힌트   F1 도움말"


def test_they_move_closer_before_one_is_dropped() -> None:
    wide = cell_len(drawn(80))
    assert drawn(wide - 1) == " Enter 채점  Space 답 보기  Tab 힌트  F1 도움말"


def test_the_one_before_the_last_is_dropped_first() -> None:
    assert drawn(40) == " Enter 채점   Space 답 보기   F1 도움말"


def test_first_and_last_always_stay() -> None:
    assert drawn(5) == " Enter 채점   F1 도움말"
