"""What each column of a table is for: told by its heading, or guessed from its place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from overmorrow.exchange.table_rows import Row
from overmorrow.exchange.table_words import (
    ALSO,
    ANSWER,
    CHOICES,
    DECK,
    HINT,
    ID,
    LANGUAGES,
    MINOR,
    PROMPT,
    REMARK,
    TAG_LISTS,
    TAGS,
    heading,
    is_known,
)

_WORD = re.compile(r"[^\W\d]+(?:[ _:./-][^\W_]+){0,2}\d?|#")
_LOOKED_AT = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Which column holds what, counted from 0."""

    prompt: int
    answer: int
    width: int
    """How many there are; what stands beyond them in a row belongs to the remark."""
    tags: int | None = None
    tags_by_space: bool = False
    """Whether a space parts two tags, as in Anki."""
    deck: int | None = None
    guid: int | None = None
    hint: int | None = None
    also: int | None = None
    remark: int | None = None
    choices: tuple[int, ...] = ()
    """Columns that each hold one of several answers to choose from."""
    others: tuple[tuple[str, int], ...] = ()
    """The rest, with their headings; they are kept in the remark."""

    @property
    def is_pair(self) -> bool:
        """Whether there is nothing but a prompt and an answer."""
        return self.width == 2 and {self.prompt, self.answer} == {0, 1}


def has_headings(rows: Sequence[Row]) -> bool:
    """Whether the first row names the columns rather than being a card.

    Two words that tables are headed with are enough, unless both could be the word
    for one thing in two languages; else the first row must be plainly of another kind
    than those below it.
    """
    written = [cell.strip() for cell in rows[0].cells if cell.strip()]
    filled = [heading(cell) for cell in written]
    if len(filled) < 2 or len(set(written)) < len(written):
        return False
    body = [row.cells for row in rows[1:_LOOKED_AT]]
    known = sum(is_known(word) for word in filled)
    if not body:
        return known == len(filled)
    recurs = any(
        cell.strip() and cell.strip() == row[at].strip()
        for row in body
        for at, cell in enumerate(rows[0].cells)
        if at < len(row)
    )
    alike = any(all(word in group for word in filled) for group in (PROMPT, ANSWER))
    if known >= 2 and known * 2 >= len(filled) and not alike:
        return not recurs or known == len(filled)
    if recurs or not all(map(_WORD.fullmatch, written)):
        return False
    odd = sum(_differs(rows[0].cells[at].strip(), body, at) for at in range(len(rows[0].cells)))
    return odd >= (1 if known else 2) or (known >= 2 and odd >= 1)


def _differs(word: str, body: Sequence[Sequence[str]], at: int) -> bool:
    """Whether a column's first cell is of another kind than those below."""
    below = [row[at].strip() for row in body if at < len(row) and row[at].strip()]
    if not below or not word:
        return False
    if word.islower():
        capital = sum(not cell[0].islower() for cell in below)
        if capital * 10 >= len(below) * 9:
            return True
    if word.isascii() and sum(not cell.isascii() for cell in below) * 10 >= len(below) * 9:
        return True
    mean = sum(map(len, below)) / len(below)
    return mean > 3 * len(word) + 5 or all(cell[0].isdigit() for cell in below)


