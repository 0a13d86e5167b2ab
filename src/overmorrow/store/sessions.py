"""A sqlmodel session over the connection that is already open."""

from collections.abc import Iterator
from contextlib import contextmanager
from sqlite3 import Error

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool
from sqlmodel import Session

from overmorrow.errors import DatabaseError
from overmorrow.store.database import Database
from overmorrow.store.refusal import refusal


@contextmanager
def session_on(database: Database) -> Iterator[Session]:
    """Yield a session whose writes are one transaction, ended by its `commit()`.

    Leaving without a commit takes everything back.

    Raises:
        BusyError: Another process held the file for five seconds.
        DatabaseError: The file cannot be read or written; nothing was.
    """
    if database.read_only:
        raise DatabaseError("store.read_only", path=database.path)
    engine = create_engine(
        "sqlite://",
        creator=lambda: database.connection,
        poolclass=StaticPool,
        pool_reset_on_return=None,
    )
    event.listen(engine, "begin", _begin)
    try:
        with Session(engine) as session:
            yield session
    except DBAPIError as error:
        told = refusal(database.path, error.orig) if isinstance(error.orig, Error) else None
        raise told or error from error


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
