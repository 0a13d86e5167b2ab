"""The study screen: asks one card at a time, shows the verdict, takes the rating."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.events import Click
from textual.message import Message
from textual.widgets import Input

from overmorrow.cards.quality import Quality
from overmorrow.errors import OvermorrowError
from overmorrow.jobs.asked import Returned
from overmorrow.tui.answering import BOX_PLACES, JUDGED_PLACES, Answering
from overmorrow.tui.keys import Place, bindings
from overmorrow.tui.screens.study_page import StudyPage
from overmorrow.tui.strip import quality_at
from overmorrow.tui.widgets.answer_box import AnswerBox

if TYPE_CHECKING:
    from overmorrow.jobs.judging import RightHow

_PLACES = (*BOX_PLACES, *JUDGED_PLACES, Place.CHOICE, Place.COMMANDS, Place.OVERRULE, Place.FLAG)


class StudyScreen(StudyPage):
    """Asks until nothing is left; every answer is saved before the next card is shown."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(*_PLACES)]

    class Finished(Message):
        """Posted when nothing is left to ask."""

    class InfoWanted(Message):
        """Posted when the learner wants to see the card's history."""

        def __init__(self, card_id: int) -> None:
            """Name the card."""
            super().__init__()
            self.card_id = card_id

    class Left(Message):
        """Posted when the learner goes to the decks."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Return whether an action is for the place where the learner is."""
        if action == "reveal" and self.place is Place.ASK and self._box.value:
            return False
        if action == "say_right" and self._answering.counts_as_right:
            return False
        if action == "say_wrong" and self._answering.counts_as_wrong:
            return False
        return super().check_action(action, parameters)

    # answering

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Grade what was typed."""
        event.stop()
        self.action_check()

    def on_answer_box_revealed(self, event: AnswerBox.Revealed) -> None:
        """Show the answer on Space in the empty box."""
        event.stop()
        self.action_reveal()

    def action_check(self) -> None:
        """Grade the answer."""
        if self._goes_on():
            self._answering.check(self.written_text(), self.manner.now_ms())
            self.draw_and_renew()

    def action_reveal(self) -> None:
        """Show the answer without grading."""
        if self._goes_on():
            self._answering.reveal(self.manner.now_ms())
            self.draw_and_renew()

    def action_choose(self) -> None:
        """Answer with the choice that is marked."""
        if self._goes_on():
            self._answering.pick(self._answering.choice, self.manner.now_ms())
            self.draw_and_renew()

    def action_pick(self, number: int) -> None:
        """Answer with the choice of that number."""
        now_ms = self.manner.now_ms()
        if self._guard.allows(str(number), now_ms):
            self._answering.pick(number - 1, now_ms)
            self._guard.rated(str(number), now_ms)
            self.draw()

    def action_move_choice(self, step: int) -> None:
        """Mark another choice."""
        self._answering.move_choice(step)
        self.draw()

    def action_type_instead(self) -> None:
        """Write the answer instead of choosing it."""
        self._answering.type_instead()
        self.draw()

    def action_hint(self) -> None:
        """Open the next hint."""
        if self.place is Place.COMMANDS:
            self._answering.come_back()
        if not self._answering.hint():
            self.tell(self.manner.say("study.no_more_hints"))
        self.draw()

    # after the verdict

    def action_accept(self) -> None:
        """Save the quality that is proposed or chosen, and go on."""
        if self._goes_on():
            self._rate(self._answering.chosen)

    def action_rate(self, digit: int) -> None:
        """Save another quality, and go on."""
        quality = self.manner.keys.quality(digit)
        now_ms = self.manner.now_ms()
        if quality is not None and self._guard.allows(str(digit), now_ms):
            self._rate(Quality(quality))
            self._guard.rated(str(digit), self.manner.now_ms())

    def _rate(self, quality: Quality) -> None:
        judged = self._answering.judged
        if judged is not None and self._done(lambda: self._session.rate(judged, quality)):
            self._ask_next()
            if self._session.leech_lapses:
                self.tell(self.manner.say("study.leech", n=self._session.leech_lapses))
        self._guard.renew(self.manner.now_ms())

    def action_move_quality(self, step: int) -> None:
        """Choose a lower or higher quality without saving."""
        chosen = min(Quality.EASY, max(Quality.BLANK, self._answering.chosen + step))
        self._answering.chosen = Quality(chosen)
        self.draw()

    def on_click(self, event: Click) -> None:
        """Choose the quality that was clicked; a click on the chosen one saves it."""
        row = event.screen_y - self._below.region.y
        on_strip = self._strip_row is not None and self._strip_row <= row < self._strip_row + 3
        quality = quality_at(event.screen_x) if on_strip else None
        if quality == self._answering.chosen:
            self.action_accept()
        elif quality is not None:
            self._answering.chosen = Quality(quality)
            self.draw()

    def action_say_right(self) -> None:
        """Ask in which way the answer was right."""
        self._answering.step_aside(Place.OVERRULE)
        self.draw()

    def action_overrule(self, how: "RightHow") -> None:
        """Count the answer as right."""
        if how != "learn" or self._goes_on():
            self._answering.overrule(how)
            self.draw_and_renew()

    def action_say_wrong(self) -> None:
        """Count the answer as wrong."""
        self._answering.say_wrong()
        self.draw()

    def action_keep(self) -> None:
        """Leave the verdict or the flag as it is."""
        self._answering.come_back()
        self.draw()

    def action_keep_flag(self) -> None:
        """Leave the flag as it is."""
        self.action_keep()

    # the card and the session

    def action_undo(self) -> None:
        """Take back the overruling, else the last thing saved."""
        if self._answering.take_back_overruling():
            self.tell(self.manner.say("study.undone"))
            self.draw()
            return
        self._bring_back(self._session.undo, "study.undone", "study.nothing_to_undo")

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._bring_back(self._session.redo, "study.redone", "study.nothing_to_redo")

    def _bring_back(self, step: Callable[[], Returned | None], done: str, nothing: str) -> None:
        returned: list[Returned | None] = []
        if not self._done(lambda: returned.append(step())):
            return
        if returned[0] is None:
            self.tell(self.manner.say(nothing))
            return
        typed = returned[0].typed if done == "study.undone" else ""
        self._ask_next(typed=typed or self._begun_text())
        self.tell(self.manner.say(done))

    def _begun_text(self) -> str:
        """Return what was begun for the card that is still the one asked."""
        begun, asked = self._answering, self._session.asked
        same = asked is not None and asked.card_id == begun.asked.card_id
        return self._box.value if same and not begun.is_judged else ""

    def action_suspend(self) -> None:
        """Set the card aside until told otherwise."""
        self._set_aside(self._session.suspend, "study.suspended")

    def action_bury(self) -> None:
        """Put the card off until tomorrow."""
        self._set_aside(self._session.bury, "study.buried")

    def _set_aside(self, step: Callable[[], None], message: str) -> None:
        if self._done(step):
            self._ask_next()
            self.tell(self.manner.say(message))

    def action_flag(self) -> None:
        """Ask which flag."""
        if self.place is Place.COMMANDS:
            self._answering.come_back()
        self._answering.step_aside(Place.FLAG)
        self.tell(self.manner.say("study.flag_which"))
        self.draw()

    def action_set_flag(self, number: int) -> None:
        """Give the card a flag."""
        if self._done(lambda: self._session.flag(number)):
            self._answering.come_back()
            self._refresh_card()
            self.tell(self.manner.say("study.flagged" if number else "study.unflagged", n=number))

    def action_mark(self) -> None:
        """Mark the card, or take the mark away."""
        if self._done(self._session.mark):
            self._refresh_card()
            marked = self._answering.asked.state.marked
            self.tell(self.manner.say("study.mark_set" if marked else "study.mark_gone"))

    def _refresh_card(self) -> None:
        if self._session.asked is not None:
            self._answering.asked = self._session.asked
        if self.place is Place.COMMANDS:
            self._answering.come_back()
        self.draw()

    def action_info(self) -> None:
        """Show where the card stands and how it came there."""
        self.post_message(self.InfoWanted(self._answering.asked.card_id))

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
        if self._leaving:
            self.post_message(self.Left())
            return
        self._leaving = True
        self.tell(self.manner.say("study.leave_hint"))

    def action_scroll_prompt(self, direction: int) -> None:
        """Scroll a long prompt, or the verdict."""
        self._scrolled = max(0, self._scrolled + 2 * direction)
        self.draw()

    def _goes_on(self) -> bool:
        return self._guard.allows("enter", self.manner.now_ms())

    def _done(self, step: Callable[[], object]) -> bool:
        """Do one step; if it is refused, say why and stay."""
        try:
            step()
        except OvermorrowError as error:
            self.tell(self.manner.say(error.key, **error.values))
            return False
        return True

    def _ask_next(self, typed: str = "") -> None:
        """Show the session's card from the start, or end."""
        if self._session.asked is None:
            self.post_message(self.Finished())
            return
        answering = Answering(self._session, self._session.asked, self.manner.now_ms())
        self.show_card(answering, typed)
