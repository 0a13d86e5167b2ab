"""How a table in plain text is made: what the learner says, and what was found out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from overmorrow.exchange.table_columns import Columns

_SINGLE = ("prompt", "answer", "tags", "deck", "guid", "hint", "also", "remark")
"""Roles that one column can have; `choice` and `extra` are for any number."""


ROLES = ("prompt", "answer", "tags", "hint", "also", "remark", "deck", "choice", "extra")
"""What a learner may say that a column is for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableChoices:
    """What the learner says about a table; the rest is found out."""

    separator: str = ""
    """A sign, or a name such as `tab`."""
    headings: bool | None = None
    """Whether the first row names the columns."""
    columns: tuple[str, ...] = ()
    """What each column is for, as in `TableLook`; empty, or of another width, to find that out."""


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


def as_told(columns: Columns, roles: Sequence[str], labels: Sequence[str]) -> Columns:
    """Return the columns with the roles that the learner gives them.

    Args:
        columns: As they were found; so they stay where the roles do not fit them.
        roles: What each of them is for.
        labels: Their headings, as far as they have any.
    """
    first: dict[str, int] = {}
    for at, role in enumerate(roles):
        first.setdefault(role, at)
    if len(roles) != columns.width or "prompt" not in first or "answer" not in first:
        return columns
    choices = tuple(at for at, role in enumerate(roles) if role == "choice")
    taken = {*choices, *(at for role, at in first.items() if role in _SINGLE)}
    return replace(
        columns,
        prompt=first["prompt"],
        answer=first["answer"],
        tags=first.get("tags"),
        deck=first.get("deck"),
        guid=first.get("guid"),
        hint=first.get("hint"),
        also=first.get("also"),
        remark=first.get("remark"),
        choices=choices,
        others=tuple(
            (labels[at].strip() if at < len(labels) else "", at)
            for at in range(columns.width)
            if at not in taken
        ),
    )
