"""Notes from the rows of a table whose columns are known."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from overmorrow.cards.note import AnswerType, Note
from overmorrow.exchange.anki_headers import AnkiHeaders
from overmorrow.exchange.anki_stock_names import Stock, stock_of
from overmorrow.exchange.elsewhere import both_ways
from overmorrow.exchange.html_text import html_text
from overmorrow.exchange.table_columns import Columns

_GAP = re.compile(r"\{\{c\d+::")
_SOUND = re.compile(r"\s*\[sound:[^\[\]\n]*\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteMaker:
    """Makes notes of rows."""

    columns: Columns
    headers: AnkiHeaders
    is_html: bool = False

    def cell(self, cells: Sequence[str], at: int | None) -> str:
        """Return what a column says; nothing if there is no such column."""
        if at is None or at >= len(cells):
            return ""
        cell = cells[at]
        if self.is_html:
            return html_text(cell)
        return (_SOUND.sub("", cell) if "[sound:" in cell else cell).strip()

    def deck_of(self, cells: Sequence[str]) -> str:
        """Return the deck that a row names, its levels joined by `::`."""
        parts = self.cell(cells, self.columns.deck).split("::")
        return "::".join(filter(None, (part.strip() for part in parts)))

    def is_cloze(self, prompt: str, answer: str) -> bool:
        """Whether a prompt has gaps that hide the answer."""
        return bool(self.headers or not answer) and bool(_GAP.search(prompt))

    @property
    def make(self) -> Callable[[Sequence[str]], Note]:
        """What makes the notes of the rows; where there is little to say, it is quicker."""
        is_quick = self.columns.is_pair and not self.headers and not self.is_html
        return self._pair_of if is_quick else self.note_of

    def _pair_of(self, cells: Sequence[str]) -> Note:
        """Return the note of a row of two cells; in most there is nothing to look for."""
        if len(cells) == 2:
            prompt, answer = cells if self.columns.prompt == 0 else reversed(cells)
            if "{" not in prompt and "[" not in prompt and "[" not in answer:
                return Note(prompt.strip(), answer.strip())
        return self.note_of(cells)

    def note_of(self, cells: Sequence[str]) -> Note:
        """Return the note of a row; what has no place of its own goes into the remark."""
        columns = self.columns
        prompt, answer = self.cell(cells, columns.prompt), self.cell(cells, columns.answer)
        is_cloze = self.is_cloze(prompt, answer)
        if columns.is_pair and len(cells) == 2 and not is_cloze and not self.headers:
            return Note(prompt=prompt, answer=answer)
        answer, wrong = _chosen(answer, [self.cell(cells, at) for at in columns.choices])
        others = columns.others
        stock = self._stock(cells)
        is_asked_back = stock is Stock.REVERSED
        if stock is Stock.OPTIONAL and others:
            is_asked_back, others = bool(self.cell(cells, others[0][1])), others[1:]
        remark = [answer] if is_cloze else []
        remark.append(self.cell(cells, columns.remark))
        for label, at in others:
            cell = self.cell(cells, at)
            remark.append(f"{label}: {cell}" if label and cell else cell)
        remark += map(str.strip, cells[columns.width :])
        return Note(
            prompt=prompt,
            answer="" if is_cloze else answer,
            is_cloze=is_cloze,
            answer_type=AnswerType.CHOICE if wrong and not is_cloze else AnswerType.TEXT,
            wrong_choices=() if is_cloze else wrong,
            aliases=tuple(_split("[|;]", self.cell(cells, columns.also))),
            both=is_asked_back and not is_cloze,
            faces=both_ways(prompt, answer) if is_asked_back and not is_cloze else (),
            hint=self.cell(cells, columns.hint),
            remark="\n".join(filter(None, remark)),
            tags=self._tags(cells),
            file_id=_raw(cells, columns.guid),
        )

    def _stock(self, cells: Sequence[str]) -> Stock:
        """Return which of Anki's own note types a row is of."""
        name = _raw(cells, self.columns.note_type) or self.headers.values.get("notetype", "")
        return stock_of(name) if name else Stock.OWN

    def _tags(self, cells: Sequence[str]) -> tuple[str, ...]:
        cell = self.cell(cells, self.columns.tags)
        if cell.startswith("[") and cell.endswith("]"):
            cell = re.sub("[\\[\\]\"']", "", cell)
        own = cell.split() if self.columns.tags_by_space else _split(r"[,;|\n]", cell)
        return tuple(dict.fromkeys((*self.headers.tags, *own)))


def _chosen(answer: str, choices: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Return the answer, which may be a choice's letter or number, and the other choices."""
    given = tuple(dict.fromkeys(filter(None, choices)))
    if answer not in given and len(answer) == 1:
        place = "abcdefgh".find(answer.casefold())
        place = int(answer) - 1 if answer in "12345678" else place
        if 0 <= place < len(choices) and choices[place]:
            answer = choices[place]
    return answer, tuple(choice for choice in given if choice != answer)


def _raw(cells: Sequence[str], at: int | None) -> str:
    return cells[at].strip() if at is not None and at < len(cells) else ""


def _split(signs: str, cell: str) -> list[str]:
    return [part.strip() for part in re.split(signs, cell) if part.strip()]
