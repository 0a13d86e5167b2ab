"""`due` and `decks`: what is left."""

from overmorrow.cli import output
from overmorrow.cli.arguments import Options
from overmorrow.cli.request import Request
from overmorrow.jobs.due import decks_now, due_now

_NAME_CELLS = 40
_COUNT_CELLS = 8


def due_command(request: Request) -> int:
    """Print how many cards are left for today, and the next one."""
    options = request.options
    if options.pace or options.rest_new or options.today:
        from overmorrow.cli.pacing import set_pace  # seldom wanted

        set_pace(request)
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
    """Print each deck with what is left in it for today, or do something to decks."""
    if request.options.write_ids:
        from overmorrow.cli.editing import write_ids_of_deck  # reading decks loads much more

        return write_ids_of_deck(request)
    if is_something_to_do(request.options):
        from overmorrow.cli.decking import change_decks  # counting needs none of it

        return change_decks(request)
    deck = request.options.deck
    decks = decks_now(request.collection(), request.clock, request.settings, deck)
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


def is_something_to_do(options: Options) -> bool:
    """Whether anything is to be done to decks."""
    words = (options.set, options.create, options.rename, options.restore)
    switches = (options.options, options.remove, options.removed, options.usual)
    limits = (options.new_per_day, options.reviews_per_day)
    return any(switches) or any(given is not None for given in (*words, *limits))


def _columns(name: str, counts: list[str]) -> str:
    from overmorrow.cards.text import cell_width

    cells = [" " * max(1, _COUNT_CELLS - cell_width(count)) + count for count in counts]
    return name + " " * (_NAME_CELLS - cell_width(name)) + "".join(cells)
