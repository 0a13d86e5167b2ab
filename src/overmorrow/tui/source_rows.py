"""Where a card is from, as rows: the paragraph with its sentence marked, and the article's name."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from overmorrow.messages import Messages
from overmorrow.tui import cells
from overmorrow.tui.frame import Frame
from overmorrow.tui.marked_text import Marks, marked_rows, window
from overmorrow.tui.rows import EMPTY, STRONG, Row, muted

if TYPE_CHECKING:
    from overmorrow.jobs.card_source import CardSource

GAP = "[ ··· ]"
"""Stands for the answer while the card is not judged yet."""
_LEAST_HIDDEN = 2
"""Letters; an answer of one letter is hidden at its place only."""


def source_head(frame: Frame, say: Messages) -> list[Row]:
    """Return the title and a rule."""
    title = cells.between(
        say("generate_screen.studying"), say("generate_screen.close"), frame.width - 2
    )
    return [((" " + title, ""),), muted("─" * frame.width)]


def source_rows(source: "CardSource", marks: Marks, width: int, say: Messages) -> list[Row]:
    """Return the paragraph, and below it which article it is from.

    Args:
        source: Where the card is from.
        marks: What stands around the sentence and the answer.
        width: How many cells a row may have.
        say: The learner's language.
    """
    paragraph = marked_rows(source.paragraph_text, source.sentence, source.answer, marks, width)
    number = muted(say("generate_screen.paragraph", n=source.paragraph))
    return [number, EMPTY, *paragraph, EMPTY, *(muted(line) for line in _about(source, width))]


def side_source_rows(source: "CardSource", marks: Marks, size: Frame, say: Messages) -> list[Row]:
    """Return the paragraph for the pane at the side, the sentence in any case.

    Args:
        source: Where the card is from.
        marks: What stands around the sentence and the answer.
        size: The room: how many cells and rows.
        say: The learner's language.
    """
    rows = marked_rows(source.paragraph_text, source.sentence, source.answer, marks, size.width)
    number = say("generate_screen.paragraph", n=source.paragraph)
    heading: Row = ((f"{say('generate_screen.studying')}   {number}", STRONG),)
    return [heading, EMPTY, *window(rows, size.height)]


def _about(source: "CardSource", width: int) -> list[str]:
    day = source.day.isoformat() if source.day else ""
    words = ", ".join(part for part in (source.author, source.title) if part)
    words = f"{words} ({day})" if words and day else words or day
    return cells.wrap(words, width) if words else []


def without_answer(source: "CardSource", answers: Iterable[str]) -> "CardSource":
    """Return a source with gaps wherever the answer stands, in the title too.

    Args:
        source: Where the card is from.
        answers: What counts as the answer.
    """
    begin, end = source.answer
    text = source.paragraph_text
    first, last = source.sentence
    hidden = [text[begin:end], *answers]
    before, answer, after = text[:first], text[first:last], text[last:]
    cut = answer[: begin - first] + GAP + answer[end - first :] if begin < end else answer
    sentence = _hidden(cut, hidden)
    before = _hidden(before, hidden)
    at = len(before)
    return source._replace(
        title=_hidden(source.title, hidden),
        paragraph_text=before + sentence + _hidden(after, hidden),
        sentence=(at, at + len(sentence)),
        answer=(at, at),
    )


def _hidden(text: str, answers: Iterable[str]) -> str:
    wanted = sorted({each for each in answers if len(each) >= _LEAST_HIDDEN}, key=len, reverse=True)
    if not wanted:
        return text
    return re.sub("|".join(map(re.escape, wanted)), GAP, text, flags=re.IGNORECASE)
