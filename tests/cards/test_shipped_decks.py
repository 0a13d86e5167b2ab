"""The decks that come with the program hold to the rules of a good deck."""

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from overmorrow.cards.card import Card
from overmorrow.cards.deck_file import parse_deck, print_deck
from overmorrow.cards.making import cards_of
from overmorrow.cards.note import AnswerType
from overmorrow.cards.problem import ParsedDeck

ROOT = Path(__file__).parents[2]
LANGUAGES = ("ko", "en")
both_languages = pytest.mark.parametrize("lang", LANGUAGES)


@cache
def shipped(lang: str) -> ParsedDeck:
    name = f"alibaba-2015.{lang}.md"
    return parse_deck((ROOT / "decks" / name).read_text(encoding="utf-8"), name)


@cache
def cards(lang: str) -> tuple[Card, ...]:
    deck = shipped(lang).deck
    return tuple(card for note in deck.notes for card in cards_of(note, deck.lang, deck.source))


def facts() -> list[dict[str, str | int | list[str]]]:
    lines = (ROOT / "tests" / "data" / "alibaba_2015_facts.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in lines.splitlines()]


@both_languages
def test_it_parses_without_a_single_problem_and_survives_printing(lang: str) -> None:
    parsed = shipped(lang)

    assert parsed.problems == ()
    assert parse_deck(print_deck(parsed.deck), "x").deck == parsed.deck


@both_languages
def test_it_names_itself_its_language_and_its_source(lang: str) -> None:
    deck = shipped(lang).deck

    assert deck.name == {"ko": "알리바바 2015", "en": "Alibaba 2015"}[lang]
    assert deck.lang == lang
    assert "2015-12-08" in deck.source


@both_languages
def test_it_has_nine_sections_each_with_several_notes(lang: str) -> None:
    sections = Counter(note.section for note in shipped(lang).deck.notes)

    assert len(sections) == 9
    assert min(sections.values()) >= 6
    assert "" not in sections


def test_both_languages_ask_about_the_same_places_of_the_source() -> None:
    places = [Counter(note.source for note in shipped(lang).deck.notes) for lang in LANGUAGES]

    spelling_of_a_korean_name = Counter({"p3, p7": 1})
    assert places[0] - places[1] == spelling_of_a_korean_name
    assert places[1] - places[0] == Counter()


@both_languages
def test_every_kind_of_card_is_in_it(lang: str) -> None:
    kinds = {note.answer_type for note in shipped(lang).deck.notes}

    assert kinds == set(AnswerType) - {AnswerType.CODE, AnswerType.FORMULA}
    assert any(card.is_reversed for card in cards(lang))
    assert any(card.gap is not None and card.gap[1] > 1 for card in cards(lang))


@both_languages
def test_no_prompt_is_asked_twice(lang: str) -> None:
    prompts = Counter(card.prompt for card in cards(lang))

    assert [prompt for prompt, count in prompts.items() if count > 1] == []


@both_languages
def test_every_note_says_where_it_is_from(lang: str) -> None:
    notes = shipped(lang).deck.notes

    assert [note.prompt for note in notes if not re.fullmatch(r"p\d+(, p\d+)*", note.source)] == []


@both_languages
def test_no_hint_gives_the_answer_away(lang: str) -> None:
    given = [
        note.prompt
        for note in shipped(lang).deck.notes
        for answer in (note.answer, *note.aliases, *(item.text for item in note.items))
        if answer and answer.lower() in note.hint.lower()
    ]

    assert given == []


@both_languages
def test_no_prompt_holds_its_own_answer(lang: str) -> None:
    given = [
        card.prompt
        for card in cards(lang)
        if card.gap is None and len(card.answer) > 2 and card.answer.lower() in card.prompt.lower()
    ]

    assert given == []


def test_the_english_deck_asks_and_explains_in_english() -> None:
    hangul = re.compile("[ㄱ-ㆎ가-힣]")
    notes = shipped("en").deck.notes

    shown = [text for note in notes for text in (note.prompt, note.answer, note.hint, note.remark)]
    assert [text for text in shown if hangul.search(text)] == []


@pytest.mark.parametrize("fact", facts(), ids=lambda fact: str(fact["id"]))
@both_languages
def test_every_fact_is_taught_with_all_answers_that_count(
    lang: str, fact: dict[str, str | int | list[str]]
) -> None:
    aliases = fact["aliases"]
    assert isinstance(aliases, list)
    own = aliases if lang == "ko" else [alias for alias in aliases if alias.isascii()]
    wanted = {str(text).lower() for text in (fact[f"answer_{lang}"], *own)}

    assert any(wanted <= _accepted(card) for card in cards(lang))


def _accepted(card: Card) -> set[str]:
    return {text.lower() for text in (card.answer, *card.aliases)}
