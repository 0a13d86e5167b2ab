"""`due`, `decks` and `stats`: what is left, and what has been done."""

from overmorrow.cli import output
from overmorrow.cli.request import Request
from overmorrow.jobs.due import decks_now, due_now
from overmorrow.jobs.opening import open_collection
from overmorrow.store.database import Database

_NAME_CELLS = 40
_COUNT_CELLS = 8


def due_command(request: Request) -> int:
    """Print how many cards are left for today, and the next one."""
    due = due_now(_opened(request), request.clock, request.settings, request.options.deck)
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
    """Print each deck with what is left in it for today."""
    decks = decks_now(_opened(request), request.clock, request.settings)
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


def stats_command(request: Request) -> int:
    """Print the statistics, as figures or as a page."""
    from overmorrow.jobs.progress import REPORT_DAYS, progress_report
    from overmorrow.stats.figures import figures
    from overmorrow.stats.page import page_lines

    options = request.options
    report = progress_report(
        _opened(request),
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


def _opened(request: Request) -> Database:
    return open_collection(
        request.database_path,
        request.say.language,
        durability=request.settings.durability,
        clock=request.clock,
    )


def _columns(name: str, counts: list[str]) -> str:
    from overmorrow.cards.text import cell_width

    cells = [" " * max(1, _COUNT_CELLS - cell_width(count)) + count for count in counts]
    return name + " " * (_NAME_CELLS - cell_width(name)) + "".join(cells)
