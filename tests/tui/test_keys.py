from collections import Counter

import pytest

from overmorrow.messages import LANGUAGES, Messages
from overmorrow.tui import keys
from overmorrow.tui.frame import Frame
from overmorrow.tui.help_rows import help_rows
from overmorrow.tui.keys import JAMO, TABLE, Place, bindings, commands_at, live, shown_keys


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
    rows = help_rows([place], Frame(60, 17), say)
    text = "\n".join("".join(piece for piece, _ in row) for row in rows)
    for command in commands_at(place):
        assert "  ".join(shown_keys(command)) in text
        assert say(f"keys.{command.name}") in text
