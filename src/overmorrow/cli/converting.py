"""Brings a large collection of an older version up to date, and says how far that has come."""

from overmorrow.cli.output import remark
from overmorrow.cli.progress_bar import progress_bar
from overmorrow.messages import Messages
from overmorrow.store.database import open_database

_WHOLE = 100


def convert(say: Messages, path: str) -> None:
    """Bring a collection up to date before anything else is done with it.

    Raises:
        DatabaseError: It cannot be used; nothing was changed.
    """
    remark(say("cli.converting"))
    with progress_bar(say, _WHOLE, "cli.converted") as show:

        def told(done: int, total: int) -> None:
            if show is not None:
                show(done * _WHOLE // total)

        open_database(path, told=told).close()
