"""What stands around the boxes of a note: its file, its earlier texts, how an answer fares."""

import os
from collections.abc import Sequence

from overmorrow.cards.note import Note
from overmorrow.cards.text import shown_path
from overmorrow.grading.explain import explain
from overmorrow.grading.grading import Grading
from overmorrow.jobs.edit_parts import Editable
from overmorrow.jobs.offers import Like
from overmorrow.jobs.planned import FilePlan
from overmorrow.messages import Messages
from overmorrow.tui import cells
from overmorrow.tui.editing import Earlier
from overmorrow.tui.frame import Frame
from overmorrow.tui.judged_rows import outcome_of
from overmorrow.tui.rows import ACCENT, BAD, CHOSEN, EMPTY, GOOD, MUTED, PLAIN, STRONG, Row, muted
from overmorrow.tui.scrolled import Listed

_MOST_CHANGES = 30
_NOTHING_TO_SAY = "exact"


def short_path(path: str) -> str:
    """Return a deck's file by its folder and name."""
    folder, name = os.path.split(shown_path(path))
    return os.path.join(os.path.basename(folder), name)


def about_rows(of: Editable, label_cells: int, frame: Frame, say: Messages) -> list[Row]:
    """Return where the note is from and which file changes with it."""
    room = frame.width - label_cells - 2
    lines: list[tuple[str, str]] = []
    if of.source and not frame.small:
        lines.append((say("edit_screen.source"), of.source))
    if of.is_foreign and of.note_type is not None:
        lines.append(("", say("edit_screen.foreign", name=cells.cut(of.note_type.name, 40))))
    elif of.path:
        note = "" if frame.small else f"   {say('edit_screen.file_too')}"
        lines.append((say("edit_screen.file"), short_path(of.path) + note))
    else:
        lines.append((say("edit_screen.file"), say("edit_screen.no_file")))
    rows: list[Row] = [] if frame.small else [EMPTY]
    for label, text in lines:
        head = cells.pad(" " * frame.start + label, label_cells)
        rows.append(((head, MUTED), (cells.cut(text, room), MUTED)))
    return rows if frame.small else [*rows, EMPTY]


def verdict_rows(grading: Grading, room: int, say: Messages) -> list[Row]:
    """Return what an answer would be worth, in at most two rows."""
    shown = outcome_of(grading)
    why = (
        ""
        if grading.kind == "blank" or grading.reason == _NOTHING_TO_SAY
        else explain(grading, say)
    )
    lines = cells.wrap(f"{shown.sign} {say(shown.message)} {why}".rstrip(), room)
    return [((line, shown.style),) for line in lines[:2]]


def earlier_rows(texts: Sequence[Earlier], chosen: int, frame: Frame, say: Messages) -> Listed:
    """Return the texts a note has had, the newest first, each with the day it was changed."""
    rows: list[Row] = [EMPTY] if not frame.small else []
    begin = end = 0
    for at, text in enumerate(texts):
        is_chosen = at == chosen
        begin = len(rows) if is_chosen else begin
        mark = "> " if is_chosen else "  "
        head = say("edit_screen.earlier_until", day=text.day)
        style = CHOSEN if is_chosen else PLAIN
        indent = " " * max(0, frame.start - 2)
        rows.append(((indent + mark, ACCENT), (head, style)))
        lines = _note_lines(text.note, frame.width - frame.start - 6)
        inner, shade = " " * (frame.start + 2), PLAIN if is_chosen else MUTED
        rows += [((inner, PLAIN), (line, shade)) for line in lines]
        end = len(rows) if is_chosen else end
        rows += [] if frame.small else [EMPTY]
    return Listed(rows, begin, end)


def _note_lines(note: Note, room: int) -> list[str]:
    parts = [
        note.prompt,
        note.answer.replace("\n", ", "),
        " | ".join(note.aliases),
        note.hint,
        note.remark,
    ]
    return [cells.cut(part.replace("\n", " "), room) for part in parts if part]


def change_rows(plan: FilePlan, uid: str, frame: Frame, say: Messages) -> list[Row]:
    """Return how a deck's file differs from what is known of it, the note at hand first."""
    rows: list[Row] = [EMPTY] if not frame.small else []
    room = frame.width - frame.start - 4
    for deck in plan.decks:
        counts = say(
            "edit_screen.changes",
            changed=len(deck.changed),
            new=len(deck.new) + len(deck.doubtful),
            vanished=len(deck.vanished),
        )
        rows += [((" " * frame.start + line, STRONG),) for line in cells.wrap(counts, room)]
        pairs = [(each.uid, each.before, each.after) for each in deck.changed]
        pairs.sort(key=lambda pair: pair[0] != uid)
        for known, before, after in pairs[:_MOST_CHANGES]:
            rows.append(EMPTY)
            if known == uid:
                rows.append(muted(" " * frame.start + say("edit_screen.this_note")))
            was, now = _note_lines(before, room), _note_lines(after, room)
            rows += [((" " * frame.start + "- " + line, BAD),) for line in was if line not in now]
            rows += [((" " * frame.start + "+ " + line, GOOD),) for line in now if line not in was]
        for each in deck.new[:_MOST_CHANGES]:
            line = _note_lines(each.note, room)[0]
            rows += [EMPTY, ((" " * frame.start + "+ " + line, GOOD),)]
    return rows


def like_rows(like: Like | None, label_cells: int, frame: Frame, say: Messages) -> list[Row]:
    """Return the card that is there already and asks much the same."""
    if like is None:
        return []
    text = say("edit_screen.like_card", prompt=like.prompt, answer=like.answer, deck=like.deck)
    label = say("edit_screen.like")
    indent = " " * frame.start
    if frame.small:
        return [muted(indent + cells.cut(f"{label}: {text}", frame.width - 2))]
    lines = cells.wrap(text.replace("\n", " "), frame.width - label_cells - 3)[:2]
    return [EMPTY, muted(indent + label), *(muted(" " * label_cells + line) for line in lines)]
