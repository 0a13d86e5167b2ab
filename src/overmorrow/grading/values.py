"""Finds the value in a text (quantity, date, time, range) and compares it with the expected one."""

import re
from functools import lru_cache

from overmorrow.grading.amounts import Asked, compare_quantities
from overmorrow.grading.dates import read_moment
from overmorrow.grading.finding import Finding, correct, near, omission
from overmorrow.grading.korean import is_ending
from overmorrow.grading.moments import Moment, compare_moments
from overmorrow.grading.quantities import Quantity, is_day_word, read_quantity
from overmorrow.grading.question import Question
from overmorrow.grading.ranges import Range, read_ranges
from overmorrow.grading.unit_table import MASS, Unit
from overmorrow.grading.units import read_unit
from overmorrow.grading.vocabulary import TURNING
from overmorrow.grading.wrappers import are_free, is_free

Value = Quantity | Moment | Range
_LONGEST = 300
_LONGEST_WORDS = 40
_MOST_STARTS = 14
_SCALES = frozenset("십백천만억조")
_BREAK = re.compile(r"[\s(:]+")
_DIGIT = re.compile(r"\d")
_MARKS = ' "!?.,;:)]'


def read_values(text: str, prompt: str, like: tuple[Value, ...] = ()) -> tuple[Value, ...]:
    """Return what a text's only value may be.

    Empty if there is none, or if what stands beside it says something new.

    Args:
        text: Canonical text.
        prompt: Canonical, in small letters: its words are free.
        like: What it will be compared with; other kinds are not looked for.
    """
    text = (
        text.strip(" \"'")
        if text[:1] == "'" and text[-1:] == "'"
        else text.strip(' "').rstrip(_MARKS)
    )
    if not text or len(text) > _LONGEST:
        return ()
    lower = text.lower()
    has_digits = _DIGIT.search(text) is not None
    starts = [0, *(match.end() for match in _BREAK.finditer(text))]
    for start in starts[:_MOST_STARTS]:
        found = tuple(
            value
            for value, end in _values_at(text, lower, start, like)
            if (not has_digits or _DIGIT.search(text, start, end))
            and _free_behind(lower, end, prompt)
        )
        if found:
            return found if _free_before(lower[:start], prompt) else ()
    return ()


def _values_at(
    text: str, lower: str, start: int, like: tuple[Value, ...]
) -> list[tuple[Value, int]]:
    found: list[tuple[Value, int]] = []
    only_amounts = bool(like) and all(isinstance(value, Quantity) for value in like)
    quantity = read_quantity(text, start)
    moment = None if only_amounts else read_moment(lower, start)
    if moment:
        found.append(moment)
    if quantity:
        found.append(quantity)
    may_open = quantity or moment or lower[start : start + 1] in "fbp"
    if may_open and not only_amounts and start < len(text):
        found += read_ranges(text, lower, start)
    return found


def _free_before(before: str, prompt: str) -> bool:
    """Whether the words before a value are free: the prompt's, or the start of a sentence."""
    words = [word.strip(_MARKS + "(") for word in _BREAK.split(before)]
    words = [word for word in words if word]
    new = [word for word in words if not is_free(word, prompt)]
    if not new:
        return True
    sentence = len(words) >= 2 and len(new) == 1 and new[0] != words[0] and words[0].isascii()
    return sentence and new[0].isalpha() and new[0] not in TURNING


def _free_behind(text: str, end: int, prompt: str) -> bool:
    if not text[end:].strip(_MARKS):
        return True
    attached, _, rest = text[end:].partition(" ")
    attached = attached.strip(_MARKS)
    if attached and not is_ending(attached, text[end - 1]):
        return False
    words = [word.strip(_MARKS + "(") for word in rest.split()]
    if _DIGIT.search(rest) or any(word[:1] in _SCALES for word in words if word):
        return False
    return are_free([word for word in words if word], prompt)


_AMOUNT_TYPES = ("number", "quantity", "currency", "duration", "ordinal")
_DATE_ASKED = re.compile(
    r"날짜|며칠|언제|몇 ?월|\bwhen\b|\bdate\b|\bday\b|생일|기념일|절은|무슨 날"
)


@lru_cache(maxsize=512)
def expected_values(form: str, question: Question) -> tuple[Value, ...]:
    """Return what value an accepted answer is; nothing where it is a text or a name."""
    if not _may_be_value(form, question):
        return ()
    values = tuple(_with_sense(value, question) for value in read_values(form, ""))
    moments = tuple(value for value in values if isinstance(value, Moment))
    amounts = tuple(value for value in values if not isinstance(value, Moment))
    if moments and amounts:
        if question.answer_type in ("date", "year") or any(map(_is_certain, moments)):
            return (*moments, *(value for value in amounts if isinstance(value, Range)))
        undated = all(it.month for it in moments) and not _DATE_ASKED.search(question.prompt)
        if undated or question.answer_type in _AMOUNT_TYPES:
            return amounts
    return values


_WEIGHED = re.compile(r"heavy|weigh|mass\b|light|무게|무거|체중|몸무게|질량")


def _with_sense(value: Value, question: Question) -> Value:
    """Settle by the question whether a pound is money or weight; else both count."""
    if not isinstance(value, Quantity) or len({unit.dimension for unit in value.units}) < 2:
        return value
    weighed = question.answer_type == "quantity" or _WEIGHED.search(question.prompt) is not None
    if question.answer_type != "currency" and not weighed:
        return value
    kept = tuple(unit for unit in value.units if (unit.dimension == MASS) == weighed)
    return value._replace(units=kept or value.units)


