"""The box in which a search is written."""

from overmorrow.tui.widgets.line_box import LineBox


class SearchBox(LineBox):
    """One line of the search language; what was searched before is a key away."""

    def __init__(self, recalled: list[str]) -> None:
        """Make an empty box.

        Args:
            recalled: What was searched before, the newest last; it is added to.
        """
        super().__init__("search")
        self._recalled = recalled
        self._at = 0
        """How far back the box is in what was searched before."""
        self._draft = ""

    def remember(self) -> None:
        """Keep what is searched, to be recalled."""
        text = self.value.strip()
        if text:
            if text in self._recalled:
                self._recalled.remove(text)
            self._recalled.append(text)
        self._at = 0

    def recall(self, step: int) -> bool:
        """Write an earlier search, or a later one; say whether there was one.

        Args:
            step: -1 for the one before, 1 for the one after.
        """
        at = self._at - step
        if not 0 <= at <= len(self._recalled):
            return False
        if self._at == 0:
            self._draft = self.value
        self._at = at
        self.write(self._recalled[-at] if at else self._draft)
        return True
