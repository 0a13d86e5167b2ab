"""What any page posts when the learner wants to change a card's tags, deck or day."""

from textual.message import Message


class CardMenuWanted(Message):
    """Asks for the menu of one card; the page stays below and is drawn anew afterwards."""

    def __init__(self, card_id: int) -> None:
        """Name the card."""
        super().__init__()
        self.card_id = card_id
