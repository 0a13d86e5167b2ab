"""What stands in an empty box follows the language, wherever it is switched."""

import re
from pathlib import Path

import pytest
from textual.widgets import Input

from overmorrow.tui.collection import OpenCollection
from overmorrow.tui.program import OvermorrowApp
from tests.tui.playing import Player, play
from tests.tui.scripted import Stopwatch, options_of

_HANGUL = re.compile("[ㄱ-ㅣ가-힣]")


@pytest.mark.parametrize(
    "keys",
    [
        pytest.param(["i"], id="import"),
        pytest.param(["g", "ctrl+o"], id="article"),
        pytest.param(["a"], id="note"),
        pytest.param(["t", "d"], id="statistics"),
        pytest.param(["question_mark", "slash"], id="help"),
        pytest.param(["comma", "slash"], id="settings"),
        pytest.param(["slash", "escape", "slash"], id="search"),
    ],
)
def test_an_empty_box_speaks_the_language_that_was_switched_to(
    keys: list[str], tmp_path: Path
) -> None:
    options = options_of()._replace(database_path=str(tmp_path / "study.db"))
    collection = OpenCollection(options)
    app = OvermorrowApp(options, collection, now_ms=Stopwatch())

    def said() -> list[str]:
        boxes = [box for box in app.screen.walk_children(Input) if box.placeholder]
        return [box.placeholder for box in boxes]

    async def scenario(player: Player) -> None:
        await player.press(*keys)
        korean = said()
        assert any(_HANGUL.search(text) for text in korean)
        await app.action_language()
        await player.press()
        assert not any(_HANGUL.search(text) for text in said())
        await app.action_language()
        await player.press()
        assert said() == korean

    play(app, scenario)
    collection.close()
