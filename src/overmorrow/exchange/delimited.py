"""Cards from a table in plain text: of spreadsheets, of other programs, or typed by hand."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from html import unescape
from itertools import chain, islice

from overmorrow.cards.deck_notes import LONGEST_FIELD
from overmorrow.cards.problem import ParsedDeck
from overmorrow.cards.text import clean
from overmorrow.exchange.anki_headers import AnkiHeaders, read_headers
from overmorrow.exchange.gathering import Gathering
from overmorrow.exchange.table_columns import (
    Columns,
    has_headings,
    named_columns,
    unnamed_columns,
)
from overmorrow.exchange.table_comments import comments_above
from overmorrow.exchange.table_look import TableChoices, TableLook, as_told, roles_of
from overmorrow.exchange.table_notes import NoteMaker
from overmorrow.exchange.table_rows import (
    NAMES,
    Lines,
    OpenQuoteError,
    Row,
    find_separator,
    read_rows,
)
from overmorrow.exchange.table_text import cleaned, has_marks, in_rows, reads_as_html
from overmorrow.exchange.table_words import ANSWER, ID, MINOR, PROMPT, heading

_ENTITY = re.compile(r"&#(?:\d{2,6}|x[0-9a-fA-F]{2,5});")
_MEDIA = re.compile(r"<[^<>]*>|\[sound:[^\[\]]*\]|&nbsp;")
_EXCELS_FIRST_LINE = re.compile(r"sep=(.)", re.IGNORECASE)
_LOOKED_AT = 300
_SAMPLE = 2000
"""Rows that show what the columns are for."""
_MOST_HEADERS = 40


def read_table(
    text: str,
    deck_name: str,
    choices: TableChoices | None = None,
    *,
    by_hand: bool = False,
) -> tuple[tuple[ParsedDeck, ...], TableLook]:
    """Read a table, with every row that is wrong, and say how it was understood.

    A column may name several decks.

    Args:
        text: The table.
        deck_name: The deck of rows that name none.
        choices: What the learner says about it.
        by_hand: Whether words may have been put in rows by hand.
    """
    if by_hand:
        text = in_rows(_ENTITY.sub(lambda found: unescape(found[0]), text))
    gathering = Gathering(deck_name)
    text = cleaned(text, gathering)
    start = list(islice(Lines(text), _MOST_HEADERS)) or [""]
    headers = read_headers(start)
    excels = _EXCELS_FIRST_LINE.fullmatch(start[0].strip(" \n"))
    if excels and not (choices and choices.separator):
        choices = replace(choices or TableChoices(), separator=excels[1])
    choices = choices or TableChoices()
    skipped = headers.next_line or int(bool(excels))
    if not skipped:
        skipped = comments_above(start, Lines(text), choices.separator, by_hand=by_hand)
        if skipped:
            gathering.notice(
                1, "exchange.comments", count=sum(map(bool, map(str.strip, start[:skipped])))
            )
    lines = Lines(text, skipped=skipped)
    table = _Table(gathering, choices)
    table.read(lines, headers, by_hand=by_hand)
    return gathering.decks("deck.table_nothing"), table.look


def read_grid(
    grid: Iterable[Sequence[str]],
    deck_name: str,
    choices: TableChoices | None = None,
    notices: Sequence[tuple[str, Mapping[str, object]]] = (),
) -> tuple[tuple[ParsedDeck, ...], TableLook]:
    """Read the rows of a spreadsheet, whose cells are parted already.

    Args:
        grid: The rows, from the first line on; blank ones too.
        deck_name: The deck of rows that name none.
        choices: What the learner says about it.
        notices: Messages to say before anything else.
    """
    gathering = Gathering(deck_name)
    for key, values in notices:
        gathering.notice(1, key, **values)
    table = _Table(gathering, choices or TableChoices())
    cells = (list(map(clean, row)) for row in grid)
    table.take((Row(at, row) for at, row in enumerate(cells, start=1) if any(row)), Lines(""))
    return gathering.decks("deck.table_nothing"), table.look


def add_records(
    gathering: Gathering, labels: Sequence[str], rows: Sequence[Row], deck: str = ""
) -> None:
    """Take rows whose columns are named, as a file that is no table holds them."""
    table = _Table(gathering, TableChoices(), deck)
    maker = NoteMaker(
        columns=named_columns(labels, rows),
        headers=AnkiHeaders(),
        is_html=has_marks(rows, least=1),
    )
    for row in rows:
        table.add(row, maker, keeps_rows=False)


class _Table:
    """Makes notes of rows."""

    def __init__(self, gathering: Gathering, choices: TableChoices, deck: str = "") -> None:
        self._gathering = gathering
        self._choices = choices
        self._deck = deck
        self._headers = AnkiHeaders()
        self._separator = ""
        self.look = TableLook()

    def read(self, lines: Lines, headers: AnkiHeaders, *, by_hand: bool) -> None:
        """Find out how the table is made, and read its rows one by one."""
        chosen = self._choices.separator
        self._headers = headers
        self._deck = headers.values.get("deck", "")
        self._separator = (
            NAMES.get(chosen, chosen)
            or headers.separator
            or find_separator(lines.first(_SAMPLE), by_hand=by_hand)
        )
        try:
            self.take(self._rows(lines, by_hand=by_hand), lines)
        except OpenQuoteError as error:
            self._gathering.fail(error.line, "exchange.open_quote")

    def take(self, rows: Iterator[Row], lines: Lines) -> None:
        """Find out what the columns are for, and take the rows.

        Args:
            rows: All of them, the headings too if there are any.
            lines: What they were read from; nothing if that was no text.
        """
        sample = list(islice(rows, _SAMPLE))
        if not sample:
            return
        found, has_labels = self._columns(sample)
        told = self._choices.columns
        if told and len(told) != found.width:
            self._gathering.notice(1, "exchange.other_width", told=len(told), n=found.width)
        columns = as_told(found, told, sample[0].cells if has_labels else ())
        self.look = TableLook(
            separator=self._separator,
            has_headings=has_labels,
            columns=roles_of(columns),
            is_anki=bool(self._headers),
        )
        maker = NoteMaker(
            columns=columns,
            headers=self._headers,
            is_html=reads_as_html(self._headers, lines, sample),
        )
        self._gathering.make_notes_with(maker.make)
        self._add_all(chain(sample[has_labels:], rows), maker)

    def _rows(self, lines: Lines, *, by_hand: bool) -> Iterator[Row]:
        """Return the rows that are not comments, a text's further lines joined to their row."""
        rows = (
            row
            for row in read_rows(lines, self._separator)
            if len(row.cells) > 1 or not row.cells[0].startswith("#")
        )
        is_clear = self._separator == "\t" or len(self._separator) > 1
        if not (by_hand and is_clear) or self._headers:
            return rows
        sample = lines.first(_SAMPLE)
        held = sum(self._separator in line for line in sample)
        return self._continued(rows) if len(sample) > held >= len(sample) * 0.3 else rows

    def _continued(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Yield rows; a line without a separator right below one goes on with its answer."""
        held: Row | None = None
        last = 0
        for row in rows:
            if held and len(row.cells) == 1 and row.line == last + 1:
                held.cells[-1] += "\n" + row.cells[0]
                self._gathering.notice(row.line, "exchange.continued")
            else:
                if held:
                    yield held
                held = row if len(row.cells) > 1 else None
                if held is None:
                    yield row
            last = row.line
        if held:
            yield held

    def _add_all(self, rows: Iterable[Row], maker: NoteMaker) -> None:
        """Take all rows; those that are just a pair without more ado."""
        is_plain = maker.columns.is_pair and maker.columns.prompt == 0
        if not is_plain or self._headers or maker.is_html:
            for row in rows:
                self.add(row, maker)
            return
        keep, keep_line = self._gathering.pairs(self._deck)
        for row in rows:
            line, cells = row
            if len(cells) == 2 and len(cells[0]) + len(cells[1]) < LONGEST_FIELD:
                prompt, answer = cells[0].strip(), cells[1].strip()
                if prompt and answer and "[sound:" not in answer and "[sound:" not in prompt:
                    keep((prompt, answer))
                    keep_line(line)
                    continue
            self.add(row, maker)

    def _columns(self, rows: list[Row]) -> tuple[Columns, bool]:
        """Return what the columns are for, and whether the first row names them."""
        if self._headers:
            return self._ankis_columns(rows), False
        asked = self._choices.headings
        widths = Counter(len(row.cells) for row in rows)
        width = max(widths) if self._separator == "\t" else widths.most_common(1)[0][0]
        if asked is None and len(self._separator) < 2:
            asked = has_headings(rows)
        if not asked:
            fitted = [self._fitted(row, width) for row in rows]
            columns = unnamed_columns([Row(row.line, row.cells[:width]) for row in fitted])
            return columns, False
        self._gathering.notice(rows[0].line, "deck.table_headings")
        labels = rows[0].cells
        if len(labels) < 2:
            return Columns(prompt=0, answer=1, width=2), True
        columns = named_columns(labels, [self._fitted(row, len(labels)) for row in rows[1:]])
        if len(labels) > 2:
            self._gathering.notice(
                rows[0].line,
                "exchange.columns",
                prompt=labels[columns.prompt].strip()[:60],
                answer=labels[columns.answer].strip()[:60],
            )
        return columns, True

    def _fitted(self, row: Row, width: int) -> Row:
        """Give the answer back the commas that broke it, in a table of two columns."""
        if width != 2 or len(row.cells) < 3 or self._separator in ("", "\t"):
            return row
        answer = self._separator.join(row.cells[1:]).rstrip(self._separator + " ")
        return Row(row.line, [row.cells[0], answer])

    def _ankis_columns(self, rows: Sequence[Row]) -> Columns:
        headers = self._headers
        width = max(len(row.cells) for row in rows)
        special = {name: headers.column(name) for name in ("guid", "deck", "tags", "notetype")}
        for name, at in special.items():
            if at is not None and at >= width:
                self._gathering.notice(1, "exchange.no_column", name=name, column=at + 1)
        words = self._words(headers.values.get("columns", ""), width)
        for at, word in enumerate(words):
            if heading(word) in special and special[heading(word)] is None:
                special[heading(word)] = at
        free = [at for at in range(width) if at not in special.values()]
        named = {at: word for at, word in enumerate(words) if at in free}
        telling = [at for at in free if _mostly_says(rows, at)]
        called = {at: heading(word) for at, word in named.items()}
        asking = [at for at in telling if called.get(at) in PROMPT]
        saying = [at for at in telling if called.get(at) in ANSWER and at not in asking[:1]]
        first = [*asking[:1], *saying[:1]] if asking and saying else []
        first += [at for at in telling if called.get(at) not in MINOR | ID | {"id"}]
        order = dict.fromkeys((*first, *telling, *free, width, width + 1))
        prompt, answer = islice(order, 2)
        return Columns(
            prompt=prompt,
            answer=answer,
            width=width,
            tags=special["tags"],
            tags_by_space=True,
            deck=special["deck"],
            guid=special["guid"],
            note_type=special["notetype"],
            others=tuple((named.get(at, ""), at) for at in free if at not in (prompt, answer)),
        )

    def _words(self, line: str, width: int) -> list[str]:
        """Return the names of the columns; some part them by spaces, whatever parts cells."""
        rows = list(read_rows([line], self._separator)) if line else []
        words = [cell.strip() for cell in rows[0].cells] if rows else []
        return line.split() if len(words) == 1 and len(line.split()) == width else words

    def add(self, row: Row, maker: NoteMaker, *, keeps_rows: bool = True) -> None:
        """Make a note of a row, or say why not."""
        columns = maker.columns
        fitted = self._fitted(row, columns.width) if keeps_rows and not self._headers else row
        if fitted is not row and any(map(str.strip, row.cells[2:])):
            self._gathering.notice(row.line, "exchange.joined")
        cells = fitted.cells
        if len(cells) == 1 and columns.prompt == 0 and self._separator and not self._headers:
            key = "deck.table_no_tab" if self._separator == "\t" else "exchange.no_separator"
            sign = self._separator.strip()
            self._gathering.refuse(row.line, key, text=cells[0][:60], sign=sign)
            return
        prompt, answer = maker.cell(cells, columns.prompt), maker.cell(cells, columns.answer)
        deck = self._deck
        if columns.deck is not None:
            deck = maker.deck_of(cells) or deck
        if not prompt:
            self._gathering.refuse(row.line, "deck.empty_prompt", deck)
        elif not answer and not maker.is_cloze(prompt, answer):
            self._gathering.refuse(row.line, "deck.table_no_answer", deck, text=prompt[:60])
        elif keeps_rows:
            self._gathering.add_row(row.line, cells, maker.note_of(cells), deck)
        else:
            self._gathering.add(row.line, maker.note_of(cells), deck)


def _mostly_says(rows: Sequence[Row], at: int) -> bool:
    """Whether most cells of a column hold words, not only a sound or a picture."""
    cells = [row.cells[at] for row in rows[:_LOOKED_AT] if at < len(row.cells)]
    return sum(bool(_MEDIA.sub("", cell).strip()) for cell in cells) * 2 > len(cells)
