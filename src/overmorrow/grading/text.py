"""Compares a typed text with one accepted answer: same, same but for a slip, or something else."""

import re
from functools import lru_cache

from overmorrow.grading import spelling
from overmorrow.grading.finding import Finding, correct, near, omission, other, typo
from overmorrow.grading.hangul import HANGUL, SYLLABLE, jamo
from overmorrow.grading.korean import stems
from overmorrow.grading.normalise import canonical, loose, squash
from overmorrow.grading.numerals import name_of
from overmorrow.grading.polarity import is_opposite, negations
from overmorrow.grading.question import Question
from overmorrow.grading.typos import slip_size
from overmorrow.grading.words import is_word
from overmorrow.grading.wrappers import ARTICLES, TITLES, are_free, is_free, prompt_words

_OTHER_TEXT = other("other_text")
_MAX_WORDS = 60


def compare_text(form: str, typed: str, question: Question) -> Finding:
    """Return what canonical typed text is worth beside one canonical accepted answer."""
    found = same_text(form, typed, question)
    if found is not None:
        return found
    form_loose, typed_loose = loose(form), loose(typed)
    if not typed_loose or not form_loose:
        return _OTHER_TEXT
    if (negations(form_loose) > 0) != (negations(typed_loose) > 0):
        return near("negated")
    numbered = _compare_numbers(form, typed, question)
    if numbered is not None:
        return numbered
    form_words, typed_words = form_loose.split(), typed_loose.split()
    if len(typed_words) > _MAX_WORDS:
        return _OTHER_TEXT
    findings = [
        _bare(form_words, typed_words),
        _surrounded(form_words, typed_words, question),
        _shortened(form, form_words, typed_words, question),
        _slipped(form, form_words, typed_words, question),
    ]
    return max(
        (finding for finding in findings if finding), key=lambda it: it.rank, default=_OTHER_TEXT
    )


def same_text(form: str, typed: str, question: Question) -> Finding | None:
    """Return a finding where only spacing, case, punctuation or a spelling variant differs."""
    if form == typed:
        return correct("exact")
    form_loose, typed_loose = loose(form), loose(typed)
    form_squashed, typed_squashed = squash(form_loose), squash(typed_loose)
    if form_squashed == typed_squashed and form_squashed:
        if _may_be_a_unit(form, typed):
            return None
        if _case_differs(form, typed, question):
            return near("case_differs")
        return correct("same_text")
    if _without_slash(form_squashed) == typed_squashed and "/" in form_squashed:
        return correct("same_text")
    if not typed_squashed or not typed_squashed[0].isalpha():
        return None
    return _same_spelling(form, form_squashed, typed_squashed, form_loose, typed_loose, question)


_SLASH = re.compile(r"(?<=[^\W\d])/(?=[^\W\d])")


def _without_slash(squashed: str) -> str:
    return _SLASH.sub("", squashed)


_SYMBOL_ASKED = re.compile(
    r"symbol|기호|단위|화학식|원소|unit|formula|abbrev|약자|대문자|소문자|case"
)


def _may_be_a_unit(form: str, typed: str) -> bool:
    """Whether only the case of letters beside a number differs: the unit decides."""
    if not form[:1].isdecimal() and not form[-1:].isdecimal():
        return False
    letters = [sign for sign in form if sign.isalpha()]
    given = [sign for sign in typed if sign.isalpha()]
    return len(letters) <= 4 and letters != given


def _case_differs(form: str, typed: str, question: Question) -> bool:
    """Whether the case carries meaning here and is another: Co and CO, mW and MW."""
    form_letters = [sign for sign in form if sign.isalpha()]
    typed_letters = [sign for sign in typed if sign.isalpha()]
    if form_letters == typed_letters:
        return False
    if question.case_sensitive:
        return True
    if (
        len(form_letters) > 3
        or not form.isascii()
        or question.answer_type in ("word", "person", "place")
    ):
        return False
    lower = all(sign.islower() for sign in typed_letters)
    symbol = _SYMBOL_ASKED.search(question.prompt) is not None
    mixed = not all(sign.isupper() for sign in form_letters) and not all(
        sign.islower() for sign in form_letters[1:]
    )
    return not lower and (symbol or mixed)


def _same_spelling(
    form: str,
    form_squashed: str,
    typed_squashed: str,
    form_loose: str,
    typed_loose: str,
    question: Question,
) -> Finding | None:
    if abs(len(form_squashed) - len(typed_squashed)) > 4:
        return None
    if not form_squashed.isascii() and spelling.same_umlauts(typed_squashed, form_squashed):
        return correct("spelling_variant")
    if form_squashed.isascii() and typed_squashed.isascii():
        words, given = form_loose.split(), typed_loose.split()
        if len(words) == len(given) and all(map(_same_word, given, words)):
            return correct("spelling_variant")
        if len(words) == 1 and len(given) == 1 and not form.isupper():
            if spelling.same_plural(given[0], words[0]) and form[-2:-1].islower():
                return correct("plural")
    return _same_but_marks(form, form_squashed, typed_squashed, question)


