"""Reads one term of a search: words, or a key and what follows its colon."""

import re
from collections.abc import Callable, Iterable
from datetime import date

from overmorrow.cards.note import AnswerType
from overmorrow.cards.verdict import Verdict
from overmorrow.clock import StudyDay
from overmorrow.search.folding import without_marks
from overmorrow.search.pattern import Pattern, read_pattern
from overmorrow.search.query import (
    Due,
    Field,
    Flagged,
    InDeck,
    InDrill,
    Is,
    Judged,
    Measure,
    NoAlias,
    Numbered,
    OfKind,
    Paragraph,
    Prop,
    RatedOn,
    Regex,
    SamePrompt,
    Since,
    State,
    Tagged,
    Term,
    Within,
    Words,
)
from overmorrow.search.regexes import read_regex
from overmorrow.search.term_error import TermError

__all__ = ["TermError", "read_term"]

_KEY = re.compile(r"([A-Za-z]+):(?!//)(.*)", re.DOTALL)
_PROP = re.compile(r"([A-Za-z]*)([<>=!]*)(.*)", re.DOTALL)
_WHOLE = re.compile(r"[0-9]{1,9}")
_SIGNED = re.compile(r"[+-]?[0-9]{1,6}")
_EASE = re.compile(r"[0-9]{1,4}(?:\.[0-9]{1,2})?")
_MOST_DAYS = 36_500
_MOST_NUMBERS = 500
SIGNS = ("<", ">", "<=", ">=", "=", "!=")
CLOZE = "cloze"
KINDS = (*(kind.value for kind in AnswerType), CLOZE)
VERDICTS = tuple(verdict.value.lower() for verdict in Verdict)
DAY_WORDS = {
    "today": 0, "오늘": 0, "tomorrow": 1, "내일": 1, "overmorrow": 2, "모레": 2,
}  # fmt: skip


def read_term(raw: str, day: StudyDay) -> Term:
    """Return what one term asks for.

    Args:
        raw: The term without quotes, its backslashes kept.
        day: Today.

    Raises:
        TermError: It is not understood.
    """
    found = _KEY.match(raw)
    if found is None:
        return Words(_pattern("", raw))
    key, value = found[1].lower(), found[2]
    reader = _READERS.get(key)
    if reader is None:
        near = _nearest(key, _READERS)
        name = "search.no_key_near" if near else "search.no_key"
        raise TermError(name, key=f"{found[1]}:", near=f"{near}:")
    return reader(value, day)


def _pattern(key: str, value: str) -> Pattern:
    pattern = read_pattern(value)
    if not pattern.parts:
        raise _lacks(f"{key}:" if key else "", "search.wants_text", key)
    return pattern


_EXAMPLES = {
    "front": "front:capital", "back": "back:Rome", "source": "source:wiki",
    "file": "file:rivers.md",
    "typed": "typed:Rome", "nc": "nc:cafe", "deck": "deck:China*", "tag": "tag:city",
    "added": "added:7", "edited": "edited:7", "rated": "rated:7:1", "introduced": "introduced:7",
    "para": "para:7", "nid": "nid:3,5", "cid": "cid:3,5", "flag": "flag:1", "dupe": "dupe:Rome",
    "prop": "prop:ivl>=21", "is": "is:due", "kind": "kind:date", "verdict": "verdict:close",
    "due": "due:2", "re": 're:"20[0-9]{2}"', "": "Rome",
}  # fmt: skip


def _lacks(term: str, name: str, key: str) -> TermError:
    return TermError(name, key=term, example=_EXAMPLES[key])


def _words(key: str, value: str) -> Words:
    return Words(_pattern(key, value), Field(key))


def _optional(field: Field, value: str) -> Words:
    return Words(read_pattern(value), field)


def _bare(key: str, value: str, term: Term) -> Term:
    if value:
        raise TermError("search.takes_nothing", key=f"{key}:")
    return term


def _word(key: str, value: str, known: Iterable[str]) -> str:
    """Return a word out of few, or say which is the nearest."""
    known = tuple(known)
    if value.lower() in known:
        return value.lower()
    if not value:
        raise TermError("search.wants_word", key=f"{key}:", known=" ".join(known))
    near = _nearest(value.lower(), known)
    if near:
        raise TermError("search.no_word_near", key=f"{key}:", word=value, near=f"{key}:{near}")
    raise TermError("search.no_word", key=f"{key}:", word=value, known=" ".join(known))


