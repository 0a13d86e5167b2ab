"""What the study screen draws for each state of an answer."""

from textual.widget import Widget

from overmorrow.jobs.asked import Judged
from overmorrow.messages import Messages
from overmorrow.scheduling.sm2 import DRILL_UNTIL_QUALITY
from overmorrow.stats.spans import interval_words
from overmorrow.tui import cells, footers
from overmorrow.tui.answering import Answering
from overmorrow.tui.asked_rows import choice_rows
from overmorrow.tui.footers import Offer
from overmorrow.tui.frame import Frame
from overmorrow.tui.judged_rows import judged_rows, overrule_rows, typed_rows
from overmorrow.tui.keys import Place
from overmorrow.tui.manner import Manner
from overmorrow.tui.rows import EMPTY, STRONG, Row, muted, plain
from overmorrow.tui.strip import drill_rows, quality_name, strip_rows
from overmorrow.tui.widgets.card_page import CardPage


def show_answer(page: CardPage, answering: Answering, frame: Frame, manner: Manner) -> None:
    """Show the box, the choices or the verdict."""
    say = manner.say
    if answering.judged is not None:
        _show_judged(page, answering, answering.judged, frame, manner)
    elif answering.asked.choices and answering.place is not Place.ASK:
        page.show_rows(
            choice_rows(answering.asked.choices, answering.choice, answering.struck, frame, say)
        )
    else:
        hints = [say(hint.message, **hint.values) for hint in answering.hints]
        page.show_box(frame, hints, say(answering.slip) if answering.slip else "")
        if answering.place is Place.LONG:
            page.show_long_keys(frame, hints)


def _show_judged(
    page: CardPage, answering: Answering, judged: Judged, frame: Frame, manner: Manner
) -> None:
    say = manner.say
    card = answering.asked.card
    if answering.place is Place.OVERRULE:
        rows = typed_rows(card, judged, frame, say)
        page.show_rows([*rows, *overrule_rows(judged.typed, frame, say)])
        return
    page.show_rows(judged_rows(card, judged, frame, say), _strip(answering, judged, frame, manner))


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
            right = answering.counts_as_right
            return footers.judged_offers(say, proposed, keys.span, right=right, small=small)


def make_long_box(typed: str) -> Widget:
    """Return a box of several lines; it is imported only where a card needs it."""
    from overmorrow.tui.widgets.long_box import LongBox

    return LongBox(typed)


def long_text(box: Widget) -> str:
    """Return what was written in such a box."""
    from overmorrow.tui.widgets.long_box import LongBox

    return box.text.strip() if isinstance(box, LongBox) else ""
