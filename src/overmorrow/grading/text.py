"""Compares a typed text with one accepted answer: same, same but for a slip, or something else."""

import re
from functools import lru_cache

from overmorrow.grading import spelling
from overmorrow.grading.finding import Finding, correct, near, omission, other, typo
from overmorrow.grading.hangul import SYLLABLE
from overmorrow.grading.names import compare_numbered, find_shortened
from overmorrow.grading.normalise import loose, plain_letters, scripts, squash
from overmorrow.grading.polarity import negates
from overmorrow.grading.question import Question
from overmorrow.grading.slips import find_slip, is_real_word, same_word
from overmorrow.grading.surroundings import find_surrounded
from overmorrow.grading.typos import distance
from overmorrow.grading.units import units_named
from overmorrow.grading.vocabulary import ARTICLES
from overmorrow.grading.words import is_word

_OTHER_TEXT = other("other_text")
_MOST_WORDS = 60
_LONGEST = 500
_SLIPS_IN_LONG = 3


def compare_text(form: str, typed: str, question: Question) -> Finding:
    """Return what canonical typed text is worth beside one canonical accepted answer."""
    found = same_text(form, typed, question)
    if found is not None:
        return found
    form_loose, typed_loose = loose(form), loose(typed)
    if negates(typed_loose, form_loose):
        return other("negated")
    if len(typed_loose) > _LONGEST:
        return _compare_long(squash(form_loose), squash(typed_loose))
    return compare_numbered(form, typed, question) or _compare_words(
        form, form_loose, typed_loose, question
    )


def _compare_words(form: str, form_loose: str, typed_loose: str, question: Question) -> Finding:
    if not scripts(form_loose) & scripts(typed_loose):
        return _OTHER_TEXT
    if typed_loose.isascii() and not form_loose.isascii() and not _is_vocabulary(form, question):
        form_loose = plain_letters(form_loose)
    form_words, typed_words = form_loose.split(), typed_loose.split()
    if not form_words or not 0 < len(typed_words) <= _MOST_WORDS:
        return _OTHER_TEXT
    for find in (_without_articles, find_surrounded):
        found = find(form_words, typed_words, question)
        if found is not None:
            return found
    findings = [
        find_shortened(form, form_words, typed_words, question),
        find_slip(form, form_words, typed_words, question, is_name=False),
    ]
    return max((it for it in findings if it), key=lambda it: it.rank, default=_OTHER_TEXT)


def _compare_long(form: str, typed: str) -> Finding:
    """Allow a long text a few slips; a dump has more."""
    if distance(typed, form, _SLIPS_IN_LONG) <= _SLIPS_IN_LONG:
        return typo("letters_differ_somewhere")
    return _OTHER_TEXT


@lru_cache(maxsize=1024)
def same_text(form: str, typed: str, question: Question) -> Finding | None:
    """Return a finding where only spacing, case, punctuation or a spelling variant differs."""
    if form == typed:
        return correct("exact")
    form_loose, typed_loose = loose(form), loose(typed)
    form_squashed, typed_squashed = squash(form_loose), squash(typed_loose)
    if form_squashed == typed_squashed and form_squashed:
        return _same_letters(form, typed, question)
    if (
        "/" in form_squashed
        and form_squashed[:1].isalpha()
        and _SLASH.sub("", form_squashed) == typed_squashed
    ):
        return correct("same_text")
    alike = form_squashed[:1] == typed_squashed[:1] or not form_squashed.isascii()
    if not alike or abs(len(form_squashed) - len(typed_squashed)) > 4:
        return None
    return _same_spelling(form, form_loose, typed_loose, question)


def _same_letters(form: str, typed: str, question: Question) -> Finding | None:
    """Judge texts with the same letters: their case may still carry meaning."""
    if _may_be_a_unit(form, typed):
        return None
    return near("case_differs") if _case_differs(form, typed, question) else correct("same_text")


_SLASH = re.compile(r"(?<=[^\W\d])/(?=[^\W\d])")
_SYMBOL_ASKED = re.compile(r"symbol|기호|단위|화학식|원소|formula|abbrev|약자|대문자|소문자")