def named_columns(labels: Sequence[str], rows: Sequence[Row]) -> Columns:
    """Return what the columns are for, by their headings.

    Args:
        labels: The headings as written.
        rows: The rows below them.
    """
    words = [heading(label) for label in labels]
    special = {
        "tags": _first(words, TAG_LISTS) if _first(words, TAG_LISTS) is not None
        else _first(words, TAGS),
        "deck": _first(words, DECK),
        "guid": _first(words, ID),
        "hint": _first(words, HINT),
        "also": _first(words, ALSO),
        "remark": _first(words, REMARK),
    }  # fmt: skip
    choices = tuple(at for at, word in enumerate(words) if CHOICES.fullmatch(word))
    taken = {*choices, *(at for at in special.values() if at is not None)}
    free = [at for at in range(len(words)) if at not in taken and _share(rows, at) > 0]
    if len(free) < 2:
        free = [at for at in range(len(words)) if at not in taken]
    if len(free) < 2:
        special, choices = dict.fromkeys(special), ()
        free = list(range(len(words)))
    prompt, answer = _pair(words, free, rows)
    by_space = special["tags"] is not None and words[special["tags"]] in TAG_LISTS
    return Columns(
        prompt=prompt,
        answer=answer,
        tags_by_space=by_space and not _has_commas(rows, special["tags"] or 0),
        others=tuple((labels[at].strip(), at) for at in free if at not in (prompt, answer)),
        width=len(labels),
        choices=choices,
        **special,
    )


def _pair(words: Sequence[str], free: Sequence[int], rows: Sequence[Row]) -> tuple[int, int]:
    """Return the columns of the prompt and of the answer."""
    main = [at for at in free if words[at] not in MINOR]
    main = main if len(main) > 1 else list(free)
    named = next((at for at in main if words[at] in PROMPT), None)
    answers = sorted(
        (at for at in main if words[at] in ANSWER and at != named),
        key=lambda at: ANSWER.index(words[at]),
    )
    if named is None:
        named = next((at for at in main if at not in answers[:1]), main[0])
    if answers:
        return named, answers[0]
    rest = [at for at in main if at != named]
    languages = [at for at in rest if words[at] in LANGUAGES]
    if len(languages) > 1 or (languages and words[named] in LANGUAGES):
        return named, min(languages, key=lambda at: LANGUAGES.index(words[at]))
    after = [at for at in rest if at > named and _share(rows, at) >= 0.5]
    return named, (after or rest or [at for at in free if at != named])[0]


def unnamed_columns(rows: Sequence[Row]) -> Columns:
    """Return what the columns are for when nothing names them: prompt, answer, the rest."""
    width = max(len(row.cells) for row in rows)
    if width > 3 and all(row.cells[-1].strip() in map(str.strip, row.cells[1:-1]) for row in rows):
        choices = tuple(range(1, width - 1))
        return Columns(prompt=0, answer=width - 1, width=width, choices=choices)
    filled = [at for at in range(width) if _share(rows, at) >= 0.5]
    filled = filled if len(filled) > 1 else list(range(max(2, width)))
    prompt, answer = filled[0], filled[1]
    rest = [at for at in range(width) if at not in (prompt, answer)]
    tags = rest[-1] if rest and rest[-1] == width - 1 and _reads_as_tags(rows, rest[-1]) else None
    return Columns(
        prompt=prompt,
        answer=answer,
        width=max(2, width),
        tags=tags,
        others=tuple(("", at) for at in rest if at != tags),
    )


def _first(words: Sequence[str], wanted: frozenset[str]) -> int | None:
    return next((at for at, word in enumerate(words) if word in wanted), None)


def _column(rows: Sequence[Row], at: int) -> list[str]:
    cells = (row.cells[at].strip() for row in rows[:_LOOKED_AT] if at < len(row.cells))
    return [cell for cell in cells if cell]


def _share(rows: Sequence[Row], at: int) -> float:
    return len(_column(rows, at)) / max(1, len(rows[:_LOOKED_AT]))


def _has_commas(rows: Sequence[Row], at: int) -> bool:
    return any(sign in cell for cell in _column(rows, at) for sign in ",;|")


def _reads_as_tags(rows: Sequence[Row], at: int) -> bool:
    """Whether a column's cells are short and come again, or are words with commas between."""
    cells = _column(rows, at)
    if not cells or any(len(cell) > 40 or cell.endswith((".", "?", "!")) for cell in cells):
        return False
    return len(set(cells)) * 2 <= len(cells) or any("," in cell for cell in cells)
