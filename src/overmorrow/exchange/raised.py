"""Raised and lowered text, in signs that a terminal has."""

_DIGITS = "0123456789+-=()"
_RAISED = str.maketrans(f"{_DIGITS}−ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾⁻ⁿⁱ")
_LOWERED = str.maketrans(f"{_DIGITS}−", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎₋")
_WORD_ENDS = frozenset((
    "st", "nd", "rd", "th", "er", "re", "e", "ème", "ère", "o", "a", "os", "as", "tm", "me", "lle",
    "®", "™", "©", "º", "ª",
))  # fmt: skip


def raised(text: str) -> str:
    """Return an exponent as `²` where there are such signs, else as `^x` or `^(x)`."""
    if text.lower() in _WORD_ENDS or text.startswith("["):
        return text
    return _turned(text, _RAISED, "^")


def lowered(text: str) -> str:
    """Return an index as `₂` where there are such signs, else as `_x` or `_(x)`."""
    return _turned(text, _LOWERED, "_")


def _turned(text: str, signs: dict[int, int], mark: str) -> str:
    if all(ord(sign) in signs for sign in text):
        return text.translate(signs)
    return f"{mark}{text}" if len(text) == 1 else f"{mark}({text})"