def _is_certain(moment: Moment) -> bool:
    """Whether a text that reads as this moment can hardly be a quantity."""
    if moment.span or moment.era or moment.hour is not None:
        return True
    return moment.month is not None and moment.by_name


_NUMBER_ASKED = re.compile(
    r"몇|얼마|how (?:many|much|old|far|long|tall|high|deep|fast|big)|what (?:year|number)"
    r"|which year|in what year|\bwhen\b|언제|연도|해는|수는|개수|날짜|number of|제곱|계산|값은"
)


def _may_be_value(form: str, question: Question) -> bool:
    """Whether an answer may be read as a value: it has digits, or a value is asked for."""
    if question.wants_value:
        return True
    if _DIGIT.search(form) or "분의" in form or _is_amount(form):
        return True
    return _NUMBER_ASKED.search(question.prompt) is not None


def _is_amount(form: str) -> bool:
    """Whether words are a number and a unit of measure: ten days, 열흘, 스물네 시간."""
    if len(form) > _LONGEST_WORDS or not (" " in form or is_day_word(form)):
        return False
    read = read_quantity(form)
    if read is None or read[1] < len(form) or read[0].is_ordinal:
        return False
    return any(not unit.is_counter for unit in read[0].units)


def compare_values(
    expected: tuple[Value, ...], typed: tuple[Value, ...], question: Question
) -> Finding | None:
    """Return the best that one reading of the typed text is worth beside one of the answer.

    A bare number is a year too; where both differ, it is the number that is said to.
    """
    asked = asked_for(question.prompt_as_written)
    findings = [_compare(wanted, given, question, asked) for wanted in expected for given in typed]
    if not findings:
        return None
    return max(findings, key=lambda found: (found.rank, found.reason == "number_differs"))


def _compare(wanted: Value, given: Value, question: Question, asked: Asked) -> Finding:
    match wanted, given:
        case Range(), Range():
            return _compare_ranges(wanted, given, question, asked)
        case (Range(), _) | (_, Range()):
            return near("range_differs", given.shown())
        case Quantity(), Quantity():
            return compare_quantities(wanted, given, asked)
        case Moment(), Moment():
            return compare_moments(wanted, given, question.prompt)
        case Moment(), Quantity():
            return _compare_bare_number(wanted, given, question)
        case _:
            return near("kind_differs", given.shown())


def _compare_bare_number(wanted: Moment, given: Quantity, question: Question) -> Finding:
    """Judge a bare number where an hour or a century is asked: 9 for 오전 9시, the 16th."""
    if wanted.hour is not None:
        return _compare_bare_hour(wanted, given, question)
    if wanted.span == "century" and ("century" in question.prompt or "세기" in question.prompt):
        return _equal_century(wanted, given)
    return near("kind_differs", given.shown())


def _equal_century(wanted: Moment, given: Quantity) -> Finding:
    """Judge a bare number where the prompt asks for a century: the 16th."""
    same = given.value == wanted.year and not given.units and not given.bound
    return (correct if same else near)("same_date" if same else "date_differs", given.shown())


def _compare_bare_hour(wanted: Moment, given: Quantity, question: Question) -> Finding:
    """Judge a bare number where a clock time is asked: 9 for 오전 9시."""
    if given.units or given.bound or not isinstance(given.value, int) or not 0 <= given.value <= 24:
        return near("kind_differs", given.shown())
    half = "24" if given.value > 12 else ""
    return compare_moments(wanted, Moment(hour=given.value % 24, half=half), question.prompt)


def _compare_ranges(wanted: Range, given: Range, question: Question, asked: Asked) -> Finding:
    low = _compare(wanted.low, given.low, question, asked)
    high = _compare(wanted.high, given.high, question, asked)
    weakest = min(low, high, key=lambda end: end.rank)
    if not weakest.verdict.accepted:
        return near("range_differs", given.shown())
    if weakest.kind == "correct":
        return correct("same_range", given.shown())
    return omission(weakest.reason, given.shown(), **dict(weakest.details))


_HOW_MANY = re.compile(r"how many ([a-z ]+)", re.IGNORECASE)
_ASKED = (
    re.compile(r"몇\s?([^\s,.?()]+)"),
    re.compile(r"\bin (?:the |an? )?([A-Za-z°/][A-Za-z°/^0-9 ]*)"),
    re.compile(r"\(([^)]+)\)"),
    re.compile(r"([^\s,.?()]+?)(?:으로|로|\s?단위)(?!\w)"),
    re.compile(r"\b(percent(?:age)?|percentage)\b|(퍼센트|%)"),
)


@lru_cache(maxsize=512)
def asked_for(prompt: str) -> Asked:
    """Return the units in which a prompt asks: 몇 km, how many bits, in Celsius, (kg)."""
    found: list[Unit] = []
    for pattern in (_HOW_MANY, *_ASKED):
        for match in pattern.finditer(prompt):
            named = next(filter(None, match.groups())).replace("percentage", "percent")
            units, end = read_unit(named, 0)
            follows = named[end : end + 1]
            if units and not (follows.isascii() and follows.isalpha()):
                found.extend(units)
        if found and pattern is _HOW_MANY:
            break
    return Asked(tuple(found))
