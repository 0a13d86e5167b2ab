"""An answer and its verdict, as rows: typed, accepted, differences, reason, source."""

from collections.abc import Sequence
from typing import NamedTuple

from overmorrow.cards.card import Card
from overmorrow.cards.verdict import Verdict
from overmorrow.grading.explain import explain, reading
from overmorrow.grading.grading import Grading, Span
from overmorrow.grading.points import Point
from overmorrow.jobs.asked import Judged
from overmorrow.messages import Messages
from overmorrow.tui import cells
from overmorrow.tui.frame import Frame
from overmorrow.tui.rows import (
    ACCENT,
    BAD,
    EMPTY,
    GOOD,
    MUTED,
    NEAR,
    PLAIN,
    STRONG,
    Row,
    muted,
    plain,
)
from overmorrow.tui.scrolled import Listed

_LABEL_CELLS = 8
_READ_START = 46
_FEW_ITEMS = 4
_NOTHING_TO_SAY = "exact"
FIRST_CHOICE = "> Enter"
"""How the first choice of a question begins; the others stand below it."""


class Outcome(NamedTuple):
    """How a verdict is shown: sign, colour, word."""

    sign: str
    style: str
    message: str


class Points(NamedTuple):
    """The points of a long answer, and which of them is chosen."""

    found: Sequence[Point]
    chosen: int


_CORRECT = Outcome("✓", GOOD, "study.correct")
_CLOSE = Outcome("~", NEAR, "study.close")
_WRONG = Outcome("✗", BAD, "study.wrong")
_BLANK = Outcome("-", MUTED, "study.blank")
_BY_VERDICT = {Verdict.CORRECT: _CORRECT, Verdict.CLOSE: _CLOSE, Verdict.WRONG: _WRONG}
_OVERRULED = {
    "learn": Outcome("✓", GOOD, "study.overruled_learn"),
    "once": Outcome("✓", GOOD, "study.overruled_once"),
    "typo": Outcome("~", NEAR, "study.overruled_typo"),
    "wrong": Outcome("✗", BAD, "study.overruled_wrong"),
    "refused": Outcome("✗", BAD, "study.overruled_refused"),
}


def outcome_of(grading: Grading) -> Outcome:
    """Return how a verdict is shown that nobody overruled."""
    return _BLANK if grading.kind == "blank" else _BY_VERDICT[grading.verdict]


def outcome(judged: Judged) -> Outcome | None:
    """Return how the answer is shown; None when the learner grades alone."""
    if judged.overruled:
        return _OVERRULED["refused" if judged.refused else judged.overruled]
    if judged.grading is None:
        return None
    return outcome_of(judged.grading)


def judged_rows(card: Card, judged: Judged, frame: Frame, say: Messages) -> list[Row]:
    """Return everything from the typed answer down to the note."""
    return typed_rows(card, judged, frame, say) + _background(card, frame, say)


def typed_rows(card: Card, judged: Judged, frame: Frame, say: Messages) -> list[Row]:
    """Return the typed answer, the accepted one, and the verdict."""
    grading = judged.grading
    shown = outcome(judged)
    if grading is None or shown is None:
        rows = _typed_alone(judged, frame, say) + _accepted(card, None, frame, say)
    else:
        rows = _typed(judged, grading, shown, frame, say)
        reason = _reason(judged, grading, shown, frame, say)
        if grading.items:
            rows += _with_items(grading, reason, frame, say)
        else:
            rows += [*_accepted(card, grading, frame, say), *reason]
    return rows


def _typed(
    judged: Judged, grading: Grading, shown: Outcome, frame: Frame, say: Messages
) -> list[Row]:
    """Return the typed answer where the box stood, and beside it how it was read."""
    lines = cells.wrap(judged.typed, frame.value_cells) if judged.typed else [say("study.nothing")]
    read = _read(judged, grading, say)
    if frame.small:
        rows: list[Row] = [((shown.sign, shown.style), (lines[0], PLAIN))]
    else:
        label = cells.pad(say("study.you"), _LABEL_CELLS)
        first: list[tuple[str, str]] = [
            (f"  {shown.sign} ", shown.style),
            (label, MUTED),
            (lines[0], PLAIN if judged.typed else MUTED),
        ]
        used = 12 + cells.cell_len(lines[0])
        at = max(_READ_START, used + 3)
        if read and len(lines) == 1 and at + cells.cell_len(read) <= frame.page_cells - 1:
            first.append((" " * (at - used) + read, MUTED))
        rows = [first]
    indent = " " * frame.value_start
    return rows + [plain(indent + line) for line in lines[1:]]


def _typed_alone(judged: Judged, frame: Frame, say: Messages) -> list[Row]:
    if not judged.typed:
        return []
    return _labelled(say("study.you"), judged.typed, PLAIN, frame)


def _read(judged: Judged, grading: Grading, say: Messages) -> str:
    """Return how a number or date was understood, where that tells something."""
    value = reading(grading, judged.typed)
    return say("study.read_as", value=value) if value else ""


