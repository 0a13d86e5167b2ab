"""Which Korean phrases are no answer, and which questions would be clumsy or stand on nothing."""

from functools import cache, partial
from importlib.util import find_spec

import pytest

from overmorrow.generation.article import read_article
from overmorrow.generation.korean import KoreanMaker
from overmorrow.generation.korean_amounts import amounts
from overmorrow.generation.maker import Maker
from overmorrow.generation.pointers import points_away
from overmorrow.generation.proposal import Proposal
from overmorrow.generation.propose import propose
from overmorrow.jobs.language_tools import best_makers
from overmorrow.jobs.offers import LEAST_SCORE

START = "달빛도서관\n\n달빛도서관은 공공 도서관이다. "
makers = cache(partial(best_makers, ("ko",)))
"""Loaded once: that takes longer than reading a text."""
with_kiwi = pytest.mark.skipif(find_spec("kiwipiepy") is None, reason="kiwipiepy is optional")


def cards(text: str, others: list[Maker] | None = None) -> list[Proposal]:
    """Return what passes the gate of a text, by rules that need nothing else unless told."""
    article = read_article(text, lang="ko")
    return list(propose(article, others or [KoreanMaker()], budget=1000).proposals)


def prompts(text: str, answer: str, others: list[Maker] | None = None) -> list[str]:
    """Return the prompts of a text that have an answer."""
    return [each.prompt for each in cards(text, others) if each.answer == answer]


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        pytest.param("그전까지 달빛도서관은 창고였다.", "그전", id="then"),
        pytest.param("달빛도서관은 이때를 개관일로 정했다.", "이때", id="at-that-time"),
        pytest.param("달빛도서관에는 하루쯤 묵을 방도 있다.", "하루쯤", id="about"),
        pytest.param("밤 구름시에 시간당 140mm가 넘는 비가 쏟아졌다.", "시간당", id="by-the-hour"),
        pytest.param("달빛도서관은 소금을 한데 모은다.", "한데", id="adverb"),
        pytest.param(
            "구름시의 화학자 마지마 리코가 구조 연구를 시작했다.",
            "화학자 마지마 리코가 구조",
            id="subject-within",
        ),
        pytest.param("달빛도서관은 예술의전당을 본떠 지었다.", "예술", id="half-of-a-word"),
        pytest.param(
            "달빛도서관의 책은 1968년 2,687곳에서 430여 곳으로 흩어졌다가 줄었다.",
            "2,687곳",
            id="number-before-it-changed",
        ),
        pytest.param(
            "악기에는 '그라베쳄발로 콜 피아노 에 포르테'라는 이름이 붙었다.",
            "포르테",
            id="half-of-a-term",
        ),
        pytest.param("달빛도서관을 영어로는 문라이트라고 한다.", "영어", id="tongue"),
        pytest.param("얼마 전 달빛도서관은 문을 닫았다.", "얼마", id="some-time"),
        pytest.param(
            "건물이 없던 시절 달빛굴뚝은 동네의 이정표였다.", "시절 달빛굴뚝", id="days-of-old"
        ),
    ],
)
def test_what_says_nothing_by_itself_is_no_answer(sentence: str, answer: str) -> None:
    found = {each.answer for each in cards(START + sentence + "\n", makers())}
    assert found
    assert answer not in found


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        pytest.param("달빛도서관은 한 달 가스비로 690만 원을 낸다.", "한 달", id="a-month"),
        pytest.param(
            "달빛도서관의 책 열 권 가운데 여덟 권이 사라졌다.", "열 권", id="out-of-how-many"
        ),
        pytest.param(
            "주인 김보람 씨는 카운터에 앉아 손님 81명에게 차를 건넸다.",
            "81명",
            id="what-somebody-did",
        ),
    ],
)
def test_what_hardly_counts_is_not_offered(sentence: str, answer: str) -> None:
    found = cards(START + sentence + "\n", makers())
    assert answer not in {each.answer for each in found if each.score >= LEAST_SCORE}


def test_what_became_of_a_number_is_asked_and_not_both() -> None:
    text = START + "달빛도서관의 가스비는 420만 원에서 690만 원이 되었다.\n"
    assert prompts(text, "690만 원")
    assert not prompts(text, "420만 원에서 690만 원")


