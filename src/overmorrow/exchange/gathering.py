"""Gathers the notes of a file that is not ours, deck by deck, with what is wrong with it."""

from array import array
from collections import Counter
from collections.abc import Callable, Sequence

from overmorrow.cards.cloze import GapError
from overmorrow.cards.deck import Deck
from overmorrow.cards.deck_notes import LONGEST_FIELD
from overmorrow.cards.note import AnswerType, Note
from overmorrow.cards.past import Past
from overmorrow.cards.problem import Harm, ParsedDeck, Problem
from overmorrow.exchange.elsewhere import open_gaps
from overmorrow.exchange.note_rows import NoteRows

_MANY = 100_000
"""Lines that are kept as numbers side by side, a tenth of the size of a tuple."""
ONE_SIDED = "—"
"""Stands as the answer of a note that has none and is meant to have none."""


class Gathering:
    """What has been read of a file so far."""

    def __init__(self, deck_name: str, *, hides_all_gaps: bool = False) -> None:
        """Begin with nothing.

        Args:
            deck_name: The deck of notes that name none.
            hides_all_gaps: Whether a card hides all gaps of a text; in most programs
                it hides one and shows the others.
        """
        self._deck_name = deck_name
        self._hides_all_gaps = hides_all_gaps
        self._make: Callable[[list[str]], Note] | None = None
        self._notes: dict[str, NoteRows] = {}
        self._lines: dict[str, array[int]] = {}
        self._pasts: dict[str, dict[int, tuple[Past, ...]]] = {}
        self._left_out: Counter[str] = Counter()
        self._ids: dict[str, int] = {}
        self._problems: list[Problem] = []

    def make_notes_with(self, make: Callable[[list[str]], Note]) -> None:
        """Say how the rows of a table that follow become notes."""
        self._make = make

    def add(self, line: int, note: Note, deck: str = "", *, pasts: Sequence[Past] = ()) -> None:
        """Take a note, unless its gaps cannot be read.

        Args:
            line: Where it begins.
            note: The note.
            deck: Its deck; empty for the one of notes that name none.
            pasts: Where its cards stand in the program it is from.
        """
        sound = self._sound(line, note, deck)
        if sound is None:
            return
        rows, lines = self._deck(deck)
        if pasts:
            name = " ".join(deck.split()) or self._deck_name
            self._pasts.setdefault(name, {})[len(rows)] = tuple(pasts)
        rows.append(sound)
        lines.append(line)

    def add_row(self, line: int, cells: list[str], note: Note, deck: str = "") -> None:
        """Take the note that a row of a table makes; only the row is kept."""
        sound = self._sound(line, note, deck)
        if sound is None:
            return
        rows, lines = self._deck(deck)
        if sound is note:
            rows.append_row(cells)
        else:
            rows.append(sound)
        lines.append(line)

    def pairs(
        self, deck: str = ""
    ) -> tuple[Callable[[Sequence[str]], None], Callable[[int], None]]:
        """Return what takes a row that needs no check, and what takes its line."""
        rows, lines = self._deck(deck)
        return rows.append_row, lines.append

    def _deck(self, deck: str) -> tuple[NoteRows, "array[int]"]:
        name = " ".join(deck.split()) or self._deck_name
        if name not in self._notes:
            self._notes[name] = NoteRows(self._make)
            self._lines[name] = array("L")
        return self._notes[name], self._lines[name]

    def _sound(self, line: int, note: Note, deck: str) -> Note | None:
        """Return the note as it can be taken; none if it cannot."""
        if note.is_cloze and not note.faces:
            try:
                faces = open_gaps(note.prompt)
            except GapError as error:
                self.refuse(line, error.key, deck)
                return None
            if faces and not self._hides_all_gaps:
                note = note._replace(faces=faces)
        if max(len(note.prompt), len(note.answer)) > LONGEST_FIELD:
            self.notice(line, "exchange.very_long", most=LONGEST_FIELD)
            note = note._replace(answer_type=AnswerType.LONG)
        if note.file_id and self._ids.setdefault(note.file_id, line) != line:
            first = self._ids[note.file_id]
            self.notice(line, "exchange.id_again", id=note.file_id[:60], first=first)
            note = note._replace(file_id="")
        return note

    def refuse(self, line: int, key: str, deck: str = "", /, **values: object) -> None:
        """Leave out the note that stands on a line, and say why."""
        self._left_out[deck or self._deck_name] += 1
        self._problems.append(Problem(line=line, key=key, values=values))

    def notice(self, line: int, key: str, /, **values: object) -> None:
        """Say something that costs no note."""
        self._problems.append(Problem(line=line, key=key, harm=Harm.NOTICE, values=values))

    def fail(self, line: int, key: str, /, **values: object) -> None:
        """Say why nothing of the file may be taken."""
        self._problems.append(Problem(line=line, key=key, harm=Harm.FILE, values=values))

    def decks(self, nothing: str = "exchange.nothing") -> tuple[ParsedDeck, ...]:
        """Return the decks; the first bears the problems, for they are the file's.

        Args:
            nothing: The message for a file without a card.
        """
        if not any(map(len, self._notes.values())):
            self.fail(1, "deck.nothing_left" if self._left_out else nothing)
        names = list({**self._notes, **self._left_out}) or [self._deck_name]
        problems = tuple(sorted(self._problems, key=lambda problem: problem.line))
        return tuple(
            ParsedDeck(
                deck=Deck(name=name, title=name, notes=self._notes.get(name, ())),
                problems=() if place else problems,
                lines=self._begins(name),
                left_out=self._left_out[name],
                has_ids=bool(self._ids),
                pasts=self._pasts.get(name, {}),
            )
            for place, name in enumerate(names)
        )

    def _begins(self, name: str) -> Sequence[int]:
        lines = self._lines.get(name, array("L"))
        return lines if len(lines) > _MANY else tuple(lines)