def _accepted(card: Card, grading: Grading | None, frame: Frame, say: Messages) -> list[Row]:
    """Return the accepted answer with the differing cells marked under it."""
    matched = grading.matched if grading is not None else ""
    rows = _labelled(say("study.answer"), card.answer, STRONG, frame)
    if matched and matched != card.answer:
        if grading is not None and grading.verdict is Verdict.CLOSE:
            rows += _labelled(say("study.also"), matched, PLAIN, frame)
            rows += _difference(grading.diff, matched, say("study.also"), frame)
        return rows
    if grading is not None:
        rows += _difference(grading.diff, card.answer, say("study.answer"), frame)
    return rows


def _difference(spans: tuple[Span, ...], text: str, label: str, frame: Frame) -> list[Row]:
    """Return a row of `^` under the cells that differ; none when the text is too long for it."""
    start = frame.value_start + (cells.cell_len(label) + 1 if frame.small else 0)
    if not spans or start + cells.cell_len(text) > frame.text_cells + frame.start:
        return []
    signs = [" "] * max(end for _, end in spans)
    for first, end in spans:
        signs[first:end] = "^" * (end - first)
    return [((" " * start, PLAIN), ("".join(signs), NEAR))]


def _with_items(grading: Grading, reason: list[Row], frame: Frame, say: Messages) -> list[Row]:
    """Return a list's items and the reason, which stands first where they may need scrolling."""
    items = _items(grading, frame, say)
    if frame.small or len(items) > _FEW_ITEMS:
        return [*reason, *items]
    return [EMPTY, *items, EMPTY, *reason]


