"""What the help lists is what the keys do: every screen, every place, every key."""

from importlib import import_module
from pkgutil import iter_modules

import pytest
from textual.binding import Binding

from overmorrow.tui import keys, screens
from overmorrow.tui.keys import JAMO, TABLE, live
from overmorrow.tui.places import WRITING, Place
from overmorrow.tui.screens.page import Page

for _module in iter_modules(screens.__path__):
    import_module(f"overmorrow.tui.screens.{_module.name}")


def _below(kind: type[Page]) -> list[type[Page]]:
    return [kind, *(each for sub in kind.__subclasses__() for each in _below(sub))]


def _bound(screen: type[Page]) -> list[tuple[str, str]]:
    """Return every key of a screen with its action, without arguments and the app's prefix."""
    return [
        (each.key, each.action.partition("(")[0].removeprefix("app."))
        for each in screen.BINDINGS
        if isinstance(each, Binding)
    ]


SCREENS = [screen for screen in _below(Page) if "BINDINGS" in vars(screen)]


def _is_text(place: Place, key: str) -> bool:
    """Return whether a box takes the key, or it is a command's letter with Alt."""
    return place in WRITING and (len(key) == 1 or key == "enter" or key.startswith("alt+"))


def _places(screen: type[Page]) -> list[Place]:
    """Return the places whose every key the screen binds."""
    bound = set(_bound(screen))
    return [
        place
        for place in Place
        if any(place in command.places and len(command.places) < 30 for command in TABLE)
        and {
            (key, command.action.partition("(")[0])
            for command in TABLE
            if place in command.places
            for key in keys._sent(command)
        }
        <= bound
    ]


def test_every_place_with_keys_of_its_own_is_on_a_screen() -> None:
    own = {place for command in TABLE if len(command.places) < 30 for place in command.places}
    assert own <= {place for screen in SCREENS for place in _places(screen)}


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.__name__)
def test_no_key_works_that_the_help_leaves_out(screen: type[Page]) -> None:
    unlisted = []
    for place in _places(screen):
        listed = {
            key for command in TABLE if place in command.places for key in keys._sent(command)
        }
        for key, action in _bound(screen):
            if key not in listed and live(action, place) and not _is_text(place, key):
                unlisted.append((place.value, key, action))
    assert unlisted == []


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.__name__)
def test_a_key_does_what_the_help_says(screen: type[Page]) -> None:
    """Of several actions on a key, the first that is live is done."""
    other = []
    for place in _places(screen):
        for command in TABLE:
            for key in keys._sent(command) if place in command.places else ():
                done = [action for bound, action in _bound(screen) if bound == key]
                first = next(action for action in done if live(action, place))
                if first != command.action.partition("(")[0]:
                    other.append((place.value, key, command.action, first))
    assert other == []


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.__name__)
def test_every_key_that_is_listed_does_something(screen: type[Page]) -> None:
    for place in _places(screen):
        for command in TABLE:
            action = command.action.partition("(")[0]
            if place in command.places:
                assert live(action, place)
                of_app = keys.scoped(action) != action
                assert of_app or callable(getattr(screen, f"action_{action}", None)), command


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.__name__)
def test_every_letter_works_by_its_jamo_wherever_it_works(screen: type[Page]) -> None:
    bound = set(_bound(screen))
    for key, action in bound:
        if key in JAMO:
            assert (JAMO[key], action) in bound
            assert {(f"alt+{key}", action), (f"alt+{JAMO[key]}", action)} <= bound
