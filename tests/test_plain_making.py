"""Cards made of an article in lines, when the learner stops half-way."""

import io
from pathlib import Path

import pytest

from overmorrow.clock import Moment
from overmorrow.messages import Messages
from overmorrow.plain.lines import Lines
from overmorrow.plain.making import MakingDialogue, Wanted
from overmorrow.store.database import open_database
from tests.test_plain_home import ARTICLE


class BrokenOff(io.StringIO):
    """Lines that are typed, and then Ctrl+C."""

    def readline(self, size: int = -1, /) -> str:  # type: ignore[override]  # the base's is bytes
        line = super().readline(size)
        if not line:
            raise KeyboardInterrupt
        return line


@pytest.mark.parametrize(
    ("source", "error"), [(io.StringIO, EOFError), (BrokenOff, KeyboardInterrupt)]
)
def test_what_was_decided_is_kept_however_it_ends(
    source: type[io.StringIO], error: type[BaseException], tmp_path: Path
) -> None:
    path = tmp_path / "호수.txt"
    path.write_text(ARTICLE, "utf-8")
    database = open_database(str(tmp_path / "study.db"))
    told = []
    for typed in (source("x\n"), io.StringIO("")):
        target = io.StringIO()
        lines = Lines(typed, target, echo=True)
        with pytest.raises((error, EOFError)):
            MakingDialogue(
                database, lines, Messages("en"), lambda: Moment(1_795_392_000_000, 540)
            ).run(Wanted(path=str(path)))
        told.append(target.getvalue())
    database.close()
    assert "What was decided is kept" in told[0]
    assert "\n1/" not in told[1]
    assert "\n2/" in told[1]
