"""Changes a deck file by as little as possible, so that it stays its author's.

Each function takes a file's text and returns the new one. Only lines of the
card that is changed differ; line endings, a byte order mark, comments, prose
and the layout of everything else stay byte for byte.
"""

import re
from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher

from overmorrow.cards.deck import Deck
from overmorrow.cards.deck_file import parse_deck
from overmorrow.cards.deck_header import read_header
from overmorrow.cards.deck_print import note_lines
from overmorrow.cards.deck_spans import FILE_ID, ORDER, Spans, spans_of
from overmorrow.cards.deck_words import escape_line
from overmorrow.cards.lines import clean_lines
from overmorrow.cards.note import Note

_LINE = re.compile("([^\r\n\x85\u2028\u2029]*)(\r\n?|[\n\x85\u2028\u2029]|$)")
_NAMED = re.compile(r"deck[ \t]*:|name[ \t]*=")
_HEAD = re.compile(r"([QAC]:|[a-z]+:)([ \t]*)(.*?)([ \t]*)$", re.DOTALL)


def edited(text: str, line: int, before: Note, after: Note) -> str:
    """Return the file's text with one note changed.

    Args:
        text: The file's text.
        line: The line the note begins on, counted from 1, as the reader says.
        before: The note as the file has it.
        after: The note as it shall be, under the same heading.

    Raises:
        ValueError: No note begins on that line.
    """
    if after == before:
        return text
    parsed = parse_deck(text, "deck")
    wanted = list(parsed.deck.notes)
    wanted[parsed.lines.index(line)] = after
    printed = _printed(after, parsed.deck)
    file = _File(text)
    if file.rewrite(line - 1, _printed(before, parsed.deck), printed):
        changed = file.text()
        if list(parse_deck(changed, "deck").deck.notes) == wanted:
            return changed
    file = _File(text)
    file.replace(line - 1, spans_of(file.clean, line - 1).end, printed)
    return file.text()


def all_edited(text: str, changes: Iterable[tuple[int, Note, Note | None]]) -> str:
    """Return the file's text with many notes changed, or without them.

    Args:
        text: The file's text.
        changes: The line a note begins on, counted from 1; the note as the file has
            it; and as it shall be under the same heading, None for not at all.

    Raises:
        ValueError: No note begins on one of the lines.
    """
    parsed = parse_deck(text, "deck")
    wanted: list[Note | None] = list(parsed.deck.notes)
    places = {line: at for at, line in enumerate(parsed.lines)}
    file = _File(text)
    steps = sorted(changes, key=lambda change: -change[0])
    for line, before, after in steps:
        if line not in places:
            raise ValueError(f"no note begins on line {line}")
        wanted[places[line]] = after
        if after is None:
            file.drop(line - 1)
        elif after != before:
            printed = _printed(after, parsed.deck)
            if not file.rewrite(line - 1, _printed(before, parsed.deck), printed):
                file.replace(line - 1, spans_of(file.clean, line - 1).end, printed)
    changed = file.text()
    left = [note for note in wanted if note is not None]
    if list(parse_deck(changed, "deck").deck.notes) == left:
        return changed
    return _one_by_one(text, steps)


def _one_by_one(text: str, steps: Iterable[tuple[int, Note, Note | None]]) -> str:
    """Change notes from the last to the first, each looked at by itself."""
    for line, before, after in steps:
        if after is None:
            file = _File(text)
            file.drop(line - 1)
            text = file.text()
        else:
            text = edited(text, line, before, after)
    return text


def with_ids(text: str, lines_and_ids: Iterable[tuple[int, str]]) -> str:
    """Return the text with an id as the last line of each card named that has none.

    Args:
        text: The file's text.
        lines_and_ids: The line each card begins on, counted from 1, and its id.
    """
    file = _File(text)
    for line, file_id in sorted(lines_and_ids, reverse=True):
        spans = spans_of(file.clean, line - 1)
        if FILE_ID not in spans.of:
            file.replace(spans.end, spans.end, [_id_line(file_id)])
    return file.text()


def with_deck_name(text: str, name: str) -> str:
    """Return the file's text with another name of its deck.

    Args:
        text: The file's text.
        name: The deck's name in full, on one line.
    """
    file = _File(text)
    header = read_header(file.clean)
    line = f"deck: {name}"
    if not header.values:
        file.replace(0, 0, ["---", line, "---", ""])
        return file.text()
    named = [at for at in range(header.next_line) if _NAMED.match(file.clean[at])]
    at, end = (named[0], named[0] + 1) if named else (header.next_line - 1, header.next_line - 1)
    file.replace(at, end, [line])
    return file.text()


