"""What any screen posts to have cards looked for."""

from textual.message import Message

_SPECIAL = '\\"*_'
"""What means something else inside quotation marks unless a backslash stands before it."""


class BrowseWanted(Message):
    """Posted when the learner wants to see the cards that a search finds."""

    def __init__(self, text: str = "", *, is_draft: bool = False) -> None:
        """Say which.

        Args:
            text: The search as it would be typed, such as `is:due`; empty finds all cards.
            is_draft: Whether the learner goes on writing it.
        """
        super().__init__()
        self.text = text
        self.is_draft = is_draft


def deck_search(deck: str | None) -> str:
    """Return the search for a deck's cards, ready to be gone on with; empty for all decks."""
    if deck is None:
        return ""
    escaped = "".join(f"\\{letter}" if letter in _SPECIAL else letter for letter in deck)
    return f'deck:"{escaped}" '
