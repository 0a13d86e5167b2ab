import pytest

from overmorrow.grading.inflection import dictionary_forms


@pytest.mark.parametrize(
    ("inflected", "verb"),
    [
        ("났다", "나다"),
        ("했다", "하다"),
        ("왔다", "오다"),
        ("줬다", "주다"),
        ("마셨다", "마시다"),
        ("먹었다", "먹다"),
        ("먹는다", "먹다"),
        ("간다", "가다"),
    ],
)
def test_an_inflected_verb_has_its_dictionary_form(inflected: str, verb: str) -> None:
    assert verb in dictionary_forms(inflected)


@pytest.mark.parametrize("word", ["", "다", "낫다", "나라", "바다", "IT다", "받앗다"])
def test_any_other_word_has_none(word: str) -> None:
    assert dictionary_forms(word) == ()
