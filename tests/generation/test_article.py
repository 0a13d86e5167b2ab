from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overmorrow.generation.article import language_of, read_article
from overmorrow.generation.dateline import author_in, day_in, is_dateline, opening_of

BLOG = """2024년 3월 2일 토요일

강릉에서 커피를 볶다

강릉은 커피의 도시다. 바닷가에 카페가 늘어서 있다.
커피 축제는 2009년에 시작됐다. /바람개비

댓글 3개
공유하기
"""


def test_an_article_knows_its_title_day_and_author() -> None:
    article = read_article(BLOG)
    assert article.title == "강릉에서 커피를 볶다"
    assert article.day == date(2024, 3, 2)
    assert article.author == "바람개비"
    assert article.lang == "ko"


def test_what_a_web_page_puts_around_an_article_is_no_sentence() -> None:
    article = read_article(BLOG)
    said = [article.words(sentence) for sentence in article.sentences()]
    assert said == [
        "강릉은 커피의 도시다.",
        "바닷가에 카페가 늘어서 있다.",
        "커피 축제는 2009년에 시작됐다.",
    ]


def test_the_learner_may_correct_what_was_found() -> None:
    article = read_article(BLOG, title="커피", author="", day=date(2020, 1, 1))
    assert (article.title, article.author, article.day) == ("커피", "", date(2020, 1, 1))


def test_lines_broken_to_fit_a_page_are_one_paragraph() -> None:
    text = (
        "The old harbour was rebuilt after the war, and the stone quay that had stood\n"
        "there since the days of sail was replaced by one of concrete and steel, which\n"
        "is still in use.\n"
    )
    assert len(list(read_article(text).sentences())) == 1


def test_a_sentence_has_its_own_language() -> None:
    article = read_article("서울은 수도다.\nSeoul is the capital of Korea.\n")
    assert [sentence.lang for sentence in article.sentences()] == ["ko", "en"]


def test_a_sentence_without_letters_is_of_the_articles_language_and_a_foreign_one_of_none() -> None:
    article = read_article("한강은 깊다. 1,005! 川は深い。 강은 넓다.")
    assert [sentence.lang for sentence in article.sentences()] == ["ko", "ko", "", "ko"]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("2015년 12월 8일 화요일", date(2015, 12, 8)),
        ("입력 2024.03.15 09:30", date(2024, 3, 15)),
        ("Posted on March 5, 2021", date(2021, 3, 5)),
        ("5th of March 2021", date(2021, 3, 5)),
        ("2021-02-30", None),
        ("가격은 2024원", None),
    ],
)
def test_a_dateline_names_a_day_that_exists(line: str, day: date | None) -> None:
    assert day_in(line) == day


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2015년 12월 8일 화요일", True),
        ("글 | 물수제비 · 2024.5.22", True),
        ("By Anna Lee, 3 May 2020", True),
        ("Posted on 14 May 2021 by Ingrid Sol", True),
        ("입력 2024.11.12. 박소연 기자", True),
        ("글·사진 여행작가 윤하늘 | 2023-03-18", True),
        ("2024년 5월 19일 일요일 | 맑음, 낮 최고 27도", True),
        ("2015년 12월 8일에 문을 열었다.", False),
        ("2015년 12월 8일 작가와의 만남을 연다", False),
        ("화요일", False),
    ],
)
def test_a_dateline_says_little_else(line: str, expected: bool) -> None:
    assert is_dateline(line) is expected


def test_a_by_line_names_the_author() -> None:
    text = "제목\n홍길동 기자\n본문이다."
    assert author_in(text, [(0, 2), (3, 9), (10, 15)]) == ("홍길동", 0)


def test_a_news_agencys_opening_is_no_part_of_the_first_sentence() -> None:
    assert opening_of("[서울=통신] 홍길동 기자 = 눈이 왔다.") == (17, "홍길동")
    assert opening_of("[단독] 눈이 왔다.") == (0, "")


@pytest.mark.parametrize(
    ("text", "lang"),
    [("서울 Seoul", "ko"), ("Only letters", "en"), ("москва река", ""), ("1 2 3", "")],
)
def test_a_language_is_told_by_its_letters(text: str, lang: str) -> None:
    assert language_of(text) == lang


@given(st.text(max_size=300))
def test_any_text_becomes_an_article_whose_sentences_are_where_they_say(text: str) -> None:
    article = read_article(text)
    for sentence in article.sentences():
        paragraph = article.paragraphs[sentence.paragraph]
        assert paragraph.start <= sentence.start < sentence.end <= paragraph.end
        assert article.words(sentence).strip() == article.words(sentence)
        assert article.words(sentence) in article.paragraph_text(sentence.start)
