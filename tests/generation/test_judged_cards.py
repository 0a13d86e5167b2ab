"""Cards judged one by one: those worth keeping are offered, and those that are not are not."""

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from overmorrow.generation.article import read_article
from overmorrow.generation.propose import propose
from overmorrow.jobs.language_tools import best_makers
from overmorrow.jobs.offers import LEAST_SCORE

TEXTS = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "data" / "judged_cards.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]


makers = cache(lambda: best_makers(("ko", "en")))
"""Loaded once: that takes longer than reading a text."""


def offered(text: dict[str, Any]) -> set[tuple[str, str]]:
    """Return the prompts and answers that a learner is offered as good ones."""
    article = read_article(text["text"], lang=text["lang"])
    found = propose(article, makers()).proposals
    return {(each.prompt, each.answer) for each in found if each.score >= LEAST_SCORE}


@pytest.mark.parametrize(("lang", "tool"), [("ko", "kiwipiepy"), ("en", "spacy")])
def test_most_of_what_is_offered_is_worth_keeping_and_most_of_that_is_offered(
    lang: str, tool: str
) -> None:
    if find_spec(tool) is None:
        pytest.skip(f"{tool} is optional")
    kept: list[bool] = []
    worthy = 0
    for text in TEXTS:
        if text["lang"] == lang:
            found = offered(text)
            judged = {(card["prompt"], card["answer"]): card["grade"] > 0 for card in text["cards"]}
            kept += [is_worthy for card, is_worthy in judged.items() if card in found]
            worthy += sum(judged.values())
    assert sum(kept) > 0.8 * len(kept)
    assert sum(kept) > worthy / 2
