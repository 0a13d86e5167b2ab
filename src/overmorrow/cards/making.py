"""Makes cards from notes: one a note, two when it is reversed, one a gap group."""

import re

from overmorrow.cards.card import Card
from overmorrow.cards.cloze import Gap, groups_of, hidden, read_gaps
from overmorrow.cards.face import Face
from overmorrow.cards.list_item import ListItem
from overmorrow.cards.note import AnswerType, Note
from overmorrow.cards.text import cell_width
from overmorrow.messages import LANGUAGES, Messages

_PARAGRAPH = re.compile(r"\bp(\d+)\b")
_TERM_CELLS = 30
"""A prompt wider than this is a sentence, which nobody can be asked to type back."""


def cards_of(note: Note, lang: str, source: str) -> tuple[Card, ...]:
    """Return the note's cards, in the order they are studied.

    Args:
        note: What was written down.
        lang: The deck's language; empty if unknown.
        source: The deck's source, put before the note's own.

    Raises:
        GapError: The gaps of a cloze note cannot be read.
    """
    if note.faces:
        return tuple(_face_card(note, face, lang, source) for face in note.faces)
    where = ", ".join(part for part in (source, _place(note, lang)) if part)
    if note.is_cloze:
        return _gap_cards(note, lang, where)
    plain = _plain_card(note, lang, where)
    return (plain, _reversed_card(note, lang, where)) if note.both else (plain,)


def keys_of(note: Note) -> tuple[str, ...]:
    """Return the keys of the note's cards, without making them.

    Raises:
        GapError: The gaps of a cloze note cannot be read.
    """
    if note.faces:
        return tuple(face.key for face in note.faces)
    if note.is_cloze:
        return tuple(f"c{group}" for group in groups_of(read_gaps(note.prompt)))
    return ("q", "r") if note.both else ("q",)


def _place(note: Note, lang: str) -> str:
    """Return where in the source a note stands, its paragraphs in words."""
    if not _PARAGRAPH.search(note.source):
        return note.source
    say = Messages(_language(note, lang))
    return _PARAGRAPH.sub(lambda found: say("deck.paragraph", number=found[1]), note.source)


def _plain_card(note: Note, lang: str, source: str) -> Card:
    is_choice = note.answer_type is AnswerType.CHOICE
    return Card(
        key="q",
        prompt=note.prompt,
        answer=note.answer,
        aliases=note.aliases,
        answer_type=_told(note.answer_type),
        lang=lang,
        items=note.items,
        wrong_choices=note.wrong_choices if is_choice else (),
        refused=() if is_choice else note.wrong_choices,
        hint=note.hint,
        remark=note.remark,
        source=source,
        case_sensitive=note.case_sensitive,
    )


def _face_card(note: Note, face: Face, lang: str, source: str) -> Card:
    """Return the card of a face: its graded part is the answer, the whole back the remark."""
    graded = face.graded or face.answer
    return Card(
        key=face.key,
        prompt=face.prompt,
        answer=graded,
        aliases=face.aliases,
        answer_type=face.answer_type,
        lang=lang,
        hint=note.hint,
        remark=face.answer.removeprefix(graded).strip() or note.remark,
        source=source,
    )


def _told(kind: AnswerType) -> str:
    """Return the type as grading is told it; plain text tells nothing."""
    return "" if kind is AnswerType.TEXT else kind.value


def _reversed_card(note: Note, lang: str, source: str) -> Card:
    """Return the card that shows the answer and asks for the prompt.

    A prompt that is a term is typed; one that is a sentence is recalled and
    judged by the learner.
    """
    say = Messages(_language(note, lang))
    is_term = _is_term(note.prompt)
    key = "deck.reversed_term" if is_term else "deck.reversed_sentence"
    return Card(
        key="r",
        prompt=say(key, answer=note.answer),
        answer=note.prompt,
        answer_type="" if is_term else AnswerType.LONG.value,
        remark=note.remark,
        source=source,
        case_sensitive=note.case_sensitive,
        is_reversed=True,
    )


def _is_term(prompt: str) -> bool:
    one_line = "\n" not in prompt and cell_width(prompt) <= _TERM_CELLS
    return one_line and not prompt.endswith(("?", "？", ".", "。", "!"))


def _language(note: Note, lang: str) -> str:
    """Return the language a reversed prompt is worded in."""
    known = lang.partition("-")[0].lower()
    if known in LANGUAGES:
        return known
    return "ko" if any("가" <= letter <= "힣" for letter in note.prompt + note.answer) else "en"


def _gap_cards(note: Note, lang: str, source: str) -> tuple[Card, ...]:
    gaps = read_gaps(note.prompt)
    return tuple(_gap_card(note, gaps, group, lang, source) for group in groups_of(gaps))


def _gap_card(note: Note, gaps: tuple[Gap, ...], group: int, lang: str, source: str) -> Card:
    groups = groups_of(gaps)
    own = {gap.text: gap.aliases for gap in gaps if group in gap.groups}
    several = len(own) > 1
    names = () if several else next(iter(own.values()))
    return Card(
        key=f"c{group}",
        prompt=hidden(note.prompt, gaps, group),
        answer=", ".join(own),
        aliases=(*names, *note.aliases) if len(groups) == 1 and not several else names,
        answer_type=AnswerType.ORDERED_LIST.value if several else _told(note.answer_type),
        lang=lang,
        items=_items(own) if several else (),
        hint=note.hint,
        remark=note.remark,
        source=source,
        case_sensitive=note.case_sensitive,
        gap=(groups.index(group) + 1, len(groups)),
    )


def _items(names: dict[str, tuple[str, ...]]) -> tuple[ListItem, ...]:
    return tuple(ListItem(text=text, aliases=aliases) for text, aliases in names.items())
