"""The lines `#key:value` that Anki writes at the top of a text export."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from overmorrow.exchange.table_rows import NAMES

_LINE = re.compile(
    r'["\ufeff]?#\s?(separator|html|tags|columns|notetype|deck|guid|if matches|match scope'
    r"|(?:notetype|deck|tags|guid) column):(.*)$",
    re.IGNORECASE,
)
_OLD_TAGS = re.compile(r"tags:(.*)$")


@dataclass(slots=True, kw_only=True)
class AnkiHeaders:
    """What the top of a file says about the rest."""

    values: dict[str, str] = field(default_factory=dict)
    next_line: int = 0
    """Where the rows begin, counted from 0."""

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self.values)

    @property
    def separator(self) -> str:
        """The sign between cells; empty if it is not said."""
        word = self.values.get("separator", "")
        return NAMES.get(word.lower(), word[:1])

    @property
    def is_html(self) -> bool | None:
        """Whether cells are HTML; None if it is not said."""
        word = self.values.get("html", "").lower()
        return word == "true" if word else None

    @property
    def tags(self) -> tuple[str, ...]:
        """Tags of every note."""
        return tuple(self.values.get("tags", "").split())

    def column(self, name: str) -> int | None:
        """Return the column of `guid`, `deck`, `tags` or `notetype`, counted from 0."""
        word = self.values.get(f"{name} column", "")
        return (
            int(word) - 1 if word.isascii() and word.isdecimal() and 0 < int(word) < 999 else None
        )


def read_headers(lines: Sequence[str]) -> AnkiHeaders:
    """Return what the first lines say; only those before the first row count."""
    headers = AnkiHeaders()
    for line in lines:
        found = _LINE.match(line)
        old = _OLD_TAGS.match(line) if headers.next_line == 0 else None
        if found:
            value = found[2].strip("\r\n")
            key = found[1].lower()
            headers.values[key] = value if key == "separator" and value == "\t" else _bare(value)
        elif old:
            headers.values["tags"] = old[1].strip()
        else:
            break
        headers.next_line += 1
    return headers


def _bare(value: str) -> str:
    text = value.strip(" ")
    quoted = len(text) > 1 and text[0] == text[-1] == '"'
    return text[1:-1].replace('""', '"') if quoted else text.rstrip('"')
