"""What to do about a backlog: how much of it is taken a day."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import Click
from textual.message import Message

from overmorrow.stats.spans import short_day
from overmorrow.tui import cells, home_footers
from overmorrow.tui.backlog_rows import Amount, CatchingUp, amounts, backlog_rows, other_amount
from overmorrow.tui.keys import bindings
from overmorrow.tui.manner import Manner
from overmorrow.tui.pace import RepeatGuard
from overmorrow.tui.places import Place
from overmorrow.tui.rows import EMPTY, PLAIN, Row, muted
from overmorrow.tui.screens.browse_wanted import BrowseWanted
from overmorrow.tui.screens.saving import Saving

if TYPE_CHECKING:
    from overmorrow.jobs.backlog import Backlog
    from overmorrow.jobs.home import Overview
    from overmorrow.tui.homes import Homes

_ABSENT = 2
"""From so many days on it is said how long the learner was away."""


class BacklogScreen(Saving):
    """Lets the learner spread overdue reviews over days; no schedule changes."""

    CSS_PATH = "home.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.BACKLOG)]

    class Chosen(Message):
        """Posted when the learner begins to catch up, at the pace that is saved by now."""

        def __init__(self, *, is_given_up: bool) -> None:
            """Say whether the pace was given up instead."""
            super().__init__()
            self.is_given_up = is_given_up

    class Left(Message):
        """Posted when the learner looks at the decks instead."""

        def __init__(self, day: int) -> None:
            """Say on which study day."""
            super().__init__()
            self.day = day

    def __init__(
        self, overview: "Overview", homes: "Homes", manner: Manner, note: str = ""
    ) -> None:
        """Show a backlog.

        Args:
            overview: The collection today; it has a backlog.
            homes: Saves the pace.
            manner: Language, keys and looks.
            note: What the status row says at first.
        """
        if overview.backlog is None:
            raise ValueError("nothing is overdue")
        super().__init__(manner, note)
        self._overview = overview
        self._homes = homes
        self._backlog: Backlog = overview.backlog
        self._ways = amounts(self._backlog)
        self._chosen = 0
        self._rest_new = True
        self._guard = RepeatGuard()
        self._guard.renew(manner.now_ms())
        self._body = self.sheet("home")
        self._first_way = 0

    @property
    def place(self) -> Place:
        """Where the learner is."""
        return Place.BACKLOG

    @property
    def is_easily_left(self) -> bool:
        """Whether nothing is lost when the learner goes elsewhere from here."""
        return True

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        yield self._body
        yield self._status
        yield self._footer

    def draw(self) -> None:
        """Draw the backlog and the ways out of it."""
        frame = self.frame
        say = self.manner.say
        rows = [self._head(), muted("─" * frame.width)]
        rows += [] if frame.small else [EMPTY]
        plan = CatchingUp(
            self._backlog, self._ways, self._chosen, self._rest_new, self._overview.day
        )
        told = backlog_rows(plan, frame, say)
        is_way = [any(text.startswith(("1  ",)) for text, _ in row) for row in told]
        self._first_way = len(rows) + is_way.index(True)
        rows += told
        lines = cells.wrap(say("backlog.untouched"), frame.text_cells)
        foot = [muted(" " * frame.start + line) for line in lines]
        gap = frame.height - 2 - len(rows) - len(foot)
        rows += [EMPTY] * max(0, gap) + (foot if gap >= 0 else [])
        self._body.show(rows)
        self.offer(home_footers.backlog_offers(say, small=frame.small))

    def _head(self) -> Row:
        say = self.manner.say
        when = short_day(say, self._overview.day)
        if self._backlog.absent_days >= _ABSENT and not self.frame.small:
            when += f" · {say('backlog.absent', n=self._backlog.absent_days)}"
        return ((" " + cells.between("overmorrow", when, self.frame.width - 2), PLAIN),)

    def action_move_way(self, step: int) -> None:
        """Choose the way above or below."""
        self.action_pick_way((self._chosen + step) % len(self._ways))

    def action_pick_way(self, at: int) -> None:
        """Choose a way; nothing begins yet."""
        if at < len(self._ways):
            self._chosen = at
            self.draw()

    def action_change_pace(self, step: int) -> None:
        """Take more or fewer a day."""
        self._ways[self._chosen] = other_amount(self._ways[self._chosen], step, self._backlog)
        self.draw()

    def action_rest_new(self) -> None:
        """Let new cards wait, or not."""
        self._rest_new = not self._rest_new
        self.draw()

    def action_begin_pace(self) -> None:
        """Begin, unless a held Enter brought us here."""
        if not self._guard.allows("enter", self.manner.now_ms()):
            return
        way = self._ways[self._chosen]
        step = (
            self._homes.forget_pace if way.gives_up else partial(self._choose, way, self._rest_new)
        )
        chosen = self.Chosen(is_given_up=way.gives_up)

        def post() -> None:
            self.post_message(chosen)

        self.save(step, post)

    def _choose(self, way: Amount, rest_new: bool) -> None:
        self._homes.choose_pace(way.reviews, rest_new=rest_new, only_today=way.only_today)

    def action_browse(self) -> None:
        """Look for cards."""
        self.post_message(BrowseWanted("", is_draft=True))

    def action_leave_backlog(self) -> None:
        """Look at the decks."""
        self.stop_waiting()
        self.post_message(self.Left(self._overview.day))

    def on_click(self, event: Click) -> None:
        """Choose the clicked way; a click on the chosen one begins."""
        at = event.y - self._first_way
        if not 0 <= at < len(self._ways):
            return
        if at == self._chosen:
            self.action_begin_pace()
        else:
            self.action_pick_way(at)
