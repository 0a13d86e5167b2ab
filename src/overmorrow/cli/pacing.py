"""`due --pace`: how many reviews a day are taken until nothing is overdue."""

from overmorrow.cli import output
from overmorrow.cli.arguments import UsageError
from overmorrow.cli.request import Request
from overmorrow.cli.values import whole_number
from overmorrow.jobs.backlog import choose_pace, forget_pace

_MOST = 99_999


def set_pace(request: Request) -> None:
    """Choose a pace, or give it up again.

    Raises:
        UsageError: It is neither a number nor `all` nor `off`.
    """
    options, database = request.options, request.collection()
    if options.pace is None:
        raise UsageError("decks.pace_of_what")
    if options.pace == "off":
        forget_pace(database)
        output.remark(request.say("decks.pace_off"))
        return
    reviews = None if options.pace == "all" else whole_number(1, _MOST, options.pace)
    choose_pace(
        database,
        request.clock,
        request.settings,
        reviews,
        rest_new=options.rest_new,
        only_today=options.today,
    )
    output.remark(request.say("decks.pace_on"))
