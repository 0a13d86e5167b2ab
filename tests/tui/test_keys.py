from collections import Counter

import pytest
from rich.cells import cell_len, set_cell_size

from overmorrow.messages import LANGUAGES, Messages
from overmorrow.tui import keys
from overmorrow.tui.frame import Frame
from overmorrow.tui.help_chapters import commands_of
from overmorrow.tui.help_rows import help_rows
from overmorrow.tui.keys import JAMO, TABLE, bindings, commands_at, live, shown_keys
from overmorrow.tui.places import WRITING, Place


def test_letters_stand_on_the_two_set_keyboard() -> None:
    assert "".join(JAMO[letter] for letter in "qwertyuiop") == "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ"
    assert len(set(JAMO.values())) == 26


@pytest.mark.parametrize("place", list(Place))
def test_no_key_means_two_things_at_one_place(place: Place) -> None:
    at_place = [command for command in TABLE if place in command.places]
    sent = Counter(key for command in at_place for key in keys._sent(command))
    doubled = {key for key, times in sent.items() if times > 1}
    assert doubled <= {"ctrl+q"}


def test_letter_comes_with_jamo_capital_and_alt() -> None:
    sent = {binding.key for binding in bindings(Place.JUDGED) if binding.action == "undo"}
    assert sent == {"f9", "u", "U", "ㅕ", "alt+u", "alt+ㅕ"}


def test_no_printable_key_goes_before_the_box() -> None:
    assert not any(binding.priority for place in Place for binding in bindings(place))


def test_command_is_live_only_at_its_places() -> None:
    assert live("rate", Place.JUDGED)
    assert not live("rate", Place.ASK)
    assert not live("no_such_action", Place.ASK)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_is_named(language: str) -> None:
    say = Messages(language)
    for command in TABLE:
        assert say(f"keys.{command.name}")


@pytest.mark.parametrize("place", list(Place))
def test_help_lists_every_command_of_its_place(place: Place) -> None:
    say = Messages("en")
    rows = help_rows(commands_of([place], lambda _place, _command: True), Frame(60, 17), say)
    text = "\n".join("".join(piece for piece, _ in row) for row in rows)
    for command in commands_at(place):
        assert "  ".join(shown_keys(command)) in text
        assert say(f"keys.{command.name}") in text


@pytest.mark.parametrize("size", [(80, 24), (40, 15)], ids=["80x24", "40x15"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_of_the_help_is_cut(language: str, size: tuple[int, int]) -> None:
    say = Messages(language)
    for place in Place:
        rows = help_rows(commands_of([place], lambda _place, _command: True), Frame(*size), say)
        lines = ["".join(piece for piece, _ in row) for row in rows]
        assert max(map(cell_len, lines)) <= size[0]
        column = 40 if size[0] >= 80 else size[0]
        left = [set_cell_size(line, column) for line in lines]
        right = [line[len(begin) :] for line, begin in zip(lines, left, strict=True)]
        written = "".join("".join([*left, *right]).split())
        for command in commands_at(place):
            words = "".join(shown_keys(command)) + say(f"keys.{command.name}")
            assert "".join(words.split()) in written, (place, command.name)


@pytest.mark.parametrize("place", list(Place))
def test_every_key_of_a_place_is_written_in_its_list(place: Place) -> None:
    listed = {command.name: command for command in commands_at(place)}
    for command in TABLE:
        if place in command.places - WRITING and not listed[command.name].shown:
            assert set(shown_keys(command)) <= set(shown_keys(listed[command.name]))


@pytest.mark.parametrize("place", sorted(WRITING, key=str))
def test_no_letter_or_sign_is_listed_where_it_would_be_typed(place: Place) -> None:
    shown = [key for command in commands_at(place) for key in shown_keys(command)]
    assert [key for key in shown if len(key) == 1 and key.isprintable()] == []
    assert shown
