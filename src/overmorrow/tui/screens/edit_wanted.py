"""What any page posts when the learner wants to change the card in front of them."""

from textual.message import Message


class EditWanted(Message):
    """Asks for the edit screen; the page stays below and is drawn anew afterwards."""

    def __init__(self, card_id: int, part: str = "") -> None:
        """Say what to change.

        Args:
            card_id: Any card of the note.
            part: The part to begin with, such as `hint`; empty for the first.
        """
        super().__init__()
        self.card_id = card_id
        self.part = part
