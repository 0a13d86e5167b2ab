"""Of whom and of what a Korean text speaks is put in where a sentence does not say so."""

import pytest

from overmorrow.generation.article import read_article
from overmorrow.generation.korean import KoreanMaker
from overmorrow.generation.korean_connectives import refers_back, without_connective
from overmorrow.generation.korean_glosses import words_without_glosses
from overmorrow.generation.korean_lists import listings
from overmorrow.generation.korean_phrases import phrases
from overmorrow.generation.korean_plain import PlainTagger
from overmorrow.generation.korean_subject import subject_of
from overmorrow.generation.propose import propose

LIFE = "김달호(1904년 ~ 1966년)는 구름시의 화가이다.\n\n"


def prompts(text: str) -> set[str]:
    """Return the prompts of a text, by rules that need nothing but Python."""
    found = propose(read_article(text), [KoreanMaker()], budget=1000).proposals
    return {each.prompt for each in found}


def test_a_life_is_of_its_hero_where_nobody_else_was_named() -> None:
    found = prompts(
        f"김달호\n\n{LIFE}김달호는 어려서 아버지를 여의었다. "
        "1930년 달빛학교에 입학하여 그림을 배웠다.\n"
    )
    assert "김달호는 몇 년에 달빛학교에 입학하여 그림을 배웠나?" in found


def test_a_life_is_not_of_its_hero_after_somebody_else() -> None:
    found = prompts(
        f"김달호\n\n{LIFE}김달호는 1930년 박솔미를 만났다. 박솔미는 구름시의 가수였다. "
        "1951년 달빛극장에서 노래하였다.\n"
    )
    assert not any(prompt.startswith("김달호는") for prompt in found if "달빛극장" in prompt)


def test_a_text_is_about_the_name_it_speaks_of_more_than_of_a_word_of_its_title() -> None:
    article = read_article("달빛상사는 가게다. " * 4, title="가게 앞에서 생각한 것들")
    assert subject_of(article, ["달빛상사"] * 4, "") == "가게"
    article = read_article("달빛상사는 크다. " * 4, title="가게 앞에서 생각한 것들")
    assert subject_of(article, ["달빛상사"] * 4, "") == "달빛상사"


@pytest.mark.parametrize(
    ("sentence", "rest"),
    [
        pytest.param("그러던 것이 1991년에 바뀌었다.", "1991년에 바뀌었다.", id="at-last"),
        pytest.param("그때 정부는 길을 닦았다.", "정부는 길을 닦았다.", id="then"),
        pytest.param(
            "그때 얻은 자료로 길을 닦았다.", "그때 얻은 자료로 길을 닦았다.", id="of-then"
        ),
    ],
)
def test_what_only_joins_a_sentence_is_left_out(sentence: str, rest: str) -> None:
    assert sentence[without_connective(sentence) :] == rest


def test_one_of_several_is_known_by_the_sentence_before() -> None:
    sentence = "또 하나는 공동 배송이다."
    assert refers_back(sentence, without_connective(sentence))


def test_a_copula_behind_a_gloss_is_no_part_of_the_name() -> None:
    sentence = "호는 대향(大鄕)이며, 구름시에서 태어났다."
    [words] = words_without_glosses(PlainTagger(), [sentence])
    assert sentence[words[1].start : words[1].stem_end] == "대향"
    assert words[1].is_copula


def test_a_list_is_not_cut_across_a_title() -> None:
    sentence = "김달호는 〈달의 소〉, 〈황소〉 등의 그림을 남겼다."
    [words] = PlainTagger().words([sentence])
    found = listings(sentence, words, phrases(sentence, words, []))
    assert not any("소" in each.items for each in found)


def test_how_many_is_no_subject() -> None:
    found = prompts("구름상사\n\n구름상사는 1938년에 가게를 열었고, 808명이 3천만 원을 냈다.\n")
    assert "구름상사는 1938년에 가게를 열었고, 몇 명이 3천만 원을 냈나?" in found