def test_a_year_of_a_thing_takes_no_particle() -> None:
    text = START + "가장 오래된 1720년 것은 달빛도서관에 있다.\n"
    assert prompts(text, "1720년")
    assert not any("몇 년에 것" in each for each in prompts(text, "1720년"))


def test_what_something_begins_with_is_no_place() -> None:
    text = "조율\n\n조율은 일이다. 조율은 소리굽쇠에서 시작한다.\n"
    assert not any("어디" in each for each in prompts(text, "소리굽쇠", makers()))


def test_a_ministry_is_not_asked_for_by_what() -> None:
    text = START + "2015년에 해양수산부가 달빛도서관을 유산으로 정했다.\n"
    asked = prompts(text, "해양수산부", makers())
    assert asked
    assert not any("무엇" in each for each in asked)


@with_kiwi
def test_a_term_that_ends_like_a_heap_of_things_is_asked_for() -> None:
    text = START + "달빛도서관 앞길을 영어로는 함정 거리(trap street)라고 한다.\n"
    assert prompts(text, "함정 거리", makers())


@with_kiwi
def test_this_company_is_the_one_that_the_paragraph_came_to_speak_of() -> None:
    text = (
        "종이 지도\n\n지도 회사 한빛문화사는 조사원 40명을 두었다. 1996년에는 책 180만 부를 "
        "팔았다. 이 회사에서 28년을 일한 윤태호 편집장은 지도 81장을 그렸다.\n"
    )
    asked = prompts(text, "81장", makers())
    assert asked
    assert all("한빛문화사에서" in each for each in asked)


def test_what_a_measure_became_is_asked_and_not_both() -> None:
    text = START + "달빛도서관의 시계는 100미터에서 10미터 안팎으로 정확해졌다.\n"
    assert prompts(text, "10미터", makers())
    assert not prompts(text, "100미터에서 10미터", makers())
    assert not prompts(text, "100미터", makers())


def test_an_article_is_not_about_people_in_general() -> None:
    text = (
        "달빛을 고치는 사람, 한정우를 만나다\n\n사람은 듣는다. 사람의 귀는 둘이다. "
        "사람도 늙는다. 줄 하나에 걸리는 힘은 평균 80킬로그램에 이른다.\n"
    )
    asked = prompts(text, "80킬로그램")
    assert asked
    assert not any(each.startswith("[사람]") for each in asked)


def test_a_family_name_is_said_in_full_in_every_paragraph() -> None:
    text = (
        "달빛 공방\n\n공방에서 장인 한정우 씨를 만났다. 한정우 씨는 목수다.\n\n"
        "한 씨는 1986년 달빛시의 공장에 들어갔다.\n"
    )
    asked = prompts(text, "1986년")
    assert asked
    assert all("한정우 씨는" in each for each in asked)


def test_this_house_is_not_named_by_a_word_of_the_label() -> None:
    assert points_away("[동네 목욕탕이 사라진 자리] 김보람은 이 목욕탕을 몇 년을 지켰나?")
    assert not points_away("[달빛 목욕탕] 김보람은 이 목욕탕을 몇 년을 지켰나?")


LIFE = "우달호\n\n우달호(1898년 4월 8일 ~ 1959년 8월 10일)는 대한민국의 농학자이다. "


def test_the_second_of_what_is_told_before() -> None:
    text = LIFE + "우달호는 1957년 병상에서 달빛훈장을 받았다. 안익태에 이어 두 번째 수상자였다.\n"
    asked = prompts(text, "안익태", makers())
    assert asked
    assert all("달빛훈장" in each for each in asked)


def test_a_mother_is_of_the_hero() -> None:
    text = (
        LIFE + "우달호는 제주도에 귤을 권했다. 1953년 어머니가 세상을 떠났지만 정부는 그의 출국을 "
        "허락하지 않았다.\n"
    )
    asked = prompts(text, "1953년", makers())
    assert asked
    assert all("우달호" in each for each in asked)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        pytest.param("백골은 칠하지 않은 나무다.", [], id="no-hundred"),
        pytest.param("백 명이 왔다.", ["백 명"], id="hundred"),
        pytest.param("보름과 그믐에 물이 높다.", [], id="full-moon"),
        pytest.param("보름 만에 돌아왔다.", ["보름"], id="fortnight"),
        pytest.param("하루는 1.7밀리초씩 길어진다.", ["1.7밀리초"], id="millisecond"),
    ],
)
def test_an_amount_is_a_number_with_its_whole_unit(sentence: str, found: list[str]) -> None:
    assert [sentence[each.start : each.end] for each in amounts(sentence)] == found


