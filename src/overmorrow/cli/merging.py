"""`merge`: takes in a copy of the collection from another machine."""

from collections.abc import Iterator

from overmorrow.cli import output
from overmorrow.cli.arguments import UsageError
from overmorrow.cli.request import Request
from overmorrow.jobs.merge import MergeReport, merge_collection
from overmorrow.jobs.merge_words import brings_something, can_be_undone, merge_words
from overmorrow.messages import Messages
from overmorrow.store.merge_notes import Conflict
from overmorrow.store.state_hash import state_hash

_MOST_SHOWN = 5
_LONGEST_TEXT = 60


def merge_command(request: Request) -> int:
    """Take in another collection, or only say what would come of it."""
    options, say = request.options, request.say
    if not options.file:
        raise UsageError("merging.which")
    database = request.collection()
    report = merge_collection(database, options.file, request.clock, dry_run=options.dry_run)
    warnings = list(_warnings(say, report))
    if options.json:
        output.write_json(figures(report, warnings, state_hash(database)))
        return 0
    words = merge_words(say, report, options.file, is_written=not options.dry_run)
    if brings_something(report) and not options.dry_run:
        words += f" {say('merging.undo' if can_be_undone(report) else 'merging.stays')}"
    output.write(words)
    output.write_lines(_conflicts(say, report, is_written=not options.dry_run))
    for warning in warnings:
        output.remark(f"{say('errors.warning')} {warning}")
    return 0


def figures(report: MergeReport, warnings: list[str], state: str) -> dict[str, object]:
    """Return what came of a merge, as `merge --json` prints it.

    Args:
        report: What came of it.
        warnings: In words.
        state: The hash of the collection as it is now.
    """
    merged = report.merged
    return {
        "events": merged.events,
        "known": merged.known,
        "set_aside": len(merged.set_aside),
        "notes": {
            "new": merged.new,
            "changed": merged.changed,
            "kept": merged.kept,
            "conflicts": len(merged.conflicts),
        },
        "decks": merged.decks,
        "conflicts": [
            {
                "note": conflict.uid,
                "kept": conflict.kept._asdict(),
                "other": conflict.other._asdict(),
                "kept_from": "there" if conflict.takes_theirs else "here",
                "deck": conflict.deck,
            }
            for conflict in merged.conflicts
        ],
        "warnings": warnings,
        "state": state,
    }


def _conflicts(say: Messages, report: MergeReport, *, is_written: bool) -> Iterator[str]:
    """Yield both texts of the notes that were changed on both machines, the first few."""
    found = report.merged.conflicts
    if not found:
        return
    yield say("merging.conflicts" if is_written else "merging.conflicts_ahead", n=len(found))
    for conflict in found[:_MOST_SHOWN]:
        kept, other = _texts(conflict)
        yield say(_conflict_key(conflict), deck=conflict.deck, kept=kept, other=other)
    if len(found) > _MOST_SHOWN:
        yield say("merging.more", n=len(found) - _MOST_SHOWN)


def _conflict_key(conflict: Conflict) -> str:
    side = "theirs" if conflict.takes_theirs else "ours"
    return f"merging.{'details' if conflict.kept == conflict.other else 'kept'}_{side}"


def _texts(conflict: Conflict) -> tuple[str, str]:
    """Return the kept text and the other one, each on one short line."""
    lines = (output.one_line(" = ".join(text)) for text in (conflict.kept, conflict.other))
    kept, other = (
        line if len(line) <= _LONGEST_TEXT else f"{line[:_LONGEST_TEXT]}…" for line in lines
    )
    return kept, other


def _warnings(say: Messages, report: MergeReport) -> Iterator[str]:
    merged = report.merged
    for key, names in (
        ("merging.set_aside", merged.set_aside),
        ("merging.media_changed", merged.media_changed),
        ("merging.media_missing", report.missing_media),
        ("merging.files_behind", merged.files_behind),
    ):
        if names:
            yield say(key, n=len(names), first=names[0])
