"""Choosing a file and how it is read, as rows."""

from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from overmorrow.cards.text import clean
from overmorrow.messages import Messages
from overmorrow.tui import cells
from overmorrow.tui.frame import Frame
from overmorrow.tui.imports import Choices, Schedules
from overmorrow.tui.rows import ACCENT, CHOSEN, EMPTY, MUTED, NEAR, PLAIN, STRONG, Row, muted

if TYPE_CHECKING:
    from overmorrow.cards.note import Note
    from overmorrow.cards.parsed_file import Detected
    from overmorrow.jobs.planned import FilePlan

_LABEL_CELLS = 9
_LEAST_VALUE_CELLS, _MOST_VALUE_CELLS = 16, 28
_SIGNS = {"\t": "tab", ",": "comma", ";": "semicolon", "|": "pipe", ":": "colon"}
ANKI_TEXT = "anki_text"
"""A table whose own first lines say that none of the others is a heading."""
_UTF8 = "utf-8"
_NUMBER_CELLS = 4
_MOST_LETTERS = 2000


class Trait(NamedTuple):
    """One thing that was found out about a file."""

    label: str
    value: str
    letter: str = ""
    """The key that changes it; empty if nothing does."""
    why: str = ""
    parts: tuple[str, ...] = ()
    """What the value consists of, if one part of it can be chosen."""


def head_rows(title: str, end: str, frame: Frame) -> list[Row]:
    """Return a title with something at its end, and a rule."""
    title = title.partition(" · ")[0] if frame.small else title
    room = frame.width - 2 - cells.cell_len(title) - 2
    end = _cut_start(shown(end), room)
    return [
        ((" " + cells.between(title, end, frame.width - 2), PLAIN),),
        muted("─" * frame.width),
    ]


def _cut_start(text: str, room: int) -> str:
    """Return the text with its end kept, for that is where names differ."""
    if cells.cell_len(text) <= room:
        return text
    while text and cells.cell_len(text) >= room:
        text = text[1:]
    return cells.ELLIPSIS + text if room > 0 else ""


def shown(text: str) -> str:
    """Return text of a file as one safe line, no more of it than any screen can hold."""
    return " ".join(clean(text[:_MOST_LETTERS]).split())


def grouped(number: int) -> int | str:
    """Return a number as it goes into a sentence: a large one in groups of three digits."""
    return number if number < 1000 else f"{number:,}"


def size_words(size: int) -> str:
    """Return a file's size as people say it."""
    for unit, power in (("GB", 30), ("MB", 20), ("KB", 10)):
        if size >= 1 << power:
            number = size / (1 << power)
            return f"{number:.1f}{unit}" if number < 10 else f"{number:.0f}{unit}"
    return f"{size}B"


def traits(
    plan: "FilePlan", choices: Choices, say: Messages, *, is_whole: bool = True
) -> list[Trait]:
    """Return what was found out about a file, line by line.

    Args:
        plan: The file as read.
        choices: What the learner said about it.
        say: The learner's language.
        is_whole: Whether all of it was read, so that its notes are counted.
    """
    detected = plan.detected
    name = say(f"formats.{detected.format}")
    found = [Trait(say("import_screen.format"), name, why=say("import_screen.why_ending"))]
    if detected.encoding:
        found.append(_encoding(detected, choices, say))
    if detected.separator:
        found.append(_separator(detected, choices, say))
    if detected.has_headings is not None and detected.format != ANKI_TEXT:
        found.append(_headings(detected, choices, say))
    if detected.columns:
        parts = _columns(detected.columns, say)
        found.append(Trait(say("import_screen.columns"), "   ".join(parts), "c", parts=parts))
    found.append(_deck(plan, choices, say, is_whole=is_whole))
    for name, things in (("note_types", plan.file.note_types), ("media", plan.file.media)):
        if things:
            amount = say("import_screen.count", n=grouped(len(things)))
            found.append(Trait(say(f"import_screen.{name}"), amount))
    if detected.has_schedules:
        found.append(_schedules(choices.schedules, say))
    return found


def unreadable_traits(choices: Choices, say: Messages) -> list[Trait]:
    """Return the one line of a file whose letters could not be read yet."""
    value = choices.encoding.upper() or say("import_screen.unknown")
    why = say("import_screen.why_chosen" if choices.encoding else "import_screen.why_unreadable")
    return [Trait(say("import_screen.encoding"), value, "e", why)]


def _encoding(detected: "Detected", choices: Choices, say: Messages) -> Trait:
    if choices.encoding:
        why = "why_chosen"
    elif detected.encoding_guessed:
        why = "why_guessed"
    else:
        why = "why_utf8" if detected.encoding.lower() == _UTF8 else "why_mark"
    name = detected.encoding.upper()
    return Trait(say("import_screen.encoding"), name, "e", say(f"import_screen.{why}"))


def _separator(detected: "Detected", choices: Choices, say: Messages) -> Trait:
    sign = detected.separator
    name = f"import_screen.sign_{_SIGNS.get(sign, 'other')}"
    if choices.separator:
        why = say("import_screen.why_chosen")
    else:
        why = say("import_screen.why_cells", n=max(2, len(detected.columns)))
    return Trait(say("import_screen.separator"), say(name, sign=shown(sign)), "s", why)


def _headings(detected: "Detected", choices: Choices, say: Messages) -> Trait:
    name = "headings" if detected.has_headings else "no_headings"
    why = "chosen" if choices.headings is not None else name
    value = say(f"import_screen.{name}")
    return Trait(say("import_screen.first_line"), value, "h", say(f"import_screen.why_{why}"))


def _columns(columns: Sequence[str], say: Messages) -> tuple[str, ...]:
    named = (say(f"import_screen.role_{role}") for role in columns)
    return tuple(f"{number} {name}" for number, name in enumerate(named, 1))


