"""`browse`: cards that a search finds, listed or changed in one step."""

from collections.abc import Sequence
from datetime import date

from overmorrow.cards.text import cell_width
from overmorrow.cli import output
from overmorrow.cli.arguments import Options, UsageError
from overmorrow.cli.request import Request
from overmorrow.clock import StudyDay
from overmorrow.jobs.browse import (
    BrowseRow,
    Order,
    browse_rows,
    find,
    forget_search,
    save_search,
    saved_searches,
)
from overmorrow.jobs.bulk import Change, Changed, What, change
from overmorrow.jobs.day import current_day
from overmorrow.jobs.indexing import index_for
from overmorrow.jobs.replace import FIELDS, ReplacePlan, Replacing, apply_replacements, plan
from overmorrow.messages import Messages
from overmorrow.store.database import Database
from overmorrow.store.search_notes import note_uids

_LISTED = 200
"""Lines shown when nobody says how many."""
_INDEXING_S = 1.0
_PROMPT_CELLS, _ANSWER_CELLS = 40, 20
_SWITCHES = {
    "suspend": What.SUSPEND, "unsuspend": What.UNSUSPEND, "bury": What.BURY,
    "unbury": What.UNBURY, "mark": What.MARK, "unmark": What.UNMARK, "reset": What.RESET,
    "delete": What.DELETE,
}  # fmt: skip
_WITH_TEXT = {"set_tag": What.ADD_TAG, "remove_tag": What.REMOVE_TAG, "move": What.MOVE}


def browse_command(request: Request) -> int:
    """List the cards that a search finds, or change them."""
    options = request.options
    if options.saved or options.forget:
        return _saved(request)
    changes = _changes(options)
    text = " ".join(options.words)
    concerns_dupes = options.merge or options.keep_apart
    if (changes or concerns_dupes or options.replace is not None) and not text.strip():
        raise UsageError("cli.change_without_search")
    database = request.collection()
    if not database.read_only:
        index_for(database, _INDEXING_S)
    day = current_day(database, request.clock, request.settings)
    order = Order(options.order or "deck", bool(options.reverse))
    found = find(database, text, order, day, rollover_hour=request.settings.rollover_hour)
    ids = found.ids[: options.limit] if options.limit else found.ids
    if options.save:
        save_search(database, options.save, text, request.clock())
    if options.replace is not None:
        return _replace(request, database, ids)
    if concerns_dupes:
        return _dupes(request, database, ids, day)
    if changes:
        return _change(request, database, ids, changes)
    _list(request, database, ids, day)
    return 0


def _saved(request: Request) -> int:
    """List the searches that have a name, or take one's name away."""
    database = request.collection()
    if request.options.forget:
        forget_search(database, request.options.forget, request.clock())
    searches = saved_searches(database)
    if request.options.json:
        output.write_json([search._asdict() for search in searches])
    else:
        output.write_lines(f"{search.name}: {search.text}" for search in searches)
    return 0


def _changes(options: Options) -> list[Change]:
    whole = bool(options.whole_notes)
    found = [
        Change(what=what, whole_notes=whole)
        for name, what in _SWITCHES.items()
        if getattr(options, name)
    ]
    if options.flag is not None:
        found.append(Change(what=What.FLAG, number=options.flag, whole_notes=whole))
    if options.due is not None:
        first, last = options.due
        found.append(Change(what=What.SET_DUE, number=first, until=last, whole_notes=whole))
    found += [
        Change(what=what, text=getattr(options, name))
        for name, what in _WITH_TEXT.items()
        if getattr(options, name) is not None
    ]
    others = (options.replace is not None, options.merge, options.keep_apart)
    if len(found) + sum(map(bool, others)) > 1:
        raise UsageError("cli.one_change")
    return found


def _change(
    request: Request, database: Database, ids: Sequence[int], changes: Sequence[Change]
) -> int:
    say, options = request.say, request.options
    (wanted,) = changes
    if options.dry_run:
        done = Changed(len(ids), 0, wanted.what.value)
    else:
        done = change(database, ids, wanted, request.clock, request.settings)
    if options.json:
        told = {"what": wanted.what.value, "found": len(ids), "dry_run": bool(options.dry_run)}
        output.write_json({**told, "changed": done.count, "skipped": done.skipped})
    elif options.dry_run:
        output.write(say("cli.would_change", n=done.count))
    else:
        output.write(say(f"bulk.{wanted.what.value}", n=done.count, text=wanted.text))
        if done.skipped:
            output.remark(say("cli.so_already", n=done.skipped))
    for path in done.files_left:
        output.remark(say("editing.file_gone", path=path))
    return 0


