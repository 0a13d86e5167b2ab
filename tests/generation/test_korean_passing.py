"""What of Korean texts passes or hardly counts is worth little; what is named is named in full."""

import pytest

from overmorrow.generation.article import read_article
from overmorrow.generation.korean import KoreanMaker
from overmorrow.generation.korean_amounts import amounts
from overmorrow.generation.proposal import Proposal
from overmorrow.generation.propose import propose
from overmorrow.jobs.offers import LEAST_SCORE


def cards(text: str) -> list[Proposal]:
    """Return what passes the gate of a text, by rules that need nothing but Python."""
    return list(propose(read_article(text), [KoreanMaker()], budget=1000).proposals)


def offered(text: str) -> set[str]:
    """Return the answers of the cards that are offered as good ones."""
    return {each.answer for each in cards(text) if each.score >= LEAST_SCORE}


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        pytest.param("달빛도서관은 오전 9시에 열고 오후 8시에 닫는다.", "오전 9시", id="opening"),
        pytest.param("달빛도서관의 주차 요금은 2,000원이다.", "2,000원", id="fee"),
        pytest.param("개관일에는 작가 김보람의 강연이 열린다.", "김보람", id="event"),
        pytest.param("달빛도서관은 역에서 버스로 40분 거리에 있다.", "40분", id="way-by-bus"),
        pytest.param("달빛도서관의 빵은 한 개에 2,500원이다.", "2,500원", id="price-of-one"),
        pytest.param("문의는 달빛도서관(02-123-4567)으로 하면 된다.", "달빛도서관", id="phone"),
        pytest.param("달빛도서관은 21일 주민 설명회를 연다.", "21일", id="meeting"),
        pytest.param("달빛도서관 지붕에는 탑 세 개가 솟았다.", "세 개", id="three-things"),
        pytest.param("달빛도서관은 2단계 공사를 마쳤다.", "2단계", id="stage"),
        pytest.param("달빛도서관 안에는 그림이 있다.", "그림", id="something-is-there"),
        pytest.param(
            "30년 동안 달빛도서관에 다닌 김보람(67) 씨는 “늘 고맙다”고 말했다.",
            "30년",
            id="of-a-witness",
        ),
        pytest.param("달빛도서관에는 사서 7명이 일한다.", "7명", id="few"),
        pytest.param("달빛도서관 3층에는 기록관이 들어섰다.", "3층", id="floor"),
        pytest.param(
            "달빛도서관은 막시밀리안 2세의 책상을 전시한다.", "2세", id="number-in-a-name"
        ),
        pytest.param("달빛도서관은 2차 공사를 마쳤다.", "2차", id="turn"),
        pytest.param("달빛도서관은 나무를 1제곱미터에 81그루 심었다.", "1제곱미터", id="per-one"),
        pytest.param(
            "달빛도서관은 자료실, 기록관, 식당의 세 부분으로 이루어진다.",
            "세 부분",
            id="told-by-list",
        ),
        pytest.param(
            "달빛도서관의 기둥 27개는 27대 왕을 뜻한다는 풀이가 있다.", "27개", id="same-number"
        ),
    ],
)
def test_what_passes_or_hardly_counts_is_not_offered(sentence: str, answer: str) -> None:
    assert answer not in offered(f"달빛도서관\n\n달빛도서관은 공공 도서관이다. {sentence}\n")


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        pytest.param("달빛도서관은 1938년에 문을 열었다.", "1938년", id="founded"),
        pytest.param("달빛도서관에는 사서 81명이 일한다.", "81명", id="many"),
        pytest.param("달빛도서관은 공사비로 65억 원을 썼다.", "65억 원", id="cost"),
    ],
)
def test_what_stays_is_offered(sentence: str, answer: str) -> None:
    assert answer in offered(f"달빛도서관\n\n달빛도서관은 공공 도서관이다. {sentence}\n")


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        pytest.param("7일에서 10일이 지나면 부푼다.", ["7일에서 10일"], id="days"),
        pytest.param("돌은 362개에서 366개로 센다.", ["362개에서 366개"], id="things"),
        pytest.param("2만에서 5만 명이 모였다.", ["2만에서 5만 명"], id="thousands"),
        pytest.param("산도 6.0에서 6.5 사이에서 자란다.", ["6.0에서 6.5"], id="no-unit"),
        pytest.param("영하 39도에서 357도까지 남는다.", [], id="below-zero"),
        pytest.param("평균 5년 8개월이 걸린다.", ["5년 8개월"], id="years-and-months"),
        pytest.param("25도에서 4~5시간 둔다.", ["25도", "4~5시간"], id="two-units"),
        pytest.param("1938년에서 12명이 살았다.", ["12명"], id="no-range"),
    ],
)
def test_a_range_is_one_amount_where_both_ends_have_one_unit(
    sentence: str, found: list[str]
) -> None:
    said = [sentence[each.start : each.end] for each in amounts(sentence)]
    assert [each for each in said if each != "1938년"] == found