def test_a_section_is_named_only_where_the_text_speaks_of_it() -> None:
    found = prompts(
        "달빛성\n\n달빛성은 구름시의 성이다. 달빛성은 1794년에 섰다.\n\n"
        "축성\n설계는 1793년에 끝났다.\n\n별빛문\n별빛문은 남쪽 문이다. 높이는 12미터이다.\n"
    )
    assert "[달빛성] 설계는 언제 끝났나?" in found or "[달빛성] 설계는 몇 년에 끝났나?" in found
    assert not any(prompt.startswith("[축성]") for prompt in found)


def test_what_goes_on_about_the_subject_needs_no_sentence_before() -> None:
    found = prompts(
        "달빛성\n\n달빛성은 구름시의 성이다. 둘레는 5,744미터이다. "
        "1963년에 사적으로 지정되었고, 1997년에 유산이 되었다.\n"
    )
    asked = [prompt for prompt in found if "지정되었나" in prompt]
    assert asked
    assert not any("둘레" in prompt for prompt in asked)


@pytest.mark.parametrize(
    ("sentence", "prompt"),
    [
        pytest.param(
            "차를 처음 기른 곳은 구름고원이다.", "차를 처음 기른 곳은 어디인가?", id="place"
        ),
        pytest.param("첫 찻집의 주인은 로제타였다.", "첫 찻집의 주인은 누구였나?", id="somebody"),
        pytest.param(
            "1652년에 시작한 찻집의 주인은 로제타였다.",
            "____에 시작한 찻집의 주인은 로제타였다.",
            id="what-only-describes-is-a-gap",
        ),
        pytest.param("돌의 무게는 2만 5천 근이다.", "돌의 무게는 몇 근인가?", id="old-weight"),
    ],
)
def test_a_question_asks_for_what_the_answer_is(sentence: str, prompt: str) -> None:
    assert any(found.endswith(prompt) for found in prompts(f"차의 역사\n\n{sentence}\n"))


def test_years_later_are_told_with_what_they_count_from() -> None:
    found = prompts(
        "차의 역사\n\n클리외는 1723년에 나무를 섬에 심었다. 50년 뒤 섬에는 나무 90만 그루가 섰다.\n"
    )
    asked = [prompt for prompt in found if "몇 그루" in prompt]
    assert asked
    assert all("1723년" in prompt for prompt in asked)


def test_half_of_a_name_is_no_answer() -> None:
    found = propose(
        read_article("차의 역사\n\n1616년 상인 피터르 판 덴 브루커가 묘목을 가져갔다.\n"),
        [KoreanMaker()],
        budget=1000,
    ).proposals
    assert not any(each.answer.endswith("피터르") for each in found)


def test_a_name_in_a_sentence_does_not_say_of_which_thing_it_is() -> None:
    found = prompts(
        "달빛대교\n\n달빛대교는 구름시의 다리이다. 달빛대교는 길다.\n\n"
        "박솔미는 1916년에 공사를 시작하였다.\n"
    )
    assert "[달빛대교] 박솔미는 몇 년에 공사를 시작하였나?" in found


def test_what_an_encyclopedia_shows_is_not_what_its_next_sentence_is_about() -> None:
    found = prompts(
        "달빛대교\n\n달빛대교(月光大橋)는 구름시의 다리이다. 옛 이름은 구름다리이다. "
        "한가운데에 노을섬이 있다. 폭은 36미터이다.\n"
    )
    assert not any(prompt.startswith(("노을섬은", "[노을섬]")) for prompt in found)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("이 조각은 어떻게 90년을 살아남았을까.", id="wonders"),
        pytest.param("66년 전의 조각이라면 밟을 만하지 않은가.", id="asks-nobody"),
    ],
)
def test_what_a_writer_only_asks_makes_no_card(sentence: str) -> None:
    assert not prompts(f"조각의 역사\n\n{sentence}\n")


def test_a_label_counts_only_what_its_prompt_says() -> None:
    found = prompts(
        "김달호\n\n김달호는 구름시의 화가이다.\n\n"
        "박솔미는 1911년에 원고를 썼으나, 김달호의 죽음으로 책은 나오지 못하였다.\n"
    )
    assert "[김달호] 박솔미는 몇 년에 원고를 썼나?" in found
