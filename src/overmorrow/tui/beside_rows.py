"""What stands beside a judged card where there is room: its last answers and its siblings."""

from datetime import date
from typing import TYPE_CHECKING

from overmorrow.messages import Messages
from overmorrow.tui import cells
from overmorrow.tui.rows import EMPTY, MUTED, PLAIN, STRONG, Row, muted

if TYPE_CHECKING:
    from overmorrow.jobs.beside import Beside

_DAY_CELLS = 7
_QUALITY_CELLS = 3
_TIME_CELLS = 7


def beside_rows(beside: "Beside", room: int, say: Messages) -> list[Row]:
    """Return the last answers to a card, and the cards that belong to it.

    Args:
        beside: Those.
        room: How many cells a row has.
        say: The learner's language.
    """
    rows: list[Row] = []
    typed_cells = max(0, room - _DAY_CELLS - _QUALITY_CELLS - _TIME_CELLS)
    for answer in beside.answers:
        typed = cells.pad(answer.typed.replace("\n", " ") or "·", typed_cells)
        took = say("study.took", seconds=f"{answer.answer_ms / 1000:.1f}")
        quality = cells.pad(str(answer.quality), _QUALITY_CELLS)
        rows.append(
            (
                (cells.pad(_day(answer.study_day), _DAY_CELLS), MUTED),
                (quality, PLAIN),
                (typed, PLAIN),
                (cells.right(took, _TIME_CELLS), MUTED),
            )
        )
    if beside.siblings:
        rows += [EMPTY, ((say("study.siblings"), STRONG),)]
        for sibling in beside.siblings:
            day = (
                ""
                if sibling.due_day is None
                else date.fromordinal(sibling.due_day).strftime("%m-%d")
            )
            due = day or say("study.new")
            prompt = cells.pad(sibling.prompt.replace("\n", " "), room - cells.cell_len(due) - 1)
            rows.append(muted(f"{prompt} {due}"))
    return rows


def _day(study_day: int) -> str:
    return date.fromordinal(study_day).strftime("%m-%d")
