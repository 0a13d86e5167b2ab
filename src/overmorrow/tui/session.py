"""What the screens need of a study session and of the learner's collection."""

from typing import TYPE_CHECKING, Protocol

from overmorrow.cards.hints import Hint
from overmorrow.jobs.asked import Asked, Judged, Progress, Returned, Summary

if TYPE_CHECKING:
    from overmorrow.jobs.judging import RightHow


class Session(Protocol):
    """One sitting; `overmorrow.jobs.study.StudySession` is the real one."""

    @property
    def scope(self) -> str | None:
        """The deck that is studied; None for all."""

    @property
    def leech_lapses(self) -> int:
        """How often the card just rated was forgotten, when it is time to say so; else 0."""

    @property
    def asked(self) -> Asked | None:
        """The card on the screen; None when nothing is left."""

    @property
    def progress(self) -> Progress:
        """What is left and what is done."""

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

    def hint(self, number: int) -> Hint | None:
        """Return the card's hint of that number."""

    def rate(self, judged: Judged, quality: int) -> None:
        """Save the answer and move on."""

    def suspend(self) -> None:
        """Set the card aside and move on."""

    def bury(self) -> None:
        """Put the card off until tomorrow and move on."""

    def flag(self, number: int) -> None:
        """Give the card a flag, or none with 0."""

    def mark(self) -> None:
        """Mark the card, or take its mark away."""

    def undo(self) -> Returned | None:
        """Take back the newest thing done."""

    def redo(self) -> Returned | None:
        """Do again what was taken back."""

    def summary(self) -> Summary:
        """Return today's studying in figures."""
