r"""Our own deck format: plain text that a learner can write, read and keep in git.

    ---
    title: 중국의 도시
    lang: ko
    ---

    # 동쪽

    Q: 저장성의 성도는?
    A: 항저우
    also: 항주 | Hangzhou
    note: 시후 호수가 있는 곳.

    C: 상하이는 {{창강}} 하구에 있다.

`Q:` runs up to `A:`, and a card up to the next `Q:`, `C:`, `---`, heading or the
end. A heading names a section, which is also a tag of the cards below. Lines
`key: value` after the answer describe the card; a line that begins with two
spaces goes on with the one above:

    also     other answers that count: a | b
    type     text number date list ordered_list choice code formula long
    not      wrong choices: a | b
    both     yes: ask the other way round too
    hint     a help before answering
    note     shown after the answer
    from     where in the source it stands
    tags     a, b
    case     yes: capitals count
    suspend  yes: set aside

The answer of a list is lines of `- item | other name`; so are the points of a
long answer. Gaps are `{{x}}`, `{{x | other name::hint}}`, `{{2:x}}` and Anki's
`{{c1::x::hint}}`. A last line `^k7f2q9m` or `<!-- id: x -->` is the card's id.
In fences everything is text; elsewhere a backslash before a mark or key makes
it text. What stands outside cards, and comments, are left alone.
"""

import re
from dataclasses import dataclass, field

from overmorrow.cards.deck import Deck
from overmorrow.cards.deck_header import Header, read_header
from overmorrow.cards.deck_notes import RawCard, note_of
from overmorrow.cards.deck_print import print_deck
from overmorrow.cards.deck_words import (
    CARD_KEYS,
    COMMENT_ID,
    MARK,
    closing_fence,
    slip_of,
    unescape_line,
)
from overmorrow.cards.lines import clean_lines
from overmorrow.cards.note import Note
from overmorrow.cards.problem import Harm, ParsedDeck, Problem

__all__ = ["parse_deck", "print_deck"]

_HEADING_COMMENT = re.compile(r"\s*<!--[^<>]*-->\s*$")


def parse_deck(text: str, file_name: str) -> ParsedDeck:
    """Read a deck, with every problem in it rather than the first.

    Args:
        text: The file's text.
        file_name: What the deck is called if its header does not say; the
            ending `.md` does not count.
    """
    lines, dirty = clean_lines(text)
    header = read_header(lines)
    reader = _Reader(lines=lines, at=header.next_line, problems=header.problems)
    reader.problems += [
        Problem(line=line, key="deck.characters_dropped", harm=Harm.NOTICE) for line in dirty
    ]
    reader.read()
    empty = _empty_deck(header, file_name)
    notes, starts = _notes_of(reader, empty)
    if not notes:
        key = "deck.nothing_left" if reader.cards else "deck.nothing"
        reader.problems.append(Problem(line=1, key=key, harm=Harm.FILE))
    deck = Deck(
        name=empty.name,
        title=empty.title,
        lang=empty.lang,
        source=empty.source,
        tags=empty.tags,
        both=empty.both,
        notes=notes,
    )
    problems = tuple(sorted(reader.problems, key=lambda problem: problem.line))
    left_out = len(reader.cards) - len(notes)
    return ParsedDeck(deck=deck, problems=problems, lines=starts, left_out=left_out)


def _empty_deck(header: Header, file_name: str) -> Deck:
    title = header.values.get("title", "")
    name = header.values.get("deck", "") or title or file_name.removesuffix(".md").strip()
    return Deck(
        name=name or "?",
        title=title,
        lang=header.lang,
        source=header.values.get("source", ""),
        tags=header.tags,
        both=header.both,
    )


def _notes_of(reader: "_Reader", deck: Deck) -> tuple[tuple[Note, ...], tuple[int, ...]]:
    """Make the notes; an id seen before is a problem that names both lines."""
    notes: list[Note] = []
    starts: list[int] = []
    id_lines: dict[str, int] = {}
    for card in reader.cards:
        for line, file_id in card.ids[:1]:
            first = id_lines.setdefault(file_id, line)
            if first != line:
                reader.problems.append(
                    Problem(
                        line=line,
                        key="deck.id_twice",
                        harm=Harm.FILE,
                        values={"id": file_id[:60], "first": first, "second": line},
                    ),
                )
        note = note_of(card, deck, reader.problems)
        if note is not None:
            notes.append(note)
            starts.append(card.line)
    return tuple(notes), tuple(starts)


