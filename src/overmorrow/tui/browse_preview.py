"""One found card in full: below the others, or beside them."""

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from overmorrow.messages import Messages
from overmorrow.tui import cells
from overmorrow.tui.import_rows import shown
from overmorrow.tui.rows import EMPTY, MUTED, NEAR, PLAIN, STRONG, Piece, Row, muted

if TYPE_CHECKING:
    from overmorrow.jobs.browse import BrowseRow
    from overmorrow.jobs.preview import Preview

LABEL_CELLS = 8
ROWS_BELOW = 6
"""What a preview takes below the table, its rule included."""
_SMALL_ROWS_BELOW = 4
_MOST_PROMPT_ROWS = 2
_MOST_TAGS = 8
_PAIR_ROWS = 3
"""The prompt, whose card is where, and the two answers."""


class Where(Enum):
    """Where the preview stands."""

    BELOW = "below"
    BESIDE = "beside"
    NONE = "none"


def next_place(where: Where, *, is_wide: bool) -> Where:
    """Return where the preview stands next."""
    places = [Where.BELOW, *([Where.BESIDE] if is_wide else []), Where.NONE]
    at = places.index(where) if where in places else 0
    return places[(at + 1) % len(places)]


def rows_below(*, small: bool) -> int:
    """Return how many rows the preview takes below the table."""
    return _SMALL_ROWS_BELOW if small else ROWS_BELOW


def title_row(title: str, start: int, width: int) -> Row:
    """Return a rule with a title in it."""
    words = "─" * 2 + f" {title} "
    return muted(" " * start + words + "─" * max(0, width - cells.cell_len(words)))


class Seen(NamedTuple):
    """A card as the preview shows it."""

    card_id: int
    prompt: str
    answer: str
    tags: tuple[str, ...]
    deck: str
    aliases: tuple[str, ...] = ()
    source: str = ""
    remark: str = ""
    qualities: str = ""
    """The last answers, such as `4 3 1>2`."""
    place: str = ""
    """Its file and line."""
    reasons: tuple[str, ...] = ()
    """What is worth knowing about it."""


def seen_row(row: "BrowseRow") -> Seen:
    """Return what is known of a card at once."""
    return Seen(row.card_id, row.prompt, row.answer, row.tags, row.deck)


def seen_in_full(preview: "Preview", say: Messages) -> Seen:
    """Return all that is known of a card."""
    return Seen(
        preview.card_id,
        preview.prompt,
        preview.answer,
        preview.tags,
        preview.deck,
        preview.aliases,
        preview.source,
        preview.remark,
        preview.qualities or "·",
        preview.place,
        tuple(_reasons(preview, say)),
    )


def _reasons(preview: "Preview", say: Messages) -> list[str]:
    """Return why a card is a leech, if it is one."""
    if not preview.is_leech:
        return []
    reasons = [say("browse.leech_why", n=preview.state.sm2.lapses)]
    for typed, times in preview.wrong[:1]:
        reasons.append(say("browse.leech_mixed", typed=shown(typed), n=times))
    return reasons


def preview_rows(seen: Seen, *, width: int, room: int, say: Messages) -> list[Row]:
    """Return a card in at most so many rows; what matters most comes first.

    Args:
        seen: The card.
        width: How many cells a row has.
        room: How many rows there are.
        say: The learner's language.
    """
    if room > ROWS_BELOW:
        return _tall_rows(seen, width, say)[:room]
    value_cells = width - LABEL_CELLS
    answers = shown(seen.answer)
    aliases = " | ".join(shown(alias) for alias in seen.aliases)
    answer: list[Piece] = [(cells.cut(answers, value_cells), STRONG)]
    left = value_cells - cells.cell_len(answers) - 5
    if aliases and left > 4:
        answer.append((f"   ({cells.cut(aliases, left)})", MUTED))
    rows = _lines("prompt", shown(seen.prompt), value_cells, say)[:_MOST_PROMPT_ROWS]
    rows.append(((cells.pad(say("browse.answer"), LABEL_CELLS), MUTED), *answer))
    rows += [((cells.cut(reason, width), NEAR),) for reason in seen.reasons]
    if seen.source:
        rows.append(_line("source", shown(seen.source), value_cells, say))
    rows.append(_last_row(seen, width, say))
    if seen.remark:
        rows.append(_line("note", shown(seen.remark), value_cells, say))
    return rows[:room]


