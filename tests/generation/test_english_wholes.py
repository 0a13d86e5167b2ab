"""The answers of English cards are whole, and their prompts say what they need."""

import pytest

from overmorrow.generation.english_pointers import pointers
from overmorrow.generation.english_spans import read
from overmorrow.generation.english_tagger import StandardTagger
from overmorrow.generation.english_title import hero_within
from overmorrow.generation.english_token import Token
from overmorrow.generation.maker import Maker
from overmorrow.generation.proposal import Proposal
from tests.generation.english_texts import english_makers, made

NAMES = ["standard", "spacy"][: len(english_makers())]


@pytest.fixture(params=english_makers(), ids=NAMES)
def maker(request: pytest.FixtureRequest) -> Maker:
    found: Maker = request.param
    return found


def answers(maker: Maker, text: str) -> dict[str, Proposal]:
    return {each.answer: each for each in made(maker, text)}


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param(
            "After two families had been killed by leaks, Ann Lind and Rolf Dahl made a pump.",
            ["leaks, Ann Lind, Rolf Dahl"],
            id="list-over-a-comma",
        ),
        pytest.param(
            "The mill in the hills of Orm was named after her father, a smith and judge.",
            ["her father, smith, judge"],
            id="apposition",
        ),
        pytest.param(
            "Ann Lind found that the water boils at about minus 25 °C and draws heat out of Orm.",
            ["C, draws heat", "25", "25 °"],
            id="letter-of-a-unit",
        ),
        pytest.param(
            "A machine of Ann Lind lifts the box and gives it off to the guests of Orm.",
            ["box, gives"],
            id="verb-behind-and",
        ),
        pytest.param(
            "The old ship of Ann Lind came back to Orm after 72 days, 6 hours and 11 minutes.",
            ["72", "6", "11", "72 days"],
            id="time-in-two-units",
        ),
        pytest.param(
            "In 1911 Ann Lind was taken to the big prison on Blackwell's Island.",
            ["Island"],
            id="name-behind-an-owner",
        ),
        pytest.param(
            "Ann Lind wrote the songs for the hero of Jules Verne's novel in 1911.",
            ["Jules Verne's novel"],
            id="what-somebody-made",
        ),
        pytest.param(
            "The first machines of Orm used ammonia, sulphur dioxide or methyl chloride.",
            ["chloride", "dioxide"],
            id="half-an-item",
        ),
        pytest.param(
            "In 1895 Rolf Dahl moved to Orm and swept the floor of a mill that made clothes.",
            ["Orm, swept", "made clothes"],
            id="verb-before-a-determiner",
        ),
        pytest.param(
            "Rolf Dahl arrived at the old mill of Orm with his brother Ole and four hoods.",
            ["his brother Ole, four hoods"],
            id="row-of-somebody's",
        ),
        pytest.param(
            "The water of the lock in Orm is used again for the next ship.",
            ["next ship"],
            id="whichever-is-next",
        ),
        pytest.param(
            "In 1949 the Norland Ministry of Trade and Industry bought the mill of Orm.",
            ["Norland Ministry of Trade, Industry", "Norland Ministry", "Industry"],
            id="name-with-and",
        ),
        pytest.param(
            "The smiths of Orm Mill let the plants of Norby cross by accident in 1911.",
            ["accident"],
            id="idiom",
        ),
    ],
)
def test_no_answer_is_torn_out_of_what_belongs_together(
    maker: Maker, text: str, parts: list[str]
) -> None:
    found = answers(maker, text)
    assert not [part for part in parts if part in found]


