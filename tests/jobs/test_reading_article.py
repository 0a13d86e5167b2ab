from pathlib import Path

import pytest

from overmorrow.errors import FileError
from overmorrow.jobs.reading_article import LARGEST_ARTICLE, article_file, checked_text


def test_a_text_is_clean_and_named_after_its_file(tmp_path: Path) -> None:
    path = tmp_path / "강 이야기.txt"
    path.write_bytes("\ufeff강\x1b[31m은\r\n길다\r".encode())
    found = article_file(str(path))
    assert found == ("강[31m은\n길다\n", "강 이야기", "강\x1b[31m은\n길다\n")


@pytest.mark.parametrize("encoding", ["utf-16", "cp949", "utf-8-sig"])
def test_other_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    text = "세종대왕은 1446년에 훈민정음을 반포했다.\n" * 3
    path = tmp_path / "글.txt"
    path.write_bytes(text.encode(encoding))
    assert article_file(str(path)).text == text


def test_pasted_text_is_read_the_same_way() -> None:
    assert checked_text("강은\r\n길다 \ud800", "강").text == "강은\n길다 ?"
    page = "<!DOCTYPE html><body><p>강은 길다.</p><p>산은 높다.</p></body>"
    assert checked_text(page, "").text == "강은 길다.\n산은 높다."


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("\x1b\x07 \n", "generating.empty_input"),
        ("これは日本語の文です。", "generating.no_language_input"),
        ("x" * (LARGEST_ARTICLE + 1), "generating.too_large_input"),
    ],
)
def test_pasted_text_is_refused_in_words(text: str, key: str) -> None:
    with pytest.raises(FileError) as refused:
        checked_text(text, "")
    assert refused.value.key == key


def test_a_language_beside_another_is_enough() -> None:
    assert checked_text("これは日本語の文です。\n강은 길다.\n", "").text
