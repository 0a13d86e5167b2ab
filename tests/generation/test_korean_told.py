"""A Korean clause that says little itself brings along what the paragraph spoke of."""

from importlib.util import find_spec

import pytest

from overmorrow.generation.article import read_article
from overmorrow.generation.korean import KoreanMaker
from overmorrow.generation.propose import propose
from overmorrow.jobs.language_tools import best_makers


def prompts(text: str) -> list[str]:
    """Return the prompts of a text with their gaps filled, by rules that need nothing else."""
    found = propose(read_article(text), [KoreanMaker()], budget=1000).proposals
    return [each.prompt.replace("____", each.answer) for each in found]


def about(text: str, words: str) -> list[str]:
    """Return the prompts that hold some words."""
    return [each for each in prompts(text) if words in each]


def test_he_behind_the_name_of_somebodys_relative_is_nobody() -> None:
    found = prompts(
        "달빛 공방\n\n김옥분은 1932년 달빛시에 가게를 열었다. "
        "며느리 최순이는 1958년 가게를 물려받았다. 그녀는 이불을 구름 시장에서 팔았다.\n"
    )
    assert not any("이불" in each for each in found)


def test_he_behind_two_who_were_named_is_nobody() -> None:
    found = prompts(
        "달빛 공방\n\n김옥분 씨는 1932년 박솔미 씨를 만났다. 그녀는 1935년에 달빛시로 떠났다.\n"
    )
    assert found
    assert not any("1935" in each or "떠났" in each for each in found)


def test_what_only_says_what_was_told_brings_the_sentence_before() -> None:
    before = "달빛상회는 1965년 구름시에서 지원금을 받게 되었다."
    found = about(
        f"달빛상회\n\n달빛상회는 1950년에 문을 열었다. {before} "
        "해마다 쌀 20가마, 옷감 300필을 받는 조건이었다.\n",
        "조건이",
    )
    assert found
    assert all(each.startswith(before) for each in found)


def test_among_them_brings_whom_the_sentence_before_did_not_name() -> None:
    found = about(
        "달빛 협동조합\n\n조합원은 2019년 31명이었다. 2024년에는 57명으로 늘었다. "
        "그 가운데 서른 살이 안 된 사람이 40퍼센트를 넘는다.\n",
        "그 가운데",
    )
    assert found
    assert all("조합원은 2019년 31명이었다. 2024년에는" in each for each in found)


CITY = "구름시\n\n구름시는 1904년에 생겼다. 구름시는 크다. 구름시는 달빛도에 있다.\n\n"
LIFE = "김달호\n\n김달호는 1904년에 태어났다. 김달호는 화가였다. 김달호는 그림을 그렸다.\n\n"


@pytest.mark.parametrize("start", [CITY, LIFE])
def test_a_part_is_of_what_the_paragraph_came_to_speak_of(start: str) -> None:
    found = about(
        f"{start}달빛대학교는 1946년에 그의 그림을 샀다. 학생은 3만 명이 넘는다.\n", "학생은"
    )
    assert found
    assert all(each.startswith("[달빛대학교] ") for each in found)


def test_a_wife_is_not_of_the_house_that_was_spoken_of() -> None:
    found = prompts(f"{LIFE}달빛대학교는 그의 그림을 샀다. 아내는 1930년에 가게를 열었다.\n")
    assert not any(each.startswith("[달빛대학교] 아내") for each in found)


def test_only_how_many_is_no_subject() -> None:
    found = about(
        "달빛 마을\n\n해마다 10월에 구름 축제가 열린다. 사흘 동안 2만 명쯤이 찾는다.\n", "찾"
    )
    assert found
    assert all("구름 축제가 열린다. " in each for each in found)


@pytest.mark.skipif(find_spec("kiwipiepy") is None, reason="kiwipiepy is optional")
def test_a_name_of_two_words_is_no_list() -> None:
    found = propose(
        read_article("달빛별\n\n수색을 맡은 제임스 챌리스는 8월에 달빛별을 두 번 보았다.\n"),
        best_makers(("ko",)),
        budget=1000,
    ).proposals
    assert found
    assert not any(each.items for each in found)


def test_the_particle_of_this_year_fits_the_year_it_means() -> None:
    found = prompts(
        "2025년 10월 21일\n달빛도서관의 가을\n\n"
        "달빛도서관은 올해를 책의 해로 정했고 새 책을 3천 권 샀다. "
        "달빛도서관이 여는 잔치는 올해가 스무 번째다.\n"
    )
    assert any("2025년을 책의 해로" in each for each in found)
    assert not any("2025년를" in each or "2025년가" in each for each in found)


@pytest.mark.parametrize("day", ["마지막 날", "하지", "보름"])
def test_a_word_that_begins_like_a_helping_verb_joins_no_two_clauses(day: str) -> None:
    found = prompts(
        f"달빛도서관\n\n달빛도서관의 회비는 봄에는 60원이었고 {day}에는 8천 원이었다.\n"
    )
    assert "달빛도서관의 회비는 봄에는 얼마였나?" in found


def test_how_long_after_it_was_needs_what_was_told_before() -> None:
    found = about(
        "박솔미\n\n박솔미는 1901년에 달빛섬으로 쫓겨났다. 박솔미는 1918년에 눈을 감았다. "
        "쫓겨난 지 17년 만이었다.\n",
        "쫓겨난 지",
    )
    assert all("눈을 감았다. 쫓겨난 지" in each for each in found)
