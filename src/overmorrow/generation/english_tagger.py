"""Reads English sentences with nothing but Python: a small lexicon, endings, and neighbours."""

import re
from collections.abc import Iterable, Iterator, Sequence

from overmorrow.generation.english_lexicon import BASES, CLOSED, PARTICIPLES, PASTS, THIRDS
from overmorrow.generation.english_token import Token
from overmorrow.generation.word_lists import words_of

_WORD = re.compile(
    r"(?:[A-Z]\.){2,}|[^\W\d_]+(?:[-&][^\W\d_]+|['’](?!s\b)[^\W\d_]+)*|['’]s\b"
    r"|\d+(?:[,.]\d+)*(?:st|nd|rd|th|s)?(?!\w)|\d+[\w-]*|\S"
)
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][^\W\d_]+")
_ADJECTIVE_ENDS = (
    "ous",
    "ful",
    "ive",
    "al",
    "ic",
    "able",
    "ible",
    "less",
    "ary",
    "ish",
    "ese",
    "ian",
)
_PARTICLES = frozenset(("von", "van", "der", "den", "de", "da", "di", "del", "bin", "ibn", "zu"))
"""Small words inside of names."""
_OBJECT_OPENERS = frozenset(("the", "a", "an", "its", "their", "his", "her", "it", "them", "him"))
_AFTER_THERE = frozenset(("exist", "remain", "may", "can"))
_BE_OR_HAVE = words_of("is are was were be been being has have had am get gets got")


class StandardTagger:
    """Finds parts of speech well enough to see noun phrases, verbs and names."""

    def read(self, sentences: Iterable[str]) -> Iterator[Sequence[Token]]:
        """Yield each sentence's words, in its order."""
        texts = list(sentences)
        names = frozenset(word for text in texts for word in _NAME.findall(text))
        for text in texts:
            yield _tagged(text, names)


def _tagged(text: str, names: frozenset[str]) -> list[Token]:
    places = [(found[0], found.start(), found.end()) for found in _WORD.finditer(text)]
    tokens: list[Token] = []
    before = ("", "", "")
    for at, (word, start, end) in enumerate(places):
        after = places[at + 1][0] if at + 1 < len(places) else ""
        pos, tag, lemma = _class_of(word, before, after, names, is_first=at == 0)
        tokens.append(Token(word, start, end, pos, tag, lemma))
        before = (word.lower(), pos, tag)
    return tokens


def _class_of(
    word: str, before: tuple[str, str, str], after: str, names: frozenset[str], *, is_first: bool
) -> tuple[str, str, str]:
    """Return a word's part of speech, finer tag, and the verb it is a form of, if it is known."""
    first = word[0]
    if first.isdigit():
        return "NUM", "CD", ""
    if not first.isalpha():
        return _mark(word)
    lower = word.lower()
    if lower.endswith(("n't", "n’t")):
        return "AUX", "VBP", ""
    is_inside = word in _PARTICLES and before[1] == "PROPN" and after[:1].isupper()
    is_name = first.isupper() and (not is_first or word in names)
    closed = CLOSED.get(lower)
    if closed and (
        not is_name or lower == "i" or closed[0] in ("ADP", "DET", "PRON", "CCONJ", "AUX")
    ):
        return _closed(lower, closed, after)
    if is_name or is_inside or (is_first and _opens_name(lower, after)):
        return "PROPN", "NNP", ""
    return _open(lower, before, after)


def _mark(word: str) -> tuple[str, str, str]:
    if word in ("'s", "’s"):
        return "PART", "POS", ""
    if word == "&":
        return "CCONJ", "CC", ""
    return ("SYM", "$", "") if word in "$€£¥₩%" else ("PUNCT", word, "")


def _closed(lower: str, closed: tuple[str, str], after: str) -> tuple[str, str, str]:
    pos, tag = closed
    if lower == "that" and (after in PASTS or after in THIRDS or after.endswith("ed")):
        return "PRON", "WDT", ""
    follower = CLOSED.get(after.lower(), ("", ""))[0]
    if (lower == "that" and after and follower not in ("ADP", "")) or (
        lower == "that" and (after[:1].isupper())
    ):
        return "SCONJ", "IN", ""
    if lower in ("this", "these", "those", "some", "all", "each", "both") and follower in (
        "AUX",
        "ADP",
    ):
        return "PRON", "DT", ""
    lemma = "be" if lower in _BE_OR_HAVE and lower[:2] != "ha" and lower[0] != "g" else ""
    return pos, tag, lemma


