import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overmorrow.cards.text import clean
from overmorrow.generation.article import read_article
from overmorrow.jobs.original_places import OriginalPlaces
from overmorrow.jobs.paragraph_numbers import ParagraphNumbers


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


@pytest.mark.parametrize("word", ["2011년", "문을", "한국", "끝", "Café"])
def test_a_word_is_found_where_it_was(word: str) -> None:
    original = decomposed("달빛도서관은 2011년에 문을\u200e 열었다.\n\nCafé \u202eab\x07c 한국\n끝")
    cleaned = clean(original)
    places = OriginalPlaces(original, cleaned)
    at = cleaned.index(word)
    assert clean(original[places.of(at) : places.of(at + len(word))]) == word


@given(st.text(st.sampled_from("가각한글 aé\u0301\n\x07\u202e1.\u2028"), max_size=40))
def test_lines_keep_together_and_places_their_order(text: str) -> None:
    cleaned = clean(text)
    places = OriginalPlaces(text, cleaned)
    found = [places.of(at) for at in range(len(cleaned) + 1)]
    assert found == sorted(found)
    assert all(0 <= each <= len(text) for each in found)
    for at, letter in enumerate(cleaned):
        if letter == "\n":
            assert clean(text[: places.of(at)]).count("\n") == cleaned[:at].count("\n")


def test_a_clean_text_has_its_own_places() -> None:
    assert [OriginalPlaces("강은 길다.", "강은 길다.").of(at) for at in (0, 3, 6)] == [0, 3, 6]


def test_paragraphs_are_counted_as_they_are_read() -> None:
    text = "2026년 3월 2일\n\n강 이야기\n\n강은 길다. 강은 넓다.\n댓글 없음:\n산은 높다. / 이누리\n"
    article = read_article(text)
    numbers = ParagraphNumbers(article)
    found = {article.words(each): numbers.at(each.start) for each in article.sentences() if each}
    assert found == {"강은 길다.": 3, "강은 넓다.": 3, "산은 높다.": 5}
    start, end = numbers.span_at(text.index("넓다"))
    assert text[start:end] == "강은 길다. 강은 넓다."
