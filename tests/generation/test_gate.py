"""The gate that every proposal passes, whoever made it."""

from datetime import date

import pytest

from overmorrow.generation.article import Article, read_article
from overmorrow.generation.pointers import points_away
from overmorrow.generation.proposal import BLANK, Kind, Proposal
from overmorrow.generation.verify import Refusal, refusal

TEXT = (
    "한강의 다리\n\n한강대교는 1917년에 놓였다. 길이는 1005미터다.\n\n양화대교는 1965년에 놓였다.\n"
)


@pytest.fixture
def article() -> Article:
    return read_article(TEXT, day=date(2020, 5, 1))


def proposal(prompt: str, answer: str, sentence: str = "한강대교는 1917년에 놓였다.") -> Proposal:
    start = TEXT.index(sentence)
    at = TEXT.index(answer, start)
    return Proposal(
        prompt=prompt,
        answer=answer,
        kind=Kind.DATE,
        start=start,
        end=start + len(sentence),
        answer_start=at,
        answer_end=at + len(answer),
        sentence=sentence,
        score=0.5,
    )


def test_a_true_proposal_passes(article: Article) -> None:
    assert refusal(proposal("한강대교는 몇 년에 놓였나?", "1917년"), article) is None


def test_an_altered_sentence_is_refused(article: Article) -> None:
    good = proposal("한강대교는 몇 년에 놓였나?", "1917년")
    changed = good._replace(sentence=good.sentence.replace("놓", "세"))
    assert refusal(changed, article) is Refusal.SOURCE


def test_an_answer_from_elsewhere_is_refused(article: Article) -> None:
    moved = proposal("한강대교는 몇 년에 놓였나?", "1917년")._replace(answer="1965년")
    assert refusal(moved, article) is Refusal.ANSWER


def test_an_answer_may_be_said_otherwise_if_the_texts_own_words_count_too(article: Article) -> None:
    said = proposal("한강대교는 몇 년에 놓였나?", "1917년")
    assert refusal(said._replace(answer="천구백십칠 년", aliases=("1917년",)), article) is None


def test_a_number_that_is_nowhere_near_is_refused(article: Article) -> None:
    asked = proposal("1950년의 한강대교는 몇 년에 놓였나?", "1917년")
    assert refusal(asked, article) is Refusal.NUMBER


def test_a_year_that_last_year_may_have_become_is_near(article: Article) -> None:
    assert refusal(proposal("2019년에 본 한강대교는 몇 년에 놓였나?", "1917년"), article) is None


@pytest.mark.parametrize(
    ("prompt", "answer"),
    [
        ("한강대교는 1917년 몇 월에 놓였나?", "1917년"),
        (f"한강대교 곧 {BLANK}는 언제 놓였나", "한강대교"),
    ],
)
def test_a_prompt_that_gives_the_answer_away_is_refused(
    prompt: str, answer: str, article: Article
) -> None:
    assert refusal(proposal(prompt, answer), article) is Refusal.LEAK


@pytest.mark.parametrize(
    "prompt", [f"{BLANK}.", f"[한강의 다리] {BLANK}도 있다.", f"{BLANK} 놓인 {BLANK}."]
)
def test_a_prompt_that_says_too_little_is_refused(prompt: str, article: Article) -> None:
    assert refusal(proposal(prompt, "1917년"), article) is Refusal.EMPTY


@pytest.mark.parametrize(
    "prompt",
    [
        "그는 몇 년에 태어났나?",
        "이 다리는 몇 년에 놓였나?",
        "한강대교는 같은 해에 놓였나?",
        "어제 문을 연 곳은 어디인가?",
        "이때 세운 절은 무엇인가?",
        "[인쇄] 그동안 찍은 책은 몇 권인가?",
        "He arrived in ____ by ship.",
        "The bridge was renamed the same year by ____.",
        "Of the two sisters, the latter was born in ____.",
        "The mayor resigned last week over ____.",
    ],
)
def test_words_that_point_outside_the_prompt_are_found(prompt: str) -> None:
    assert points_away(prompt)


@pytest.mark.parametrize(
    "prompt",
    [
        "한강대교는 몇 년에 놓였나?",
        "개통 당시 길이는 몇 m였나?",
        "“오늘은 비, 내일은 ____”라는 말을 한 사람은?",
        "시내버스와 같은 요금을 받는 배는?",
        "1910년 문을 열었고, 같은 해 몇 월에 닫았나?",
        "1500년까지 인쇄소가 늘었고, 그동안 찍은 책은 몇 권인가?",
        "다리를 놓았고, 이를 기념해 ____ 세웠다.",
        "Which river flows through the city that he founded?",
        "The bridge was opened in 1917 and renamed the same year by ____.",
        "A former student of Lavoisier named the element ____.",
        "In the last week of February 1974 the strike reached ____.",
        "The continent broke up 180 million years ago into ____.",
    ],
)
def test_words_that_point_at_nothing_outside_may_stay(prompt: str) -> None:
    assert not points_away(prompt)
