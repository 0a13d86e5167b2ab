from collections.abc import Iterator

import pytest

from overmorrow.store.database import Database
from tests.store.building import add_notes, collection
from tests.store.machines import Machines, some_machines


@pytest.fixture
def database() -> Iterator[Database]:
    """An empty collection."""
    with collection() as empty:
        yield empty


@pytest.fixture
def studied() -> Iterator[Database]:
    """Three notes in one deck, nothing answered yet."""
    with collection("강") as deck:
        yield deck


@pytest.fixture
def machines() -> Iterator[Machines]:
    with some_machines() as some:
        yield some


@pytest.fixture
def pair(machines: Machines) -> tuple[Database, Database]:
    """One collection with three notes, and a copy of it on another machine."""
    here = machines.new("here")
    add_notes(here, "강")
    return here, machines.copy(here, "there")
