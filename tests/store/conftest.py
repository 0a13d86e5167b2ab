from collections.abc import Iterator

import pytest

from overmorrow.store.database import Database
from tests.store.building import collection


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
