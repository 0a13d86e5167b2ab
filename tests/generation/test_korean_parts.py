"""What the rules for Korean know of endings, numbers, dates, lists and words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overmorrow.generation.korean_amounts import amounts
from overmorrow.generation.korean_carried import Carried, Mentioned, person_after
from overmorrow.generation.korean_connectives import without_connective
from overmorrow.generation.korean_edits import Edit, edited
from overmorrow.generation.korean_endings import fitting, question_end, statement_end
from overmorrow.generation.korean_glosses import words_without_glosses
from overmorrow.generation.korean_lists import listings, numbered
from overmorrow.generation.korean_phrases import phrases, quoted
from overmorrow.generation.korean_plain import PlainTagger
from overmorrow.generation.korean_pronouns import pronoun_edits
from overmorrow.generation.korean_times import relative_days, that_time
from overmorrow.generation.korean_words import Role, Word


@pytest.mark.parametrize(
    ("statement", "question"),
    [
        ("시작했다", "시작했나"),
        ("제공한다", "제공하나"),
        ("먹는다", "먹나"),
        ("있다", "있나"),
        ("없다", "없나"),
        ("했습니다", "했습니까"),
    ],
)
def test_a_verb_becomes_a_question(statement: str, question: str) -> None:
    assert question_end(statement) == question


@pytest.mark.parametrize(
    ("statement", "question"),
    [
        ("높다", "높은가"),
        ("크다", "큰가"),
        ("길다", "긴가"),
        ("어렵다", "어려운가"),
        ("좁다", "좁은가"),
        ("그렇다", "그런가"),
        ("좋다", "좋은가"),
        ("필요하다", "필요한가"),
    ],
)
def test_an_adjective_becomes_a_question(statement: str, question: str) -> None:
    assert question_end(statement, is_adjective=True) == question


@pytest.mark.parametrize(
    ("link", "statement"),
    [
        ("시작했고", "시작했다"),
        ("하고", "한다"),
        ("짓고", "짓는다"),
        ("세웠지만", "세웠다"),
        ("가면", None),
    ],
)
def test_a_clause_beside_another_can_end_a_sentence(link: str, statement: str | None) -> None:
    assert statement_end(link) == statement


@pytest.mark.parametrize(
    ("word", "particle", "fits"),
    [("무엇", "를", "을"), ("몇 개", "을", "를"), ("누구", "과", "와"), ("어디", "에서", "에서")],
)
def test_a_particle_fits_the_word_before_it(word: str, particle: str, fits: str) -> None:
    assert fitting(word, particle) == fits


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        pytest.param(
            "회원은 3억8600만 명이다.", [("3억8600만 명", "몇 명")], id="thousands-of-myriads"
        ),
        pytest.param("7만 8,981개를 만들었다.", [("7만 8,981개", "몇 개")], id="with-a-comma"),
        pytest.param("값은 912억 위안이다.", [("912억 위안", "얼마")], id="money"),
        pytest.param("비율은 12.5%였다.", [("12.5%", "몇 퍼센트")], id="per-cent"),
        pytest.param("8년에서 10년을 쓴다.", [("8년에서 10년", "몇 년")], id="a-range-in-words"),
        pytest.param("1300만~1500만명이 왔다.", [("1300만~1500만명", "몇 명")], id="a-range"),
        pytest.param("세 가지로 나뉜다.", [("세 가지", "몇 가지")], id="native-numerals"),
        pytest.param("나흘 만에 익혔다.", [("나흘", "며칠")], id="native-days"),
        pytest.param("1999년에 시작했다.", [("1999년", "몇 년")], id="a-year"),
        pytest.param("102년 동안 이어졌다.", [("102년", "몇 년")], id="years-that-last"),
        pytest.param("2015년 12월 8일에 열렸다.", [("2015년 12월 8일", "언제")], id="a-day"),
        pytest.param(
            "10월 9일은 한글날이다.", [("10월 9일", "몇 월 며칠")], id="a-day-of-the-year"
        ),
        pytest.param("15세기에 지었다.", [("15세기", "몇 세기")], id="a-century"),
        pytest.param("15세기 초에 지었다.", [("15세기 초", "언제")], id="the-beginning-of-one"),
        pytest.param("2027년 상반기에 연다.", [("2027년 상반기", "언제")], id="half-a-year"),
        pytest.param("열점으로 설명한다.", [], id="a-word-that-begins-like-a-numeral"),
        pytest.param("3대표와 만났다.", [], id="a-unit-that-is-half-a-word"),
    ],
)
def test_numbers_and_dates_are_found_whole(sentence: str, found: list[tuple[str, str]]) -> None:
    assert [(sentence[each.start : each.end], each.ask) for each in amounts(sentence)] == found


TUESDAY = date(2015, 12, 8)


@pytest.mark.parametrize(
    ("sentence", "meant"),
    [
        ("어제 다녀왔다.", ["2015년 12월 7일"]),
        ("작년 기준으로 9억이다.", ["2014년"]),
        ("내년 2월부터 낮춘다.", ["2016년 2월"]),
        ("지난 11월11일 행사에서", ["2015년 11월 11일"]),
        ("지난달 28일 들어왔다.", ["2015년 11월 28일"]),
        ("내달 문을 연다.", ["2016년 1월"]),
        ("지난 토요일 갔다.", ["2015년 12월 5일"]),
        ("지난주 목요일 갔다.", ["2015년 12월 3일"]),
        ("올가을에 끝났다.", ["2015년 가을"]),
        ("오는 9월에는 늘린다.", ["2016년 9월"]),
        ("회사는 3일 밝혔다.", ["2015년 12월 3일"]),
        ("회사는 27일 밝혔다.", ["2015년 11월 27일"]),
        ("3월 14일 밝혔다.", []),
        ("3일 뒤에 밝혔다.", []),
        ("지난 2월30일 행사에서", []),
        ("“오늘은 어렵다”고 했다.", []),
    ],
)
def test_days_are_counted_from_the_day_of_writing(sentence: str, meant: list[str]) -> None:
    assert [each.meant for each in relative_days(sentence, TUESDAY)] == meant


def test_without_a_day_of_writing_nothing_is_counted() -> None:
    assert relative_days("어제 다녀왔다.", None) == []


@given(st.text(alphabet="지난올해내년작어제0123456789월일 에", max_size=30), st.dates())
def test_any_words_and_any_day_of_writing_can_be_read(sentence: str, day: date) -> None:
    for each in relative_days(sentence, day):
        assert each.meant
        assert 0 <= each.start < each.end <= len(sentence)


@pytest.mark.parametrize(
    ("sentence", "year", "said"),
    [
        ("같은 해 8월에 즉위했다.", "1418", "1418년 8월에 즉위했다."),
        ("그때는 돈이 없었다.", "2004", "2004년 당시에는 돈이 없었다."),
        ("이듬해 문을 닫았다.", "1905", "1906년 문을 닫았다."),
        ("이듬해인 1906년 문을 닫았다.", "1905", "1906년 문을 닫았다."),
        ("1418년 봄에 나가 같은 해 돌아왔다.", "1392", "1418년 봄에 나가 같은 해 돌아왔다."),
        ("같은 해 돌아왔다.", "", "같은 해 돌아왔다."),
    ],
)
def test_that_year_is_the_year_named_last(sentence: str, year: str, said: str) -> None:
    assert edited(sentence, that_time(sentence, year)) == said


@pytest.mark.parametrize(
    ("sentence", "person", "named", "said"),
    [
        ("그는 배를 만들었다.", "이순신", (), "이순신은 배를 만들었다."),
        ("그는 배를 만들었다.", "", (), "그는 배를 만들었다."),
        ("이 섬에는 절이 있다.", "", ("강화도",), "강화도에는 절이 있다."),
        ("이 책은 널리 읽혔다.", "", ("《동의보감》", "허준"), "《동의보감》은 널리 읽혔다."),
        ("이 회사는 커졌다.", "", ("배터리 회사 가나다전자",), "가나다전자는 커졌다."),
        ("이 문제는 어렵다.", "", ("강화도", "허준"), "이 문제는 어렵다."),
    ],
)
def test_pronouns_are_replaced_only_where_it_is_sure(
    sentence: str, person: str, named: tuple[str, ...], said: str
) -> None:
    assert edited(sentence, pronoun_edits(sentence, person, named)) == said


def test_he_is_nobody_where_it_could_be_two_people() -> None:
    both = Mentioned(people=("세종", "장영실"))
    assert person_after(["세종", "장영실"], both, hero="") == ""
    assert person_after(["세종", "장영실"], Mentioned(), hero="") == ""
    assert person_after(["세종"], Mentioned(), hero="") == "세종"


def test_he_is_whom_the_last_sentence_spoke_of() -> None:
    last = Mentioned(people=("장영실",), speakers=("장영실",))
    assert person_after(["세종", "장영실"], last, hero="") == "장영실"


def test_he_is_nobody_after_two_or_after_somebodys_relative() -> None:
    two = Mentioned(people=("세종", "장영실"), speakers=("장영실",))
    assert person_after(["세종", "장영실"], two, hero="") == ""
    of_another = Mentioned(people=("장영실",), speakers=("장영실",), is_of_another=True)
    assert person_after(["장영실"], of_another, hero="") == ""


def test_he_is_nobody_after_a_name_that_may_be_a_persons() -> None:
    assert person_after(["세종"], Mentioned(perhaps=("장영실",)), hero="") == ""


def test_he_is_not_the_hero_after_a_sentence_about_another() -> None:
    about_another = Mentioned(people=("장영실",), speakers=("장영실",))
    assert person_after(["세종", "장영실"], about_another, hero="세종") == ""
    assert person_after(["세종", "장영실"], Mentioned(), hero="세종") == "세종"


def test_a_new_paragraph_forgets_what_was_spoken_of_but_not_its_section() -> None:
    carried = Carried(paragraph=1, topic="한강", year="1917", section="다리").at(2)
    assert (carried.topic, carried.year, carried.section) == ("", "", "다리")


@pytest.mark.parametrize(
    ("sentence", "rest"),
    [
        ("그러나 비가 왔다.", "비가 왔다."),
        ("그리고 또 비가 왔다.", "비가 왔다."),
        ("그림이 걸렸다.", "그림이 걸렸다."),
    ],
)
def test_words_that_only_join_are_left_out(sentence: str, rest: str) -> None:
    assert sentence[without_connective(sentence) :] == rest


def test_of_two_edits_that_overlap_the_first_counts() -> None:
    assert edited("가나다라", [Edit(0, 2, "A"), Edit(1, 3, "B"), Edit(3, 4, "C")]) == "A다C"


def items(sentence: str) -> list[tuple[str, ...]]:
    words = PlainTagger().words([sentence])[0]
    return [
        each.items
        for each in listings(sentence, words, phrases(sentence, words, amounts(sentence)))
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("금융과 유통이 있다.", [("금융", "유통")]),
        ("사과, 배, 포도를 심었다.", [("사과", "배", "포도")]),
        ("강원도·충청도·전라도에 퍼졌다.", [("강원도", "충청도", "전라도")]),
        ("독일 일본에도 짓는다.", [("독일", "일본")]),
        ("서울, 부산, 대구와 런던, 파리에 지었다.", [("서울", "부산", "대구"), ("런던", "파리")]),
        ("건강과 기쁨 사업을 한다.", [("건강", "기쁨")]),
        ("친구와 함께 떠났다.", []),
        ("경기도 여주시 능서면에 있다.", []),
    ],
)
def test_enumerations_are_found(sentence: str, expected: list[tuple[str, ...]]) -> None:
    assert items(sentence) == expected


def test_a_numbered_list_knows_whether_its_order_counts() -> None:
    ordered = numbered("첫째 물, 둘째 불, 셋째 흙.")
    assert ordered is not None
    assert (ordered.items, ordered.is_ordered) == (("물", "불", "흙"), True)
    plain = numbered("1) 물, 2) 불.")
    assert plain is not None
    assert (plain.items, plain.is_ordered) == (("물", "불"), False)
    assert numbered("물과 불이 있다.") is None


@pytest.mark.parametrize(
    "sentence",
    ["‘새내기'를 뜻한다.", "'새내기'라 부른다.", "“새내기”라는 말이다.", "《새내기》를 썼다."],
)
def test_quotation_marks_may_be_of_mixed_kinds(sentence: str) -> None:
    assert [sentence[start:end] for start, end in quoted(sentence)] == ["새내기"]


def word(sentence: str, at: int) -> Word:
    return PlainTagger().words([sentence])[0][at]


@pytest.mark.parametrize(
    ("sentence", "stem", "particle"),
    [
        ("도서관은 조용하다.", "도서관", "은"),
        ("결과는 좋다.", "결과", "는"),
        ("제도를 바꿨다.", "제도", "를"),
        ("길이가 길다.", "길이", "가"),
        ("학교에서는 배운다.", "학교", "에서는"),
        ("서울로 갔다.", "서울", "로"),
    ],
)
def test_a_particle_is_told_from_the_end_of_a_noun(sentence: str, stem: str, particle: str) -> None:
    found = word(sentence, 0)
    assert (sentence[found.start : found.stem_end], found.particle) == (stem, particle)


@pytest.mark.parametrize(
    ("sentence", "at", "role"),
    [
        ("새로 지은 집이다.", 1, Role.ADNOMINAL),
        ("문을 열었고 닫았다.", 1, Role.LINK),
        ("문을 열었다.", 1, Role.FINAL),
        ("매우 크다.", 0, Role.ADVERB),
        ("좋은 도시다.", 1, Role.FINAL),
    ],
)
def test_verbs_and_nouns_are_told_apart_without_any_package(
    sentence: str, at: int, role: Role
) -> None:
    assert word(sentence, at).role is role


def test_a_gloss_stands_between_a_noun_and_its_particle() -> None:
    sentence = "건강(health)과 기쁨을 판다."
    found = words_without_glosses(PlainTagger(), [sentence])[0][0]
    assert sentence[found.start : found.stem_end] == "건강"
    assert found.particle == "과"
    assert sentence[found.start : found.end] == "건강(health)과"
