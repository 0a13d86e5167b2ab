"""One card as rows: where it stands, what it is mixed up with, every answer."""

from collections.abc import Sequence
from datetime import date

from overmorrow.cards.verdict import Verdict
from overmorrow.jobs.card_info import CardInfo, PastAnswer, PastChange
from overmorrow.messages import Messages
from overmorrow.scheduling.answer_kind import AnswerKind
from overmorrow.stats.spans import day_words, interval_words
from overmorrow.tui import cells
from overmorrow.tui.frame import Frame
from overmorrow.tui.rows import BAD, EMPTY, GOOD, MUTED, NEAR, PLAIN, STRONG, Row, muted

_LABEL_CELLS = 10
_DATE_CELLS = 12
_VERDICT_CELLS = 18
_QUALITY_CELLS = 9
_INTERVAL_CELLS = 9
_TIME_CELLS = 9
_MOST_WRONG = 3
_NEAR_DAYS = {0: "today", 1: "tomorrow", 2: "overmorrow"}
_Past = PastAnswer | PastChange
_STYLES = {Verdict.CORRECT: GOOD, Verdict.CLOSE: NEAR, Verdict.WRONG: BAD}


def info_head(frame: Frame, say: Messages) -> list[Row]:
    """Return the title and a rule."""
    title = cells.between(say("card_info.title"), say("card_info.close"), frame.width - 2)
    return [((" " + title, PLAIN),), muted("─" * frame.width)]


def info_rows(info: CardInfo, frame: Frame, say: Messages) -> list[Row]:
    """Return everything below the title."""
    room = frame.width - 2 * frame.start
    rows: list[Row] = [((line, STRONG),) for line in cells.wrap(info.prompt, room)]
    rows += [EMPTY, *_facts(info, room, say)]
    if info.answers or info.changes:
        rows += [EMPTY, *_answers(_past(info), frame, room, say)]
    if info.answers:
        rows += [EMPTY, *(muted(line) for line in cells.wrap(say("card_info.legend"), room))]
    return rows


def _facts(info: CardInfo, room: int, say: Messages) -> list[Row]:
    facts = [("answer", info.answer)]
    if info.aliases:
        facts.append(("also", " | ".join(info.aliases)))
    facts.append(("deck", info.deck.replace("::", " › ")))
    if info.tags:
        facts.append(("tags", ", ".join(info.tags)))
    if info.answers:
        facts.append(("seen", _seen(info, say)))
    facts.append(("schedule", _schedule(info, say)))
    facts += [("wrong", _wrong(info, say))] if info.wrong else []
    rows: list[Row] = []
    for name, value in facts:
        for number, line in enumerate(cells.wrap(value, room - _LABEL_CELLS)):
            label = "" if number else say(f"card_info.{name}")
            rows.append(((cells.pad(label, _LABEL_CELLS), MUTED), (line, PLAIN)))
    return rows


def _seen(info: CardInfo, say: Messages) -> str:
    count, lapses = len(info.answers), info.state.sm2.lapses
    seen = say("card_info.seen_value", n=count, drills=info.drills, lapses=lapses)
    average = say("card_info.average", seconds=_seconds(info.average_ms or 0))
    return f"{seen} · {average}"


def _schedule(info: CardInfo, say: Messages) -> str:
    sm2 = info.state.sm2
    parts = [say("card_info.new")]
    if sm2.due_day is not None:
        ease = f"{sm2.ease_hundredths / 100:.2f}"
        interval, due = interval_words(say, sm2.interval_days), _due(sm2.due_day, info.day, say)
        parts = [say("card_info.schedule_value", interval=interval, ease=ease, due=due)]
    if info.state.suspended:
        parts.append(say("card_info.suspended"))
    if info.state.flag:
        parts.append(say("card_info.flag", n=info.state.flag))
    if info.state.marked:
        parts.append(say("card_info.marked"))
    return " · ".join(parts)


