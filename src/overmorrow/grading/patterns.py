"""Regular expressions that are compiled when they are first used.

Grading knows over a hundred; a single answer needs a few of them, and compiling
all of them would be half of what importing grading takes.
"""

import re
from typing import cast

_METHODS = ("match", "search", "fullmatch", "sub", "split", "findall", "finditer")


class _Lazy:
    """Stands for a pattern and becomes it at the first call of one of its methods."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._source = pattern, flags

    def __getattr__(self, name: str) -> object:
        """Compile, and keep the pattern's methods as this object's own."""
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(*self._source)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return the pattern, to be compiled at its first use."""
    return cast("re.Pattern[str]", _Lazy(pattern, flags))
