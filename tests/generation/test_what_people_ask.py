"""How much of what people ask about a text the proposals ask too, as a floor that must hold."""

import json
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from overmorrow.generation.article import read_article
from overmorrow.generation.korean import KoreanMaker
from overmorrow.generation.propose import propose
from overmorrow.generation.verify import bare, refusal

DOCUMENTS = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "data" / "korean_questions.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]


def asked(makers: list[KoreanMaker], budget: float) -> float:
    """Return the share of the people's answers that a card within the budget has."""
    found = [_is_asked(document, makers, budget) for document in DOCUMENTS]
    return sum(map(sum, found)) / sum(map(len, found))


def _is_asked(document: dict[str, Any], makers: list[KoreanMaker], budget: float) -> list[bool]:
    article = read_article(document["text"], title=document["title"])
    cards = propose(article, makers, budget).proposals
    return [
        any(
            bare(question["answer"]) in map(bare, (card.answer, *card.aliases))
            and card.answer_start < question["start"] + len(question["answer"])
            and question["start"] < card.answer_end
            for card in cards
        )
        for question in document["questions"]
    ]


def test_our_own_rules_ask_a_third_of_what_people_ask() -> None:
    assert asked([KoreanMaker()], 25) > 0.33


@pytest.mark.skipif(find_spec("kiwipiepy") is None, reason="kiwipiepy is optional")
def test_with_kiwi_it_is_near_half() -> None:
    from overmorrow.generation.korean_kiwi import KiwiTagger

    assert asked([KoreanMaker(KiwiTagger())], 25) > 0.45


def test_a_larger_budget_asks_no_less() -> None:
    assert asked([KoreanMaker()], 15) <= asked([KoreanMaker()], 45)


@pytest.mark.parametrize("document", DOCUMENTS, ids=[each["id"] for each in DOCUMENTS])
def test_every_card_passes_the_gate_and_none_is_twice(document: dict[str, Any]) -> None:
    article = read_article(document["text"], title=document["title"])
    cards = propose(article, [KoreanMaker()], 60).proposals
    assert all(refusal(card, article) is None for card in cards)
    assert len({bare(card.prompt) for card in cards}) == len(cards)
