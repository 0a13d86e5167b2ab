"""The lines of a file that cannot become cards: shown with what stands in them, and kept apart."""

import csv
import os
from collections.abc import Iterator
from dataclasses import dataclass

from overmorrow.cards.problem import Harm, Problem
from overmorrow.cards.text import clean
from overmorrow.errors import FileError
from overmorrow.exchange.encoding import decode
from overmorrow.exchange.table_rows import Lines, OpenQuoteError, Row, read_rows
from overmorrow.jobs.planned import FilePlan

_MOST_NAMES = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedLine:
    """A line of a file that was left out, and why."""

    problem: Problem
    content: str
    """What stands there, as far as the file can be read as lines."""


def refused_lines(plan: FilePlan, most: int | None = None) -> list[RefusedLine]:
    """Return what was left out of a file, in the order of its lines.

    Args:
        plan: The file as read.
        most: How many at most; None for all.
    """
    problems = [each for each in plan.file.problems if each.harm is not Harm.NOTICE][:most]
    if not problems:
        return []
    rows = {row.line: row for row in _rows(plan, {problem.line for problem in problems})}
    sign = plan.detected.separator or " "
    return [
        RefusedLine(problem=each, content=_content(each, rows.get(each.line), sign))
        for each in problems
    ]


def _content(problem: Problem, row: Row | None, sign: str) -> str:
    text = sign.join(row.cells) if row else str(problem.values.get("text", ""))
    return clean(text).replace("\n", " ").replace("\t", " ")


def write_refused(plan: FilePlan, headings: tuple[str, ...]) -> str:
    """Write what was left out of a file to `NAME.rejected.csv` beside it, to be mended there.

    Rows of a table keep their cells, below the table's own headings, so that the
    mended file can be imported in turn. A file that is there already stays.

    Args:
        plan: The file as read.
        headings: What to call line and content where the file is no table.

    Returns:
        The new file's path.

    Raises:
        FileError: It could not be written.
    """
    lines = refused_lines(plan)
    rows: list[list[str]] = [list(headings)]
    if plan.detected.separator:
        wanted = {each.problem.line for each in lines}
        found = list(_rows(plan, wanted, with_first=bool(plan.detected.has_headings)))
        rows = [row.cells for row in found]
    else:
        rows += [[str(each.problem.line), each.content] for each in lines]
    path = _free_name(plan.path)
    try:
        with open(path, "x", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows(rows)
    except OSError as error:
        reason = clean(error.strerror or "")
        raise FileError("import_screen.cannot_write", name=clean(path), reason=reason) from error
    return path


def _free_name(path: str) -> str:
    stem = f"{os.path.splitext(path)[0]}.rejected"
    names = [f"{stem}.csv", *(f"{stem}-{number}.csv" for number in range(2, _MOST_NAMES))]
    return next((name for name in names if not os.path.lexists(name)), names[-1])


def _rows(plan: FilePlan, wanted: set[int], *, with_first: bool = False) -> Iterator[Row]:
    """Yield the rows that begin on the wanted lines, and the first one if that is wanted too."""
    detected = plan.detected
    if not detected.encoding:
        return
    lines = Lines(_text(plan))
    if not detected.separator:
        yield from (
            Row(at, [line.rstrip("\n")]) for at, line in enumerate(lines, 1) if at in wanted
        )
        return
    try:
        for place, row in enumerate(read_rows(lines, detected.separator)):
            if row.line in wanted or (with_first and place == 0):
                yield row
    except OpenQuoteError:
        return


def _text(plan: FilePlan) -> str:
    """Return the file's text again; nothing if it is gone meanwhile."""
    try:
        with open(plan.path, "rb") as file:
            decoded = decode(file.read(), plan.path, plan.detected.encoding)
    except (OSError, FileError):
        return ""
    text = decoded.text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return "\n".join(map(clean, text.split("\n")))
