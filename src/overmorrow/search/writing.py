"""Writes a query down again, so that reading it gives the same."""

from typing import assert_never

from overmorrow.cards.verdict import Verdict
from overmorrow.search.pattern import Pattern
from overmorrow.search.query import (
    All,
    Due,
    Either,
    Field,
    Flagged,
    InDeck,
    InDrill,
    Is,
    Judged,
    Measure,
    NoAlias,
    Not,
    Numbered,
    OfKind,
    Paragraph,
    Prop,
    Query,
    RatedOn,
    Regex,
    SamePrompt,
    Tagged,
    Term,
    Within,
    Words,
)


def written(query: Query) -> str:
    """Return a search that asks for the query, in full: every group has its brackets."""
    match query:
        case All(parts):
            return " ".join(_part(part) for part in parts)
        case Either(parts):
            return " or ".join(_part(part) for part in parts)
        case Not(part):
            return f"-{_part(part)}"
    return _term(query)


def _part(query: Query) -> str:
    return f"({written(query)})" if isinstance(query, All | Either) else written(query)


def _term(term: Term) -> str:  # noqa: C901, PLR0911, PLR0912 - one line a kind of term
    match term:
        case Words():
            return _words(term)
        case Regex(source):
            return f'"re:{source}"'
        case InDeck(pattern):
            return _quoted("deck", pattern)
        case Tagged(pattern):
            return _quoted("tag", pattern)
        case Is(state):
            return f"is:{state.value}"
        case Prop(Measure.EASE, sign, value):
            return f"prop:ease{sign}{value // 100}.{value % 100:02}"
        case Prop(measure, sign, value):
            return f"prop:{measure.value}{sign}{value}"
        case Flagged(number):
            return f"flag:{number}"
        case Within(what, days, None):
            return f"{what.value}:{days}"
        case Within(what, days, quality):
            return f"{what.value}:{days}:{quality}"
        case RatedOn(day):
            return f"rated:{_date(day)}"
        case Due(days):
            return f"due:{days}"
        case OfKind(kind):
            return f"kind:{kind}"
        case Judged(verdict):
            return f"verdict:{Verdict(verdict).value.lower()}"
        case InDrill():
            return "drill:"
        case NoAlias():
            return "noalias:"
        case Paragraph(number):
            return f"para:{number}"
        case Numbered(are_notes, numbers):
            return f"{'nid' if are_notes else 'cid'}:{','.join(map(str, numbers))}"
        case SamePrompt(text):
            escaped = text.replace("\\", "\\\\").replace('"', '\\"')
            return f'"dupe:{escaped}"'
    assert_never(term)


def _words(words: Words) -> str:
    key = "nc" if words.without_marks else words.field.value
    if words.field is Field.ANY and not key:
        return f'"{words.pattern.written()}"'
    return _quoted(key, words.pattern)


def _quoted(key: str, pattern: Pattern) -> str:
    return f'"{key}:{pattern.written()}"'


def _date(day: int) -> str:
    from datetime import date

    return date.fromordinal(day).isoformat()
