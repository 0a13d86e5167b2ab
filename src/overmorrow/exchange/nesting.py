"""How deep files may nest: what goes deeper was made to do harm."""

import re
import tomllib
from typing import Any

from overmorrow.cards.text import clean
from overmorrow.errors import FileError

DEEPEST = 100
"""Levels."""
_LONG_KEY = re.compile(
    rf"(?<![\w\"'-])(?:[\w\"'-]++[ \t]*+\.[ \t]*+){{{DEEPEST}}}"  # a key of TOML, `a.b.c`
)


def too_deep(most: int = DEEPEST) -> FileError:
    """Return what is said of a file that nests deeper than so many levels."""
    return FileError("exchange.too_deep", most=most)


def read_toml(text: str, file_name: str) -> dict[str, Any]:
    """Return what a TOML text of anybody's says.

    Raises:
        FileError: It is no TOML, nests too deeply, or has a number beyond all bounds.
    """
    if _LONG_KEY.search(text):  # each of its parts would cost as much as all before it
        raise too_deep()
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise too_deep() from None
    except ValueError as error:
        reason = clean(str(error)).partition(";")[0][:120]
        raise FileError("exchange.bad_toml", name=file_name, reason=reason) from None
