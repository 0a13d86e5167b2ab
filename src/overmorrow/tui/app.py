"""Where the screens are started from; what is slow to load is loaded here."""

import gc
import os

from overmorrow.clock import AskedClock
from overmorrow.errors import NothingToStudyError
from overmorrow.tui.options import TuiOptions


def run(options: TuiOptions) -> int:
    """Show the screens until the learner leaves.

    Args:
        options: What to open and where to begin.

    Returns:
        The exit code, 0.

    Raises:
        OvermorrowError: The collection cannot be used, or there is nothing to study.
    """
    for name in ("COLUMNS", "LINES"):
        os.environ.pop(name, None)  # they would be believed more than the terminal itself
    gc.disable()  # loading makes no garbage; the app turns it on after the first paint
    from overmorrow.tui.collection import OpenCollection
    from overmorrow.tui.program import OvermorrowApp

    asked = AskedClock(options.clock, is_confirmed=options.clock_confirmed)
    options = options._replace(clock=asked)
    collection = OpenCollection(options)
    try:
        session = None
        if options.start == "study":
            session = collection.study(options.scope, options.limits)
            if session.asked is None:
                raise NothingToStudyError("home.nothing_there")
        app = OvermorrowApp(options, collection, session)
        app.run(mouse=options.settings.mouse)
    finally:
        collection.close()
        gc.enable()
    if app.crash is not None:
        raise app.crash
    return app.return_code or 0
