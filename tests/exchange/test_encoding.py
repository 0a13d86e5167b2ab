"""A file's encoding is what it says, what it must be, or asked for."""

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overmorrow.errors import FileError
from overmorrow.exchange.encoding import decode

KOREAN = "앞면,뒷면\n사과,apple\n나무,tree\n하늘은 파랗다,the sky is blue\n바다로 가자,to the sea\n"


@pytest.mark.parametrize(
    ("written", "found", "is_guess"),
    [
        ("utf-8", "utf-8", False),
        ("utf-8-sig", "utf-8", False),
        ("utf-16", "utf-16-le", False),
        ("utf-32", "utf-32-le", False),
        ("utf-16-le", "utf-16-le", True),
        ("utf-16-be", "utf-16-be", True),
        ("cp949", "cp949", True),
    ],
)
def test_korean_is_read_in_whatever_it_was_saved(written: str, found: str, is_guess: bool) -> None:
    decoded = decode(KOREAN.encode(written), "x")
    assert decoded == (KOREAN, found, is_guess)


@pytest.mark.parametrize(
    ("data", "key"),
    [
        pytest.param("한글,utf8\n".encode() + "한국,cp\n".encode("cp949"), "deck.file_not_utf8",
                     id="two-encodings"),
        pytest.param("né,école,où\nété\n".encode("cp1252"), "deck.file_not_utf8", id="western"),
        pytest.param("我们学习汉语的时候，老师说你们要多听多说。今天天气很好".encode("gb2312"),
                     "deck.file_not_utf8", id="chinese"),
        pytest.param(bytes(range(256)) * 8, "deck.file_binary", id="bytes"),
        pytest.param(b"\x00\x01\x02\x03", "deck.file_binary", id="nuls"),
        pytest.param("a".encode("utf-16") + b"x", "exchange.not_in_encoding", id="half-a-pair"),
    ],
)  # fmt: skip
def test_nothing_is_read_as_what_it_is_not(data: bytes, key: str) -> None:
    with pytest.raises(FileError) as caught:
        decode(data, "x")
    assert caught.value.key == key


def test_the_learner_may_name_the_encoding() -> None:
    assert decode("né".encode("cp1252"), "x", "cp1252").text == "né"
    assert decode("né".encode("utf-16"), "x", "utf-16").text == "né"
    assert decode("né".encode("utf-8-sig"), "x", "utf-8").text == "né"
    with pytest.raises(FileError) as caught:
        decode(b"a\nb\xff", "x", "utf-8")
    assert caught.value.values["line"] == 2


@settings(max_examples=200)
@given(st.binary(max_size=80))
def test_any_bytes_are_read_or_refused_politely(data: bytes) -> None:
    with contextlib.suppress(FileError):
        assert decode(data, "x").text.isascii() or not data.isascii()