class _File:
    """A file's lines as they are, and as the reader sees them."""

    def __init__(self, text: str) -> None:
        self.clean = clean_lines(text)[0]
        self._mark = "\ufeff" if text.startswith("\ufeff") else ""
        found = _LINE.findall(text.removeprefix(self._mark))[: len(self.clean)]
        self._raw = [line for line, _ in found]
        self._ends = [end for _, end in found]
        endings = Counter(end for end in self._ends if end)
        self._newline = endings.most_common(1)[0][0] if endings else "\n"

    def text(self) -> str:
        """Return the whole text."""
        lines = zip(self._raw, self._ends, strict=True)
        return self._mark + "".join(line + end for line, end in lines)

    def replace(self, start: int, end: int, lines: list[str]) -> None:
        """Put other lines in the place of some."""
        kept = [ending or self._newline for ending in self._ends[start:end]]
        ends = [*kept, *[self._newline] * len(lines)][: len(lines)]
        if end == len(self._raw) and lines:
            ends[-1] = ""
            if start == end and start > 0:
                self._ends[start - 1] = self._newline
        self._raw[start:end] = self.clean[start:end] = lines
        self._ends[start:end] = ends

    def drop(self, start: int) -> None:
        """Take out the card that starts on a line, and the free lines after it."""
        end = spans_of(self.clean, start).end
        while end < len(self.clean) and not self.clean[end].strip():
            end += 1
        self.replace(start, end, [])

    def rewrite(self, start: int, before: list[str], after: list[str]) -> bool:
        """Change the parts of the card that starts on a line where its printed forms differ.

        Returns:
            Whether its parts stand apart, so that this could be done.
        """
        here, was, now = spans_of(self.clean, start), spans_of(before, 0), spans_of(after, 0)
        if not here.are_apart:
            return False
        changes: list[tuple[int, int, int, list[str]]] = []
        for rank, part in enumerate(ORDER):
            old, new = _part(before, was, part), _part(after, now, part)
            if old == new:
                continue
            if part in here.of:
                first, last = here.of[part]
                changes.append((first, rank, last, _merged(self._raw[first:last], old, new)))
            elif new:
                at = max(here.of[each].end for each in ORDER[:rank] if each in here.of)
                changes.append((at, rank, at, new))
        for first, _, last, lines in sorted(changes, reverse=True):
            self.replace(first, last, lines)
        return True


def _part(lines: list[str], spans: Spans, part: str) -> list[str]:
    """Return the lines of one part; none if the card does not have it."""
    return lines[slice(*spans.of[part])] if part in spans.of else []


def _merged(here: list[str], old: list[str], new: list[str]) -> list[str]:
    """Return a part's lines as they are in the file, with what is new put in.

    Args:
        here: The lines in the file.
        old: The lines as they would be printed.
        new: The lines as they are to be printed.
    """
    if not new:
        return []
    (head, first), (_, old_first), (_, new_first) = map(_beheaded, (here, old, new))
    texts, old_texts, new_texts = (
        [*first, *here[1:]],
        [*old_first, *old[1:]],
        [*new_first, *new[1:]],
    )
    if bool(first) != bool(new_first) and not first:
        new_texts = [escape_line(line) for line in new_texts]
    elif bool(first) != bool(new_first) or len(texts) != len(old_texts):
        return new
    lines = _changed(texts, old_texts, new_texts)
    return [head + lines[0], *lines[1:]] if first else [here[0], *lines]


def _beheaded(lines: list[str]) -> tuple[str, list[str]]:
    """Return a part's mark and the text on the same line, if there is any."""
    found = _HEAD.match(lines[0])
    if found is None:
        return "", [lines[0]]
    return found[1] + (found[2] or " "), [found[3] + found[4]] if found[3] else []


def _changed(here: list[str], old: list[str], new: list[str]) -> list[str]:
    """Return the lines with those replaced that differ; white space at their ends stays."""
    lines: list[str] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag == "equal":
            lines += here[start:end]
            continue
        put = new[new_start:new_end]
        for at, line in enumerate(put):
            was = here[start + at] if start + at < end else ""
            lines.append(line + was[len(was.rstrip()) :])
    return lines


def _printed(note: Note, deck: Deck) -> list[str]:
    return "\n".join(note_lines(note, deck)).split("\n")


def _id_line(file_id: str) -> str:
    """Return the line that says an id."""
    note = Note(prompt="?", answer="!", file_id=file_id)
    return note_lines(note, Deck(name="?"))[-1]
