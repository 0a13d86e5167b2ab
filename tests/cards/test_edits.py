"""Decks edited by chance keep their schedules, and no note ever takes another's."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from overmorrow.cards.deck_file import parse_deck
from overmorrow.cards.identity import match
from overmorrow.cards.note import Note
from tests.cards.edited_decks import EDITS, Editing, Outcome, edited_deck, outcomes

DECKS = Path(__file__).parents[2] / "decks"
SEEDS = range(7)

WORDS = """
봄 spring, 여름 summer, 가을 autumn, 겨울 winter, 월요일 Monday, 화요일 Tuesday, 수요일 Wednesday,
목요일 Thursday, 금요일 Friday, 토요일 Saturday, 일요일 Sunday, 아침 morning, 점심 lunch,
저녁 evening, 새벽 dawn, 어머니 mother, 아버지 father, 친구 friend, 선생님 teacher,
동생 younger sibling, 학교 school, 도서관 library, 병원 hospital, 시장 market,
공항 airport, 기차 train, 자전거 bicycle,
사과 apple, 포도 grape, 감자 potato, 고구마 sweet potato, 소금 salt, 설탕 sugar, 우산 umbrella,
안경 glasses, 시계 clock, 열쇠 key, 지갑 wallet, 바다 sea, 강물 river water, 하늘 sky, 구름 cloud,
번개 lightning, 지진 earthquake, 숟가락 spoon, 젓가락 chopsticks, 냉장고 refrigerator, 의자 chair,
책상 desk, 창문 window, 고양이 cat, 강아지 puppy, 호랑이 tiger, 거북이 turtle, 나비 butterfly
"""


def _words() -> list[Note]:
    pairs = (line.strip().partition(" ") for line in WORDS.replace("\n", " ").split(","))
    return [Note(prompt=korean, answer=english) for korean, _, english in pairs]


def _deck(name: str) -> list[Note]:
    path = DECKS / name
    return list(parse_deck(path.read_text(encoding="utf-8"), path.name).deck.notes)


ALL = {
    "words": _words(),
    "korean": _deck("alibaba-2015.ko.md"),
    "english": _deck("alibaba-2015.en.md"),
}


def _total(editing: Editing, decks: Iterable[str] = ALL) -> dict[str, Outcome]:
    """Return what became of the notes of all decks, edited several times each."""
    total: dict[str, Outcome] = {}
    for seed in SEEDS:
        for name in decks:
            deck = edited_deck(ALL[name], editing, seed)
            for kind, count in outcomes(deck, match(deck.known, deck.parsed)).items():
                total.setdefault(kind, Outcome()).add(count)
    return total


@pytest.mark.parametrize("shuffled", [False, True], ids=["in-place", "reordered"])
def test_no_note_takes_the_schedule_of_another(shuffled: bool) -> None:
    total = _total(Editing(shuffled=shuffled, deletions=8, replaced=8, insertions=20))

    assert {kind: count.wrong for kind, count in total.items() if count.wrong} == {}
    assert total["deleted"].kept == total["replaced"].kept == 0


@pytest.mark.parametrize(
    ("kind", "least"),
    [
        pytest.param("typo in prompt", 0.96, id="typo-in-prompt"),
        pytest.param("typo in answer", 0.99, id="typo-in-answer"),
        pytest.param("typo in both", 0.9, id="typo-in-both"),
        pytest.param("punctuation", 0.99, id="punctuation"),
        pytest.param("rewording", 0.9, id="rewording"),
        pytest.param("correction", 0.99, id="correction"),
        pytest.param("split", 0.99, id="split"),
    ],
)
def test_edited_notes_keep_their_schedule_unasked(kind: str, least: float) -> None:
    count = _total(Editing(edits=12, kinds=(kind,)))[kind]

    assert count.kept >= least * count.all


def test_of_typed_moved_split_and_inserted_decks_99_percent_is_kept() -> None:
    kinds = ("typo in prompt", "typo in answer", "split")
    total = _total(Editing(kinds=kinds))
    kept = sum(total[kind].kept for kind in (*kinds, "untouched"))

    assert kept >= 0.99 * sum(total[kind].all for kind in (*kinds, "untouched"))


def test_a_reordered_deck_keeps_all_schedules() -> None:
    count = _total(Editing(edits=0, deletions=0, replaced=0, shuffled=True))["untouched"]

    assert count.kept == count.all


def test_every_kind_of_edit_is_measured() -> None:
    assert set(_total(Editing(), ["words"])) == {*EDITS, "deleted", "replaced", "untouched"}
