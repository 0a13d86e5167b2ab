"""Names: of persons without their first name, with numbers in any notation, with words left out."""

from overmorrow.grading.finding import Finding, correct, near, other
from overmorrow.grading.hangul import SYLLABLE
from overmorrow.grading.normalise import plain_letters, squash
from overmorrow.grading.numerals import Name, holds_number, name_of
from overmorrow.grading.patterns import lazy
from overmorrow.grading.question import Question
from overmorrow.grading.slips import find_slip, word_slip
from overmorrow.grading.surroundings import find_surrounded
from overmorrow.grading.vocabulary import ARTICLES, DEGREES, TITLES
from overmorrow.grading.wrappers import are_free, is_free, prompt_words

_CODE = lazy(r"(?=.*[A-Za-z]\d)[A-Za-z\d]+")
_OTHER_TEXT = other("other_text")


def compare_numbered(form: str, typed: str, question: Question) -> Finding | None:
    """Compare texts that hold numbers, which must be equal: World War II, B2B, 3-way handshake.

    Args:
        form: A canonical accepted answer.
        typed: The canonical typed text.
        question: What was asked.

    Returns:
        None where neither holds a number that counts.
    """
    if not holds_number(form) and not holds_number(typed):
        return None
    wanted = name_of(form)
    given = name_of(typed, small_romans=bool(wanted.numbers))
    if not wanted.numbers:
        added = [number for number in given.numbers if str(number) not in question.prompt]
        if not added or not any(map(str.isdecimal, typed)):
            return None
        return near("number_differs") if given.words else _OTHER_TEXT
    if not given.numbers:
        return None if form.isalpha() else _without_number(wanted, given, question)
    if sorted(map(str, wanted.numbers)) != sorted(map(str, given.numbers)) or _is_reordered(
        form, typed
    ):
        return near("number_differs")
    return _compare_words(wanted.words, given.words, question, has_number=bool(given.numbers))


def _is_reordered(form: str, typed: str) -> bool:
    """Whether two codes have the same letters and digits in another order: H2O, HO2."""
    codes = _CODE.fullmatch(form) and _CODE.fullmatch(typed)
    return bool(codes) and form.casefold() != typed.casefold()


def _without_number(wanted: Name, given: Name, question: Question) -> Finding:
    """Judge a name without its number, which the prompt may have named."""
    if not all(str(number) in question.prompt for number in wanted.numbers):
        return _OTHER_TEXT
    return _compare_words(wanted.words, given.words, question, has_number=False)


def _compare_words(
    wanted: tuple[str, ...], given: tuple[str, ...], question: Question, *, has_number: bool
) -> Finding:
    """Compare what is left beside equal numbers."""
    if squash("".join(wanted)) == squash("".join(given)) or sorted(wanted) == sorted(given):
        return correct("same_number")
    if not wanted:
        return correct("same_number") if are_free(list(given), question.prompt) else _OTHER_TEXT
    missing = [word for word in wanted if word not in given]
    dropped = has_number and missing and all(word in wanted for word in given)
    if dropped and all(is_free(word, question.prompt) for word in missing):
        return correct("head_dropped")
    findings = [
        find_surrounded(list(wanted), list(given), question),
        find_slip("", list(wanted), list(given), question, is_name=has_number) if given else None,
    ]
    return max((it for it in findings if it), key=lambda it: it.rank, default=_OTHER_TEXT)


def find_shortened(
    form: str, form_words: list[str], typed_words: list[str], question: Question
) -> Finding | None:
    """Accept a head word left out that the prompt names, and a family name alone."""
    if len(form_words) == 1 and form_words[0].isascii():
        return None
    said = [word for word in typed_words if word not in ARTICLES and word not in TITLES]
    wanted = [word for word in form_words if word not in ARTICLES]
    if len(said) > len(wanted):
        said = [word for word in said if word in wanted or not is_free(word, question.prompt)]
    left = [word for word in wanted if word not in said]
    if not said or len(said) > len(wanted) or not DEGREES.isdisjoint(left):
        return None
    known = prompt_words(question.prompt)
    if _is_without_head(wanted, said, known):
        return correct("head_dropped")
    if not left:
        same_names = question.asks_person and sorted(said) == sorted(wanted)
        return correct("same_text") if same_names else None
    is_part = len(left) + len(said) == len(wanted) and any(word not in known for word in said)
    if is_part and all(word in known or word.rstrip("s") in known for word in left):
        return correct("head_dropped")
    return _family_name(wanted, said, question) if _is_person(form, question) else None


def _is_without_head(wanted: list[str], said: list[str], known: frozenset[str]) -> bool:
    """Whether 낙동 was typed for 낙동강 where the prompt asks for a river."""
    form, typed = "".join(wanted), "".join(said)
    head = form[len(typed) :]
    return (
        len(typed) > 1 and bool(SYLLABLE.match(head)) and form.startswith(typed) and head in known
    )


def _is_person(form: str, question: Question) -> bool:
    parts = form.split()
    names = [part for part in parts if part[:1].isupper() or SYLLABLE.match(part)]
    return question.asks_person and 2 <= len(parts) <= 5 and len(names) >= 2


def _family_name(wanted: list[str], said: list[str], question: Question) -> Finding | None:
    """Accept the last name or names, also with a slip; the first name alone is not enough."""
    bare_wanted = [plain_letters(word) for word in wanted]
    bare_said = [plain_letters(word) for word in said]
    while len(bare_said) > 1 and len(bare_said[0]) == 1 and bare_wanted[0].startswith(bare_said[0]):
        bare_said, bare_wanted = bare_said[1:], bare_wanted[1:]
    if bare_said == bare_wanted[-len(bare_said) :] and len(bare_said[-1]) > 1:
        return correct("family_name")
    if bare_said == bare_wanted[: len(bare_said)]:
        return near("first_name_only")
    if len(said) == 1:
        return word_slip(said[0], wanted[-1], question.lang)
    return None
