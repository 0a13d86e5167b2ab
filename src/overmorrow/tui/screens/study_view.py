"""What the study screen draws for each state of an answer, from the top row to the footer."""

from typing import TYPE_CHECKING, NamedTuple

from overmorrow.jobs.asked import Judged, Progress
from overmorrow.messages import Messages
from overmorrow.scheduling.sm2 import DRILL_UNTIL_QUALITY
from overmorrow.stats.spans import interval_words
from overmorrow.tui import asked_rows, cells, footers
from overmorrow.tui.answering import JUDGED_PLACES, Answering
from overmorrow.tui.beside_rows import beside_rows
from overmorrow.tui.footers import Offer
from overmorrow.tui.frame import Frame
from overmorrow.tui.manner import Manner
from overmorrow.tui.marked_text import Marks
from overmorrow.tui.places import Place
from overmorrow.tui.rows import ACCENT, EMPTY, MUTED, STRONG, Row, muted, plain
from overmorrow.tui.scrolled import Listed, Scroll, Shown, cut_off, in_sight
from overmorrow.tui.source_rows import side_source_rows
from overmorrow.tui.strip import drill_rows, quality_said, strip_rows

if TYPE_CHECKING:
    from overmorrow.jobs.beside import Beside
    from overmorrow.jobs.card_source import CardSource

_LABEL_CELLS = 8
_PROMPT_ROWS = 8
_SMALL_PROMPT_ROWS = 3
_LEAST_FOR_ALL = 15
"""In fewer rows a question leaves room for only the beginning of the prompt."""
_SIDE_SOURCE_ROWS = 10
_PAGE_ROWS = 22
"""On a tall terminal the strip stays this near to the card."""


class Below(NamedTuple):
    """What stands below the prompt, or below the box while there is one."""

    rows: list[Row]
    strip_row: int | None = None
    """Which of the rows is the strip's first; None without a strip of six."""
    first: int = 0
    """How many rows were scrolled away in fact."""
    choices_row: int | None = None
    """Which of the rows is the first choice of a question; None without one."""


def head_rows(
    answering: Answering,
    scope: str | None,
    progress: Progress,
    scrolled: int,
    frame: Frame,
    manner: Manner,
) -> Shown:
    """Return everything above the answer."""
    asked, say = answering.asked, manner.say
    rows = [asked_rows.header(asked, scope, progress, frame, say)]
    if frame.height < _LEAST_FOR_ALL and answering.place in (Place.OVERRULE, Place.LEECH):
        return Shown([*rows, asked_rows.prompt_rows(asked.card, frame)[0]], 0)
    room = _SMALL_PROMPT_ROWS if frame.small else _PROMPT_ROWS
    prompt = cut_off(asked_rows.prompt_rows(asked.card, frame), room, scrolled, frame, say)
    if frame.small:
        return Shown([*rows, EMPTY, *prompt.rows, EMPTY], prompt.first)
    line = asked_rows.progress_line(progress.done, progress.planned, frame)
    rows.append(line if manner.progress_line else EMPTY)
    rows += [EMPTY] * (3 if frame.tall else 1)
    alone = answering.place in (Place.SELF, Place.THINK)
    rows.append(asked_rows.kind_row(asked, say, alone=alone))
    return Shown([*rows, EMPTY, *prompt.rows, EMPTY, EMPTY], prompt.first)


def gutter_row(frame: Frame, say: Messages, *, retypes: bool) -> Row:
    """Return what stands before the box.

    Args:
        frame: The terminal.
        say: The learner's language.
        retypes: Whether the answer is typed once more in it.
    """
    if frame.small:
        return (("▌", ACCENT),)
    label = say("study.retype" if retypes else "study.you")
    return (("  ▌ ", ACCENT), (cells.pad(label, _LABEL_CELLS), MUTED))


def below_rows(
    answering: Answering, above: int, scroll: Scroll, frame: Frame, manner: Manner
) -> Below:
    """Return what stands below.

    Args:
        answering: The state.
        above: How many rows are taken already.
        scroll: How far down in it the learner is.
        frame: The terminal.
        manner: Language and keys.
    """
    left = frame.height - 2 - above
    if answering.judged is None:
        if answering.asked.choices and answering.place is not Place.ASK:
            return _choosing(answering, left, scroll, frame, manner)
        return Below(_asking(answering, frame, manner))
    if answering.place in (Place.RETYPE, Place.LEECH, Place.OVERRULE):
        return _asking_more(answering, answering.judged, left, frame, manner.say)
    return _judged(answering, answering.judged, above, scroll, frame, manner)


