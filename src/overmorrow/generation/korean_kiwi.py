"""Korean words by the morphology of Kiwi, an optional package."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from kiwipiepy import Kiwi

from overmorrow.generation.korean_marks import STOPS, trimmed
from overmorrow.generation.korean_words import Role, Word
from overmorrow.generation.word_lists import words_of

_CHUNK = re.compile(r"\S+")
_NOUNS = frozenset(
    ("NNG", "NNP", "NNB", "NR", "NP", "SL", "SH", "SN", "XPN", "XSN", "XR", "SW", "W_SERIAL")
)
_INNER = frozenset(("SP", "SO", "SSO", "SSC", "SS", "SY", "SF", "SE"))
_VERBS = frozenset(("VV", "VA", "VX", "XSV", "XSA", "VCN"))
_PARTICLES = frozenset(("JKS", "JKC", "JKG", "JKO", "JKB", "JKV", "JKQ", "JX", "JC"))


_BOUND = words_of(
    "것 거 게 수 때 등 채 줄 바 데 뿐 만큼 대로 적 지 터 리 덕 통 중 간 측 나위 따름 때문 "
    "김 탓 둥 듯 척 체 법 뻔 만 무렵 가지 말 외 내 및"
)
"""Nouns that never stand alone."""


class _Part(NamedTuple):
    form: str
    tag: str
    start: int
    end: int


class KiwiTagger:
    """Tells nouns from verbs and stems from particles by Kiwi's model."""

    def __init__(self) -> None:
        """Load the model, which takes a second or two."""
        self._kiwi = Kiwi()
        self._kiwi.tokenize("가")

    def words(self, sentences: Sequence[str]) -> list[tuple[Word, ...]]:
        """Return the words of each sentence."""
        tokenized = self._kiwi.tokenize(list(sentences))
        return [
            tuple(_words(sentence, [part for token in tokens for part in _parts(sentence, token)]))
            for sentence, tokens in zip(sentences, tokenized, strict=True)
        ]


def _parts(sentence: str, token: Any) -> Iterator[_Part]:  # noqa: ANN401  # Kiwi has no types
    """Yield what Kiwi found, a name of several words word by word."""
    tag = str(token.tag).partition("-")[0]
    start, end = token.start, token.start + token.len
    if " " not in sentence[start:end]:
        yield _Part(token.form, tag, start, end)
        return
    for chunk in _CHUNK.finditer(sentence, start, end):
        yield _Part(chunk[0], tag, *chunk.span())


def _words(sentence: str, parts: list[_Part]) -> list[Word]:
    found = []
    place = 0
    for chunk in _CHUNK.finditer(sentence):
        start, end = chunk.span()
        inside = []
        while place < len(parts) and parts[place].start < end:
            inside.append(parts[place])
            place += 1
        word = _word(sentence, start, end, inside)
        if word:
            found.append(word)
    return found


def _word(sentence: str, start: int, end: int, parts: list[_Part]) -> Word | None:
    first, last, marks = trimmed(sentence, start, end)
    parts = [part for part in parts if part.start < last and part.end > first]
    if first >= last or not parts:
        return None
    tags = _whole_nouns([part.tag for part in parts])
    parts = [part._replace(tag=tag) for part, tag in zip(parts, tags, strict=True)]
    if len(parts) == 1 and _is_glued(sentence[first:last], tags[0]):
        name = _Part(sentence[first : last - 1], "NNP", first, last - 1)
        particle = _Part(sentence[last - 1], "JX", last - 1, last)
        return _noun(sentence, first, last, [name], [particle])._replace(**marks)
    head = 0
    while head < len(parts) and (tags[head] in _NOUNS or tags[head] in _INNER):
        head += 1
    rest = parts[head:]
    if head and (not rest or rest[0].tag in _PARTICLES):
        return _noun(sentence, first, last, parts[:head], rest)._replace(**marks)
    if head and rest[0].tag == "VCP":
        if sentence[rest[0].start : last] == "이" and last < len(sentence.rstrip(STOPS)):
            particle = _Part("이", "JKS", rest[0].start, last)
            return _noun(sentence, first, last, parts[:head], [particle])._replace(**marks)
        return _copula(sentence, first, last, parts[:head], rest)._replace(**marks)
    return Word(first, last, _role(tags), last, is_adjective=_describes(parts))._replace(**marks)


