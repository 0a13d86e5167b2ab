"""The names that the file being written could have, and which of them is taken."""

import os
import re
from collections.abc import Sequence

from overmorrow.cards.text import clean
from overmorrow.jobs.choosing_files import (
    DECK_ENDINGS,
    PathOffer,
    common_start,
    completions,
    short_folder,
)
from overmorrow.messages import Messages
from overmorrow.tui.import_path_rows import Section


class NameList:
    """Follows what is written in the box; a name taken from it leaves the list as it is."""

    def __init__(self, say: Messages, endings: re.Pattern[str] = DECK_ENDINGS) -> None:
        """Begin without a name.

        Args:
            say: The learner's language.
            endings: Which files go before others.
        """
        self._say = say
        self._endings = endings
        self._recent: Sequence[str] = ()
        self._taken = ""
        self.sections: list[Section] = []
        self.chosen: int | None = None

    @property
    def offers(self) -> list[PathOffer]:
        """All names, whatever heading they stand under."""
        return [offer for section in self.sections for offer in section.offers]

    def set_recent(self, folders: Sequence[str]) -> None:
        """Offer these folders while nothing is written."""
        self._recent = folders
        self._list("")

    def follow(self, written: str) -> bool:
        """List what the box's text could become; say whether the list is another now."""
        if written == self._taken:
            return False
        self._taken = ""
        self._list(written)
        return True

    def _list(self, written: str) -> None:
        self.chosen = None
        offers = completions(written, self._endings)
        if written.strip():
            self.sections = [Section("", offers)]
            return
        here = _here()
        recent = [
            PathOffer(short, short, is_folder=True)
            for short in map(short_folder, self._recent)
            if short != here
        ]
        self.sections = [
            Section(self._say("import_screen.recent"), recent),
            Section(self._say("import_screen.here", folder=clean(here)), offers),
        ]

    def longer(self, written: str) -> str:
        """Return how the text surely goes on; empty if that is not clear."""
        if self.chosen is not None or not written.strip() or not self.offers:
            return ""
        longer = clean(common_start(written, self.offers))
        return longer if longer != written else ""

    def move(self, step: int) -> str:
        """Take the next name, or the one before, and return its path."""
        offers = self.offers
        if not offers:
            return ""
        start = -1 if step > 0 else 0
        return self.take(((start if self.chosen is None else self.chosen) + step) % len(offers))

    def take(self, at: int) -> str:
        """Take one of the names, counted from 0, and return its path."""
        self.chosen = at
        self._taken = clean(self.offers[at].path)
        return self._taken

    def enter(self, written: str) -> str:
        """Open the folder that is written and return its path with a slash."""
        folder = written.rstrip(os.sep) + os.sep
        self._taken = folder
        self._list(folder)
        return folder


def _here() -> str:
    """Return the folder the program was started in; it may be gone by now."""
    try:
        return short_folder(os.getcwd())
    except OSError:
        return "?"