def _may_be_a_unit(form: str, typed: str) -> bool:
    """Whether only the case of letters beside a number differs: the unit decides."""
    if not form[:1].isdecimal() and not form[-1:].isdecimal():
        return False
    letters = [sign for sign in form if sign.isalpha()]
    return len(letters) <= 4 and letters != [sign for sign in typed if sign.isalpha()]


def _case_differs(form: str, typed: str, question: Question) -> bool:
    """Whether the case carries meaning here and is another: Co and CO, mW and MW."""
    letters = "".join(filter(str.isalpha, form))
    given = "".join(filter(str.isalpha, typed))
    if letters == given:
        return False
    if question.case_sensitive:
        return True
    if (
        len(letters) > 3
        or not form.isascii()
        or question.answer_type in ("word", "person", "place")
    ):
        return False
    if given.islower() or (letters.islower() and len(letters) > 2):
        return False
    return _is_other_symbol(letters, given, question)


def _is_other_symbol(letters: str, given: str, question: Question) -> bool:
    """Whether two short symbols mean two things: units by their case, elements and compounds."""
    wanted_units, given_units = units_named(letters), units_named(given)
    if wanted_units and given_units:
        return not set(wanted_units) & set(given_units)
    asked = _SYMBOL_ASKED.search(question.prompt) is not None
    return asked or letters[1:].islower() != given[1:].islower()


def _same_spelling(
    form: str, form_loose: str, typed_loose: str, question: Question
) -> Finding | None:
    if form_loose.isascii() and typed_loose.isascii():
        words, given = form_loose.split(), typed_loose.split()
        if len(words) == len(given) and all(map(same_word, given, words)):
            return correct("spelling_variant")
        same_head = words[:-1] == given[:-1] and words and given and not form.isupper()
        if same_head and _is_plural_pair(given[-1], words[-1], is_name=form[:1].isupper()):
            return correct("plural")
        return None
    if SYLLABLE.search(form_loose):
        return None
    if spelling.same_umlauts(squash(typed_loose), squash(form_loose)):
        return correct("spelling_variant")
    return _same_but_marks(form, form_loose, typed_loose, question)


def _is_plural_pair(typed: str, word: str, *, is_name: bool) -> bool:
    """Whether two words are singular and plural of one noun; Versailles is no plural."""
    if not (word.isalpha() and spelling.same_plural(typed, word)):
        return False
    return not is_name or is_word(min(typed, word, key=len), "en")


def _same_but_marks(form: str, word: str, typed: str, question: Question) -> Finding | None:
    """Judge a missing diacritic: free in a name, small in a word, not where it makes another."""
    if not spelling.same_without_marks(squash(typed), squash(word)):
        return None
    if not _is_vocabulary(form, question):
        return correct("marks_free")
    bare = [part for part in typed.split() if part not in ARTICLES and part not in word.split()]
    if question.lang in ("de", "fr", "es") and any(
        is_real_word(part, question.lang) for part in bare
    ):
        return near("other_word", typed=typed)
    return omission("marks_missing")


def _is_vocabulary(form: str, question: Question) -> bool:
    if question.answer_type in ("person", "place", "name"):
        return False
    if question.lang == "de":
        return True
    words = [word for word in form.split() if word.lower() not in ARTICLES and len(word) > 2]
    return not words or not all(word[:1].isupper() for word in words)


def _without_articles(
    form_words: list[str], typed_words: list[str], question: Question
) -> Finding | None:
    """Compare without articles; another article is a small slip."""
    form_bare = [word for word in form_words if word not in ARTICLES] or form_words
    typed_bare = [word for word in typed_words if word not in ARTICLES] or typed_words
    if form_bare == form_words and typed_bare == typed_words:
        return None
    if "".join(form_bare) == "".join(typed_bare):
        wanted = ARTICLES.intersection(form_words)
        wrong = ARTICLES.intersection(typed_words) - wanted - {"the", "a", "an"}
        return omission("article_differs") if wanted and wrong else correct("article_free")
    if form_bare[:-1] == typed_bare[:-1] and _is_plural_pair(
        typed_bare[-1], form_bare[-1], is_name=False
    ):
        return correct("plural")
    joined = " ".join(form_bare), " ".join(typed_bare)
    return None if joined[0].isascii() else _same_but_marks(joined[0], *joined, question)