def _nearest(word: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches  # only on the way to an error message

    return next(iter(get_close_matches(word, tuple(known), n=1, cutoff=0.6)), "")


def _number(key: str, value: str, low: int, high: int) -> int:
    if not value:
        raise _lacks(f"{key}:", "search.wants_number", key)
    if not _WHOLE.fullmatch(value) or not low <= int(value) <= high:
        raise TermError("search.not_number", word=value, low=low, high=high, example=_EXAMPLES[key])
    return int(value)


def _within(what: Since, value: str) -> Within:
    return Within(what, _number(what.value, value, 1, _MOST_DAYS))


def _rated(value: str) -> Within | RatedOn:
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII):
        try:
            return RatedOn(date.fromisoformat(value).toordinal())
        except ValueError:
            raise TermError("search.no_day", word=value, example="rated:2026-11-23") from None
    days, colon, quality = value.partition(":")
    number = _number("rated", days, 1, _MOST_DAYS)
    return Within(Since.RATED, number, _number("rated", quality, 0, 5) if colon else None)


def _prop(value: str) -> Prop:
    found = _PROP.fullmatch(value)
    name, sign, figure = (found[1].lower(), found[2], found[3]) if found else ("", "", "")
    if not name:
        raise _lacks("prop:", "search.wants_measure", "prop")
    measure = Measure(_word("prop", name, Measure))
    shown = f"prop:{name}{sign}"
    if sign not in SIGNS:
        raise TermError("search.wants_sign", key=f"prop:{name}", example=_prop_example(measure))
    if not figure:
        raise TermError("search.wants_number", key=shown, example=_prop_example(measure))
    form = {Measure.EASE: _EASE, Measure.DUE: _SIGNED}.get(measure, _WHOLE)
    if not form.fullmatch(figure):
        raise TermError("search.no_figure", key=shown, word=figure, example=_prop_example(measure))
    if measure is Measure.EASE:
        whole, _, part = figure.partition(".")
        return Prop(measure, sign, int(whole) * 100 + int(part.ljust(2, "0")))
    return Prop(measure, sign, int(figure))


def _prop_example(measure: Measure) -> str:
    return {
        Measure.INTERVAL: "prop:ivl>=21",
        Measure.DUE: "prop:due<=3",
        Measure.REPETITIONS: "prop:reps<2",
        Measure.LAPSES: "prop:lapses>=4",
        Measure.EASE: "prop:ease<2.0",
    }[measure]


def _due(value: str) -> Due:
    if value.lower() in DAY_WORDS:
        return Due(DAY_WORDS[value.lower()])
    if not value:
        raise _lacks("due:", "search.wants_day", "due")
    if not _SIGNED.fullmatch(value):
        near = _nearest(value.lower(), DAY_WORDS)
        example = f"due:{near}" if near else _EXAMPLES["due"]
        raise TermError("search.not_due_day", word=value, example=example)
    return Due(int(value))


def _numbers(key: str, value: str) -> Numbered:
    each = [number for number in value.split(",") if number]
    if not each or len(each) > _MOST_NUMBERS:
        raise _lacks(f"{key}:", "search.wants_number", key)
    return Numbered(key == "nid", tuple(_number(key, one, 0, 999_999_999) for one in each))


def _same(value: str) -> SamePrompt:
    text = re.sub(r"\\(.)", r"\1", value)
    if not text.strip():
        raise _lacks("dupe:", "search.wants_text", "dupe")
    return SamePrompt(text)


_READERS: dict[str, Callable[[str, StudyDay], Term]] = {
    "front": lambda value, _: _words("front", value),
    "back": lambda value, _: _words("back", value),
    "source": lambda value, _: _words("source", value),
    "file": lambda value, _: _words("file", value),
    "typed": lambda value, _: _words("typed", value),
    "alias": lambda value, _: _optional(Field.ALIAS, value),
    "confused": lambda value, _: _optional(Field.CONFUSED, value),
    "nc": lambda value, _: Words(_pattern("nc", without_marks(value)), without_marks=True),
    "re": lambda value, _: Regex(read_regex(value)),
    "deck": lambda value, _: InDeck(_pattern("deck", value)),
    "tag": lambda value, _: Tagged(_pattern("tag", value)),
    "flag": lambda value, _: Flagged(_number("flag", value, 0, 7)),
    "is": lambda value, _: Is(State(_word("is", value, State))),
    "prop": lambda value, _: _prop(value),
    "added": lambda value, _: _within(Since.ADDED, value),
    "edited": lambda value, _: _within(Since.EDITED, value),
    "introduced": lambda value, _: _within(Since.INTRODUCED, value),
    "rated": lambda value, _: _rated(value),
    "due": lambda value, _: _due(value),
    "kind": lambda value, _: OfKind(_word("kind", value, KINDS)),
    "verdict": lambda value, _: Judged(_word("verdict", value, VERDICTS).upper()),
    "drill": lambda value, _: _bare("drill", value, InDrill()),
    "noalias": lambda value, _: _bare("noalias", value, NoAlias()),
    "para": lambda value, _: Paragraph(_number("para", value, 0, 999_999)),
    "nid": lambda value, _: _numbers("nid", value),
    "cid": lambda value, _: _numbers("cid", value),
    "dupe": lambda value, _: _same(value),
}
"""Every key, and how what follows it is read."""

KEYS = tuple(_READERS)
"""The keys a term may have, without their colons."""
