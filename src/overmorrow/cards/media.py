"""A picture or sound that notes refer to by its name."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaFile:
    """A file that came with a deck."""

    name: str
    """A plain file name."""
    size: int
    """Bytes."""
    open: Callable[[], BinaryIO]
    """Opens what it holds, to be read once."""
    sha1: str = ""
    """Hexadecimal, where it is known without reading it."""
