"""`edit` and `decks --write-ids`: change notes, in the collection and in their deck's file."""

from overmorrow.cards.deck_words import join_bars, join_tags, split_bars, split_tags
from overmorrow.cards.note import AnswerType, Note
from overmorrow.cards.text import clean
from overmorrow.cli import output
from overmorrow.cli.arguments import Options, UsageError
from overmorrow.cli.request import Request
from overmorrow.jobs.deck_files import FileState
from overmorrow.jobs.edit_note import EditedNote, edit_note, known_note
from overmorrow.jobs.note_changes import Edit
from overmorrow.jobs.write_ids import write_ids
from overmorrow.messages import Messages

_PARTS = ("prompt", "answer", "type", "also", "wrong", "hint", "note", "tags")


def edit_command(request: Request) -> int:
    """Change parts of a note, or show them where nothing is to change."""
    options = request.options
    if options.card is None:
        raise UsageError("editing.what_card")
    edit = edit_of_options(options)
    database = request.collection()
    if edit.is_empty:
        done = known_note(database, options.card)
    else:
        done = edit_note(database, options.card, edit, request.clock(), keep_file=options.keep_file)
    if options.json:
        output.write_json(_figures(options.card, done))
    elif edit.is_empty:
        output.write_lines(_parts_in_words(request.say, done))
    else:
        _tell(request.say, done)
    return 0


def write_ids_of_deck(request: Request) -> int:
    """Write an id for each note of a deck into the deck's file."""
    deck = request.options.deck
    if deck is None:
        raise UsageError("editing.ids_without_deck")
    done = write_ids(request.collection(), deck, request.clock())
    output.write(request.say("editing.ids_written", n=done.count, path=done.path))
    return 0


def edit_of_options(options: Options) -> Edit:
    """Return what the options say of a note's parts."""
    also, wrong, tags = _line(options.also), _line(options.wrong), _line(options.tags)
    return Edit(
        prompt=options.prompt,
        answer=options.answer,
        kind=AnswerType(options.type) if options.type else None,
        also=None if also is None else split_bars(also),
        wrong=None if wrong is None else split_bars(wrong),
        hint=options.hint,
        remark=options.note,
        tags=None if tags is None else split_tags(tags),
    )


def _line(text: str | None) -> str | None:
    """Return what was given as one clean line."""
    return None if text is None else " ".join(clean(text).split())


def parts_of_note(note: Note) -> dict[str, str | list[str]]:
    """Return the parts of a note that can be changed, as the options name them."""
    aliases = [alias for face in note.faces for alias in face.aliases] or note.aliases
    return {
        "prompt": note.prompt,
        "answer": note.answer,
        "type": note.answer_type.value,
        "also": list(aliases),
        "wrong": list(note.wrong_choices),
        "hint": note.hint,
        "note": note.remark,
        "tags": list(note.tags),
    }


def _figures(card_id: int, done: EditedNote) -> dict[str, object]:
    before, after = parts_of_note(done.before), parts_of_note(done.after)
    return {
        "card": card_id,
        "deck": done.deck,
        "changed": [name for name in _PARTS if before[name] != after[name]],
        "note": after,
        "added": done.added,
        "vanished": done.vanished,
        "file": {"path": done.path, "state": done.file.value, "line": done.line or None},
    }


def _parts_in_words(say: Messages, done: EditedNote) -> list[str]:
    parts = parts_of_note(done.after)
    shown = [("deck", done.deck)]
    for name, part in parts.items():
        joined = join_tags(part) if name == "tags" else join_bars(part)
        shown.append((name, part if isinstance(part, str) else joined))
    shown.append(("file", done.path))
    return [f"{say(f'editing.{name}')}: {text}" for name, text in shown if text]


def _tell(say: Messages, done: EditedNote) -> None:
    if done.batch_id is None:
        output.write(say("editing.nothing_changed"))
        return
    output.write(say("editing.saved", prompt=done.after.prompt))
    if done.added:
        output.write(say("editing.cards_added", n=done.added))
    if done.vanished:
        output.write(say("editing.cards_vanished", n=done.vanished))
    if done.file is not FileState.NONE:
        output.remark(say(f"editing.file_{done.file.value}", path=done.path, line=done.line))
