"""What there is to do on the first screens, as rows: at the very start, and when a day is done."""

from typing import TYPE_CHECKING

from overmorrow.messages import Messages
from overmorrow.tui import cells
from overmorrow.tui.frame import Frame
from overmorrow.tui.rows import ACCENT, CHOSEN, EMPTY, MUTED, PLAIN, STRONG, Row, muted, plain
from overmorrow.tui.strip import GradeKeys

if TYPE_CHECKING:
    from overmorrow.jobs.home import Overview

_KEY_CELLS = 8
_NAME_CELLS = 22


def first_rows(keys: GradeKeys, frame: Frame, say: Messages, *, alone: bool) -> list[Row]:
    """Return what a new learner can do, and how the number keys are used.

    Args:
        keys: How the number keys are used.
        frame: The terminal.
        say: The learner's language.
        alone: Whether there is no deck but the example.
    """
    begin = "short_enter" if frame.small else "first_enter" if alone else "first_enter_chosen"
    offers = [("Enter", say(f"home.{begin}")), *_to_bring(frame, say)]
    if not frame.small:
        offers.append(("l", say("home.first_language")))
    gap: list[Row] = [] if frame.small else [EMPTY]
    return [*_offers(offers, frame), *gap, *_number_keys(keys, frame, say)]


def what_to_bring_rows(frame: Frame, say: Messages) -> list[Row]:
    """Return how a collection without decks is filled."""
    return _offers(_to_bring(frame, say), frame)


def _to_bring(frame: Frame, say: Messages) -> list[tuple[str, str]]:
    length = "short" if frame.small else "first"
    return [
        ("i", say(f"home.{length}_files")),
        ("g", say(f"home.{length}_article")),
        ("n", say("home.first_new")),
    ]


def _offers(offers: list[tuple[str, str]], frame: Frame) -> list[Row]:
    indent = " " * frame.start
    room = frame.width - frame.start - _KEY_CELLS - 2
    return [
        ((indent + cells.pad(key, _KEY_CELLS), STRONG), (cells.cut(text, room), PLAIN))
        for key, text in offers
    ]


def _number_keys(keys: GradeKeys, frame: Frame, say: Messages) -> list[Row]:
    indent = " " * frame.start
    pieces: list[tuple[str, str]] = []
    for name, is_chosen in (("sm2", not keys.anki), ("anki", keys.anki)):
        mark = "> " if is_chosen else "  "
        pieces += [(" " * (1 if frame.small else 3) if pieces else "", PLAIN), (mark, ACCENT)]
        pieces.append((say(f"home.keys_{name}"), CHOSEN if is_chosen else PLAIN))
    if frame.small:
        return [((" Tab ", STRONG), *pieces)]
    question = say("home.keys_question") + "   "
    return [((indent + question, PLAIN), *pieces), muted(indent + say("home.keys_later"))]


def done_rows(overview: "Overview", rollover_hour: int, frame: Frame, say: Messages) -> list[Row]:
    """Return that today is done, and what may be done all the same."""
    indent = " " * frame.start
    sentence = say("home.all_done", hour=f"{rollover_hour:02}:00")
    rows: list[Row] = [plain(indent + line) for line in cells.wrap(sentence, frame.text_cells)]
    if not frame.small:
        rows.append(EMPTY)
    offers = [("p", "practise", "")]
    if overview.weak:
        offers.append(("d", "weak", say("home.weak_how", n=len(overview.weak))))
    if overview.unseen:
        offers.append(("+", "more_new", say("home.more_new_how", n=overview.unseen)))
    offers.append(("r", "random", ""))
    for key, name, told in offers:
        how = "" if frame.small else told or say(f"home.{name}_how")
        rows.append(
            (
                (indent + cells.pad(key, 4), STRONG),
                (cells.pad(say(f"home.{name}"), _NAME_CELLS), PLAIN),
                (how, MUTED),
            )
        )
    return rows


def backlog_row(overview: "Overview", frame: Frame, say: Messages) -> list[Row]:
    """Return what is overdue and at what pace it is caught up with; nothing if nothing is."""
    backlog = overview.backlog
    if backlog is None or overview.is_first_run:
        return []
    words = [say("backlog.waiting", n=f"{backlog.overdue:,}")]
    pace = backlog.pace
    if pace is not None:
        key = "all_today" if pace.is_all else "only_today" if pace.only_day else "at_pace"
        words.append(say(f"backlog.{key}", n=pace.reviews))
    told = " · ".join(words)
    if frame.small:
        return [muted(" " + cells.cut(told, frame.width - 2))]
    key = say("backlog.spread" if pace is None else "backlog.change")
    return [((" " * frame.start + told + "    ", MUTED), ("b", STRONG), (f" {key}", MUTED))]
