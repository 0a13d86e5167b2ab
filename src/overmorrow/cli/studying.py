"""`study`, and the program without a command: the screens, or the plain dialogue."""

import os
import sys
from collections.abc import Callable
from typing import Literal, TypeVar

from overmorrow.cli import output
from overmorrow.cli.arguments import UsageError
from overmorrow.cli.request import Request
from overmorrow.errors import ClockError, TerminalError
from overmorrow.jobs.asked import Limits, Mode
from overmorrow.messages import Messages

Started = TypeVar("Started")


def screens_command(request: Request) -> int:
    """Open the screens; where there are none, the plain dialogue on all decks."""
    if _wants_lines(request):
        if not sys.stdin.isatty() and not request.options.plain:
            raise TerminalError("cli.no_terminal")
        return _converse(request, None, Limits())
    return _open_screens(request, start="home", scope=None, limits=Limits())


def study_command(request: Request) -> int:
    """Study one deck, or all."""
    options = request.options
    if options.ahead and options.cram:
        raise UsageError("cli.ahead_or_cram")
    mode = Mode.AHEAD if options.ahead else Mode.CRAM if options.cram else Mode.DUE
    limits = Limits(cards=options.limit, new=options.new, minutes=options.minutes, mode=mode)
    if _wants_lines(request):
        return _converse(request, options.deck, limits)
    return _open_screens(request, start="study", scope=options.deck, limits=limits)


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
                clock_confirmed=clock_confirmed,
            )
        )

    return _asking_about_the_clock(opened, request.say)


def _converse(request: Request, scope: str | None, limits: Limits) -> int:
    from overmorrow.jobs.study import StudySession
    from overmorrow.plain import Dialogue, Lines

    say, settings, clock = request.say, request.settings, request.clock
    database = request.collection()

    def begun(clock_confirmed: bool) -> StudySession:
        return StudySession(
            database, clock, settings, scope, limits, clock_confirmed=clock_confirmed
        )

    lines = Lines(sys.stdin, sys.stdout, echo=not sys.stdin.isatty())
    session = _asking_about_the_clock(begun, say)
    Dialogue(session, lines, say, clock, settings).run()
    return 0


def _asking_about_the_clock(start: Callable[[bool], Started], say: Messages) -> Started:
    """Start; where the clock went back by days, ask whether it is right and start again."""
    try:
        return start(False)
    except ClockError as error:
        output.remark(output.sentence(say, error))
        sys.stderr.write(f"{say('cli.confirm_clock')} ")
        sys.stderr.flush()
        if sys.stdin.readline().strip() not in ("y", "ㅛ"):
            raise
        return start(True)
