"""What an import would do, what it is doing and what it did, as rows."""

import os
from collections.abc import Sequence
from typing import NamedTuple

from overmorrow.messages import Messages
from overmorrow.tui import cells
from overmorrow.tui.frame import Frame
from overmorrow.tui.import_rows import grouped
from overmorrow.tui.import_run import ImportRun, Stage
from overmorrow.tui.imports import Imported, Plan
from overmorrow.tui.rows import ACCENT, CHOSEN, EMPTY, MUTED, PLAIN, STRONG, Row, muted, plain

_ALWAYS = ("new", "changed", "unchanged")
_LABEL_CELLS = 16
_SMALL_LABEL_CELLS = 14
_COUNT_CELLS = 7
_BAR_CELLS = 44


class PlanLine(NamedTuple):
    """One line of the plan."""

    name: str
    """The entry of `locale/import_screen.py`; `go` is the import itself."""
    amount: int
    about: str = ""


def plan_lines(plan: Plan, answered: int, say: Messages) -> list[PlanLine]:
    """Return the counts worth a line.

    Args:
        plan: What is decided so far.
        answered: How many doubtful cards were decided on.
        say: The learner's language.
    """
    return [
        PlanLine(name, count, _about(name, plan, answered, say))
        for name, count in plan.review.counts.items()
        if count or name in _ALWAYS
    ]


def _about(name: str, plan: Plan, answered: int, say: Messages) -> str:
    review = plan.review
    if name in plan.left_out:
        return say("import_screen.is_left_out")
    if name == "new":
        cards = review.new_cards
        return say("import_screen.about_new", n=grouped(cards)) if cards != review.new else ""
    if name == "doubtful" and answered == len(review.doubtful):
        same = len(plan.same)
        return say("import_screen.about_decided", same=same, new=answered - same)
    if name in ("unchanged", "notices") or (name == "changed" and not review.changed):
        return ""
    return say(f"import_screen.about_{name}")


def line_rows(
    lines: Sequence[PlanLine],
    chosen: int | None,
    left_out: frozenset[str],
    frame: Frame,
    say: Messages,
) -> list[Row]:
    """Return the counts; the chosen one is marked."""
    return [
        _line_row(line, frame, say, is_chosen=at == chosen, is_out=line.name in left_out)
        for at, line in enumerate(lines)
    ]


def _line_row(line: PlanLine, frame: Frame, say: Messages, *, is_chosen: bool, is_out: bool) -> Row:
    label_cells = _SMALL_LABEL_CELLS if frame.small else _LABEL_CELLS
    label = cells.pad(say(f"import_screen.{line.name}"), label_cells - 1)
    count = cells.right(f"{line.amount:,}", _COUNT_CELLS)
    about = "" if frame.small else line.about
    room = frame.width - frame.start - label_cells - _COUNT_CELLS - 4
    style = CHOSEN if is_chosen else MUTED if is_out or not line.amount else PLAIN
    return (
        _mark(frame, is_chosen=is_chosen),
        (label + count, style),
        ("   " + cells.cut(about, room), MUTED),
    )


def _mark(frame: Frame, *, is_chosen: bool) -> tuple[str, str]:
    indent = " " * max(0, frame.start - 2)
    return (indent + ("> " if is_chosen else "  ")[: 2 if frame.start > 1 else 1], ACCENT)


def go_row(plan: Plan, frame: Frame, say: Messages, *, is_chosen: bool) -> Row:
    """Return the row that starts the import."""
    words = say(f"import_screen.{go_key(plan)}", n=grouped(coming(plan)))
    return (_mark(frame, is_chosen=is_chosen), (f" {words} ", CHOSEN if is_chosen else STRONG))


def go_key(plan: Plan) -> str:
    """Return the message of what Enter does to the plan as a whole."""
    if is_idle(plan):
        return "nothing_to_do"
    return "go" if coming(plan) else "go_changes"


