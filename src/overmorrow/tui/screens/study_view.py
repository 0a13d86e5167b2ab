"""What the study screen draws for each state of an answer, from the top row to the footer."""

from typing import NamedTuple

from overmorrow.jobs.asked import Judged, Progress
from overmorrow.messages import Messages
from overmorrow.scheduling.sm2 import DRILL_UNTIL_QUALITY
from overmorrow.stats.spans import interval_words
from overmorrow.tui import asked_rows, cells, footers
from overmorrow.tui.answering import Answering
from overmorrow.tui.footers import Offer
from overmorrow.tui.frame import Frame
from overmorrow.tui.judged_rows import judged_rows, overrule_rows, typed_rows
from overmorrow.tui.keys import Place
from overmorrow.tui.manner import Manner
from overmorrow.tui.rows import ACCENT, EMPTY, MUTED, STRONG, Row, muted, plain
from overmorrow.tui.strip import drill_rows, quality_name, strip_rows

_LABEL_CELLS = 8
_PROMPT_ROWS = 8
_SMALL_PROMPT_ROWS = 3
_PAGE_ROWS = 22
"""On a tall terminal the strip stays this near to the card."""


class Below(NamedTuple):
    """What stands below the prompt, or below the box while there is one."""

    rows: list[Row]
    strip_row: int | None
    """Which of the rows is the strip's first; None without a strip of six."""


def head_rows(
    answering: Answering,
    scope: str | None,
    progress: Progress,
    scrolled: int,
    frame: Frame,
    say: Messages,
) -> list[Row]:
    """Return everything above the answer."""
    asked = answering.asked
    rows = [asked_rows.header(asked, scope, progress, frame, say)]
    prompt = asked_rows.prompt_rows(asked.card, frame)
    if frame.small:
        return [*rows, EMPTY, *cut_off(prompt, _SMALL_PROMPT_ROWS, scrolled, frame, say), EMPTY]
    rows.append(asked_rows.progress_line(progress.done, progress.planned, frame))
    rows += [EMPTY] * (3 if frame.tall else 1)
    rows.append(asked_rows.kind_row(asked, say, alone=answering.place is Place.SELF))
    shown = cut_off(prompt, _PROMPT_ROWS, scrolled, frame, say)
    return [*rows, EMPTY, *shown, EMPTY, EMPTY]


def prompt_is_long(answering: Answering, frame: Frame) -> bool:
    """Return whether the prompt is longer than the room it has."""
    most = _SMALL_PROMPT_ROWS if frame.small else _PROMPT_ROWS
    return len(asked_rows.prompt_rows(answering.asked.card, frame)) > most


def cut_off(rows: list[Row], room: int, scrolled: int, frame: Frame, say: Messages) -> list[Row]:
    """Return as many rows as there is room for, the last saying that there are more."""
    if len(rows) <= room:
        return rows
    first = min(scrolled, len(rows) - room)
    shown = rows[first : first + room]
    if first + room < len(rows):
        shown[-1] = muted(" " * frame.start + say("study.more"))
    return shown


def gutter_row(frame: Frame, say: Messages) -> Row:
    """Return what stands before the box."""
    if frame.small:
        return (("▌", ACCENT),)
    return (("  ▌ ", ACCENT), (cells.pad(say("study.you"), _LABEL_CELLS), MUTED))


def below_rows(
    answering: Answering, above: int, scrolled: int, frame: Frame, manner: Manner
) -> Below:
    """Return what stands below.

    Args:
        answering: The state.
        above: How many rows are taken already.
        scrolled: How many rows of the verdict were scrolled away.
        frame: The terminal.
        manner: Language and keys.
    """
    say = manner.say
    if answering.judged is None:
        return Below(_asking(answering, frame, say), None)
    card = answering.asked.card
    if answering.place is Place.OVERRULE:
        rows = typed_rows(card, answering.judged, frame, say)
        return Below([*rows, *overrule_rows(answering.judged.typed, frame, say)], None)
    strip = _strip(answering, answering.judged, frame, manner)
    lowest = frame.height - 2 if frame.small else min(frame.height - 2, _PAGE_ROWS + 2)
    lowest += 2 if frame.tall else 0
    room = max(1, lowest - above - len(strip))
    full = judged_rows(card, answering.judged, frame, say)
    if frame.small and len(full) > room:
        full = typed_rows(card, answering.judged, frame, say)
    verdict = cut_off(full, room, scrolled, frame, say)
    gap: list[Row] = [EMPTY] * (room - len(verdict))
    six = not frame.small and answering.place is not Place.DRILL
    first = room + len(strip) - len(strip_rows(answering.judged, 0, manner.keys, frame, say))
    return Below([*verdict, *gap, *strip], first if six else None)


