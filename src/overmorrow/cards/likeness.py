"""How far apart two wordings are: a slip of the pen, other words, or another fact."""

import re
import unicodedata
from collections.abc import Container
from difflib import SequenceMatcher
from enum import IntEnum

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

ALIKE = 72.0
"""From here on, of 100, two texts may be one text reworded."""

_LONG = 16
"""The weight of a text that one letter makes no other."""

_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[#%&@*/\\+\-=<>^|~$°√−×÷±≤≥≠]")
_WORD = re.compile(r"[^\W\d_]+")
_GAP = re.compile(r"\{\{(?:c?\d+(?:,\d+)*::?)?(.*?)(?:::.*?)?\}\}", re.DOTALL)
_SILENT = re.compile(r"[\s!\"(),.:;?\[\]_{}¡«·»¿‐–—‘’“”„…‚‹›•‥、。〈〉《》「」『』【】〔〕〜]+")
"""Punctuation that does not tell answers apart; # and + do, as in C, C# and C++."""
_PARTICLE = re.compile(r"(?<=.)(?:은|는|이|가|을|를|의|에|에서|에게|로|으로|와|과|도|만|란|이란)$")
_FUNCTION = frozenset(
    re.findall(
        r"\w+",
        "a an the and of in on at for as if it its is was are were be did does do has had that",
    )
)
_NEGATIONS = frozenset(
    re.findall(
        r"\w+",
        """
        not no never none nor neither without except cannot non
        않는 않은 않다 않나 않을 아닌 아니다 아니 없는 없다 없이 못 안 제외
        """,
    )
)
_OPPOSITES = frozenset(
    re.findall(
        r"\w+",
        """
        least most more less before after left right north south east west min max true false
        전 후 상 하 좌 우 동 서 남 북
        first second third last one two three four five six seven eight nine ten
        처음 첫 한 두 세 네 하나 둘 셋 넷 다섯 여섯 일곱 여덟 아홉 열
        일 이 삼 사 오 육 칠 팔 구 십 백 천 만 억 조
        """,
    )
)
_NEGATED = re.compile(r"않|없|아니|아닌|못하|n['’]t$")
_NEGATING = ("un", "in", "im", "non", "dis", "ir", "비", "불", "미", "무")
_DOUBLED = re.compile(r"(.)\1+")
_LATIN = re.compile(r"[a-zα-ωа-я]+$")


class Change(IntEnum):
    """What happened to a text, the smaller the surer it still says the same."""

    SAME = 0
    SLIGHT = 1
    """A few letters within words, a particle, an article, capitals."""
    ADDED = 2
    """Words were added, or left out, and the others are as before."""
    REWORDED = 3
    """Other words, and much is as before."""
    OTHER = 4
    """Alike, but a number, a name, a sign or a negation is another."""
    FAR = 5


def letters(text: str) -> str:
    """Return the text without spaces, case and punctuation that says nothing."""
    return _loud(text).casefold()


def _loud(text: str) -> str:
    return _SILENT.sub("", unicodedata.normalize("NFKC", text))


def gist(prompt: str, answer: str) -> str:
    """Return what two notes have in common that differ in spaces, case and commas only."""
    text = f"{prompt}\x1f{answer}"
    return "\x1f".join((letters(text), *_numbers(_tokens(text))))


def weight(text: str) -> int:
    """Return how much a text tells: its letters, a syllable of Hangul or a sign of Han twice."""
    return sum(1 if letter < "\u2e80" else 2 for letter in text if letter.isalnum())


def words_of(texts: list[str]) -> frozenset[str]:
    """Return all words of the texts in small letters."""
    return frozenset(_WORD.findall("\n".join(texts).casefold()))


def halves(prompt: str, answer: str) -> tuple[str, str]:
    """Return what asks and what is asked for; for a text with gaps, the rest and the gaps."""
    if answer or "{{" not in prompt:
        return prompt, answer
    return _GAP.sub(" … ", prompt), "\n".join(_GAP.findall(prompt))


def without_gaps(prompt: str) -> str:
    """Return a text with its gaps filled in."""
    return _GAP.sub(r"\1", prompt)


def change(old: str, new: str, old_words: Container[str], new_words: Container[str]) -> Change:
    """Tell what happened to a text.

    Args:
        old: The text as it was.
        new: The text as it is.
        old_words: All words of the deck as it was: a word that turned into one
            of these, and still stands elsewhere, is no slip but another word.
        new_words: All words of the deck as it is.
    """
    if old == new:
        return Change.SAME
    left, right = _tokens(old), _tokens(new)
    if letters(old) == letters(new) and _numbers(left) == _numbers(right):
        return Change.SAME if _loud(old) == _loud(new) else Change.SLIGHT
    kind, tags = _compared(left, right, old_words, new_words)
    if kind is Change.REWORDED:
        kind = _weighed(old, new, tags)
    if kind > Change.SLIGHT and not _alike(old, new):
        is_added = len(tags) == 1 and "replace" not in tags and kind is not Change.OTHER
        return Change.REWORDED if is_added else Change.FAR
    return kind


def _compared(
    left: list[str], right: list[str], old_words: Container[str], new_words: Container[str]
) -> tuple[Change, set[str]]:
    """Return the worst of what happened to the words, and in which ways they changed."""
    was, now = ([token.casefold() for token in tokens] for tokens in (left, right))
    worst, slips = Change.SLIGHT, 0
    tags: set[str] = set()
    matcher = SequenceMatcher(None, was, now, autojunk=False)
    for tag, start, end, other_start, other_end in matcher.get_opcodes():
        if tag != "equal":
            passage = was[start:end], now[other_start:other_end]
            kind, count = _passage(*passage, old_words, new_words)
            worst, slips = max(worst, kind), slips + count
            tags.add(tag)
    if not slips:
        return Change.OTHER, tags
    if worst is Change.SLIGHT and slips > 2 + len(was) // 4:
        return Change.REWORDED, tags
    return worst, tags


def _weighed(old: str, new: str, tags: set[str]) -> Change:
    """Tell a reworded text from one with a letter or a word more, and from another name."""
    if _is_letter_more(letters(old), letters(new)):
        return Change.SLIGHT
    left, right = _tokens(old), _tokens(new)
    if "replace" in tags or len(tags) > 1:
        names, others = _names(left), _names(right)
        return Change.OTHER if names - others and others - names else Change.REWORDED
    if _is_whole(old, new):
        return Change.ADDED
    both = {token.casefold() for token in left} & {token.casefold() for token in right}
    has_name = any(token[0].isupper() and token.casefold() not in both for token in left + right)
    return Change.REWORDED if has_name else Change.ADDED


def _is_whole(old: str, new: str) -> bool:
    """Whether a longer text stands whole in the other, something put before or after it."""
    shorter, longer = sorted((old.casefold(), new.casefold()), key=len)
    return shorter in longer and weight(shorter) >= _LONG


def _is_letter_more(old: str, new: str) -> bool:
    """Whether one letter of a longer text was dropped or added."""
    return len(old) != len(new) and weight(old) >= _LONG and OSA.distance(old, new) == 1


def _alike(old: str, new: str) -> bool:
    """Whether much of a text, in letters of Hangul, is as before."""
    if _is_whole(old, new):
        return True
    one, other = (unicodedata.normalize("NFD", text.casefold()) for text in (old, new))
    return fuzz.ratio(one, other) >= ALIKE - 12


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(unicodedata.normalize("NFKC", text))


def _numbers(tokens: list[str]) -> list[str]:
    return [token for token in tokens if token[0].isdigit()]


def _names(tokens: list[str]) -> set[str]:
    """Return the words with a capital, except the one a text begins with."""
    return {token for token in tokens[1:] if token[0].isupper()}


def _passage(
    was: list[str], now: list[str], old_words: Container[str], new_words: Container[str]
) -> tuple[Change, int]:
    """Tell what happened to a run of words, and how many slips that took."""
    if len(was) == len(now):
        pairs = zip(was, now, strict=True)
        return max(_word(*pair, old_words, new_words) for pair in pairs), len(was)
    if {*was, *now} <= _FUNCTION:
        return Change.SLIGHT, 1
    if any(map(_is_telling, (*was, *now))):
        return Change.OTHER, 1
    is_spaced = was and now and _is_slip("".join(was), "".join(now))
    return (Change.SLIGHT if is_spaced else Change.REWORDED), 1


def _is_telling(token: str) -> bool:
    """Whether another such token makes another fact of the sentence."""
    if not token[0].isalpha():
        return True
    if token in _FUNCTION:
        return False
    return (
        token in _NEGATIONS | _OPPOSITES
        or bool(_NEGATED.search(token))
        or (len(token) == 1 and bool(_LATIN.match(token)))
    )


def _word(was: str, now: str, old_words: Container[str], new_words: Container[str]) -> Change:
    """Tell whether one word is another with a slip."""
    if _is_minor(was, now):
        return Change.SLIGHT
    telling = [word for word in (was, now) if _is_telling(word)]
    if len(telling) == 2 or any(word not in _OPPOSITES for word in telling):
        return Change.OTHER
    if any(was == prefix + now or now == prefix + was for prefix in _NEGATING):
        return Change.OTHER
    if now in old_words and was in new_words:
        return Change.OTHER
    if _is_slip(was, now):
        return Change.SLIGHT
    return Change.OTHER if telling else Change.REWORDED


def _is_minor(was: str, now: str) -> bool:
    """Whether only a particle changed, or a word that says little."""
    shorter, longer = sorted((was, now), key=len)
    if longer in _FUNCTION and (shorter in _FUNCTION or shorter in longer):
        return True
    return _PARTICLE.sub("", was) == _PARTICLE.sub("", now)


def _is_slip(was: str, now: str) -> bool:
    """Whether one or two letters were dropped, added, doubled, swapped or mistyped."""
    if _DOUBLED.sub(r"\1", was) == _DOUBLED.sub(r"\1", now):
        return True
    shortest, longest = sorted((len(was), len(now)))
    distance = OSA.distance(was, now)
    if shortest >= 3 and distance <= (2 if shortest >= 4 and longest >= 5 else 1):
        return True
    if distance == 1 and shortest >= 2 and (shortest < longest or sorted(was) == sorted(now)):
        return True
    strokes, others = (unicodedata.normalize("NFD", word) for word in (was, now))
    return min(len(strokes), len(others)) > 1 and OSA.distance(strokes, others) <= 1
