"""Every sentence in two languages, and Korean particles."""

import re
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

from overmorrow import locale
from overmorrow.messages import LANGUAGES, Messages, particle

AREAS = sorted(module.name for module in iter_modules(locale.__path__))
ALL = [
    pytest.param(area, name, id=f"{area}.{name}")
    for area in AREAS
    for name in import_module(f"overmorrow.locale.{area}").MESSAGES
]
SHOUT = re.compile(r"!(?=\s|$)")
SOURCE = Path(locale.__path__[0]).parent
SLOT = re.compile(r"\{(\w+)(\|[^{}|]*\|[^{}|]*)?\}")
KEY = re.compile(rf"\"((?:{'|'.join(AREAS)})\.(?!tcss|db)[a-z0-9_]+)\"")


def _in_both(area: str, name: str) -> tuple[str, str]:
    korean, english = import_module(f"overmorrow.locale.{area}").MESSAGES[name]
    return korean, english


@pytest.mark.parametrize(("area", "name"), ALL)
def test_a_message_is_in_both_languages(area: str, name: str) -> None:
    for text in _in_both(area, name):
        assert text.strip()


@pytest.mark.parametrize(("area", "name"), ALL)
def test_both_languages_name_the_same_values(area: str, name: str) -> None:
    korean, english = (
        {slot[1].removesuffix("_name") for slot in SLOT.finditer(text)}
        for text in _in_both(area, name)
    )
    assert korean == english


@pytest.mark.parametrize(("area", "name"), ALL)
def test_a_message_can_be_said(area: str, name: str) -> None:
    for language, text in zip(LANGUAGES, _in_both(area, name), strict=True):
        values = {slot[1]: "3" for slot in SLOT.finditer(text)}
        said = Messages(language)(f"{area}.{name}", **values)
        assert not SLOT.search(said)


@pytest.mark.parametrize(("area", "name"), ALL)
def test_a_particle_follows_its_word(area: str, name: str) -> None:
    korean, _ = _in_both(area, name)
    for slot in SLOT.finditer(korean):
        if slot[2]:
            before = korean[: slot.start()].rstrip("’”):")
            assert before.endswith(f"{{{slot[1]}}}")


@pytest.mark.parametrize(("area", "name"), ALL)
def test_no_message_shouts(area: str, name: str) -> None:
    for text in _in_both(area, name):
        assert not SHOUT.search(text)


def test_every_key_in_the_code_is_a_message() -> None:
    known = {f"{area}.{name}" for area, name, *_ in (param.values for param in ALL)}
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