def _asking(answering: Answering, frame: Frame, say: Messages) -> list[Row]:
    if answering.asked.choices and answering.place is not Place.ASK:
        return asked_rows.choice_rows(
            answering.asked.choices, answering.choice, answering.struck, frame, say
        )
    rows: list[Row] = []
    if answering.place is Place.LONG:
        rows.append(muted(" " * frame.value_start + say("study.long_keys")))
    if answering.slip:
        rows += asked_rows.slip_rows(say(answering.slip), frame)
    if answering.hints:
        hints = [say(hint.message, **hint.values) for hint in answering.hints]
        rows += [EMPTY, *asked_rows.hint_rows(hints, frame, say)]
    return rows


def _strip(answering: Answering, judged: Judged, frame: Frame, manner: Manner) -> list[Row]:
    if answering.place is Place.DRILL and not frame.small:
        return drill_rows(answering.chosen, manner.keys, manner.say)
    rows = strip_rows(judged, answering.chosen, manner.keys, frame, manner.say)
    if judged.grading is None and not frame.small:
        return [plain(" " * frame.start + manner.say("study.how_well")), EMPTY, *rows]
    return rows


def side_rows(answering: Answering, frame: Frame, say: Messages) -> list[Row]:
    """Return the pane at the side: how the card stands, once it is judged."""
    if not answering.is_judged:
        return []
    state = answering.asked.state
    rows: list[Row] = [((say("study.card"), STRONG),), EMPTY]
    if state.learned_day is None:
        rows.append(muted(say("study.card_new")))
    else:
        sm2 = state.sm2
        rows += [
            plain(say("study.card_reviews", n=sm2.repetitions)),
            plain(say("study.card_lapses", n=sm2.lapses)),
            plain(say("study.card_ease", ease=f"{sm2.ease_hundredths / 100:.2f}")),
            plain(say("study.card_interval", interval=interval_words(say, sm2.interval_days))),
        ]
    aliases = answering.asked.card.aliases
    if aliases:
        rows += [EMPTY, ((say("study.card_answers"), STRONG),), EMPTY]
        room = frame.side_cells - 3
        rows += [plain(line) for alias in aliases[:6] for line in cells.wrap(alias, room)[:2]]
    return rows


def offers(answering: Answering, frame: Frame, manner: Manner) -> list[Offer]:
    """Return what the footer offers in this state."""
    if answering.is_judged:
        return _judged_offers(answering, frame, manner)
    say, small = manner.say, frame.small
    match answering.place:
        case Place.LONG:
            return footers.long_offers(say)
        case Place.CHOICE:
            return footers.choice_offers(say, len(answering.asked.choices), small=small)
        case Place.COMMANDS:
            return footers.commands_offers(say)
        case Place.FLAG:
            return footers.flag_offers(say)
        case _:
            hint = len(answering.hints) + 1
            slipped = bool(answering.slip)
            return footers.ask_offers(say, hint, small=small, slipped=slipped)


def _judged_offers(answering: Answering, frame: Frame, manner: Manner) -> list[Offer]:
    say, keys, small = manner.say, manner.keys, frame.small
    proposed = quality_name(answering.chosen, keys, say)
    match answering.place:
        case Place.OVERRULE:
            return footers.overrule_offers(say)
        case Place.FLAG:
            return footers.flag_offers(say)
        case Place.SELF:
            return footers.self_offers(say, proposed, keys.span, small=small)
        case Place.DRILL:
            done = answering.chosen >= DRILL_UNTIL_QUALITY
            return footers.drill_offers(say, keys.digit(3), done=done, small=small)
        case _:
            return footers.judged_offers(
                say,
                proposed,
                keys.span,
                right=answering.counts_as_right,
                wrong=answering.counts_as_wrong,
                small=small,
            )