@pytest.mark.parametrize(
    "prompt",
    [
        pytest.param("구름시는 이보다 싼 ____를 내놓았다.", id="than-this"),
        pytest.param("[바다] 같은 나라인데도 몇 배나 차이가 나나?", id="same-without-which"),
        pytest.param("김보람은 31년을 일하고 ____에서 이 일을 배웠다.", id="letter-of-a-word"),
    ],
)
def test_a_prompt_points_at_nothing_outside(prompt: str) -> None:
    assert points_away(prompt)


def test_a_word_in_the_prompt_may_be_pointed_at() -> None:
    assert not points_away("[달빛섬] 그 섬에는 ____가 있다. 섬은 크다.".replace("그 섬", "섬"))
    assert not points_away("달빛섬에는 섬이 딸려 있고 이 섬은 ____라고 불린다.")


def test_earlier_than_this_is_left_out() -> None:
    text = START + "구름시는 이보다 앞선 1938년 7월에 달빛문학관을 지었다.\n"
    assert prompts(text, "1938년 7월")
    assert not any("이보다" in each.prompt for each in cards(text))


def test_a_saying_that_is_a_name_is_asked_for_whole() -> None:
    text = START + "구름시 사람들은 달빛도서관에 다니는 것을 '달이 온다'고 한다.\n"
    found = {each.answer for each in cards(text)}
    assert "달이 온다" in found
    assert "온다" not in found


def test_a_book_is_not_where_something_happens() -> None:
    text = START + "1687년 김달호는 《구름피아》에서 밀물을 중력으로 설명했다.\n"
    asked = prompts(text, "구름피아", makers())
    assert asked
    assert not any("어디" in each for each in asked)


def test_a_word_of_what_a_name_means_is_not_offered() -> None:
    text = (
        "달빛도서관\n\n달빛도서관의 책 이름은 '선비와 백성이 모두 반드시 알아야 할 지식'이라는 "
        "뜻으로, 달빛도서관은 서문에서 구름시의 지배층이 한글을 업신여기는 것을 안타까워하였다.\n"
    )
    found = cards(text, makers())
    assert found
    assert "지식" not in {each.answer for each in found if each.score >= LEAST_SCORE}


@with_kiwi
def test_who_holds_a_post_is_asked_by_who() -> None:
    text = START + "달빛도서관의 설립자는 김보람이다.\n"
    assert prompts(text, "김보람", makers()) == ["달빛도서관의 설립자는 누구인가?"]


@with_kiwi
def test_the_second_of_two_places_is_a_gap() -> None:
    text = START + "달빛도서관은 구름시와 대전에서 책을 모았다.\n"
    assert not any("어디에서" in each for each in prompts(text, "대전", makers()))


def test_a_part_of_a_list_is_no_list_of_its_own() -> None:
    text = START + "담양 창평과 완도 청산도, 장흥 유치도 달빛도서관에 책을 보냈다.\n"
    assert "완도, 청산도" not in {each.answer for each in cards(text, makers())}


def test_as_what_people_came_is_no_item_beside_others() -> None:
    text = START + "달빛도서관은 원주민과 노예로 끌려온 아프리카인에게서 이야기를 모았다.\n"
    assert "원주민, 노예" not in {each.answer for each in cards(text, makers())}


def test_why_is_not_asked_without_what_for() -> None:
    text = (
        "달빛도서관에서\n\n나는 어제 장우산을 들고 구름시에 갔다. "
        "여섯 개면 바람에 약하고 열 개면 무거워지기 때문이란다.\n"
    )
    assert not any("때문이란다" in each.prompt for each in cards(text))


