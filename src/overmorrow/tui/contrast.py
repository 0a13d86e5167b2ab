"""Colours of text that can be read on every theme.

Themes choose their colours for looks: several print grey, green or blue words
too faint to read for an hour. Each of our roles takes the theme's colour, mixed
with as much of black or white as it needs.

Source:
    Contrast as WCAG 2.2 defines it; 4.5:1 is its level AA for text.
"""

from collections.abc import Mapping, Sequence

from textual.color import BLACK, WHITE, Color, ColorParseError

LEAST_CONTRAST = 4.5
ROLES = {
    "readable-muted": "foreground-muted",
    "readable-accent": "primary",
    "readable-good": "text-success",
    "readable-near": "text-warning",
    "readable-bad": "text-error",
}
"""Our roles, and the theme's variable that each goes by."""
_BACKGROUNDS = ("background", "surface")
_STEPS = 20


def readable_roles(variables: Mapping[str, str]) -> dict[str, str]:
    """Return the colours of our roles.

    Args:
        variables: The theme's. Where they are the terminal's own colours, which
            nobody here knows, they stay as they are.
    """
    if any(variables[name].startswith("ansi_") for name in _BACKGROUNDS):
        return {role: variables[name] for role, name in ROLES.items()}
    backgrounds = [Color.parse(variables[name]) for name in _BACKGROUNDS]
    return {role: _readable(variables[name], backgrounds) for role, name in ROLES.items()}


def _readable(written: str, backgrounds: Sequence[Color]) -> str:
    try:
        colour = Color.parse(written)
    except ColorParseError:
        return written
    colour = backgrounds[0].blend(colour, colour.a, alpha=1)
    farthest = max((BLACK, WHITE), key=lambda end: min(contrast(end, on) for on in backgrounds))
    for step in range(_STEPS + 1):
        mixed = colour.blend(farthest, step / _STEPS, alpha=1)
        if min(contrast(mixed, on) for on in backgrounds) >= LEAST_CONTRAST:
            break
    return mixed.hex


def contrast(one: Color, other: Color) -> float:
    """Return how far apart two colours are in brightness, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Color) -> float:
    red, green, blue = (_linear(part / 255) for part in colour.rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
