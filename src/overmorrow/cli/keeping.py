"""`check`, `backup` and `undo`: the collection kept whole, copied, taken back."""

from overmorrow.cli import output
from overmorrow.cli.request import Request
from overmorrow.clock import Moment, local_time
from overmorrow.errors import NotFoundError
from overmorrow.jobs.asking import card_of
from overmorrow.jobs.maintain import (
    back_up,
    backups_folder,
    check_collection,
    imports,
    take_back,
    take_import_back,
    undoable,
)
from overmorrow.jobs.taken_back import TakenBack, What, of_batch, words_of
from overmorrow.store.backup import list_backups, restore
from overmorrow.store.cache import find
from overmorrow.store.cards import load_card
from overmorrow.store.database import Database
from overmorrow.store.groups import undoable_steps

_FAULTY = 1
_MOST_LISTED = 20


def check_command(request: Request) -> int:
    """Look the collection over, and mend it if asked to."""
    say = request.say
    found = check_collection(request.collection(), request.clock, repair=request.options.repair)
    if request.options.json:
        output.write_json(
            [
                {
                    "problem": finding.key.partition(".")[2],
                    "message": say(finding.key, **finding.values),
                    "repairable": finding.repairable,
                }
                for finding in found
            ]
        )
    elif not found:
        output.write(say("cli.whole"))
    else:
        output.write_lines(say(finding.key, **finding.values) for finding in found)
        if any(finding.repairable for finding in found):
            output.remark(say("cli.can_repair"))
    return _FAULTY if found else 0


def backup_command(request: Request) -> int:
    """Keep a copy, list the copies, or go back to one."""
    options, say = request.options, request.say
    folder = options.folder or backups_folder(request.database_path)
    if options.list:
        for copy in list_backups(folder):
            size = f"{copy.size_bytes / 2**20:.1f} MiB"
            output.write(say("cli.copy", name=copy.name, taken=copy.taken, size=size))
        return 0
    if options.restore:
        kept = restore(request.database_path, folder, options.restore, request.clock())
        output.write(say("cli.restored", name=options.restore))
        if kept:
            output.remark(say("cli.kept_before", path=kept))
        return 0
    output.write(back_up(request.collection(), request.clock, folder))
    return 0


def undo_command(request: Request) -> int:
    """Take back what was done last, or list what can be taken back."""
    database = request.collection()
    if request.options.list:
        return _list(request, database)
    taken = take_back(database, request.clock, request.settings)
    if taken is None:
        raise NotFoundError("undo.nothing_to_undo")
    output.write(request.say("undo.undone", what=words_of(taken, request.say)))
    if taken.file_left:
        output.remark(request.say("editing.file_keeps_edit", path=taken.file_left))
    return 0


def undo_import(request: Request) -> int:
    """Take back the last import, whatever was answered since, or only say which it is."""
    database, options, say = request.collection(), request.options, request.say
    batch = next(iter(imports(database)), None)
    if batch is None:
        raise NotFoundError("undo.nothing_to_undo")
    if not options.dry_run:
        taken = take_import_back(database, batch, request.clock)
        if taken.file_left:
            output.remark(say("editing.file_keeps_edit", path=taken.file_left))
    if options.json:
        output.write_json({"import": batch.name, "taken_back": not options.dry_run})
    else:
        key = "cli.would_take_back" if options.dry_run else "undo.undone"
        output.write(say(key, what=words_of(of_batch(batch), say)))
    return 0


def _list(request: Request, database: Database) -> int:
    """Print what one undo after another would take back, the newest first."""
    say = request.say
    offset_min = request.clock().utc_offset_min
    entries = [
        (batch.hlc, batch.wall_ms, words_of(of_batch(batch), say)) for batch in undoable(database)
    ]
    for event, count in undoable_steps(database, _MOST_LISTED):
        card = find(database, event.card_uid) if event.card_uid else None
        name = _prompt(database, card.card_id) if card else ""
        what: What = "cards" if count > 1 else "card"
        done = TakenBack(what=what, name=name, kind=event.kind, count=count)
        words = words_of(done, say)
        entries.append((event.hlc, event.wall_ms, words))
    if not entries:
        output.remark(say("undo.nothing_to_undo"))
    for _, wall_ms, words in sorted(entries, reverse=True)[:_MOST_LISTED]:
        when = local_time(Moment(wall_ms, offset_min)).replace("T", " ")
        output.write(f"{when}  {words}")
    return 0


def _prompt(database: Database, card_id: int) -> str:
    return card_of(load_card(database, card_id)).prompt
