"""The end of a sitting as rows: what went well, what was hard, what comes."""

from overmorrow.jobs.asked import Confusion, HardCard, Summary
from overmorrow.messages import Messages
from overmorrow.stats.plot import bar
from overmorrow.stats.spans import duration_words
from overmorrow.tui import cells
from overmorrow.tui.frame import Frame
from overmorrow.tui.rows import EMPTY, MUTED, PLAIN, STRONG, Row, muted

_MEASURE = 80
_BAR_CELLS = 40
_GAP = "      "
MOST_CONFUSIONS = 3
"""As many mixed-up pairs are shown, each with a digit."""


def summary_head(summary: Summary, frame: Frame, say: Messages) -> Row:
    """Return the title, and how much it was."""
    time = duration_words(say, summary.seconds)
    amount = say("summary.cards_time", n=summary.cards, time=time)
    return ((" " + cells.between(_title(summary, frame, say), amount, frame.width - 2), PLAIN),)


def _title(summary: Summary, frame: Frame, say: Messages) -> str:
    """Return that the day is done, or that only this sitting is."""
    if not summary.left:
        return say("summary.title")
    title = say("summary.sitting")
    return title if frame.small else f"{title} · {say('summary.left', n=summary.left)}"


def summary_rows(summary: Summary, frame: Frame, say: Messages) -> list[Row]:
    """Return everything below the title."""
    rows = _above_pairs(summary, frame, say)
    if summary.confusions:
        rows += _confused(summary.confusions, frame, say)
    rows += [EMPTY, *_coming(summary, frame, say)]
    if not frame.small and not summary.left:
        rows += [EMPTY, muted(" " * frame.start + say("summary.line"))]
    return rows


def pair_at(summary: Summary, row: int, frame: Frame, say: Messages) -> int | None:
    """Return the number of the mixed-up pair in a row of `summary_rows`; None in any other."""
    heading = len(_above_pairs(summary, frame, say))
    number = row - heading
    return number if 1 <= number <= min(MOST_CONFUSIONS, len(summary.confusions)) else None


def _above_pairs(summary: Summary, frame: Frame, say: Messages) -> list[Row]:
    rows = [*([] if frame.small else [EMPTY]), *_figures(summary, frame, say)]
    if summary.hardest and not (frame.small and summary.confusions):
        rows += [EMPTY, *_hardest(summary.hardest, frame, say)]
    return [*rows, EMPTY] if summary.confusions else rows


def _figures(summary: Summary, frame: Frame, say: Messages) -> list[Row]:
    figures = [(say("summary.right_first"), f"{summary.right_first}/{summary.asked_first}")]
    if summary.drills:
        drills = say("summary.drills", cards=summary.drilled_cards, n=summary.drills)
        figures.append((say("summary.drill"), drills))
    if summary.answers:
        each = duration_words(say, round(summary.seconds / summary.answers))
        figures.append((say("summary.per_answer"), each))
    indent = " " * frame.start
    together = sum(cells.cell_len(name + value) + 2 + len(_GAP) for name, value in figures)
    if frame.start + together > frame.width:
        label = max(cells.cell_len(name) for name, _ in figures) + 2
        return [
            ((indent + cells.pad(name, label), MUTED), (value, STRONG)) for name, value in figures
        ]
    row: list[tuple[str, str]] = [(indent, PLAIN)]
    for number, (name, value) in enumerate(figures):
        row += [(_GAP if number else "", PLAIN), (name + "  ", MUTED), (value, STRONG)]
    return [row]


def _hardest(hardest: tuple[HardCard, ...], frame: Frame, say: Messages) -> list[Row]:
    width = min(_MEASURE, frame.width)
    indent = " " * frame.start
    due_cells = 10
    showings_cells = 0 if frame.small else 9
    room = width - frame.start - 3 - showings_cells - due_cells - 2
    tail = cells.right(say("summary.due"), due_cells)
    if showings_cells:
        tail = cells.right(say("summary.showings"), showings_cells) + tail
    rows: list[Row] = [muted(indent + cells.pad(say("summary.hard"), room + 3) + tail)]
    for number, card in enumerate(hardest, 1):
        showings = cells.right(str(card.showings), showings_cells) if showings_cells else ""
        due = cells.right(_due(card.due_in_days, say), due_cells)
        prompt = cells.pad(card.prompt.replace("\n", " "), room)
        rows.append(((f"{indent}{number}  ", MUTED), (prompt, PLAIN), (showings + due, PLAIN)))
    return rows


def _confused(confusions: tuple[Confusion, ...], frame: Frame, say: Messages) -> list[Row]:
    """Return what was typed for what, and how often."""
    indent = " " * frame.start
    room = min(_MEASURE, frame.width) - frame.start - (10 if frame.small else 12)
    rows: list[Row] = [muted(indent + say("summary.confused"))]
    for number, confusion in enumerate(confusions[:MOST_CONFUSIONS], 1):
        pair = f"{number}  {confusion.typed}  <->  {confusion.answer}"
        times = say("summary.times", n=confusion.times)
        count = cells.right(times, 8 if frame.small else 10)
        rows.append(((indent + cells.pad(pair, room), PLAIN), (count, PLAIN)))
    return rows


def _due(days: int, say: Messages) -> str:
    if days <= 0:
        return say("summary.today")
    if days == 1:
        return say("summary.tomorrow")
    return say("summary.overmorrow") if days == 2 else say("summary.in_days", n=days)


def _coming(summary: Summary, frame: Frame, say: Messages) -> list[Row]:
    most = max(summary.due_tomorrow, summary.due_overmorrow, 1)
    room = min(_BAR_CELLS, frame.width - frame.start - 26)
    coming = [
        (say("summary.tomorrow"), summary.due_tomorrow),
        (say("summary.overmorrow"), summary.due_overmorrow),
    ]
    label = max(cells.cell_len(name) for name, _ in coming) + 2
    return [
        (
            (" " * frame.start + cells.pad(name, label), MUTED),
            (cells.pad(say("summary.cards", n=count), 11), PLAIN),
            (bar(count, most, room), MUTED),
        )
        for name, count in coming
    ]


def pair_head(frame: Frame, say: Messages) -> Row:
    """Return the title of two cards that were mixed up."""
    return ((" " + cells.cut(say("summary.pair"), frame.width - 2), PLAIN),)


def pair_rows(confusion: Confusion, frame: Frame, say: Messages) -> list[Row]:
    """Return two cards that were mixed up, one under the other, and what can be done."""
    indent, room = " " * frame.start, min(_MEASURE, frame.width) - frame.start - 2
    facts = [
        (confusion.prompt, STRONG),
        (f"{say('summary.pair_answer')}: {confusion.answer}", PLAIN),
        (f"{say('summary.pair_typed')}: {confusion.typed}", PLAIN),
        ("", PLAIN),
    ]
    if confusion.other_card_id is None:
        facts.append((say("summary.pair_alone"), MUTED))
    else:
        facts.append((say("summary.pair_other", typed=confusion.typed), MUTED))
        facts.append((confusion.other_prompt, STRONG))
    keys = "pair_keys_alone" if confusion.other_card_id is None else "pair_keys"
    facts += [("", PLAIN), (say(f"summary.{keys}", typed=confusion.typed), PLAIN)]
    rows: list[Row] = [] if frame.small else [EMPTY]
    return rows + [
        ((indent + line, style),) for text, style in facts for line in cells.wrap(text, room)
    ]
