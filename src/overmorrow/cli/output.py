"""What goes out: data on stdout, words about it on stderr, and no control byte in either."""

import os
import sys
from collections.abc import Iterable, Mapping

from overmorrow.errors import NothingToStudyError, OvermorrowError
from overmorrow.messages import Messages

_SLOW_TO_CONVERT = 20_000_000
"""Bytes; a collection as large takes seconds to be brought up to date, a huge one minutes."""


def prepare_streams() -> None:
    """Make the streams take any text: what the terminal cannot show becomes `?`."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def write(line: str) -> None:
    """Write one line of data."""
    sys.stdout.write(f"{one_line(line)}\n")


def write_lines(lines: Iterable[str]) -> None:
    """Write several lines of data."""
    for line in lines:
        write(line)


def write_json(value: object) -> None:
    """Write one JSON document on one line."""
    import json

    text = json.dumps(_cleaned(value), ensure_ascii=not shows_all())
    sys.stdout.write(f"{text}\n")


def shows_all() -> bool:
    """Whether stdout takes every character."""
    return (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"


def remark(text: str) -> None:
    """Write one line about the data, on stderr."""
    sys.stderr.write(f"{one_line(text)}\n")


def complain(say: Messages, error: OvermorrowError) -> None:
    """Write what went wrong, on stderr."""
    text = sentence(say, error)
    nothing_wrong = isinstance(error, NothingToStudyError)
    remark(text if nothing_wrong else f"{say('errors.prefix')} {text}")


def sentence(say: Messages, error: OvermorrowError) -> str:
    """Return what the error says, a study day in it as a date."""
    from overmorrow.jobs.error_words import error_words  # nothing goes wrong most of the time

    return error_words(say, error)


def convert_if_older(say: Messages, path: str) -> None:
    """Say how far it has come where a collection of an older version takes long to open.

    Raises:
        DatabaseError: It cannot be used.
    """
    from overmorrow.store.file import SCHEMA_VERSION, examine

    try:
        header = examine(path)
        size = os.path.getsize(path) if header else 0
    except (OvermorrowError, OSError):
        return  # opening it says what is wrong
    if header and header.version < SCHEMA_VERSION and size > _SLOW_TO_CONVERT:
        from overmorrow.cli.converting import convert  # seldom needed

        convert(say, path)


def finish() -> None:
    """Send out what is still held back.

    Raises:
        BrokenPipeError: The reader has gone.
    """
    sys.stdout.flush()


def silence() -> None:
    """Let nothing more be said, for the reader has gone."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def one_line(text: str) -> str:
    """Return the text on one line, without anything that steers a terminal."""
    return " ".join(_clean(text).splitlines()).replace("\t", " ")


def _clean(text: str) -> str:
    """Return the text without what steers a terminal; nothing printable does."""
    if text.isprintable():
        return text
    from overmorrow.cards.text import clean

    return clean(text)


def _cleaned(value: object) -> object:
    if isinstance(value, str):
        return _clean(value)
    if isinstance(value, Mapping):
        return {_clean(str(key)): _cleaned(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_cleaned(part) for part in value]
    return value
