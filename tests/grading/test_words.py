from pathlib import Path

import pytest

from overmorrow.grading import words
from overmorrow.grading.words import is_word

DATA = Path(words.__file__).with_name("data")


@pytest.mark.parametrize("name", ["en", "ko", "de", "fr", "es"])
def test_each_list_is_sorted_and_free_of_doubles(name: str) -> None:
    lines = (DATA / f"{name}.txt").read_bytes().split(b"\n")[1:-1]
    assert lines == sorted(set(lines))


@pytest.mark.parametrize("name", ["en", "ko"])
def test_every_hundredth_word_is_found(name: str) -> None:
    listed = (DATA / f"{name}.txt").read_text("utf-8").split()
    assert all(is_word(word, name) for word in [*listed[:3], *listed[::500], *listed[-3:]])


@pytest.mark.parametrize(
    ("word", "lang"), [("definately", "en"), ("역활", "ko"), ("calender", "en"), ("", "en")]
)
def test_misspellings_are_no_words(word: str, lang: str) -> None:
    assert not is_word(word, lang)


def test_the_origin_and_licence_of_each_list_is_stated() -> None:
    text = (DATA / "README.md").read_text("utf-8")
    assert all(f"{name}.txt" in text for name in ("en", "ko", "de", "fr", "es"))
    assert (DATA / "LICENSE-MIT.txt").exists()
    assert (DATA / "LICENSE-APACHE.txt").exists()
