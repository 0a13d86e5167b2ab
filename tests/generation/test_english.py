import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overmorrow.cards.note import AnswerType
from overmorrow.generation.article import read_article
from overmorrow.generation.english import EnglishMaker
from overmorrow.generation.proposal import BLANK, Doubt, Kind
from overmorrow.generation.verify import Refusal, refusal
from tests.generation.english_texts import KITCHEN, LIFE, NEWS, made, pairs
from tests.growth import grows_evenly

MAKER = EnglishMaker()
SCRAPS = """the The a It they This which and or of in on by because to is was were has King
Paris river Tom Ann 1990 12 $5 3% three May last year yesterday called , . ; : ( ) " “ ”
' — - 's & ? founded built city company however There are"""
WORDS = st.sampled_from(SCRAPS.split())


@pytest.mark.parametrize(
    ("text", "prompt", "answer"),
    [
        pytest.param(
            NEWS,
            "[Harbour ferry to run all night from April] Three new electric boats were bought in "
            f"January from Voltmarin, a shipyard based in {BLANK}.",
            "Gdansk",
            id="place",
        ),
        pytest.param(
            NEWS,
            f"The Marlow Taxi Association's president, {BLANK}, wants the council to pay drivers "
            "a subsidy of $250 a month.",
            "Tom Reyes",
            id="its-is-named",
        ),
        pytest.param(
            LIFE,
            f"Amelia Thornbury was born in {BLANK}, the daughter of a ship's carpenter.",
            "Whitby",
            id="she-is-named",
        ),
        pytest.param(
            LIFE,
            f"Amelia Thornbury's first map, published in {BLANK}, showed the fishing grounds of "
            "the Dogger Bank.",
            "1893",
            id="year",
        ),
        pytest.param(
            KITCHEN,
            f"[How I learned to bake bread] A starter needs three things: {BLANK}.",
            "flour, water, patience",
            id="list",
        ),
        pytest.param(
            KITCHEN,
            f"[How I learned to bake bread] Steam keeps the crust soft because {BLANK}.",
            "a dry crust would stop the loaf from rising",
            id="cause",
        ),
        pytest.param(
            KITCHEN,
            "In what year was the World Baking Union founded in Lille?",
            "1954",
            id="question",
        ),
    ],
)
def test_a_fact_is_asked_for_as_a_reader_would(text: str, prompt: str, answer: str) -> None:
    assert (prompt, answer) in pairs(made(MAKER, text))


def test_what_something_is_is_asked_and_told() -> None:
    found = {each.prompt: each for each in made(MAKER, KITCHEN) if each.kind is Kind.DEFINITION}
    card = found["[How I learned to bake bread] What is sourdough?"]
    assert card.answer == "bread raised by wild yeast and bacteria"


def test_a_relative_day_is_read_by_the_day_of_the_article() -> None:
    found = {
        each.aliases[0]: each
        for each in made(MAKER, NEWS)
        if each.aliases and each.kind is Kind.DATE
    }
    assert found["yesterday"].answer == "March 2, 2024"
    assert found["last year"].answer == "2023"
    assert found["last year"].answer_type is AnswerType.DATE


def test_without_a_day_nothing_is_said_of_yesterday() -> None:
    undated = NEWS.replace("March 3, 2024\n", "")
    assert not any("yesterday" in each.sentence for each in made(MAKER, undated))


def test_what_is_carried_over_is_marked() -> None:
    carried = [each for each in made(MAKER, LIFE) if each.sentence.startswith("She was born")]
    assert carried
    assert all(Doubt.CARRIED in each.doubts for each in carried)


@pytest.mark.parametrize(
    "beginning", ["This was settled", "However, her rival", "I started baking", "Not everyone"]
)
def test_a_sentence_that_points_away_makes_no_card(beginning: str) -> None:
    texts = (NEWS, LIFE, KITCHEN)
    sentences = {each.sentence for text in texts for each in made(MAKER, text)}
    assert not any(sentence.startswith(beginning) for sentence in sentences)


def test_a_gloss_beside_the_answer_is_taken_out_and_counts() -> None:
    found = {each.answer: each for each in made(MAKER, KITCHEN)}
    card = found["World Baking Union"]
    assert "WBU" not in card.prompt
    assert "WBU" in card.aliases


def test_a_list_stands_from_its_first_item_to_its_last() -> None:
    listed = next(each for each in made(MAKER, KITCHEN) if len(each.items) == 3)
    assert listed.answer_type is AnswerType.LIST
    assert KITCHEN[listed.answer_start : listed.answer_end] == "flour, water and patience"
    assert "flour, water and patience" in listed.aliases


