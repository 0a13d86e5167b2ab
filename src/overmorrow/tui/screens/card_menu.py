"""What can be done at once with one card: its tags, another deck, another day."""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.events import Click
from textual.message import Message
from textual.widgets import Input

from overmorrow.errors import OvermorrowError
from overmorrow.jobs.bulk import MOST_DAYS, Change, What
from overmorrow.jobs.written_days import due_change
from overmorrow.tui import cells
from overmorrow.tui.browse_asking import Asking, asked_at, asking_rows, fitting_offers
from overmorrow.tui.browse_footers import browse_offers
from overmorrow.tui.browse_menu import Item, Menu, menu_rows
from overmorrow.tui.import_rows import head_rows, shown
from overmorrow.tui.keys import bindings
from overmorrow.tui.manner import Manner
from overmorrow.tui.places import Place
from overmorrow.tui.rows import EMPTY, MUTED, Row
from overmorrow.tui.screens.reading import Reading
from overmorrow.tui.widgets.line_box import LineBox

if TYPE_CHECKING:
    from overmorrow.jobs.browse import BrowseRow
    from overmorrow.tui.browsing import Browsing

_ITEMS = (
    Item("t", "change_tags", "change_tags"),
    Item("m", "move_to_deck", "move_to_deck"),
    Item("d", "set_due", "set_due"),
    Item("r", "reset", "reset"),
)
_FIRST_ITEM_ROW = 2


