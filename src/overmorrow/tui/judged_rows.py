"""An answer and its verdict, as rows: typed, accepted, differences, reason, source."""

from typing import NamedTuple

from overmorrow.cards.card import Card
from overmorrow.cards.verdict import Verdict
from overmorrow.grading.grading import Grading, Span
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

_LABEL_CELLS = 8
_READ_START = 46
_FEW_ITEMS = 4
_NOTHING_TO_SAY = "exact"


class Outcome(NamedTuple):
    """How a verdict is shown: sign, colour, word."""

    sign: str
    style: str
    message: str


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
}


def outcome(judged: Judged) -> Outcome | None:
    """Return how the answer is shown; None when the learner grades alone."""
    if judged.overruled:
        return _OVERRULED[judged.overruled]
    if judged.grading is None:
        return None
    return _BLANK if judged.grading.kind == "blank" else _BY_VERDICT[judged.grading.verdict]


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
    if grading.value is None:
        return ""
    if _bare(grading.value) == _bare(judged.typed):
        return ""
    return say("study.read_as", value=grading.value)


def _bare(text: str) -> str:
    return "".join(text.replace(",", "").split()).casefold()


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
    why = "" if plainly else reason_words(grading, say)
    seconds = say("study.took", seconds=f"{judged.answer_ms / 1000:.1f}")
    took = "" if frame.small or not judged.answer_ms else f" ({seconds})"
    lines = cells.wrap(f"{word} {why}".rstrip() + took, frame.value_cells)
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


def reason_words(grading: Grading, say: Messages) -> str:
    """Return the sentence of the grader."""
    return say(f"grading.{grading.reason}", **dict(grading.details))


def _background(card: Card, frame: Frame, say: Messages) -> list[Row]:
    """Return where the answer is from and what is worth knowing about it."""
    if frame.small:
        return [EMPTY, muted(" " + cells.cut(card.source, frame.text_cells))] if card.source else []
    rows: list[Row] = [EMPTY]
    if card.source:
        rows += _labelled(say("study.source"), card.source, MUTED, frame)
    if card.remark:
        rows += _labelled(say("study.note"), card.remark, PLAIN, frame)
    return rows


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


def overrule_rows(typed: str, frame: Frame, say: Messages) -> list[Row]:
    """Return the three ways to say "I was right", in a frame of their own."""
    keys = ("> Enter  ", "  o      ", "  t      ", "  Esc    ")
    if frame.small:
        short = ("learn", "once", "typo", "keep")
        return [
            EMPTY,
            *(
                ((key, STRONG), (say(f"keys.{name}"), PLAIN))
                for key, name in zip(keys, short, strict=True)
            ),
        ]
    words = (
        say("study.right_learn", typed=cells.cut(typed, 24)),
        say("study.right_once"),
        say("study.right_typo"),
        say("study.right_keep"),
    )
    choices = list(zip(keys, words, strict=True))
    inner = frame.text_cells - 4
    title = f"─ {say('study.right_title')} "
    top = "┌" + title + "─" * (inner - cells.cell_len(title)) + "┐"
    body = [
        EMPTY,
        *(((key, STRONG), (text, PLAIN)) for key, text in choices),
        EMPTY,
        ((say("study.right_note"), MUTED),),
    ]
    rows: list[Row] = [EMPTY, ((" " * 4 + top, ACCENT),)]
    for row in body:
        offset = 4 if row and row[0][1] == MUTED else 2
        used = offset + sum(cells.cell_len(text) for text, _ in row)
        fill = " " * max(0, inner - used)
        rows.append((("    │" + " " * offset, ACCENT), *row, (fill + "│", ACCENT)))
    rows.append(((" " * 4 + "└" + "─" * inner + "┘", ACCENT),))
    return rows
