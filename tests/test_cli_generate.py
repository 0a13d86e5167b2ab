"""`generate` as a learner calls it."""

import io
import json
import sys
import unicodedata
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from overmorrow.cli.running import main
from overmorrow.generation.proposal import Kind
from overmorrow.generation.verify import Refusal
from overmorrow.jobs import language_tools
from overmorrow.jobs.reading_article import LARGEST_ARTICLE
from overmorrow.messages import Messages

KOREAN = """훈민정음 이야기
2026년 10월 9일

세종대왕은 1443년에 훈민정음을 만들었다. 세종대왕은 1446년에 훈민정음을 반포했다.

집현전에는 학자 20명이 있었다. 해례본은 1940년에 안동에서 발견되었다.
"""
ENGLISH = """The Old Lighthouse
By Ada Finch
March 3, 2025

The lighthouse at Port Ellen was built in 1832. Robert Stevenson designed the lighthouse.

A ferry from Islay carries 12,000 visitors each year.
"""
FIELDS = [
    *("prompt", "answer", "aliases", "answer_type", "kind", "sentence"),
    *("start", "end", "answer_start", "answer_end", "score", "maker"),
]


class Outcome(NamedTuple):
    code: int
    out: str
    err: str


class Quiz:
    """The program in a home of its own."""

    def __init__(
        self, home: Path, patch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        self.home = home
        self.data = home / "data" / "overmorrow"
        self._patch = patch
        self._capsys = capsys

    def __call__(self, *words: str, typed: bytes = b"") -> Outcome:
        stream = io.TextIOWrapper(io.BytesIO(typed), encoding="utf-8")
        self._patch.setattr(sys, "stdin", stream)
        code = main(words)
        return Outcome(code, *self._capsys.readouterr())

    def article(self, text: str | bytes, name: str = "article.txt") -> str:
        path = self.home / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return str(path)

    def figures(self, *words: str) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self("import", *words, "--dry-run", "--json").out)
        return found