def _items(grading: Grading, frame: Frame, say: Messages) -> list[Row]:
    """Return a list's items, each beside what was typed for it."""
    widest = max(cells.cell_len(item.text) for item in grading.items)
    column = min(widest + 4, max(12, frame.text_cells // 2))
    rows: list[Row] = []
    for item in grading.items:
        shown = _BY_VERDICT[item.verdict]
        rows.append(
            (
                (" " * frame.start, PLAIN),
                (shown.sign + " ", shown.style),
                (cells.pad(item.text, column), STRONG),
                (item.typed, PLAIN) if item.typed else (say("study.missing"), MUTED),
            )
        )
    return rows


def _reason(
    judged: Judged, grading: Grading, shown: Outcome, frame: Frame, say: Messages
) -> list[Row]:
    """Return the verdict in words, why, and how long it took."""
    word = say(shown.message)
    plainly = judged.overruled or grading.kind == "blank" or grading.reason == _NOTHING_TO_SAY
    words = [word, "" if plainly else explain(grading, say)]
    if judged.hints and grading.verdict.accepted:
        words.append(say("study.with_hints", n=judged.hints))
    seconds = say("study.took", seconds=f"{judged.answer_ms / 1000:.1f}")
    took = "" if frame.small or not judged.answer_ms else f" ({seconds})"
    lines = cells.wrap(" ".join(filter(None, words)) + took, frame.value_cells)
    indent = " " * frame.value_start
    head, tail = lines[0][: len(word)], lines[0][len(word) :]
    rows: list[Row] = [((indent, PLAIN), (head, shown.style), (tail, PLAIN))]
    rows += [plain(indent + line) for line in lines[1:]]
    read = _read(judged, grading, say)
    if frame.small and read:
        rows.append(muted(indent + cells.cut(read, frame.value_cells)))
    if grading.answer_of and not judged.overruled:
        other = say("study.answer_of", prompt=grading.answer_of)
        rows += [muted(indent + line) for line in cells.wrap(other, frame.value_cells)]
    return rows


def _background(card: Card, frame: Frame, say: Messages) -> list[Row]:
    """Return where the answer is from and what is worth knowing about it."""
    if frame.small:
        source = _short_source(card.source, frame.text_cells)
        return [EMPTY, muted(" " + source)] if source else []
    rows: list[Row] = [EMPTY]
    if card.source:
        rows += _labelled(say("study.source"), card.source, MUTED, frame)
    if card.remark:
        rows += _labelled(say("study.note"), card.remark, PLAIN, frame)
    return rows


def _short_source(source: str, room: int) -> str:
    """Return where a card is from on one row; the place in the article is what stays."""
    article, comma, place = source.rpartition(", ")
    left = room - cells.cell_len(comma + place)
    if cells.cell_len(source) <= room or left < _LABEL_CELLS:
        return cells.cut(source, room)
    return cells.cut(article, left) + comma + place


def _labelled(label: str, text: str, style: str, frame: Frame) -> list[Row]:
    if frame.small:
        start = cells.cell_len(label) + 1
        lines = cells.wrap(text, frame.text_cells - start)
        head: Row = ((" ", PLAIN), (label + " ", MUTED), (lines[0], style))
        return [head, *(((" " * (start + 1) + line, style),) for line in lines[1:])]
    lines = cells.wrap(text, frame.value_cells)
    indent = " " * frame.start
    rows: list[Row] = []
    for place, line in enumerate(lines):
        shown = cells.pad(label, _LABEL_CELLS) if place == 0 else " " * _LABEL_CELLS
        rows.append(((indent, PLAIN), (shown, MUTED), (line, style)))
    return rows


def overrule_rows(typed: str, room: int, frame: Frame, say: Messages) -> list[Row]:
    """Return the three ways to say "I was right", in a frame of their own.

    Args:
        typed: The answer.
        room: How many rows there are.
        frame: The terminal.
        say: The learner's language.
    """
    keys = (f"{FIRST_CHOICE}  ", "  o      ", "  t      ", "  Esc    ")
    if frame.small:
        short = ("learn", "once", "typo", "keep")
        return _unframed(
            "", [(key, say(f"keys.{name}")) for key, name in zip(keys, short, strict=True)], frame
        )
    words = (
        say("study.right_learn", typed=cells.cut(typed, 24)),
        say("study.right_once"),
        say("study.right_typo"),
        say("study.right_keep"),
    )
    return _framed(
        say("study.right_title"),
        list(zip(keys, words, strict=True)),
        say("study.right_note"),
        room,
        frame,
    )


def points_rows(card: Card, judged: Judged, points: Points, frame: Frame, say: Messages) -> Listed:
    """Return a long answer and its points, each to be confirmed."""
    rows = _typed_alone(judged, frame, say)
    rows += [] if frame.small else [EMPTY]
    begin = end = 0
    column = frame.text_cells if frame.small else max(20, frame.text_cells // 2)
    for at, point in enumerate(points.found):
        begin = len(rows) if at == points.chosen else begin
        mark = "> " if at == points.chosen else "  "
        sign, style = ("✓ ", GOOD) if point.said else ("? ", NEAR)
        beside = point.piece if point.said else say("study.point_open")
        lines = cells.wrap(point.text, column - 4)
        row: list[tuple[str, str]] = [
            (" " * max(0, frame.start - 2) + mark, ACCENT),
            (sign, style),
            (cells.pad(lines[0], column - 2), STRONG if at == points.chosen else PLAIN),
        ]
        if not frame.small:
            row.append((cells.cut(beside, frame.text_cells - column), MUTED))
        rows.append(row)
        rows += [plain(" " * (frame.start + 2) + line) for line in lines[1:]]
        end = len(rows) if at == points.chosen else end
    said = sum(point.said for point in points.found)
    counted = say("study.points_said", n=said, total=len(points.found))
    rows += [muted(" " * (frame.start + 2) + counted), *_background(card, frame, say)]
    return Listed(rows, begin, end)


def leech_rows(lapses: int, room: int, frame: Frame, say: Messages) -> list[Row]:
    """Return what can be done with a card that is forgotten again and again.

    Args:
        lapses: How often it was forgotten.
        room: How many rows there are.
        frame: The terminal.
        say: The learner's language.
    """
    names = {
        f"{FIRST_CHOICE}  ": "later",
        "  e      ": "edit",
        "  h      ": "hint",
        "  s      ": "suspend",
    }
    choices = [(key, say(f"study.leech_{name}")) for key, name in names.items()]
    title = say("study.leech_title", n=lapses)
    if frame.small:
        return _unframed(" " + title, choices, frame)
    return _framed(title, choices, say("study.leech_note"), room, frame)


def retype_rows(card: Card, frame: Frame, say: Messages) -> list[Row]:
    """Return what stands below the box while the answer is typed once more."""
    how = cells.wrap(say("study.retype_how"), frame.value_cells)
    indent = " " * frame.value_start
    rows = [*_accepted(card, None, frame, say), *(muted(indent + line) for line in how)]
    return [*rows, *_background(card, frame, say)]


def _unframed(title: str, choices: Sequence[tuple[str, str]], frame: Frame) -> list[Row]:
    """Return keys and what they do, where there is no room for a frame."""
    indent = " " * (0 if frame.small else frame.start)
    rows: list[Row] = [EMPTY, *([((title, STRONG),)] if title else [])]
    return [*rows, *(((indent + key, STRONG), (words, PLAIN)) for key, words in choices)]


def _framed(
    title: str, choices: Sequence[tuple[str, str]], note: str, room: int, frame: Frame
) -> list[Row]:
    """Return keys and what they do, in a frame under a title, as roomy as it can be."""
    inner = frame.text_cells - 4
    keys: list[Row] = [((key, STRONG), (text, PLAIN)) for key, text in choices]
    roomy: list[Row] = [EMPTY, *keys, EMPTY, ((note, MUTED),)]
    edges = 3
    if room < len(keys) + edges:
        return _unframed(" " * frame.start + title, choices, frame)
    body = roomy if room >= len(roomy) + edges else keys
    title = f"─ {title} "
    top = "┌" + title + "─" * (inner - cells.cell_len(title)) + "┐"
    rows: list[Row] = [EMPTY, ((" " * 4 + top, ACCENT),)]
    for row in body:
        offset = 4 if row and row[0][1] == MUTED else 2
        used = offset + sum(cells.cell_len(text) for text, _ in row)
        fill = " " * max(0, inner - used)
        rows.append((("    │" + " " * offset, ACCENT), *row, (fill + "│", ACCENT)))
    rows.append(((" " * 4 + "└" + "─" * inner + "┘", ACCENT),))
    return rows
