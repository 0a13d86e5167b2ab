"""A screen on which a file's name is written: completed by Tab, or taken from a list."""

from overmorrow.tui.name_list import NameList
from overmorrow.tui.screens.page import Page
from overmorrow.tui.widgets.path_box import PathBox


class CompletingPath(Page):
    """Has a box for a file's name, and the names that it could become."""

    names: NameList
    path_box: PathBox

    def action_complete(self) -> None:
        """Write on as far as it is clear, or else take the next name."""
        longer = self.names.longer(self.path_box.value)
        if longer:
            self.path_box.write(longer)
        elif not self.names.offers:
            self.tell(self.manner.say("import_screen.no_offer"))
        else:
            self.action_move_offer(1)

    def action_move_offer(self, step: int) -> None:
        """Take the next name of the list, or the one before."""
        name = self.names.move(step)
        if name:
            self.take_path(name)

    def take_path(self, path: str) -> None:
        """Write a name into the box, in place of what stood there."""
        self.path_box.write(path)
        self.draw()
