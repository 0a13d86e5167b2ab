"""The study screen: asks one card at a time, shows the verdict, takes the rating."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.events import AppBlur, Click, DescendantBlur, Key
from textual.message import Message
from textual.widgets import Input

from overmorrow.cards.quality import Quality
from overmorrow.errors import OvermorrowError
from overmorrow.jobs.asked import Returned
from overmorrow.tui.answering import BOX_PLACES, JUDGED_PLACES, Answering, first_place
from overmorrow.tui.frame import Frame
from overmorrow.tui.keys import Place, bindings
from overmorrow.tui.manner import Manner
from overmorrow.tui.pace import RepeatGuard
from overmorrow.tui.screens import study_view
from overmorrow.tui.screens.page import Page
from overmorrow.tui.session import Session
from overmorrow.tui.strip import quality_at
from overmorrow.tui.widgets.answer_box import AnswerBox

if TYPE_CHECKING:
    from overmorrow.jobs.judging import RightHow
    from overmorrow.tui.widgets.long_box import LongBox
    from overmorrow.tui.widgets.sheet import Sheet

_PLACES = (*BOX_PLACES, *JUDGED_PLACES, Place.CHOICE, Place.COMMANDS, Place.OVERRULE, Place.FLAG)
_AWAY_CHECK_SECONDS = 5.0


class StudyScreen(Page):
    """Asks until nothing is left; every answer is saved before the next card is shown."""

    CSS_PATH = "study.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(*_PLACES)]

    class Finished(Message):
        """Posted when nothing is left to ask."""

    class Left(Message):
        """Posted when the learner goes to the decks."""

    def __init__(
        self, session: Session, manner: Manner, *, typed: str = "", note: str = ""
    ) -> None:
        """Show the session's card.

        Args:
            session: The sitting; it must have a card to ask.
            manner: Language, keys and looks.
            typed: What stands in the box at first.
            note: What the status row says at first.
        """
        super().__init__(manner, note)
        if session.asked is None:
            raise ValueError("the session has no card to ask")
        self._session = session
        self._guard = RepeatGuard()
        self._answering = Answering(session, session.asked, manner.now_ms())
        self._typed = typed
        self._leaving = False
        self._long_box: LongBox | None = None
        self._scrolled = 0
        self._strip_row: int | None = None
        self._head = self.sheet("head")
        self._gutter = self.sheet("gutter")
        self._box = AnswerBox(self._guard, manner.now_ms)
        self._answer = Horizontal(self._gutter, self._box, id="answer")
        self._below = self.sheet("below")
        self._side: Sheet | None = None

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        yield self._head
        yield self._answer
        yield self._below
        yield self._status
        yield self._footer

    @property
    def place(self) -> Place:
        """Where the learner is; the keys that work depend on it."""
        return self._answering.place

    @property
    def help_places(self) -> tuple[Place, ...]:
        """While a card is asked, the keys that follow are listed too."""
        if self.place in BOX_PLACES:
            return (self.place, Place.JUDGED)
        return (self.place,)

    def on_mount(self) -> None:
        """Show the first card."""
        self._box.value = self._typed
        self._box.cursor_position = len(self._typed)
        super().on_mount()
        self._guard.renew(self.manner.now_ms())
        self.set_interval(_AWAY_CHECK_SECONDS, self._notice_away)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Return whether an action is for the place where the learner is."""
        if action == "reveal" and self.place is Place.ASK and self._box.value:
            return False
        if action == "say_right" and self._answering.counts_as_right:
            return False
        if action == "say_wrong" and self._answering.counts_as_wrong:
            return False
        return super().check_action(action, parameters)

    def on_key(self, event: Key) -> None:
        """Let a message go at the next key, and keep the time."""
        if event.key != "escape":
            self._leaving = False
            self.tell("")
        self._answering.time.note_key(self.manner.now_ms(), writes=False)

    def on_answer_box_written(self) -> None:
        """Take the time to the first key."""
        self._written()

    def on_long_box_written(self) -> None:
        """Take the time to the first key."""
        self._written()

    def _written(self) -> None:
        self._leaving = False
        self._answering.time.note_key(self.manner.now_ms(), writes=True)
        if self._answering.slip:
            self._answering.slip = ""
            self.draw()
        self.tell("")

    def on_app_blur(self, _event: AppBlur) -> None:
        """Stop the time while another window is in front."""
        self._answering.time.leave(self.manner.now_ms())

    def on_descendant_blur(self, _event: DescendantBlur) -> None:
        """Keep the keyboard in the box, wherever was clicked."""
        if self.is_current and self.place in BOX_PLACES:
            self.call_later(self._focus_box)

    def on_mouse_up(self) -> None:
        """Keep the keyboard in the box."""
        self._focus_box()

    def _notice_away(self) -> None:
        if not self._answering.is_judged and self._answering.time.is_away(self.manner.now_ms()):
            self.tell(self.manner.say("study.away"))

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
            self._answering.check(self._written_text(), self.manner.now_ms())
            self._draw_and_renew()

    def action_reveal(self) -> None:
        """Show the answer without grading."""
        if self._goes_on():
            self._answering.reveal(self.manner.now_ms())
            self._draw_and_renew()

    def action_choose(self) -> None:
        """Answer with the choice that is marked."""
        if self._goes_on():
            self._answering.pick(self._answering.choice, self.manner.now_ms())
            self._draw_and_renew()

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
            self._draw_and_renew()

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

    # drawing

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
        self._leaving = False
        self._scrolled = 0
        if self._session.asked is None:
            self.post_message(self.Finished())
            return
        self._answering = Answering(self._session, self._session.asked, self.manner.now_ms())
        self._box.value = typed
        self._box.cursor_position = len(typed)
        self._drop_long_box()
        self.draw()

    def _draw_and_renew(self) -> None:
        self.draw()
        self._guard.renew(self.manner.now_ms())

    def draw(self) -> None:
        """Draw the card and what has become of it."""
        frame, say, answering = self.frame, self.manner.say, self._answering
        self.set_class(self.place in (Place.COMMANDS, Place.FLAG), "aside")
        in_prompt = study_view.prompt_is_long(answering, frame)
        head = study_view.head_rows(
            answering,
            self._session.scope,
            self._session.progress,
            self._scrolled if in_prompt else 0,
            frame,
            say,
        )
        in_verdict = 0 if in_prompt else self._scrolled
        below = study_view.below_rows(answering, len(head), in_verdict, frame, self.manner)
        writes = not answering.is_judged and first_place(answering.asked) is not Place.CHOICE
        self._head.show(head)
        self._answer.display = writes or self.place is Place.ASK
        self._gutter.show([study_view.gutter_row(frame, say)])
        self._below.show(below.rows)
        self._strip_row = below.strip_row
        self._draw_side(frame)
        self.offer(study_view.offers(answering, frame, self.manner))
        self._focus_box()

    def _draw_side(self, frame: Frame) -> None:
        """Draw the pane at the side, which is made when there first is room for it."""
        if frame.wide and self._side is None:
            self._side = self.sheet("side")
            self.mount(self._side)
        if self._side is not None:
            self._side.display = frame.wide
            self._side.show(study_view.side_rows(self._answering, frame, self.manner.say))

    def _focus_box(self) -> None:
        """Give the keyboard to the box where one is written in, else to the keys."""
        if self.place is Place.LONG:
            self._show_long_box().focus()
        elif self.place is Place.ASK:
            self._box.focus()
        elif self.focused is not None:
            self.set_focus(None)

    def _written_text(self) -> str:
        return (self._box.value if self._long_box is None else self._long_box.text).strip()

    def _show_long_box(self) -> "LongBox":
        """Return the box of several lines; it is loaded when the first long card comes."""
        if self._long_box is None:
            from overmorrow.tui.widgets.long_box import LongBox

            self._long_box = LongBox(self._box.value)
            self._answer.mount(self._long_box)
            self._box.display = False
        return self._long_box

    def _drop_long_box(self) -> None:
        if self._long_box is not None:
            self._long_box.remove()
            self._long_box = None
            self._box.display = True
