"""Cards in a spreadsheet: the first sheet that holds something is read as a table.

Needs the extra `xlsx`.
"""

import json
import os
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack
from importlib.util import find_spec
from typing import IO

import overmorrow
from overmorrow.cards.problem import ParsedDeck
from overmorrow.errors import FileError
from overmorrow.exchange.delimited import read_grid
from overmorrow.exchange.table_look import TableChoices, TableLook

_LARGEST = 256 * 1024 * 1024
"""Bytes that all parts of a file may have when they are unpacked, and its rows as text."""
_LONGEST_ROW = 16 * 1024 * 1024
_MOST_PARTS = 10_000
_PIECE = 1 << 20


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
    if find_spec("python_calamine") is None:
        raise FileError("exchange.spreadsheet", name=file_name)
    _check_parts(path, file_name)
    folder = os.path.dirname(os.path.dirname(os.path.abspath(overmorrow.__file__)))
    paths = os.pathsep.join(filter(None, (folder, os.environ.get("PYTHONPATH"))))
    program = [sys.executable, "-P", "-m", "overmorrow.exchange.spreadsheet_rows"]
    with (
        subprocess.Popen(  # noqa: S603 (our own program; a path that was opened already)
            [*program, os.path.abspath(path)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": paths},
        ) as reader,
        ExitStack() as on_failure,
    ):
        on_failure.callback(reader.kill)
        lines = _lines(reader.stdout, file_name)
        head = next(lines, None)
        notices = []
        if head and head[1] != 1:
            said = {"sheet": str(head[0])[:60], "count": head[1]}
            notices = [("exchange.one_sheet", said)]
        read = read_grid(_grid(lines), deck_name, choices, notices)
        on_failure.pop_all()
    if reader.returncode:
        key = "unpacks_too_large" if reader.returncode < 0 else "bad_spreadsheet"
        raise FileError(f"exchange.{key}", name=file_name)
    return read


def _lines(output: IO[bytes] | None, file_name: str) -> Iterator[list[str | int]]:
    """Yield what the program that opens the file prints, in bearable amounts."""
    left = _LARGEST
    while output and (line := output.readline(_LONGEST_ROW)):
        left -= len(line)
        if left < 0 or not line.endswith(b"\n"):
            raise FileError("exchange.unpacks_too_large", name=file_name)
        yield json.loads(line)


def _grid(lines: Iterator[list[str | int]]) -> Iterator[list[str]]:
    """Yield the cells of each row, of blank ones too."""
    last = 0
    for number, *cells in lines:
        yield from ([] for _ in range(int(number) - last - 1))
        last = int(number)
        yield list(map(str, cells))


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
