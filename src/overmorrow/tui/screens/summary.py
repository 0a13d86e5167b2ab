"""The summary at the end of a sitting; the last answer can still be taken back here."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message

from overmorrow.errors import OvermorrowError
from overmorrow.jobs.asked import Returned
from overmorrow.tui import footers
from overmorrow.tui.asked_rows import progress_line
from overmorrow.tui.keys import Place, bindings
from overmorrow.tui.manner import Manner
from overmorrow.tui.pace import RepeatGuard
from overmorrow.tui.screens.page import Page
from overmorrow.tui.session import Session
from overmorrow.tui.summary_rows import summary_head, summary_rows


class SummaryScreen(Page):
    """Shows the day in figures."""

    CSS_PATH = "summary.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.SUMMARY)]

    class Closed(Message):
        """Posted when the learner goes to the decks."""

    class Resumed(Message):
        """Posted when an undo or a redo brought a card back."""

        def __init__(self, typed: str, note: str) -> None:
            """Say what came back.

            Args:
                typed: What had been typed.
                note: What to say about it.
            """
            super().__init__()
            self.typed = typed
            self.note = note

    class PractiseWanted(Message):
        """Posted when the learner wants to practise what was mixed up."""

        def __init__(self, cards: tuple[int, ...]) -> None:
            """Say which cards."""
            super().__init__()
            self.cards = cards

    class StatisticsWanted(Message):
        """Posted when the learner wants the statistics."""

    def __init__(self, session: Session, manner: Manner) -> None:
        """Sum up a sitting.

        Args:
            session: The sitting.
            manner: Language, keys and looks.
        """
        super().__init__(manner)
        self._session = session
        self._summary = session.summary()
        self._guard = RepeatGuard()
        self._guard.renew(manner.now_ms())
        self._top = self.sheet("top")
        self._line = self.sheet("line")
        self._body = self.sheet("summary")

    @property
    def place(self) -> Place:
        """Where the learner is."""
        return Place.SUMMARY

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        yield self._top
        yield self._line
        yield self._body
        yield self._status
        yield self._footer

    def draw(self) -> None:
        """Draw the figures."""
        frame = self.frame
        say = self.manner.say
        self._top.show([summary_head(self._summary, frame, say)])
        self._line.show([progress_line(1, 1, frame)])
        self._body.show(summary_rows(self._summary, frame, say))
        self.offer(footers.summary_offers(say, confused=bool(self._confused_cards())))

    def action_home(self) -> None:
        """Go to the decks, unless a held Enter brought us here."""
        if self._guard.allows("enter", self.manner.now_ms()):
            self.post_message(self.Closed())

    def action_statistics(self) -> None:
        """Show the statistics."""
        self.post_message(self.StatisticsWanted())

    def action_confused(self) -> None:
        """Practise the cards that were mixed up, side by side."""
        if cards := self._confused_cards():
            self.post_message(self.PractiseWanted(cards))

    def _confused_cards(self) -> tuple[int, ...]:
        pairs = [(each.card_id, each.other_card_id) for each in self._summary.confusions]
        return tuple(dict.fromkeys(card for pair in pairs for card in pair if card is not None))

    def action_undo(self) -> None:
        """Take the last answer back."""
        self._bring_back(undo=True)

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._bring_back(undo=False)

    def _bring_back(self, *, undo: bool) -> None:
        say = self.manner.say
        try:
            returned: Returned | None = self._session.undo() if undo else self._session.redo()
        except OvermorrowError as error:
            self.tell(say(error.key, **error.values))
            return
        if returned is None:
            nothing = "study.nothing_to_undo" if undo else "study.nothing_to_redo"
            self.tell(say(nothing))
        else:
            note = say("study.undone" if undo else "study.redone")
            self.post_message(self.Resumed(returned.typed if undo else "", note))
