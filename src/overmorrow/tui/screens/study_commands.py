"""What can be done at any time with the card that is studied, and with the sitting."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.events import MouseScrollDown, MouseScrollUp
from textual.message import Message

from overmorrow.jobs.asked import Returned
from overmorrow.tui.answering import Answering, answers_of
from overmorrow.tui.footers import Offer
from overmorrow.tui.places import WRITING, Place
from overmorrow.tui.screens.browse_wanted import BrowseWanted
from overmorrow.tui.screens.card_menu_wanted import CardMenuWanted
from overmorrow.tui.screens.edit_wanted import EditWanted
from overmorrow.tui.screens.study_saving import StudySaving
from overmorrow.tui.scrolled import Scroll

if TYPE_CHECKING:
    from overmorrow.jobs.card_source import CardSource


class StudyCommands(StudySaving):
    """Sets cards aside, marks, edits and takes back; answers are left to `StudyScreen`."""

    class Finished(Message):
        """Posted when nothing is left to ask."""

    class InfoWanted(Message):
        """Posted when the learner wants to see the card's history."""

        def __init__(self, card_id: int) -> None:
            """Name the card."""
            super().__init__()
            self.card_id = card_id

    class SourceWanted(Message):
        """Posted when the learner wants to see where the card is from."""

        def __init__(self, source: "CardSource", hidden: Sequence[str]) -> None:
            """Say where it is from.

            Args:
                source: The place in its article.
                hidden: What counts as the answer, while it must not be seen.
            """
            super().__init__()
            self.source = source
            self.hidden = hidden

    class Left(Message):
        """Posted when the learner goes to the decks."""

    def action_undo(self) -> None:
        """Take back the overruling, else the last thing saved."""
        if self._answering.take_back_overruling():
            say = self.manner.say
            self.tell(say("undo.undone", what=say("undo.verdict")))
            self.draw()
            return
        self._bring_back(self._session.undo, is_undo=True)

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._bring_back(self._session.redo, is_undo=False)

    def _bring_back(self, step: Callable[[], Returned | None], *, is_undo: bool) -> None:
        returned: list[Returned | None] = []
        self.save(
            lambda: returned.append(step()),
            lambda: self._show_returned(returned[0], is_undo=is_undo),
        )

    def _show_returned(self, back: Returned | None, *, is_undo: bool) -> None:
        from overmorrow.tui.taken_words import no_redo_words, redone_words, undone_words

        say = self.manner.say
        if back is None:
            nothing = say("undo.nothing_to_undo")
            self.tell(nothing if is_undo else no_redo_words(self._session.only_by_hand, say))
            return
        said = (undone_words if is_undo else redone_words)(back.taken, say)
        if back.kind is None:
            self.card_edited(said)
            self._offer_undo_again()
            return
        typed = back.typed if is_undo else ""
        self._ask_next(typed=typed or self._begun_text())
        self.tell(said)
        self._offer_undo_again()

    def _offer_undo_again(self) -> None:
        """Name the key that takes one more back: where letters are text, `u` does not."""
        offers = self.footer_offers
        if self.place in WRITING and all(offer.key != "F9" for offer in offers):
            self.offer(
                [*offers[:-1], Offer("F9", self.manner.say("keys.undo"), "undo"), offers[-1]]
            )

    def _begun_text(self) -> str:
        """Return what was begun for the card that is still the one asked."""
        begun, asked = self._answering, self._session.asked
        same = asked is not None and asked.card_id == begun.asked.card_id
        return self._box.value if same and not begun.is_judged else ""

    def action_suspend(self) -> None:
        """Set the card aside until told otherwise."""
        is_leech = self.place is Place.LEECH
        step = self._session.suspend_last if is_leech else self._session.suspend
        self._set_aside(step, "study.suspended")

    def action_suspend_note(self) -> None:
        """Set all cards of the note aside until told otherwise."""
        self._set_aside(self._session.suspend_note, "study.note_suspended")

    def action_bury_note(self) -> None:
        """Put all cards of the note off until tomorrow."""
        self._set_aside(self._session.bury_note, "study.note_buried")

    def action_bury(self) -> None:
        """Put the card off until tomorrow."""
        self._set_aside(self._session.bury, "study.buried")

    def _set_aside(self, step: Callable[[], None], message: str) -> None:
        def show_next() -> None:
            self._ask_next()
            self.tell(self.manner.say(message))

        self.save(step, show_next)

    def action_flag(self) -> None:
        """Ask which flag."""
        if self.place is Place.COMMANDS:
            self._answering.come_back()
        self._answering.step_aside(Place.FLAG)
        self.tell(self.manner.say("study.flag_which"))
        self.draw()

    def action_set_flag(self, number: int) -> None:
        """Give the card a flag."""

        def show_flag() -> None:
            self._answering.come_back()
            self._refresh_card()
            self.tell(self.manner.say("study.flagged" if number else "study.unflagged", n=number))

        self.save(lambda: self._session.flag(number), show_flag)

    def action_mark(self) -> None:
        """Mark the card, or take the mark away."""
        self.save(self._session.mark, self._show_mark)

    def _show_mark(self) -> None:
        self._refresh_card()
        marked = self._answering.asked.state.marked
        self.tell(self.manner.say("study.mark_set" if marked else "study.mark_gone"))

    def _refresh_card(self) -> None:
        if self._session.asked is not None:
            self._answering.asked = self._session.asked
        if self.place is Place.COMMANDS:
            self._answering.come_back()
        self.draw()

    def action_edit(self) -> None:
        """Change the card's note."""
        if self.place is Place.COMMANDS:
            self._answering.come_back()
        self._answering.time.leave(self.manner.now_ms())
        self.draw()
        self.post_message(EditWanted(self._answering.asked.card_id))

    def card_edited(self, sentence: str) -> None:
        """Go on with the card as it is now, or with the next where there is none any more."""
        asked = self._session.asked
        if self.place is Place.LEECH:
            if sentence:
                self._ask_next()
        elif asked is None or asked.card_id != self._answering.asked.card_id:
            self._ask_next()
        else:
            self._answering.take_over(asked)
            self.draw_and_renew()
        self.tell(sentence)

    def card_rescheduled(self, sentence: str) -> None:
        """Go on with what is to be asked now that the card's day is another."""
        self._ask_next(typed=self._begun_text())
        self.tell(sentence)

    def action_info(self) -> None:
        """Show where the card stands and how it came there."""
        self.post_message(self.InfoWanted(self._answering.asked.card_id))

    def action_card_menu(self) -> None:
        """Change the card's tags, its deck or its day."""
        answering = self._answering
        if self.place is Place.COMMANDS:
            answering.come_back()
        answering.time.leave(self.manner.now_ms())
        self.draw()
        self.post_message(CardMenuWanted(answering.asked.card_id))

    def action_browse(self) -> None:
        """Look for the card among all others."""
        answering = self._answering
        if self.place is Place.COMMANDS:
            answering.come_back()
        self.post_message(BrowseWanted(f"cid:{answering.asked.card_id}"))

    def action_source(self) -> None:
        """Show the paragraph that the card is from; before the verdict without the answer."""
        answering = self._answering
        if self.place is Place.COMMANDS:
            answering.come_back()
        source = self.card_source()
        if source is None:
            self._tell_no_source()
            return
        hidden = () if answering.is_judged else answers_of(answering.asked.card)
        answering.has_looked = answering.has_looked or not answering.is_judged
        answering.time.leave(self.manner.now_ms())
        self.draw()
        self.post_message(self.SourceWanted(source, hidden))

    def _tell_no_source(self) -> None:
        say, words = self.manner.say, self._answering.asked.card.source
        if words and self._answering.is_judged:
            self.tell(say("generate_screen.no_source_but", source=words))
        else:
            self.tell(say("generate_screen.no_source"))
        self.draw()

    def action_commands(self) -> None:
        """Set the box aside for one command."""
        self._answering.step_aside(Place.COMMANDS)
        self._leaving = True
        self.tell(self.manner.say("study.leave_hint"))
        self.draw()

    def action_resume(self) -> None:
        """Return to the box, its text kept."""
        self._guard.renew(self.manner.now_ms())
        self._answering.come_back()
        self.tell("")
        self.draw()

    def action_leave(self) -> None:
        """Go to the decks at the second Esc."""
        if self.is_waiting:
            self.give_up_waiting()
            return
        if self._leaving:
            self.post_message(self.Left())
            return
        self._leaving = True
        self.tell(self.manner.say("study.leave_hint"))

    def action_scroll_prompt(self, direction: int) -> None:
        """Scroll a long prompt, and what stands below it."""
        self._scrolled = max(0, self._scrolled + 2 * direction)
        self._below_scrolled = Scroll(max(0, self._below_scrolled.rows + 2 * direction))
        self.draw()

    def on_mouse_scroll_down(self, _event: MouseScrollDown) -> None:
        """Scroll on."""
        self.action_scroll_prompt(1)

    def on_mouse_scroll_up(self, _event: MouseScrollUp) -> None:
        """Scroll back."""
        self.action_scroll_prompt(-1)

    def _goes_on(self) -> bool:
        return self._guard.allows("enter", self.manner.now_ms())

    def _ask_next(self, typed: str = "") -> None:
        """Show the session's card from the start, or end."""
        if self._session.asked is None:
            self.post_message(self.Finished())
            return
        answering = Answering(self._session, self._session.asked, self.manner.now_ms())
        self.show_card(answering, typed)
