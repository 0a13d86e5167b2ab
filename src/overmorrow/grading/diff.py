"""Marks the cells of the accepted answer that the typed text got differently."""

from overmorrow.cards.text import cell_width
from overmorrow.grading.grading import Span

_LONGEST = 60


def differing_cells(answer: str, typed: str) -> tuple[Span, ...]:
    """Return spans of cells in `answer` that `typed` lacks or has otherwise.

    Empty where nothing differs, where more than half does, or where the texts
    are too long for a glance.
    """
    if answer == typed or not typed or max(len(answer), len(typed)) > _LONGEST:
        return ()
    wrong = _differing(answer.casefold(), typed.casefold())
    if not wrong or len(wrong) * 2 > len(answer):
        return ()
    edges = [0]
    for sign in answer:
        edges.append(edges[-1] + cell_width(sign))
    spans: list[Span] = []
    for index in wrong:
        start, end = edges[index], edges[index + 1]
        if spans and spans[-1][1] == start:
            spans[-1] = spans[-1][0], end
        else:
            spans.append((start, end))
    return tuple(spans)


def _differing(answer: str, typed: str) -> list[int]:
    """Return the places in `answer` outside a longest common subsequence."""
    rows = [[0] * (len(typed) + 1)]
    for sign in answer:
        above, row = rows[-1], [0]
        for column, other in enumerate(typed):
            row.append(above[column] + 1 if sign == other else max(above[column + 1], row[column]))
        rows.append(row)
    wrong: list[int] = []
    at, column = len(answer), len(typed)
    while at:
        if (
            column
            and answer[at - 1] == typed[column - 1]
            and rows[at][column] == rows[at - 1][column - 1] + 1
        ):
            at, column = at - 1, column - 1
        elif column and rows[at][column - 1] >= rows[at - 1][column]:
            column -= 1
        else:
            at -= 1
            if not answer[at].isspace():
                wrong.append(at)
    return sorted(wrong)
