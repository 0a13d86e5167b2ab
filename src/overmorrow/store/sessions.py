"""A sqlmodel session over the connection that is already open."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.pool import StaticPool
from sqlmodel import Session

from overmorrow.store.database import Database


@contextmanager
def session_on(database: Database) -> Iterator[Session]:
    """Yield a session whose writes are one transaction, ended by its `commit()`.

    Leaving without a commit takes everything back.
    """
    engine = create_engine(
        "sqlite://",
        creator=lambda: database.connection,
        poolclass=StaticPool,
        pool_reset_on_return=None,
    )
    event.listen(engine, "begin", _begin)
    with Session(engine) as session:
        yield session


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
