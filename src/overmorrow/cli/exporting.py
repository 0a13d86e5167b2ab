"""`export`: writes decks for other programs, for other people, or to keep."""

import os

from overmorrow.cli import output
from overmorrow.cli.arguments import Options, UsageError
from overmorrow.cli.progress_bar import progress_bar
from overmorrow.cli.request import Request
from overmorrow.jobs.export_deck import (
    FORMATS,
    STANDARD_OUTPUT,
    Export,
    export_deck,
    notes_to_write,
)

_LONGEST_REMARKS = 5


def export_command(request: Request) -> int:
    """Write decks to a file, a folder or the standard output."""
    wanted = _wanted(request.options)
    say = request.say
    database = request.collection()
    with progress_bar(say, notes_to_write(database, wanted.deck)) as progress:
        done = export_deck(database, wanted, request.clock(), progress)
    remarks = [say(key, **values) for key, values in done.remarks]
    for remark in remarks[:_LONGEST_REMARKS]:
        output.remark(remark)
    if request.options.json:
        output.write_json(
            {
                "files": done.files,
                "notes": done.notes,
                "cards": done.cards,
                "reviews": done.reviews,
                "media": done.media,
                "warnings": remarks,
            }
        )
    elif done.files:
        many = len(done.files) > 1
        where = say("exporting.files", count=len(done.files)) if many else done.files[0]
        output.write(
            say(
                "exporting.done",
                path=where,
                notes=done.notes,
                cards=done.cards,
                reviews=done.reviews,
                media=done.media,
            )
        )
    return 0


def _wanted(options: Options) -> Export:
    """Return what the command line asks for; the file's ending may stand for the format.

    Raises:
        UsageError: It does not say what to write, or where to; a report cannot go where
            the decks go.
    """
    if not options.out:
        raise UsageError("exporting.what")
    ending = os.path.splitext(options.out)[1].lower().removeprefix(".")
    usual = "md" if options.out.endswith("/") else ""
    format_ = options.format or (ending if ending in FORMATS else usual)
    if not format_ or (options.out == STANDARD_OUTPUT and (options.json or not options.format)):
        raise UsageError("exporting.what")
    return Export(
        deck=options.deck,
        format=format_,
        out=os.path.expanduser(options.out),
        with_schedule=options.with_schedule,
        ids=options.ids,
        excel_safe=options.excel_safe,
        replace=options.replace,
    )
