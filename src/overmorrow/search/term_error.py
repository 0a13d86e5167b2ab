"""What is wrong with one term, before it is known where it stands."""


class TermError(Exception):
    """A term that is not understood: the message and its values."""

    def __init__(self, key: str, /, **values: object) -> None:
        """Name the message and what goes into it."""
        super().__init__(key, values)
        self.key = key
        self.values = values
