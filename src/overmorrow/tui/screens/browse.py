"""The screen on which cards are found, looked at and changed, many at once."""

from typing import ClassVar

from textual.binding import BindingType
from textual.events import Click
from textual.message import Message
from textual.widgets import Input

from overmorrow.errors import OvermorrowError
from overmorrow.jobs.asked import Limits, Mode
from overmorrow.tui.browse_asking import Asked, Asking, asked_at
from overmorrow.tui.browse_columns import GUTTER, column_at
from overmorrow.tui.browse_menu import Item, Menu
from overmorrow.tui.browsing import Browsing, Habits
from overmorrow.tui.import_rows import grouped
from overmorrow.tui.keys import bindings
from overmorrow.tui.manner import Manner
from overmorrow.tui.places import Place
from overmorrow.tui.screens.browse_page import HEAD_ROWS
from overmorrow.tui.screens.browse_replace import BrowseReplace
from overmorrow.tui.screens.edit_wanted import EditWanted
from overmorrow.tui.screens.saving import Saving
from overmorrow.tui.taken_words import no_redo_words, redone_words, undone_words

_MENUS = (Place.BROWSE_MENU, Place.BROWSE_STUDY)
_CHOOSING = {Place.BROWSE_FIELD: "take_field", Place.BROWSE_SAVED: "take_saved"}
"""Where something can be chosen instead of written, and what takes it."""


