import pytest
from hypothesis import given
from hypothesis import strategies as st

from overmorrow.cards.cloze import read_gaps
from overmorrow.cards.deck import Deck
from overmorrow.cards.list_item import ListItem
from overmorrow.cards.note import AnswerType, Note
from overmorrow.jobs.note_changes import Edit, changed_note, steady_gaps

DECK = Deck(name="D", tags=("deck",))
OCEANS = Note(
    prompt="Which oceans?",
    answer="Pacific, Indian",
    answer_type=AnswerType.LIST,
    items=(ListItem(text="Pacific", aliases=("the Pacific",)), ListItem(text="Indian")),
)
_words = st.text("abcdefgh", min_size=1, max_size=6)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param("{{a}} {{b}}", "{{a}} {{b}}.", "{{a}} {{b}}.", id="nothing-to-number"),
        pytest.param("{{a}} {{b}}", "{{b}}", "{{2:b}}", id="first-one-gone"),
        pytest.param("{{aa}} {{bb}}", "{{aa}}", "{{aa}}", id="last-one-gone"),
        pytest.param("{{b}}", "{{xyz}} {{b}}", "{{2:xyz}} {{1:b}}", id="one-in-front"),
        pytest.param("{{b}}", "{{b}} {{xyz}}", "{{b}} {{xyz}}", id="one-behind"),
        pytest.param("{{ab}} {{cd}}", "{{cd}} {{ab}}", "{{2:cd}} {{1:ab}}", id="swapped"),
        pytest.param(
            "{{Khartum}} {{x}}", "{{x}} {{Khartoum}}", "{{2:x}} {{1:Khartoum}}", id="typo"
        ),
        pytest.param("{{a}} {{b}}", "{{1:b}} {{a}}", "{{1:b}} {{3:a}}", id="numbers-are-obeyed"),
        pytest.param("{{1:a}} {{2:b}}", "{{b}}", "{{2:b}}", id="a-number-taken-away"),
        pytest.param("{{a}}", "{{a", "{{a", id="what-cannot-be-read-is-left-to-be-refused"),
    ],
)
def test_gaps_keep_their_cards_by_their_text(before: str, after: str, expected: str) -> None:
    assert steady_gaps(before, after) == expected


@given(
    st.lists(_words, min_size=1, max_size=4, unique=True),
    st.lists(_words, min_size=1, max_size=4, unique=True),
)
def test_a_gap_that_stays_never_changes_its_card(old: list[str], new: list[str]) -> None:
    before = " ".join(f"{{{{{word}}}}}" for word in old)
    after = steady_gaps(before, " ".join(f"{{{{{word}}}}}" for word in new))
    was = {gap.text: gap.groups for gap in read_gaps(before)}
    found = {gap.text: gap.groups for gap in read_gaps(after)}
    assert list(found) == new
    assert {text: was[text] for text in was if text in found} == {
        text: found[text] for text in was if text in found
    }
    assert len(set(found.values())) == len(found)


@pytest.mark.parametrize(
    ("answer", "items"),
    [
        pytest.param("Indian, Pacific", ["Indian", "Pacific|the Pacific"], id="swapped"),
        pytest.param("Pacific\nArctic | icy", ["Pacific|the Pacific", "Arctic|icy"], id="lines"),
        pytest.param("- Pacific | big\n- Arctic", ["Pacific|big", "Arctic"], id="marked-lines"),
    ],
)
def test_the_items_of_a_list_keep_their_other_names(answer: str, items: list[str]) -> None:
    changed = changed_note(OCEANS, Edit(answer=answer), DECK, None, 0)
    assert ["|".join((item.text, *item.aliases)) for item in changed.items] == items


def test_tags_of_the_deck_and_the_heading_stay() -> None:
    note = Note(prompt="a", answer="b", section="S", tags=("deck", "S", "own"))
    changed = changed_note(note, Edit(tags=("new",)), DECK, None, 0)
    assert changed.tags == ("deck", "S", "new")


def test_what_is_not_named_stays() -> None:
    note = Note(
        prompt="a",
        answer="b",
        aliases=("c",),
        both=True,
        hint="h",
        remark="r\n\ns",
        source="p1",
        section="S",
        tags=("S",),
        case_sensitive=True,
        file_id="k7f2q9m",
    )
    assert changed_note(note, Edit(answer="x"), DECK, None, 0) == note._replace(answer="x")
    assert changed_note(note, Edit(), DECK, None, 0) == note
