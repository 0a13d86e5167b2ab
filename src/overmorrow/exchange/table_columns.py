"""What each column of a table is for: told by its heading, or guessed from its place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from overmorrow.exchange.table_rows import Row
from overmorrow.exchange.table_words import (
    ALSO,
    ANSWER,
    ASIDE,
    CHOICES,
    DECK,
    HINT,
    ID,
    KNOWN,
    LANGUAGES,
    MINOR,
    PROMPT,
    READINGS,
    REMARK,
    STRONG_ANSWERS,
    TAG_LISTS,
    TAGS,
    WORD_CLASSES,
    heading,
    is_exact,
    is_near,
    written_heading,
)

_WORD = re.compile(r"[^\W\d]+(?:[ _:./-][^\W_]+){0,2}\d?|#")
_DIGITS = re.compile(r"\d+")
_COUNT = re.compile(r"-?\d{1,4}|true|false", re.IGNORECASE)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d([ T]\d\d:\d\d.*)?")
_LABEL = re.compile(r"[a-z0-9]+(?:[-_:/]+[a-z0-9]+)+")
_LOOKED_AT = 300
_SCRIPTS = ("kanji", "hanzi", "漢字", "汉字", "한자")


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
    note_type: int | None = None
    """Names the note type, in a text export of Anki's."""
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
    than those below it. A row of the same shape as those below it is a card.
    """
    written = [cell.strip() for cell in rows[0].cells if cell.strip()]
    if len(written) < 2 or len(set(written)) < len(written):
        return False
    body = [row.cells for row in rows[1:_LOOKED_AT]]
    exact = sum(map(is_exact, written))
    if not body:
        return exact == len(written)
    if _has_the_shape(rows[0].cells, body):
        return False
    recurs = _recurs(rows[0].cells, body)
    known = exact + sum(is_near(cell) and not is_exact(cell) for cell in written)
    words = [heading(cell) for cell in written]
    alike = any(all(word in group for word in words) for group in (PROMPT, ANSWER))
    enough = exact >= 2 or (exact and known >= 3)
    if enough and known * 2 >= len(written) and not alike:
        return not recurs or known == len(written)
    if recurs or not all(map(_WORD.fullmatch, written)):
        return False
    odd = sum(_differs(rows[0].cells[at].strip(), body, at) for at in range(len(rows[0].cells)))
    return odd >= (1 if known else 2)


def _recurs(first: Sequence[str], body: Sequence[Sequence[str]]) -> bool:
    """Whether a cell of the first row stands below it again."""
    return any(
        cell.strip() and cell.strip() == row[at].strip()
        for row in body
        for at, cell in enumerate(first)
        if at < len(row)
    )


def _has_the_shape(first: Sequence[str], body: Sequence[Sequence[str]]) -> bool:
    """Whether a cell of the first row is like most below it but for its number."""
    for at, cell in enumerate(first):
        if not _DIGITS.search(cell) or _DIGITS.fullmatch(cell.strip()):
            continue
        shape = _DIGITS.sub("0", cell.strip())
        below = [row[at].strip() for row in body if at < len(row)]
        if sum(_DIGITS.sub("0", other) == shape for other in below) * 2 > len(below):
            return True
    return False


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
    lists = _first(words, TAG_LISTS)
    special = {
        "tags": lists if lists is not None else _first(words, TAGS),
        "deck": _first(words, DECK),
        "guid": _first(words, ID),
        "hint": _first(words, HINT),
        "also": _first(words, ALSO),
        "remark": _first(words, REMARK),
    }
    choices = _choices(words, rows)
    taken = {*choices, *(at for at in special.values() if at is not None)}
    free = [at for at in range(len(words)) if at not in taken and _share(rows, at) > 0]
    if len(free) < 2:
        free = [at for at in range(len(words)) if at not in taken]
    if len(free) < 2:
        special, choices = dict.fromkeys(special), ()
        free = list(range(len(words)))
    useful = [at for at in free if not _is_kept_in_books(words[at], rows, at, bool(choices))]
    prompt, answer = _pair(labels, useful if len(useful) > 1 else free, rows)
    by_space = special["tags"] is not None and words[special["tags"]] in TAG_LISTS
    return Columns(
        prompt=prompt,
        answer=answer,
        tags_by_space=by_space and not _has_signs(rows, special["tags"] or 0),
        others=tuple((labels[at].strip(), at) for at in free if at not in (prompt, answer)),
        width=len(labels),
        choices=choices,
        **special,
    )


def _choices(words: Sequence[str], rows: Sequence[Row]) -> tuple[int, ...]:
    """Return the columns that hold a choice each; one that counts what went wrong is none."""
    found = [at for at, word in enumerate(words) if CHOICES.fullmatch(word)]
    if len(found) == 1 and _all(_COUNT, rows, found[0]):
        return ()
    return tuple(found)


def _is_kept_in_books(word: str, rows: Sequence[Row], at: int, has_choices: bool) -> bool:
    """Whether a column only counts reviews or says when they were."""
    if word in STRONG_ANSWERS or word in PROMPT or (word == "correct" and has_choices):
        return False
    is_counted = word in ("correct", "wrong", "incorrect") or word not in KNOWN
    return _all(_MOMENT, rows, at) or (is_counted and _all(_COUNT, rows, at))


def _pair(labels: Sequence[str], free: Sequence[int], rows: Sequence[Row]) -> tuple[int, int]:
    """Return the columns of the prompt and of the answer."""
    words = [heading(label) for label in labels]
    exact = [written_heading(label) == word for label, word in zip(labels, words, strict=True)]
    main = [at for at in free if words[at] not in MINOR]
    main = main if len(main) > 1 else list(free)
    prompts = [at for at in main if words[at] in PROMPT]
    named = min(prompts, key=lambda at: (_share(rows, at) < 0.5, not exact[at]), default=None)
    answers = sorted(
        (at for at in main if words[at] in ANSWER and at != named),
        key=lambda at: (_share(rows, at) < 0.5, not exact[at], ANSWER.index(words[at])),
    )
    if named is None or _share(rows, named) < 0.9:
        rest = [at for at in free if at not in answers[:1]]
        asking = _asking(
            words, rest, rows, has_script=named is not None and words[named] in _SCRIPTS
        )
        fuller = [at for at in asking if _share(rows, at) >= 0.9]
        named = (fuller or ([] if named is None else [named]) or asking or rest or main)[0]
    if answers and answers[0] != named:
        return named, answers[0]
    rest = [at for at in main if at != named]
    languages = [at for at in rest if words[at] in LANGUAGES]
    if len(languages) > 1 or (languages and (words[named] in LANGUAGES or words[named] in PROMPT)):
        return named, min(languages, key=lambda at: LANGUAGES.index(words[at]))
    after = [at for at in rest if at > named and _share(rows, at) >= 0.5]
    return named, (after or rest or [at for at in free if at != named])[0]


def _asking(
    words: Sequence[str], free: Sequence[int], rows: Sequence[Row], *, has_script: bool
) -> list[int]:
    """Return the columns that could be the prompt, the best first.

    Args:
        words: The headings as they are looked up.
        free: The columns that are not the answer, tags or the like.
        rows: What stands in them.
        has_script: Whether words are also written in signs, beside which they are spelled out.
    """
    main = [at for at in free if words[at] not in MINOR and not _sorts(rows, at)]
    readings = [at for at in free if words[at] in READINGS]
    other = [at for at in free if words[at] not in ASIDE and not _sorts(rows, at)]
    order = [*readings, *main] if has_script else [*main, *readings]
    return list(dict.fromkeys((*order, *other)))


def _sorts(rows: Sequence[Row], at: int) -> bool:
    """Whether a column puts the rows in classes: its few short words come again and again."""
    cells = _column(rows, at)
    return len(cells) > 4 and len(set(cells)) * 2 <= len(cells)


def unnamed_columns(rows: Sequence[Row]) -> Columns:
    """Return what the columns are for when nothing names them: prompt, answer, the rest."""
    width = max(len(row.cells) for row in rows)
    if width > 3 and _ends_with_a_choice(rows):
        choices = tuple(range(1, width - 1))
        return Columns(prompt=0, answer=width - 1, width=width, choices=choices)
    filled = [at for at in range(width) if _share(rows, at) >= 0.5]
    filled = filled if len(filled) > 1 else list(range(max(2, width)))
    counts = [at for at in filled[2:] if _all(_COUNT, rows, at)]
    if len(filled) > 2 and _counts_up(rows, filled[0]):
        counts.append(filled[0])
    aside = [*counts, *(at for at in filled[1:] if _are_word_classes(rows, at))]
    telling = [at for at in filled if at not in aside]
    prompt, answer = telling[:2] if len(telling) > 1 else filled[:2]
    rest = [at for at in range(width) if at not in (prompt, answer)]
    said = [at for at in rest if at not in counts and _share(rows, at) > 0]
    last = said[-1] if said else None
    tags = last if last is not None and _reads_as_tags(rows, last) else None
    return Columns(
        prompt=prompt,
        answer=answer,
        width=max(2, width),
        tags=tags,
        tags_by_space=tags is not None and _parts_by_space(rows, tags),
        others=tuple(("", at) for at in rest if at != tags),
    )


def _are_word_classes(rows: Sequence[Row], at: int) -> bool:
    """Whether a column says of words that they are nouns, verbs, ..."""
    cells = _column(rows, at)
    named = sum(
        all(part.strip(" .[]()").casefold() in WORD_CLASSES for part in re.split("[/,&]", cell))
        for cell in cells
    )
    return len(cells) > 1 and named >= len(cells) * 0.9


def _ends_with_a_choice(rows: Sequence[Row]) -> bool:
    """Whether each row ends with the answer that one of several cells before it is."""
    looked = [[cell.strip() for cell in row.cells] for row in rows[:_LOOKED_AT]]
    return all(
        row[-1] and row[-1] in row[1:-1] and len(set(row[1:-1])) == len(row) - 2 for row in looked
    )


def _counts_up(rows: Sequence[Row], at: int) -> bool:
    """Whether a column numbers the rows."""
    cells = _column(rows, at)
    if len(cells) < 3 or not all(_COUNT.fullmatch(cell) and cell.isdigit() for cell in cells):
        return False
    numbers = list(map(int, cells))
    return all(number == numbers[0] + place for place, number in enumerate(numbers))


def _first(words: Sequence[str], wanted: frozenset[str]) -> int | None:
    return next((at for at, word in enumerate(words) if word in wanted), None)


def _column(rows: Sequence[Row], at: int) -> list[str]:
    cells = (row.cells[at].strip() for row in rows[:_LOOKED_AT] if at < len(row.cells))
    return [cell for cell in cells if cell]


def _share(rows: Sequence[Row], at: int) -> float:
    return len(_column(rows, at)) / max(1, len(rows[:_LOOKED_AT]))


def _all(pattern: re.Pattern[str], rows: Sequence[Row], at: int) -> bool:
    """Whether all cells of a column that hold something match."""
    cells = _column(rows, at)
    return bool(cells) and all(map(pattern.fullmatch, cells))


def _has_signs(rows: Sequence[Row], at: int) -> bool:
    return any(sign in cell for cell in _column(rows, at) for sign in ",;|")


def _reads_as_tags(rows: Sequence[Row], at: int) -> bool:
    """Whether a column's cells are short and come again, or are words with signs between."""
    cells = _column(rows, at)
    if not cells or any(len(cell) > 60 or cell.endswith((".", "?", "!")) for cell in cells):
        return False
    if all(cell.isdigit() for cell in cells):
        return False
    parted = sum(any(sign in cell for sign in ",;|") for cell in cells)
    return len(set(cells)) * 2 <= len(cells) or parted * 2 > len(cells) or _parts_by_space(rows, at)


def _parts_by_space(rows: Sequence[Row], at: int) -> bool:
    """Whether spaces part a column's tags: signs bind the words of one of them."""
    cells = _column(rows, at)
    if _has_signs(rows, at) or not all(cell.isascii() and cell.islower() for cell in cells):
        return False
    bound = sum(any(map(_LABEL.fullmatch, cell.split())) for cell in cells if " " in cell)
    return bound > 0 and bound * 2 >= len(cells)
