"""A screen that lets the learner choose an article's file."""

import os

from textual.widgets import Input

from overmorrow.jobs.choosing_files import ARTICLE_ENDINGS, typed_path
from overmorrow.tui.generating import Generating
from overmorrow.tui.manner import Manner
from overmorrow.tui.name_list import NameList
from overmorrow.tui.pace import RepeatGuard
from overmorrow.tui.places import Place
from overmorrow.tui.screens.completing_path import CompletingPath
from overmorrow.tui.screens.reading_article import ReadingArticle
from overmorrow.tui.widgets.path_box import PathBox

_LONGEST_PATH = 4096
_LONGEST_NAME = 255


class ChoosingArticle(ReadingArticle, CompletingPath):
    """Has a box for a file's name, whose completions are listed below it."""

    def __init__(self, generating: Generating, manner: Manner) -> None:
        """Begin without a name.

        Args:
            generating: Reads.
            manner: Language, keys and looks.
        """
        super().__init__(generating, manner)
        self.names = NameList(manner.say, ARTICLE_ENDINGS)
        self.path_box = PathBox()
        self.put_hint(self.path_box, "generate_screen.file_placeholder")
        self.guard = RepeatGuard()
        self._before = Place.GENERATE_TEXT
        """Where Esc leads from the box."""

    def go_to(self, place: Place) -> None:
        """Draw another place, and give the keyboard to its box if it has one."""
        raise NotImplementedError

    def allows_enter(self) -> bool:
        """Return whether an Enter is more than the repeat of a held key."""
        return self.guard.allows("enter", self.manner.now_ms())

    def action_open_file(self) -> None:
        """Ask for a file."""
        self._before = self.place
        self.path_box.write("")
        self.names.set_recent(())
        self.go_to(Place.GENERATE_PATH)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Offer what the file's name could become."""
        if event.input is self.path_box and self.names.follow(event.value):
            self.tell("")
            self.draw()

    def action_read_article(self) -> None:
        """Read the named file; a folder is opened instead."""
        path = typed_path(self.path_box.value)
        if not self.allows_enter():
            return
        if not path:
            self.tell(self.manner.say("import_screen.name_a_file"))
        elif os.path.isdir(path):
            self.take_path(self.names.enter(self.path_box.value))
        else:
            self.open(path)

    def has_opened(self) -> None:
        """Show the article of a file."""
        self.go_to(Place.GENERATE_ABOUT)

    def action_leave_path(self) -> None:
        """Go back without a file."""
        self.stop_reading()
        self.go_to(self._before)


def is_path(text: str) -> bool:
    """Return whether a text is the name of a file and nothing else."""
    line = text.strip()
    if "\n" in line or not line or len(line) > _LONGEST_PATH:
        return False
    path = typed_path(line)
    return os.path.isfile(path) or (
        " " not in line and len(line) <= _LONGEST_NAME and _has_ending(path)
    )


def _has_ending(path: str) -> bool:
    return ARTICLE_ENDINGS.fullmatch(os.path.splitext(path)[1]) is not None
