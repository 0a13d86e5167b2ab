"""The study screen as it is drawn: the card, the box, the verdict, the time it takes."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import AppBlur, DescendantBlur, Key

from overmorrow.tui.answering import BOX_PLACES, BOXLESS_PLACES, Answering, first_place
from overmorrow.tui.frame import Frame
from overmorrow.tui.manner import Manner
from overmorrow.tui.marked_text import marks_for
from overmorrow.tui.pace import RepeatGuard
from overmorrow.tui.places import Place
from overmorrow.tui.screens import study_view
from overmorrow.tui.screens.page import Page
from overmorrow.tui.scrolled import Scroll
from overmorrow.tui.session import Session
from overmorrow.tui.widgets.answer_box import AnswerBox

if TYPE_CHECKING:
    from overmorrow.jobs.card_source import CardSource
    from overmorrow.tui.widgets.long_box import LongBox
    from overmorrow.tui.widgets.sheet import Sheet

_AWAY_CHECK_SECONDS = 5.0


def _no_source(_card_id: int) -> None:
    """Find no article, as for cards that are from none."""


class StudyPage(Page):
    """Shows one card at a time; what the keys do is `StudyScreen`'s."""

    CSS_PATH = "study.tcss"

    def __init__(
        self,
        session: Session,
        manner: Manner,
        *,
        typed: str = "",
        note: str = "",
        source: "Callable[[int], CardSource | None]" = _no_source,
    ) -> None:
        """Show the session's card.

        Args:
            session: The sitting; it must have a card to ask.
            manner: Language, keys and looks.
            typed: What stands in the box at first.
            note: What the status row says at first.
            source: Finds where in its article a card is from.
        """
        super().__init__(manner, note)
        if session.asked is None:
            raise ValueError("the session has no card to ask")
        self._session = session
        self._source_of = source
        self._guard = RepeatGuard()
        self._answering = Answering(session, session.asked, manner.now_ms())
        self._typed = typed
        self._leaving = False
        self._long_box: LongBox | None = None
        self._scrolled = 0
        """How many rows of the prompt were scrolled away."""
        self._below_scrolled = Scroll(follows=True)
        """How far down the learner is in what stands below it."""
        self._drew_judged = False
        self._strip_row: int | None = None
        self._choices_row: int | None = None
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
            self.tell(self.standing)
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
        self.tell(self.standing)

    def on_app_blur(self, _event: AppBlur) -> None:
        """Stop the time while another window is in front."""
        self._answering.time.leave(self.manner.now_ms())
        self._notice_away()

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
        self._scrolled, self._below_scrolled = 0, Scroll(follows=True)
        self._typed = typed
        self._box.value = typed
        self._box.cursor_position = len(typed)
        self._hide_long_box()
        self.draw()

    def draw_chosen(self) -> None:
        """Draw, and scroll to the entry that is chosen now."""
        self._below_scrolled = self._below_scrolled._replace(follows=True)
        self.draw()

    def draw_and_renew(self) -> None:
        """Draw, and take the keys that came meanwhile for a held one."""
        self.draw()
        self._guard.renew(self.manner.now_ms())

    def draw(self) -> None:
        """Draw the card and what has become of it."""
        frame, say, answering = self.frame, self.manner.say, self._answering
        self.set_class(self.place in (Place.COMMANDS, Place.FLAG), "aside")
        if answering.is_judged is not self._drew_judged:
            self._below_scrolled = Scroll(follows=True)
        self._drew_judged = answering.is_judged
        head = study_view.head_rows(
            answering,
            self._session.scope,
            self._session.progress,
            self._scrolled,
            frame,
            self.manner,
        )
        below = study_view.below_rows(
            answering, len(head.rows), self._below_scrolled, frame, self.manner
        )
        self._scrolled = head.first
        self._below_scrolled = Scroll(below.first)
        writes = not answering.is_judged and first_place(answering.asked) not in BOXLESS_PLACES
        self._head.show(head.rows)
        self._answer.display = writes or self.place in (Place.ASK, Place.RETYPE)
        self._gutter.show([study_view.gutter_row(frame, say, retypes=self.place is Place.RETYPE)])
        self._below.show(below.rows)
        self._strip_row, self._choices_row = below.strip_row, below.choices_row
        source = self.card_source() if answering.is_judged else None
        self._draw_side(frame, source)
        offers = study_view.offers(answering, frame, self.manner, has_source=source is not None)
        self.offer(offers)
        self._focus_box()

    def _draw_side(self, frame: Frame, source: "CardSource | None") -> None:
        """Draw the pane at the side, which is made when there first is room for it."""
        if frame.wide and self._side is None:
            self._side = self.sheet("side")
            self.mount(self._side)
        if self._side is not None:
            self._side.display = frame.wide
            has_colour = not self.app.no_color
            marks = marks_for(has_colour=has_colour, ascii_only=self.manner.ascii_only)
            self._side.show(
                study_view.side_rows(
                    self._answering, self._around(source, frame), marks, frame, self.manner.say
                )
            )

    def _around(self, source: "CardSource | None", frame: Frame) -> study_view.Around:
        """Return what is around the judged card; its past is read once."""
        answering = self._answering
        if not (frame.wide and answering.is_judged):
            return study_view.Around(source, None)
        if answering.beside is None:
            answering.beside = self._session.beside(answering.asked.card_id)
        return study_view.Around(source, answering.beside)

    def card_source(self) -> "CardSource | None":
        """Return where in its article the card is from; None where no article is kept."""
        return self._source_of(self._answering.asked.card_id)

    def _focus_box(self) -> None:
        """Give the keyboard to the box where one is written in, else to the keys."""
        if self.place is Place.LONG:
            self.set_focus(self._show_long_box())
        elif self.place in (Place.ASK, Place.RETYPE):
            self.set_focus(self._box)
        elif self.focused is not None:
            self.set_focus(None)

    def written_text(self) -> str:
        """Return what stands in the box."""
        long = self._long_box
        return (long.text if long is not None and long.display else self._box.value).strip()

    def _show_long_box(self) -> "LongBox":
        """Return the box of several lines; it is loaded when the first long card comes."""
        if self._long_box is None:
            from overmorrow.tui.widgets.long_box import LongBox

            self._long_box = LongBox(reveals=True)
            self._long_box.display = False
            self._answer.mount(self._long_box)
        if not self._long_box.display:
            self._long_box.load_text(self._typed)
            self._long_box.move_cursor(self._long_box.document.end)
            self._long_box.display = True
            self._box.display = False
        return self._long_box

    def _hide_long_box(self) -> None:
        if self._long_box is not None:
            self._long_box.display = False
            self._box.display = True
