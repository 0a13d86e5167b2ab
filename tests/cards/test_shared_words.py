"""Among very many texts those with the same rare words are found."""

from overmorrow.cards.shared_words import SharedWords


def test_the_text_with_most_of_the_rarer_words_is_near_and_common_words_do_not_count() -> None:
    texts = {at: f"which number is {at}" for at in range(200)} | {200: "lake and river"}
    near = SharedWords(texts)

    assert list(near.like("which number is 77 now")) == [77]
    assert near.like("river or lake") == {200: "lake and river"}
    assert near.like("which number") == {}
