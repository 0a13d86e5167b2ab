"""The colours that can be chosen, and which are used."""

import os

from textual.theme import BUILTIN_THEMES

_ANSI_THEME = "ansi-dark"
_THEME = "textual-dark"


def theme_names() -> tuple[str, ...]:
    """Return the names of all themes: the usual ones first, then by the alphabet."""
    first = (_THEME, "textual-light", _ANSI_THEME, "ansi-light")
    known = [name for name in first if name in BUILTIN_THEMES]
    return (*known, *sorted(set(BUILTIN_THEMES) - set(known)))


def theme_name(wanted: str) -> str:
    """Return the theme to use: the wanted one if there is such, else one for the terminal."""
    if wanted in BUILTIN_THEMES:
        return wanted
    many_colours = os.environ.get("COLORTERM") or "256" in os.environ.get("TERM", "")
    return _THEME if many_colours or os.name == "nt" else _ANSI_THEME
