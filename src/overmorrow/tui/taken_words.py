"""What an undo took back, or a redo did again, as the status row says it."""

from dataclasses import replace

from overmorrow.jobs.taken_back import TakenBack, words_of
from overmorrow.messages import Messages
from overmorrow.tui import cells
from overmorrow.tui.import_rows import shown

_NAME_CELLS = 40


def undone_words(taken: TakenBack, say: Messages) -> str:
    """Return that a step was taken back, and which."""
    return say("undo.undone", what=_what(taken, say))


def redone_words(taken: TakenBack, say: Messages) -> str:
    """Return that a step was done again, and which."""
    return say("undo.redone", what=_what(taken, say))


def no_redo_words(taken: TakenBack | None, say: Messages) -> str:
    """Return that nothing can be done again.

    Args:
        taken: What was taken back last, if only the learner can do it anew.
        say: The learner's language.
    """
    if taken is None:
        return say("undo.nothing_to_redo")
    return say("undo.only_by_hand", what=_what(taken, say))


def _what(taken: TakenBack, say: Messages) -> str:
    name = cells.cut(shown(taken.name), _NAME_CELLS)
    return words_of(replace(taken, name=name, text=shown(taken.text)), say)