def _same_word(typed: str, word: str) -> bool:
    return typed == word or spelling.american(typed) == spelling.american(word)


def _same_but_marks(form: str, word: str, typed: str, question: Question) -> Finding | None:
    if word.isascii() and typed.isascii():
        return None
    if SYLLABLE.search(word) or not spelling.same_without_marks(typed, word):
        return None
    if not _is_vocabulary(form, question):
        return correct("marks_free")
    bare = [part for part in loose(typed).split() if part not in ARTICLES]
    if any(is_word(part, question.lang) for part in bare) and question.lang in ("de", "fr", "es"):
        return near("other_word", typed=typed)
    return omission("marks_missing")


def _is_vocabulary(form: str, question: Question) -> bool:
    if question.answer_type in ("person", "place", "name"):
        return False
    capitals = all(
        word[:1].isupper()
        for word in form.split()
        if word.lower() not in ARTICLES and len(word) > 2
    )
    return not (capitals and question.lang != "de")


def _compare_numbers(form: str, typed: str, question: Question) -> Finding | None:
    """Compare names that hold numbers; the numbers must be equal, in any notation."""
    wanted = name_of(form)
    given = name_of(typed, small_romans=bool(wanted.numbers))
    if not wanted.numbers and not given.numbers:
        return None
    if not wanted.numbers:
        if all(str(number) in question.prompt for number in given.numbers):
            return None
        return _OTHER_TEXT if not _has_digit(typed) else near("number_differs")
    extra_given = list(given.words)
    if sorted(map(str, wanted.numbers)) != sorted(map(str, given.numbers)):
        if given.numbers or not all(str(number) in question.prompt for number in wanted.numbers):
            return near("number_differs") if given.numbers else other("other_text")
    left = " ".join(word for word in wanted.words)
    right = " ".join(extra_given)
    if squash(left) == squash(right) or sorted(wanted.words) == sorted(given.words):
        return correct("same_number")
    if not wanted.words:
        return correct("same_number") if are_free(extra_given, question.prompt) else _OTHER_TEXT
    missing = [word for word in wanted.words if word not in given.words]
    if given.numbers and not [word for word in given.words if word not in wanted.words] and missing:
        if all(is_free(word, question.prompt) for word in missing):
            return correct("head_dropped")
    findings = [
        _surrounded(list(wanted.words), extra_given, question),
        _slipped(left, list(wanted.words), extra_given, question) if right else None,
    ]
    return max((found for found in findings if found), key=lambda it: it.rank, default=_OTHER_TEXT)


def _has_digit(text: str) -> bool:
    return any(sign.isdecimal() for sign in text)


def _bare(form_words: list[str], typed_words: list[str]) -> Finding | None:
    """Compare without articles."""
    form_bare = [word for word in form_words if word not in ARTICLES] or form_words
    typed_bare = [word for word in typed_words if word not in ARTICLES] or typed_words
    if form_bare != form_words or typed_bare != typed_words:
        form_articles = {word for word in form_words if word in ARTICLES}
        wrong = {word for word in typed_words if word in ARTICLES} - form_articles
        if "".join(form_bare) == "".join(typed_bare):
            return (
                omission("article_differs")
                if form_articles and wrong - {"the", "a", "an"}
                else correct("article_free")
            )
        if len(form_bare) == len(typed_bare) == 1 and spelling.same_plural(
            typed_bare[0], form_bare[0]
        ):
            return correct("plural")
    return None


def _surrounded(
    form_words: list[str], typed_words: list[str], question: Question
) -> Finding | None:
    """Look for the answer inside a sentence, with particles behind it and free words around."""
    target = "".join(form_words)
    count = len(typed_words)
    for start in range(count):
        for size in range(1, min(len(form_words) + 2, count - start) + 1):
            window = typed_words[start : start + size]
            ending = _window_matches(window, target)
            if not ending:
                continue
            rest = typed_words[:start], typed_words[start + size :]
            if ending == "title" or _rest_is_free(rest[0], rest[1], question):
                return correct("wrapped" if rest[0] or rest[1] else f"{ending}_free")
    return None


def _window_matches(window: list[str], target: str) -> str:
    """Say how a stretch of words is the answer: `article` as it is, `particle`, `title`, or not."""
    head, last = "".join(window[:-1]), window[-1]
    if not target.startswith(head):
        return ""
    if head + last == target:
        return "article"
    if HANGUL.search(last):
        if any(head + stem == target for stem in stems(last)):
            return "particle"
        tail = (head + last)[len(target) :]
        if (head + last).startswith(target) and tail in TITLES and len(target) > 1:
            return "title"
    elif len(window) == 1 and last == target + "s" and len(target) > 3 and last.isascii():
        return ""
    if last.endswith("'s") and head + last[:-2] == target:
        return "particle"
    return ""


