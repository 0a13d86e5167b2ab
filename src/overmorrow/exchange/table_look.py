"""How a table in plain text is made: what the learner says, and what was found out."""

from dataclasses import dataclass

from overmorrow.exchange.table_columns import Columns


@dataclass(frozen=True, slots=True, kw_only=True)
class TableChoices:
    """What the learner says about a table; the rest is found out."""

    separator: str = ""
    """A sign, or a name such as `tab`."""
    headings: bool | None = None
    """Whether the first row names the columns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableLook:
    """How a table was understood."""

    separator: str = ""
    has_headings: bool = False
    columns: tuple[str, ...] = ()
    """What each column is for: `prompt`, `answer`, `tags`, …, or `extra`."""
    is_anki: bool = False
    """Whether it begins with the lines that Anki's text exports begin with."""


def roles_of(columns: Columns) -> tuple[str, ...]:
    """Return what each column is for."""
    roles = ["extra"] * columns.width
    named = {
        name: getattr(columns, name)
        for name in ("tags", "deck", "guid", "hint", "also", "remark", "answer", "prompt")
    }
    for name, at in (*(("choice", at) for at in columns.choices), *named.items()):
        if at is not None and at < columns.width:
            roles[at] = name
    return tuple(roles)
