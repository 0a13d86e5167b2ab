"""Files to import, and the app on a collection of its own."""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from textual.events import Paste

from overmorrow.jobs.opening import open_collection
from overmorrow.settings import Settings
from overmorrow.store.database import Row
from overmorrow.tui.collection import OpenCollection
from overmorrow.tui.options import TuiOptions
from overmorrow.tui.program import OvermorrowApp
from overmorrow.tui.widgets.path_box import PathBox
from tests.tui.playing import Player, play
from tests.tui.scripted import MOMENT, Stopwatch

Scenario = Callable[["Importer"], Awaitable[None]]

RIVERS = (
    "문제,정답,태그",
    "나일강의 길이는 몇 km인가?,6650,강",
    "가장 깊은 호수는 어디인가?,바이칼호,호수",
    "하나뿐인 칸",
    "가장 넓은 바다는 어디인가?,태평양,바다",
    "답이 없는 문제는?,,바다",
    "아마존강이 흘러드는 바다는 어디인가?,대서양,강",
    "가장 넓은 바다는 어디인가?,큰 바다,바다",
)
"""A table with a heading, two lines that cannot be read, and a prompt that comes twice."""


class Importer(Player):
    """A learner who imports; every key waits for what it sets off."""

    async def press(self, *keys: str) -> None:
        for key in keys:
            await super().press(key)
            await self.settle()

    @property
    def path_box(self) -> PathBox:
        return self.app.screen.query_one(PathBox)

    async def settle(self) -> None:
        """Wait for the threads, and for what they say to be drawn."""
        await self.threads_end()
        await self._pilot.pause()
        await self._pilot.pause()

    async def name(self, text: str, *keys: str) -> None:
        """Write the name of a file into the box, then press keys."""
        self.path_box.write(text)
        await self._pilot.pause()
        await self.press(*keys)

    async def paste(self, text: str) -> None:
        """Drop a text on the terminal."""
        self.path_box.post_message(Paste(text))
        await self._pilot.pause()


def write_rivers(folder: Path, name: str = "강 이름.csv", encoding: str = "cp949") -> Path:
    path = folder / name
    path.write_bytes("\r\n".join(RIVERS).encode(encoding))
    return path


def options_in(folder: Path, language: str = "ko") -> TuiOptions:
    return TuiOptions(
        database_path=str(folder / "data" / "study.db"),
        settings=Settings(),
        language=language,
        clock=lambda: MOMENT,
    )


@contextmanager
def collection_in(folder: Path, language: str = "ko") -> Iterator[OpenCollection]:
    (folder / "data").mkdir(exist_ok=True)
    collection = OpenCollection(options_in(folder, language))
    try:
        yield collection
    finally:
        collection.close()


def import_with(
    folder: Path,
    scenario: Scenario,
    *,
    language: str = "ko",
    size: tuple[int, int] = (80, 24),
    change: Callable[[OpenCollection], None] | None = None,
) -> OvermorrowApp:
    """Run the app at home in a folder, and a scenario in it.

    Args:
        folder: Where the files are, and the collection.
        scenario: What the learner does.
        language: What the program speaks.
        size: The terminal.
        change: Changes the collection before the app sees it.
    """
    with collection_in(folder, language) as collection:
        if change:
            change(collection)
        app = OvermorrowApp(options_in(folder, language), collection, now_ms=Stopwatch())

        async def run(player: Player) -> None:
            await scenario(Importer(player.app, player._pilot))

        play(app, run, size)
    return app


def cards_in(folder: Path) -> dict[str, int]:
    """Return how many cards each deck of the collection has."""
    sql = """SELECT deck.name, count(*) FROM card JOIN deck ON deck.id = card.deck_id
        WHERE card.vanished = 0 GROUP BY deck.name"""
    return {str(name): int(count) for name, count in _rows_in(folder, sql)}


def card_ids_in(folder: Path, prompt: str) -> list[int]:
    """Return the numbers of the cards with a prompt that are not gone."""
    sql = """SELECT card.id FROM card JOIN note ON note.id = card.note_id
        WHERE card.vanished = 0 AND note.prompt = ? ORDER BY card.id"""
    return [int(card_id) for (card_id,) in _rows_in(folder, sql, prompt)]


def _rows_in(folder: Path, sql: str, *values: str) -> list[Row]:
    options = options_in(folder)
    database = open_collection(options.database_path, "ko", clock=options.clock)
    try:
        return list(database.rows(sql, values))
    finally:
        database.close()
