"""The repairs of Textual, and whether it still needs them."""

import asyncio

import pytest
from textual.app import App, ComposeResult
from textual.events import Key
from textual.widgets import Input

from overmorrow.tui.repairs import AltInput, CursorInput
from overmorrow.tui.widgets.long_box import LongBox


class Host(App[None]):
    """One box at column 0, row 0."""

    CSS = """
    Input { border: none; padding: 0; height: 1; width: 12; margin-left: 3; }
    LongBox { margin-left: 3; }
    """

    def __init__(self, box: Input | LongBox) -> None:
        super().__init__()
        self.box = box

    def compose(self) -> ComposeResult:
        yield self.box


def cursor_after(box: Input | LongBox, *keys: str) -> tuple[int, int]:
    async def scenario() -> tuple[int, int]:
        host = Host(box)
        async with host.run_test(size=(30, 4)) as pilot:
            await pilot.pause()
            for key in keys:
                host.post_message(Key(key, key[-1] if len(key) == 1 or "+" in key else None))
                await pilot.pause()
            await pilot.pause()
            return host.cursor_position.x, host.cursor_position.y

    return asyncio.run(scenario())


@pytest.mark.parametrize(
    ("keys", "column"),
    [
        ((), 3),
        (("가",), 5),
        (("가", "나", "a"), 8),
        (("가", "나", "left"), 5),
        (("가", "나", "home"), 3),
        (("가",) * 9, 14),
        ((*("가",) * 9, "home"), 3),
    ],
)
def test_cursor_of_the_terminal_stands_on_the_drawn_one(keys: tuple[str, ...], column: int) -> None:
    assert cursor_after(CursorInput(), *keys) == (column, 0)


def test_a_text_written_while_the_box_was_hidden_is_moved_under_its_cursor() -> None:
    async def scenario() -> tuple[int, int]:
        box = CursorInput()
        box.display = False
        host = Host(box)
        async with host.run_test(size=(30, 4)) as pilot:
            box.value = "가나다라마바사아자차"
            box.cursor_position = 10
            box.display = True
            box.focus()
            await pilot.pause()
            await pilot.pause()
            return box.scroll_offset.x, host.cursor_position.x

    assert asyncio.run(scenario()) == (9, 14)


def test_cursor_of_the_terminal_stands_in_an_empty_box_of_several_lines() -> None:
    assert cursor_after(LongBox()) == (4, 0)
    assert cursor_after(LongBox(), "가") == (6, 0)


def test_plain_input_still_puts_the_cursor_elsewhere() -> None:
    assert cursor_after(Input(), "가") != (5, 0), "Textual is mended: drop CursorInput"


@pytest.mark.parametrize("key", ["alt+u", "alt+ㅕ"])
def test_alt_with_a_letter_is_not_typed(key: str) -> None:
    box = AltInput()
    cursor_after(box, "가", key)
    assert box.value == "가"


def test_plain_input_still_types_alt_with_a_letter() -> None:
    box = Input()
    cursor_after(box, "alt+u")
    assert box.value == "u", "Textual is mended: drop AltInput"
