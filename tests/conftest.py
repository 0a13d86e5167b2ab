import os

import pytest
from hypothesis import settings

settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")

SLOW_FOLDERS = ("terminal", "tui")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Give the slow files to the workers first, so that none is left alone with one at the end."""
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: _turn(item.path.parent.name))


def _turn(folder: str) -> int:
    return SLOW_FOLDERS.index(folder) if folder in SLOW_FOLDERS else len(SLOW_FOLDERS)
