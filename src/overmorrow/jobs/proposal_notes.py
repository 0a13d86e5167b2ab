"""Turns proposals into notes, as a deck file can hold them."""

import re
from dataclasses import replace

from overmorrow.cards.cloze import GapError, filled, read_gaps
from overmorrow.cards.deck import Deck
from overmorrow.cards.deck_file import parse_deck, print_deck
from overmorrow.cards.deck_words import join_bars
from overmorrow.cards.list_item import ListItem
from overmorrow.cards.note import AnswerType, Note
from overmorrow.cards.text import clean
from overmorrow.generation.proposal import BLANK, Proposal

_OF_GAPS = (AnswerType.TEXT, AnswerType.NUMBER, AnswerType.DATE)
_GAP_FORMS = ("{{%s}}", "{{1:%s}}")
"""The second is for an answer that begins like a group's number, such as 12:30."""


def note_of(proposal: Proposal, where: str, deck: Deck) -> Note | None:
    """Return the note of a proposal as it reads back from the deck's file.

    Args:
        proposal: What became a card.
        where: Where in the deck's source it stands.
        deck: What the file says of all its notes.

    Returns:
        The note; None where no deck file could hold it.
    """
    for note in (_gap_note(proposal, where), _plain_note(proposal, where)):
        found = _as_read(note, deck) if note else None
        if found:
            return found
    return None


def _as_read(note: Note, deck: Deck) -> Note | None:
    """Return a note as a file with nothing else in it reads back, if it is still the same card."""
    parsed = parse_deck(print_deck(replace(deck, notes=(note,))), deck.name)
    notes = parsed.deck.notes
    if parsed.problems or len(notes) != 1:
        return None
    found = notes[0]
    same = (found.prompt, found.answer, found.items) == (note.prompt, note.answer, note.items)
    return found if same else None


def _plain_note(proposal: Proposal, where: str) -> Note:
    answer, kind = one_line(proposal.answer), proposal.answer_type
    items = tuple(dict.fromkeys(filter(None, map(one_line, proposal.items))))
    if not kind.is_list:
        items = ()
    elif len(items) < 2:
        items, kind = (), AnswerType.TEXT
    if items:
        answer = ", ".join(items)
    return Note(
        prompt=one_line(proposal.prompt),
        answer=answer,
        answer_type=kind,
        aliases=() if items else _aliases(proposal, answer),
        items=tuple(ListItem(text=item) for item in items),
        source=where,
    )


def _gap_note(proposal: Proposal, where: str) -> Note | None:
    """Return the note of a sentence with one gap; None where its marks would be misread."""
    if proposal.prompt.count(BLANK) != 1 or proposal.answer_type not in _OF_GAPS:
        return None
    answer = one_line(proposal.answer)
    before, after = one_line(proposal.prompt, strip=False).split(BLANK)
    for form in _GAP_FORMS:
        gap = form % join_bars((answer,))
        text = (before.replace("{{", r"\{{") + gap + after.replace("{{", r"\{{")).strip()
        if _says(text, answer, f"{before}{answer}{after}".strip()):
            return Note(
                prompt=text,
                is_cloze=True,
                answer_type=proposal.answer_type,
                aliases=_aliases(proposal, answer),
                source=where,
            )
    return None


def _says(text: str, answer: str, sentence: str) -> bool:
    """Whether a text with a gap asks for the answer and nothing else."""
    try:
        gaps = read_gaps(text)
    except GapError:
        return False
    return [(gap.text, gap.aliases, gap.hint) for gap in gaps] == [(answer, (), "")] and filled(
        text, gaps
    ) == sentence


def _aliases(proposal: Proposal, answer: str) -> tuple[str, ...]:
    names = dict.fromkeys(map(one_line, proposal.aliases))
    return tuple(name for name in names if name and name != answer)


def one_line(text: str, *, strip: bool = True) -> str:
    """Return a text clean and on one line, as a card shows it."""
    line = re.sub(r"\s+", " ", clean(text))
    return line.strip() if strip else line
