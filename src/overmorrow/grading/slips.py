"""Slips of the finger: one or a few letters off, and not another word, name or opposite."""

from functools import lru_cache

from overmorrow.grading.compounds import is_other_compound
from overmorrow.grading.finding import Finding, near, other, typo
from overmorrow.grading.hangul import SYLLABLE
from overmorrow.grading.inflection import dictionary_forms
from overmorrow.grading.korean import stems
from overmorrow.grading.polarity import is_opposite
from overmorrow.grading.question import Question
from overmorrow.grading.spelling import american, plurals
from overmorrow.grading.typos import distance, is_same_sound, slip_size
from overmorrow.grading.vocabulary import ARTICLES, DEGREES
from overmorrow.grading.words import is_word
from overmorrow.grading.wrappers import are_free, is_free, prompt_words

_LONGEST_ACRONYM = 5
_MOST_WORDS = 8


def find_slip(
    form: str, form_words: list[str], typed_words: list[str], question: Question, *, is_name: bool
) -> Finding | None:
    """Look for typing slips: word by word where there are as many, else as one word.

    Args:
        form: The accepted answer in its own case; acronyms must be exact.
        form_words: Its loose words.
        typed_words: The typed loose words.
        question: What was asked.
        is_name: Whether other parts of a name agree, so that a slip in one part
            may happen to be a word.
    """
    core = _core(typed_words, form_words, question)
    other_degree = len(core) != len(form_words) and not DEGREES.isdisjoint((*form_words, *core))
    if _is_acronym(form) or other_degree or _latin(form_words) != _latin(core):
        return None
    if _is_of_the_prompt(core, form_words, question):
        return near("other_word", typed=" ".join(core))
    if len(core) == len(form_words):
        return _by_word(form_words, core, question, is_name=is_name)
    target, given = "".join(form_words), "".join(core)
    if abs(len(target) - len(given)) > 4 or len(form_words) > _MOST_WORDS:
        return None
    if len(core) > 1 and all(
        word in form_words or is_real_word(word, question.lang) for word in core
    ):
        return None
    return word_slip(given, target, question.lang)


def _is_acronym(form: str) -> bool:
    return form.isascii() and form.isupper() and form.isalpha() and len(form) <= _LONGEST_ACRONYM


def _latin(words: list[str]) -> str:
    """Return the few Latin letters of a Korean answer, which must be exact: DT 시대."""
    joined = "".join(words)
    letters = "".join(filter(str.isascii, joined)) if SYLLABLE.search(joined) else ""
    return letters if len(letters) <= _LONGEST_ACRONYM else ""


def _is_of_the_prompt(core: list[str], form_words: list[str], question: Question) -> bool:
    """Whether what differs is a word of the prompt, which offers it as another answer."""
    if len(core) != 1 or len(form_words) != 1 or same_word(core[0], form_words[0]):
        return False
    known = prompt_words(question.prompt)
    return core[0] in known and form_words[0] in known


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


def _by_word(
    form_words: list[str], typed_words: list[str], question: Question, *, is_name: bool
) -> Finding | None:
    found: Finding | None = None
    slips = 0
    for word, given in zip(form_words, typed_words, strict=True):
        if same_word(given, word):
            continue
        is_part = is_name or (question.asks_person and len(form_words) > 1)
        may_be_word = len(word) >= 4 and is_part
        slip = word_slip(given, word, question.lang, may_be_word=may_be_word)
        if slip is None and len(form_words) > 1 and _is_swap(given, word, question.lang):
            slip = typo("letters_differ", typed=given, wanted=word)
        if slip is None or not slip.verdict.accepted:
            return slip
        slips += 1
        found = slip
    return found if slips <= 1 + len(form_words) // 3 else None


def _is_swap(typed: str, word: str, lang: str) -> bool:
    """Whether two letters of a short word in a longer answer are swapped: thank yuo."""
    if len(typed) != len(word) or not 2 <= len(word) <= 3 or not word.isascii():
        return False
    return (
        distance(typed, word, 1) == 1 and sorted(typed) == sorted(word) and not is_word(typed, lang)
    )


def same_word(typed: str, word: str) -> bool:
    """Whether two words are one, in British or American spelling or with a Korean ending."""
    if typed == word or american(typed) == american(word):
        return True
    return bool(SYLLABLE.search(word)) and word in stems(typed)


def word_slip(given: str, word: str, lang: str, *, may_be_word: bool = False) -> Finding | None:
    """Return the finding for one slipped word: a typo, another real word, or nothing."""
    for stem in stems(given) if SYLLABLE.search(given[-1:]) else (given,):
        if is_opposite(stem, word):
            return other("opposite", typed=stem)
        if slip_size(stem, word):
            is_other = not may_be_word and _is_another(stem, word, lang)
            return near("other_word", typed=stem) if is_other else _named(stem, word)
    return None


def _is_another(typed: str, word: str, lang: str) -> bool:
    """Whether a slip of a word is a word of its own, also an inflected one."""
    if is_other_compound(typed, word):
        return True
    if is_real_word(typed, lang):
        return not (SYLLABLE.search(word) and is_same_sound(typed, word))
    verbs = dictionary_forms(typed)
    if not verbs or word in verbs or not set(verbs).isdisjoint(dictionary_forms(word)):
        return False
    return any(is_word(verb, "ko") for verb in verbs)


@lru_cache(maxsize=1024)
def is_real_word(word: str, lang: str) -> bool:
    """Whether a slip is a word of its own, or a plural of one."""
    if is_word(word, lang) or (american(word) != word and is_word(american(word), lang)):
        return True
    if SYLLABLE.search(word):
        return False
    return word in plurals(word[:-1]) and is_word(word[:-1], lang)


def _named(typed: str, word: str) -> Finding:
    """Name the one syllable or letter that differs, where there is just one."""
    if len(typed) == len(word):
        pairs = [pair for pair in zip(typed, word, strict=True) if pair[0] != pair[1]]
        if len(pairs) == 1:
            return typo("letter_differs", typed=pairs[0][0], wanted=pairs[0][1])
    return typo("letters_differ", typed=typed, wanted=word)
