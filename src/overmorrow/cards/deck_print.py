"""Writes a deck as the text that reads back as the same deck."""

from overmorrow.cards.deck import Deck
from overmorrow.cards.deck_notes import reverses
from overmorrow.cards.deck_words import (
    MARK,
    closing_fence,
    escape_line,
    join_bars,
    join_tags,
    reads_as_list,
)
from overmorrow.cards.note import AnswerType, Note


def print_deck(deck: Deck) -> str:
    """Return the deck in our format, one blank line between cards."""
    blocks = [_header(deck)]
    section = ""
    for note in deck.notes:
        if note.section != section:
            section = note.section
            blocks.append(f"# {_one_line(section)}".rstrip())
        blocks.append("\n".join(note_lines(note, deck)))
    return "\n\n".join(blocks) + "\n"


def _header(deck: Deck) -> str:
    pairs = [
        ("title", deck.title),
        ("deck", "" if deck.name == deck.title else deck.name),
        ("lang", deck.lang),
        ("source", deck.source),
        ("tags", join_tags(deck.tags)),
        ("both", "yes" if deck.both else ""),
    ]
    return "\n".join(
        ["---", *(f"{key}: {_one_line(value)}" for key, value in pairs if value), "---"]
    )


def _one_line(text: str) -> str:
    return " ".join(text.split("\n"))


def note_lines(note: Note, deck: Deck) -> list[str]:
    """Return the lines of one card; some hold line breaks of their own."""
    if note.is_cloze:
        return [*_field("C:", note.prompt), *_keys(note, deck)]
    return [*_field("Q:", note.prompt), *_answer(note), *_keys(note, deck)]


def _answer(note: Note) -> list[str]:
    if not note.items:
        return _field("A:", note.answer)
    return ["A:", *(f"- {_one_line(join_bars((item.text, *item.aliases)))}" for item in note.items)]


def _field(mark: str, text: str) -> list[str]:
    """Return the mark and the text, escaped where a line would be read otherwise."""
    lines = text.split("\n")
    found = MARK.match(lines[0])
    if len(lines) == 1 and (found is None or found.lastgroup != "fence"):
        return [f"{mark} {text}"]
    return [mark, *_escaped(lines)]


def _escaped(lines: list[str]) -> list[str]:
    """Return the lines with marks outside fences escaped, and fences that never close."""
    written: list[str] = []
    hopeless = ""
    at = 0
    while at < len(lines):
        found = MARK.match(lines[at])
        fence = found["fence"].strip() if found and found["fence"] else ""
        if fence and not (hopeless and fence.startswith(hopeless)):
            close = closing_fence(lines[at], lines, at + 1)
            if close is not None:
                written += lines[at : close + 1]
                at = close + 1
                continue
            hopeless = fence
        written.append(escape_line(lines[at]))
        at += 1
    return written


def _keys(note: Note, deck: Deck) -> list[str]:
    given = {*deck.tags, note.section}
    pairs = [
        ("also", join_bars(note.aliases)),
        ("type", _type(note)),
        ("not", join_bars(note.wrong_choices)),
        ("both", _both(note, deck)),
        ("hint", note.hint),
        ("note", note.remark),
        ("from", note.source),
        ("tags", join_tags(tag for tag in note.tags if tag not in given)),
        ("case", "yes" if note.case_sensitive else ""),
        ("suspend", "yes" if note.suspended else ""),
    ]
    lines = [f"{key}: {_continued(value)}" for key, value in pairs if value]
    return [*lines, *_id(note.file_id)]


def _type(note: Note) -> str:
    literal = note.answer_type is AnswerType.TEXT and not note.is_cloze
    if note.answer_type is AnswerType.TEXT and not (literal and reads_as_list(note.answer)):
        return ""
    return note.answer_type.value


def _both(note: Note, deck: Deck) -> str:
    if note.is_cloze or note.both == reverses(deck, note.answer_type):
        return ""
    return "yes" if note.both else "no"


def _continued(value: str) -> str:
    """Return a value whose further lines are indented, as the reader joins them."""
    first, *others = value.split("\n")
    return "\n".join([first, *(f"  {line}" if line.strip() else "" for line in others)])


def _id(file_id: str) -> list[str]:
    if not file_id:
        return []
    found = MARK.match(f"^{file_id}")
    return [f"^{file_id}" if found and found["id"] == file_id else f"<!-- id: {file_id} -->"]
