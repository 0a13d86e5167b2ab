"""A screen that reads files and lets the learner name the deck they go into."""

from overmorrow.tui.import_choices import with_deck
from overmorrow.tui.imports import Imports
from overmorrow.tui.manner import Manner
from overmorrow.tui.pace import RepeatGuard
from overmorrow.tui.screens.reading_files import ReadingFiles
from overmorrow.tui.widgets.deck_box import DeckBox


class NamingDeck(ReadingFiles):
    """Has a box for a deck's name, which takes the keyboard while it is open."""

    def __init__(self, imports: Imports, manner: Manner) -> None:
        """Begin without a name; every file says itself where its cards go.

        Args:
            imports: Reads.
            manner: Language, keys and looks.
        """
        super().__init__(imports, manner)
        self._guard = RepeatGuard()
        self._deck_box = DeckBox()
        self.put_hint(self._deck_box, "import_screen.deck_placeholder")
        self._is_naming = False

    def action_edit_deck(self) -> None:
        """Open the box with the name that was chosen before."""
        if not self.plans:
            self.tell(self.manner.say("import_screen.not_for_this"))
            return
        self.is_eager = False
        self._is_naming = True
        self._deck_box.write(self.wanted.deck)
        self.draw()
        self.set_focus(self._deck_box)
        if len(self.paths) > 1:
            self.tell(self.manner.say("import_screen.deck_of_all", n=len(self.paths)))

    def action_take_deck(self) -> None:
        """Read the files for the named deck; without a name they say themselves."""
        if not self._guard.allows("enter", self.manner.now_ms()):
            return
        choices = with_deck(self.wanted, self._deck_box.value)
        self.action_leave_deck()
        if choices != self.wanted:
            self.read(choices)

    def action_leave_deck(self) -> None:
        """Close the box and leave the deck as it was."""
        self._is_naming = False
        self.set_focus(None)
        self.draw()
