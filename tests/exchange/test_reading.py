"""Files are read by their ending, and what cannot be read is said in one sentence."""

import os
from pathlib import Path

import pytest

from overmorrow.errors import FileError
from overmorrow.exchange import reading
from overmorrow.exchange.reading import Reading, read_file
from overmorrow.messages import Messages


@pytest.mark.parametrize(
    ("name", "text", "prompt"),
    [
        ("도시.md", "Q: 가\nA: 나", "가"),
        ("도시.MD", "Q: 가\nA: 나", "가"),
        ("도시.tsv", "가\t나", "가"),
        ("도시.txt", "가\t나", "가"),
        ("도시.csv", "가,나", "가"),
        ("도시.txt", "머리말\nQ: 가\nA: 나", "가"),
    ],
)
def test_the_ending_says_how_a_file_is_read(
    tmp_path: Path, name: str, text: str, prompt: str
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")

    deck = read_file(str(tmp_path / name)).decks[0].deck

    assert deck.name == "도시"
    assert [note.prompt for note in deck.notes] == [prompt]


@pytest.mark.parametrize("name", ["x.md", "x.tsv"])
def test_the_learner_may_name_the_deck(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("---\ntitle: T\n---\nQ: 가\nA: 나\n라\t마", encoding="utf-8")

    (parsed,) = read_file(str(tmp_path / name), "내 덱").decks
    assert parsed.deck.name == "내 덱"


@pytest.mark.parametrize(
    ("name", "data", "key"),
    [
        ("a.exe", b"a,b", "file_ending"),
        ("a", b"a\tb", "file_no_ending"),
        ("a.tsv", b"\x00\x01\x02\x03", "file_binary"),
        ("a.tsv", "가\t나\n".encode() + "다\t라\n".encode("cp949"), "file_not_utf8"),
    ],
)
def test_what_is_not_a_deck_is_refused(tmp_path: Path, name: str, data: bytes, key: str) -> None:
    (tmp_path / name).write_bytes(data)

    with pytest.raises(FileError) as caught:
        read_file(str(tmp_path / name))

    assert caught.value.key == f"deck.{key}"
    for language in ("ko", "en"):
        assert name in Messages(language)(caught.value.key, **caught.value.values)


def test_the_first_line_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_bytes("가\t나\n".encode() + "다\t라\n".encode("cp949"))

    with pytest.raises(FileError) as caught:
        read_file(str(tmp_path / "a.tsv"))

    assert caught.value.values["line"] == 2


@pytest.mark.skipif(not os.path.exists("/proc/self/mem"), reason="needs Linux")
def test_a_file_that_fails_while_it_is_read_is_told() -> None:
    with pytest.raises(FileError) as caught:
        read_file("/proc/self/mem")

    assert caught.value.key == "deck.file_unreadable"


def test_a_missing_file_brings_names_like_it(tmp_path: Path) -> None:
    (tmp_path / "한국사_능력.tsv").touch()

    with pytest.raises(FileError) as alike:
        read_file(str(tmp_path / "한국사.tsv"))
    with pytest.raises(FileError) as alone:
        read_file(str(tmp_path / "elsewhere" / "x.md"))

    assert alike.value.values["alike"] == "한국사_능력.tsv"
    assert alone.value.key == "deck.file_missing"


@pytest.mark.parametrize("path", ["a\x00b.md", "\ud800.md"])
def test_a_path_that_cannot_be_is_missing(path: str) -> None:
    with pytest.raises(FileError) as caught:
        read_file(path)

    assert caught.value.key == "deck.file_missing"


def test_a_folder_and_a_pipe_are_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.md").mkdir()
    os.mkfifo(tmp_path / "b.md")

    for name, key in (("a.md", "deck.file_folder"), ("b.md", "deck.file_not_plain")):
        with pytest.raises(FileError) as caught:
            read_file(str(tmp_path / name))
        assert caught.value.key == key


def test_a_file_beyond_the_limit_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "LARGEST_FILE", 10)
    (tmp_path / "a.md").write_text("Q: 가나다\nA: 라", encoding="utf-8")

    with pytest.raises(FileError) as caught:
        read_file(str(tmp_path / "a.md"))

    assert caught.value.key == "deck.file_too_large"


def test_a_name_cannot_steer_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[31m.md").write_text("Q: 가\nA: 나", encoding="utf-8")

    assert read_file(str(tmp_path / "a\x1b[31m.md")).decks[0].deck.name == "a[31m"


@pytest.mark.parametrize("ending", ["cards", "mem", "xlsx", "ods", "numbers", "zip"])
def test_what_is_known_and_not_read_is_told_what_to_do_instead(tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"a.{ending}"
    file.write_bytes(b"cposix\nsystem\n(S'false'\ntR.")

    with pytest.raises(FileError) as caught:
        read_file(str(file))

    assert caught.value.key.startswith("exchange.")
    for language in ("ko", "en"):
        assert file.name in Messages(language)(caught.value.key, **caught.value.values)


def test_the_learner_may_say_the_encoding(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes("né,été\n".encode("cp1252"))

    (parsed,) = read_file(str(tmp_path / "a.csv"), reading=Reading(encoding="cp1252")).decks

    assert parsed.deck.notes[0].prompt == "né"


def test_a_guessed_encoding_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes("나무,tree\n하늘,sky\n".encode("cp949"))

    (parsed,) = read_file(str(tmp_path / "a.csv")).decks

    assert [problem.key for problem in parsed.problems] == ["exchange.guessed_encoding"]


def test_several_decks_of_one_file_may_be_put_into_one(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("deck,front,back\nA,1,2\nB,3,4\nA,5,6\n,7,8\n")

    names = [parsed.deck.name for parsed in read_file(str(tmp_path / "a.csv")).decks]
    (together,) = read_file(str(tmp_path / "a.csv"), "C").decks

    assert names == ["A", "B", "a"]
    assert (together.deck.name, len(together.deck.notes), len(together.lines)) == ("C", 4, 4)


def test_a_told_format_makes_up_for_any_ending(tmp_path: Path) -> None:
    (tmp_path / "words.dat").write_text("bear\t곰\nox\t소\n", encoding="utf-8")

    (parsed,) = read_file(str(tmp_path / "words.dat"), reading=Reading(format="table")).decks
    assert [note.prompt for note in parsed.deck.notes] == ["bear", "ox"]


@pytest.mark.parametrize("name", ["a.json", "a.toml"])
def test_a_refusal_names_the_file_with_its_ending(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("[{", encoding="utf-8")

    with pytest.raises(FileError) as caught:
        read_file(str(tmp_path / name))

    assert str(caught.value.values["name"]).endswith(name)
