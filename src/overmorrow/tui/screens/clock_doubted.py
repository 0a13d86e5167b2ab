"""What any page posts when the clock went back by days."""

from textual.message import Message


class ClockDoubted(Message):
    """Asks whether the clock is right; the next key answers."""