def _due(due_day: int, today: int | None, say: Messages) -> str:
    """Return the day, and how far off it is."""
    if today is None:
        return day_words(say, due_day)
    days = due_day - today
    if days in _NEAR_DAYS:
        away = say(f"browse.{_NEAR_DAYS[days]}")
    else:
        away = say(
            "card_info.overdue" if days < 0 else "card_info.in_time",
            interval=interval_words(say, abs(days)),
        )
    return f"{day_words(say, due_day)} ({away})"


def _wrong(info: CardInfo, say: Messages) -> str:
    return " · ".join(
        say("card_info.wrong_times", typed=typed, n=times)
        for typed, times in info.wrong[:_MOST_WRONG]
    )


def _past(info: CardInfo) -> list[_Past]:
    """Return what was answered and what else was done, the newest first."""
    past: list[_Past] = [*info.answers, *info.changes]
    return sorted(past, key=lambda each: each.nth, reverse=True)


def _answers(past: Sequence[_Past], frame: Frame, room: int, say: Messages) -> list[Row]:
    fixed = _DATE_CELLS + _VERDICT_CELLS + _QUALITY_CELLS
    fixed += 0 if frame.small else _INTERVAL_CELLS + _TIME_CELLS
    typed_cells = max(0, room - fixed) if not frame.small else 0
    head = cells.pad(say("card_info.date"), _DATE_CELLS)
    head += cells.pad(say("card_info.typed"), typed_cells) if typed_cells else ""
    head += cells.pad(say("card_info.verdict"), _VERDICT_CELLS)
    head += cells.right(say("card_info.quality"), _QUALITY_CELLS - 1)
    if not frame.small:
        head += cells.right(say("card_info.interval"), _INTERVAL_CELLS)
        head += cells.right(say("card_info.time"), _TIME_CELLS)
    rows: list[Row] = [muted(head)]
    for each in past:
        if isinstance(each, PastAnswer):
            rows.append(_answer(each, typed_cells, say))
        else:
            rows.append(_change(each, room, say))
    return rows


def _change(change: PastChange, room: int, say: Messages) -> Row:
    """Return what was done to the card beside answering it."""
    day = cells.pad(date.fromordinal(change.study_day).isoformat(), _DATE_CELLS)
    words = say(f"card_info.{change.what}")
    if change.due_day is not None:
        words += f": {day_words(say, change.due_day)}"
    if change.interval_days is not None:
        interval = interval_words(say, change.interval_days)
        words += f" · {say('card_info.interval')} {interval}"
    return ((day, PLAIN), (cells.cut(words, room - _DATE_CELLS), MUTED))


def _answer(answer: PastAnswer, typed_cells: int, say: Messages) -> Row:
    verdict = Verdict(answer.verdict) if answer.verdict else None
    words = say(f"card_info.verdict_{verdict.value.lower() if verdict else 'none'}")
    if answer.kind in (AnswerKind.DRILL, AnswerKind.PRACTICE):
        words += f" {say(f'card_info.{answer.kind.value}')}"
    words += f" {say('card_info.imported')}" if answer.imported else ""
    words += " y" if answer.learned else ""
    typed = answer.typed or (say("card_info.blank") if verdict else "")
    overruled = answer.proposed is not None and answer.proposed != answer.quality
    quality = f"{answer.proposed}>{answer.quality}" if overruled else str(answer.quality)
    row: list[tuple[str, str]] = [
        (cells.pad(date.fromordinal(answer.study_day).isoformat(), _DATE_CELLS), PLAIN)
    ]
    if typed_cells:
        row.append((cells.pad(typed.replace("\n", " "), typed_cells - 2) + "  ", PLAIN))
    row.append(
        (cells.pad(words, _VERDICT_CELLS), _STYLES.get(verdict, PLAIN) if verdict else PLAIN)
    )
    row.append((cells.right(quality, _QUALITY_CELLS - 1), PLAIN))
    if typed_cells:
        days = answer.interval_days
        interval = "·" if days is None else interval_words(say, days)
        took = say("card_info.seconds", n=_seconds(answer.answer_ms))
        row.append((cells.right(interval, _INTERVAL_CELLS), PLAIN))
        row.append((cells.right(took, _TIME_CELLS), MUTED))
    return row


def _seconds(milliseconds: int) -> str:
    return f"{milliseconds / 1000:.1f}"
