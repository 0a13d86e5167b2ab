"""Finds the names of the pictures and sounds that a note's fields refer to."""

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote

_REFERENCES = re.compile(
    r"""\bsrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))|\[sound:([^\]]*)\]|url\(["']?([^"')]+)""",
    re.IGNORECASE,
)


NAMED_BY_NONE = ("_", "latex-")
"""So begin the names of files that templates use, or that Anki made of formulas."""


def media_names(field: str) -> Iterator[str]:
    """Yield each name as it is written, and as it may be meant."""
    if "<" not in field and "[" not in field:
        return
    for found in _REFERENCES.finditer(field):
        name = next(filter(None, found.groups()), "")
        yield name
        yield unescape(name)
        yield unquote(unescape(name))
