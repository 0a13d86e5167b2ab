"""The card that is asked, as rows: header, kind, prompt, choices, hints."""

from collections.abc import Sequence

from overmorrow.cards.card import Card
from overmorrow.cards.note import AnswerType
from overmorrow.jobs.asked import Asked, AskKind, Progress
from overmorrow.messages import Messages
from overmorrow.scheduling.propose import most_with_hints
from overmorrow.tui import cells
from overmorrow.tui.frame import Frame
from overmorrow.tui.rows import ACCENT, BAD, CHOSEN, EMPTY, MUTED, PLAIN, STRONG, Row, muted
from overmorrow.tui.scrolled import Listed
from overmorrow.tui.strip import GradeKeys, quality_said

_GAP_CELLS = 6
"""The same width whatever the answer, so that it gives nothing away."""
_UNBROKEN = "\u00a0"
_NAMED_TYPES = frozenset(
    {AnswerType.TEXT, AnswerType.NUMBER, AnswerType.DATE, AnswerType.CODE, AnswerType.FORMULA}
)
_STRUCK = "-"


def last_level(deck: str) -> str:
    """Return a deck's own name, without the decks it stands in."""
    return deck.rpartition("::")[2]


def header(asked: Asked, scope: str | None, progress: Progress, frame: Frame, say: Messages) -> Row:
    """Return where we are and how much is left."""
    cells_free = frame.width - 2
    deck = last_level(asked.deck)
    where = deck if frame.small or scope == asked.deck else f"{_scope_name(scope, say)} › {deck}"
    done = f"{progress.done}/{progress.planned}"
    if frame.small:
        counts = done
        if asked.kind not in (AskKind.NEW, AskKind.REVIEW):
            where = f"{say(f'study.{asked.kind.value}')} · {where}"
    elif asked.kind is AskKind.DRILL and not progress.new + progress.review:
        where = f"{say('study.drill')} · {deck}"
        counts = say("study.drill_left", n=progress.drill)
    elif asked.kind in (AskKind.AHEAD, AskKind.CRAM):
        counts = f"{say(f'study.mode_{asked.kind.value}')}    {done}"
    else:
        left = say("study.counts", new=progress.new, review=progress.review, drill=progress.drill)
        counts = f"{left}    {done}"
    return ((" " + cells.between(where, counts, cells_free), PLAIN),)


def _scope_name(scope: str | None, say: Messages) -> str:
    return say("study.all_decks") if scope is None else last_level(scope)


def progress_line(done: int, planned: int, frame: Frame) -> Row:
    """Return the line whose heavy part is what is done."""
    whole = frame.width - 2
    heavy = round(whole * done / planned) if planned else whole
    return ((" ", PLAIN), ("━" * heavy, ACCENT), ("─" * (whole - heavy), MUTED))


def kind_row(asked: Asked, say: Messages, *, alone: bool = False) -> Row:
    """Return what kind of card this is.

    Args:
        asked: The card.
        say: The learner's language.
        alone: Whether the learner grades alone.
    """
    words = [say(f"study.{asked.kind.value}")]
    form = say("study.self_graded") if alone else _form(asked, say)
    if form:
        words.append(form)
    if asked.kind is AskKind.DRILL and asked.wrong_today:
        words.append(say("study.wrong_today", n=asked.wrong_today))
    if asked.state.flag:
        words.append(say("study.flag_number", n=asked.state.flag))
    if asked.state.marked:
        words.append(say("study.marked"))
    return muted("    " + " · ".join(words))


def _form(asked: Asked, say: Messages) -> str:
    card = asked.card
    if asked.choices:
        return say("study.choice")
    if card.gap is not None:
        number, count = card.gap
        if count == 1:
            return say("study.gap_only")
        return say("study.gap", number=number, count=count)
    if card.answer_type == AnswerType.LONG:
        return say("study.long")
    if card.items:
        order = "ordered_items" if card.answer_type == AnswerType.ORDERED_LIST else "items"
        return say(f"study.{order}", n=len(card.items))
    return say(f"study.type_{card.answer_type}") if card.answer_type in _NAMED_TYPES else ""


