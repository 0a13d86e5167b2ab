"""One item of a list answer."""

from typing import NamedTuple


class ListItem(NamedTuple):
    """What an item is called, and what else it may be called."""

    text: str
    aliases: tuple[str, ...] = ()
    """Other names that count in full, such as 광동성 for 광둥성."""
