"""A program of its own that prints a spreadsheet's rows as JSON, one a line.

A file may drive the library that reads it to any size or make it give up the whole
program, so what opens it is one that may come to harm: its memory and time are bounded.
"""

import contextlib
import json
import sys
from datetime import date, datetime, time, timedelta
from typing import TextIO

_MOST_MEMORY = 2 << 30
_MOST_SECONDS = 60

_Cell = int | float | str | bool | time | date | datetime | timedelta


def write_rows(path: str, out: TextIO) -> None:
    """Print the first sheet that holds something.

    A line `[name, count]` says what it is called and how many there are; then each row that
    is not blank is `[number, cell, …]`. Nothing at all is printed if all sheets are blank.
    """
    import python_calamine  # an extra that few need

    with python_calamine.CalamineWorkbook.from_path(path) as book:
        names = book.sheet_names
        for at, name in enumerate(names):
            sheet = book.get_sheet_by_index(at)
            is_blank = True
            for number, row in enumerate(sheet.iter_rows(), start=1):
                if row.count("") == len(row):
                    continue
                cells = list(map(_text, row))
                while cells and not cells[-1]:
                    cells.pop()
                if cells and is_blank:
                    print(json.dumps([name, len(names)]), file=out)
                    is_blank = False
                if cells:
                    print(json.dumps([number, *cells]), file=out)
            if not is_blank:
                return


def _text(cell: _Cell) -> str:
    """Return a cell as a spreadsheet shows it, without the format of its numbers."""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime):
        return str(cell.date()) if cell.time() == time() else cell.isoformat(" ", "minutes")
    if isinstance(cell, time):
        return cell.isoformat("minutes")
    return str(cell).strip()


def _bound() -> None:
    """Bound this program's memory and time, where the system can."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # not on Windows

        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (_MOST_SECONDS, _MOST_SECONDS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    _bound()
    write_rows(sys.argv[1], sys.stdout)
