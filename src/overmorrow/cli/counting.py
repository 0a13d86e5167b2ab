"""`due`, `decks` and `stats`: what is left, and what has been done."""

from overmorrow.cli import output
from overmorrow.cli.arguments import UsageError
from overmorrow.cli.request import Request
from overmorrow.jobs.due import decks_now, due_now
from overmorrow.store.database import Database

_NAME_CELLS = 40
_COUNT_CELLS = 8


def due_command(request: Request) -> int:
    """Print how many cards are left for today, and the next one."""
    due = due_now(request.collection(), request.clock, request.settings, request.options.deck)
    if request.options.json:
        following = due.next and {"card": due.next.card_id, "prompt": due.next.prompt}
        counts = {"new": due.new, "review": due.review, "drill": due.drill}
        output.write_json({**counts, "next": following})
        return 0
    say = request.say
    output.write(say("cli.due", new=due.new, review=due.review, drill=due.drill))
    if due.next:
        output.write(say("cli.due_next", card=due.next.card_id, prompt=due.next.prompt))
    return 0


def decks_command(request: Request) -> int:
    """Print each deck with what is left in it for today, after setting limits if asked to."""
    if request.options.write_ids:
        from overmorrow.cli.editing import write_ids_of_deck  # reading decks loads much more

        return write_ids_of_deck(request)
    database = request.collection()
    _set_limits(request, database)
    decks = decks_now(database, request.clock, request.settings)
    if request.options.json:
        output.write_json(
            [
                {
                    "deck": deck.name,
                    "new": deck.new,
                    "review": deck.review,
                    "drill": deck.drill,
                    "total": deck.total,
                }
                for deck in decks
            ]
        )
        return 0
    say = request.say
    heads = [say(f"cli.{name}_column") for name in ("deck", "new", "review", "drill", "total")]
    output.write(_columns(heads[0], heads[1:]))
    for deck in decks:
        levels = output.one_line(deck.name).split("::")
        name = "  " * (len(levels) - 1) + levels[-1]
        counts = (deck.new, deck.review, deck.drill, deck.total)
        output.write(_columns(name, [str(count) if count else "-" for count in counts]))
    return 0


def _set_limits(request: Request, database: Database) -> None:
    options = request.options
    limits: dict[str, int | None] = {
        name: value
        for name, value in (
            ("new_per_day", options.new_per_day),
            ("reviews_per_day", options.reviews_per_day),
        )
        if value is not None
    }
    if options.usual:
        limits = {"new_per_day": None, "reviews_per_day": None}
    if bool(limits) != bool(options.deck):
        raise UsageError("cli.limits_of_what")
    if limits:
        from overmorrow.store.deck_limits import set_deck_limits

        set_deck_limits(database, options.deck, limits)


def stats_command(request: Request) -> int:
    """Print the statistics, as figures or as a page."""
    from overmorrow.jobs.progress import REPORT_DAYS, progress_report
    from overmorrow.stats.figures import figures
    from overmorrow.stats.page import page_lines

    options = request.options
    report = progress_report(
        request.collection(),
        request.clock,
        request.settings,
        options.deck,
        days=options.days or REPORT_DAYS,
    )
    if options.json:
        output.write_json(figures(report))
        return 0
    scope = options.deck or request.say("study.all_decks")
    ascii_only = options.ascii or request.settings.ascii or not output.shows_all()
    output.write_lines(page_lines(report, request.say, scope=scope, ascii_only=ascii_only))
    return 0


def _columns(name: str, counts: list[str]) -> str:
    from overmorrow.cards.text import cell_width

    cells = [" " * max(1, _COUNT_CELLS - cell_width(count)) + count for count in counts]
    return name + " " * (_NAME_CELLS - cell_width(name)) + "".join(cells)
