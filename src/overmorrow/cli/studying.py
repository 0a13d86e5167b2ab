"""`study`, and the program without a command: the screens, or the plain dialogue."""

import os
import sys
from typing import Literal

from overmorrow.cli import output
from overmorrow.cli.arguments import Options, UsageError
from overmorrow.cli.confirming import asking_about_the_clock
from overmorrow.cli.request import Request
from overmorrow.jobs.asked import Limits, Mode


def screens_command(request: Request) -> int:
    """Open the screens; where there are none, the plain dialogue on all decks."""
    if _wants_lines(request):
        from overmorrow.cli.talking import talk  # the screens need none of it

        talk(request)
        return 0
    return _open_screens(request, start="home", scope=None, limits=Limits())


def study_command(request: Request) -> int:
    """Study one deck, or all."""
    options = request.options
    limits = limits_of(options)
    if _wants_lines(request):
        from overmorrow.cli.talking import study_in_lines  # the screens need none of it

        study_in_lines(request, options.deck, limits)
        return 0
    return _open_screens(request, start="study", scope=options.deck, limits=limits)


def limits_of(options: Options) -> Limits:
    """Return what a `study` command says about how much is asked, and how.

    Raises:
        UsageError: It says two things at once.
    """
    if options.ahead and options.cram:
        raise UsageError("cli.ahead_or_cram")
    if options.random and not options.cram:
        raise UsageError("cli.random_alone")
    mode = Mode.AHEAD if options.ahead else Mode.CRAM if options.cram else Mode.DUE
    return Limits(
        cards=options.limit,
        new=options.new,
        minutes=options.minutes,
        mode=mode,
        seed=int.from_bytes(os.urandom(4), "big") if options.random else None,
    )


def _wants_lines(request: Request) -> bool:
    """Whether the screens were refused, or this terminal cannot show them."""
    screens = sys.stdin.isatty() and sys.stdout.isatty() and output.shows_all()
    return bool(request.options.plain) or not screens or os.environ.get("TERM") == "dumb"


def _open_screens(
    request: Request, *, start: Literal["home", "study"], scope: str | None, limits: Limits
) -> int:
    from overmorrow.tui.app import run
    from overmorrow.tui.options import TuiOptions

    if request.options.no_color:
        os.environ["NO_COLOR"] = "1"
    output.convert_if_older(request.say, request.database_path)
    settings = request.settings
    if request.options.ascii:
        settings = settings._replace(ascii=True)

    def opened(clock_confirmed: bool) -> int:
        return run(
            TuiOptions(
                database_path=request.database_path,
                settings=settings,
                language=request.say.language,
                clock=request.clock,
                start=start,
                scope=scope,
                limits=limits,
                notes=request.notes,
                clock_confirmed=clock_confirmed,
            )
        )

    return asking_about_the_clock(opened, request.say)