@dataclass(slots=True, kw_only=True)
class _Reader:
    """Goes through the lines once and gathers the cards as they are written."""

    lines: list[str]
    at: int
    problems: list[Problem]
    cards: list[RawCard] = field(default_factory=list)
    section: str = ""
    card: RawCard | None = None
    fences_are_open: bool = False
    """Whether a fence was never closed; then fences no longer count."""

    def read(self) -> None:
        """Read all lines."""
        while self.at < len(self.lines):
            line = self.lines[self.at]
            mark = MARK.match(line)
            if mark is None:
                self._text(line)
            else:
                self._mark(mark, line)
            self.at += 1

    def _mark(self, mark: re.Match[str], line: str) -> None:
        card = self.card if self.card is not None and self.card.takes_keys else None
        match mark.lastgroup:
            case "card":
                self._open(mark["card"] == "C", line[2:])
            case "answer":
                self._answer(line)
            case "rule":
                self.card = None
            case "heading":
                self.card = None
                self.section = _HEADING_COMMENT.sub("", line.lstrip("#")).strip()
            case "fence":
                self._fence(line)
            case "comment":
                self._comment(line)
            case _ if card is None:
                self._text(line)
            case "id":
                card.ids.append((self.at + 1, mark["id"]))
            case _:
                self._key(card, mark["key"], line)

    def _open(self, is_cloze: bool, rest: str) -> None:
        self.card = RawCard(line=self.at + 1, is_cloze=is_cloze, section=self.section)
        self.cards.append(self.card)
        self._first_line(rest.lstrip())

    def _answer(self, line: str) -> None:
        if self.card is None:
            self._problem("deck.answer_alone")
        elif self.card.is_cloze:
            self._problem("deck.answer_of_gaps")
            self.card.is_broken = True
        elif self.card.answer is not None:
            self._problem("deck.second_answer")
            self.card.is_broken = True
        else:
            self.card.answer = []
        self._first_line(line[2:].lstrip())

    def _first_line(self, rest: str) -> None:
        """Take what stands behind `Q:`, `A:` or `C:` on the same line."""
        mark = MARK.match(rest) if rest.startswith(("```", "~~~")) else None
        if mark is not None and mark["fence"]:
            self._fence(rest)
        elif self.card is not None:
            self.card.text.append(rest)

    def _text(self, line: str) -> None:
        if self.card is not None:
            self.card.text.append(unescape_line(line))

    def _fence(self, line: str) -> None:
        """Take the lines of a fence as they are."""
        close = None
        if not self.fences_are_open:
            close = closing_fence(line, self.lines, self.at + 1)
        if close is None:
            self._text(line)
            if not self.fences_are_open:
                self._problem("deck.fence_open", Harm.FILE)
                self.fences_are_open = True
            return
        if self.card is not None:
            self.card.text.extend([line, *self.lines[self.at + 1 : close + 1]])
        self.at = close

    def _comment(self, line: str) -> None:
        """Pass over a comment; `<!-- id: x -->` in a card is its id."""
        found = COMMENT_ID.match(line)
        if found and self.card is not None and self.card.takes_keys:
            self.card.ids.append((self.at + 1, found[1]))
            return
        lines = range(self.at, len(self.lines))
        close = next((at for at in lines if "-->" in self.lines[at]), None)
        if close is None:
            self._problem("deck.comment_open", Harm.FILE)
            self.at = len(self.lines)
            return
        self.at = close
        rest = self.lines[close].partition("-->")[2].strip()
        if rest:
            self._text(rest)

    def _key(self, card: RawCard, key: str, line: str) -> None:
        if key not in CARD_KEYS:
            guess = slip_of(key, CARD_KEYS)
            if guess:
                self._problem("deck.key_slip", key=key, guess=guess)
                card.is_broken = True
            else:
                self._text(line)
            return
        start = self.at + 1
        value = line[len(key) + 1 :].strip()
        further = self._continued()
        if further:
            value = "\n".join([value, *further]).strip()
        card.keys.append((start, key, value))

    def _continued(self) -> list[str]:
        """Take the lines that go on with the key above them."""
        taken: list[str] = []
        blank = 0
        look = self.at + 1
        while look < len(self.lines):
            line = self.lines[look]
            if not line.strip():
                blank += 1
            elif line.startswith(("  ", "\t")):
                taken += [""] * blank
                taken.append(line[1:] if line.startswith("\t") else line[2:])
                blank = 0
                self.at = look
            else:
                break
            look += 1
        return taken

    def _problem(self, message: str, harm: Harm = Harm.CARD, /, **values: object) -> None:
        self.problems.append(Problem(line=self.at + 1, key=message, harm=harm, values=values))
