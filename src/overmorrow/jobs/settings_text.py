"""The text of settings.toml with one setting changed, and not a sign of the rest."""

import re
import tomllib
from collections.abc import Iterator
from itertools import islice

from overmorrow.errors import SettingsError
from overmorrow.settings import Value, as_written

_TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)
_MOST_TABLES = 20
_VALUE = r"""(?:"(?:[^"\\\r\n]|\\.)*"|'[^'\r\n]*'|[^#\r\n]*?)"""
_END = r"(?=[ \t]*(?:#[^\r\n]*)?\r?$)"


def with_setting(text: str, key: str, value: Value, path: str) -> str:
    """Return the text with one setting changed; comments, order and other lines stay.

    A setting that has no line yet gets one after the others.

    Args:
        text: What the file says now.
        key: The setting.
        value: What it is to be.
        path: The file, for what is said about it.

    Raises:
        SettingsError: The text is not TOML, or says the setting in a way that
            cannot be changed line by line.
    """
    wanted = {**_table(text, path), key: value}
    written = f"{key} = {as_written(value)}"
    for changed in (*_rewritten(text, key, as_written(value)), *_added(text, written)):
        try:
            table = tomllib.loads(changed)
        except tomllib.TOMLDecodeError:
            continue
        if table == wanted and type(table[key]) is type(value):
            return changed
    raise SettingsError("errors.setting_not_written", path=path, key=key)


def _table(text: str, path: str) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise SettingsError("errors.settings_not_toml", path=path, detail=str(error)) from error


def _rewritten(text: str, key: str, written: str) -> list[str]:
    """Return the text with each of the lines changed that may be the setting's."""
    name = re.escape(key)
    equals = rf"""^([ \t]*(?:{name}|"{name}"|'{name}')[ \t]*=[ \t]*)"""
    line = re.compile(equals + _VALUE + _END, re.MULTILINE)
    return [text[: found.end(1)] + written + text[found.end() :] for found in line.finditer(text)]


def _added(text: str, line: str) -> Iterator[str]:
    """Yield the text with a line before what may be the first table, or else at its end.

    What looks like a table may be text of several lines.
    """
    for found in islice(_TABLE.finditer(text), _MOST_TABLES):
        yield _with_line(text, found.start(), line)
    yield _with_line(text, len(text), line)


def _with_line(text: str, at: int, line: str) -> str:
    """Return the text with a line of its own at a place."""
    ending = "\r\n" if "\r\n" in text else "\n"
    before = text[:at]
    if before and not before.endswith("\n"):
        before += ending
    return before + line + ending + text[at:]
