"""Changing the picked cards: the menu, the questions it asks, and the thread that does it."""

import os
from collections.abc import Awaitable, Callable
from functools import partial

from overmorrow.errors import OvermorrowError
from overmorrow.jobs.bulk import MOST_DAYS, Change, Changed, What
from overmorrow.jobs.written_days import due_change
from overmorrow.tui.browse_asking import Asking, fitting_offers
from overmorrow.tui.browse_menu import Item, Menu, items_for
from overmorrow.tui.import_rows import grouped, shown
from overmorrow.tui.places import Place
from overmorrow.tui.screens.browse_search import BrowseSearch

_LOOKS_AGAIN = (What.DELETE, What.MOVE)
Deed = Callable[[list[int]], Awaitable[Changed]]
_MENU_ROWS_WITH_TAGS = 200


class BrowseBulk(BrowseSearch):
    """Does one thing to all picked cards, as one step to be taken back."""

    is_busy = False
    """Whether the thread is changing something."""
    has_changed = False
    """Whether anything was changed since the screen was opened."""

    # the menu

    def action_bulk_menu(self) -> None:
        """Show what can be done."""
        if self.waits_for_all(self.action_bulk_menu):
            return
        count = len(self.listed.wanted)
        if not count:
            self.say("nothing_chosen")
            return
        items = items_for(self.listed.first_wanted, are_alike=self.has_pairs)
        self.menu = Menu(self.manner.say("browse.menu", n=grouped(count)), items, "one_undo")
        self.go_to(Place.BROWSE_MENU)

    def action_move_item(self, step: int) -> None:
        """Choose the next line of the menu, or the one before."""
        self.menu = self.menu.moved(step)
        self.draw()

    async def action_take_item(self) -> None:
        """Do what the chosen line says."""
        await self.run_action(self.menu.items[self.menu.at].action)

    def action_leave_menu(self) -> None:
        """Return to the cards."""
        self.go_to(Place.BROWSE_ROWS)

    # doing it

    def change(self, wanted: Change, what: str) -> None:
        """Change the picked cards in the thread.

        Args:
            wanted: How.
            what: What is said of it.
        """
        self.do(partial(self.browsing.change, wanted=wanted), what, wanted.what in _LOOKS_AGAIN)

    def do(self, work: Deed, what: str, looks_again: bool, wanted: list[int] | None = None) -> None:
        """Do something to the picked cards in the thread.

        Args:
            work: Does it to the cards it is given.
            what: What is said of it.
            looks_again: Whether other cards may be found afterwards.
            wanted: The cards; without them, the picked ones.
        """
        if self.is_busy:
            self.say("busy")
            return
        if wanted is None and self.waits_for_all(partial(self.do, work, what, looks_again)):
            return
        ids = self.listed.wanted if wanted is None else wanted
        self.go_to(Place.BROWSE_ROWS)
        if not ids:
            self.say("nothing_chosen")
            return
        self.is_busy = True
        self._begin()
        self.start(partial(self._do, work, ids, what, looks_again), "change")

    async def _do(self, work: Deed, ids: list[int], what: str, looks_again: bool) -> None:
        try:
            changed = await work(ids)
        except OvermorrowError as error:
            self._rest_from_change()
            self.complain(error)
            return
        self._rest_from_change()
        self.taken.clear()
        self.after_change(looks_again=looks_again and bool(changed.count))
        self._tell_done(changed, what)

    def _tell_done(self, changed: Changed, what: str) -> None:
        """Say what was done, and which files could not follow."""
        say = self.manner.say
        count, skipped = grouped(changed.count), grouped(changed.skipped)
        if not changed.count:
            self.say("done_none")
            return
        key = "browse.done_skipped" if changed.skipped else "browse.done"
        words = say(key, n=count, what=what, skipped=skipped)
        left = ", ".join(shown(os.path.basename(path)) for path in changed.files_left)
        self.tell(f"{words} {say('browse.files_left', files=left)}" if left else words)

    def card_edited(self, sentence: str) -> None:
        """Show the card as it is now; what was taken back before an edit is not done again."""
        if sentence:
            self.taken.clear()
        super().card_edited(sentence)

    def _rest_from_change(self) -> None:
        self.is_busy = False
        self.stop_reading()

    def after_change(self, *, looks_again: bool) -> None:
        """Show what was changed."""
        self.has_changed = True
        self.listed.forget_rows()
        self.look_anew()
        if looks_again:
            self.search(stays=True)
        self.draw()

    def say_seconds(self, seconds: int) -> None:
        """Say that the change is being made."""
        self.say("busy_seconds" if seconds else "busy", seconds=seconds)

    def did(self, key: str, **values: object) -> str:
        """Return what was done, in words."""
        return self.manner.say(f"browse.did_{key}", **values)

    def action_suspend(self) -> None:
        """Set the cards aside, or let them come again if the first of them is aside."""
        row = self.listed.first_wanted
        rests = row is not None and row.suspended
        what = What.UNSUSPEND if rests else What.SUSPEND
        self.change(Change(what=what), self.did(what.value))

    def action_bury(self) -> None:
        """Put the cards off until tomorrow, or no longer if the first of them is put off."""
        row = self.listed.first_wanted
        rests = row is not None and row.buried
        what = What.UNBURY if rests else What.BURY
        self.change(Change(what=what), self.did(what.value))

    def action_turn_mark(self) -> None:
        """Mark the cards, or take the marks away if the first of them has one."""
        row = self.listed.first_wanted
        is_marked = row is not None and row.marked
        what = What.UNMARK if is_marked else What.MARK
        self.change(Change(what=what), self.did(what.value))

    def action_flag(self) -> None:
        """Wait for a flag's digit."""
        if self.waits_for_all(self.action_flag):
            return
        count = len(self.listed.wanted)
        if not count:
            self.say("nothing_chosen")
            return
        items = (Item("0–7", "", "set_flag"),)
        self.menu = Menu(self.manner.say("browse.menu", n=grouped(count)), items, "one_undo")
        self.go_to(Place.FLAG)

    def action_set_flag(self, number: int) -> None:
        """Give the cards a flag, or none with 0."""
        what = self.did("flag", flag=number) if number else self.did("unflag")
        self.change(Change(what=What.FLAG, number=number), what)

    def action_keep_flag(self) -> None:
        """Leave the flags as they are."""
        self.go_to(Place.BROWSE_ROWS)

    def action_reset(self) -> None:
        """Make the cards new again."""
        self.change(Change(what=What.RESET), self.did("reset"))

    def action_delete_cards(self) -> None:
        """Delete the cards' notes."""
        self.change(Change(what=What.DELETE), self.did("delete"))

    def action_merge_found(self) -> None:
        """Make one note of those that ask the same."""
        self._with_alike(self.browsing.merge, self.did("merge"))

    def action_keep_both(self) -> None:
        """Remember that notes which ask the same are to be kept."""
        self._with_alike(self.browsing.keep_apart, self.did("keep"))

    def _with_alike(self, work: Deed, what: str) -> None:
        alike = [row.card_id for row in self.alike()]
        if len(alike) < 2:
            self.go_to(Place.BROWSE_ROWS)
            self.say("none_alike")
        else:
            self.do(work, what, looks_again=True, wanted=alike)

    # what is asked

    def ask(self, asking: Asking, place: Place = Place.BROWSE_FIELD, text: str = "") -> None:
        """Ask something in a box.

        Args:
            asking: The question.
            place: Where it is asked.
            text: What stands in the box at first.
        """
        self.asking = asking
        for box in self.fields.values():
            box.write("")
        self.fields["first"].write(text)
        self.fields["first"].placeholder = ""
        self.asking = asking.fitting("")
        self.go_to(place)
        self.set_focus(self.fields["first"])

    def action_change_tags(self) -> None:
        """Ask which tags to add, and which to remove."""
        say = self.manner.say
        tags: dict[str, None] = {}
        for card_id in self.listed.wanted[:_MENU_ROWS_WITH_TAGS]:
            for row in self.browsing.rows([card_id]):
                tags.update(dict.fromkeys(row.tags))
        offers = fitting_offers([f"-{tag}" for tag in tags])
        title = say("browse.known_tags")
        self.ask(Asking("tags", ("tags_ask",), say("browse.tags_how"), title, offers))

    def action_move_to_deck(self) -> None:
        """Ask for a deck."""
        say = self.manner.say
        offers = fitting_offers(self.browsing.decks())
        title = say("browse.known_decks")
        self.ask(Asking("deck", ("deck_ask",), say("browse.deck_how"), title, offers))

    def action_set_due(self) -> None:
        """Ask for a day."""
        self.ask(Asking("due", ("due_ask",), self.manner.say("browse.due_how")))

    def action_leave_field(self) -> None:
        """Do nothing."""
        self.go_to(Place.BROWSE_ROWS)

    def action_move_offer(self, step: int) -> None:
        """Choose the next of what is offered."""
        if self.asking is not None:
            self.asking = self.asking.moved(step)
            self.draw()

    def action_complete(self) -> None:
        """Write what is chosen, or the first that fits."""
        if self.asking is not None and self.asking.shown:
            self.fields["first"].write((self.asking.chosen or self.asking.shown[0]).text)

    def action_take_field(self) -> None:
        """Do what was asked for with what is written."""
        asking = self.asking
        if asking is None:
            return
        text = (asking.chosen.text if asking.chosen else self.fields["first"].value).strip()
        match asking.name:
            case "tags":
                self._take_tag(text)
            case "deck":
                self._take_deck(text)
            case _:
                self._take_due(text)

    def _take_tag(self, text: str) -> None:
        removes = text.startswith("-")
        tag = text.lstrip("+-")
        if not tag:
            self.say("tags_none")
            return
        what = What.REMOVE_TAG if removes else What.ADD_TAG
        self.change(Change(what=what, text=tag), self.did(what.value, tag=tag))

    def _take_deck(self, text: str) -> None:
        if not text:
            self.say("deck_none")
            return
        self.change(Change(what=What.MOVE, text=text), self.did("move", deck=text))

    def _take_due(self, text: str) -> None:
        wanted = due_change(text)
        if wanted is None:
            self.say("due_wrong", text=text, most=f"{MOST_DAYS:,}")
            return
        self.change(wanted, self.did("due"))
