"""What of news and notices nobody would learn is worth little."""

import pytest

from overmorrow.generation.english import EnglishMaker
from overmorrow.generation.english_title import label_of
from overmorrow.jobs.offers import LEAST_SCORE
from tests.generation.english_texts import made

MAKER = EnglishMaker()


def offered(text: str) -> set[str]:
    """Return the answers of the cards that are offered as good ones."""
    return {each.answer for each in made(MAKER, text) if each.score >= LEAST_SCORE}


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        pytest.param(
            "Martin Oakes, the chairman of the Norby Traders, said that the works of 1962 would "
            "ruin small shops.",
            "Martin Oakes",
            id="who-spoke",
        ),
        pytest.param(
            "The exhibition at the Norby Museum is open from 10 am until 4 pm on 12 days.",
            "12",
            id="opening-hours",
        ),
        pytest.param(
            "The last tram of Norby, number 118, ran to Ashdown in 1962.", "118", id="label"
        ),
        pytest.param(
            "The people of Norby built a machine in 1822 that needed seven men.",
            "seven",
            id="men-of-a-scene",
        ),
        pytest.param(
            "None of the leading engineers had built a canal in Norby before.",
            "leading engineers",
            id="none-of-them",
        ),
    ],
)
def test_what_passes_is_not_offered(sentence: str, answer: str) -> None:
    assert answer not in offered(f"Norby\n\nNorby is a port. {sentence}\n")


def test_who_is_known_for_more_than_speaking_is_offered() -> None:
    text = "Norby\n\nMartin Oakes, a baker, founded the Norby Traders in 1962.\n"
    assert "1962" in offered(text)


def test_a_title_stands_before_a_noun_that_only_others_tell_of() -> None:
    text = "How the Lift Came\n\nElisha Norby, a smith, solved the problem in 1852.\n"
    prompts = [each.prompt for each in made(MAKER, text)]
    assert prompts
    assert all(prompt.startswith("[How the Lift Came] ") for prompt in prompts)


@pytest.mark.parametrize(
    ("title", "label"),
    [
        pytest.param("How to Keep a Compost Heap", "How to Keep a Compost Heap", id="whole"),
        pytest.param("Ink and Gold\n12 October 2023", "Ink and Gold", id="without-its-day"),
        pytest.param(
            "Going Up Again and Again and Again: A Short History of the Elevator in Cities",
            "A Short History of the Elevator in Cities",
            id="longer-part",
        ),
        pytest.param(
            "Flood gates close on the Norland coast for the first time in the last five years",
            "Flood gates close on the Norland coast for the first time",
            id="beginning",
        ),
        pytest.param("Notes [draft] of May", "", id="brackets"),
        pytest.param("Bread", "", id="one-word"),
        pytest.param("word " * 20, "", id="too-long"),
    ],
)
def test_a_title_stands_before_a_prompt_where_it_is_short(title: str, label: str) -> None:
    assert label_of(title) == label


def test_what_is_only_similar_brings_what_it_is_like() -> None:
    text = (
        "Norby levy\n\nEmployers in Norby pay £450 a year for each place. "
        "A similar levy in Orm, introduced in 2012, has raised £90 million.\n"
    )
    prompts = [each.prompt for each in made(MAKER, text) if "similar" in each.sentence]
    assert prompts
    assert all("Employers in Norby" in prompt for prompt in prompts)
