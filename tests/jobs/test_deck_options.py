import pytest

from overmorrow.errors import NotFoundError
from overmorrow.jobs.deck_options import (
    OptionError,
    change_options,
    deck_options,
    read_option,
)
from overmorrow.jobs.maintain import take_back
from overmorrow.settings import Settings
from overmorrow.store.database import Database
from overmorrow.store.today import today_cards
from tests.jobs.conftest import SteppingClock
from tests.store.building import DAY, NOW, collection

SETTINGS = Settings(new_per_day=20, reviews_per_day=200)


def told(database: Database, name: str) -> dict[str, tuple[object, object, str, object]]:
    return {
        each.key: (each.value, each.own, each.above, each.cap)
        for each in deck_options(database, name, SETTINGS)
    }


def test_a_subdeck_says_what_it_takes_from_above() -> None:
    with collection("산::강", "산::들") as database:
        change_options(database, "산", {"new_per_day": 5, "new_order": "random"}, NOW)
        change_options(database, "산::들", {"reviews_per_day": 9, "new_order": "deck"}, NOW)
        assert told(database, "산::강") == {
            "new_per_day": (20, None, "", 5),
            "reviews_per_day": (200, None, "", None),
            "new_order": ("random", None, "산", None),
            "review_order": ("interval", None, "", None),
            "answering": ("typed", None, "", None),
        }
        assert told(database, "산::들")["reviews_per_day"] == (9, 9, "", None)
        assert told(database, "산::들")["new_order"] == ("deck", "deck", "산", None)


def test_an_option_is_taken_back_and_given_up(database: Database, clock: SteppingClock) -> None:
    change_options(database, "Mini", {"new_per_day": 3}, clock())
    change_options(database, "Mini", {"new_per_day": None, "review_order": "due"}, clock())
    assert told(database, "Mini")["new_per_day"] == (20, None, "", None)
    taken = take_back(database, clock, SETTINGS)
    assert taken
    assert (taken.what, taken.kind, taken.name) == ("deck", "options", "Mini")
    assert told(database, "Mini")["new_per_day"] == (3, 3, "", None)
    assert told(database, "Mini")["review_order"] == ("interval", None, "", None)


def test_setting_what_holds_already_is_no_step(database: Database, clock: SteppingClock) -> None:
    change_options(database, "Mini", {"new_per_day": None}, clock())
    with pytest.raises(NotFoundError):
        change_options(database, "Maxi", {"new_per_day": 1}, clock())
    taken = take_back(database, clock, SETTINGS)
    assert taken
    assert taken.what == "import"


def test_random_new_cards_are_the_same_all_day_and_others_the_next() -> None:
    few = Settings(new_per_day=5)
    with collection("강", notes=60) as database:
        change_options(database, "강", {"new_order": "random"}, NOW)
        first = today_cards(database, None, DAY, few).new
        assert first == today_cards(database, "강", DAY, few).new
        assert len(set(first)) == 5
        assert first != sorted(first)
        assert first != today_cards(database, None, DAY + 1, few).new


@pytest.mark.parametrize(
    ("text", "option"),
    [
        ("new_per_day=7", ("new_per_day", 7)),
        (" review_order = random ", ("review_order", "random")),
        ("new_order=", ("new_order", None)),
    ],
)
def test_options_are_read_from_words(text: str, option: tuple[str, object]) -> None:
    assert read_option(text) == option


@pytest.mark.parametrize("text", ["new_per_day=many", "new_per_day=10000", "new_order=up", "x=1"])
def test_what_is_no_option_is_refused(text: str) -> None:
    with pytest.raises(OptionError):
        read_option(text)


def test_the_way_of_answering_comes_from_the_deck_above_or_else_the_settings() -> None:
    with collection("산::강", "산::들") as database:
        change_options(database, "산::들", {"answering": "choice"}, NOW)
        settings = SETTINGS._replace(answering="self")

        def holds(name: str) -> tuple[object, str]:
            found = next(
                each for each in deck_options(database, name, settings) if each.key == "answering"
            )
            return found.value, found.above

        assert holds("산::강") == ("self", "")
        assert holds("산::들") == ("choice", "")
        change_options(database, "산", {"answering": "typed"}, NOW)
        assert holds("산::강") == ("typed", "산")
