"""Edit a card in lines: each part is told and may be written anew."""

from overmorrow.cards.deck_words import join_bars, join_tags, split_bars, split_tags
from overmorrow.cards.note import Note
from overmorrow.jobs.deck_files import FileState
from overmorrow.jobs.edit_note import EditedNote, edit_note, known_note
from overmorrow.jobs.note_changes import Edit
from overmorrow.plain.talk import LEAVE, SAVE, Talk

EMPTY = "-"
"""What is written to leave a part empty."""


class EditDialogue(Talk):
    """One note, asked about part by part."""

    def run(self, card_id: int) -> bool:
        """Ask for each part of a card's note and save what was written.

        Returns:
            Whether anything was changed.

        Raises:
            EOFError: The input ended; nothing was changed.
            OvermorrowError: There is no such card, or it cannot be changed so.
        """
        note = known_note(self._database, card_id).before
        self._tell("plain_edit.how")
        edit = self._asked(note)
        if edit is None or edit.is_empty:
            self._tell("editing.nothing_changed")
            return False
        done = edit_note(self._database, card_id, edit, self._clock())
        self._tell_done(done)
        return done.batch_id is not None

    def _asked(self, note: Note) -> Edit | None:
        """Return what the learner writes; None when the edit is left."""
        aliases = [alias for face in note.faces for alias in face.aliases] or note.aliases
        parts = {
            "prompt": note.prompt,
            "answer": note.answer,
            "also": join_bars(aliases),
            "hint": note.hint,
            "note": note.remark,
            "tags": join_tags(note.tags),
        }
        if note.is_cloze:
            del parts["answer"]
        written: dict[str, str] = {}
        for name, part in parts.items():
            text, command = self._written(name, part)
            if command == LEAVE:
                return None
            if command == SAVE:
                break
            if text:
                written[name] = "" if text == EMPTY else text
        also, tags = written.get("also"), written.get("tags")
        return Edit(
            prompt=written.get("prompt"),
            answer=written.get("answer"),
            also=None if also is None else split_bars(also),
            hint=written.get("hint"),
            remark=written.get("note"),
            tags=None if tags is None else split_tags(tags),
        )

    def _tell_done(self, done: EditedNote) -> None:
        if done.batch_id is None:
            self._tell("editing.nothing_changed")
            return
        self._tell("editing.saved", prompt=done.after.prompt)
        if done.file is not FileState.NONE:
            self._tell(f"editing.file_{done.file.value}", path=done.path, line=done.line)
