"""The cards behind each line of an import's plan, and the question about doubtful ones, as rows."""

from collections.abc import Iterable, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING

from overmorrow.jobs.import_review import MOST_KEPT
from overmorrow.messages import Messages
from overmorrow.tui import cells
from overmorrow.tui.frame import Frame
from overmorrow.tui.import_rows import grouped, shown
from overmorrow.tui.rows import EMPTY, MUTED, PLAIN, STRONG, Row, muted

if TYPE_CHECKING:
    from overmorrow.cards.problem import Problem
    from overmorrow.jobs.import_review import ImportReview
    from overmorrow.jobs.planned import DoubtfulNote
    from overmorrow.jobs.refused_lines import RefusedLine

_LINE_CELLS = 7


def card_rows(name: str, review: "ImportReview", frame: Frame, say: Messages) -> list[Row]:
    """Return the cards behind one line of the plan.

    Args:
        name: The line's name.
        review: What was planned.
        frame: The terminal.
        say: The learner's language.
    """
    if name == "refused":
        rows = _refused_whole(review, frame, say)
        return rows + _more(review.refused - MOST_KEPT, frame, say)
    if name == "notices":
        return _notice_rows(review, frame, say)
    blocks = islice(_blocks(name, review, say), MOST_KEPT)
    rows = [row for block in blocks for row in (*_block_rows(block, frame), EMPTY)]
    return rows + _more(review.counts[name] - MOST_KEPT, frame, say)


def _more(count: int, frame: Frame, say: Messages) -> list[Row]:
    if count <= 0:
        return []
    return [muted(" " * frame.start + say("import_screen.and_more", n=grouped(count)))]


def _blocks(name: str, review: "ImportReview", say: Messages) -> Iterable[list[tuple[str, str]]]:
    """Yield each card as labelled texts."""
    prompt, answer = say("import_screen.prompt"), say("import_screen.answer")
    before, after = say("import_screen.before"), say("import_screen.after")
    decks = review.decks
    if name == "changed":
        for changed in chain.from_iterable(deck.changed for deck in decks):
            yield [
                (prompt, changed.after.prompt),
                (before, changed.before.answer)
                if changed.before.prompt == changed.after.prompt
                else (before, f"{changed.before.prompt}   {changed.before.answer}"),
                (after, changed.after.answer),
            ]
    elif name == "doubles":
        for double in review.doubles:
            yield [
                (prompt, double.prompt),
                (say("import_screen.other"), double.other_answer),
                (after, double.answer),
            ]
    else:
        notes = {
            "new": (planned.note for deck in decks for planned in deck.new),
            "unchanged": (planned.note for deck in decks for planned in deck.unchanged),
            "vanished": (known.note for deck in decks for known in deck.vanished),
        }
        for note in notes.get(name, ()):
            face = note.faces[0] if note.faces else None
            yield [
                (prompt, face.prompt if face else note.prompt),
                (answer, (face.graded or face.answer) if face else note.answer),
            ]


def _block_rows(block: Sequence[tuple[str, str]], frame: Frame) -> list[Row]:
    rows: list[Row] = []
    room = frame.width - frame.start - 10
    for place, (label, text) in enumerate(block):
        if not text.strip():
            continue
        style = STRONG if place == 0 else PLAIN
        lines = cells.wrap(shown(text), room)[:3]
        for number, line in enumerate(lines):
            words = label if number == 0 else ""
            rows.append(((" " * frame.start + cells.pad(words, 8), MUTED), (line, style)))
    return rows


def _refused_whole(review: "ImportReview", frame: Frame, say: Messages) -> list[Row]:
    """Return what was left out with its whole reason, and what stands there below it."""
    rows: list[Row] = []
    for refused in review.refused_lines:
        rows += _problem_rows(refused.problem, frame, say)
        content = cells.cut(shown(refused.content), frame.width - frame.start - _LINE_CELLS - 1)
        rows += [muted(" " * (frame.start + _LINE_CELLS) + content), EMPTY]
    return rows


def _notice_rows(review: "ImportReview", frame: Frame, say: Messages) -> list[Row]:
    return [row for notice in review.notices for row in _problem_rows(notice, frame, say)]


def _problem_rows(problem: "Problem", frame: Frame, say: Messages) -> list[Row]:
    """Return a line's number and all that is said about it."""
    lines = cells.wrap(problem_words(problem, say), frame.width - frame.start - _LINE_CELLS - 1)
    words = [str(problem.line), *[""] * len(lines)]
    return [
        ((" " * frame.start + cells.pad(number, _LINE_CELLS), STRONG), (line, PLAIN))
        for number, line in zip(words, lines, strict=False)
    ]


def problem_words(problem: "Problem", say: Messages) -> str:
    """Return what is said about a problem, as one safe line."""
    return shown(say(problem.key, **problem.values))


def doubt_rows(
    doubt: "DoubtfulNote", nth: int, count: int, frame: Frame, say: Messages
) -> list[Row]:
    """Return a card of the file beside the known one it may be, and the question.

    Args:
        doubt: The two.
        nth: Which of them this is, counted from 1.
        count: How many there are.
        frame: The terminal.
        say: The learner's language.
    """
    indent = " " * frame.start
    likeness = say("import_screen.likeness", nth=nth, n=count, percent=round(doubt.likeness))
    question = say("import_screen.is_edited")
    room = frame.width - frame.start - cells.cell_len(question) - 2
    head = (
        (indent + question, STRONG),
        ("  " + cells.cut(likeness, room), MUTED),
    )
    prompt, answer = say("import_screen.prompt"), say("import_screen.answer")
    rows: list[Row] = [head]
    for name, note in (("before", doubt.before), ("after", doubt.after)):
        label = say(f"import_screen.{name}")
        if frame.small:
            rows += _block_rows([(label, note.prompt), ("", note.answer)], frame)
        else:
            rows += [EMPTY, muted(indent + label)]
            rows += _block_rows([(prompt, note.prompt), (answer, note.answer)], frame)
    rows += [] if frame.small else [EMPTY]
    offers = [("y", "yes_edited"), ("n", "no_new"), ("a", "rest_edited"), ("x", "rest_new")]
    for key, name in offers[: 2 if frame.small else 4]:
        lines = cells.wrap(say(f"import_screen.{name}"), frame.width - frame.start - 5)
        rows += [
            ((indent + (f"{key}   " if at == 0 else "    "), STRONG), (line, PLAIN))
            for at, line in enumerate(lines)
        ]
    return rows


def refused_rows(
    lines: Iterable["RefusedLine"], most: int, frame: Frame, say: Messages
) -> list[Row]:
    """Return the lines that were left out: number, reason, content."""
    lines = list(islice(lines, most))
    if not lines:
        return []
    room = frame.width - frame.start - _LINE_CELLS - 1
    reason_cells = room if frame.small else room * 11 // 20
    indent = " " * frame.start
    heads = cells.pad(say("import_screen.line"), _LINE_CELLS)
    heads += cells.pad(say("import_screen.reason"), reason_cells)
    rows = [muted(indent + heads + ("" if frame.small else say("import_screen.content")))]
    for line in lines:
        problem = line.problem
        reason = problem_words(problem, say)
        content = "" if frame.small else cells.cut(shown(line.content), room - reason_cells)
        rows.append(
            (
                (indent + cells.pad(str(problem.line), _LINE_CELLS), STRONG),
                (cells.pad(reason, reason_cells - 2) + "  ", PLAIN),
                (content, MUTED),
            )
        )
    return rows
