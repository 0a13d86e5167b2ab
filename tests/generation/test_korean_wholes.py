"""A Korean clause is asked for with those before it where it cannot be understood without them."""

import pytest

from overmorrow.generation.article import read_article
from overmorrow.generation.korean import KoreanMaker
from overmorrow.generation.korean_amounts import amounts
from overmorrow.generation.proposal import Proposal
from overmorrow.generation.propose import propose


def cards(text: str) -> list[Proposal]:
    """Return what passes the gate of a text, by rules that need nothing but Python."""
    return list(propose(read_article(text), [KoreanMaker()], budget=1000).proposals)


def prompt_for(sentence: str, answer: str) -> str:
    """Return the prompt that asks for an answer of a sentence; nothing if none does."""
    text = f"달빛도서관\n\n달빛도서관은 구름시의 도서관이다.\n\n{sentence}\n"
    return next((each.prompt for each in cards(text) if each.answer == answer), "")


@pytest.mark.parametrize(
    ("sentence", "answer", "kept"),
    [
        pytest.param(
            "구름공단은 가스의 농도를 두 차례 쟀고, 모두 기준인 0.5퍼센트를 밑돌았다.",
            "0.5퍼센트",
            "가스의 농도",
            id="the-object-that-became-the-subject",
        ),
        pytest.param(
            "1층에는 책 2만 권을 들였고, 2030년까지 6만 권으로 늘린다.",
            "6만 권",
            "책 2만 권을",
            id="the-object",
        ),
        pytest.param(
            "구름시는 1938년에 다리 일곱 개를 세웠는데, 지금은 12미터만 남아 있다.",
            "12미터",
            "다리 일곱 개",
            id="now-is-no-topic",
        ),
    ],
)
def test_what_stands_in_the_clause_before_is_kept(sentence: str, answer: str, kept: str) -> None:
    assert kept in prompt_for(sentence, answer)


def test_a_clause_with_a_topic_of_its_own_is_cut_off() -> None:
    sentence = "남쪽 문은 1938년에 세워졌고, 북쪽 문은 1951년에 세워졌다."
    assert "남쪽" not in prompt_for(sentence, "1951년")


def test_a_clause_is_not_given_away_by_those_before_it() -> None:
    sentence = "구름시는 1938년에 문을 열었고, 1938년에 이름을 바꾸었다."
    assert all(each.answer not in each.prompt for each in cards(f"구름시\n\n{sentence}\n"))


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        pytest.param("1톤에 5달러 83센트가 들었다.", ["5달러 83센트"], id="dollars-and-cents"),
        pytest.param("값은 15.8센트였다.", ["15.8센트"], id="cents"),
        pytest.param("축척은 16만분의 1이다.", ["16만분의 1"], id="scale"),
        pytest.param("3천 톤급 배가 닿는다.", ["3천 톤"], id="class-of-ships"),
    ],
)
def test_an_amount_is_whole(sentence: str, found: list[str]) -> None:
    assert [sentence[each.start : each.end] for each in amounts(sentence)][-1:] == found


def test_a_number_before_a_foreign_unit_is_asked_for_as_one() -> None:
    assert [each.ask for each in amounts("컨테이너 2,182만 TEU를 처리했다.")] == ["몇"]


def test_a_time_that_describes_a_noun_stays_before_it() -> None:
    prompt = prompt_for("1951년에 문을 연 기록관은 3천 명의 편지를 모았다.", "1951년")
    assert "몇 년에 3천" not in prompt


def test_the_number_of_a_king_belongs_to_his_name() -> None:
    found = cards("달빛도서관\n\n달빛도서관은 1465년 하랑 2세에게서 땅을 받은 도서관이다.\n")
    assert found
    assert not any(each.answer in ("하랑", "2세") for each in found)


@pytest.mark.parametrize(
    ("sentence", "ask"),
    [
        pytest.param("부품은 6천 개에서 1만 2천 개로 늘었다.", "1만 2천 개", id="grew"),
        pytest.param("돌은 362개에서 366개로 센다.", "362개에서 366개", id="range"),
    ],
)
def test_what_became_of_a_number_is_one_answer(sentence: str, ask: str) -> None:
    assert ask in [sentence[each.start : each.end] for each in amounts(sentence)]


@pytest.mark.parametrize(
    ("sentence", "answer", "wrong"),
    [
        pytest.param(
            "새벽 2시경 군대는 다리를 부수었다.", "새벽 2시", "언제경", id="about-an-hour"
        ),
        pytest.param(
            "2014년의 달빛영화는 6천만 원을 벌었다.", "2014년", "몇 년의 6천만", id="of-a-year"
        ),
        pytest.param(
            "달빛시는 이름을 돌다리에서 새다리로 바꾸었다.", "돌다리", "어디에서", id="renamed"
        ),
        pytest.param("이익은 3만 크로네였다.", "3만 크로네", "얼마 크로네", id="foreign-money"),
        pytest.param("길은 왕복 8차로이다.", "8차로", "몇 차인가", id="lanes"),
    ],
)
def test_a_question_is_grammatical(sentence: str, answer: str, wrong: str) -> None:
    prompt = prompt_for(sentence, answer)
    assert prompt
    assert wrong not in prompt
