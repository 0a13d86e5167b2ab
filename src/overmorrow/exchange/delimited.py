"""Cards from a table in plain text: of spreadsheets, of other programs, or typed by hand."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import unescape

from overmorrow.cards.lines import clean_lines
from overmorrow.cards.note import AnswerType, Note
from overmorrow.cards.problem import ParsedDeck
from overmorrow.exchange.anki_headers import AnkiHeaders, read_headers
from overmorrow.exchange.gathering import Gathering
from overmorrow.exchange.html_text import html_text
from overmorrow.exchange.table_columns import (
    Columns,
    has_headings,
    named_columns,
    unnamed_columns,
)
from overmorrow.exchange.table_rows import NAMES, OpenQuoteError, Row, find_separator, read_rows
from overmorrow.exchange.table_words import heading

_TAG = re.compile(r"<(?:br|div|p|b|i|u|span|img|table|ul|li|sub|sup|a)\b", re.IGNORECASE)
_GAP = re.compile(r"\{\{c\d+::")
_ENTITY = re.compile(r"&#(?:\d{2,6}|x[0-9a-fA-F]{2,5});")
_MEDIA = re.compile(r"<[^<>]*>|\[sound:[^\[\]]*\]|&nbsp;")
_EXCELS_FIRST_LINE = re.compile(r"sep=(.)", re.IGNORECASE)
_LOOKED_AT = 300
_ROW_BREAKS = str.maketrans(dict.fromkeys("\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029", " "))


@dataclass(frozen=True, slots=True, kw_only=True)
class TableChoices:
    """What the learner says about a table; the rest is found out."""

    separator: str = ""
    """A sign, or a name such as `tab`."""
    headings: bool | None = None
    """Whether the first row names the columns."""


def parse_table(
    text: str,
    deck_name: str,
    choices: TableChoices | None = None,
    *,
    by_hand: bool = False,
) -> tuple[ParsedDeck, ...]:
    """Read a table, with every row that is wrong; a column may name several decks.

    Args:
        text: The table.
        deck_name: The deck of rows that name none.
        choices: What the learner says about it.
        by_hand: Whether words may have been put in rows by hand.
    """
    if by_hand:
        text = _in_rows(_ENTITY.sub(lambda found: unescape(found[0]), text))
    lines, dirty = clean_lines(text.translate(_ROW_BREAKS))
    gathering = Gathering(deck_name)
    for number in dirty:
        gathering.notice(number, "deck.characters_dropped")
    headers = read_headers(lines)
    excels = _EXCELS_FIRST_LINE.fullmatch(lines[0].strip(" "))
    if excels and not (choices and choices.separator):
        choices = replace(choices or TableChoices(), separator=excels[1])
        lines[0] = ""
    lines[: headers.next_line] = [""] * headers.next_line
    _Table(gathering, choices or TableChoices()).read(lines, headers, by_hand=by_hand)
    return gathering.decks("deck.table_nothing")


def add_records(
    gathering: Gathering, labels: Sequence[str], rows: Sequence[Row], deck: str = ""
) -> None:
    """Take rows whose columns are named, as a file that is no table holds them."""
    table = _Table(gathering, TableChoices(), deck)
    columns = named_columns(labels, rows)
    for row in rows:
        table.add(row, columns)


class _Table:
    """Makes notes of rows."""

    def __init__(self, gathering: Gathering, choices: TableChoices, deck: str = "") -> None:
        self._gathering = gathering
        self._choices = choices
        self._deck = deck
        self._headers = AnkiHeaders()
        self._separator = ""
        self._is_html = False

    def read(self, lines: list[str], headers: AnkiHeaders, *, by_hand: bool) -> None:
        """Find out how the table is made, and read its rows.

        Lines and rows are let go as soon as they are used: a table may have a million.
        """
        chosen = self._choices.separator
        self._headers = headers
        self._deck = headers.values.get("deck", "")
        self._separator = (
            NAMES.get(chosen, chosen) or headers.separator or find_separator(lines, by_hand=by_hand)
        )
        try:
            rows = read_rows(lines, self._separator)
        except OpenQuoteError as error:
            self._gathering.fail(error.line, "exchange.open_quote")
            return
        lines.clear()
        rows = [row for row in rows if not _is_comment(row)]
        if not rows:
            return
        self._is_html = self._reads_as_html(rows)
        columns, rows = self._columns(rows)
        rows.reverse()
        while rows:
            self.add(rows.pop(), columns)

    def _reads_as_html(self, rows: Sequence[Row]) -> bool:
        said = self._headers.is_html
        if said is not None or not self._headers:
            return bool(said)
        return any(_TAG.search(cell) for row in rows for cell in row.cells)

    def _columns(self, rows: list[Row]) -> tuple[Columns, list[Row]]:
        """Return what the columns are for, and the rows without their headings."""
        if self._headers:
            return self._ankis_columns(rows), rows
        asked = self._choices.headings
        widths = Counter(len(row.cells) for row in rows)
        width = max(widths) if self._separator == "\t" else widths.most_common(1)[0][0]
        if asked is None and len(self._separator) == 1:
            asked = has_headings(rows)
        if not asked:
            fitted = [self._fitted(row, width) for row in rows]
            columns = unnamed_columns([Row(row.line, row.cells[:width]) for row in fitted])
            return columns, fitted
        self._gathering.notice(rows[0].line, "deck.table_headings")
        labels = rows[0].cells
        rest = [self._fitted(row, len(labels)) for row in rows[1:]]
        if len(labels) < 2:
            return Columns(prompt=0, answer=1, width=2), rest
        columns = named_columns(labels, rest)
        if len(labels) > 2:
            self._gathering.notice(
                rows[0].line,
                "exchange.columns",
                prompt=labels[columns.prompt].strip()[:60],
                answer=labels[columns.answer].strip()[:60],
            )
        return columns, rest

    def _fitted(self, row: Row, width: int) -> Row:
        """Give the answer back the commas that broke it, in a table of two columns."""
        if width != 2 or len(row.cells) < 3 or self._separator == "\t":
            return row
        self._gathering.notice(row.line, "exchange.joined")
        return Row(row.line, [row.cells[0], self._separator.join(row.cells[1:])])

    def _ankis_columns(self, rows: Sequence[Row]) -> Columns:
        headers = self._headers
        width = max(len(row.cells) for row in rows)
        special = {name: headers.column(name) for name in ("guid", "deck", "tags", "notetype")}
        for name, at in special.items():
            if at is not None and at >= width:
                self._gathering.notice(1, "exchange.no_column", name=name, column=at + 1)
        labels = read_rows([headers.values.get("columns", "")], self._separator)
        words = [cell.strip() for cell in labels[0].cells] if labels else []
        for at, word in enumerate(words):
            if heading(word) in special and special[heading(word)] is None:
                special[heading(word)] = at
        free = [at for at in range(width) if at not in special.values()]
        named = {at: word for at, word in enumerate(words) if at in free}
        telling = [at for at in free if _mostly_says(rows, at)]
        prompt, answer = (*telling, *(at for at in free if at not in telling), width, width)[:2]
        return Columns(
            prompt=prompt,
            answer=answer,
            width=width,
            tags=special["tags"],
            tags_by_space=True,
            deck=special["deck"],
            guid=special["guid"],
            others=tuple((named.get(at, ""), at) for at in free if at not in (prompt, answer)),
        )

    def add(self, row: Row, columns: Columns) -> None:
        """Make a note of a row, or say why not."""
        cells = row.cells
        if len(cells) == 1 and columns.prompt == 0 and self._separator and not self._headers:
            key = "deck.table_no_tab" if self._separator == "\t" else "exchange.no_separator"
            sign = self._separator.strip()
            self._gathering.refuse(row.line, key, text=cells[0][:60], sign=sign)
            return
        prompt, answer = self._cell(row, columns.prompt), self._cell(row, columns.answer)
        deck = self._deck
        if columns.deck is not None:
            deck = _deck_name(self._cell(row, columns.deck)) or deck
        is_cloze = bool(self._headers or not answer) and bool(_GAP.search(prompt))
        if not prompt:
            self._gathering.refuse(row.line, "deck.empty_prompt", deck)
        elif not answer and not is_cloze:
            self._gathering.refuse(row.line, "deck.table_no_answer", deck, text=prompt[:60])
        else:
            note = self._note(row, columns, (prompt, answer), is_cloze=is_cloze)
            self._gathering.add(row.line, note, deck)

    def _note(self, row: Row, columns: Columns, pair: tuple[str, str], *, is_cloze: bool) -> Note:
        """Return the note of a row; what has no place of its own goes into the remark."""
        prompt, answer = pair
        if columns.is_pair and len(row.cells) == 2 and not is_cloze and not self._headers:
            return Note(prompt=prompt, answer=answer)
        answer, wrong = _chosen(answer, [self._cell(row, at) for at in columns.choices])
        remark = [answer] if is_cloze else []
        remark.append(self._cell(row, columns.remark))
        for label, at in columns.others:
            cell = self._cell(row, at)
            remark.append(f"{label}: {cell}" if label and cell else cell)
        remark += map(str.strip, row.cells[columns.width :])
        return Note(
            prompt=prompt,
            answer="" if is_cloze else answer,
            is_cloze=is_cloze,
            answer_type=AnswerType.CHOICE if wrong and not is_cloze else AnswerType.TEXT,
            wrong_choices=() if is_cloze else wrong,
            aliases=tuple(_split("[|;]", self._cell(row, columns.also))),
            hint=self._cell(row, columns.hint),
            remark="\n".join(filter(None, remark)),
            tags=self._tags(row, columns),
            file_id=_raw(row, columns.guid),
        )

    def _tags(self, row: Row, columns: Columns) -> tuple[str, ...]:
        cell = self._cell(row, columns.tags)
        own = cell.split() if columns.tags_by_space else _split(r"[,;|\n]", cell)
        return tuple(dict.fromkeys((*self._headers.tags, *own)))

    def _cell(self, row: Row, at: int | None) -> str:
        if at is None or at >= len(row.cells):
            return ""
        cell = row.cells[at]
        return html_text(cell) if self._is_html else cell.strip()


def _mostly_says(rows: Sequence[Row], at: int) -> bool:
    """Whether most cells of a column hold words, not only a sound or a picture."""
    cells = [row.cells[at] for row in rows[:_LOOKED_AT] if at < len(row.cells)]
    return sum(bool(_MEDIA.sub("", cell).strip()) for cell in cells) * 2 > len(cells)


def _in_rows(text: str) -> str:
    """Put the pairs of a copy that stand on one line, parted by semicolons, in rows."""
    bare = text.strip()
    pieces = [piece.strip() for piece in bare.split(";")]
    pairs = [piece for piece in pieces if piece]
    if "\n" in bare or "\r" in bare or len(pairs) < 3:
        return text
    signs = ("\t", ",", " - ", ":", "=")
    parted = any(all(sign in pair for pair in pairs) for sign in signs)
    return "\n".join(pairs) if parted else text


def _chosen(answer: str, choices: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Return the answer, which may be a choice's letter or number, and the other choices."""
    given = tuple(dict.fromkeys(filter(None, choices)))
    if answer not in given and len(answer) == 1:
        place = "abcdefgh".find(answer.casefold())
        place = int(answer) - 1 if answer in "12345678" else place
        if 0 <= place < len(choices) and choices[place]:
            answer = choices[place]
    return answer, tuple(choice for choice in given if choice != answer)


def _raw(row: Row, at: int | None) -> str:
    return row.cells[at].strip() if at is not None and at < len(row.cells) else ""


def _split(signs: str, cell: str) -> list[str]:
    return [part.strip() for part in re.split(signs, cell) if part.strip()]


def _is_comment(row: Row) -> bool:
    return len(row.cells) == 1 and row.cells[0].startswith("#")


def _deck_name(cell: str) -> str:
    """Return a deck's name as written, its levels joined by `::`."""
    return "::".join(filter(None, (part.strip() for part in cell.split("::"))))