def _asking_more(
    answering: Answering, judged: Judged, left: int, frame: Frame, say: Messages
) -> Below:
    from overmorrow.tui import judged_rows as of  # not before the first question

    if answering.place is Place.RETYPE:
        return Below(of.retype_rows(answering.asked.card, frame, say))
    rows = of.typed_rows(answering.asked.card, judged, frame, say)
    room = left - len(rows)
    if answering.place is Place.LEECH:
        asked = of.leech_rows(answering.lapses, room, frame, say)
    else:
        asked = of.overrule_rows(judged.typed, room, frame, say)
    shown = [*rows[: max(0, left - len(asked))], *asked]
    first = next((at for at, row in enumerate(shown) if _holds(row, of.FIRST_CHOICE)), None)
    return Below(shown, choices_row=first)


def _holds(row: Row, text: str) -> bool:
    return any(text in piece for piece, _ in row)


def _judged(
    answering: Answering,
    judged: Judged,
    above: int,
    scroll: Scroll,
    frame: Frame,
    manner: Manner,
) -> Below:
    from overmorrow.tui import judged_rows as of  # not before the first question

    say = manner.say
    strip = _strip(answering, judged, frame, manner)
    lowest = frame.height - 2 if frame.small else min(frame.height - 2, _PAGE_ROWS + 2)
    lowest += 2 if frame.tall else 0
    room = max(1, lowest - above - len(strip))
    card, is_in_points = answering.asked.card, answering.place is Place.POINTS
    if is_in_points:
        points = of.Points(answering.points, answering.point)
        full = of.points_rows(card, judged, points, frame, say)
    else:
        full = Listed(of.judged_rows(card, judged, frame, say))
    if frame.small and len(full.rows) > room and not is_in_points:
        full = Listed(of.typed_rows(card, judged, frame, say))
    verdict = cut_off(full.rows, room, in_sight(full, room, scroll), frame, say)
    gap: list[Row] = [EMPTY] * (room - len(verdict.rows))
    six = answering.place is not Place.DRILL
    first = room + len(strip) - len(strip_rows(judged, 0, manner.keys, frame, say))
    return Below([*verdict.rows, *gap, *strip], first if six else None, verdict.first)


def _choosing(
    answering: Answering, room: int, scroll: Scroll, frame: Frame, manner: Manner
) -> Below:
    """Return the answers to choose from; what striking out costs stays in sight below them."""
    say = manner.say
    listed = asked_rows.choice_rows(
        answering.asked.choices, answering.choice, answering.struck, frame
    )
    cost = asked_rows.hint_cost(answering.hints_used, manner.keys, say)
    told = asked_rows.below_choices(cost, frame, say)
    if len(listed.rows) + len(told) > room:
        told = asked_rows.cost_rows(cost, frame)
        room = max(1, room - len(told))
    shown = cut_off(listed.rows, room, in_sight(listed, room, scroll), frame, say)
    return Below([*shown.rows, *told], first=shown.first)


def _asking(answering: Answering, frame: Frame, manner: Manner) -> list[Row]:
    say = manner.say
    cost = asked_rows.hint_cost(answering.hints_used, manner.keys, say)
    rows: list[Row] = []
    if answering.asked.is_thought and answering.place is not Place.ASK:
        rows += [
            muted(" " * frame.start + line)
            for line in cells.wrap(say("study.think"), frame.text_cells)
        ]
    if answering.place is Place.LONG:
        rows.append(muted(" " * frame.value_start + say("study.long_keys")))
    if answering.slip:
        rows += asked_rows.slip_rows(say(answering.slip), frame)
    if answering.hints:
        hints = [say(hint.message, **hint.values) for hint in answering.hints]
        rows += [EMPTY, *asked_rows.hint_rows(hints, cost, frame, say)]
    return rows


def _strip(answering: Answering, judged: Judged, frame: Frame, manner: Manner) -> list[Row]:
    if answering.place is Place.DRILL:
        return drill_rows(answering.chosen, manner.keys, frame, manner.say)
    rows = strip_rows(judged, answering.chosen, manner.keys, frame, manner.say)
    if answering.place is Place.SELF and not frame.small:
        return [plain(" " * frame.start + manner.say("study.how_well")), EMPTY, *rows]
    return rows