def _deck(plan: "FilePlan", choices: Choices, say: Messages, *, is_whole: bool) -> Trait:
    name = shown(choices.deck or plan.decks[0].deck.name)
    return Trait(say("import_screen.deck"), _decks(plan, name, say, is_whole=is_whole), "d")


def _decks(plan: "FilePlan", name: str, say: Messages, *, is_whole: bool) -> str:
    total = sum(len(deck.deck.notes) for deck in plan.decks)
    if not is_whole:
        return say("import_screen.deck_uncounted", name=name)
    if len(plan.decks) == 1:
        return say("import_screen.one_deck", name=name, n=grouped(total))
    return say("import_screen.many_decks", name=name, decks=len(plan.decks), n=grouped(total))


def _schedules(schedules: Schedules, say: Messages) -> Trait:
    value = say(f"import_screen.schedules_{schedules.value}")
    why = say(f"import_screen.why_schedules_{schedules.value}")
    return Trait(say("import_screen.schedules"), value, "w", why)


def trait_rows(found: Sequence[Trait], part: int | None, frame: Frame) -> list[Row]:
    """Return the lines: what, how it is taken, the key that changes it, why it was guessed.

    Args:
        found: What was found out.
        part: Which part of a line is chosen, if one is.
        frame: The terminal.
    """
    label_cells = max(_LABEL_CELLS, *(cells.cell_len(trait.label) + 2 for trait in found))
    widest = max((cells.cell_len(trait.value) for trait in found if trait.why), default=0)
    room = frame.width - frame.start - label_cells - 1
    most = room - 3 if frame.small else _MOST_VALUE_CELLS
    value_cells = min(max(_LEAST_VALUE_CELLS, widest), most)
    return [
        _parts_row(trait, label_cells, part, frame)
        if trait.parts
        else _trait_row(trait, label_cells, value_cells, frame)
        for trait in found
    ]


def _parts_row(trait: Trait, label_cells: int, chosen: int | None, frame: Frame) -> Row:
    """Return a line whose parts can be chosen; it begins where the chosen one still shows."""
    label = (" " * frame.start + cells.pad(trait.label, label_cells), MUTED)
    room = frame.width - frame.start - label_cells - 6
    parts = list(trait.parts)
    at = chosen
    while at and cells.cell_len("   ".join(parts[: at + 1])) > room:
        del parts[0]
        at -= 1
    pieces: list[tuple[str, str]] = [label]
    for place, name in enumerate(parts):
        room -= cells.cell_len(name) + (3 if place else 0)
        if room < 0:
            pieces.append((" " + cells.ELLIPSIS, MUTED))
            break
        gap = ("   " if place else "") if place != at else " > " if place else ">"
        pieces += [(gap, ACCENT), (name, CHOSEN if place == at else PLAIN)]
    return (*pieces, ("   " + trait.letter, STRONG))


def _trait_row(trait: Trait, label_cells: int, value_cells: int, frame: Frame) -> Row:
    label = (" " * frame.start + cells.pad(trait.label, label_cells), MUTED)
    room = frame.width - frame.start - label_cells - 1
    if not trait.why:
        after = "   " + trait.letter if trait.letter else ""
        return (label, (cells.cut(trait.value, room - len(after)), PLAIN), (after, STRONG))
    value = (cells.pad(trait.value, value_cells) + "  ", PLAIN)
    letter = (cells.pad(trait.letter, 1), STRONG)
    if frame.small:
        return (label, value, letter)
    why = cells.cut(trait.why, room - value_cells - 6)
    return (label, value, letter, ("   " + why, MUTED))


def preview_rows(plan: "FilePlan", count: int, frame: Frame, say: Messages) -> list[Row]:
    """Return the first cards as they would be, a row each."""
    notes = list(islice((note for deck in plan.decks for note in deck.deck.notes), count))
    heading = say("import_screen.first_cards", n=len(notes))
    if not notes:
        return []
    texts = [_texts(note, with_tags=not frame.small) for note in notes]
    widths = _widths(texts, frame.width - frame.start - _NUMBER_CELLS - 1)
    rows: list[Row] = [muted(" " * frame.start + heading)]
    for number, row in enumerate(texts, 1):
        before = " " * frame.start + cells.pad(str(number), _NUMBER_CELLS)
        pieces = [cells.pad(text, width) + "  " for text, width in zip(row, widths, strict=True)]
        rows.append(((before, MUTED), *zip(pieces, (STRONG, PLAIN, MUTED), strict=True)))
    return rows


def _texts(note: "Note", *, with_tags: bool) -> tuple[str, str, str]:
    """Return a note's prompt, answer and tags, each as one safe line."""
    prompt, answer = note.prompt, note.answer
    if note.faces:
        prompt, answer = note.faces[0].prompt, note.faces[0].graded or note.faces[0].answer
    return shown(prompt), shown(answer), shown(", ".join(note.tags)) if with_tags else ""


def _widths(texts: Sequence[tuple[str, str, str]], room: int) -> tuple[int, int, int]:
    """Return how wide prompts, answers and tags are drawn; prompts get what the others leave."""
    prompts, answers, tags = (max(cells.cell_len(row[at]) for row in texts) for at in range(3))
    answers, tags = min(answers, int(room * 0.4)), min(tags, int(room * 0.2))
    return max(1, min(prompts, room - answers - tags - 6)), answers, tags


def refused_row(refused: int, frame: Frame, say: Messages) -> list[Row]:
    """Return how many lines cannot be read, if any."""
    if not refused:
        return []
    words = say("import_screen.refused_later", n=grouped(refused))
    return [EMPTY, ((" " * frame.start + cells.cut(words, frame.width - frame.start - 1), NEAR),)]
