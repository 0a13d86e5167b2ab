"""Decides whether an English article's title names what all of it is about."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from overmorrow.generation.english_features import Surroundings
from overmorrow.generation.english_subjects import Named
from overmorrow.generation.english_token import Token
from overmorrow.generation.english_trivia import COUNTS
from overmorrow.generation.english_words import ANAPHORIC, MALE

_ASIDE = re.compile(r"\s*\([^()]*\)\s*$")
_WORDS = re.compile(r"[$€£¥₩]?[^\W_]+(?:[.,]\d+)*")
_MOST_WORDS = 6
_OFTEN = 4
"""So often an article names the person of whom it tells, at least."""
_LONGEST_LABEL = 60
_PARTS = re.compile(r"[:;|]\s|\s[-–—]\s")
_LINKS = re.compile(r"(?<=[^\W_]) (?:for|in|after|as|with|by|from|while|because|since|at) ")
_PLACES = ("GPE", "LOC", "FAC", "NORP", "EVENT")
_OF_WOMAN = frozenset(("she", "her", "hers", "herself"))


def topic_of(title: str, tokens: Sequence[Token], around: Surroundings) -> str:
    """Return the title if it is the name of something the article keeps speaking of, else nothing.

    Args:
        title: The article's title.
        tokens: Its words.
        around: What the article says.
    """
    bare = _ASIDE.sub("", title).strip()
    is_plain = bool(bare) and not re.search(r"[?!:;\"“”…|/]|\s[-–—]\s|,.*,", bare)
    if not is_plain or len(bare.split()) > _MOST_WORDS:
        return ""
    if any(token.pos in ("VERB", "AUX", "PRON") or token.tag == "PRP$" for token in tokens):
        return ""
    nouns = [token.text.lower() for token in tokens if token.is_noun and token.text in bare]
    if not nouns or tokens[0].pos in ("ADP", "SCONJ"):
        return ""
    return title if all(around.counts[noun] >= 2 for noun in nouns[-1:]) else ""


def label_of(title: str) -> str:
    """Return a title short enough to stand before a prompt that does not say what it is about.

    Of one in two parts the longer is taken, where the whole is too long, and of a long one as
    much as stands before one of its prepositions.

    Args:
        title: The article's title.
    """
    line = title.partition("\n")[0]
    parts = [line, *sorted(_PARTS.split(line), key=len, reverse=True)]
    short = (part.strip() for part in parts if len(part.strip()) <= _LONGEST_LABEL)
    label = next(short, "") or _beginning(line)
    is_plain = len(label.split()) > 1 and not set(label) & set("[]")
    return label if is_plain else ""


def _beginning(line: str) -> str:
    """Return the longest beginning of a title that stands before a preposition and is short."""
    ends = [found.start() for found in _LINKS.finditer(line)]
    return line[: max((end for end in ends if end <= _LONGEST_LABEL), default=0)]


class Title:
    """The words of a title, which stands on the screen while its cards are asked."""

    def __init__(self, text: str) -> None:
        """Take a title.

        Args:
            text: As it is written.
        """
        self._words = f" {_normal(text)} "
        self._starts = frozenset(word[:2] for word in self._words.split())

    def tells(self, words: str) -> bool:
        """Return whether the title has these words, however they are spelt.

        Args:
            words: An answer, or a part of a sentence.
        """
        last = words.rpartition(" ")[2].casefold()
        if last.isalpha() and last[:2] not in self._starts and last not in COUNTS:
            return False
        wanted = _normal(words)
        is_count = wanted.isdecimal() and len(wanted) < 3
        return bool(wanted) and not is_count and f" {wanted} " in self._words


def _normal(text: str) -> str:
    """Return words in one spelling: small letters, no hyphens, numbers in digits, no plural."""
    words = _WORDS.findall(text.casefold().replace("'s", "").replace("’s", ""))
    return " ".join(_normal_word(word) for word in words if word not in ("the", "a", "an"))


def _normal_word(word: str) -> str:
    if word in COUNTS:
        return str(COUNTS[word])
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    is_plural = len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return word[:-1] if is_plural else word


def hero_within(sentences: Sequence[Sequence[Token]]) -> Named | None:
    """Return the one person of whom an article tells whose title names nobody, or None.

    Args:
        sentences: The article's words.
    """
    counts: Counter[str] = Counter()
    sexes: Counter[bool] = Counter()
    names: dict[str, set[str]] = {}
    for tokens in sentences:
        for first, last in _persons(tokens):
            name = tokens[last - 1].text
            counts[name] += 1
            if last - first > 1:
                full = " ".join(token.text for token in tokens[first:last])
                names.setdefault(name, set()).add(full)
        for token in tokens:
            word = token.text.lower()
            sexes.update([word in MALE] if word in MALE or word in _OF_WOMAN else [])
    (name, most), (_, second) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    is_alone = most >= _OFTEN and most >= 2 * second and len(names.get(name, ())) == 1
    [(is_male, pronouns), (_, others)] = [*sexes.most_common(2), (False, 0), (False, 0)][:2]
    if not is_alone or pronouns < _OFTEN or pronouns < 4 * others:
        return None
    return Named(names[name].pop(), "person", is_male=is_male)


def _persons(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield where the names of persons stand, as places among a sentence's words."""
    at = 0
    while at < len(tokens):
        last = at
        while last < len(tokens) and tokens[last].entity == "PERSON" and tokens[last].tag == "NNP":
            last += 1
        if last > at:
            yield at, last
        at = max(last, at + 1)


def hero_of(topic: str, sentences: Iterable[Sequence[Token]]) -> Named | None:
    """Return the person whom a topic names, if it names one."""
    words = topic.split()
    if not 1 <= len(words) <= 4 or not all(word[:1].isupper() or len(word) < 4 for word in words):
        return None
    if words[-1].lower() in ANAPHORIC:
        return None
    counts: Counter[str] = Counter()
    for tokens in sentences:
        for token in tokens:
            word = token.text.lower()
            counts["he"] += word in MALE
            counts["she"] += word in _OF_WOMAN
            counts["thing"] += token.text == words[-1].lower()
            if token.text == words[-1]:
                counts[token.entity] += 1
    is_place = sum(counts[kind] for kind in _PLACES) > counts["PERSON"]
    if counts["thing"]:
        return None
    if counts["he"] + counts["she"] < 3 or is_place or len(words) + counts["PERSON"] < 2:
        return None
    return Named(topic, "person", is_male=counts["he"] > counts["she"])
