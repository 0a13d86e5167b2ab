"""Changing and adding notes, each time on a connection of its own, fit for any thread."""

from typing import TYPE_CHECKING, NamedTuple

from overmorrow.cards.note import Note
from overmorrow.clock import Moment, local_time
from overmorrow.tui.connection import connection
from overmorrow.tui.options import TuiOptions

if TYPE_CHECKING:
    from overmorrow.jobs.add_note import AddedNote
    from overmorrow.jobs.edit_note import EditedNote
    from overmorrow.jobs.edit_parts import Editable
    from overmorrow.jobs.note_changes import Edit
    from overmorrow.jobs.offers import Like
    from overmorrow.jobs.planned import FilePlan


class Earlier(NamedTuple):
    """A text that a note had."""

    day: str
    """When it was changed, by the learner's calendar."""
    note: Note


class Editing:
    """The jobs of an edit; every call opens the collection for itself."""

    def __init__(self, options: TuiOptions) -> None:
        """Remember which collection.

        Args:
            options: Where it is, and how it is opened.
        """
        self._options = options

    def open(self, card_id: int) -> "Editable":
        """Return the note of a card, ready to be changed.

        Raises:
            OvermorrowError: There is no such card.
        """
        from overmorrow.jobs.edit_parts import editable

        with connection(self._options) as database:
            return editable(database, card_id)

    def earlier(self, of: "Editable") -> list[Earlier]:
        """Return the other texts a note has had, the newest first."""
        from overmorrow.jobs.edit_parts import earlier

        offset_min = self._options.clock().utc_offset_min
        with connection(self._options) as database:
            found = earlier(database, of)
        return [
            Earlier(local_time(Moment(text.wall_ms, offset_min))[:10], text.note) for text in found
        ]

    def save(self, card_id: int, edit: "Edit") -> "EditedNote":
        """Change the note of a card, and its deck's file.

        Raises:
            OvermorrowError: It could not be; nothing was changed.
        """
        from overmorrow.jobs.edit_note import edit_note

        with connection(self._options) as database:
            return edit_note(database, card_id, edit, self._options.clock())

    def file_plan(self, path: str) -> "FilePlan":
        """Return what a deck's file says now, compared with the collection.

        Raises:
            OvermorrowError: It cannot be read.
        """
        from overmorrow.jobs.import_plan import plan_file

        with connection(self._options) as database:
            return plan_file(database, path)

    def take_over(self, path: str) -> None:
        """Take over what a deck's file says now, as one step that can be taken back.

        Raises:
            OvermorrowError: It could not be; nothing was changed.
        """
        from overmorrow.jobs.import_deck import apply_files
        from overmorrow.jobs.import_plan import plan_file

        with connection(self._options) as database:
            apply_files(database, [plan_file(database, path)], self._options.clock())

    def add(self, deck: str, parts: "Edit") -> "AddedNote":
        """Add a note to a deck, and to its file.

        Raises:
            OvermorrowError: It could not be; nothing was changed.
        """
        from overmorrow.jobs.add_note import add_note

        with connection(self._options) as database:
            return add_note(database, deck, parts, self._options.clock())

    def like(self, prompt: str, answer: str) -> "Like | None":
        """Return the card that is there already and asks much the same."""
        from overmorrow.jobs.alike import like_prompt

        with connection(self._options) as database:
            return like_prompt(database, prompt, answer)

    def take_back(self) -> bool:
        """Take the newest edit or added note back; say whether there was one.

        Raises:
            OvermorrowError: Its file cannot be written; nothing was changed.
        """
        from overmorrow.jobs.taking_back import take_edit_only_back

        with connection(self._options) as database:
            return take_edit_only_back(database, self._options.clock)
