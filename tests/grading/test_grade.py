import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overmorrow.cards.card import Card
from overmorrow.cards.list_item import ListItem
from overmorrow.cards.quality import Quality
from overmorrow.cards.verdict import Verdict
from overmorrow.grading.grade import grade, grade_row
from overmorrow.grading.normalise import canonical

GRADED = Path(__file__).with_name("graded_answers.jsonl")


def card(answer: str, prompt: str = "What is it?", **rest: object) -> Card:
    return Card(key="q", prompt=prompt, answer=answer, **rest)  # type: ignore[arg-type]


def rows() -> list[dict[str, str]]:
    return [json.loads(line) for line in GRADED.read_text(encoding="utf-8").splitlines()]


def test_the_graded_answers_are_judged_as_the_teacher_did() -> None:
    wrong = [row["id"] for row in rows() if grade_row(row).verdict.value != row["verdict"]]
    assert len(wrong) <= 7, wrong


def test_no_wrong_answer_is_ever_called_correct() -> None:
    for row in rows():
        if row["verdict"] == "WRONG":
            assert grade_row(row).verdict is not Verdict.CORRECT, row["id"]


def test_the_type_hint_is_only_a_hint() -> None:
    blind = [row | {"answer_type": ""} for row in rows()]
    wrong = [row["id"] for row in blind if grade_row(row).verdict.value != row["verdict"]]
    assert len(wrong) <= 10, wrong


@pytest.mark.parametrize(
    ("typed", "quality", "kind"),
    [
        ("항저우", Quality.EASY, "correct"),
        ("gkdwjdn", Quality.GOOD, "correct"),
        ("항저유", Quality.GOOD, "typo"),
        ("항저우가 아니다", Quality.VAGUE, "other"),
        ("도쿄", Quality.VAGUE, "other"),
        ("모름", Quality.BLANK, "blank"),
        ("", Quality.BLANK, "blank"),
    ],
)
def test_quality_follows_from_what_happened(typed: str, quality: Quality, kind: str) -> None:
    grading = grade(typed, card("항저우", "본사가 있는 도시는?"))
    assert (grading.quality, grading.kind) == (quality, kind)


def test_an_omission_is_hard() -> None:
    assert grade("912억", card("912억 위안", "매출은?")).quality is Quality.HARD


def test_the_alias_that_matched_is_named() -> None:
    assert grade("hangzhou", card("항저우", aliases=("Hangzhou",))).matched == "Hangzhou"


def test_the_value_read_is_shown_in_digits() -> None:
    assert grade("3억 8천6백만", card("3억8600만 명", "몇 명인가?")).value == "386,000,000"


def test_the_value_of_another_answer_of_the_card_is_shown_too() -> None:
    grading = grade("3.86억", card("3억8600만 명", "몇 명인가?", aliases=("3.86억",)))
    assert (grading.reason, grading.value) == ("exact", "386,000,000")
    assert grade("3억8600만 명", card("3억8600만 명", "몇 명인가?")).value is None


def test_a_typo_marks_the_cells_that_differ() -> None:
    assert grade("항저유", card("항저우")).diff == ((4, 6),)


@pytest.mark.parametrize(
    ("typed", "answer", "diff"),
    [
        pytest.param("16", "17명", ((1, 2),), id="a-bare-number-says-nothing-of-the-unit"),
        pytest.param("16명", "17명", ((1, 2),), id="the-same-unit"),
        pytest.param("224", "217개", ((1, 3),), id="two-digits"),
    ],
)
def test_another_number_marks_its_digits(
    typed: str, answer: str, diff: tuple[tuple[int, int], ...]
) -> None:
    assert grade(typed, card(answer)).diff == diff


def test_a_number_alone_is_no_near_miss_of_a_word() -> None:
    grading = grade("333", card("중소기업"))
    assert (grading.reason, grading.quality) == ("other_text", Quality.VAGUE)


