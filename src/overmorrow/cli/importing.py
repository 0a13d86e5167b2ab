"""`import`: reads whole files first, says what would change, then changes it."""

import sys
from dataclasses import replace

from overmorrow.cards.identity import note_uids
from overmorrow.cards.making import cards_of
from overmorrow.cards.problem import Harm, Problem
from overmorrow.cli import output
from overmorrow.cli.arguments import Options, UsageError
from overmorrow.cli.request import Request
from overmorrow.exchange.delimited import TableChoices
from overmorrow.exchange.reading import Reading
from overmorrow.exchange.table_rows import NAMES
from overmorrow.jobs.import_deck import (
    DoubtfulNote,
    FileRefusedError,
    ImportPlan,
    apply_imports,
    plan_imports,
)
from overmorrow.messages import Messages

_MOST_SHOWN = 5
_LONGEST_PROBLEM = 100


def import_command(request: Request) -> int:
    """Import deck files, or only show what importing them would do."""
    options = request.options
    if options.undo:
        from overmorrow.cli.keeping import undo_import

        return undo_import(request)
    if not options.files:
        raise UsageError("cli.import_what")
    reading = _reading(options)
    database = request.collection()
    try:
        plans = [
            plan
            for path in options.files
            for plan in plan_imports(database, path, options.deck, reading)
        ]
    except FileRefusedError as error:
        output.complain(request.say, error)
        _tell_problems(request.say, error.problems)
        return error.exit_code
    if options.deck:
        plans = [replace(plan, vanished=()) for plan in plans]
    if not options.dry_run:
        decided = [(plan, _same(request.say, plan)) for plan in plans]
        apply_imports(database, decided, request.clock, keep_missing=options.deck is not None)
    for plan in plans:
        _tell_problems(request.say, plan.problems)
        if not options.json:
            _tell_plan(request.say, plan, applied=not options.dry_run)
    if options.json:
        output.write_json(figures(plans, request.say))
    return 0


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
    table = TableChoices(separator=separator, headings=headings)
    return Reading(encoding=options.encoding, table=table)


def figures(plans: list[ImportPlan], say: Messages) -> dict[str, object]:
    """Return what the files hold and what is new in them, as `import --json` prints it."""
    decks: dict[str, int] = {}
    tags: dict[str, int] = {}
    items: list[dict[str, object]] = []
    for plan in plans:
        made = _items(plan)
        decks[plan.deck.name] = decks.get(plan.deck.name, 0) + len(made)
        items += made
        for note in plan.deck.notes:
            for tag in note.tags:
                tags[tag] = tags.get(tag, 0) + 1
    return {
        "notes": sum(len(plan.deck.notes) for plan in plans),
        "cards": len(items),
        "reviews": 0,
        "suspended": sum(_suspended(plan) for plan in plans),
        "media": 0,
        "decks": decks,
        "tags": tags,
        "items": items,
        "new": sum(len(plan.new) for plan in plans),
        "changed": sum(len(plan.changed) for plan in plans),
        "unchanged": sum(len(plan.unchanged) for plan in plans),
        "doubtful": sum(len(plan.doubtful) for plan in plans),
        "vanished": sum(len(plan.vanished) for plan in plans),
        "refused": sum(plan.refused for plan in plans),
        "warnings": [_problem(say, problem) for plan in plans for problem in plan.problems],
    }


def _items(plan: ImportPlan) -> list[dict[str, object]]:
    deck = plan.deck
    uids = note_uids(deck.name, deck.notes)
    return [
        {
            "prompt": card.prompt,
            "answer": card.answer,
            "aliases": list(card.aliases),
            "deck": deck.name,
            "tags": list(note.tags),
            "guid": uid,
            "ord": place,
            "kind": "cloze" if note.is_cloze else "normal",
        }
        for uid, note in zip(uids, deck.notes, strict=True)
        for place, card in enumerate(cards_of(note, deck.lang, deck.source))
    ]


def _suspended(plan: ImportPlan) -> int:
    deck = plan.deck
    return sum(len(cards_of(note, deck.lang, deck.source)) for note in deck.notes if note.suspended)


def _same(say: Messages, plan: ImportPlan) -> list[str]:
    """Ask which doubtful notes are known ones with another text; without a terminal, none is."""
    if not sys.stdin.isatty() or not sys.stderr.isatty():
        if plan.doubtful:
            output.remark(say("cli.doubtful", n=len(plan.doubtful)))
        return []
    return [doubt.uid for doubt in plan.doubtful if _is_same(say, doubt)]


def _is_same(say: Messages, doubt: DoubtfulNote) -> bool:
    before = output.one_line(f"{doubt.before.prompt} {doubt.before.answer}")
    after = output.one_line(f"{doubt.after.prompt} {doubt.after.answer}")
    output.remark(say("cli.is_same", before=before, after=after))
    sys.stderr.write(f"{say('cli.same_prompt')} ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in ("y", "ㅛ")


def _tell_plan(say: Messages, plan: ImportPlan, *, applied: bool) -> None:
    deck = plan.deck
    key = "cli.imported" if applied else "cli.would_import"
    output.write(
        say(
            key,
            deck=deck.name,
            notes=len(deck.notes),
            cards=plan.card_count(),
            new=len(plan.new) + len(plan.doubtful),
            changed=len(plan.changed),
            unchanged=len(plan.unchanged),
            refused=plan.refused,
        )
    )
    if plan.vanished:
        output.write(say("cli.vanished", n=len(plan.vanished)))


def _tell_problems(say: Messages, problems: tuple[Problem, ...]) -> None:
    """Name the worst problems first, and say how many more there are."""
    order = (Harm.FILE, Harm.CARD, Harm.NOTICE)
    worst = sorted(problems, key=lambda problem: order.index(problem.harm))[:_MOST_SHOWN]
    for problem in worst:
        text = _problem(say, problem)
        output.remark(text if len(text) <= _LONGEST_PROBLEM else f"{text[:_LONGEST_PROBLEM]}…")
    if len(problems) > len(worst):
        output.remark(say("cli.more_problems", n=len(problems) - len(worst)))


def _problem(say: Messages, problem: Problem) -> str:
    return say("cli.problem", line=problem.line, text=say(problem.key, **problem.values))
