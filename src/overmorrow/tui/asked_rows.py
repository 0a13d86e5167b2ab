"""The card that is asked, as rows: header, kind, prompt, choices, hints."""

from collections.abc import Sequence

from overmorrow.cards.card import Card
from overmorrow.cards.note import AnswerType
from overmorrow.jobs.asked import Asked, AskKind, Progress
from overmorrow.messages import Messages
from overmorrow.tui import cells
from overmorrow.tui.frame import Frame
from overmorrow.tui.rows import ACCENT, BAD, CHOSEN, EMPTY, MUTED, PLAIN, STRONG, Row, muted

_NARROW_GAP = "[ 1 ]"
_GAP = "[ 1    ]"
"""The same width whatever the answer, so that it gives nothing away."""
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
    form = say("study.self_graded") if alone else _form(asked.card, say)
    if form:
        words.append(form)
    if asked.kind is AskKind.DRILL and asked.wrong_today:
        words.append(say("study.wrong_today", n=asked.wrong_today))
    if asked.state.flag:
        words.append(say("study.flag_number", n=asked.state.flag))
    if asked.state.marked:
        words.append(say("study.marked"))
    return muted("    " + " · ".join(words))


def _form(card: Card, say: Messages) -> str:
    if card.gap is not None:
        number, count = card.gap
        return say("study.gap", number=number, count=count)
    if card.wrong_choices:
        return say("study.choice")
    if card.items:
        order = "ordered_items" if card.answer_type == AnswerType.ORDERED_LIST else "items"
        return say(f"study.{order}", n=len(card.items))
    if card.answer_type == AnswerType.LONG:
        return say("study.long")
    return say(f"study.type_{card.answer_type}") if card.answer_type in _NAMED_TYPES else ""


def prompt_rows(card: Card, frame: Frame) -> list[Row]:
    """Return the prompt, wrapped."""
    text = card.prompt.replace(_NARROW_GAP, _GAP) if card.gap is not None else card.prompt
    indent = " " * frame.start
    return [((indent, PLAIN), (line, STRONG)) for line in cells.wrap(text, frame.text_cells)]


def choice_rows(
    choices: Sequence[str], chosen: int, struck: Sequence[int], frame: Frame, say: Messages
) -> list[Row]:
    """Return a choice card's answers, numbered as they are picked."""
    indent = " " * max(0, frame.start - 2)
    rows: list[Row] = []
    for place, choice in enumerate(choices):
        mark = "> " if place == chosen else "  "
        number = _STRUCK if place in struck else str(place + 1)
        style = MUTED if place in struck else CHOSEN if place == chosen else PLAIN
        lines = cells.wrap(choice, frame.text_cells - 4)
        rows.append(((indent + mark, ACCENT), (cells.pad(number, 4), STRONG), (lines[0], style)))
        rows += [((" " * (frame.start + 4) + line, style),) for line in lines[1:]]
    if not frame.small:
        rows += [EMPTY, EMPTY, muted(indent + "  " + say("study.choice_order"))]
    return rows


def hint_rows(hints: Sequence[str], frame: Frame, say: Messages) -> list[Row]:
    """Return the hints opened so far, and what they cost."""
    indent = " " * frame.start
    rows: list[Row] = []
    for number, hint in enumerate(hints, 1):
        label = cells.pad(say("study.hint_number", n=number), 8)
        for place, line in enumerate(cells.wrap(hint, frame.text_cells - 8)):
            rows.append(((indent, PLAIN), (label if place == 0 else " " * 8, MUTED), (line, PLAIN)))
    if hints:
        rows.append(muted(indent + say("study.hint_cap" if len(hints) == 1 else "study.hint_caps")))
    return rows


def slip_rows(sentence: str, frame: Frame) -> list[Row]:
    """Return why an answer was not graded yet."""
    indent = " " * frame.value_start
    return [((indent + line, BAD),) for line in cells.wrap(sentence, frame.value_cells)]
