"""`import`: reads whole files first, says what would change, then changes it."""

import gc
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain
from typing import NamedTuple

from overmorrow.cards.deck import name_as_written
from overmorrow.cards.face import face_ord
from overmorrow.cards.making import cards_of, keys_of
from overmorrow.cards.past import Past
from overmorrow.cards.problem import Problem
from overmorrow.cards.uids import note_uids
from overmorrow.cli import output
from overmorrow.cli.arguments import Options, UsageError
from overmorrow.cli.progress_bar import progress_bar
from overmorrow.cli.request import Request
from overmorrow.exchange.reading import TEXT_FORMATS, Reading
from overmorrow.exchange.table_look import ROLES, TableChoices
from overmorrow.exchange.table_rows import NAMES
from overmorrow.jobs.edit_batches import finish_edits
from overmorrow.jobs.import_deck import Decisions, apply_files
from overmorrow.jobs.import_plan import plan_files
from overmorrow.jobs.planned import DoubtfulNote, FilePlan, FileRefusedError, ImportPlan
from overmorrow.messages import Messages
from overmorrow.plain.import_lines import problem_line, problem_lines, understood_line
from overmorrow.plain.importing import Files

_ONLY_MEDIA = re.compile(r"(\[[^\[\]\n]+\.\w{2,4}\]\s*)+")
"""The names of pictures and sounds, which stand for a prompt that has no text."""
_MOST_DECKS = 8


def import_command(request: Request) -> int:
    """Import deck files, or only show what importing them would do."""
    options = request.options
    if options.undo:
        from overmorrow.cli.keeping import undo_import

        if options.files:
            raise UsageError("cli.undo_alone")
        return undo_import(request)
    if not options.files:
        raise UsageError("cli.import_what")
    gc.disable()  # what is read lives to the end; looking through it again and again takes long
    reading, deck_name = _reading(options), _deck_name(options)
    database = request.collection()
    with_pasts = options.with_schedule or options.fold_reviews
    if not options.dry_run:
        finish_edits(database, request.clock())
    try:
        plans = plan_files(database, options.files, deck_name, reading, with_pasts=with_pasts)
    except FileRefusedError as error:
        output.complain(request.say, error)
        _tell_problems(request.say, error.problems)
        return error.exit_code
    decisions, batch = None, None
    if not options.dry_run:
        decisions = Decisions(
            same=[uid for plan in plans for uid in _same(request.say, plan)],
            keep_missing=deck_name is not None,
            refold=options.fold_reviews,
        )
        try:
            with progress_bar(request.say, _notes_to_write(plans)) as progress:
                batch = apply_files(database, plans, request.clock(), decisions, progress)
        except KeyboardInterrupt:
            output.remark(request.say("cli.stopped"))
            raise
    _tell(request, plans, _Done(decisions, wrote=batch is not None) if decisions else None)
    return 0


def files_of(options: Options) -> Files:
    """Return which files an `import` command names, and what it says about them.

    Raises:
        UsageError: What it says cannot be.
    """
    return Files(
        paths=options.files,
        deck=_deck_name(options),
        reading=_reading(options),
        with_pasts=options.with_schedule,
        refold=options.fold_reviews,
    )


class _Done(NamedTuple):
    """What was done with some files."""

    decisions: Decisions
    wrote: bool


def _tell(request: Request, plans: list[FilePlan], done: _Done | None) -> None:
    """Say of each file what is wrong with it and what became of it."""
    as_json = request.options.json
    for plan in plans:
        if len(plans) > 1 and (plan.file.problems or not as_json):
            output.remark(f"{plan.path}:")
        _tell_problems(request.say, plan.file.problems)
        if not as_json:
            _tell_plan(request.say, plan, done)
    if as_json:
        output.write_json(figures(plans, request.say))


def _notes_to_write(plans: list[FilePlan]) -> int:
    return sum(len(deck.deck.notes) for plan in plans for deck in plan.decks)


def _deck_name(options: Options) -> str | None:
    """Return the deck to import into, without levels that have no name.

    Raises:
        UsageError: None of its levels has a name.
    """
    if options.deck is None:
        return None
    name = name_as_written(options.deck)
    if not name:
        raise UsageError("cli.no_deck_name")
    return name


