import re

import pytest

from overmorrow.grading.patterns import lazy


def test_a_lazy_pattern_finds_what_the_pattern_finds() -> None:
    text = "a1 b22"
    for method in ("match", "search", "fullmatch", "findall", "split"):
        expected = getattr(re.compile(r"[a-z](\d+)"), method)(text)
        found = getattr(lazy(r"[a-z](\d+)"), method)(text)
        assert str(found) == str(expected)


def test_its_flags_count() -> None:
    assert lazy("a", re.IGNORECASE).match("A")


def test_nonsense_is_told_when_it_is_first_used() -> None:
    broken = lazy("(")
    with pytest.raises(re.error):
        broken.match("")
    with pytest.raises(AttributeError):
        lazy("a").unknown  # type: ignore[attr-defined]  # noqa: B018 - the access is the test
