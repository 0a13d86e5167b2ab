"""What the first screen asks for when decks are exported or brought back."""

from textual.message import Message


class ExportWanted(Message):
    """Posted when the learner wants a deck written to a file."""

    def __init__(self, deck: str | None) -> None:
        """Say which, with those below it; None for all."""
        super().__init__()
        self.deck = deck


class MergeWanted(Message):
    """Posted when the learner wants another machine's collection taken in."""


class RemovedWanted(Message):
    """Posted when the learner wants to see the decks that were removed."""
