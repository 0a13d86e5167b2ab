"""The study screen: asks one card at a time, shows the verdict, takes the rating."""

from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.events import Click
from textual.widgets import Input

from overmorrow.cards.quality import Quality
from overmorrow.tui.answering import BOX_PLACES, BOXLESS_PLACES, JUDGED_PLACES
from overmorrow.tui.asked_rows import choice_at
from overmorrow.tui.footers import OVERRULINGS
from overmorrow.tui.keys import bindings
from overmorrow.tui.places import Place
from overmorrow.tui.screens.edit_wanted import EditWanted
from overmorrow.tui.screens.study_commands import StudyCommands
from overmorrow.tui.strip import quality_at
from overmorrow.tui.widgets.answer_box import AnswerBox

if TYPE_CHECKING:
    from overmorrow.jobs.judging import RightHow

_ASIDE = (*BOXLESS_PLACES, Place.COMMANDS, Place.OVERRULE, Place.LEECH, Place.FLAG)
_CHOICES = {
    Place.OVERRULE: ("overrule('learn')", "overrule('once')", "overrule('typo')", "keep"),
    Place.LEECH: ("leech_later", "edit", "leech_hint", "suspend"),
}
"""What the rows of a question about the card do, in their order."""
_STRIP_ROWS = 3
"""Rows of the strip that can be clicked: the names, and the days below them."""
_PLACES = (*BOX_PLACES, *JUDGED_PLACES, *_ASIDE)