def prompt_rows(card: Card, frame: Frame) -> list[Row]:
    """Return the prompt, wrapped."""
    text = card.prompt
    if card.gap is not None:
        number, count = card.gap
        inner = f" {number if count > 1 else ' '}".ljust(_GAP_CELLS)
        text = text.replace(f"[ {number} ]", f"[{inner}]".replace(" ", _UNBROKEN))
    lines = [line.replace(_UNBROKEN, " ") for line in cells.wrap(text, frame.text_cells)]
    return [((" " * frame.start, PLAIN), (line, STRONG)) for line in lines]


def choice_rows(choices: Sequence[str], chosen: int, struck: Sequence[int], frame: Frame) -> Listed:
    """Return a choice card's answers, numbered as they are picked.

    Args:
        choices: The answers.
        chosen: Which of them is marked.
        struck: Which were struck out.
        frame: The terminal.
    """
    indent = " " * max(0, frame.start - 2)
    rows: list[Row] = []
    begin = end = 0
    for place, choice in enumerate(choices):
        begin = len(rows) if place == chosen else begin
        mark = "> " if place == chosen else "  "
        number = _STRUCK if place in struck else str(place + 1)
        style = MUTED if place in struck else CHOSEN if place == chosen else PLAIN
        lines = _choice_lines(choice, frame)
        rows.append(((indent + mark, ACCENT), (cells.pad(number, 4), STRONG), (lines[0], style)))
        rows += [((" " * _choice_start(frame) + line, style),) for line in lines[1:]]
        end = len(rows) if place == chosen else end
    return Listed(rows, begin, end)


def below_choices(cost: str, frame: Frame, say: Messages) -> list[Row]:
    """Return what is said below the answers.

    Args:
        cost: What striking out costs; empty while none is.
        frame: The terminal.
        say: The learner's language.
    """
    order = muted(" " * frame.start + say("study.choice_order"))
    return [*([] if frame.small else [EMPTY, EMPTY, order]), *cost_rows(cost, frame)]


def cost_rows(cost: str, frame: Frame) -> list[Row]:
    """Return what striking out costs; nothing while none is struck out."""
    lines = cells.wrap(cost, frame.text_cells) if cost else []
    return [muted(" " * frame.start + line) for line in lines]


def choice_at(choices: Sequence[str], row: int, frame: Frame) -> int | None:
    """Return which choice stands in a row of `choice_rows`; all are counted from 0."""
    below = 0
    for place, choice in enumerate(choices):
        below += len(_choice_lines(choice, frame))
        if row < below:
            return place if row >= 0 else None
    return None


def _choice_lines(choice: str, frame: Frame) -> list[str]:
    return cells.wrap(choice, frame.text_cells - (_choice_start(frame) - frame.start))


def _choice_start(frame: Frame) -> int:
    """Return the column of a choice, after its mark and its number."""
    return max(0, frame.start - 2) + 6


def hint_cost(used: int, keys: GradeKeys, say: Messages) -> str:
    """Return what so many hints cost; empty for none."""
    if not used:
        return ""
    quality = quality_said(most_with_hints(used), keys, say)
    return say("study.hint_cap" if used == 1 else "study.hint_caps", quality=quality)


def hint_rows(hints: Sequence[str], cost: str, frame: Frame, say: Messages) -> list[Row]:
    """Return the hints opened so far, and what they cost."""
    indent = " " * frame.start
    rows: list[Row] = []
    for number, hint in enumerate(hints, 1):
        label = cells.pad(say("study.hint_number", n=number), 8)
        for place, line in enumerate(cells.wrap(hint, frame.text_cells - 8)):
            rows.append(((indent, PLAIN), (label if place == 0 else " " * 8, MUTED), (line, PLAIN)))
    return [*rows, *(muted(indent + line) for line in cells.wrap(cost, frame.text_cells))]


def slip_rows(sentence: str, frame: Frame) -> list[Row]:
    """Return why an answer was not graded yet."""
    indent = " " * frame.value_start
    return [((indent + line, BAD),) for line in cells.wrap(sentence, frame.value_cells)]
