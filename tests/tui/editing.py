"""A small deck in a real collection, and the app that edits it."""

from collections.abc import Awaitable, Callable
from contextlib import closing
from pathlib import Path

from textual.widgets import Input, TextArea

from overmorrow.clock import Clock
from overmorrow.jobs.asked import Limits
from overmorrow.jobs.import_deck import apply_files
from overmorrow.jobs.import_plan import plan_file
from overmorrow.settings import Settings
from overmorrow.store.database import open_database
from overmorrow.tui.collection import OpenCollection
from overmorrow.tui.options import TuiOptions
from overmorrow.tui.program import OvermorrowApp
from tests.tui.playing import Player, play
from tests.tui.scripted import MOMENT, Stopwatch

DECK = """\
---
title: 물
lang: ko
source: 지리 공책
---

Q: 세상에서 가장 깊은 호수는?
A: 바이칼호
also: 바이칼
hint: 시베리아
note: 깊이는 1,642m예요.
from: 3쪽

Q: 나일강의 길이는?
A: 6,650km
type: number

Q: 남아메리카의 큰 강 셋은?
A:
- 아마존
- 오리노코
- 파라나

Q: 가장 넓은 바다는?
A: 태평양
not: 대서양 | 인도양
type: choice

C: 한강은 {{태백}}산맥에서 시작해 {{황해}}로 흘러든다.
"""
PROMPT = "세상에서 가장 깊은 호수는?"
ENGLISH = """\
---
title: Waters
lang: en
---

Q: Which lake is the deepest of all?
A: Baikal
also: Lake Baikal
"""


class Editor(Player):
    """A learner who changes notes."""

    path: Path

    async def wait(self) -> None:
        """Let threads end, and what they say be shown."""
        await self.rest()
        await self.threads_end()
        await self.rest()

    async def fill(self, name: str, text: str) -> None:
        """Write a text into a box of the form, in place of what is there."""
        box = self.app.screen.query_one(f"#edit-{name}")
        if isinstance(box, TextArea):
            box.load_text(text)
        elif isinstance(box, Input):
            box.value = text
        await self._pilot.pause()

    @property
    def file(self) -> str:
        """What the deck's file says."""
        return self.path.read_text(encoding="utf-8")


def edit(
    folder: Path,
    scenario: Callable[[Editor], Awaitable[None]],
    size: tuple[int, int] = (80, 24),
    *,
    language: str = "ko",
    at_home: bool = False,
) -> None:
    """Run a scenario on a deck's first card, or at home."""
    path = folder / "decks" / "water.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(DECK if language == "ko" else ENGLISH, encoding="utf-8")
    options = TuiOptions(
        database_path=str(folder / "study.db"),
        settings=Settings(),
        language=language,
        clock=_going_on(),
    )
    with closing(open_database(options.database_path)) as database:
        apply_files(database, [plan_file(database, str(path))], options.clock())
    collection = OpenCollection(options)
    session = None if at_home else collection.study(None, Limits())
    app = OvermorrowApp(options, collection, session, now_ms=Stopwatch())

    async def as_editor(player: Player) -> None:
        editor = Editor(app, player._pilot)
        editor.path = path
        await scenario(editor)

    play(app, as_editor, size)
    collection.close()


def _going_on() -> Clock:
    ticks = iter(range(0, 10**9, 1000))
    return lambda: MOMENT._replace(wall_ms=MOMENT.wall_ms + next(ticks))
