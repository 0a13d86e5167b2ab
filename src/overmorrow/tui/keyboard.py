"""Which letters the keyboard sends, and what the footer names first because of it.

A Korean input method may hold a letter back until the next key, so while it is
on, keys that every layout sends at once are better ones.
"""

from collections.abc import Sequence

from overmorrow.tui.footers import Offer
from overmorrow.tui.keys import commands_at
from overmorrow.tui.places import Place


class Keyboard:
    """Remembers whether the last letter was Hangul."""

    def __init__(self) -> None:
        """Begin with Latin letters."""
        self.types_hangul = False

    def note(self, character: str | None) -> bool:
        """Look at what a key sent; return whether the layout is another one now."""
        before = self.types_hangul
        if character and ("ㄱ" <= character <= "ㅣ" or "가" <= character <= "힣"):
            self.types_hangul = True
        elif character and character.isascii() and character.isalpha():
            self.types_hangul = False
        return self.types_hangul is not before


def hangul_first(offers: Sequence[Offer], place: Place) -> list[Offer]:
    """Return the offers with F-keys for letters, those that any layout sends before the others.

    The last one stays where it is, for it is what a narrow footer keeps.
    """
    f_keys = {
        command.letter: key.upper()
        for command in commands_at(place)
        if command.letter
        for key in command.keys
        if key[0] == "f" and key[1:].isdecimal()
    }
    named = [offer._replace(key=f_keys.get(offer.key, offer.key)) for offer in offers]
    return sorted(named[:-1], key=lambda offer: _is_letter(offer.key)) + named[-1:]


def _is_letter(key: str) -> bool:
    return len(key) == 1 and key.isalpha()
