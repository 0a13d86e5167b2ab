"""Notes make the cards that their author meant."""

import pytest

from overmorrow.cards.list_item import ListItem
from overmorrow.cards.making import cards_of
from overmorrow.cards.note import AnswerType, Note


def test_a_plain_note_makes_one_card_with_everything_grading_needs() -> None:
    note = Note(
        prompt="창업자는?",
        answer="마윈",
        aliases=("Jack Ma",),
        wrong_choices=("마화텅",),
        hint="성은 마",
        remark="1964년생",
        source="p6",
        case_sensitive=True,
    )
    (card,) = cards_of(note, "ko", "책 (2015)")

    assert (card.key, card.prompt, card.answer, card.aliases) == (
        "q",
        "창업자는?",
        "마윈",
        ("Jack Ma",),
    )
    assert (card.hint, card.remark, card.source) == ("성은 마", "1964년생", "책 (2015), 6번째 문단")
    assert (card.answer_type, card.lang, card.wrong_choices) == ("", "ko", ())
    assert card.case_sensitive
    assert card.gap is None


@pytest.mark.parametrize(
    ("prompt", "answer", "asked", "kind"),
    [
        ("photosynthesis", "광합성", "‘광합성’에 해당하는 것은? (거꾸로)", ""),
        ("창업자는?", "마윈", "답이 ‘마윈’이에요. 무엇을 묻는 카드일까요? (거꾸로)", "long"),
    ],
)
def test_a_reversed_card_asks_for_a_term_but_leaves_sentences_to_the_learner(
    prompt: str, answer: str, asked: str, kind: str
) -> None:
    note = Note(prompt=prompt, answer=answer, both=True, hint="h", aliases=("다른 답",))
    plain, turned = cards_of(note, "ko", "")

    assert (plain.key, turned.key) == ("q", "r")
    assert (turned.prompt, turned.answer, turned.answer_type) == (asked, prompt, kind)
    assert (turned.aliases, turned.hint, turned.lang) == ((), "", "")
    assert turned.is_reversed


@pytest.mark.parametrize(
    ("lang", "prompt", "answer", "end"),
    [
        ("en", "사과", "apple", "(reversed)"),
        ("ko-KR", "apple", "malus", "(거꾸로)"),
        ("", "apple", "사과", "(거꾸로)"),
        ("fr", "apple", "pomme", "(reversed)"),
    ],
)
def test_a_reversed_prompt_is_worded_in_the_deck_s_language(
    lang: str, prompt: str, answer: str, end: str
) -> None:
    assert cards_of(Note(prompt=prompt, answer=answer, both=True), lang, "")[1].prompt.endswith(end)


def test_every_group_of_gaps_makes_a_card_that_knows_its_rank() -> None:
    note = Note(prompt="{{2:가}} {{1:나}} {{2:다}} {{4:라}}", is_cloze=True, aliases=("x",))
    cards = cards_of(note, "ko", "")

    assert [(card.key, card.gap, card.answer) for card in cards] == [
        ("c1", (1, 3), "나"),
        ("c2", (2, 3), "가, 다"),
        ("c4", (3, 3), "라"),
    ]
    assert [card.aliases for card in cards] == [(), (), ()]
    assert cards[1].items == (ListItem(text="가"), ListItem(text="다"))
    assert [card.answer_type for card in cards] == ["", "ordered_list", ""]


def test_other_names_inside_a_gap_belong_to_its_card_alone() -> None:
    note = Note(prompt="{{가 | 가가}} {{나}} {{3:다 | 다다}} {{3:라}}", is_cloze=True)
    first, second, third = cards_of(note, "ko", "")

    assert (first.aliases, second.aliases) == (("가가",), ())
    assert third.items == (ListItem(text="다", aliases=("다다",)), ListItem(text="라"))


def test_other_names_and_the_type_hold_for_a_single_gap() -> None:
    note = Note(
        prompt="{{2003년}}에 시작했다.",
        is_cloze=True,
        aliases=("2003",),
        answer_type=AnswerType.DATE,
    )
    (card,) = cards_of(note, "ko", "")

    assert (card.prompt, card.aliases, card.answer_type) == ("[ 1 ]에 시작했다.", ("2003",), "date")


def test_a_choice_card_shows_its_wrong_choices_and_a_list_card_its_items() -> None:
    choice = Note(prompt="a", answer="b", answer_type=AnswerType.CHOICE, wrong_choices=("c", "d"))
    items = (ListItem(text="x", aliases=("y",)), ListItem(text="z"))
    listed = Note(prompt="a", answer="x, z", answer_type=AnswerType.LIST, items=items)

    assert cards_of(choice, "", "")[0].wrong_choices == ("c", "d")
    assert cards_of(listed, "", "")[0].items == items
    assert cards_of(listed, "", "")[0].answer_type == "list"
