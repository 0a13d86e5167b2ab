"""What is handed to those who write files: notes with where their cards stand."""

from collections.abc import Iterable, Iterator
from hashlib import sha1
from typing import NamedTuple, Protocol

from overmorrow.cards.note import AnswerType, Note
from overmorrow.cards.past import Past
from overmorrow.exchange.gathering import ONE_SIDED

_ID_SIGNS = "0123456789abcdefghjkmnpqrstvwxyz"
_ID_LENGTH = 7
_TYPES = {kind.value: kind for kind in AnswerType}


class Sink(Protocol):
    """Where text is written to."""

    def write(self, text: str, /) -> object:
        """Take some text."""

    def writelines(self, texts: Iterable[str], /) -> object:
        """Take some texts, one after another."""


class OutgoingNote(NamedTuple):
    """A note on its way out."""

    uid: str
    deck: str
    note: Note
    modified: int = 0
    """Epoch seconds of its last change."""
    pasts: tuple[Past, ...] = ()
    """Where each of its cards stands, in their order."""


def plain_notes(note: Note) -> Iterator[tuple[str, str, Note]]:
    """Yield a note as our text formats can say it: one for each card of a foreign note type.

    Yields:
        The card's key, empty for a note that is whole; its deck, empty for its
        note's; and the note.
    """
    if not note.note_type and not note.faces:
        yield "", "", note
        return
    if not note.faces:
        yield "q", "", Note(note.prompt, note.answer or ONE_SIDED, tags=note.tags)
    for face in note.faces:
        graded = face.graded or face.answer or ONE_SIDED
        yield (
            face.key,
            face.deck,
            Note(
                face.prompt,
                graded,
                answer_type=_TYPES.get(face.answer_type, AnswerType.TEXT),
                aliases=face.aliases,
                remark=face.answer if face.graded and graded != face.answer else "",
                tags=note.tags,
            ),
        )


class FileIds:
    """Short ids for notes in a deck file, the same each time one is written."""

    def __init__(self) -> None:
        """Begin with none taken."""
        self._taken: set[str] = set()

    def keep(self, file_id: str) -> None:
        """Take an id that a note has already."""
        self._taken.add(file_id)

    def of(self, uid: str) -> str:
        """Return an id that no other note has."""
        nth = 0
        while (found := _short(f"{uid}\x1f{nth}" if nth else uid)) in self._taken:
            nth += 1
        self._taken.add(found)
        return found


def _short(name: str) -> str:
    number = int.from_bytes(sha1(name.encode(), usedforsecurity=False).digest()[:8], "big")
    return "".join(_ID_SIGNS[number >> 5 * place & 31] for place in range(_ID_LENGTH))
