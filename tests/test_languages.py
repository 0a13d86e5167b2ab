"""No Korean label on an English screen and no English one on a Korean screen.

The golden screens are every screen as it is drawn. A label is a word of the
catalogue; cards, decks and files of the tests may be in any language.
"""

import ast
import re
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

from overmorrow import locale
from overmorrow.tui.keys import JAMO

TESTS = Path(__file__).parent
SOURCE = Path(locale.__path__[0]).parent
HANGUL = re.compile("[가-힣ㄱ-ㅣ]+")
LATIN = re.compile(r"[A-Za-z]{2,}")
SLOT = re.compile(r"\{[^}]*\}")
OWN_NAMES = {"home.first_language", "keys.language", "setting.value_language_ko"}
"""A language is offered in its own words, for those who read no other."""
AREAS = [area.name for area in iter_modules(locale.__path__)]
MESSAGES = {
    f"{area}.{key}": texts
    for area in AREAS
    for key, texts in import_module(f"overmorrow.locale.{area}").MESSAGES.items()
}
SCREENS = sorted((TESTS / "screens").glob("*.txt"))
ENGLISH = [path for path in SCREENS if "_en" in path.stem]
KOREAN = [path for path in SCREENS if path not in ENGLISH and "ascii" not in path.stem]
"""Screens in ASCII signs are in either language, and drawn in other signs elsewhere."""
FIXTURES = [
    path
    for path in sorted((TESTS / "tui").glob("*.py"))
    if not path.stem.startswith("test_") or "screen" in path.stem
]
"""What the screens of the tests are filled with."""


def words_in(pattern: re.Pattern[str], texts: Iterable[str]) -> set[str]:
    return {word.lower() for text in texts for word in pattern.findall(SLOT.sub(" ", text))}


def texts_of(path: Path) -> list[str]:
    """Return what a module of the tests puts on the screens."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    constants = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    return [value for value in constants if isinstance(value, str)]


COLLECTION = "\n".join(text for path in FIXTURES for text in texts_of(path)).lower()
ONLY_KOREAN = words_in(HANGUL, (korean for korean, _ in MESSAGES.values())) - set(JAMO.values())
NAMES = words_in(LATIN, (korean for korean, _ in MESSAGES.values()))
"""Latin words of Korean sentences: keys, programs, formats, commands."""
ONLY_ENGLISH = words_in(LATIN, (english for _, english in MESSAGES.values())) - NAMES


def test_no_english_message_is_korean() -> None:
    mixed = {key for key, (_, english) in MESSAGES.items() if HANGUL.search(english)}
    assert mixed == OWN_NAMES


def test_a_korean_message_without_korean_is_a_name_or_a_command() -> None:
    """What is the same in both languages is no label of either."""
    foreign = {
        key
        for key, (korean, english) in MESSAGES.items()
        if LATIN.search(SLOT.sub("", korean)) and not HANGUL.search(korean) and korean != english
    }
    assert foreign <= OWN_NAMES


@pytest.mark.parametrize("path", ENGLISH, ids=lambda path: path.stem)
def test_an_english_screen_has_no_korean_label(path: Path) -> None:
    words = words_in(HANGUL, [path.read_text(encoding="utf-8")]) & ONLY_KOREAN
    own = words_in(HANGUL, (MESSAGES[key][1] for key in OWN_NAMES))
    assert {word for word in words - own if word not in COLLECTION} == set()


@pytest.mark.parametrize("path", KOREAN, ids=lambda path: path.stem)
def test_a_korean_screen_has_no_english_label(path: Path) -> None:
    words = words_in(LATIN, [path.read_text(encoding="utf-8")]) & ONLY_ENGLISH
    own = words_in(LATIN, (MESSAGES[key][0] for key in OWN_NAMES))
    assert {word for word in words - own if word not in COLLECTION} == set()


@pytest.mark.parametrize("folder", ["tui", "cli"])
def test_the_faces_have_no_korean_words_of_their_own(folder: str) -> None:
    """All that is said stands in the catalogue, so that each word has its English."""
    found = []
    for path in (SOURCE / folder).rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        docs = {
            node.value.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        }
        found += [
            (path.name, node.value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
            if re.search("[가-힣]{2}", node.value) and node.value not in docs
        ]
    assert found == []
