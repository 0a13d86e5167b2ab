"""An article before cards are made from it, as rows: its beginning, and what was found out."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from overmorrow.messages import Messages
from overmorrow.stats.spans import Number
from overmorrow.tui import cells
from overmorrow.tui.frame import Frame
from overmorrow.tui.import_rows import grouped, shown
from overmorrow.tui.rows import ACCENT, EMPTY, MUTED, PLAIN, STRONG, Row, muted, plain

if TYPE_CHECKING:
    from overmorrow.generation.article import Article
    from overmorrow.jobs.drafts import Draft
    from overmorrow.jobs.language_tools import Tool
    from overmorrow.tui.generating import Corrections

_LABEL_CELLS = 10
_SMALL_LABEL_CELLS = 9


class Known(NamedTuple):
    """One thing that is known of an article."""

    label: str
    value: str
    letter: str = ""
    """The key that changes it; empty if nothing does."""
    why: str = ""


def known_of(
    article: "Article", corrections: "Corrections", likely: int | None, say: Messages
) -> list[Known]:
    """Return what was found out about an article.

    Args:
        article: The article as read.
        corrections: What the learner said about it.
        likely: How many cards it makes; None while they are counted.
        say: The learner's language.
    """
    chosen = say("generate_screen.chosen")
    unknown = say("generate_screen.unknown")
    size = say(
        "generate_screen.size",
        language=say(f"generate_screen.lang_{article.lang}"),
        paragraphs=Number(len(article.paragraphs)),
        letters=grouped(len(article.text)),
    )
    count = say("generate_screen.counting") if likely is None else ""
    return [
        Known(
            say("generate_screen.title"),
            shown(article.title) or unknown,
            "t",
            chosen if corrections.title is not None else "",
        ),
        Known(
            say("generate_screen.day"), day_words(article.day, say), "d", _yesterday(article, say)
        ),
        Known(
            say("generate_screen.author"),
            shown(article.author) or unknown,
            "a",
            chosen if corrections.author is not None else "",
        ),
        Known(say("generate_screen.language"), size, "l", chosen if corrections.lang else ""),
        Known(
            say("generate_screen.cards"),
            count or say("generate_screen.likely", n=grouped(likely or 0)),
        ),
    ]


def day_words(day: date | None, say: Messages) -> str:
    """Return a day with its weekday, or that it is not known."""
    if day is None:
        return say("generate_screen.unknown")
    return f"{day.isoformat()} {say(f'home.weekday_{day.weekday()}')}"


def _yesterday(article: "Article", say: Messages) -> str:
    if article.day is None:
        return say("generate_screen.no_day")
    return say("generate_screen.yesterday", day=(article.day - timedelta(days=1)).isoformat())


def known_rows(known: Sequence[Known], frame: Frame, say: Messages) -> list[Row]:
    """Return the lines: what, its value, why, and the key that changes it at the end."""
    indent = " " * frame.start
    label_cells = _SMALL_LABEL_CELLS if frame.small else _LABEL_CELLS
    room = frame.text_cells - label_cells
    rows: list[Row] = [] if frame.small else [muted(indent + say("generate_screen.found"))]
    for each in known:
        letter = each.letter
        key = letter if frame.small or not letter else say("generate_screen.change", letter=letter)
        value = cells.cut(each.value, room - cells.cell_len(key) - 2)
        why = f"  ({each.why})" if each.why else ""
        spare = room - cells.cell_len(value) - cells.cell_len(key) - 2
        why = why if cells.cell_len(why) <= spare and not frame.small else ""
        gap = " " * max(1, room - cells.cell_len(value + why + key))
        rows.append(
            (
                (indent + cells.pad(each.label, label_cells), MUTED),
                (value, PLAIN),
                (why, MUTED),
                (gap + key[: len(key) - len(letter)], MUTED),
                (letter, STRONG),
            )
        )
    return rows


def tool_rows(tool: "Tool", frame: Frame, say: Messages) -> list[Row]:
    """Return what a tool that is not there would add, and how it is installed."""
    words = say(f"generating.missing_{tool.lang}", extra=tool.extra)
    indent = " " * frame.start
    return [muted(indent + line) for line in cells.wrap(words, frame.text_cells)]


def beginning_rows(text: str, room: int, frame: Frame, say: Messages) -> list[Row]:
    """Return the first rows of an article."""
    width = frame.text_cells - max(0, 2 - frame.start)
    lines = list(islice(_lines(text, width), room + 1))
    bar = ("▌ ", ACCENT)
    indent = (" " * max(0, frame.start - 2), PLAIN)
    rows: list[Row] = [
        (indent, bar if at == 0 else ("  ", PLAIN), (line, PLAIN))
        for at, line in enumerate(lines[:room])
    ]
    if len(lines) > room and rows:
        words = say("generate_screen.continued", n=grouped(len(text)))
        rows[-1] = (indent, ("  ", PLAIN), (cells.cut(words, width), MUTED))
    return rows


def _lines(text: str, width: int) -> Iterator[str]:
    for line in text.split("\n"):
        if line.strip():
            yield from cells.wrap(shown(line), width)


def draft_rows(draft: "Draft", when: str, frame: Frame, say: Messages) -> list[Row]:
    """Return the work that was left, and what can be done with it."""
    title = shown(draft.article.title) or say("generate_screen.untitled")
    done = say(
        "generate_screen.draft_done",
        accepted=draft.accepted,
        dropped=draft.dropped,
        when=when,
    )
    indent = " " * frame.start
    room = frame.text_cells
    new = say("generate_screen.draft_new_short" if frame.small else "generate_screen.draft_new")
    return [
        muted(indent + say("generate_screen.draft")),
        EMPTY,
        ((indent + cells.cut(title, room), STRONG),),
        *(plain(indent + line) for line in cells.wrap(done, room)),
        EMPTY,
        ((indent + "Enter   ", STRONG), (say("generate_screen.draft_continue"), PLAIN)),
        ((indent + "n       ", STRONG), (cells.cut(new, room - 8), PLAIN)),
    ]
