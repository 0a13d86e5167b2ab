"""Among very many texts those with the same rare words are found."""

from hypothesis import given
from hypothesis import strategies as st

from overmorrow.cards.shared_words import SharedWords


def test_the_text_with_most_of_the_rarer_words_is_near_and_common_words_do_not_count() -> None:
    texts = {at: f"which number is {at}" for at in range(200)} | {200: "lake and river"}
    near = SharedWords(texts)

    assert list(near.like("which number is 77 now")) == [77]
    assert near.like("river or lake") == {200: "lake and river"}
    assert near.like("which number") == {}


@given(st.lists(st.text("ab c", max_size=8), max_size=20), st.integers(0, 20))
def test_a_text_with_a_word_of_its_own_is_always_near_itself(others: list[str], at: int) -> None:
    texts = {place: text for place, text in enumerate(others) if place != at}
    texts[at] = "unmistakable a"

    assert SharedWords(texts).like("unmistakable")[at] == "unmistakable a"