class BrowseScreen(BrowseReplace, Saving):
    """Shows the cards that a search finds; every key of it is in the table."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(
            Place.BROWSE_SEARCH,
            Place.BROWSE_ROWS,
            Place.BROWSE_MENU,
            Place.BROWSE_STUDY,
            Place.BROWSE_SAVED,
            Place.BROWSE_FIELD,
            Place.BROWSE_REPLACE,
            Place.BROWSE_CHANGES,
            Place.FLAG,
        )
    ]

    class Left(Message):
        """Posted when the learner goes back."""

        def __init__(self, *, has_changed: bool) -> None:
            """Say whether any card was changed."""
            super().__init__()
            self.has_changed = has_changed

    class InfoWanted(Message):
        """Posted when the learner wants a card's history."""

        def __init__(self, card_id: int) -> None:
            """Name the card."""
            super().__init__()
            self.card_id = card_id

    class StudyWanted(Message):
        """Posted when the learner wants to study what was found."""

        def __init__(self, limits: Limits) -> None:
            """Say which, and how."""
            super().__init__()
            self.limits = limits

    def __init__(
        self,
        browsing: Browsing,
        manner: Manner,
        habits: Habits,
        text: str = "",
        *,
        writes: bool = False,
    ) -> None:
        """Search.

        Args:
            browsing: Finds cards, and changes them.
            manner: Language, keys and looks.
            habits: How the learner last looked for cards.
            text: What is searched first.
            writes: Whether the learner goes on writing the search.
        """
        super().__init__(browsing, manner, habits, text)
        self._place = Place.BROWSE_SEARCH if writes else Place.BROWSE_ROWS

    # the search

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Do what Enter does at this place."""
        event.stop()
        match self._place:
            case Place.BROWSE_SEARCH:
                self.action_take_rows()
            case Place.BROWSE_SAVED:
                self.action_take_saved()
            case Place.BROWSE_REPLACE:
                self.action_plan_replacing()
            case Place.BROWSE_FIELD:
                self.action_take_field()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Offer what goes on as is written."""
        if event.input is self.fields["first"] and self.asking is not None:
            written = event.value if self._place is Place.BROWSE_FIELD else ""
            self.asking = self.asking.fitting(written)
            self.draw()

    def action_take_rows(self) -> None:
        """Go to the cards."""
        self.search_now()
        self.search_box.remember()
        self.go_to(Place.BROWSE_ROWS)

    def action_recall(self, step: int) -> None:
        """Search what was searched before; after the newest, go to the cards."""
        if not self.search_box.recall(step) and step > 0:
            self.action_take_rows()

    def action_leave_search(self) -> None:
        """Clear the search; leave if there is none."""
        if self.search_box.value:
            self.search_box.remember()
            self.search_box.write("")
            self.search()
        else:
            self.action_leave_browse()

    def action_write_search(self) -> None:
        """Go to the box."""
        self.go_to(Place.BROWSE_SEARCH)

    # the cards

    def action_move_found(self, step: int) -> None:
        """Look at the next card, or the one before."""
        self._move(step)

    def action_page_found(self, step: int) -> None:
        """Go on by one screen of cards."""
        self._move(step * max(1, len(self.listed.window(self.table_room)) - 1))

    def action_end_found(self, step: int) -> None:
        """Go to the first card or the last."""
        if step > 0:
            self.listed.move_to_end()
            self.draw()
        else:
            self._move(-len(self.listed))

    def _move(self, step: int) -> None:
        self.listed.move(step)
        self.draw()

    def action_pick_card(self) -> None:
        """Pick the card, or put it back, and go on."""
        self.forget_waiting()
        self.listed.turn()
        self.draw()

    def action_pick_all(self) -> None:
        """Pick all cards found, or none."""
        self.forget_waiting()
        self.listed.turn_all()
        self.draw()

    def action_edit(self) -> None:
        """Change the card."""
        if self.listed.card_id is not None:
            self.post_message(EditWanted(self.listed.card_id))

    def action_info(self) -> None:
        """Show the card's history."""
        if self.listed.card_id is not None:
            self.post_message(self.InfoWanted(self.listed.card_id))

    def action_undo(self) -> None:
        """Take the newest thing back."""
        if self.is_busy:
            self.say("busy")
            return
        self.is_busy = True
        self._begin()
        self.start(self._undo, "change")

    async def _undo(self) -> None:
        try:
            taken = await self.browsing.undo()
        except OvermorrowError as error:
            self._rest_from_change()
            self.complain(error)
            return
        self._rest_from_change()
        if taken is None:
            self.tell(self.manner.say("undo.nothing_to_undo"))
            return
        self.taken.append(taken)
        self.after_change(looks_again=True)
        self.tell(undone_words(taken, self.manner.say))

    def action_redo(self) -> None:
        """Do again what was taken back here, where that can be done."""
        if self.is_busy:
            self.say("busy")
        elif not self.taken or not self.taken[-1].can_be_done_again:
            taken = self.taken[-1] if self.taken else None
            self.tell(no_redo_words(taken, self.manner.say))
        else:
            self.is_busy = True
            self._begin()
            self.start(self._redo, "change")

    async def _redo(self) -> None:
        try:
            await self.browsing.redo(self.taken[-1])
        except OvermorrowError as error:
            self._rest_from_change()
            self.complain(error)
            return
        self._rest_from_change()
        taken = self.taken.pop()
        self.after_change(looks_again=True)
        self.tell(redone_words(taken, self.manner.say))

    # studying

    def action_study_found(self) -> None:
        """Ask how what was found is studied."""
        if not self.listed:
            self.say("nothing_chosen")
            return
        if self.found is not None and self.found.is_half_typed:
            self.say("study_half_typed")
            return
        say = self.manner.say
        items = (Item("1", "study_due", "study_due"), Item("2", "cram_found", "study_cram"))
        title = say("browse.study_title", n=grouped(len(self.listed)))
        self.menu = Menu(title, items, "study_after")
        self.go_to(Place.BROWSE_STUDY)

    def action_study_due(self) -> None:
        """Study those that are due."""
        self._study(Limits())

    def action_cram_found(self) -> None:
        """Practise all."""
        self._study(Limits(mode=Mode.CRAM))

    def _study(self, limits: Limits) -> None:
        self.go_to(Place.BROWSE_ROWS)
        search = self.search_box.value.strip()
        self.post_message(self.StudyWanted(limits._replace(search=search)))

    def action_leave_study(self) -> None:
        """Return to the cards."""
        self.go_to(Place.BROWSE_ROWS)

    # saved searches

    def action_save_search(self) -> None:
        """Offer to save the search by a name, or to take a saved one."""
        say = self.manner.say
        self.search_now()
        text = self.search_box.value.strip()
        how = say("browse.save_what", text=text) if text else say("browse.nothing_to_save")
        saved = tuple(Asked(each.name, each.text) for each in self.browsing.saved())
        title, empty = say("browse.saved_searches"), say("browse.none_saved")
        asking = Asking("saved", ("name",), how, title, saved, empty=empty)
        self.ask(asking, Place.BROWSE_SAVED)

    def action_take_saved(self) -> None:
        """Search what is chosen, or save the search by the name that is written."""
        if self.asking is None:
            return
        if self.asking.chosen is not None:
            self.search_box.write(self.asking.chosen.about)
            self.go_to(Place.BROWSE_ROWS)
            self.search()
            return
        name, text = self.fields["first"].value.strip(), self.search_box.value.strip()
        if not name or not text:
            self.say("name_missing" if text else "nothing_to_save")
            return

        def say_saved() -> None:
            self.go_to(Place.BROWSE_ROWS)
            self.say("saved", name=name)

        self.save(lambda: self.browsing.save(name, text), say_saved)

    def action_forget_saved(self) -> None:
        """Take the chosen search's name away."""
        if self.asking is None or self.asking.chosen is None:
            return
        name = self.asking.chosen.text

        def say_forgotten() -> None:
            self.action_save_search()
            self.say("forgotten", name=name)

        self.save(lambda: self.browsing.forget(name), say_forgotten)

    def action_leave_saved(self) -> None:
        """Return to the cards; a name that could not be saved yet is not."""
        self.stop_waiting()
        self.go_to(Place.BROWSE_ROWS)

    # the mouse

    async def on_click(self, event: Click) -> None:
        """Choose what is clicked, or do it if it is chosen; in the margin, pick it."""
        at = event.screen_y - HEAD_ROWS
        if self._place in _MENUS:
            await self._click_item(at - self.items_top)
        elif self._place in _CHOOSING and self.asking is not None:
            await self._click_offer(self.asking, event.screen_y - self._body.region.y)
        elif self.is_at(Place.BROWSE_ROWS, Place.BROWSE_SEARCH) and self.listed:
            self._click_table(event.screen_x, at, picks=event.ctrl)

    async def _click_item(self, at: int) -> None:
        if at == self.menu.at:
            await self.action_take_item()
        elif 0 <= at < len(self.menu.items):
            self.menu = self.menu._replace(at=at)
            self.draw()

    async def _click_offer(self, asking: Asking, row: int) -> None:
        at = asked_at(asking, self.body_room, self.frame, row)
        if at is not None and at == asking.at:
            await self.run_action(_CHOOSING[self._place])
        elif at is not None:
            self.asking = asking._replace(at=at)
            self.draw()

    def _click_table(self, x: int, at: int, *, picks: bool) -> None:
        if not 0 <= x < self.table_width:
            return
        place = self.listed.top + at - 1
        picks = picks or x < GUTTER
        if at == 0 and picks:
            self.action_pick_all()
        elif at == 0:
            column = column_at(self.columns, x)
            if column not in ("", "signs"):
                self.sort_by(column)
        elif 0 < at <= self.table_room and place < len(self.listed):
            was_chosen = self.is_at(Place.BROWSE_ROWS) and place == self.listed.at
            self.listed.at = place
            if picks:
                self.listed.turn_here()
            self.go_to(Place.BROWSE_ROWS)
            if was_chosen and not picks:
                self.action_edit()

    def action_leave_browse(self) -> None:
        """Go back to where the learner was."""
        self.post_message(self.Left(has_changed=self.has_changed))
