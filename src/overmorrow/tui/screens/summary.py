"""The summary at the end of a sitting; the last answer can still be taken back here."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import Click
from textual.message import Message

from overmorrow.errors import OvermorrowError
from overmorrow.jobs.asked import Confusion, Returned
from overmorrow.tui import footers
from overmorrow.tui.asked_rows import progress_line
from overmorrow.tui.keys import bindings
from overmorrow.tui.manner import Manner
from overmorrow.tui.pace import RepeatGuard
from overmorrow.tui.places import Place
from overmorrow.tui.screens.browse_wanted import BrowseWanted
from overmorrow.tui.screens.page import Page
from overmorrow.tui.session import Session
from overmorrow.tui.summary_rows import (
    MOST_CONFUSIONS,
    pair_at,
    pair_head,
    pair_rows,
    summary_head,
    summary_rows,
)


class SummaryScreen(Page):
    """Shows the day in figures."""

    CSS_PATH = "summary.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.SUMMARY, Place.PAIR)]

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
        self._pair: Confusion | None = None
        self._guard = RepeatGuard()
        self._guard.renew(manner.now_ms())
        self._top = self.sheet("top")
        self._line = self.sheet("line")
        self._body = self.sheet("summary")

    @property
    def place(self) -> Place:
        """Where the learner is."""
        return Place.SUMMARY if self._pair is None else Place.PAIR

    @property
    def is_easily_left(self) -> bool:
        """Whether nothing is lost when the learner goes elsewhere from here."""
        return True

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
        self._line.show([progress_line(1, 1, frame)])
        if self._pair is not None:
            self._top.show([pair_head(frame, say)])
            self._body.show(pair_rows(self._pair, frame, say))
            self.offer(footers.pair_offers(say, alone=self._pair.other_card_id is None))
            return
        self._top.show([summary_head(self._summary, frame, say)])
        self._body.show(summary_rows(self._summary, frame, say))
        confused, hard = bool(self._confused_cards()), bool(self._summary.weak_cards)
        self.offer(footers.summary_offers(say, confused=confused, hard=hard, small=frame.small))

    def on_click(self, event: Click) -> None:
        """Show the mixed-up pair that is clicked."""
        if self._pair is None:
            row = event.screen_y - self._body.region.y
            number = pair_at(self._summary, row, self.frame, self.manner.say)
            if number is not None:
                self.action_see_pair(number)

    def action_home(self) -> None:
        """Go to the decks, unless a held Enter brought us here."""
        if self._guard.allows("enter", self.manner.now_ms()):
            self.post_message(self.Closed())

    def action_browse(self) -> None:
        """Look at the cards of today."""
        self.post_message(BrowseWanted("rated:1"))

    def action_statistics(self) -> None:
        """Show the statistics."""
        self.post_message(self.StatisticsWanted())

    def action_confused(self) -> None:
        """Practise the cards that were mixed up, side by side."""
        if cards := self._confused_cards():
            self.post_message(self.PractiseWanted(cards))

    def action_hard_cards(self) -> None:
        """Practise the cards that were hard today."""
        if self._summary.weak_cards:
            self.post_message(self.PractiseWanted(self._summary.weak_cards))
        else:
            self.tell(self.manner.say("summary.no_hard"))

    def action_see_pair(self, number: int) -> None:
        """Show two cards that were mixed up."""
        shown = self._summary.confusions[:MOST_CONFUSIONS]
        if number <= len(shown):
            self._pair = shown[number - 1]
            self.draw()

    def action_practise_pair(self) -> None:
        """Practise both cards, without touching their schedules."""
        if self._pair is not None and self._guard.allows("enter", self.manner.now_ms()):
            both = (self._pair.card_id, self._pair.other_card_id)
            self.post_message(self.PractiseWanted(tuple(each for each in both if each is not None)))

    def action_same_answer(self) -> None:
        """Let what was typed count for the card from now on."""
        pair = self._pair
        if pair is None:
            return
        try:
            self._session.accept_answer(pair.card_id, pair.typed)
        except OvermorrowError as error:
            self.complain(error)
            return
        self.action_leave_pair()
        self.tell(self.manner.say("summary.accepted", typed=pair.typed))

    def action_leave_pair(self) -> None:
        """Go back to the figures."""
        self._pair = None
        self.draw()

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
        from overmorrow.tui.taken_words import no_redo_words, redone_words, undone_words

        say = self.manner.say
        try:
            with self._session.at_once():
                returned: Returned | None = self._session.undo() if undo else self._session.redo()
        except OvermorrowError as error:
            self.complain(error)
            return
        if returned is None:
            nothing = say("undo.nothing_to_undo")
            self.tell(nothing if undo else no_redo_words(self._session.only_by_hand, say))
            return
        note = (undone_words if undo else redone_words)(returned.taken, say)
        if returned.kind is None:
            self.tell(note)
        else:
            self.post_message(self.Resumed(returned.typed if undo else "", note))