def test_a_title_that_names_the_topic_stands_before_what_does_not_say_it() -> None:
    text = (
        "Lake Orm\n\nThe river Tamm feeds Lake Orm. Small boats cross Lake Orm every day. "
        "Many kinds of fish are found in the deep water of Norby Bay.\n"
    )
    prompts = [each.prompt for each in made(MAKER, text) if "Norby" in each.sentence]
    assert prompts
    assert all(prompt.startswith("[Lake Orm] ") for prompt in prompts)


def test_a_headline_stands_before_what_speaks_of_nobody_by_name() -> None:
    label = "[Harbour ferry to run all night from April] "
    found = made(MAKER, NEWS)
    boats = [each.prompt for each in found if each.sentence.startswith("Three new")]
    city = [each.prompt for each in found if "The city of Marlow" in each.prompt]
    assert boats
    assert city
    assert all(prompt.startswith(label) for prompt in boats)
    assert not any(prompt.startswith("[") for prompt in city)


def test_a_topic_is_said_where_only_a_part_of_it_is() -> None:
    text = (
        "Norby Canal\n\nThe Norby Canal joins two seas. "
        "He who built the canal was Ann Tamm's father. His wife had asked him for it, "
        "and he did as his king wished. "
        "The canal was widened in 1862 for 300 boats.\n"
    )
    prompts = [each.prompt for each in made(MAKER, text) if "widened" in each.sentence]
    assert prompts
    assert all(prompt.startswith("[Norby Canal] ") for prompt in prompts)


@pytest.mark.parametrize("text", [NEWS, LIFE, KITCHEN])
def test_every_card_of_an_article_passes_the_gate(text: str) -> None:
    article = read_article(text)
    refused = [each for each in MAKER.proposals(article) if refusal(each, article) is not None]
    assert not refused


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=60).map(" ".join) | st.text(max_size=200))
def test_any_text_makes_cards_that_stand_where_they_say(text: str) -> None:
    article = read_article(text, lang="en")
    hard = {Refusal.SOURCE, Refusal.ANSWER, Refusal.LEAK}
    for each in MAKER.proposals(article):
        assert refusal(each, article) not in hard
        assert 0 <= each.score <= 1
        assert len(each.aliases) <= 3


@pytest.mark.parametrize(
    "piece", ["the King of ", "12 ", "(a) ", 'said "a b" ', "Tom and ", "it's, "]
)
def test_no_text_takes_long_to_make_cards_of(piece: str) -> None:
    sentence = f"The {piece * 60}"[:580].strip() + ". "
    assert grows_evenly(lambda times: made(MAKER, sentence * times), 120)


def test_an_endless_sentence_is_left_alone() -> None:
    assert not made(MAKER, "The King of Spain " * 50_000 + "was born in 1990.")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Paul Ekman met the painter Rolf Dahl in Orm. His house burned down in May 1902.",
            id="either-of-two-men",
        ),
        pytest.param(
            "Paul Ekman painted the harbour of Orm with his sister. "
            "Before this trip, Paul Ekman had never left the town of Norby.",
            id="limited-by-what-is-not-said",
        ),
        pytest.param(
            "The harbour of Orm was painted by Paul Ekman. It was sold for $300 in May 1902.",
            id="harbour-or-picture",
        ),
    ],
)
def test_what_could_mean_another_is_asked_behind_the_sentence_before_alone(text: str) -> None:
    first, second = text[: text.index(". ") + 1], text.index(". ") + 2
    cards = [each for each in made(MAKER, text) if each.start == second]
    assert all(each.prompt.startswith(f"{first} ") for each in cards)
    assert all(Doubt.CARRIED in each.doubts for each in cards)


def test_a_phrase_that_points_back_can_go_where_the_rest_is_whole() -> None:
    text = "A storm hit the coast. During this storm, the Norby Bridge was destroyed by a tanker."
    prompts = {each.prompt for each in made(MAKER, text)}
    assert "Which bridge was destroyed by a tanker?" in prompts
    assert not any("this storm" in prompt for prompt in prompts)


def test_a_gap_for_one_common_noun_is_marked() -> None:
    found = {each.answer: each for each in made(MAKER, KITCHEN)}
    doubtful = [each for each in found.values() if Doubt.LOOSE_GAP in each.doubts]
    assert all(len(each.answer.split()) == 1 for each in doubtful)
    assert Doubt.LOOSE_GAP not in found["World Baking Union"].doubts


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Navigation is the old art of navigating ships at sea.", id="akin"),
        pytest.param("Only a small number of the old mills of Norby were saved.", id="measure"),
    ],
)
def test_what_says_nothing_is_not_asked_for(sentence: str) -> None:
    answers = {each.answer for each in made(MAKER, sentence)}
    assert not answers & {"Navigation", "small number"}
