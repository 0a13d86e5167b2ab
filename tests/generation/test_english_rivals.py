"""No English card names a person of whom the text does not say it."""

import pytest

from overmorrow.generation.maker import Maker
from tests.generation.english_texts import english_makers, made


@pytest.fixture(params=english_makers(), ids=["standard", "spacy"][: len(english_makers())])
def maker(request: pytest.FixtureRequest) -> Maker:
    """Give each of them."""
    found: Maker = request.param
    return found


def prompts(maker: Maker, text: str) -> list[str]:
    """Return the prompts of a text with their gaps filled."""
    return [each.prompt.replace("____", each.answer) for each in made(maker, text)]


def test_the_one_who_acts_is_not_him_whom_the_deed_befalls(maker: Maker) -> None:
    found = prompts(
        maker,
        "The Clocks of Orm\n\nOle Dahl came to Orm in 1763. Harrison showed him only three clocks. "
        "He later built 70 sea clocks.",
    )
    assert not any("Harrison later" in each for each in found)


def test_he_is_not_the_one_who_asked_him(maker: Maker) -> None:
    found = prompts(
        maker,
        "The New Planet\n\nIn France Urban Lever worked on the orbit. Ferdinand Arno had asked him "
        "to take it up in 1845. He gave his first paper to the French Academy in June 1846.",
    )
    assert found
    assert not any(each.startswith("Ferdinand Arno gave") for each in found)


def test_of_two_who_were_named_the_sentence_before_says_which(maker: Maker) -> None:
    before = "Ann Lind wrote to Rolf Dahl in 1846."
    found = prompts(maker, f"The New Planet\n\n{before} He found the comet on 3 May 1847.")
    told = [each for each in found if "comet" in each]
    assert all(before in each for each in told)


def test_a_name_is_not_taken_over_from_a_paragraph_that_named_two(maker: Maker) -> None:
    found = prompts(
        maker,
        "The New Planet\n\nRolf Dahl wrote to Nils Holm in 1846.\n\nIn 1850 he moved to Malmo.",
    )
    assert not any("Malmo" in each for each in found)


def test_the_only_one_who_was_named_is_he(maker: Maker) -> None:
    found = prompts(
        maker, "The New Planet\n\nRolf Dahl built a lens in 1846. He moved to Malmo in 1850."
    )
    assert any("Rolf Dahl move" in each for each in found)


def test_a_place_and_a_name_behind_it_are_not_one_name(maker: Maker) -> None:
    found = made(
        maker,
        "The New Planet\n\nIn England John Adams began to work on the orbit in 1843. "
        "He sent his result to Rolf Dahl in 1845.",
    )
    assert found
    assert not any(each.answer.startswith("England ") for each in found)
    assert not any(each.prompt.startswith("England") for each in found)


def test_there_is_the_place_that_the_sentence_names(maker: Maker) -> None:
    found = prompts(maker, "T\n\nAnn Lind was born in Uppsala in 1881 and studied physics there.")
    assert found
