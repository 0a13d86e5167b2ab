"""A deck's options as rows: what holds, where it is from, and what it means."""

from collections.abc import Mapping, Sequence

from overmorrow.jobs.deck_options import LIMITS, DeckOption, Value
from overmorrow.messages import Messages
from overmorrow.store.deck_names import ANSWERING
from overmorrow.tui import cells
from overmorrow.tui.frame import Frame
from overmorrow.tui.rows import ACCENT, CHOSEN, EMPTY, MUTED, PLAIN, Row, muted

_VALUE_CELLS = 18
_GAP = 3


def option_rows(
    found: Sequence[DeckOption],
    changes: Mapping[str, Value | None],
    chosen: int,
    frame: Frame,
    say: Messages,
) -> list[Row]:
    """Return one row an option, and below them a sentence about the chosen one.

    Args:
        found: What holds.
        changes: What was changed here and is not saved yet.
        chosen: Which option is.
        frame: The terminal.
        say: The learner's language.
    """
    names = [say(f"decks.{option.key}") for option in found]
    label = max(map(cells.cell_len, names)) + _GAP
    rows: list[Row] = []
    for at, option in enumerate(found):
        own = value_of(option, changes)
        rows.append(_row(option, own, label, at == chosen, frame, say))
    about = say(f"decks.about_{found[chosen].key}")
    told = [about, *_cap(found[chosen], changes, say)]
    indent = " " * frame.start
    lines = [line for text in told for line in cells.wrap(text, frame.text_cells)]
    return [*rows, EMPTY, *(muted(indent + line) for line in lines)]


def value_of(option: DeckOption, changes: Mapping[str, Value | None]) -> Value | None:
    """Return what the deck says itself, as it is being changed."""
    return changes.get(option.key, option.own)


def _row(
    option: DeckOption,
    own: Value | None,
    label: int,
    is_chosen: bool,
    frame: Frame,
    say: Messages,
) -> Row:
    name = say(f"decks.{option.key}")
    mark = "> " if is_chosen else "  "
    before = " " * (1 if frame.small else 2) + mark
    words = value_words(option, own, say)
    style = CHOSEN if is_chosen else PLAIN
    where = "" if frame.small else f"   {_where(option, own, say)}"
    return (
        (before, ACCENT),
        (cells.pad(name, label), PLAIN),
        (cells.pad(words, min(_VALUE_CELLS, frame.width - label - 5)), style),
        (cells.cut(where, max(0, frame.width - len(before) - label - _VALUE_CELLS - 1)), MUTED),
    )


def value_words(option: DeckOption, own: Value | None, say: Messages) -> str:
    """Return the value that holds."""
    value = option.usual if own is None else own
    if option.key in LIMITS:
        return say("decks.a_day", n=value)
    if option.key == ANSWERING:
        return say(f"setting.value_answering_{value}")
    return say(f"decks.order_{value}")


def _where(option: DeckOption, own: Value | None, say: Messages) -> str:
    if own is not None:
        return say("decks.own")
    return say("decks.from_deck" if option.above else "decks.from_settings", deck=option.above)


def _cap(option: DeckOption, changes: Mapping[str, Value | None], say: Messages) -> list[str]:
    own = value_of(option, changes)
    value = option.usual if own is None else own
    if option.cap is None or not isinstance(value, int) or option.cap >= value:
        return []
    return [say("decks.capped", deck=option.cap_of, n=option.cap)]