@pytest.mark.parametrize(
    ("text", "answer", "aliases"),
    [
        pytest.param(
            "The old ship of Ann Lind came back to Orm after 72 days, 6 hours and 11 minutes.",
            "72 days, 6 hours and 11 minutes",
            (),
            id="time-in-three-units",
        ),
        pytest.param(
            "Ann Lind found that the water boils at about minus 25 °C in the old mill of Orm.",
            "minus 25",
            ("-25",),
            id="below-zero",
        ),
        pytest.param(
            "Ann Lind was born on May 5, 1864, in Cochran's Mills, a hamlet near Norby.",
            "Cochran's Mills",
            ("in Cochran's Mills",),
            id="place-of-an-owner",
        ),
        pytest.param(
            "The story of Ann Lind was sold in 1911 as Ten Days in a Mill.",
            "Ten Days in a Mill",
            (),
            id="title-with-a-number",
        ),
        pytest.param(
            "Ann Lind joined the Corps of Bridges and Roads in 1911 and moved to Orm.",
            "Corps of Bridges and Roads",
            (),
            id="name-with-and",
        ),
        pytest.param(
            "In 1911 a drought made Orm cut the number of ships from 36 to 22 a day.",
            "36 to 22",
            (),
            id="both-ends-of-a-change",
        ),
    ],
)
def test_what_is_whole_is_asked_for_and_no_half_of_it_counts(
    maker: Maker, text: str, answer: str, aliases: tuple[str, ...]
) -> None:
    assert answers(maker, text)[answer].aliases == aliases


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The editor, Rolf Dahl, was so struck by it that Ann Lind got a job.", ["it"]),
        ("Rolf Dahl, who is 71, will not run it.", ["it"]),
        ("The island of 1,900 people turns them into boats.", ["them"]),
        ("The first task there was to dig a well in Orm.", ["there"]),
        ("Engineers at Orm College proposed replacing it by a lock.", ["it"]),
        ("The Society of Civil Smiths has named them in 1911.", ["them"]),
        ("The mill of Orm moved, and Ann Lind sold it.", []),
        ("In Norland the same storm flooded Orm.", ["same"]),
        ("A storm hit Orm, and the same storm flooded Norby.", []),
        ("In 1925 Rolf Dahl hired her as a smith.", ["her"]),
        ("In the United Isles she worked with Rolf Dahl.", ["she"]),
        ("In the town of Orm there was a well.", []),
        ("On one side of Orm there was a well.", []),
    ],
)
def test_a_word_does_not_point_at_what_it_cannot_mean(sentence: str, words: list[str]) -> None:
    found = read(sentence, next(iter(StandardTagger().read([sentence]))))
    assert [found.tokens[each.place].text for each in pointers(found)] == words


@pytest.mark.parametrize(
    ("text", "prompt"),
    [
        ("Rolf Dahl was a Norland inventor of pumps.", "Who was Rolf Dahl?"),
        (
            "How a Lock Lifts a Ship\n\nA lock is a chamber with a gate at each end.",
            "[How a Lock Lifts a Ship] What is a lock?",
        ),
    ],
)
def test_who_or_what_something_is_is_asked_under_the_title(
    maker: Maker, text: str, prompt: str
) -> None:
    assert prompt in [each.prompt for each in made(maker, text)]


@pytest.mark.parametrize(
    ("before", "sentence", "answer"),
    [
        pytest.param(
            "In 1885 the Norby Dispatch printed a column against the women of Orm.",
            'Ann Lind sent a furious reply, signed "Lonely Orphan Girl".',
            "Lonely Orphan Girl",
            id="reply",
        ),
        pytest.param(
            "Ann Lind thought that the core of the Earth was solid.",
            "Lind published the idea in 1936 in a paper with a short title.",
            "1936",
            id="idea",
        ),
        pytest.param(
            "Ann Lind thought that the core of the Earth was solid.",
            "At the time most smiths in the north of Norland blamed the clocks of Orm Mill.",
            "Orm Mill",
            id="at-the-time",
        ),
    ],
)
def test_what_answers_or_names_no_idea_brings_along_to_what(
    maker: Maker, before: str, sentence: str, answer: str
) -> None:
    found = [each for each in made(maker, f"{before} {sentence}") if each.answer == answer]
    assert found
    assert all(each.prompt.startswith(before) for each in found)


