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
        pytest.param("né,born\n".encode() + "où,where\n".encode("cp1252"), "deck.file_not_utf8",
                     id="western-in-two-encodings"),
        pytest.param("Привет,hello\n".encode("cp1251"), "deck.file_not_utf8", id="russian"),
        pytest.param("γεια,hello\n".encode("cp1253"), "deck.file_not_utf8", id="greek"),
        pytest.param("příklad,example\nžlutý kůň,horse\n".encode("cp1250"), "deck.file_not_utf8",
                     id="czech"),
        pytest.param("książka,book\nżółty,yellow\n".encode("cp1250"), "deck.file_not_utf8",
                     id="polish"),
        pytest.param("şeker,sugar\nağaç,tree\n".encode("cp1254"), "deck.file_not_utf8",
                     id="turkish"),
        pytest.param("caffè,coffee\nperché,why\n".encode("mac-roman"), "deck.file_not_utf8",
                     id="an-old-mac"),
        pytest.param("Käse,cheese\nTür,door\n".encode("cp850"), "deck.file_not_utf8", id="dos"),
        pytest.param("사과,apple\n물,water\n".encode("cp949") + b"\xff,x", "deck.file_not_utf8",
                     id="broken-korean"),
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


@pytest.mark.parametrize(
    "text",
    [
        "né,born\nécole,school\noù,where\nL’été,summer\n",
        "Käse,cheese\nStraße,street\nÄpfel – „rot“,apples\n",
        "señor;sir\n¿qué?;what?\ncigüeña;stork\nmañana;Frühstück\n",
        "não;no\ncoração;heart\n",
        "smørbrød,open sandwich\nål,eel\n",
        "la niña,une personne créée,5 €\n",
    ],
)
def test_western_text_is_guessed_where_nothing_else_fits(text: str) -> None:
    assert decode(text.encode("cp1252"), "x") == (text, "cp1252", True)


@pytest.mark.parametrize("text", ["ねこ;cat\n犬 (いぬ);dog\n", "テスト,試験\n「はい」,yes\n"])
def test_japanese_is_guessed_by_its_kana(text: str) -> None:
    assert decode(text.encode("cp932"), "x") == (text, "cp932", True)


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


@pytest.mark.parametrize(
    "text", ["가게,商店\n가격,價格\n", "히라가나,한자\nあい,間\n", "질문 0번?,답 0\n"]
)
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_read_where_few_letters_are_latin(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding) * 3, "x") == (text * 3, encoding, True)


@pytest.mark.parametrize("encoding", ["windows-1252", "iso-8859-2", "euc-kr"])
def test_xml_may_say_what_it_is_in(encoding: str) -> None:
    letter = "가" if encoding == "euc-kr" else "á"
    text = f'<?xml version="1.0" encoding="{encoding}"?><m>adem{letter}n</m>'

    assert decode(text.encode(encoding), "x").text == text


def test_xml_that_lies_about_its_encoding_is_not_text() -> None:
    for name in ("ascii", "utf-8", "nonsense", "rot13"):
        with pytest.raises(FileError):
            decode(f'<?xml version="1.0" encoding="{name}"?>'.encode() + b"\xe1\xe2\xff", "x")
