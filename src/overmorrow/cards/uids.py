"""The ids that notes and cards go by, the same on every machine."""

from collections import Counter
from collections.abc import Iterable
from hashlib import sha1

from overmorrow.cards.note import Note

_NAMESPACE = bytes.fromhex("f7ad06c557fa460eb03db4851545a28e")
"""Never changes: ids made on two machines must be equal."""

_VARIANTS = {f"{digit:x}": f"{digit & 0x3 | 0x8:x}" for digit in range(16)}
"""The first digit of a UUID's fourth group, whose upper bits say how to read it."""
_UNMARKED = (1 << 160) - 1 ^ (0xF << 76 | 0x3 << 62) << 32
_MARKS = (0x5 << 76 | 0x2 << 62) << 32
"""The version and the variant of a UUID, in the 160 bits of a digest that begins with it."""

_NOTE = sha1(_NAMESPACE + b"note\x1f", usedforsecurity=False)
_CARD = sha1(_NAMESPACE + b"card\x1f", usedforsecurity=False)


def note_uid(deck_name: str, prompt: str, nth: int) -> str:
    """Return the id of a note without one in its file, a UUID of version 5.

    Args:
        deck_name: The deck it was first seen in.
        prompt: Its prompt as first seen.
        nth: Which of the deck's notes with that prompt, counted from 0.
    """
    state = _NOTE.copy()
    state.update(f"{deck_name}\x1f{prompt}\x1f{nth}".encode())
    digest = state.hexdigest()
    return (
        f"{digest[:8]}-{digest[8:12]}-5{digest[13:16]}-"
        f"{_VARIANTS[digest[16]]}{digest[17:20]}-{digest[20:32]}"
    )


def note_uids(deck_name: str, notes: Iterable[Note]) -> tuple[str, ...]:
    """Return the ids of a deck's notes as first seen; an id in the file is the id."""
    seen: Counter[str] = Counter()
    uids: list[str] = []
    for note in notes:
        uids.append(note.file_id or note_uid(deck_name, note.prompt, seen[note.prompt]))
        seen[note.prompt] += 1
    return tuple(uids)


def card_uid(note_uid: str, card_key: str) -> bytes:
    """Return the 16 bytes by which every log names a note's card, a UUID of version 5."""
    state = _CARD.copy()
    state.update(f"{note_uid}\x1f{card_key}".encode())
    bits = int.from_bytes(state.digest())
    return (bits & _UNMARKED | _MARKS).to_bytes(20)[:16]
