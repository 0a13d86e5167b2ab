"""The thread that searches and changes, on a real connection."""

import asyncio
import sqlite3
from pathlib import Path
from threading import Event

import pytest

from overmorrow.jobs.browse import Order
from overmorrow.store.database import Database
from overmorrow.tui.browsing import Browsing
from tests.tui.importing import collection_in

ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n"


def test_search_nobody_waits_for_is_broken_off(tmp_path: Path) -> None:
    begun = Event()

    def endless(own: Database) -> object:
        begun.set()
        return own.value(ENDLESS)

    async def scenario(browsing: Browsing) -> None:
        waiting = asyncio.ensure_future(browsing.search(endless))
        assert await asyncio.to_thread(begun.wait, 20)
        while not waiting.done():
            browsing.hurry()
            await asyncio.sleep(0)
        with pytest.raises(sqlite3.OperationalError, match="interrupted"):
            await waiting
        assert len((await browsing.find("", Order())).ids) > 0

    with collection_in(tmp_path) as collection:
        browsing = collection.browsing()
        asyncio.run(scenario(browsing))
        browsing.close()


def test_change_is_never_broken_off(tmp_path: Path) -> None:
    begun, hurried = Event(), Event()

    def change(own: Database) -> object:
        begun.set()
        assert hurried.wait(20)
        return own.value("SELECT count(*) FROM card")

    async def scenario(browsing: Browsing) -> None:
        waiting = asyncio.ensure_future(browsing.apart(change))
        assert await asyncio.to_thread(begun.wait, 20)
        browsing.hurry()
        hurried.set()
        assert await waiting

    with collection_in(tmp_path) as collection:
        browsing = collection.browsing()
        asyncio.run(scenario(browsing))
        browsing.close()