def test_what_points_back_and_says_last_year_has_the_sentence_before(maker: Maker) -> None:
    heaps = "For years the harbour of Skarvik was lined with heaps of torn nets."
    turned = "Last year the island turned them into 640 boats."
    found = made(maker, f"Nets of Skarvik\nJune 14, 2024\n\n{heaps} {turned}")
    sold = [each for each in found if each.answer == "640"]
    assert [each.prompt.startswith(f"{heaps} In 2023 ") for each in sold] == [True]


@pytest.mark.parametrize("verb", ["warns", "points out"])
@pytest.mark.parametrize("answer", ["Kari Moen", "University of Norby"])
def test_who_only_warns_and_where_such_a_one_works_is_worth_little(
    maker: Maker, answer: str, verb: str
) -> None:
    told = "Kari Moen, a researcher at the University of Norby,"
    rest = "that boats of nylon shed 12 grams of dust in 1911."
    passing = answers(maker, f"{told} {verb} {rest}")
    lasting = answers(maker, f"{told} proved {rest}")
    assert answer not in passing or passing[answer].score < lasting[answer].score / 1.3


@pytest.mark.skipif("spacy" not in NAMES, reason="spaCy is optional")
@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        pytest.param(
            "Several doctors declared her insane, and she was taken to the prison of Orm in 1887.",
            "Ann Lind's insane",
            id="her-is-nobody's",
        ),
        pytest.param(
            "Her team measured up to 12 grams a year.", "measure up to a year", id="up-to"
        ),
        pytest.param(
            "Next comes the old valve, a very narrow passage of Orm.", "____ comes", id="next"
        ),
    ],
)
def test_a_prompt_is_good_grammar(sentence: str, wrong: str) -> None:
    found = made(english_makers()[-1], f"Ann Lind\n\nAnn Lind was a smith in Norby. {sentence}")
    assert found
    assert not [each.prompt for each in found if wrong in each.prompt]


LEHMANN = """The Woman Who Heard the Core

In 1929 an earthquake shook Norland. Inge Lehmann cut boxes into cards for every station of Orm.
Lehmann had set up the clocks of Orm herself, and Lehmann did not trust those of Norby.

She was born in Copenhagen in 1888 and went to the school of Hanna Adler. She left it for the
insurance office of her uncle. She learned to read the waves from Beno Gutenberg in Darmstadt.

Lehmann published her first paper in 1936, and she retired in 1953.
"""


@pytest.mark.skipif("spacy" not in NAMES, reason="spaCy is optional")
def test_she_is_the_one_of_whom_an_article_tells_whose_title_names_nobody() -> None:
    found = [each.prompt for each in made(english_makers()[-1], LEHMANN) if each.answer == "1888"]
    assert found
    assert all("Inge Lehmann" in prompt for prompt in found)


def told(sentence: str) -> list[Token]:
    """Return words of which those with a capital are of persons' names."""
    return [
        Token(word, 0, 1, "PROPN", "NNP", entity="PERSON")
        if word[0].isupper()
        else Token(word, 0, 1, "X")
        for word in sentence.split()
    ]


@pytest.mark.parametrize(
    ("sentences", "name"),
    [
        pytest.param(
            ["Inge Lehmann met Adler", *["she met Lehmann"] * 4], "Inge Lehmann", id="one"
        ),
        pytest.param(["Inge Lehmann met Adler", *["she met Lehmann and Adler"] * 4], "", id="two"),
        pytest.param(["Inge Lehmann met Ole Lehmann", *["she saw Lehmann"] * 4], "", id="namesake"),
        pytest.param(
            ["Inge Lehmann met Adler", *["she and he met Lehmann"] * 4], "", id="she-or-he"
        ),
        pytest.param(["Inge Lehmann", "she met her Lehmann"], "", id="seldom"),
    ],
)
def test_an_article_is_of_one_person_where_it_keeps_naming_one(
    sentences: list[str], name: str
) -> None:
    found = hero_within([told(sentence) for sentence in sentences])
    assert (found.text if found else "") == name
