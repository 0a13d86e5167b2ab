import json
import re
from pathlib import Path

import pytest

from overmorrow.cards.card import Card
from overmorrow.grading import explain as explaining
from overmorrow.grading.explain import explain, reading
from overmorrow.grading.grade import grade, grade_row
from overmorrow.locale.grading import MESSAGES
from overmorrow.messages import LANGUAGES, Messages

FOLDER = Path(explaining.__file__).parent
GRADED = Path(__file__).with_name("graded_answers.jsonl")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_graded_answer_is_explained(language: str) -> None:
    say = Messages(language)
    for line in GRADED.read_text(encoding="utf-8").splitlines():
        sentence = explain(grade_row(json.loads(line)), say)
        assert sentence
        assert "{" not in sentence


def test_every_reason_in_the_code_has_its_sentence() -> None:
    call = re.compile(r'\b(?:correct|typo|omission|near|other|blank)\(\s*"(\w+)"')
    reasons = {
        reason for file in FOLDER.glob("*.py") for reason in call.findall(file.read_text("utf-8"))
    }
    assert len(reasons) > 30
    assert reasons <= MESSAGES.keys()


@pytest.mark.parametrize(
    ("typed", "answer", "korean", "english"),
    [
        ("항조우", "항저우", "한 글자가 달라요: 조 -> 저", "One letter differs: 조 -> 저"),
        (
            "gkdwjdn",
            "항저우",
            "자판이 달랐어요: gkdwjdn -> 항저우",
            "The other keyboard layout: gkdwjdn -> 항저우",
        ),
        (
            "3.86억",
            "3억8600만 명",
            "같은 수예요. 단위 ‘명’은 빼도 돼요.",
            "The same number. ‘명’ may be left out.",
        ),
        ("항저우에서", "항저우", "조사만 달라요.", "Only the ending differs."),
    ],
)
def test_the_reason_is_one_sentence_in_the_learners_language(
    typed: str, answer: str, korean: str, english: str
) -> None:
    grading = grade(typed, Card(key="q", prompt="무엇인가?", answer=answer))
    assert explain(grading, Messages("ko")) == korean
    assert explain(grading, Messages("en")) == english


@pytest.mark.parametrize(
    ("typed", "read"),
    [("3.86억", "386,000,000"), ("386000000", ""), ("386,000,000 ", ""), ("삼억", "300,000,000")],
)
def test_what_was_read_is_told_where_it_looks_different(typed: str, read: str) -> None:
    card = Card(key="q", prompt="몇인가?", answer="386000000", answer_type="number")
    assert reading(grade(typed, card), typed) == read


@pytest.mark.parametrize(
    ("typed", "reason"), [("224", "number_differs"), ("2월 18일", "date_differs")]
)
def test_a_bare_number_differs_as_a_number(typed: str, reason: str) -> None:
    answer = "217" if typed == "224" else "2월 17일"
    assert grade(typed, Card(key="q", prompt="?", answer=answer)).reason == reason
