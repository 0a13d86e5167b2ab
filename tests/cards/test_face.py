"""A card of another program's note type goes by one key, and back by its number."""

from hypothesis import given
from hypothesis import strategies as st

from overmorrow.cards.face import face_key, face_ord


@given(st.integers(0, 10_000), st.booleans())
def test_a_key_leads_back_to_the_number_it_was_made_from(number: int, is_cloze: bool) -> None:
    assert face_ord(face_key(number, is_cloze=is_cloze)) == number


@given(st.sets(st.integers(0, 10_000), min_size=2), st.booleans())
def test_cards_of_one_note_have_different_keys(numbers: set[int], is_cloze: bool) -> None:
    assert len({face_key(number, is_cloze=is_cloze) for number in numbers}) == len(numbers)


def test_the_first_two_templates_are_called_as_the_cards_of_our_own_notes() -> None:
    assert [face_key(number, is_cloze=False) for number in range(4)] == ["q", "r", "t3", "t4"]
    assert face_key(0, is_cloze=True) == "c1"