def _columns(options: Options) -> tuple[str, ...]:
    """Return what the command line says that each column is for.

    Raises:
        UsageError: A word says nothing, or there is not one prompt and one answer.
    """
    if options.columns is None:
        return ()
    columns = tuple(word.strip() for word in options.columns.split(","))
    if not set(columns) <= set(ROLES) or {columns.count("prompt"), columns.count("answer")} != {1}:
        raise UsageError("cli.not_columns", value=options.columns, allowed=", ".join(ROLES))
    return columns


def _reading(options: Options) -> Reading:
    """Return what the command line says about the files.

    Raises:
        UsageError: Both a header and none, or a separator that cannot be one.
    """
    if options.header and options.no_header:
        raise UsageError("cli.header_or_not")
    separator = NAMES.get(options.delimiter or "", options.delimiter or "")
    if any(sign in '"\r\n' for sign in separator):
        raise UsageError("cli.no_delimiter", value=options.delimiter)
    headings = True if options.header else False if options.no_header else None
    columns = _columns(options)
    table = TableChoices(separator=separator, headings=headings, columns=columns)
    if options.format and options.format not in TEXT_FORMATS:
        allowed = ", ".join(TEXT_FORMATS)
        raise UsageError("cli.not_one_of", value=options.format, allowed=allowed)
    return Reading(format=options.format or "", encoding=options.encoding, table=table)


def figures(plans: list[FilePlan], say: Messages) -> dict[str, object]:
    """Return what the files hold and what is new in them, as `import --json` prints it."""
    decks = [deck for plan in plans for deck in plan.decks]
    items = [item for deck in decks for item in _items(deck)]
    return {
        "notes": sum(len(plan.deck.notes) for plan in decks),
        "cards": len(items),
        "reviews": sum(len(past.reviews) for plan in decks for past in _pasts(plan)),
        "suspended": sum(_suspended(plan) for plan in decks),
        "media": sum(len(plan.file.media) for plan in plans),
        "decks": Counter(item["deck"] for item in items),
        "tags": Counter(tag for plan in decks for note in plan.deck.notes for tag in note.tags),
        "items": items,
        "new": sum(len(plan.new) for plan in decks),
        "changed": sum(len(plan.changed) for plan in decks),
        "unchanged": sum(len(plan.unchanged) for plan in decks),
        "doubtful": sum(len(plan.doubtful) for plan in decks),
        "vanished": sum(len(plan.vanished) for plan in decks),
        "refused": sum(plan.refused for plan in decks),
        "warnings": [
            problem_line(say, problem) for plan in plans for problem in plan.file.problems
        ],
        "format": [plan.detected.format for plan in plans],
    }


def _items(plan: ImportPlan) -> Iterator[dict[str, object]]:
    deck = plan.deck
    uids = note_uids(deck.name, deck.notes)
    for index, (uid, note) in enumerate(zip(uids, deck.notes, strict=True)):
        pasts = {past.key: past for past in plan.pasts.get(index, ())}
        wholes = {face.key: face for face in note.faces}
        for place, card in enumerate(cards_of(note, deck.lang, deck.source)):
            face = wholes.get(card.key)
            item: dict[str, object] = {
                "prompt": _text(card.prompt) if note.note_type else card.prompt,
                "answer": face.answer if face else card.answer,
                "aliases": list(card.aliases),
                "deck": face.deck or deck.name if face else deck.name,
                "tags": list(note.tags),
                "guid": uid,
                "ord": face_ord(card.key) if face else place,
                "kind": "cloze" if note.is_cloze else "normal",
            }
            if face and face.graded:
                item["graded"] = face.graded
            if card.key in pasts or note.note_type:
                item["sched"] = _schedule(pasts.get(card.key) or Past(card.key))
            yield item


def _text(prompt: str) -> str:
    """Return the text of a prompt, without the names of pictures and sounds alone."""
    return "" if _ONLY_MEDIA.fullmatch(prompt) else prompt


def _schedule(past: Past) -> dict[str, object]:
    """Return where a card stands elsewhere, in Anki's terms; a new card is due on no day."""
    schedule: dict[str, object] = {
        "type": past.type,
        "ivl": past.interval_days,
        "factor": past.ease_permille,
        "reps": past.repetitions,
        "lapses": past.lapses,
        "reviews": len(past.reviews),
    }
    if past.due_day is not None and 0 < past.due_day <= date.max.toordinal():
        schedule["due_date"] = date.fromordinal(past.due_day).isoformat()
    return schedule


