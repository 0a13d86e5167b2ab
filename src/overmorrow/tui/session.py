"""What the screens need of a study session and of the learner's collection."""

from typing import TYPE_CHECKING, Protocol

from overmorrow.cards.hints import Hint
from overmorrow.jobs.asked import Asked, Judged, Progress, Returned, Summary
from overmorrow.settings import Settings

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from overmorrow.jobs.beside import Beside
    from overmorrow.jobs.judging import RightHow
    from overmorrow.jobs.taken_back import TakenBack


class Session(Protocol):
    """One sitting; `overmorrow.jobs.study.StudySession` is the real one."""

    @property
    def scope(self) -> str | None:
        """The deck that is studied; None for all."""

    @property
    def leech_lapses(self) -> int:
        """How often the card just rated was forgotten, when it is time to say so; else 0."""

    @property
    def untaught(self) -> str:
        """What the note of the card just rated could not be told; empty if nothing."""

    @property
    def only_by_hand(self) -> "TakenBack | None":
        """What was taken back last, if a redo cannot do it again."""

    @property
    def asked(self) -> Asked | None:
        """The card on the screen; None when nothing is left."""

    @property
    def progress(self) -> Progress:
        """What is left and what is done."""

    def at_once(self) -> "AbstractContextManager[None]":
        """Within it, nothing waits long for another process; a step is refused instead."""

    def use_settings(self, settings: Settings) -> None:
        """Go by other settings from the next answer on."""

    def judge(
        self, typed: str, *, think_ms: int | None = None, answer_ms: int = 0, hints: int = 0
    ) -> Judged:
        """Return the verdict on a typed answer."""

    def reveal(self, *, answer_ms: int = 0, hints: int = 0) -> Judged:
        """Return what a learner who looked is offered."""

    def right(self, judged: Judged, how: "RightHow") -> Judged:
        """Return the answer overruled: it was right."""

    def wrong(self, judged: Judged) -> Judged:
        """Return the answer overruled: it was wrong."""

    def refuse(self, judged: Judged) -> Judged:
        """Return the answer as one that shall not count from now on."""

    def hint(self, number: int) -> Hint | None:
        """Return the card's hint of that number."""

    def rate(self, judged: Judged, quality: int) -> None:
        """Save the answer and move on."""

    def suspend(self) -> None:
        """Set the card aside and move on."""

    def bury(self) -> None:
        """Put the card off until tomorrow and move on."""

    def suspend_note(self) -> None:
        """Set all cards of the note aside and move on."""

    def bury_note(self) -> None:
        """Put all cards of the note off until tomorrow and move on."""

    def suspend_last(self) -> None:
        """Set the card that was just rated aside."""

    def flag(self, number: int) -> None:
        """Give the card a flag, or none with 0."""

    def mark(self) -> None:
        """Mark the card, or take its mark away."""

    def undo(self) -> Returned | None:
        """Take back the newest thing done."""

    def redo(self) -> Returned | None:
        """Do again what was taken back."""

    def note_changed(self) -> None:
        """Show the card on the screen as it is now that its note was edited."""

    def schedule_changed(self) -> None:
        """Ask what is to be asked now that the card on the screen was given another day."""

    def accept_answer(self, card_id: int, typed: str) -> None:
        """Let an answer count for a card from now on."""

    def beside(self, card_id: int) -> "Beside":
        """Return a card's last answers, and the cards that belong to it."""

    def summary(self) -> Summary:
        """Return today's studying in figures."""