class CardMenuScreen(Reading):
    """Changes one card's tags, deck or day, each as one step that `u` takes back."""

    CSS_PATH = "card_menu.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.CARD_MENU, Place.CARD_FIELD)]

    class Left(Message):
        """Posted when the learner goes back to the card."""

        def __init__(self, card_id: int, note: str = "", change: What | None = None) -> None:
            """Say what was done.

            Args:
                card_id: The card.
                note: What to say; empty for nothing.
                change: What was changed; None for nothing.
            """
            super().__init__()
            self.card_id = card_id
            self.note = note
            self.change = change

    def __init__(self, row: "BrowseRow", browsing: "Browsing", manner: Manner) -> None:
        """Show what can be done.

        Args:
            row: The card.
            browsing: Changes it, in a thread of its own.
            manner: Language, keys and looks.
        """
        super().__init__(manner)
        self._row = row
        self._browsing = browsing
        self._place = Place.CARD_MENU
        self._menu = Menu("", _ITEMS, "one_undo_alone")
        self._asking: Asking | None = None
        self._is_busy = False
        self._head = self.sheet("head")
        self._label = self.sheet("label")
        self._box = LineBox("card-field")
        self._box_row = Horizontal(self._label, self._box, id="box-row")
        self._body = self.sheet("body")

    @property
    def place(self) -> Place:
        """Where the learner is."""
        return self._place

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        yield self._head
        yield self._box_row
        yield self._body
        yield self._status
        yield self._footer

    def on_unmount(self) -> None:
        """Let the thread end."""
        self._browsing.close()

    def draw(self) -> None:
        """Draw the menu, or what it asks."""
        frame, say = self.frame, self.manner.say
        deck = cells.cut(shown(self._row.deck).replace("::", " › "), frame.width // 2)
        self._head.show(head_rows(say("browse.card_menu"), deck, frame))
        self._box_row.display = self._asking is not None
        room = frame.height - 4
        if self._asking is None:
            menu = self._menu._replace(title=shown(self._row.prompt))
            self._body.show([EMPTY, *menu_rows(menu, room - 1, frame, say)])
        else:
            label = " " * frame.start + say(f"browse.{self._asking.labels[0]}")
            self._label.styles.width = cells.cell_len(label) + 2
            self._label.show([((label, MUTED),)])
            rows: Sequence[Row] = asking_rows(self._asking, self._asking_room, frame)
            self._body.show(rows)
        has_offers = self._asking is None or bool(self._asking.offers)
        offers = browse_offers(
            say, self._place, small=frame.small, has_cards=True, has_offers=has_offers
        )
        self.offer(offers)

    def say_seconds(self, seconds: int) -> None:
        """Say that the change is being made."""
        self.tell(
            self.manner.say("browse.busy_seconds" if seconds else "browse.busy", seconds=seconds)
        )

    # the menu

    def on_click(self, event: Click) -> None:
        """Choose the clicked line; a click on the chosen one does it."""
        if self._asking is not None:
            self._click_offer(self._asking, event.screen_y - self._body.region.y)
            return
        top = self._body.region.y + (_FIRST_ITEM_ROW if self.frame.small else _FIRST_ITEM_ROW + 1)
        at = event.screen_y - top
        if not 0 <= at < len(_ITEMS):
            return
        if at == self._menu.at:
            self.call_later(self.action_take_item)
        else:
            self._menu = self._menu._replace(at=at)
            self.draw()

    def _click_offer(self, asking: Asking, row: int) -> None:
        at = asked_at(asking, self._asking_room, self.frame, row)
        if at is not None and at == asking.at:
            self.action_take_field()
        elif at is not None:
            self._asking = asking._replace(at=at)
            self.draw()

    @property
    def _asking_room(self) -> int:
        return self.frame.height - 5

    def action_move_item(self, step: int) -> None:
        """Choose the next line of the menu, or the one before."""
        self._menu = self._menu.moved(step)
        self.draw()

    async def action_take_item(self) -> None:
        """Do what the chosen line says."""
        await self.run_action(self._menu.items[self._menu.at].action)

    def action_leave_menu(self) -> None:
        """Go back to the card."""
        self.post_message(self.Left(self._row.card_id))

    def action_change_tags(self) -> None:
        """Ask for a tag to add, or one to take away."""
        say = self.manner.say
        own = [f"-{tag}" for tag in self._row.tags]
        title = say("browse.known_tags")
        self._ask(Asking("tags", ("tags_ask",), say("browse.tags_how"), title, fitting_offers(own)))
        self.run_worker(self._offer_known_tags(own))

    async def _offer_known_tags(self, own: list[str]) -> None:
        """Offer the tags of other notes too, once they are read."""
        known = await self._browsing.tags()
        if self._asking is not None and self._asking.name == "tags":
            others = [tag for tag in known if tag not in self._row.tags]
            asking = self._asking._replace(offers=fitting_offers([*own, *others]))
            self._asking = asking.fitting(self._box.value)
            self.draw()

    def action_move_to_deck(self) -> None:
        """Ask for the deck to move to."""
        say = self.manner.say
        decks = [deck for deck in self._browsing.decks() if deck != self._row.deck]
        title = say("browse.known_decks")
        offers = fitting_offers(decks)
        self._ask(Asking("deck", ("deck_ask",), say("browse.deck_how"), title, offers))

    def action_set_due(self) -> None:
        """Ask for the day on which the card comes back."""
        self._ask(Asking("due", ("due_ask",), self.manner.say("browse.due_how")))

    def action_reset(self) -> None:
        """Make the card new again; its history stays."""
        self._change(Change(what=What.RESET), self.manner.say("browse.did_reset"))

    # what is asked

    def _ask(self, asking: Asking) -> None:
        self._place = Place.CARD_FIELD
        self._box.write("")
        self._asking = asking.fitting("")
        self.draw()
        self.set_focus(self._box)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Offer what goes on as is written."""
        event.stop()
        if self._asking is not None:
            self._asking = self._asking.fitting(event.value)
            self.draw()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take what is written."""
        event.stop()
        self.action_take_field()

    def action_move_offer(self, step: int) -> None:
        """Choose the next of what is offered."""
        if self._asking is not None:
            self._asking = self._asking.moved(step)
            self.draw()

    def action_complete(self) -> None:
        """Write what is chosen, or the first that fits."""
        if self._asking is not None and self._asking.shown:
            self._box.write((self._asking.chosen or self._asking.shown[0]).text)

    def action_leave_field(self) -> None:
        """Go back to the menu."""
        self._place = Place.CARD_MENU
        self._asking = None
        self.set_focus(None)
        self.draw()

    def action_take_field(self) -> None:
        """Do what was asked for with what is written, or with what is chosen."""
        asking, say = self._asking, self.manner.say
        if asking is None or self._is_busy:
            return
        text = (asking.chosen.text if asking.chosen else self._box.value).strip()
        match asking.name:
            case "due":
                self._take_due(text)
            case "deck" if text:
                change = Change(what=What.MOVE, text=text)
                self._change(change, say("browse.did_move", deck=text))
            case "tags" if tag := text.lstrip("+-"):
                what = What.REMOVE_TAG if text.startswith("-") else What.ADD_TAG
                self._change(Change(what=what, text=tag), say(f"browse.did_{what.value}", tag=tag))
            case _:
                self.tell(say(f"browse.{asking.name}_none"))

    def _take_due(self, text: str) -> None:
        say = self.manner.say
        wanted = due_change(text)
        if wanted is None:
            self.tell(say("browse.due_wrong", text=text, most=f"{MOST_DAYS:,}"))
            return
        self._change(wanted, say("browse.did_due"))

    def _change(self, wanted: Change, done: str) -> None:
        if not self._is_busy:
            self._is_busy = True
            self._begin()
            self.run_worker(self._do(wanted, done))

    async def _do(self, wanted: Change, done: str) -> None:
        say = self.manner.say
        try:
            changed = await self._browsing.change([self._row.card_id], wanted)
        except OvermorrowError as error:
            self.complain(error)
            return
        finally:
            self._is_busy = False
            self.stop_reading()
        if not changed.count:
            self.tell(say("browse.done_none"))
            return
        words = say("browse.done_alone", what=done)
        left = ", ".join(shown(os.path.basename(path)) for path in changed.files_left)
        note = f"{words} {say('browse.files_left', files=left)}" if left else words
        self.post_message(self.Left(self._row.card_id, note, wanted.what))
