"""What a note is like once the learner has changed some of its parts."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from html import escape

from overmorrow.cards.cloze import Gap, GapError, groups_of, read_gaps
from overmorrow.cards.deck import Deck
from overmorrow.cards.deck_file import parse_deck, print_deck
from overmorrow.cards.deck_notes import joined_items
from overmorrow.cards.deck_words import is_items, split_bars
from overmorrow.cards.face import Face, face_ord
from overmorrow.cards.list_item import ListItem
from overmorrow.cards.note import AnswerType, Note
from overmorrow.cards.note_type import NoteType
from overmorrow.cards.problem import Harm
from overmorrow.cards.text import clean
from overmorrow.errors import OvermorrowError
from overmorrow.exchange.anki_faces import compiled

_NUMBER = re.compile(r"c\d{1,9}(?:,\d{1,9})*::|\d{1,9}::?")
_ALIKE = 0.5
"""How much of a gap's text has to stay for it to be the same gap."""
_PROBE = ("promptprobe", "answerprobe")


class EditError(OvermorrowError):
    """A change that cannot be made to this note; nothing was changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """The parts of a note that the learner changes; None leaves a part as it is."""

    prompt: str | None = None
    answer: str | None = None
    """Of a list: its items, one a line or with commas between them."""
    kind: AnswerType | None = None
    also: tuple[str, ...] | None = None
    wrong: tuple[str, ...] | None = None
    """Of a choice: the other choices."""
    hint: str | None = None
    remark: str | None = None
    tags: tuple[str, ...] | None = None
    """Without those that the deck and the heading give."""
    fields: tuple[str, ...] | None = None
    """Of another program's note: all its fields, as HTML, in its note type's order."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is to change."""
        return self == Edit()


def changed_note(
    note: Note, edit: Edit, deck: Deck, note_type: NoteType | None, now_s: int
) -> Note:
    """Return the note with the learner's changes, as a deck file would say it.

    Args:
        note: The note before.
        edit: What changes.
        deck: What the head of its file says, such as tags that all its notes have.
        note_type: The other program's note type its cards are made by, if any.
        now_s: The moment, in seconds, for a note that another program knows too.

    Raises:
        EditError: This note cannot be changed so; the error says why.
    """
    if note.faces or note.note_type:
        return _changed_elsewhere(note, edit, deck, note_type, now_s)
    if edit.fields is not None:
        raise EditError("editing.no_fields")
    if edit.answer is not None and note.is_cloze:
        raise EditError("editing.answer_of_gaps")
    wanted = _with_texts(_with_small_parts(note, edit, deck), edit)
    if edit.also and wanted.is_cloze and _has_several_cards(wanted.prompt):
        raise EditError("deck.also_of_gaps")
    return as_written(wanted)


def _has_several_cards(prompt: str) -> bool:
    try:
        return len(groups_of(read_gaps(prompt))) > 1
    except GapError:
        return False


def _with_texts(note: Note, edit: Edit) -> Note:
    """Return a note of ours with what is asked and what counts as an answer changed."""
    if edit.also is not None:
        note = note._replace(aliases=edit.also)
    if edit.wrong is not None:
        note = note._replace(wrong_choices=edit.wrong)
    if edit.prompt is not None:
        prompt = clean(edit.prompt).strip()
        prompt = steady_gaps(note.prompt, prompt) if note.is_cloze else prompt
        note = note._replace(prompt=prompt)
    kind = edit.kind or note.answer_type
    if edit.answer is None and kind is note.answer_type:
        return note
    answer = note.answer if edit.answer is None else clean(edit.answer).strip()
    return _with_answer(note._replace(answer_type=kind), answer)


def _with_small_parts(note: Note, edit: Edit, deck: Deck) -> Note:
    if edit.hint is not None:
        note = note._replace(hint=clean(edit.hint).strip())
    if edit.remark is not None:
        note = note._replace(remark=clean(edit.remark).strip())
    if edit.tags is not None:
        section = (note.section,) if note.section else ()
        note = note._replace(tags=tuple(dict.fromkeys((*deck.tags, *section, *edit.tags))))
    return note


def _with_answer(note: Note, answer: str) -> Note:
    points = note.answer_type is AnswerType.LONG and is_items(answer)
    if not (note.answer_type.is_list or points):
        return note._replace(answer=answer, items=())
    lines = answer.split("\n") if "\n" in answer or is_items(answer) else answer.split(", ")
    known = {item.text: item for item in note.items}
    items = [_item(line.removeprefix("- ").strip(), known) for line in lines if line.strip()]
    joined = joined_items(tuple(items), note.answer_type)
    return note._replace(answer=joined, items=tuple(items))


def _item(written: str, known: dict[str, ListItem]) -> ListItem:
    """Return an item; one that was there keeps its other names unless new ones are written."""
    name, *others = split_bars(written) or ("",)
    if not others and name in known:
        return known[name]
    return ListItem(text=name, aliases=tuple(others))


def as_written(note: Note) -> Note:
    """Return the note as it is read again from a deck file, or say why none can hold it.

    Raises:
        EditError: It cannot be written.
    """
    plain = note._replace(section="", tags=(), file_id="", suspended=False, origin=None)
    parsed = parse_deck(print_deck(Deck(name="?", notes=(plain,))), "?")
    if len(parsed.deck.notes) == 1 and parsed.left_out == 0:
        read = parsed.deck.notes[0]
        return read._replace(
            section=note.section, tags=note.tags, file_id=note.file_id, origin=note.origin
        )
    for problem in parsed.problems:
        if problem.harm is Harm.CARD:
            raise EditError(problem.key, **problem.values)
    raise EditError("editing.not_writable")