def file_names(plan: Plan, say: Messages) -> str:
    """Return the name of the file, or how many there are, and the deck if it was named."""
    plans = plan.review.plans
    if len(plans) == 1:
        files = os.path.basename(plans[0].path)
    else:
        files = say("import_screen.files", n=len(plans))
    return f"{files} · {plan.deck}" if plan.deck else files


def coming(plan: Plan) -> int:
    """Return how many cards will be new or changed."""
    review = plan.review
    new = 0 if "new" in plan.left_out else review.new_cards
    changed = 0 if "changed" in plan.left_out else review.changed
    return new + changed + len(review.doubtful)


def is_idle(plan: Plan) -> bool:
    """Whether nothing would change."""
    review = plan.review
    return review.is_empty or (bool(plan.left_out) and not coming(plan) and not review.vanished)


def run_rows(done: int, total: int, seconds: float, frame: Frame, say: Messages) -> list[Row]:
    """Return how far an import has come.

    Args:
        done: How many notes are written.
        total: How many there are.
        seconds: How long it has taken so far.
        frame: The terminal.
        say: The learner's language.
    """
    share = min(1.0, done / total)
    room = min(_BAR_CELLS, frame.width - 2 * frame.start)
    heavy = round(room * share)
    shown_done = min(done, total)
    if share:
        left = max(1, round(seconds * (1 - share) / share))
        key = "so_far_left" if share < 1 else "so_far"
        words = say(
            f"import_screen.{key}", done=grouped(shown_done), total=grouped(total), seconds=left
        )
    else:
        words = say("import_screen.so_far", done=0, total=grouped(total))
    indent = " " * frame.start
    bar = ((indent + "━" * heavy, ACCENT), ("─" * (room - heavy), MUTED))
    if frame.small:
        return [bar, plain(indent + words)]
    return [(*bar, ("   " + words, PLAIN))]


def percent(done: int, total: int) -> int:
    """Return how far an import has come, never 100 before it ended."""
    return min(99, 100 * done // max(1, total))


def _ended_words(imported: Imported, say: Messages) -> str:
    cards, changed = grouped(imported.cards), grouped(imported.changed)
    if imported.batch_id is None or not (cards or changed):
        key = "nothing_done" if imported.batch_id is None else "imported"
        return say(f"import_screen.{key}", n=cards)
    if not cards:
        return say("import_screen.only_changed", n=changed)
    if changed:
        return say("import_screen.imported_changed", n=cards, changed=changed)
    return say("import_screen.imported", n=cards)


def end_sentence(run: ImportRun, say: Messages) -> str:
    """Return how an import ended, in a sentence."""
    if run.stage is Stage.DONE and run.imported is not None:
        return _ended_words(run.imported, say)
    if run.stage is Stage.FAILED and run.error is not None:
        return say(run.error.key, **run.error.values)
    return say(f"import_screen.{run.stage.value}")


def ended_rows(
    sentence: str, frame: Frame, say: Messages, *, can_undo: bool, grade_keys: bool
) -> list[Row]:
    """Return the sentence at the end, and what can be done next.

    Args:
        sentence: What the import came to.
        frame: The terminal.
        say: The learner's language.
        can_undo: Whether there is something to take back.
        grade_keys: Whether to mention the keys of Anki.
    """
    indent = " " * frame.start
    rows: list[Row] = [
        ((indent + line, STRONG),) for line in cells.wrap(sentence, frame.text_cells)
    ]
    if can_undo:
        rows.append(plain(indent + say("import_screen.what_next")))
    if grade_keys:
        words = say("import_screen.grade_keys")
        rows += [EMPTY, *(muted(indent + line) for line in cells.wrap(words, frame.text_cells))]
    return rows


def promise_rows(frame: Frame, say: Messages) -> list[Row]:
    """Return that the learner need not wait."""
    lines = cells.wrap(say("import_screen.promise"), frame.text_cells)
    return [muted(" " * frame.start + line) for line in lines]
