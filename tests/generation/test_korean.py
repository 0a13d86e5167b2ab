"""Cards from Korean sentences: what the maker proposes, by its own rules and with Kiwi."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overmorrow.cards.note import AnswerType
from overmorrow.generation.article import read_article
from overmorrow.generation.korean import KoreanMaker
from overmorrow.generation.proposal import Doubt, Kind, Proposal
from overmorrow.generation.propose import propose
from overmorrow.generation.verify import refusal

if TYPE_CHECKING:
    from overmorrow.generation.korean_kiwi import KiwiTagger

Cards = Callable[..., list[Proposal]]


@cache
def kiwi_tagger() -> "KiwiTagger":
    """Return Kiwi, loaded once: that takes seconds."""
    from overmorrow.generation.korean_kiwi import KiwiTagger

    return KiwiTagger()


def makers() -> Iterator[object]:
    yield pytest.param("own rules", id="own-rules")
    kiwi = pytest.mark.skipif(find_spec("kiwipiepy") is None, reason="kiwipiepy is optional")
    yield pytest.param("kiwi", id="kiwi", marks=kiwi)


@pytest.fixture(scope="module", params=makers())
def cards(request: pytest.FixtureRequest) -> Cards:
    """Return what passes the gate of a text."""
    maker = KoreanMaker()
    if request.param == "kiwi":
        maker = KoreanMaker(kiwi_tagger())

    def of(text: str, day: date | None = None, title: str | None = "") -> list[Proposal]:
        article = read_article(text, day=day, title=title)
        return list(propose(article, [maker], budget=1000).proposals)

    return of


def asked_for(found: list[Proposal], answer: str) -> Proposal:
    matching = [each for each in found if answer in (each.answer, *each.aliases)]
    assert matching, [(each.prompt, each.answer) for each in found]
    return max(matching, key=lambda each: each.score)


@pytest.mark.parametrize(
    ("text", "answer", "prompt"),
    [
        pytest.param(
            "한강대교는 1917년에 놓였다.", "1917년", "한강대교는 몇 년에 놓였나?", id="a-year"
        ),
        pytest.param(
            "한강대교는 1917년 다리를 열었다.",
            "1917년",
            "한강대교는 몇 년에 다리를 열었나?",
            id="a-year-without-particle",
        ),
        pytest.param(
            "도서관은 책 12만 권을 가지고 있다.",
            "12만 권",
            "도서관은 책 몇 권을 가지고 있나?",
            id="a-number",
        ),
        pytest.param(
            "세종은 1446년 9월 훈민정음을 반포했다.",
            "1446년 9월",
            "세종은 몇 년 몇 월에 훈민정음을 반포했나?",
            id="a-month",
        ),
        pytest.param(
            "비빔밥은 나물과 고기를 넣은 밥이다.",
            "나물, 고기",
            "비빔밥은 무엇을 넣은 밥인가? (둘)",
            id="a-list",
        ),
        pytest.param(
            "알파전자는 2004년에 문을 열었고, 직원 500명을 뽑았다.",
            "500명",
            "알파전자는 2004년에 문을 열었고, 직원 몇 명을 뽑았나?",
            id="the-topic-of-an-earlier-clause",
        ),
    ],
)
def test_a_fact_is_asked_for_in_the_words_around_it(
    cards: Cards, text: str, answer: str, prompt: str
) -> None:
    assert asked_for(cards(text), answer).prompt == prompt


def test_an_answer_has_the_type_that_grading_wants(cards: Cards) -> None:
    found = cards("알파전자는 2004년에 직원 500명과 함께 사과, 배, 감을 팔았다.")
    assert asked_for(found, "2004년").answer_type is AnswerType.DATE
    assert asked_for(found, "500명").answer_type is AnswerType.NUMBER
    listed = asked_for(found, "사과, 배, 감")
    assert (listed.answer_type, listed.items) == (AnswerType.LIST, ("사과", "배", "감"))
    assert listed.kind is Kind.LIST


def test_a_sentence_without_a_subject_takes_the_head_of_its_paragraph(cards: Cards) -> None:
    found = cards("알파페이.\n\n알파페이. 2004년에 시작한 서비스다.", title="알파")
    assert asked_for(found, "2004년").prompt == "알파페이는 몇 년에 시작한 서비스인가?"


def test_what_speaks_of_something_named_before_brings_that_sentence(cards: Cards) -> None:
    found = cards("서울숲에는 곤충 식물원이 있다. 입장료는 2천 원이다.", title="나들이")
    card = asked_for(found, "2천 원")
    assert card.prompt.startswith("서울숲에는 곤충 식물원이 있다. ")
    assert Doubt.CARRIED in card.doubts


def test_yesterday_is_the_day_before_the_article(cards: Cards) -> None:
    found = cards("알파전자는 어제 새 공장을 열었다.", day=date(2015, 12, 8))
    card = asked_for(found, "2015년 12월 7일")
    assert card.prompt == "알파전자는 언제 새 공장을 열었나?"
    assert Doubt.RELATIVE_DAY in card.doubts


def test_without_a_day_yesterday_makes_no_card(cards: Cards) -> None:
    assert not [
        each for each in cards("알파전자는 어제 공장 3곳을 열었다.") if "어제" in each.prompt
    ]


def test_a_pronoun_that_could_be_two_people_makes_no_card(cards: Cards) -> None:
    found = cards("장영실 박사는 이천 장군과 일했다. 그는 1434년에 해시계를 만들었다.")
    assert not [
        each for each in found if each.answer == "1434년" and each.prompt.startswith("그는")
    ]


def test_a_question_in_the_text_makes_no_card(cards: Cards) -> None:
    assert cards("알파전자는 2004년에 무엇을 팔았을까?") == []


def test_a_won_amount_in_brackets_is_not_shown_beside_the_gap(cards: Cards) -> None:
    found = cards("알파전자의 매출은 912억 위안(16조 원)을 기록했다.")
    assert "16조" not in asked_for(found, "912억 위안").prompt


def test_a_gloss_counts_as_an_answer_and_is_hidden_with_it(cards: Cards) -> None:
    found = cards(
        "이 병은 곰팡이가 아니라 바이러스(virus)가 일으킨다.\n\n독감은 바이러스(virus)가 일으킨다."
    )
    card = asked_for(found, "바이러스")
    assert "virus" in card.aliases
    assert "virus" not in card.prompt


def test_the_names_of_languages_in_a_gloss_are_no_part_of_a_name(cards: Cards) -> None:
    card = asked_for(cards("한강대교(영어: Hangang Bridge)는 1917년에 세워진 다리다."), "한강대교")
    assert "Hangang Bridge" in card.aliases


def test_a_section_that_any_article_has_is_not_what_a_prompt_is_about(cards: Cards) -> None:
    text = "한강대교\n\n한강대교는 다리다. 한강대교는 길다.\n\n역사\n\n1917년에 세워졌다.\n"
    assert asked_for(cards(text, title=None), "1917년").prompt.startswith("[한강대교] ")


def test_aliases_are_few(cards: Cards) -> None:
    found = cards("중국 항저우에 있는 본사는 217개 국가에서 6천만 명에게 서비스를 제공한다.")
    assert all(len(each.aliases) <= 3 for each in found)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            (
                "한강대교는",
                "그는",
                "1917년에",
                "12개",
                "(둘)",
                "세웠고,",
                "놓였다.",
                "“좋다”",
                "나물과",
                "어제",
                "이",
                "섬은",
                "서울,",
                "부산에",
                "했다.",
                "A(b)는",
                "가",
                "?",
                "…",
            )
        ),
        max_size=25,
    )
)
def test_any_words_make_only_cards_that_pass_the_gate(words: list[str]) -> None:
    article = read_article(" ".join(words), day=date(2020, 2, 29))
    for each in propose(article, [KoreanMaker()], budget=1000).proposals:
        assert refusal(each, article) is None
        assert 0 < each.score < 1
        assert article.text[each.start : each.end] == each.sentence


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_borne(text: str) -> None:
    article = read_article(text, lang="ko")
    list(KoreanMaker().proposals(article))


def test_one_endless_line_takes_no_more_time_a_letter_than_a_short_one() -> None:
    line = "가나다라 " * 100_000
    assert list(KoreanMaker().proposals(read_article(line, lang="ko"))) == []


def test_a_short_text_is_not_held_to_one_card() -> None:
    article = read_article("한강대교는 1917년에 서울에 세워진 다리다. 길이는 1,005m이다.")
    answers = {each.answer for each in propose(article, [KoreanMaker()]).proposals}
    assert {"1917년", "1,005m"} <= answers


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("자의 길이를 1척 5촌으로 줄였다.", "1척 5촌"),
        ("시각은 동경 127도 30분을 기준으로 삼았다.", "127도 30분"),
        ("나라는 동서로 다섯 시간대에 걸쳐 있다.", "다섯 시간대"),
    ],
)
def test_a_measure_of_two_units_is_one_answer(cards: Cards, text: str, answer: str) -> None:
    assert asked_for(cards(text), answer).answer == answer


def test_what_people_only_say_makes_no_card(cards: Cards) -> None:
    assert cards("옛 유리창은 수백 년 동안 흘러내렸다고들 하지만 그렇지 않다.") == []


def test_a_name_of_which_the_prompt_shows_a_word_is_worth_little(cards: Cards) -> None:
    text = "등대의 핵심은 프레넬 렌즈다. 1822년 물리학자 오귀스탱 프레넬이 프레넬 렌즈를 만들었다."
    found = [each for each in cards(text) if each.answer == "오귀스탱 프레넬"]
    assert all(each.score < 0.55 for each in found)


def test_a_sentence_that_explains_the_one_before_brings_it(cards: Cards) -> None:
    text = "종이 두 장을 겹쳐 한 장으로 만든다. 이것을 ‘음양지’라고 한다."
    card = asked_for(cards(text), "음양지")
    assert card.prompt.startswith("종이 두 장을 겹쳐")
    assert Doubt.CARRIED in card.doubts


@pytest.mark.skipif(find_spec("kiwipiepy") is None, reason="kiwipiepy is optional")
@pytest.mark.parametrize(
    "sentence", ["린데는 1895년에 공기를 액체로 만들었다.", "그게 뭘까?", "좋을 텐데, 될 겁니다."]
)
def test_every_noun_has_a_stem_however_short_its_copula(sentence: str) -> None:
    (words,) = kiwi_tagger().words([sentence])
    assert all(word.stem_end > word.start for word in words if word.stem_end and not word.is_weak)
