from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overmorrow.generation.sentences import sentence_spans


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("해가 진다. 달이 뜬다.", ["해가 진다.", "달이 뜬다."], id="full-stops"),
        pytest.param(
            "그는 “간다. 곧 온다.”고 했다. 비가 왔다.",
            ["그는 “간다. 곧 온다.”고 했다.", "비가 왔다."],
            id="not-inside-a-quotation",
        ),
        pytest.param(
            '“내일은 맑다" 하고 말했다. 모레는 흐리다.',
            ['“내일은 맑다" 하고 말했다.', "모레는 흐리다."],
            id="quotation-marks-of-mixed-kinds",
        ),
        pytest.param(
            "값이 올랐다(작년의 두 배다. 놀랍다). 모두 샀다.",
            ["값이 올랐다(작년의 두 배다. 놀랍다).", "모두 샀다."],
            id="not-inside-brackets",
        ),
        pytest.param(
            "건물마다 1, 2, 3… 번호가 있다. 문은 하나다…",
            ["건물마다 1, 2, 3… 번호가 있다.", "문은 하나다…"],
            id="an-ellipsis-after-numbers-goes-on",
        ),
        pytest.param(
            "Mr. Kim met Dr. J. Smith at 5 p.m. in St. Ives. They spoke.",
            ["Mr. Kim met Dr. J. Smith at 5 p.m. in St. Ives.", "They spoke."],
            id="abbreviations-and-initials",
        ),
        pytest.param(
            "Kale holds vitamin C. Cooks boil it away. They chose plan B. Because it rained, "
            "we left.",
            [
                "Kale holds vitamin C.",
                "Cooks boil it away.",
                "They chose plan B.",
                "Because it rained, we left.",
            ],
            id="a-letter-that-tells-things-apart-ends-a-sentence",
        ),
        pytest.param(
            "The poet J. Smith met George W. Lane and a D. Holt.",
            ["The poet J. Smith met George W. Lane and a D. Holt."],
            id="an-initial-of-a-name-does-not",
        ),
        pytest.param(
            "It rose 3.5 per cent. Fine.", ["It rose 3.5 per cent.", "Fine."], id="decimals"
        ),
        pytest.param("- 첫 항목이다.", ["첫 항목이다."], id="bullets-are-left-out"),
        pytest.param("1. 준비한다.", ["1. 준비한다."], id="a-list-number-ends-nothing"),
        pytest.param("끝이 없는 줄", ["끝이 없는 줄"], id="a-line-without-a-stop"),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@given(st.text(alphabet="가나다. ?!…\"'“”‘’()[]1a\n-", max_size=80))
def test_sentences_stand_in_order_and_lose_no_letter(text: str) -> None:
    spans = list(sentence_spans(text, 0, len(text)))
    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    inside = "".join(text[start:end] for start, end in spans)
    assert [c for c in inside if c.isalnum()] == [c for c in text if c.isalnum()]
