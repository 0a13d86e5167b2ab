"""What there is to do on the first screens, as rows: at the very start, and when a day is done."""

from typing import TYPE_CHECKING, NamedTuple

from overmorrow.messages import Messages
from overmorrow.tui import cells
from overmorrow.tui.footers import Offer
from overmorrow.tui.frame import Frame
from overmorrow.tui.rows import ACCENT, CHOSEN, EMPTY, MUTED, PLAIN, STRONG, Row, muted, plain
from overmorrow.tui.strip import GradeKeys

if TYPE_CHECKING:
    from overmorrow.jobs.home import Overview


class Doing(NamedTuple):
    """A row of a first screen, and what a click on it does."""

    row: Row
    action: str = ""
    """Empty where a click does nothing."""


_KEY_CELLS = 8
_NAME_CELLS = 22


def first_rows(keys: GradeKeys, frame: Frame, say: Messages, *, alone: bool) -> list[Doing]:
    """Return what a new learner can do, and how the number keys are used.

    Args:
        keys: How the number keys are used.
        frame: The terminal.
        say: The learner's language.
        alone: Whether there is no deck but the example.
    """
    begin = "short_enter" if frame.small else "first_enter" if alone else "first_enter_chosen"
    bring = _to_bring(frame, say)
    if frame.small and not alone:
        bring = bring[:1]
    offers = [Offer("Enter", say(f"home.{begin}"), "study"), *bring]
    if not frame.small:
        offers.append(Offer("l", say("home.first_language"), "language"))
    gap = [] if frame.small else [Doing(EMPTY)]
    return [*_offers(offers, frame), *gap, *_number_keys(keys, frame, say)]


def what_to_bring_rows(frame: Frame, say: Messages) -> list[Doing]:
    """Return how a collection without decks is filled."""
    return _offers(_to_bring(frame, say), frame)


def _to_bring(frame: Frame, say: Messages) -> list[Offer]:
    length = "short" if frame.small else "first"
    return [
        Offer("i", say(f"home.{length}_files"), "import_files"),
        Offer("g", say(f"home.{length}_article"), "generate"),
        Offer("n", say("home.first_new"), "new_deck"),
    ]


def _offers(offers: list[Offer], frame: Frame) -> list[Doing]:
    indent = " " * frame.start
    room = frame.width - frame.start - _KEY_CELLS - 2
    return [
        Doing(
            ((indent + cells.pad(key, _KEY_CELLS), STRONG), (cells.cut(text, room), PLAIN)), action
        )
        for key, text, action in offers
    ]


def _number_keys(keys: GradeKeys, frame: Frame, say: Messages) -> list[Doing]:
    indent = " " * frame.start
    pieces: list[tuple[str, str]] = []
    for name, is_chosen in (("sm2", not keys.anki), ("anki", keys.anki)):
        mark = "> " if is_chosen else "  "
        pieces += [(" " * (1 if frame.small else 3) if pieces else "", PLAIN), (mark, ACCENT)]
        pieces.append((say(f"home.keys_{name}"), CHOSEN if is_chosen else PLAIN))
    if frame.small:
        return [Doing(((" Tab ", STRONG), *pieces), "number_keys")]
    question = say("home.keys_question") + "   "
    return [
        Doing(((indent + question, PLAIN), *pieces), "number_keys"),
        Doing(muted(indent + say("home.keys_later"))),
    ]


def done_rows(overview: "Overview", rollover_hour: int, frame: Frame, say: Messages) -> list[Doing]:
    """Return that today is done, and what may be done all the same."""
    indent = " " * frame.start
    sentence = say("home.all_done", hour=f"{rollover_hour:02}:00")
    rows = [Doing(plain(indent + line)) for line in cells.wrap(sentence, frame.text_cells)]
    if not frame.small:
        rows.append(Doing(EMPTY))
    offers = [("p", "practise", "")]
    if overview.weak:
        offers.append(("d", "weak", say("home.weak_how", n=len(overview.weak))))
    if overview.unseen:
        offers.append(("+", "more_new", say("home.more_new_how", n=overview.unseen)))
    offers.append(("r", "random", ""))
    for key, name, told in offers:
        how = "" if frame.small else told or say(f"home.{name}_how")
        row: Row = (
            (indent + cells.pad(key, 4), STRONG),
            (cells.pad(say(f"home.{name}"), _NAME_CELLS), PLAIN),
            (how, MUTED),
        )
        rows.append(Doing(row, name))
    return rows


def backlog_row(overview: "Overview", frame: Frame, say: Messages) -> list[Doing]:
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
        return [Doing(muted(" " + cells.cut(told, frame.width - 2)), "pace")]
    key = say("backlog.spread" if pace is None else "backlog.change")
    row: Row = ((" " * frame.start + told + "    ", MUTED), ("b", STRONG), (f" {key}", MUTED))
    return [Doing(row, "pace")]