class StudyScreen(StudyCommands):
    """Asks until nothing is left; every answer is saved before the next card is shown."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(*_PLACES)]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Return whether an action is for the place where the learner is."""
        answering = self._answering
        if action in OVERRULINGS:
            is_live = action in answering.overrulings
        elif action == "reveal":
            is_live = self.place is Place.CHOICE or not self.written_text()
        else:
            is_live = action != "retype" or answering.can_retype
        if not is_live:
            return False
        return super().check_action(action, parameters)

    @property
    def is_easily_left(self) -> bool:
        """Whether nothing is lost when the learner goes elsewhere from here."""
        return True

    # answering

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Grade what was typed."""
        event.stop()
        if self.place is Place.RETYPE:
            self.action_check_retyped()
        else:
            self.action_check()

    def on_answer_box_revealed(self, event: AnswerBox.Revealed) -> None:
        """Show the answer on Space in the empty box."""
        event.stop()
        if self.place is Place.ASK:
            self.action_reveal()

    def on_long_box_revealed(self) -> None:
        """Show the answer on Space in the empty box of several lines."""
        if self.place is Place.LONG:
            self.action_reveal()

    def action_check(self) -> None:
        """Grade the answer."""
        if self._goes_on():
            self._answering.check(self.written_text(), self.manner.now_ms())
            if self.manner.retype_wrong and self._is_wrong:
                self.action_retype()
            self.draw_and_renew()

    @property
    def _is_wrong(self) -> bool:
        return self.place is Place.JUDGED and self._answering.counts_as_wrong

    def action_reveal(self) -> None:
        """Show the answer without grading."""
        if self._goes_on():
            self._answering.reveal(self.manner.now_ms())
            self.draw_and_renew()

    def action_look(self) -> None:
        """Show the answer that was thought of."""
        self.action_reveal()

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

    def action_move_point(self, step: int) -> None:
        """Go to another point of a long answer."""
        self._answering.move_point(step)
        self.draw_chosen()

    def action_toggle_point(self) -> None:
        """Say that the chosen point was written, or that it was not."""
        self._answering.toggle_point()
        self.draw_chosen()

    def action_move_choice(self, step: int) -> None:
        """Mark another choice."""
        self._answering.move_choice(step)
        self.draw_chosen()

    def action_type_instead(self) -> None:
        """Write the answer instead of choosing it."""
        self._answering.type_instead()
        self.draw()

    def action_grade_alone(self) -> None:
        """Show the answer and grade alone, whatever stands in the box."""
        self._answering.reveal(self.manner.now_ms())
        self.draw_and_renew()

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

    def action_take_points(self) -> None:
        """Save the quality that the points come to, and go on."""
        self.action_accept()

    def action_rate(self, digit: int) -> None:
        """Save another quality, and go on."""
        quality = self.manner.keys.quality(digit)
        now_ms = self.manner.now_ms()
        if quality is not None and self._guard.allows(str(digit), now_ms):
            self._rate(Quality(quality))
            self._guard.rated(str(digit), self.manner.now_ms())

    def _rate(self, quality: Quality) -> None:
        judged = self._answering.judged
        if judged is not None:
            self.save(lambda: self._session.rate(judged, quality), self._show_rated)
        self._guard.renew(self.manner.now_ms())

    def _show_rated(self) -> None:
        judged = self._answering.judged
        message = "untaught_counts" if judged is not None and judged.learned else "untaught"
        if self._session.leech_lapses:
            self.ask_about_leech(self._session.leech_lapses)
        else:
            self._ask_next()
        if self._session.untaught:
            self.tell(self.manner.say(f"study.{message}", typed=self._session.untaught))
        self._guard.renew(self.manner.now_ms())

    def ask_about_leech(self, lapses: int) -> None:
        """Ask what to do with a card that was forgotten so often."""
        self._answering.lapses = lapses
        self._answering.step_aside(Place.LEECH)
        self.draw()

    def action_leech_later(self) -> None:
        """Leave the card as it is."""
        if self._goes_on():
            self._ask_next()

    def action_leech_hint(self) -> None:
        """Write a hint for the card."""
        self.post_message(EditWanted(self._answering.asked.card_id, "hint"))

    def action_move_quality(self, step: int) -> None:
        """Choose a lower or higher quality without saving."""
        chosen = min(Quality.EASY, max(Quality.BLANK, self._answering.chosen + step))
        self._answering.chosen = Quality(chosen)
        self.draw()

    def on_click(self, event: Click) -> None:
        """Choose the answer or quality that was clicked; a click on the chosen one goes on."""
        row = event.screen_y - self._below.region.y
        if self.place is Place.CHOICE:
            row += self._below_scrolled.rows
            self._click_choice(choice_at(self._answering.asked.choices, row, self.frame))
            return
        if self.place in _CHOICES:
            self._click_answer(row)
            return
        frame, chosen = self.frame, self._answering.chosen
        height = 1 if frame.small else _STRIP_ROWS
        on_strip = self._strip_row is not None and self._strip_row <= row < self._strip_row + height
        manner = self.manner
        quality = (
            quality_at(event.screen_x, chosen, manner.keys, frame, manner.say) if on_strip else None
        )
        if quality == chosen:
            self.action_accept()
        elif quality is not None:
            self._answering.chosen = Quality(quality)
            self.draw()

    def _click_answer(self, row: int) -> None:
        """Do what stands in a row of the question that is asked about the card."""
        at = -1 if self._choices_row is None else row - self._choices_row
        if 0 <= at < len(_CHOICES[self.place]):
            self.call_later(self.run_action, _CHOICES[self.place][at])

    def _click_choice(self, place: int | None) -> None:
        if place == self._answering.choice:
            self.action_choose()
        elif place is not None:
            self._answering.go_to_choice(place)
            self.draw_chosen()

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

    def action_refuse(self) -> None:
        """Say that the answer never counts for this card."""
        self._answering.refuse()
        self.draw()

    def action_retype(self) -> None:
        """Type the answer once more, for practice."""
        self._answering.step_aside(Place.RETYPE)
        self._box.value = ""
        self.draw()

    def action_check_retyped(self) -> None:
        """Compare what was typed with the answer."""
        if self._goes_on():
            is_right = self._answering.has_retyped(self._box.value)
            self.draw_and_renew()
            self.tell(self.manner.say("study.retyped" if is_right else "study.retype_again"))

    def action_leave_retype(self) -> None:
        """Type nothing more."""
        self.action_keep()

    def action_keep(self) -> None:
        """Leave the verdict or the flag as it is."""
        self._answering.come_back()
        self.draw()

    def action_keep_flag(self) -> None:
        """Leave the flag as it is."""
        self.action_keep()