def _pasts(plan: ImportPlan) -> Iterator[Past]:
    return chain.from_iterable(plan.pasts.values())


def _suspended(plan: ImportPlan) -> int:
    by_file = sum(len(keys_of(note)) for note in plan.deck.notes if note.suspended)
    return by_file + sum(past.is_suspended for past in _pasts(plan))


def _same(say: Messages, plan: FilePlan) -> list[str]:
    """Ask which doubtful notes are known ones with another text; without a terminal, none is."""
    doubtful = [doubt for deck in plan.decks for doubt in deck.doubtful]
    if not sys.stdin.isatty() or not sys.stderr.isatty():
        if doubtful:
            output.remark(say("cli.doubtful", n=len(doubtful)))
        return []
    return [doubt.uid for doubt in doubtful if _is_same(say, doubt)]


def _is_same(say: Messages, doubt: DoubtfulNote) -> bool:
    before = output.one_line(f"{doubt.before.prompt} {doubt.before.answer}")
    after = output.one_line(f"{doubt.after.prompt} {doubt.after.answer}")
    output.remark(say("cli.is_same", before=before, after=after))
    sys.stderr.write(f"{say('cli.same_prompt')} ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in ("y", "ㅛ")


def _tell_plan(say: Messages, plan: FilePlan, done: _Done | None) -> None:
    """Say deck by deck what was done or would be; of very many decks, what they add up to.

    Args:
        say: The learner's language.
        plan: What a file holds.
        done: What was done; None where nothing was to be written.
    """
    output.remark(understood_line(say, plan.detected))
    gone = sum(len(deck.vanished) for deck in plan.decks)
    gone += _given_up(plan, done.decisions) if done else 0
    key = "cli.imported" if done else "cli.would_import"
    if done and plan.is_known and not gone and not (done.wrote and _brings_reviews(plan)):
        key = "cli.known_already"
    groups = [[deck] for deck in plan.decks] if len(plan.decks) <= _MOST_DECKS else [plan.decks]
    for decks in groups:
        _tell_decks(say, key, decks)
    if gone:
        output.write(say("cli.vanished" if done else "cli.would_vanish", n=gone))
    doubtful = sum(len(deck.doubtful) for deck in plan.decks)
    if doubtful and not done:
        output.remark(say("cli.would_ask", n=doubtful))
    if _brings_reviews(plan):
        output.write(say("cli.with_schedules", n=_review_count(plan)))
    elif plan.detected.has_schedules:
        output.remark(say("cli.has_schedules"))


def _tell_decks(say: Messages, key: str, decks: Sequence[ImportPlan]) -> None:
    name = decks[0].deck.name
    if len(decks) > 1:
        name = say("cli.decks_together", name=name, n=len(decks) - 1)
    output.write(
        say(
            key,
            deck=name,
            notes=sum(len(each.deck.notes) for each in decks),
            cards=sum(each.card_count() for each in decks),
            new=sum(len(each.new) + len(each.doubtful) for each in decks),
            changed=sum(len(each.changed) for each in decks),
            unchanged=sum(len(each.unchanged) for each in decks),
            refused=sum(each.refused for each in decks),
        )
    )


def _brings_reviews(plan: FilePlan) -> bool:
    """Whether schedules or reviews of the file count here."""
    return bool(plan.events) or any(deck.with_pasts and deck.pasts for deck in plan.decks)


def _review_count(plan: FilePlan) -> int:
    reviews = sum(len(past.reviews) for deck in plan.decks for past in _pasts(deck))
    return reviews + sum(event.kind == "review" for event in plan.events)


def _given_up(plan: FilePlan, decisions: Decisions) -> int:
    """Return how many known notes gave way to new ones like them."""
    if decisions.keep_missing:
        return 0
    doubtful = [doubt for deck in plan.decks if not deck.is_part for doubt in deck.doubtful]
    return sum(doubt.uid not in decisions.same for doubt in doubtful)


def _tell_problems(say: Messages, problems: tuple[Problem, ...]) -> None:
    for line in problem_lines(say, problems):
        output.remark(line)
