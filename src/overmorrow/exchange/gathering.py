"""Gathers the notes of a file that is not ours, deck by deck, with what is wrong with it."""

from collections import Counter

from overmorrow.cards.cloze import GapError, read_gaps
from overmorrow.cards.deck import Deck
from overmorrow.cards.deck_notes import LONGEST_FIELD
from overmorrow.cards.note import AnswerType, Note
from overmorrow.cards.problem import Harm, ParsedDeck, Problem

ONE_SIDED = "—"
"""Stands as the answer of a note that has none and is meant to have none."""


class Gathering:
    """What has been read of a file so far."""

    def __init__(self, deck_name: str) -> None:
        """Begin with nothing.

        Args:
            deck_name: The deck of notes that name none.
        """
        self._deck_name = deck_name
        self._notes: dict[str, list[Note]] = {}
        self._lines: dict[str, list[int]] = {}
        self._left_out: Counter[str] = Counter()
        self._ids: dict[str, int] = {}
        self._problems: list[Problem] = []

    def add(self, line: int, note: Note, deck: str = "") -> None:
        """Take a note, unless its gaps cannot be read."""
        name = " ".join(deck.split()) or self._deck_name
        if note.is_cloze:
            try:
                read_gaps(note.prompt)
            except GapError as error:
                self.refuse(line, error.key, deck)
                return
        if max(len(note.prompt), len(note.answer)) > LONGEST_FIELD:
            self.notice(line, "exchange.very_long", most=LONGEST_FIELD)
            note = note._replace(answer_type=AnswerType.LONG)
        if note.file_id and self._ids.setdefault(note.file_id, line) != line:
            first = self._ids[note.file_id]
            self.notice(line, "exchange.id_again", id=note.file_id[:60], first=first)
            note = note._replace(file_id="")
        self._notes.setdefault(name, []).append(note)
        self._lines.setdefault(name, []).append(line)

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
        if not self._notes:
            self.fail(1, "deck.nothing_left" if self._left_out else nothing)
        names = list({**self._notes, **self._left_out}) or [self._deck_name]
        problems = tuple(sorted(self._problems, key=lambda problem: problem.line))
        return tuple(
            ParsedDeck(
                deck=Deck(name=name, title=name, notes=tuple(self._notes.get(name, ()))),
                problems=() if place else problems,
                lines=tuple(self._lines.get(name, ())),
                left_out=self._left_out[name],
            )
            for place, name in enumerate(names)
        )