def test_the_label_is_the_name_that_the_title_gives_in_full() -> None:
    text = (
        "해온시 ‘달빛 도서관’ 문 연다\n\n달빛 도서관은 공공 도서관이다. 도서관은 섬에 있다. "
        "도서관은 바다를 본다. 설계비는 모두 65억 원이 들었다.\n"
    )
    prompts = [each.prompt for each in cards(text) if each.answer == "65억 원"]
    assert prompts
    assert all(prompt.startswith("[달빛 도서관] ") for prompt in prompts)


def test_a_sentence_before_that_speaks_of_something_else_is_left_out() -> None:
    text = (
        "달빛 다리\n\n달빛 다리는 섬을 잇는다. 달빛 다리는 곧다. "
        "바람이 세면 차를 막는다. 공사비는 국비와 시비를 합쳐 65억 원이 들었다.\n"
    )
    prompts = [each.prompt for each in cards(text) if each.answer == "65억 원"]
    assert prompts
    assert not any("바람" in prompt for prompt in prompts)


def test_a_word_pointed_at_is_no_answer() -> None:
    text = "한지\n\n한지는 종이다. 표면을 두드려 다듬는 이 공정을 도침이라고 한다.\n"
    assert "공정" not in {each.answer for each in cards(text)}


def test_places_that_lie_one_in_another_are_no_list() -> None:
    text = "한지\n\n한지는 종이다. 1966년 경주 불국사 석가탑에서 다라니경이 발견되었다.\n"
    assert not any(each.items for each in cards(text))


def test_a_measure_of_two_units_is_asked_for_by_both() -> None:
    text = "새벽바람\n\n새벽바람은 발전소다. 새벽바람의 인허가에는 5년 8개월이 걸렸다.\n"
    prompts = [each.prompt for each in cards(text) if each.answer == "5년 8개월"]
    assert prompts
    assert all("몇 년 몇 개월이" in prompt for prompt in prompts)


def test_what_a_headline_names_between_marks_is_what_the_article_is_about() -> None:
    text = (
        "남해안 첫 풍력단지 ‘새벽바람’ 준공…9만 가구가 쓸 전기 생산\n\n"
        "풍력단지 ‘새벽바람’이 문을 열었다. 풍력단지는 전기를 만든다. "
        "전기는 섬으로 간다. 풍력단지는 바다에 있다. 사업은 2014년에 시작됐다.\n"
    )
    prompts = [each.prompt for each in cards(text) if each.answer == "2014년"]
    assert prompts
    assert all(prompt.startswith("[새벽바람] ") for prompt in prompts)


def test_the_parts_of_a_foreign_name_are_no_list() -> None:
    text = "온도계\n\n다니엘 가브리엘 파렌하이트는 1714년에 온도계를 만들었다.\n"
    assert not any(each.items for each in cards(text))
