from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overmorrow.clock import StudyDay
from overmorrow.grading.grade import grade
from overmorrow.jobs.asked import Asked, AskKind
from overmorrow.jobs.asking import asked_card, shuffled
from overmorrow.jobs.deck_options import change_options
from overmorrow.jobs.judging import Effort, Measure, judge
from overmorrow.store.database import Database
from tests.jobs.conftest import SteppingClock

DAY = StudyDay(739_943)


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


def asked_of(database: Database, prompt: str, answering: str) -> Asked:
    ids = [row[0] for row in database.rows("SELECT id FROM card ORDER BY id")]
    every = [asked_card(database, each, AskKind.NEW, DAY, answering) for each in ids]
    return next(each for each in every if prompt in each.card.prompt)


@pytest.mark.parametrize("prompt", ["Which river", "How long", "capital of France", "Paris"])
def test_an_answer_can_be_chosen_among_wrong_ones_of_its_deck(
    database: Database, prompt: str
) -> None:
    asked = asked_of(database, prompt, "choice")
    assert len(asked.choices) >= 3
    right = [each for each in asked.choices if grade(each, asked.card).verdict.accepted]
    assert right == [asked.card.answer]


def test_the_other_way_round_other_prompts_are_chosen_among(database: Database) -> None:
    choices = asked_of(database, "Paris", "choice").choices
    assert "capital of France" in choices
    prompts = {row[0] for row in database.rows("SELECT prompt FROM note")}
    assert prompts >= set(choices)


def test_a_list_is_written_and_a_choice_stays_one(database: Database) -> None:
    assert asked_of(database, "Name the three", "choice").choices == ()
    for answering in ("typed", "self", "choice"):
        fruit = asked_of(database, "Which of these", answering)
        assert sorted(fruit.choices) == ["apple", "brick", "cloud", "drum"]
        assert not fruit.is_thought


def test_a_deck_says_how_its_cards_are_answered_before_the_setting_does(
    database: Database, clock: SteppingClock
) -> None:
    assert not asked_of(database, "How long", "typed").is_thought
    assert asked_of(database, "How long", "self").is_thought
    change_options(database, "Mini", {"answering": "self"}, clock())
    assert asked_of(database, "How long", "typed").is_thought
    assert asked_of(database, "How long", "choice").choices == ()


def test_a_chosen_answer_is_worth_four_at_most_and_a_typed_one_more(database: Database) -> None:
    asked = asked_of(database, "Which river", "choice")
    quick, measure = Effort(think_ms=300, answer_ms=900), Measure(DAY, median_ms=4000)
    assert judge(asked, asked.card.answer, quick, measure).proposed == 4
    assert judge(asked, "Hangang", quick, measure).proposed == 5
