"""What a search may say: for the help, and for a search that found nothing."""

from typing import NamedTuple

from overmorrow.messages import LANGUAGES, Messages
from overmorrow.tui import cells
from overmorrow.tui.frame import Frame
from overmorrow.tui.matching import best_match
from overmorrow.tui.rows import MUTED, PLAIN, STRONG, Row, muted, plain

_TERM_CELLS = 18
_MOST_MEANT = 3
_LEAST_TYPED = 2
_BEGINS_WORD = 1
"""What a typed word may mean begins a word of what a term finds, not less."""


class SearchTerm(NamedTuple):
    """One way to search."""

    written: str
    means: str
    """The message that says what it finds."""


TERMS = (
    SearchTerm("is:due", "due"),
    SearchTerm("is:new", "new"),
    SearchTerm("is:leech", "leech"),
    SearchTerm("is:suspended", "suspended"),
    SearchTerm("is:buried", "buried"),
    SearchTerm("is:marked", "marked"),
    SearchTerm("is:dupe", "dupe"),
    SearchTerm("deck:x", "deck"),
    SearchTerm("tag:x", "tag"),
    SearchTerm("due:tomorrow", "due_day"),
    SearchTerm("rated:7", "rated"),
    SearchTerm("added:7", "added"),
    SearchTerm("verdict:wrong", "verdict"),
    SearchTerm("typed:x", "typed"),
    SearchTerm("drill:", "drill"),
    SearchTerm("prop:ivl>=21", "interval"),
    SearchTerm("front:x", "front"),
    SearchTerm("kind:date", "kind"),
    SearchTerm("source:x", "source"),
    SearchTerm('"x y"', "phrase"),
    SearchTerm("x or y", "either"),
    SearchTerm("-is:suspended", "minus"),
    SearchTerm('re:"20[0-9]{2}"', "regex"),
)


def term_rows(frame: Frame, say: Messages) -> list[Row]:
    """Return every way to search and what it finds, under a heading."""
    rules = cells.wrap(say("search_help.rules"), frame.text_cells)
    rows = [row for term in TERMS for row in _term(term, frame, say)]
    return [((say("search_help.title"), STRONG),), *rows, *map(muted, rules)]


def meant_terms(typed: str) -> list[SearchTerm]:
    """Return the terms that a word may have been written for, such as `leech` for `is:leech`.

    Args:
        typed: The whole search.
    """
    word = typed.strip()
    if len(word) < _LEAST_TYPED or ":" in word:
        return []
    ranked = [
        (rank, number)
        for number, term in enumerate(TERMS)
        if (rank := best_match(word, _meanings(term))) is not None and rank <= _BEGINS_WORD
    ]
    return [TERMS[number] for _, number in sorted(ranked)[:_MOST_MEANT]]


def meant_rows(typed: str, frame: Frame, say: Messages) -> list[Row]:
    """Return what may have been meant by a search that found nothing, and where all stands."""
    rows = [row for term in meant_terms(typed) for row in _term(term, frame, say)]
    if rows:
        rows = [plain(say("search_help.meant")), *rows, ()]
    return [*rows, muted(say("search_help.more"))]


def found_terms(typed: str, frame: Frame, say: Messages) -> list[Row]:
    """Return the ways to search that the help was asked for."""
    found = [term for term in TERMS if best_match(typed, (term.written, *_meanings(term))) == 0]
    found += [term for term in meant_terms(typed) if term not in found]
    rows = [row for term in found for row in _term(term, frame, say)]
    return [((say("search_help.title"), STRONG),), *rows] if rows else []


def _meanings(term: SearchTerm) -> tuple[str, ...]:
    return tuple(Messages(language)(f"search_help.{term.means}") for language in LANGUAGES)


def _term(term: SearchTerm, frame: Frame, say: Messages) -> list[Row]:
    meaning = cells.wrap(say(f"search_help.{term.means}"), frame.text_cells - _TERM_CELLS)
    first, *rest = meaning
    return [
        ((cells.pad(term.written, _TERM_CELLS), PLAIN), (first, MUTED)),
        *(muted(" " * _TERM_CELLS + line) for line in rest),
    ]