def _rest_is_free(before: list[str], after: list[str], question: Question) -> bool:
    titled = [word for word in before if word not in TITLES]
    behind = [word for word in after if word not in TITLES]
    if len(titled) + len(behind) > 25:
        return False
    return all(is_free(word, question.prompt) for word in titled) and are_free(
        behind, question.prompt
    )


def _shortened(
    form: str, form_words: list[str], typed_words: list[str], question: Question
) -> Finding | None:
    """Accept a head word left out that the prompt names, and a western family name alone."""
    typed_bare = [word for word in typed_words if word not in ARTICLES and word not in TITLES]
    if not typed_bare or len(typed_bare) >= len(form_words):
        return None
    known = prompt_words(question.prompt)
    left = [word for word in form_words if word not in typed_bare and word not in ARTICLES]
    if len(left) + len(typed_bare) == len([word for word in form_words if word not in ARTICLES]):
        if all(word in known or word.rstrip("s") in known for word in left) and any(
            word not in known for word in typed_bare
        ):
            return correct("head_dropped")
    capitals = form.split()
    if not (
        question.asks_person
        and 2 <= len(capitals) <= 4
        and all(word[:1].isupper() or word.islower() for word in capitals)
    ):
        return None
    if not form.isascii() and SYLLABLE.search(form) and question.asks_person:
        return (
            correct("family_name")
            if len(form_words) > 1 and typed_bare == form_words[-1:] and len(typed_bare[0]) > 1
            else None
        )
    if typed_bare == form_words[-len(typed_bare) :]:
        return correct("family_name")
    if typed_bare == form_words[: len(typed_bare)]:
        return near("first_name_only")
    return None


def _slipped(
    form: str, form_words: list[str], typed_words: list[str], question: Question
) -> Finding | None:
    """Look for a typing slip: word by word where there are as many, else as one word."""
    typed_core = _core(typed_words, form_words, question)
    if len(typed_core) == len(form_words):
        found = _slips_by_word(form_words, typed_core, question)
        if found is not None or len(form_words) == 1:
            return found
    target, given = "".join(form_words), "".join(typed_core)
    if abs(len(target) - len(given)) > 6 or len(form_words) > 8:
        return None
    return _slip(given, target, question)


def _core(typed_words: list[str], form_words: list[str], question: Question) -> list[str]:
    """Return the typed words without the free ones before and behind."""
    words = list(typed_words)
    while len(words) > 1 and words[0] in ARTICLES and words[0] not in form_words:
        words = words[1:]
    while len(words) > len(form_words) and is_free(words[0], question.prompt):
        words = words[1:]
    while len(words) > len(form_words) and are_free(words[-1:], question.prompt):
        words = words[:-1]
    return words


def _slips_by_word(
    form_words: list[str], typed_words: list[str], question: Question
) -> Finding | None:
    found: Finding | None = None
    slips = 0
    for index, (word, given) in enumerate(zip(form_words, typed_words, strict=True)):
        if word == given or _same_word(given, word):
            continue
        last = index == len(form_words) - 1
        if last and SYLLABLE.search(word) and word in stems(given):
            continue
        known_person = question.asks_person and len(form_words) > 1 and len(word) > 4
        slip = _slip(given, word, question, may_be_word=known_person)
        if slip is None or not slip.verdict.accepted:
            return slip
        slips += 1
        found = slip
    return found if slips <= 1 + len(form_words) // 3 else None


def _slip(
    given: str, word: str, question: Question, *, may_be_word: bool = False
) -> Finding | None:
    """Return the finding for one slipped word: a typo, another real word, or nothing."""
    best: Finding | None = None
    for stem in stems(given) if SYLLABLE.search(given[-1:]) else (given,):
        edits = slip_size(stem, word)
        if is_opposite(stem, word):
            return near("opposite", typed=stem)
        if not edits:
            continue
        if not may_be_word and is_real_word(stem, question.lang):
            return near("other_word", typed=stem)
        if best is None:
            best = _name_slip(stem, word)
    return best


@lru_cache(maxsize=1024)
def is_real_word(word: str, lang: str) -> bool:
    """Whether a slip is a word of its own, or a plural of one."""
    if is_word(word, lang):
        return True
    if SYLLABLE.search(word):
        return False
    return (
        len(word) > 4
        and word.endswith("s")
        and not word.endswith("ss")
        and is_word(word[:-1], lang)
    )


def _name_slip(typed: str, word: str) -> Finding:
    """Name the one syllable or letter that differs, where there is just one."""
    if len(typed) == len(word):
        pairs = [
            (given, wanted) for given, wanted in zip(typed, word, strict=True) if given != wanted
        ]
        if len(pairs) == 1:
            return typo("letter_differs", typed=pairs[0][0], wanted=pairs[0][1])
    return typo("letters_differ", typed=typed, wanted=word)


def first_letters_only(typed: str, form: str) -> bool:
    """Whether only the initial consonants were typed: ㅁㅇ for 마윈."""
    initials = "".join(
        jamo(sign)[0] for sign in squash(loose(canonical(form))) if SYLLABLE.match(sign)
    )
    return len(initials) > 1 and squash(typed) == initials
