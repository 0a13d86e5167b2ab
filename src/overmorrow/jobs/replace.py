"""Find and replace in notes: first what would change, then the change, as one step."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from overmorrow.cards.deck import Deck
from overmorrow.cards.list_item import ListItem
from overmorrow.cards.note import Note
from overmorrow.clock import Moment
from overmorrow.errors import OvermorrowError
from overmorrow.jobs.bulk import ChangeError
from overmorrow.jobs.edit_batches import finish_edits
from overmorrow.jobs.note_changes import Edit, as_written, changed_note, steady_gaps
from overmorrow.jobs.step_edits import StepMaker, by_deck
from overmorrow.search.regexes import LONGEST, SafeRegex, safe_regex
from overmorrow.search.term_error import TermError
from overmorrow.store.database import Database
from overmorrow.store.kept import note_types
from overmorrow.store.note_places import places_of_notes
from overmorrow.store.search_notes import note_uids

FIELDS = ("prompt", "answer", "also", "hint", "note")
"""Where texts can be replaced: what is asked, what counts, other answers, hint, remark."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacing:
    """What to look for, and what to put there."""

    text: str
    replacement: str
    fields: Sequence[str] = FIELDS
    is_regex: bool = False
    r"""Whether `text` is a regular expression; then `\1` in the replacement is its first group."""
    ignores_case: bool = False


class Replacement(NamedTuple):
    """One note before and after."""

    uid: str
    deck: str
    before: Note
    after: Note

    def lines(self) -> list[tuple[str, str, str]]:
        """Return each part that changes: which of `FIELDS`, as it is, as it would be."""
        pairs = zip(FIELDS, _parts(self.before), _parts(self.after), strict=True)
        return [(name, before, after) for name, before, after in pairs if before != after]


class ReplacePlan(NamedTuple):
    """What replacing would do."""

    changes: tuple[Replacement, ...]
    refused: tuple[tuple[str, OvermorrowError], ...]
    """Prompts of notes in which it cannot be done, and why."""


def plan(
    database: Database, card_ids: Sequence[int], wanted: Replacing, moment: Moment
) -> ReplacePlan:
    """Return what replacing in the notes of cards would change; nothing is written.

    Args:
        database: The collection.
        card_ids: Any cards of the notes.
        wanted: What to replace.
        moment: When it would be.

    Raises:
        ChangeError: There is nothing to look for, or the expression cannot be used.
        DatabaseError: The collection cannot be read.
    """
    put = _replacer(wanted)
    types = note_types(database)
    changes: list[Replacement] = []
    refused: list[tuple[str, OvermorrowError]] = []
    for place in places_of_notes(database, note_uids(database, card_ids)):
        note = place.note
        try:
            if note.faces or note.note_type:
                edit = _edit_elsewhere(note, put, wanted.fields)
                note_type = types.get(note.note_type)
                deck = Deck(name=place.deck)
                after = changed_note(note, edit, deck, note_type, moment.wall_ms // 1000)
            else:
                after = _ours(note, put, wanted.fields)
        except OvermorrowError as error:
            refused.append((note.prompt, error))
            continue
        if after != note:
            changes.append(Replacement(place.uid, place.deck, note, after))
    return ReplacePlan(tuple(changes), tuple(refused))


def apply_replacements(
    database: Database, wanted: Replacing, changes: Sequence[Replacement], moment: Moment
) -> int:
    """Make changes that were planned, as one step, in the decks' files too.

    Args:
        database: The collection.
        wanted: What was replaced, to be shown when looking back.
        changes: Those that the learner wants.
        moment: When.

    Returns:
        How many notes were changed; one that is another by now is left alone.

    Raises:
        EditError: A file could not hold a note so.
        FileError: A file was changed since, or cannot be written.
        DatabaseError: It could not be written.
    """
    finish_edits(database, moment)
    after = {change.uid: change for change in changes}
    places = [
        place
        for place in places_of_notes(database, list(after))
        if place.note == after[place.uid].before
    ]
    told = {"what": "replace", "text": wanted.text, "notes": len(places)}
    maker = StepMaker(database, moment, told)
    for notes in by_deck(database, places):
        maker.change(notes, {place.uid: after[place.uid].after for place in notes.places})
    return len(places)


def _parts(note: Note) -> tuple[str, ...]:
    aliases = [*note.aliases, *(alias for face in note.faces for alias in face.aliases)]
    items = [" | ".join((item.text, *item.aliases)) for item in note.items]
    return (
        note.prompt,
        ", ".join(items) or note.answer,
        " | ".join(aliases),
        note.hint,
        note.remark,
    )


def _replacer(wanted: Replacing) -> Callable[[str], str]:
    """Return what puts the new text into an old one.

    Raises:
        ChangeError: There is nothing to look for, or the expression cannot be used.
    """
    if not wanted.text or len(wanted.text) > LONGEST:
        raise ChangeError("bulk.nothing_to_replace", most=LONGEST)
    if not set(wanted.fields) <= set(FIELDS):
        raise ChangeError("bulk.no_field", known=", ".join(FIELDS))
    source = wanted.text if wanted.is_regex else re.escape(wanted.text)
    try:
        found = safe_regex(source, ignore_case=wanted.ignores_case)
    except TermError as error:
        raise ChangeError("bulk.bad_regex", text=wanted.text) from error
    replacement = wanted.replacement if wanted.is_regex else wanted.replacement.replace("\\", r"\\")
    try:
        found.expression.sub(replacement, "")
        re.compile(f"{source}|").sub(replacement, "", count=1)
    except (re.error, IndexError) as error:
        raise ChangeError("bulk.bad_replacement", text=wanted.replacement) from error
    return lambda text: _put(found, replacement, text)


def _put(found: SafeRegex, replacement: str, text: str) -> str:
    """Replace in the beginning of a text that is looked at."""
    head, tail = text[: found.longest_text], text[found.longest_text :]
    return found.expression.sub(replacement, head) + tail


def _ours(note: Note, put: Callable[[str], str], fields: Sequence[str]) -> Note:
    """Return a note of our own with the text replaced, as a deck file would say it."""
    after = note
    if "prompt" in fields:
        after = after._replace(prompt=_prompt(note, put(note.prompt)))
    if "answer" in fields:
        items = tuple(
            ListItem(text=put(item.text), aliases=tuple(map(put, item.aliases)))
            for item in note.items
        )
        after = after._replace(answer=put(note.answer), items=items)
    if "also" in fields:
        after = after._replace(aliases=tuple(map(put, note.aliases)))
    if "hint" in fields:
        after = after._replace(hint=put(note.hint))
    if "note" in fields:
        after = after._replace(remark=put(note.remark))
    return note if after == note else as_written(after)


def _prompt(note: Note, prompt: str) -> str:
    """Return a prompt whose gaps keep their cards; as many gaps are the same gaps."""
    if not note.is_cloze or prompt.count("{{") == note.prompt.count("{{"):
        return prompt
    return steady_gaps(note.prompt, prompt)


def _edit_elsewhere(note: Note, put: Callable[[str], str], fields: Sequence[str]) -> Edit:
    """Return the edit of a note that another program knows too; only what changes is named."""

    def new(name: str, text: str) -> str | None:
        return put(text) if name in fields and put(text) != text else None

    aliases = note.faces[0].aliases if len(note.faces) == 1 else note.aliases
    also = tuple(map(put, aliases)) if "also" in fields else aliases
    return Edit(
        prompt=new("prompt", note.prompt),
        answer=new("answer", note.answer),
        also=None if also == aliases else also,
        hint=new("hint", note.hint),
        remark=new("note", note.remark),
    )
