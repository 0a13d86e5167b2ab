"""Keys while a note is changed or added."""

from overmorrow.tui.key_tables.command import Command, command
from overmorrow.tui.places import Place

_EDITS = (Place.EDIT, Place.EDIT_KIND)
_ADDS = (Place.ADD, Place.ADD_KIND)
_FORMS = (*_EDITS, *_ADDS)
_KINDS = (Place.EDIT_KIND, Place.ADD_KIND)
_LISTS = (Place.EDIT_EARLIER, Place.EDIT_CHANGED)

TABLE: tuple[Command, ...] = (
    command("save_note", "ctrl+s", _FORMS),
    command("next_box(1)", "tab down", _FORMS, shown="Tab ↑ ↓", message="next_box"),
    command("next_box(-1)", "shift+tab up", _FORMS, shown="Tab ↑ ↓", message="next_box"),
    command("change_kind(1)", "right space", _KINDS, shown="← →", message="change_kind"),
    command("change_kind(-1)", "left", _KINDS, shown="← →", message="change_kind"),
    command("next_box(1)", "enter", _KINDS, message="next_box"),
    command("try_answer", "ctrl+t", _EDITS),
    command("earlier", "f4", _EDITS),
    command("as_saved", "f9", _EDITS),
    command("undo_added", "f9", _ADDS),
    command("leave_form", "escape f2", _FORMS),
    command("take_text", "enter", [Place.EDIT_EARLIER]),
    command("move_text(-1)", "up", _LISTS, shown="↑ ↓", message="move_text"),
    command("move_text(1)", "down", _LISTS, shown="↑ ↓", message="move_text"),
    command("differences", "", [Place.EDIT_CHANGED], "d"),
    command("take_over", "f5", [Place.EDIT_CHANGED], "r"),
    command("leave_texts", "escape backspace", [Place.EDIT_EARLIER]),
    command("leave_texts", "escape enter backspace", [Place.EDIT_CHANGED], shown="Esc  Enter"),
)