def test_what_was_only_half_said_is_not_brought_along() -> None:
    text = (
        "구름시의 우산\n\n우산은 비싸다. 새것이 싸면 누가 고치겠느냐는 것이다. "
        "수리비는 부품값을 포함해 3천 원이다.\n"
    )
    asked = prompts(text, "3천 원")
    assert asked
    assert not any("고치겠느냐" in each for each in asked)


def test_what_people_tell_each_other_makes_no_card() -> None:
    text = START + "달빛도서관이 팔리면 땅값이 세 배로 뛴다는 말이 돈다.\n"
    assert not any("말이 돈" in each.prompt for each in cards(text))


def test_what_the_writer_passed_is_not_offered() -> None:
    text = "소금은 기다림\n\n구름역에서 차로 두 시간을 달려 별빛군 달빛도에 닿았다.\n"
    assert not [each for each in cards(text) if each.score >= LEAST_SCORE]


def test_a_label_stands_before_no_name_that_the_paragraph_alone_speaks_of() -> None:
    text = (
        "구름우산\n\n구름우산은 가볍다. 구름우산은 1938년에 나왔다. 구름우산은 작다.\n\n"
        "미국은 1952년 수리를 권리로 정했다. 프랑스는 1961년 법을 고쳤다.\n"
    )
    assert not any(each.startswith("[구름우산] 프랑스") for each in prompts(text, "1961년"))
    assert prompts(text, "1961년")


@with_kiwi
def test_a_name_that_a_sentence_only_describes_is_what_the_next_is_about() -> None:
    text = (
        "소금은 기다림\n\n소금은 희다. 소금은 짜다. 소금은 무겁다.\n\n"
        "판들이 끝없이 이어졌다. 가장 큰 염전인 달빛염전이다. 넓이는 약 140만 평에 이른다.\n"
    )
    asked = prompts(text, "140만 평", makers())
    assert asked
    assert all(each.startswith("[달빛염전] 넓이") for each in asked)


def test_that_year_is_none_that_a_sentence_only_counts_from() -> None:
    text = (
        "김달호\n\n김달호는 화가였다. 김달호는 1715년 병을 얻어 2년 뒤 숨졌다. "
        "같은 해 구름시는 그림 300점을 샀다.\n"
    )
    assert not any("1715년에 구름시" in each.prompt for each in cards(text))


def test_a_month_behind_a_year_is_of_that_year() -> None:
    text = (
        "김달호\n\n김달호는 화가였다. 김달호는 1949년에 배에 올랐다. "
        "김달호는 7월 29일 구름시에 닿았다. 장례는 8월 11일에 치러졌다.\n"
    )
    asked = prompts(text, "8월 11일")
    assert asked
    assert all("1949년 몇 월 며칠" in each for each in asked)


def test_the_book_is_the_one_named_before() -> None:
    text = (
        "김달호\n\n김달호는 작가였다. 김달호는 1949년에 《구름의 원리》를 썼다. "
        "책은 동판화 60점을 담았다.\n"
    )
    asked = prompts(text, "60점")
    assert asked
    assert all("《구름의 원리》는 동판화" in each for each in asked)


def test_a_life_is_told_from_its_heading_and_a_father_may_have_the_surname() -> None:
    text = (
        "마리아 지빌라 메리안\n\n마리아 지빌라 메리안(Maria Sibylla Merian, 1647년 4월 2일 ~ "
        "1717년 1월 13일)은 독일에서 태어난 자연사 연구자이자 화가이다. "
        "구름시에서 출판업자 마티아스 메리안의 딸로 태어났다. "
        "의붓아버지에게 그림을 배운 그는 열세 살 때 누에를 길렀다.\n"
    )
    found = makers()
    father = prompts(text, "마티아스 메리안", found)
    age = prompts(text, "열세 살", found)
    assert father
    assert father[0].startswith("마리아 지빌라 메리안은 구름시에서")
    assert not any("마티아스" in each for each in age)


def test_two_years_later_brings_from_when() -> None:
    text = (
        "김달호\n\n김달호는 화가였다. 집안의 가훈은 인내였다. 1884년 달빛학교에 "
        "들어갔으나, 2년 뒤 구름시의 초청을 받아 바다를 건넜다.\n"
    )
    asked = prompts(text, "2년", makers())
    assert asked
    assert all("1884년 달빛학교" in each and "가훈" not in each for each in asked)
