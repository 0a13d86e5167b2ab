"""`add`: one note more, in the collection and in its deck's file."""

from overmorrow.cli import output
from overmorrow.cli.arguments import UsageError
from overmorrow.cli.editing import edit_of_options, parts_of_note
from overmorrow.cli.request import Request
from overmorrow.jobs.add_note import AddedNote, add_note


def add_command(request: Request) -> int:
    """Add a note to a deck."""
    options = request.options
    if not options.deck or not options.prompt:
        raise UsageError("editing.add_what")
    done = add_note(request.collection(), options.deck, edit_of_options(options), request.clock())
    if options.json:
        output.write_json(_figures(done))
        return 0
    say = request.say
    output.write(say("editing.added", prompt=done.note.prompt, deck=done.deck, n=done.cards))
    if done.path:
        output.remark(say("editing.added_to_file", path=done.path))
    return 0


def _figures(done: AddedNote) -> dict[str, object]:
    return {
        "deck": done.deck,
        "cards": done.cards,
        "note": parts_of_note(done.note),
        "file": {"path": done.path, "state": done.file.value},
    }
