"""What a Korean text has just shown is named before what it says of it without naming it."""

import pytest

from overmorrow.generation.article import read_article
from overmorrow.generation.korean import KoreanMaker
from overmorrow.generation.korean_clauses import clauses
from overmorrow.generation.korean_phrases import phrases
from overmorrow.generation.korean_plain import PlainTagger
from overmorrow.generation.korean_scenes import shown_in
from overmorrow.generation.korean_subject import caption_of, subject_of, whole_title_of
from overmorrow.generation.propose import propose


def prompts(text: str) -> set[str]:
    """Return the prompts of a text, by rules that need nothing but Python."""
    found = propose(read_article(text), [KoreanMaker()], budget=1000).proposals
    return {each.prompt for each in found}


def shown(sentence: str) -> str:
    """Return what a sentence shows."""
    [words] = PlainTagger().words([sentence])
    return shown_in(sentence, words, phrases(sentence, words, []), clauses(sentence, words))


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        pytest.param("골목 끝에서 달빛공방이 나온다.", "달빛공방", id="comes-up"),
        pytest.param("부둣가에는 은하시장이 있다.", "은하시장", id="is-there"),
        pytest.param("다음은 은하시장으로 가자.", "은하시장", id="let-us-go"),
        pytest.param("은하시장은 오래되었다.", "", id="says-more-of-it"),
        pytest.param("왼쪽에는 은하시장이 있고 오른쪽에는 달빛공방이 있다.", "", id="two"),
    ],
)
def test_a_sentence_that_only_shows_something_is_known(sentence: str, name: str) -> None:
    assert shown(sentence) == name


def test_what_was_shown_is_the_topic_of_what_the_next_sentence_calls_it() -> None:
    found = prompts(
        "구름시 산책\n\n골목 끝에서 달빛공방이 나온다. 1938년에 문을 연 작은 공방이다.\n"
    )
    assert "달빛공방은 몇 년에 문을 연 작은 공방인가?" in found


def test_a_sentence_that_names_nothing_stands_under_what_was_shown() -> None:
    found = prompts("구름시 산책\n\n이제 은하시장으로 가자. 지붕의 높이는 12미터에 이른다.\n")
    assert "[은하시장] 지붕의 높이는 몇 미터에 이르나?" in found


def test_what_was_shown_is_forgotten_in_the_next_paragraph() -> None:
    found = prompts("구름시 산책\n\n이제 은하시장으로 가자.\n\n지붕의 높이는 12미터에 이른다.\n")
    assert not any("은하시장" in prompt for prompt in found if "지붕" in prompt)


@pytest.mark.parametrize(
    ("title", "text", "subject"),
    [
        pytest.param(
            "연필, 생각을 적는 막대", "연필은 " * 5 + "막대는 " * 9, "연필", id="named-first"
        ),
        pytest.param(
            "흙을 보러 갔다 – 구름골 도자마을", "흙은 " * 5 + "구름골 도자마을은 " * 3,
            "구름골 도자마을", id="name-at-the-end",
        ),
        pytest.param("이달의 책: ‘푸른섬’을 읽고", "푸른섬은 " * 2, "푸른섬", id="between-marks"),
    ],
)  # fmt: skip
def test_a_title_tells_what_the_text_is_about(title: str, text: str, subject: str) -> None:
    assert subject_of(read_article(text, title=title), [], "") == subject


def test_a_headline_is_told_by_its_half_where_a_place_alone_would_say_too_little() -> None:
    assert caption_of("빈 굴이 창고로…구름시에 첫 지하 서고", "구름시") == "구름시에 첫 지하 서고"
    assert caption_of("구름시에 첫 서고 ‘밤샘’ 문 열어…9월부터", "밤샘") == ""
    assert caption_of("구름시의 역사", "구름시") == ""


@pytest.mark.parametrize(
    ("title", "subject", "whole"),
    [
        pytest.param("구름골의 옛 우물", "구름골", "구름골의 옛 우물", id="both-spoken-of"),
        pytest.param("구름골 우물을 다녀와서 / 이누리", "구름골", "구름골 우물", id="visited"),
        pytest.param("구름골의 역사", "구름골", "", id="one-spoken-of"),
        pytest.param("구름골 우물이 다시 흐른다", "구름골", "", id="sentence"),
        pytest.param("우물", "우물", "", id="one-word"),
    ],
)
def test_a_title_is_told_whole_where_the_text_takes_up_several_of_its_words(
    title: str, subject: str, whole: str
) -> None:
    text = f"{title}\n\n구름골은 산에 있다. 구름골에는 우물이 있고, 우물은 깊다. 구름골로 간다."
    assert whole_title_of(read_article(text, title=title), subject) == whole


def test_the_words_of_a_title_are_counted_as_words() -> None:
    text = "인쇄기와 인쇄공과 인쇄소와 인쇄술이 있다. 이누리는 왔다. 이누리는 갔다."
    article = read_article(text, title="이누리의 활판 인쇄")
    assert subject_of(article, [], "") == ""
    article = read_article(f"{text} 이누리가 말했다.", title="이누리의 활판 인쇄")
    assert subject_of(article, [], "") == "이누리"


def test_a_title_is_told_only_where_it_gives_no_answer_away() -> None:
    found = prompts(
        "하랑골의 옛 우물\n\n하랑골은 산속의 마을이다. 우물은 깊다. 돌담의 길이는 12미터에 이른다."
        " 돌담을 쌓은 곳은 하랑골이다.\n"
    )
    assert {
        "돌담을 쌓은 곳은 어디인가?",
        "[하랑골의 옛 우물] 돌담의 길이는 몇 미터에 이르나?",
    } <= found


def test_a_title_is_not_told_before_a_name_that_ends_as_it_begins() -> None:
    found = prompts(
        "하랑의 옛 우물\n\n노바 하랑은 1820년 구름시에서 태어난 장인이다. 하랑은 우물을 팠다."
        " 우물은 깊다.\n"
    )
    asked = [each for each in found if each.endswith("____은 1820년 구름시에서 태어난 장인이다.")]
    assert asked == ["____은 1820년 구름시에서 태어난 장인이다."]
