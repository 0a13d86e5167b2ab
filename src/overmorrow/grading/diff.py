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
    wrong = _differing(answer.lower(), typed.lower())
    if not wrong or len(wrong) == len(answer) or len(wrong) * 2 > len(answer) + 1:
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
    shorter = min(len(answer), len(typed))
    front = next((at for at in range(shorter) if answer[at] != typed[at]), shorter)
    back = next(
        (at for at in range(shorter - front) if answer[-1 - at] != typed[-1 - at]), shorter - front
    )
    middle, given = answer[front : len(answer) - back], typed[front : len(typed) - back]
    if len(middle) == 2 and middle == given[::-1]:
        return [front, front + 1]
    kept = _common(middle, given)
    return [front + at for at, sign in enumerate(middle) if at not in kept and not sign.isspace()]


def _common(first: str, second: str) -> set[int]:
    """Return the places in `first` of a longest common subsequence with `second`."""
    rows = [[0] * (len(second) + 1)]
    for sign in first:
        above, row = rows[-1], [0]
        for column, other in enumerate(second):
            row.append(above[column] + 1 if sign == other else max(above[column + 1], row[column]))
        rows.append(row)
    kept: set[int] = set()
    at, column = len(first), len(second)
    while at and column:
        if first[at - 1] == second[column - 1]:
            at, column = at - 1, column - 1
            kept.add(at)
        elif rows[at][column - 1] >= rows[at - 1][column]:
            column -= 1
        else:
            at -= 1
    return kept
