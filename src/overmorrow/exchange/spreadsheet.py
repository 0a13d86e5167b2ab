"""Cards in a spreadsheet: the first sheet that holds something is read as a table.

Needs the extra `xlsx`.
"""

import zipfile
import zlib
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from overmorrow.cards.problem import ParsedDeck
from overmorrow.errors import FileError
from overmorrow.exchange.delimited import read_grid
from overmorrow.exchange.table_look import TableChoices, TableLook

SPREADSHEETS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
_LARGEST = 256 * 1024 * 1024
"""Bytes that all parts of a file may have when they are unpacked."""
_MOST_PARTS = 10_000
_MOST_CELLS = 20_000_000
_PIECE = 1 << 20

_Cell = int | float | str | bool | time | date | datetime | timedelta


def read_spreadsheet(
    path: str, file_name: str, deck_name: str, choices: TableChoices | None = None
) -> tuple[tuple[ParsedDeck, ...], TableLook]:
    """Read the first sheet that holds something, and say how it was understood.

    Args:
        path: The file.
        file_name: What to call it in an error.
        deck_name: The deck of rows that name none.
        choices: What the learner says about the table.

    Raises:
        FileError: It cannot be read, is far too large unpacked, or calamine is missing.
    """
    try:
        import python_calamine as calamine  # an extra that few need
    except ImportError:
        raise FileError("exchange.spreadsheet", name=file_name) from None
    _check_parts(path, file_name)
    try:
        with calamine.CalamineWorkbook.from_path(path) as book:
            names = list(book.sheet_names)
            for at, name in enumerate(names):
                sheet = book.get_sheet_by_index(at)
                if sheet.total_height * sheet.total_width > _MOST_CELLS:
                    raise FileError("exchange.unpacks_too_large", name=file_name)
                rows = sheet.to_python(skip_empty_area=False)
                if any(cell != "" for row in rows for cell in row):
                    return _read(rows, names, name, deck_name, choices)
    except calamine.CalamineError:
        raise FileError("exchange.bad_spreadsheet", name=file_name) from None
    return read_grid((), deck_name, choices)


def _read(
    rows: Sequence[Sequence[_Cell]],
    names: Sequence[str],
    name: str,
    deck_name: str,
    choices: TableChoices | None,
) -> tuple[tuple[ParsedDeck, ...], TableLook]:
    said = {"sheet": name[:60], "count": len(names)}
    notices = [("exchange.one_sheet", said)] if len(names) > 1 else []
    return read_grid((list(map(_text, row)) for row in rows), deck_name, choices, notices)


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


def _check_parts(path: str, file_name: str) -> None:
    """Unpack a file to nowhere, before a library that trusts its sizes does.

    Raises:
        FileError: Its parts are broken, or too large when unpacked.
    """
    if not zipfile.is_zipfile(path):
        return
    try:
        with zipfile.ZipFile(path) as parts:
            infos = parts.infolist()
            if len(infos) > _MOST_PARTS or sum(info.file_size for info in infos) > _LARGEST:
                raise FileError("exchange.unpacks_too_large", name=file_name)
            for info in infos:
                with parts.open(info) as part:
                    while part.read(_PIECE):
                        pass
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError):
        raise FileError("exchange.bad_spreadsheet", name=file_name) from None