def _opens_name(lower: str, after: str) -> bool:
    """Return whether a sentence's first word, unseen elsewhere, is more likely a name."""
    return (
        after[:1].isupper()
        and after.lower() not in CLOSED
        and not lower.endswith(("ing", "ly", "ed"))
    )


def _open(lower: str, before: tuple[str, str, str], after: str) -> tuple[str, str, str]:
    word, pos, tag = before
    if lower == "there":
        is_empty = after.lower() in _BE_OR_HAVE or after.lower() in _AFTER_THERE
        return ("PRON", "EX", "") if is_empty else ("ADV", "RB", "")
    if (word == "to" or tag == "MD") and (lower in BASES or _takes_object(after)):
        return "VERB", "VB", lower
    if pos == "NUM" and (lower in BASES or lower in THIRDS) and after in _OBJECT_OPENERS:
        return "VERB", "VBZ", THIRDS.get(lower, lower)
    if pos in ("DET", "ADJ", "NUM") or tag in ("PRP$", "POS"):
        is_participle = lower.endswith("ed") or (lower in PARTICIPLES and lower not in BASES)
        return ("VERB", "VBN", "") if is_participle else _noun(lower, word, after)
    verb = _verb(lower, before, after)
    if verb is None and lower.endswith("ing") and len(lower) > 5:
        verb = "VERB", "VBG", ""
    return verb or _noun(lower, word, after)


def _noun(lower: str, before: str, after: str) -> tuple[str, str, str]:
    """Return what a word is by its ending, a noun if nothing says otherwise."""
    if lower.endswith("ly"):
        return "ADV", "RB", ""
    if lower.endswith(_ADJECTIVE_ENDS) or "-" in lower:
        is_led_on = after[:1].isalpha() and after.lower() not in CLOSED
        return ("ADJ", "JJ", "") if is_led_on or before in _BE_OR_HAVE else ("NOUN", "NN", "")
    is_plural = lower.endswith("s") and not lower.endswith(("ss", "us", "is"))
    return "NOUN", "NNS" if is_plural else "NN", ""


def _verb(lower: str, before: tuple[str, str, str], after: str) -> tuple[str, str, str] | None:
    word, pos, tag = before
    is_past = lower in PASTS or (lower.endswith("ed") and len(lower) > 4)
    if lower in PARTICIPLES or is_past:
        has_auxiliary = word in _BE_OR_HAVE or (pos == "ADV" and lower not in PASTS)
        if (
            has_auxiliary
            or pos in ("ADP", "PUNCT", "")
            or after == "by"
            or (lower not in PASTS and (lower in PARTICIPLES))
        ):
            return "VERB", "VBN", PARTICIPLES.get(lower, "")
        return "VERB", "VBD", PASTS.get(lower, "")
    is_joined = pos == "CCONJ" and after != "of"
    can_do = pos in ("NOUN", "PROPN", "PRON", "ADV") or is_joined
    if lower in THIRDS and ((can_do and _takes_object(after)) or word in ("he", "she", "it")):
        return "VERB", "VBZ", THIRDS[lower]
    is_after_noun = pos in ("NOUN", "PROPN", "PRON") and tag != "NNS"
    if is_after_noun and lower.endswith("s") and after.lower() in _OBJECT_OPENERS:
        return "VERB", "VBZ", ""
    if lower in BASES and (
        tag in ("NNS", "PRP", "WP") or word in ("they", "we", "you", "who", "not")
    ):
        return "VERB", "VBP", lower
    return None


def _takes_object(after: str) -> bool:
    """Return whether what follows could follow a verb, but hardly a noun."""
    pos = CLOSED.get(after.lower(), ("", ""))[0]
    return (
        pos in ("DET", "ADP", "PRON", "ADJ", "NUM", "ADV", "SCONJ")
        or after[:1].isupper()
        or (after[:1].isdigit())
    )