@pytest.fixture
def quiz(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Quiz:
    for name in ("LC_ALL", "LC_MESSAGES", "QUIZ_DB"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("DATA", "CONFIG", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    monkeypatch.setattr(sys, "argv", ["quiz.py"])
    monkeypatch.setattr(language_tools, "TOOLS", ())
    return Quiz(tmp_path, monkeypatch, capsys)


def lines(outcome: Outcome) -> list[dict[str, Any]]:
    return [json.loads(line) for line in outcome.out.splitlines()]


@pytest.mark.parametrize(("text", "year"), [(KOREAN, "1446년"), (ENGLISH, "1832")])
def test_jsonl_prints_proposals_with_their_places(quiz: Quiz, text: str, year: str) -> None:
    found = quiz("generate", quiz.article(text), "--jsonl")
    assert (found.code, found.err) == (0, "")
    cards = lines(found)
    assert year in [card["answer"] for card in cards]
    for card in cards:
        assert list(card)[: len(FIELDS)] == FIELDS
        assert text[card["start"] : card["end"]] == card["sentence"]
        answer = text[card["answer_start"] : card["answer_end"]]
        assert answer in card["sentence"]
        assert card["kind"] in list(Kind)
        assert 0 <= card["score"] <= 1
    assert not (quiz.home / "data").exists()


@pytest.mark.parametrize(
    "written",
    [
        unicodedata.normalize("NFD", KOREAN),
        KOREAN.replace("\n", "\r\n"),
        KOREAN.replace("1446", "1446\x07").replace("학자", "\u202e학자\x1b[31m"),
    ],
    ids=["decomposed", "other line ends", "control characters"],
)
def test_offsets_are_of_the_file_as_it_is_read(quiz: Quiz, written: str) -> None:
    found = quiz("generate", quiz.article(written), "--jsonl")
    read = written.replace("\r\n", "\n")
    cards = lines(found)
    assert [card["answer"] for card in cards if card["kind"] == "date"]
    for card in cards:
        sentence = read[card["start"] : card["end"]]
        assert card["sentence"] in (sentence, sentence.translate({7: "", 0x1B: "", 0x202E: ""}))
        assert unicodedata.is_normalized("NFC", card["prompt"] + card["answer"])
    assert not {"\x1b", "\u202e", "\x07"} & set(found.out)


def test_a_budget_keeps_the_best(quiz: Quiz) -> None:
    path = quiz.article(KOREAN)
    everything = lines(quiz("generate", path, "--jsonl"))
    few = lines(quiz("generate", path, "--jsonl", "--budget", "10"))
    assert 1 <= len(few) <= len(KOREAN) * 10 // 1000 + 1
    assert max(card["score"] for card in few) == max(card["score"] for card in everything)


def test_a_deck_is_made_with_its_file(quiz: Quiz) -> None:
    made = quiz("generate", quiz.article(KOREAN))
    path = quiz.data / "decks" / "훈민정음 이야기.md"
    assert made.code == 0
    assert f"File: {path}. undo takes it back." in made.out
    text = path.read_text(encoding="utf-8")
    assert "source: 훈민정음 이야기 (2026-10-09)\n" in text
    assert "A: 1446년\n" in text
    figures = quiz.figures(str(path))
    assert (figures["new"], figures["changed"], figures["refused"]) == (0, 0, 0)
    assert figures["unchanged"] == figures["notes"] > 0
    again = quiz("generate", quiz.article(KOREAN))
    assert again.code == 0
    assert "no new card" in again.out
    assert text == path.read_text(encoding="utf-8")
    assert "Cards from an article: 훈민정음 이야기" in quiz("undo", "--list").out
    assert "Cards from an article" in quiz("undo").out
    assert not path.exists()


def test_deck_and_file_can_be_chosen(quiz: Quiz) -> None:
    out = str(quiz.home / "my.md")
    made = quiz(
        *("generate", quiz.article(ENGLISH), "--deck", "Sea::Lights", "--out", out),
        *("--title", "Lights", "--date", "2025-03-04", "--min-score", "0"),
    )
    assert made.code == 0
    head = Path(out).read_text(encoding="utf-8").partition("\n---\n")[0]
    assert head == (
        "---\ntitle: Lights\ndeck: Sea::Lights\nlang: en\nsource: Ada Finch, Lights (2025-03-04)"
    )
    assert quiz.figures(out)["unchanged"] > 0


def test_a_deck_of_the_same_name_is_left_alone(quiz: Quiz) -> None:
    deck = quiz.article("---\ntitle: 훈민정음 이야기\n---\nQ: 하나?\nA: 둘\n", "mine.md")
    quiz("import", deck)
    before = Path(deck).read_bytes()
    assert quiz("generate", quiz.article(KOREAN)).out.startswith("훈민정음 이야기 2: ")
    assert Path(deck).read_bytes() == before
    assert quiz("generate", quiz.article(KOREAN)).code == 0
    added = quiz("generate", quiz.article(ENGLISH), "--deck", "훈민정음 이야기")
    assert added.code == 0
    assert Path(deck).read_bytes().startswith(before)
    assert quiz.figures(deck)["unchanged"] > 1
    quiz("undo")
    assert Path(deck).read_bytes() == before


def test_a_file_of_another_is_not_written_over(quiz: Quiz) -> None:
    out = quiz.article("my diary", "diary.md")
    refused = quiz("generate", quiz.article(KOREAN), "--out", out)
    assert (refused.code, refused.out) == (1, "")
    assert "not written over" in refused.err
    assert Path(out).read_text(encoding="utf-8") == "my diary"


def test_a_dry_run_writes_nothing(quiz: Quiz) -> None:
    quiz("decks")
    before = sorted(quiz.data.rglob("*.md"))
    told = quiz("generate", quiz.article(KOREAN), "--dry-run")
    assert (told.code, "Nothing was written." in told.out) == (0, True)
    assert sorted(quiz.data.rglob("*.md")) == before


def test_the_standard_input_is_read(quiz: Quiz) -> None:
    found = quiz("generate", "-", "--jsonl", typed=KOREAN.encode())
    assert "1446년" in [card["answer"] for card in lines(found)]


def test_two_languages_in_one_text_give_cards_of_both(quiz: Quiz) -> None:
    path = quiz.article(f"{KOREAN}\n{ENGLISH}")
    answers = [card["answer"] for card in lines(quiz("generate", path, "--jsonl"))]
    assert {"1446년", "1832"} <= set(answers)
    quiz("generate", path)
    text = (quiz.data / "decks" / "훈민정음 이야기.md").read_text(encoding="utf-8")
    assert "A: 1446년\n" in text
    assert "1832" in text


def test_a_web_page_gives_its_article(quiz: Quiz) -> None:
    paragraphs = "".join(f"<p>{each}</p>" for each in KOREAN.split("\n") if each)
    page = (
        "<!doctype html><html><head><title>훈민정음 이야기 | 솔내신문</title></head><body>"
        "<nav><a href='/'>1999년 기사</a></nav>"
        f"<article>{paragraphs}</article><script>var a = '1234년에 지었다.';</script></body></html>"
    )
    found = lines(quiz("generate", quiz.article(page, "page.html"), "--jsonl"))
    assert "1446년" in [card["answer"] for card in found]
    assert not [card for card in found if card["answer"] in ("1999년", "1234년")]


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"", "empty.txt", "There is no text in"),
        (b" \n\t\n", "blank.txt", "There is no text in"),
        (b"%PDF-1.7\n1 0 obj", "paper.pdf", "is not a text file (PDF)"),
        (b"PK\x03\x04\x14\x00", "paper.docx", "is not a text file (DOCX)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "paper.hwp", "is not a text file (HWP, DOC)"),
        (bytes(range(256)) * 8, "noise.txt", "is not a text file"),
        ("Это письмо о погоде в городе.".encode(), "letter.txt", "no Korean or English"),
        (b"12 34 56", "figures.txt", "no Korean or English"),
        (b"a" * (LARGEST_ARTICLE + 1), "book.txt", "3 MB can be read at once"),
    ],
)
@pytest.mark.parametrize("jsonl", [True, False])
def test_what_is_no_article_is_refused_in_one_sentence(
    quiz: Quiz, data: bytes, name: str, said: str, *, jsonl: bool
) -> None:
    refused = quiz("generate", quiz.article(data, name), *(["--jsonl"] if jsonl else []))
    assert (refused.code, refused.out) == (1, "")
    assert said in refused.err
    assert len(refused.err.splitlines()) == 1
    assert not (quiz.home / "data").exists()


def test_a_missing_file_is_named(quiz: Quiz) -> None:
    refused = quiz("generate", str(quiz.home / "nowhere.txt"))
    assert refused.code == 1
    assert "nowhere.txt" in refused.err


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["a.txt", "--budget", "0"],
        ["a.txt", "--min-score", "2"],
        ["a.txt", "--date", "yesterday"],
        ["a.txt", "--text-lang", "fr"],
        ["a.txt", "--jsonl", "--dry-run"],
        ["a.txt", "b.txt"],
    ],
)
def test_wrong_words_are_refused_with_exit_2(quiz: Quiz, words: list[str]) -> None:
    refused = quiz("generate", *words)
    assert (refused.code, refused.out) == (2, "")
    assert len(refused.err.splitlines()) == 1