class Around(NamedTuple):
    """What is around a card."""

    source: "CardSource | None"
    """Where in its article the card is from; None where no article is kept."""
    beside: "Beside | None"
    """Its last answers and the cards that belong to it; None where there is no room for them."""


def side_rows(
    answering: Answering, around: Around, marks: Marks, frame: Frame, say: Messages
) -> list[Row]:
    """Return the pane at the side: where the card is from and how it stands, once it is judged.

    Args:
        answering: The state.
        around: Where the card is from, and what belongs to it.
        marks: What stands around its sentence and the answer.
        frame: The terminal.
        say: The learner's language.
    """
    if not answering.is_judged:
        return []
    state = answering.asked.state
    rows: list[Row] = []
    if around.source is not None:
        size = Frame(frame.side_cells - 3, _SIDE_SOURCE_ROWS)
        rows += [*side_source_rows(around.source, marks, size, say), EMPTY]
    rows += [((say("study.card"), STRONG),), EMPTY]
    if state.learned_day is None:
        rows.append(muted(say("study.card_new")))
    else:
        sm2 = state.sm2
        ease = say("study.card_ease", ease=f"{sm2.ease_hundredths / 100:.2f}")
        interval = say("study.card_interval", interval=interval_words(say, sm2.interval_days))
        rows += [
            plain(say("study.card_reviews", n=sm2.repetitions)),
            plain(f"{say('study.card_lapses', n=sm2.lapses)} · {ease}"),
            plain(interval),
        ]
    if around.beside is not None:
        rows += beside_rows(around.beside, frame.side_cells - 3, say)
    aliases = answering.asked.card.aliases
    if aliases:
        rows += [EMPTY, ((say("study.card_answers"), STRONG),), EMPTY]
        room = frame.side_cells - 3
        rows += [plain(line) for alias in aliases[:6] for line in cells.wrap(alias, room)[:2]]
    return rows


def offers(answering: Answering, frame: Frame, manner: Manner, *, has_source: bool) -> list[Offer]:
    """Return what the footer offers in this state.

    Args:
        answering: The state.
        frame: The terminal.
        manner: Language and keys.
        has_source: Whether the article that the card is from is kept.
    """
    if answering.is_judged:
        judged = _judged_offers(answering, frame, manner)
        is_live = answering.place in JUDGED_PLACES and answering.place is not Place.SAID_WRONG
        if has_source and is_live and not frame.small:
            judged.insert(-1, Offer("o", manner.say("keys.short_source"), "source"))
        return judged
    say, small = manner.say, frame.small
    if answering.place in _ASIDE_OFFERS:
        return _ASIDE_OFFERS[answering.place](say)
    match answering.place:
        case Place.LONG:
            return footers.long_offers(say, answering.next_hint)
        case Place.THINK:
            return footers.think_offers(say, answering.next_hint, small=small)
        case Place.CHOICE:
            return footers.choice_offers(say, len(answering.asked.choices), small=small)
        case _:
            hint = answering.next_hint
            slipped = bool(answering.slip)
            return footers.ask_offers(say, hint, small=small, slipped=slipped)


def _judged_offers(answering: Answering, frame: Frame, manner: Manner) -> list[Offer]:
    say, keys, small = manner.say, manner.keys, frame.small
    if answering.place in _ASIDE_OFFERS:
        return _ASIDE_OFFERS[answering.place](say)
    proposed = quality_said(answering.chosen, keys, say)
    if answering.place is Place.POINTS:
        return footers.points_offers(say, proposed, keys.span, small=small)
    if answering.place is Place.SELF:
        return footers.self_offers(say, proposed, keys.span, small=small)
    if answering.place is Place.DRILL:
        done = answering.chosen >= DRILL_UNTIL_QUALITY
        other = DRILL_UNTIL_QUALITY - 1 if done else DRILL_UNTIL_QUALITY
        return footers.drill_offers(say, keys.digit(other), done=done, small=small)
    overrulings = answering.overrulings
    return footers.judged_offers(say, proposed, keys.span, overrulings, small=small)


_ASIDE_OFFERS = {
    Place.OVERRULE: footers.overrule_offers,
    Place.RETYPE: footers.retype_offers,
    Place.LEECH: footers.leech_offers,
    Place.FLAG: footers.flag_offers,
    Place.COMMANDS: footers.commands_offers,
}