def _is_glued(word: str, tag: str) -> bool:
    """Return whether an unknown name was taken together with its particle."""
    if tag == "NNP":
        return len(word) > 4 and word[-1] in "은는을를"
    return tag in ("MM", "MAG", "IC") and len(word) > 3 and word[-1] in "에은는을를의"


def _whole_nouns(tags: list[str]) -> list[str]:
    """Return the tags of a word where a new name was torn apart as those of one name."""
    return [
        "NNP" if tag == "MM" and (at or len(tags) > 2) and _is_beside_noun(tags, at) else tag
        for at, tag in enumerate(tags)
    ]


def _is_beside_noun(tags: list[str], at: int) -> bool:
    return any(tag in ("NNG", "NNP") for tag in tags[max(0, at - 1) : at + 2])


def _noun(sentence: str, first: int, last: int, nouns: list[_Part], rest: list[_Part]) -> Word:
    is_torn = bool(rest) and rest[0].start <= first  # 제너는, read as 저의 너는
    ends = rest[-1] if is_torn else rest[0] if rest else None
    stem_end = _close_bracket(sentence, ends.start, last) if ends else last
    if stem_end <= first:  # no noun is all particle
        stem_end = last
    shown = sentence[stem_end:last]
    return Word(
        first,
        last,
        Role.NOUN,
        stem_end,
        particle=shown.strip("”’\"')」』》〉"),
        is_name=is_torn or any(part.tag in ("NNP", "SL") for part in nouns),
        is_weak=not is_torn and _is_weak(nouns),
        joins=any(part.tag == "JC" for part in rest),
    )


def _close_bracket(sentence: str, at: int, last: int) -> int:
    """Return where a stem ends; quotation marks before its particle are no part of it."""
    while 0 < at < last and sentence[at - 1] in "”’\"'」』》〉":
        at -= 1
    return at


def _copula(sentence: str, first: int, last: int, nouns: list[_Part], rest: list[_Part]) -> Word:
    ends = [part.tag for part in rest]
    is_weak = _is_weak(nouns)
    stem_end = _close_bracket(sentence, min(rest[0].start, last), last)
    if not is_weak:
        stem_end = max(first + 1, stem_end)  # a name and its copula in one syllable: 린데는
    role = Role.ADNOMINAL if "ETM" in ends else Role.LINK if ends[-1] == "EC" else Role.FINAL
    if any(tag in _PARTICLES for tag in ends):
        role = Role.LINK
    return Word(
        first,
        last,
        role,
        stem_end,
        is_copula=True,
        is_name=any(part.tag in ("NNP", "SL") for part in nouns),
        is_weak=is_weak,
    )


def _is_weak(nouns: list[_Part]) -> bool:
    tags = [part.tag for part in nouns if part.tag not in _INNER]
    counts = any(before in ("SN", "NR") for before, _ in pairwise(tags))
    is_bound = tags == ["NNB"] and nouns[-1].form in _BOUND
    return bool(tags) and (tags[0] == "NP" or (is_bound and not counts))


def _describes(parts: list[_Part]) -> bool:
    if any(part.tag == "VX" and part.form == "지" for part in parts):
        return False  # 멀어진다 of 멀다
    return next((part.tag in ("VA", "XSA", "VCN") for part in parts if part.tag in _VERBS), False)


def _role(tags: list[str]) -> Role:
    if not any(tag in _VERBS or tag == "VCP" for tag in tags):
        return _plain_role(tags)
    for tag in reversed(tags):
        if tag == "ETM":
            return Role.ADNOMINAL
        if tag == "EF":
            return Role.FINAL
        if tag in ("EC", "ETN"):
            return Role.LINK
    return Role.LINK


def _plain_role(tags: list[str]) -> Role:
    if "MM" in tags:
        return Role.ADNOMINAL
    if any(tag in ("MAG", "MAJ") for tag in tags):
        return Role.ADVERB
    return Role.OTHER
