"""`study`, and the program without a command: the screens, or the plain dialogue."""

import os
import sys
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Literal

from overmorrow.cli import output
from overmorrow.cli.arguments import UsageError
from overmorrow.cli.request import Request
from overmorrow.errors import ClockError, TerminalError
from overmorrow.jobs.asked import Limits, Mode
from overmorrow.messages import Messages

if TYPE_CHECKING:
    from overmorrow.jobs.study import StudySession
    from overmorrow.plain import Lines


def screens_command(request: Request) -> int:
    """Open the screens; where there are none, the plain dialogue on all decks."""
    if _wants_lines(request):
        if not sys.stdin.isatty() and not request.options.plain:
            raise TerminalError("cli.no_terminal")
        return _converse(request, None, Limits(), None)
    return _open_screens(request, start="home", scope=None, limits=Limits())


def study_command(request: Request) -> int:
    """Study one deck, or all."""
    options = request.options
    if options.ahead and options.cram:
        raise UsageError("cli.ahead_or_cram")
    mode = Mode.AHEAD if options.ahead else Mode.CRAM if options.cram else Mode.DUE
    limits = Limits(cards=options.limit, new=options.new, mode=mode)
    if _wants_lines(request):
        return _converse(request, options.deck, limits, options.minutes)
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
    return run(
        TuiOptions(
            database_path=request.database_path,
            settings=settings,
            language=request.say.language,
            clock=request.clock,
            start=start,
            scope=scope,
            limits=limits,
        )
    )


def _converse(request: Request, scope: str | None, limits: Limits, minutes: int | None) -> int:
    from overmorrow.jobs.opening import open_collection
    from overmorrow.jobs.study import StudySession
    from overmorrow.plain import Dialogue, Lines

    say = request.say
    lines = Lines(sys.stdin, sys.stdout, echo=not sys.stdin.isatty())
    database = open_collection(
        request.database_path, say.language, durability=request.settings.durability
    )
    begin = partial(StudySession, database, request.clock, request.settings, scope, limits)
    try:
        session = _begun(begin, lines, say)
        Dialogue(session, lines, say, request.clock, request.settings).run(minutes)
    finally:
        database.close()
    return 0


def _begun(begin: Callable[..., "StudySession"], lines: "Lines", say: Messages) -> "StudySession":
    """Start a session; ask first when the clock went back by days."""
    try:
        return begin()
    except ClockError as error:
        lines.tell(output.sentence(say, error))
        try:
            is_right = lines.ask(say("plain.confirm_clock")) == "y"
        except EOFError:
            is_right = False
        if not is_right:
            raise
        return begin(clock_confirmed=True)