def test_a_list_tells_what_became_of_each_item() -> None:
    items = (ListItem(text="세계화"), ListItem(text="지역개발"), ListItem(text="빅데이터"))
    grading = grade("빅데이터, 세게화", card("세계화, 지역개발, 빅데이터", items=items))
    assert [(item.text, item.verdict, item.typed) for item in grading.items] == [
        ("세계화", Verdict.CLOSE, "세게화"),
        ("지역개발", Verdict.WRONG, ""),
        ("빅데이터", Verdict.CORRECT, "빅데이터"),
    ]
    assert dict(grading.details) == {"item": "지역개발", "n": "2", "total": "3"}


def test_an_item_has_its_own_aliases() -> None:
    items = (ListItem(text="광둥성", aliases=("광동성",)), ListItem(text="저장성"))
    assert grade("저장성 광동성", card("광둥성, 저장성", items=items)).verdict is Verdict.CORRECT


def test_a_typed_wrong_choice_is_wrong_however_like_the_answer() -> None:
    choices = card("알리페이", wrong_choices=("알리페아", "티몰"))
    assert grade("알리페아", choices).verdict is Verdict.WRONG
    assert grade("알리페이", choices).verdict is Verdict.CORRECT


def test_case_counts_where_the_card_says_so() -> None:
    assert grade("alipay", card("Alipay", case_sensitive=True)).verdict is Verdict.WRONG
    assert grade("alipay", card("Alipay")).verdict is Verdict.CORRECT


def test_the_answer_of_another_card_is_told() -> None:
    others = (("2003년", "타오바오를 시작한 해는?"), ("2008년", "티몰을 시작한 해는?"))
    assert grade("2003년", card("2008년"), others).answer_of == "타오바오를 시작한 해는?"
    assert grade("2008년", card("2008년"), others).answer_of is None


@pytest.mark.parametrize(
    ("typed", "slip"),
    [
        ("gkdwjdn", "layout"),
        ("ㅎㅏㅇㅈㅓㅇㅜ", "jamo"),
        ("항저ㅇ", "unfinished"),
        ("항ㅈ", "unfinished"),
        ("본사가 있는 도시는?", "prompt"),
        ("항저우 또는 상하이", "hedge"),
        ("항저우", None),
    ],
)
def test_mechanical_slips_are_told_apart(typed: str, slip: str | None) -> None:
    assert grade(typed, card("항저우", "본사가 있는 도시는?")).slip == slip


ANSWERS = ("항저우", "3억8600만 명", "World War II", "git push", "O-", "1592년", "5~6cm", "a, b, c")


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80), st.sampled_from(ANSWERS))
def test_any_typed_text_gets_a_verdict(typed: str, answer: str) -> None:
    grade(typed, card(answer))


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=60).filter(canonical))
def test_an_answer_that_can_be_seen_always_counts_as_itself(answer: str) -> None:
    assert grade(answer, card(answer)).verdict is Verdict.CORRECT


@settings(max_examples=40, deadline=None)
@given(st.integers(10, 10**9), st.integers(10, 10**9), st.sampled_from(["개", "위안", "m", ""]))
def test_another_number_never_counts(wanted: int, given_number: int, unit: str) -> None:
    verdict = grade(f"{given_number:,}{unit}", card(f"{wanted}{unit}")).verdict
    assert (verdict is Verdict.CORRECT) == (wanted == given_number)


@pytest.mark.parametrize(
    "text", ["가", "a ", "9,", "ㅁ", "1~", "(", "a, ", "\u0301", "a\n", "🙂", "년 "]
)
def test_a_hundred_thousand_characters_are_refused_quietly(text: str) -> None:
    typed = text * (100_000 // len(text))
    for answer in ANSWERS:
        assert grade(typed, card(answer)).verdict is Verdict.WRONG
    assert grade("x", card(typed.strip() or "가")).verdict is Verdict.WRONG
