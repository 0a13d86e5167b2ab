"""Writes down what the learner says of an answer: it counts from now on, or never does.

It goes into the note and its deck's file, where it can be seen and changed, as
part of the answer's own step: taking the answer back takes it back too.
"""

from overmorrow.cards.deck_words import join_bars
from overmorrow.cards.note import Note
from overmorrow.clock import Moment
from overmorrow.errors import FileError
from overmorrow.grading.normalise import canonical
from overmorrow.jobs.asked import Asked, Judged
from overmorrow.jobs.edit_note import edit_note, tell_note
from overmorrow.jobs.note_changes import Edit, EditError
from overmorrow.jobs.teaching_items import items_told
from overmorrow.store.database import Database
from overmorrow.store.note_places import note_of_card

TAUGHT = "taught"
"""In a batch's summary, and in an answer's payload: what it told the note."""


def teach(database: Database, asked: Asked, judged: Judged, moment: Moment) -> bool:
    """Give the note the answer that shall count, or shall not, from now on.

    Returns:
        Whether it was; not where notes of its kind cannot say it, nor where its
        file was changed meanwhile or cannot be written.

    Raises:
        DatabaseError: It could not be written; nothing was.
    """
    note = note_of_card(database, asked.card_id).note
    edit = _edit(note, asked, judged)
    if edit is None:
        return False
    summary = {TAUGHT: judged.learned or judged.refused}
    try:
        tell_note(database, asked.card_id, edit, moment, summary)
    except (EditError, FileError):
        return False
    return True


def accept_answer(database: Database, card_id: int, typed: str, moment: Moment) -> None:
    """Let an answer count for a card from now on, as an edit of its own.

    Raises:
        OvermorrowError: The note cannot say it, or its file cannot be written; nothing was.
    """
    note = note_of_card(database, card_id).note
    names = note.faces[0].aliases if note.faces else note.aliases
    edit_note(database, card_id, Edit(also=(*names, typed)), moment)


def _edit(note: Note, asked: Asked, judged: Judged) -> Edit | None:
    """Return how the note would say it; None where notes of its kind cannot."""
    is_first = asked.card.key == "q" or note.is_cloze
    is_several = bool(note.items) or note.answer_type.is_list or bool(asked.card.wrong_choices)
    if not is_first or (is_several and not judged.learned):
        return None
    if is_several:
        told = _right_choice if asked.card.wrong_choices else _names_of_items
        return told(note, asked, judged.learned)
    if judged.learned:
        names = note.faces[0].aliases if note.faces else note.aliases
        return Edit(also=(*names, judged.learned))
    if note.is_cloze or note.faces or note.note_type:
        return None
    refused = canonical(judged.refused)
    left = tuple(alias for alias in note.aliases if canonical(alias) != refused)
    also = left if len(left) < len(note.aliases) else None
    return Edit(also=also, wrong=(*note.wrong_choices, judged.refused))


def _names_of_items(note: Note, asked: Asked, typed: str) -> Edit | None:
    """Return the items of a list with the names that were typed for some of them."""
    items = items_told(asked.card, typed) if note.items else None
    if items is None:
        return None
    lines = (f"- {join_bars((item.text, *item.aliases))}" for item in items)
    return Edit(answer="\n".join(lines))


def _right_choice(note: Note, _asked: Asked, typed: str) -> Edit | None:
    """Return a choice whose answer may be the typed one too; it is no wrong choice any more."""
    if note.faces:
        return None
    wrong = tuple(choice for choice in note.wrong_choices if choice != typed)
    if not wrong:
        return None
    is_choice = len(wrong) < len(note.wrong_choices)
    return Edit(also=(*note.aliases, typed), wrong=wrong if is_choice else None)
