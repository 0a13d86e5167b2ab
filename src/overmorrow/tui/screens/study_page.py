"""The study screen as it is drawn: the card, the box, the verdict, the time it takes."""

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import AppBlur, DescendantBlur, Key

from overmorrow.tui.answering import BOX_PLACES, Answering, first_place
from overmorrow.tui.frame import Frame
from overmorrow.tui.keys import Place
from overmorrow.tui.manner import Manner
from overmorrow.tui.pace import RepeatGuard
from overmorrow.tui.screens import study_view
from overmorrow.tui.screens.page import Page
from overmorrow.tui.session import Session
from overmorrow.tui.widgets.answer_box import AnswerBox

if TYPE_CHECKING:
    from overmorrow.tui.widgets.long_box import LongBox
    from overmorrow.tui.widgets.sheet import Sheet

_AWAY_CHECK_SECONDS = 5.0


class StudyPage(Page):
    """Shows one card at a time; what the keys do is `StudyScreen`'s."""

    CSS_PATH = "study.tcss"

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

    def show_card(self, answering: Answering, typed: str) -> None:
        """Show a card from the start.

        Args:
            answering: The card, and nothing done with it yet.
            typed: What stands in the box.
        """
        self._answering = answering
        self._leaving = False
        self._scrolled = 0
        self._box.value = typed
        self._box.cursor_position = len(typed)
        self._drop_long_box()
        self.draw()

    def draw_and_renew(self) -> None:
        """Draw, and take the keys that came meanwhile for a held one."""
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

    def written_text(self) -> str:
        """Return what stands in the box."""
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