def test_a_text_without_facts_says_so(quiz: Quiz) -> None:
    refused = quiz("generate", quiz.article("하하하.\n"))
    assert (refused.code, refused.out) == (1, "")
    assert "No " in refused.err


def test_what_is_not_installed_is_told_on_stderr(
    quiz: Quiz, monkeypatch: pytest.MonkeyPatch
) -> None:
    tool = language_tools.Tool("ko", ("no_such_package_of_ours",), "ko")
    monkeypatch.setattr(language_tools, "TOOLS", (tool,))
    told = quiz("generate", quiz.article(KOREAN), "--jsonl").err
    assert told.count("\n") == 1
    assert "pip install 'overmorrow[ko]'" in told
    assert quiz("generate", quiz.article(ENGLISH), "--jsonl").err == ""


def test_cards_that_are_there_are_not_made_again(quiz: Quiz) -> None:
    deck = quiz.article("Q: 세종대왕은 몇 년에 훈민정음을 반포했나요?\nA: 1446년\n", "history.md")
    quiz("import", deck)
    made = quiz("generate", quiz.article(KOREAN))
    text = (quiz.data / "decks" / "훈민정음 이야기.md").read_text(encoding="utf-8")
    assert "1443년" in text
    assert "A: 1446년" not in text
    assert "1 like cards you have" in made.err


def test_every_reason_and_kind_has_its_words() -> None:
    for language in ("ko", "en"):
        say = Messages(language)
        for rule in Refusal:
            assert say(f"generating.refused_{rule}")
        for kind in Kind:
            assert say(f"generating.kind_{kind}")


@settings(
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    st.one_of(
        st.text(max_size=300),
        st.binary(max_size=300),
        st.lists(
            st.sampled_from(
                [
                    *KOREAN.split(),
                    *ENGLISH.split(),
                    "{{",
                    "}}",
                    "\n",
                    "\n\n",
                    "____",
                    "“",
                    "|",
                    "- ",
                ]
            ),
            max_size=60,
        ).map(" ".join),
    )
)
def test_any_text_makes_cards_or_is_refused_politely(quiz: Quiz, text: str | bytes) -> None:
    data = text if isinstance(text, bytes) else text.encode("utf-8", "replace")
    path = quiz.article(data)
    shown = quiz("generate", path, "--jsonl")
    assert shown.code in (0, 1)
    assert "unexpected" not in shown.err
    assert len(shown.err.splitlines()) == shown.code
    made = quiz("generate", path, "--min-score", "0")
    assert made.code in (0, 1)
    assert "error.log" not in made.err
    for file in quiz.data.glob("decks/*.md"):
        figures = quiz.figures(str(file))
        assert (figures["new"], figures["changed"], figures["refused"]) == (0, 0, 0)
