"""Every form in which an answer counts: itself, its aliases, a gloss in parentheses taken apart."""

from functools import lru_cache

from overmorrow.grading.formulas import looks_like_code
from overmorrow.grading.hangul import HANGUL
from overmorrow.grading.normalise import canonical
from overmorrow.grading.patterns import lazy

_GLOSS = lazy(r"^([^()]{2,}?)\s?\(([^()]{2,})\)$")
_MOST_FORMS = 60


@lru_cache(maxsize=512)
def accepted_forms(accepted: tuple[str, ...]) -> tuple[str, ...]:
    """Return every accepted answer in canonical form; A(B) also counts as A and as B."""
    forms: dict[str, None] = {}
    for answer in accepted[:_MOST_FORMS]:
        text = canonical(answer)
        forms[text] = None
        forms.update(dict.fromkeys(gloss_parts(text)))
    forms.pop("", None)
    return tuple(forms)


def gloss_parts(text: str) -> tuple[str, ...]:
    """Return A and B for "A (B)" or "A(B)"; nothing for f(x) and other code."""
    match = _GLOSS.match(text)
    if not match:
        return ()
    outside, inside = match[1].strip(), match[2].strip()
    if (text.isascii() and " " not in text) or looks_like_code(f"{outside} {inside}"):
        return ()
    return outside, inside


def is_translation(inside: str, outside: str) -> bool:
    """Whether a gloss is in another script than the word before it, or in several words."""
    return bool(HANGUL.search(inside)) != bool(HANGUL.search(outside)) or " " in inside
