"""A deck's options: how much it asks a day and in what order; saved together, as one step."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import Click
from textual.message import Message

from overmorrow.jobs.deck_options import LIMITS, MOST_A_DAY, DeckOption, Value
from overmorrow.store.deck_names import WORDED
from overmorrow.tui import cells, home_footers
from overmorrow.tui.deck_option_rows import option_rows, value_of
from overmorrow.tui.homes import Homes
from overmorrow.tui.keys import bindings
from overmorrow.tui.manner import Manner
from overmorrow.tui.places import Place
from overmorrow.tui.rows import EMPTY, STRONG, Row, muted
from overmorrow.tui.screens.saving import Saving

_STEP = 5


class DeckOptionsScreen(Saving):
    """Shows and changes what a deck says of itself; subdecks follow it."""

    CSS_PATH = "home.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.DECK_OPTIONS)]

    class Closed(Message):
        """Posted when the learner is done, and what was changed is saved."""

        def __init__(self, deck: str, *, has_changed: bool, wants_name: bool) -> None:
            """Say what was done.

            Args:
                deck: The deck.
                has_changed: Whether anything was saved.
                wants_name: Whether the deck's name is to be changed next.
            """
            super().__init__()
            self.deck = deck
            self.has_changed = has_changed
            self.wants_name = wants_name

    def __init__(
        self, deck: str, homes: Homes, found: Sequence[DeckOption], manner: Manner
    ) -> None:
        """Show a deck's options.

        Args:
            deck: Its name in full.
            homes: Saves what is changed.
            found: What holds for it.
            manner: Language, keys and looks.
        """
        super().__init__(manner)
        self._deck = deck
        self._homes = homes
        self._found = list(found)
        self._changes: dict[str, Value | None] = {}
        self._chosen = 0
        self._is_typing = False
        self._top_rows = 0
        self._body = self.sheet("home")

    @property
    def place(self) -> Place:
        """Where the learner is."""
        return Place.DECK_OPTIONS

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        yield self._body
        yield self._status
        yield self._footer

    def draw(self) -> None:
        """Draw the options."""
        frame = self.frame
        say = self.manner.say
        title = cells.between(self._deck, say("decks.options"), frame.width - 2)
        rows: list[Row] = [((" " + title, STRONG),), muted("─" * frame.width)]
        rows += [] if frame.small else [EMPTY]
        self._top_rows = len(rows)
        rows += option_rows(self._found, self._changes, self._chosen, frame, say)
        self._body.show(rows)
        self.offer(home_footers.options_offers(say))

    @property
    def _option(self) -> DeckOption:
        return self._found[self._chosen]

    def action_move_option(self, step: int) -> None:
        """Choose the option above or below."""
        self._chosen = (self._chosen + step) % len(self._found)
        self._is_typing = False
        self.draw()

    def action_change_option(self, step: int) -> None:
        """Take the next value."""
        option = self._option
        own = value_of(option, self._changes)
        value = option.usual if own is None else own
        if option.key in LIMITS and isinstance(value, int):
            self._put(max(0, min(MOST_A_DAY, value + step * _STEP)))
        else:
            known = WORDED[option.key]
            self._put(known[(known.index(str(value)) + step) % len(known)])

    def action_type_digit(self, digit: int) -> None:
        """Write a number a day."""
        option = self._option
        if option.key not in LIMITS:
            return
        own = value_of(option, self._changes)
        before = own if self._is_typing and isinstance(own, int) else 0
        self._put(min(MOST_A_DAY, before * 10 + digit), typing=True)

    def action_delete_digit(self) -> None:
        """Take the last digit away."""
        own = value_of(self._option, self._changes)
        if isinstance(own, int):
            self._put(own // 10, typing=True)

    def action_give_up_option(self) -> None:
        """Leave it to the deck above or the settings."""
        self._put(None)

    def action_close_options(self) -> None:
        """Save what was changed and go back."""
        self._close()

    def action_leave_options(self) -> None:
        """Go back and leave everything as it was."""
        self.stop_waiting()
        self._changes = {}
        self._close()

    def action_name_deck(self) -> None:
        """Save what was changed and give the deck another name."""
        self._close(wants_name=True)

    def on_click(self, event: Click) -> None:
        """Choose the clicked option; a click on the chosen one takes the next value."""
        at = event.y - self._top_rows
        if at == self._chosen:
            self.action_change_option(1)
        elif 0 <= at < len(self._found):
            self.action_move_option(at - self._chosen)

    def _put(self, value: Value | None, *, typing: bool = False) -> None:
        option = self._option
        self._is_typing = typing
        self._changes[option.key] = value
        if value == option.own:
            del self._changes[option.key]
        self.draw()

    def _close(self, *, wants_name: bool = False) -> None:
        changes = dict(self._changes)
        closed = self.Closed(self._deck, has_changed=bool(changes), wants_name=wants_name)

        def post() -> None:
            self.post_message(closed)

        if changes:
            self.save(partial(self._homes.change_options, self._deck, changes), post)
        else:
            post()