def _dupes(request: Request, database: Database, ids: Sequence[int], day: StudyDay) -> int:
    """Merge the notes among those found that ask the same, or keep them apart."""
    from overmorrow.jobs.dupes import dupe_groups, keep_apart, merge_groups

    found = set(note_uids(database, ids))
    groups = [
        [note.card_id for note in group if note.uid in found]
        for group in dupe_groups(database, day)
    ]
    groups = [group for group in groups if len(group) > 1]
    count = sum(map(len, groups))
    what = "merge" if request.options.merge else "keep_apart"
    if groups and not request.options.dry_run:
        if request.options.merge:
            merge_groups(database, groups, request.clock())
        else:
            keep_apart(database, [each for group in groups for each in group], request.clock())
    if request.options.json:
        dry_run = bool(request.options.dry_run)
        output.write_json({"what": what, "found": len(ids), "changed": count, "dry_run": dry_run})
    else:
        key = "cli.would_change_notes" if request.options.dry_run else f"bulk.{what}"
        output.write(request.say(key, n=count))
    return 0


def _replace(request: Request, database: Database, ids: Sequence[int]) -> int:
    options, moment = request.options, request.clock()
    given = options.given()
    names = tuple(str(given["in"]).split(",")) if "in" in given else FIELDS
    wanted = Replacing(
        text=options.replace,
        replacement=str(given.get("with", "")),
        fields=names,
        is_regex=bool(options.regex),
        ignores_case=bool(options.ignore_case),
    )
    planned = plan(database, ids, wanted, moment)
    done = 0
    if not options.dry_run:
        done = apply_replacements(database, wanted, planned.changes, moment)
    if options.json:
        output.write_json(_planned(planned, done, dry_run=bool(options.dry_run)))
        return 0
    say = request.say
    for replacement in planned.changes if options.dry_run else ():
        for name, before, after in replacement.lines():
            output.write(f"{say(f'editing.{name}')}: {before} -> {after}")
    for prompt, error in planned.refused:
        output.remark(f"{prompt}: {say(error.key, **error.values)}")
    if options.dry_run:
        output.remark(say("cli.would_change_notes", n=len(planned.changes)))
    else:
        output.write(say("bulk.replace", n=done))
    return 0


def _planned(planned: ReplacePlan, done: int, *, dry_run: bool) -> dict[str, object]:
    lines = [
        {"deck": change.deck, "part": name, "before": before, "after": after}
        for change in planned.changes
        for name, before, after in change.lines()
    ]
    refused = [prompt for prompt, _ in planned.refused]
    return {"changes": lines, "refused": refused, "changed": done, "dry_run": dry_run}


def _list(request: Request, database: Database, ids: Sequence[int], day: StudyDay) -> None:
    options, say = request.options, request.say
    if options.ids:
        output.write_lines(map(str, ids))
        return
    if options.json:
        output.write_json([_figures(row) for row in browse_rows(database, ids, day)])
        return
    shown = ids if options.limit else ids[:_LISTED]
    for row in browse_rows(database, shown, day):
        output.write(_line(say, row, day))
    if len(shown) < len(ids):
        output.remark(say("cli.more_found", n=len(ids) - len(shown)))
    if not ids:
        output.remark(say("cli.nothing_found"))


def _figures(row: BrowseRow) -> dict[str, object]:
    return {
        "card": row.card_id,
        "note": row.note_id,
        "deck": row.deck,
        "prompt": row.prompt,
        "answer": row.answer,
        "tags": list(row.tags),
        "type": row.answer_type,
        "due": date.fromordinal(row.due_day).isoformat() if row.due_day else None,
        "interval_days": row.interval_days,
        "ease_hundredths": row.ease_hundredths,
        "repetitions": row.reviews,
        "lapses": row.lapses,
        "flag": row.flag,
        "marked": row.marked,
        "suspended": row.suspended,
        "buried": row.buried,
        "leech": row.is_leech,
    }


def _line(say: Messages, row: BrowseRow, day: StudyDay) -> str:
    if row.due_day is None:
        due = say("cli.found_new")
    elif row.due_day == day:
        due = say("cli.found_today")
    else:
        due = say("cli.found_days", n=row.due_day - day)
    marks = [
        word
        for word, holds in (
            (f"f{row.flag}", row.flag),
            ("*", row.marked),
            (say("cli.found_suspended"), row.suspended),
            (say("cli.found_buried"), row.buried),
            (say("cli.found_leech"), row.is_leech),
        )
        if holds
    ]
    parts = (str(row.card_id), _cut(row.prompt, _PROMPT_CELLS), _cut(row.answer, _ANSWER_CELLS))
    return "  ".join((*parts, due, *marks))


def _cut(text: str, cells: int) -> str:
    """Return the text on one line, cut or filled to so many cells."""
    line = output.one_line(text)
    if cell_width(line) > cells:
        while cell_width(line) > cells - 1:
            line = line[:-1]
        line += "…"
    return line + " " * (cells - cell_width(line))