def _tall_rows(seen: Seen, width: int, say: Messages) -> list[Row]:
    """Return a card in as many rows as it needs."""
    facts = [
        ("prompt", seen.prompt),
        ("answer", " | ".join((seen.answer, *seen.aliases))),
        ("source", seen.source),
        ("note", seen.remark),
        ("deck", seen.deck.replace("::", " › ")),
        ("tags", ", ".join(seen.tags)),
        ("history", seen.qualities),
        ("file", seen.place),
    ]
    rows: list[Row] = []
    for name, text in facts:
        if text:
            rows += _lines(name, shown(text), width - LABEL_CELLS, say)
    for reason in seen.reasons:
        rows += [EMPTY, *(((line, NEAR),) for line in cells.wrap(reason, width))]
    return rows


def _lines(name: str, text: str, room: int, say: Messages) -> list[Row]:
    style = STRONG if name == "answer" else PLAIN
    labels = (cells.pad(say(f"browse.{name}"), LABEL_CELLS), " " * LABEL_CELLS)
    return [
        ((labels[min(at, 1)], MUTED), (line, style))
        for at, line in enumerate(cells.wrap(text, room))
    ]


def _line(name: str, text: str, room: int, say: Messages) -> Row:
    return (
        (cells.pad(say(f"browse.{name}"), LABEL_CELLS), MUTED),
        (cells.cut(text, room), PLAIN),
    )


def _last_row(seen: Seen, width: int, say: Messages) -> Row:
    """Return the last answers, the tags and the file, as far as they fit."""
    facts = [
        ("history", seen.qualities),
        ("tags", ", ".join(shown(tag) for tag in seen.tags[:_MOST_TAGS])),
        ("file", shown(seen.place)),
    ]
    pieces: list[Piece] = []
    used = 0
    for name, text in facts:
        if not text:
            continue
        label = say(f"browse.{name}")
        padded = cells.pad(label, LABEL_CELLS) if not pieces else f"   {label}  "
        room = width - used - cells.cell_len(padded)
        if room < 6:
            break
        kept = _cut_start(text, room) if name == "file" else cells.cut(text, room)
        pieces += [(padded, MUTED), (kept, PLAIN)]
        used += cells.cell_len(padded) + cells.cell_len(kept)
    return pieces


def _cut_start(text: str, room: int) -> str:
    """Return a text with its end kept, for there a file's name and line stand."""
    if cells.cell_len(text) <= room:
        return text
    while text and cells.cell_len(text) > room - 1:
        text = text[1:]
    return cells.ELLIPSIS + text


def pair_rows(ours: Seen, theirs: Seen, *, width: int, room: int, say: Messages) -> list[Row]:
    """Return two cards with one prompt, their answers side by side.

    Args:
        ours: The card looked at.
        theirs: The other one.
        width: How many cells a row has.
        room: How many rows there are.
        say: The learner's language.
    """
    gap = 2
    column = (width - LABEL_CELLS - gap) // 2
    texts = [
        ("", say("browse.this_card"), say("browse.other_card")),
        ("answer", _answers(ours), _answers(theirs)),
        ("deck", shown(ours.deck), shown(theirs.deck)),
        ("history", ours.qualities, theirs.qualities),
        ("tags", ", ".join(ours.tags), ", ".join(theirs.tags)),
    ]
    rows: list[Row] = [
        _line("prompt", shown(ours.prompt), width - LABEL_CELLS, say),
    ]
    for name, left, right in texts:
        if not left and not right:
            continue
        style = STRONG if name == "answer" else PLAIN if name else MUTED
        label = say(f"browse.{name}") if name else ""
        rows.append(
            (
                (cells.pad(label, LABEL_CELLS), MUTED),
                (cells.pad(left, column) + " " * gap, style),
                (cells.cut(right, column), style),
            )
        )
    if room < _PAIR_ROWS:  # the prompt stands in the list, too
        del rows[0]
    return rows[:room] or [EMPTY]


def _answers(seen: Seen) -> str:
    return " | ".join(shown(each) for each in (seen.answer, *seen.aliases))
