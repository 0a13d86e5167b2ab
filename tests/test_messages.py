"""Every sentence in two languages, and Korean particles."""

import re
import shlex
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

from overmorrow import locale
from overmorrow.cli.arguments import parse
from overmorrow.cli.commands import COMMANDS, GLOBAL_ARGUMENTS, find
from overmorrow.messages import LANGUAGES, Messages, particle

AREAS = sorted(module.name for module in iter_modules(locale.__path__))
SOURCE = Path(locale.__path__[0]).parent
SHOUT = re.compile(r"!(?=\s|$)")
SLOT = re.compile(r"\{(\w+)(\|[^{}|]*\|[^{}|]*)?\}")
EXAMPLE = re.compile(rf"(?:보기|Example): ((?:{'|'.join(COMMANDS)})\b.*)")
KEY = re.compile(rf"\"((?:{'|'.join(AREAS)})\.(?!tcss|db|md\b)[a-z0-9_]+)\"")


def _messages(area: str) -> dict[str, tuple[str, str]]:
    messages: dict[str, tuple[str, str]] = import_module(f"overmorrow.locale.{area}").MESSAGES
    return messages


def _slots(text: str) -> set[str]:
    """Return the values a text names; a month's number and its name are one."""
    return {slot[1].removesuffix("_name") for slot in SLOT.finditer(text)}


@pytest.mark.parametrize("area", AREAS)
def test_a_message_is_in_both_languages(area: str) -> None:
    assert [key for key, texts in _messages(area).items() if not all(map(str.strip, texts))] == []


@pytest.mark.parametrize("area", AREAS)
def test_both_languages_name_the_same_values(area: str) -> None:
    found = {key: [_slots(text) for text in texts] for key, texts in _messages(area).items()}
    assert [key for key, (korean, english) in found.items() if korean != english] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("area", AREAS)
def test_a_message_can_be_said(area: str, language: str) -> None:
    say = Messages(language)
    for key, texts in _messages(area).items():
        values = {slot[1]: "3" for text in texts for slot in SLOT.finditer(text)}
        assert not SLOT.search(say(f"{area}.{key}", **values))


@pytest.mark.parametrize("area", AREAS)
def test_a_particle_follows_its_word(area: str) -> None:
    for korean, _ in _messages(area).values():
        for slot in SLOT.finditer(korean):
            before = korean[: slot.start()].rstrip("’”):")
            assert not slot[2] or before.endswith(f"{{{slot[1]}}}"), korean


@pytest.mark.parametrize("area", AREAS)
def test_no_message_shouts(area: str) -> None:
    texts = [text for pair in _messages(area).values() for text in pair]
    assert [text for text in texts if SHOUT.search(text)] == []


def _examples() -> set[str]:
    """Return the command lines that messages offer to be typed."""
    said = [text for area in AREAS for pair in _messages(area).values() for text in pair]
    pages = [pair for key, pair in _messages("usage").items() if key.startswith("example_")]
    offered = {found[1] for text in said for found in EXAMPLE.finditer(text)}
    return offered.union(*pages)


@pytest.mark.parametrize("example", sorted(_examples()))
def test_an_example_can_be_typed_as_it_stands(example: str) -> None:
    name, *words = shlex.split(example.partition(" < ")[0], posix=True)
    parse(words, (*find(name).arguments, *GLOBAL_ARGUMENTS))
    assert not set(example) & set("‘’“”")


def test_every_key_in_the_code_is_a_message() -> None:
    known = {f"{area}.{key}" for area in AREAS for key in _messages(area)}
    files = [
        path
        for path in SOURCE.rglob("*.py")
        if path.parent.name != "locale" and path.name != "tables.py"
    ]
    used = {key for path in files for key in KEY.findall(path.read_text(encoding="utf-8"))}
    assert used - known == set()


@pytest.mark.parametrize(
    ("word", "forms", "expected"),
    [
        pytest.param("덱", ("을", "를"), "을", id="final-consonant"),
        pytest.param("카드", ("을", "를"), "를", id="vowel"),
        pytest.param("217", ("을", "를"), "을", id="seven-is-chil"),
        pytest.param("1999", ("을", "를"), "를", id="nine-is-gu"),
        pytest.param("서울", ("으로", "로"), "로", id="rieul-before-ro"),
        pytest.param("항저우", ("으로", "로"), "로", id="vowel-before-ro"),
        pytest.param("중국", ("으로", "로"), "으로", id="consonant-before-euro"),
        pytest.param("3억8600만", ("으로", "로"), "으로", id="number-with-unit"),
        pytest.param("mail", ("이", "가"), "이", id="latin-l"),
        pytest.param("json", ("이", "가"), "이", id="latin-n"),
        pytest.param("csv", ("이", "가"), "가", id="latin-v"),
        pytest.param("‘덱’", ("은", "는"), "은", id="quotes-are-not-spoken"),
        pytest.param("", ("은", "는"), "는", id="nothing"),
    ],
)
def test_a_particle_goes_by_the_last_sound(
    word: str, forms: tuple[str, str], expected: str
) -> None:
    assert particle(word, *forms) == expected


@pytest.mark.parametrize(("n", "expected"), [(0, "0 cards"), (1, "1 card"), (2, "2 cards")])
def test_english_counts_one_apart(n: int, expected: str) -> None:
    assert Messages("en")("plain.head", scope="All", n=n).startswith(f"All. {expected}.")


def test_a_message_that_does_not_exist_is_a_fault() -> None:
    with pytest.raises(KeyError):
        Messages("en")("plain.no_such_message")