def steady_gaps(before: str, after: str) -> str:
    """Return a text with gaps numbered so that those it had keep their cards.

    A gap without a number takes the next one free, so one put in front would
    take over the card of the gap behind it.

    Args:
        before: The text as it was.
        after: The text as it shall be.
    """
    try:
        old, new = read_gaps(before), read_gaps(after)
    except GapError:
        return after
    written = {group for gap in new if _is_numbered(after, gap) for group in gap.groups}
    groups = {at: group for at, group in _kept_groups(old, new).items() if group not in written}
    taken = written.union(*(gap.groups for gap in old))
    pieces, end = list[str](), 0
    is_same = True
    for at, gap in enumerate(new):
        if _is_numbered(after, gap):
            continue
        number = groups.get(at) or min(set(range(1, len(taken) + 2)) - taken)
        taken.add(number)
        is_same = is_same and gap.groups == (number,)
        pieces += [after[end : gap.start + 2], f"{number}:"]
        end = gap.start + 2
    return after if is_same else "".join(pieces) + after[end:]


def _is_numbered(text: str, gap: Gap) -> bool:
    return bool(_NUMBER.match(text, gap.start + 2))


def _kept_groups(old: tuple[Gap, ...], new: tuple[Gap, ...]) -> dict[int, int]:
    """Return the groups of the new gaps that were there before, by equal or else like text."""
    single = [gap for gap in old if len(gap.groups) == 1]
    found: dict[int, int] = {}
    for is_it in (_equal, _alike):
        for at, gap in enumerate(new):
            if at in found:
                continue
            was = next((each for each in single if is_it(each.text, gap.text)), None)
            if was is not None:
                found[at] = was.groups[0]
                single.remove(was)
    return found


def _equal(one: str, other: str) -> bool:
    return one == other


def _alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


def _changed_elsewhere(
    note: Note, edit: Edit, deck: Deck, note_type: NoteType | None, now_s: int
) -> Note:
    """Change a note that another program knows too: its fields, and the cards they make."""
    changed = note
    if edit.fields is not None:
        changed = _made_anew(note, edit.fields, deck, note_type)
    elif edit.prompt is not None or edit.answer is not None:
        changed = _with_fields(note, edit, deck, note_type)
    if edit.kind or edit.wrong is not None or (note.faces and edit.remark is not None):
        raise EditError("editing.foreign_part")
    changed = _with_small_parts(changed, edit, deck)
    if edit.also is not None:
        changed = _with_aliases(changed, edit.also)
    if changed.origin and changed != note:
        changed = changed._replace(origin=changed.origin._replace(modified=now_s))
    return changed


def _with_aliases(note: Note, also: tuple[str, ...]) -> Note:
    if not note.faces:
        return note._replace(aliases=also)
    if len(note.faces) > 1:
        raise EditError("editing.foreign_also")
    return note._replace(faces=(note.faces[0]._replace(aliases=also),))


def _with_fields(note: Note, edit: Edit, deck: Deck, note_type: NoteType | None) -> Note:
    """Put prompt and answer into the two fields of a plain note type.

    Raises:
        EditError: The note type is another.
    """
    places = _places_of_sides(note, note_type)
    if note_type is None or places is None:
        name = note_type.name if note_type else "?"
        raise EditError("editing.foreign_type", name=clean(name)[:60])
    fields = list(note.fields)
    for at, text in zip(places, (edit.prompt, edit.answer), strict=True):
        if text is not None:
            if not clean(text).strip():
                raise EditError("deck.empty_answer" if at == places[1] else "deck.empty_prompt")
            fields[at] = field_of(text)
    return _made_anew(note, tuple(fields), deck, note_type)


def field_of(text: str) -> str:
    """Return plain text as another program's field holds it."""
    return escape(clean(text).strip(), quote=False).replace("\n", "<br>")


def _made_anew(note: Note, fields: tuple[str, ...], deck: Deck, note_type: NoteType | None) -> Note:
    """Return a note of other fields, with the cards that they make.

    Raises:
        EditError: Its note type is not known, or a card it has could not be made any more.
    """
    if note_type is None or len(fields) != len(note.fields):
        raise EditError("editing.foreign_type", name="?")
    faces = _faces(note, note_type, list(fields), deck.name)
    if any(not face.prompt.strip() for face in faces):
        raise EditError("deck.empty_prompt")
    if any(not face.answer.strip() for face in faces) and note.answer:
        raise EditError("deck.empty_answer")
    first = faces[0]
    is_plain = not note.faces and len(faces) == 1
    return note._replace(
        prompt=first.prompt,
        answer=first.answer or note.answer,
        fields=tuple(fields),
        faces=() if is_plain else faces,
    )


def _faces(note: Note, note_type: NoteType, fields: list[str], deck: str) -> tuple[Face, ...]:
    """Return the note's cards made anew, each in the deck it was in, its other names kept."""
    were = {face.key: face for face in note.faces}
    ords = None if note_type.is_cloze else [face_ord(key) for key in were] or [0]
    made = compiled(note_type).faces(fields, note.tags, deck, ords)
    before = [were.get(face.key, face) for face in made]
    return tuple(
        face._replace(deck=was.deck, aliases=face.aliases or was.aliases)
        for face, was in zip(made, before, strict=True)
    )


def _places_of_sides(note: Note, note_type: NoteType | None) -> tuple[int, int] | None:
    """Return which of two fields is the prompt and which the answer, if it is that simple."""
    if note_type is None or note_type.is_cloze or len(note_type.fields) != 2:
        return None
    if len(note.fields) != 2:
        return None
    for places in ((0, 1), (1, 0)):
        probe = [_PROBE[places[0]], _PROBE[places[1]]]
        (first,) = compiled(note_type).faces(probe, (), "", [0])
        if (first.prompt, first.answer) == _PROBE:
            return places
    return None
