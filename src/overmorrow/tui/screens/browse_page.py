"""The found cards as they are drawn, with the boxes in which things are written."""

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.events import DescendantBlur, DescendantFocus, MouseScrollDown, MouseScrollUp
from textual.widgets import Input

from overmorrow.errors import OvermorrowError, SearchError
from overmorrow.tui import cells
from overmorrow.tui.browse_asking import Asking, asking_rows
from overmorrow.tui.browse_columns import Column, columns_of
from overmorrow.tui.browse_footers import browse_offers
from overmorrow.tui.browse_list import BrowseList
from overmorrow.tui.browse_menu import Menu, items_row, menu_rows
from overmorrow.tui.browse_preview import Where, rows_below, title_row
from overmorrow.tui.browse_rows import (
    count_words,
    heading_row,
    nothing_rows,
    rule_row,
    table_rows,
)
from overmorrow.tui.browsing import Browsing, Habits
from overmorrow.tui.frame import Frame
from overmorrow.tui.manner import Manner
from overmorrow.tui.places import Place
from overmorrow.tui.rows import EMPTY, MUTED, PLAIN, Row, muted
from overmorrow.tui.screens.reading import Reading
from overmorrow.tui.widgets.line_box import LineBox
from overmorrow.tui.widgets.search_box import SearchBox

if TYPE_CHECKING:
    from overmorrow.jobs.browse import Found
    from overmorrow.jobs.taken_back import TakenBack

HEAD_ROWS = 2
_ROWS_ABOVE_MENU = 2
_SIDE_CELLS = 38
_WHEEL_ROWS = 3
_ASKING = frozenset({Place.BROWSE_FIELD, Place.BROWSE_SAVED, Place.BROWSE_REPLACE})
FIELDS = ("first", "second")
"""The boxes that ask, from the top."""


class BrowsePage(Reading):
    """Shows what was found; what the keys do is `BrowseScreen`'s."""

    CSS_PATH = "browse.tcss"

    def __init__(self, browsing: Browsing, manner: Manner, habits: Habits, text: str) -> None:
        """Show no cards yet.

        Args:
            browsing: Finds cards, and changes them.
            manner: Language, keys and looks.
            habits: How the learner last looked for cards.
            text: What is searched first.
        """
        super().__init__(manner)
        self.browsing = browsing
        self.habits = habits
        self.listed = BrowseList(browsing.rows)
        self.found: Found | None = None
        self.wrong: SearchError | None = None
        """Why what is written cannot be searched."""
        self.is_searching = False
        """Whether the learner has been waiting for what a search finds."""
        self.menu = Menu("", (), "one_undo")
        self.asking: Asking | None = None
        self.taken: list[TakenBack] = []
        """What was taken back, the newest last."""
        self._place = Place.BROWSE_ROWS
        self.search_box = SearchBox(habits.recalled)
        self.search_box.write(text)
        self._search_label = self.sheet("search-label")
        self._count = self.sheet("count")
        self._rule = self.sheet("rule")
        self.fields = {name: LineBox(f"field-{name}") for name in FIELDS}
        self._labels = {name: self.sheet(f"label-{name}") for name in FIELDS}
        self._field_rows = {
            name: Horizontal(self._labels[name], self.fields[name], classes="box-row")
            for name in FIELDS
        }
        self._fields = Vertical(*self._field_rows.values(), id="fields")
        self._body = self.sheet("body")
        self.table_room = 1
        """How many cards there is room for."""
        self.body_room = 1
        """How many rows the body has."""
        self.items_top = 0
        """The row of the body at which the menu's first line stands."""

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        yield Horizontal(self._search_label, self.search_box, self._count, id="search-row")
        yield self._rule
        yield self._fields
        yield self._body
        yield self._status
        yield self._footer

    @property
    def is_easily_left(self) -> bool:
        """Whether nothing is lost when the learner goes elsewhere from here."""
        return self.place in (Place.BROWSE_SEARCH, Place.BROWSE_ROWS)

    @property
    def place(self) -> Place:
        """Where the learner is."""
        return self._place

    def go_to(self, place: Place) -> None:
        """Draw another place, and give the keyboard to its box if it has one."""
        self._place = place
        self.draw()
        box = self.open_box
        if box is None:
            self.set_focus(None)
        elif not any(each.has_focus for each in self.fields.values()) or box is self.search_box:
            self.set_focus(box)

    @property
    def open_box(self) -> Input | None:
        """The box that has the keyboard, or shall have it."""
        if self._place is Place.BROWSE_SEARCH:
            return self.search_box
        if self._place in _ASKING:
            boxes = self.fields.values()
            return next((box for box in boxes if box.has_focus), self.fields["first"])
        return None

    def on_descendant_blur(self, _event: DescendantBlur) -> None:
        """Keep the keyboard in the open box, wherever was clicked."""
        if self.is_current and self.open_box is not None and self.focused is None:
            self.call_later(self.open_box.focus)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Write the search where its box is clicked, unless something else is asked."""
        if event.widget is not self.search_box or self._place is Place.BROWSE_SEARCH:
            return
        if self._place is Place.BROWSE_ROWS:
            self.go_to(Place.BROWSE_SEARCH)
        else:
            self.set_focus(self.open_box)

    # saying

    def tell(self, sentence: str) -> None:
        """Say something in the status row; why the search is wrong stays until it is right."""
        if not sentence and self.wrong is not None and self._place is Place.BROWSE_SEARCH:
            sentence = self.manner.say(self.wrong.key, **self.wrong.values)
        super().tell(sentence)

    def say(self, key: str, **values: object) -> None:
        """Say one of this screen's sentences."""
        self.tell(self.manner.say(f"browse.{key}", **values))

    def complain(self, error: OvermorrowError) -> None:
        """Say why something could not be done."""
        self.tell(self.manner.say(error.key, **error.values))

    # drawing

    def draw(self) -> None:
        """Draw the search, the cards, and what is asked about them."""
        frame, say, place = self.frame, self.manner.say, self._place
        self._draw_search(frame)
        asks = self.asking.labels if self.asking is not None and place in _ASKING else ()
        for number, name in enumerate(FIELDS):
            self._field_rows[name].display = number < len(asks)
            label = say(f"browse.{asks[number]}") if number < len(asks) else ""
            self._labels[name].show([muted(" " * frame.start + label)])
        self.body_room = max(1, frame.height - HEAD_ROWS - len(asks) - 2)
        self._body.show(self._rows(self.body_room))
        has_cards = bool(self.listed)
        has_offers = self.asking is None or bool(self.asking.offers)
        self.offer(
            browse_offers(say, place, small=frame.small, has_cards=has_cards, has_offers=has_offers)
        )

    def _draw_search(self, frame: Frame) -> None:
        say = self.manner.say
        label = " " + say("browse.search")
        self._search_label.styles.width = label_cells = cells.cell_len(label) + 2
        self._search_label.show([((label, MUTED),)])
        how = "search_how_small" if frame.small else "search_how"
        self.search_box.placeholder = say(f"browse.{how}")
        count = count_words(self.found, self.listed, frame, say)
        if self.is_searching:
            count = say("browse.searching")
        self._count.show([((f"{count} ", PLAIN),)])
        column = length = 0
        if self.wrong is not None:
            column = label_cells + self.wrong.column - 1 - int(self.search_box.scroll_offset.x)
            length = max(1, self.wrong.length)
        self._rule.show([rule_row(frame.width, column, length)])

    @property
    def columns(self) -> list[Column]:
        """The columns of the table."""
        return columns_of(self.table_width, self.manner.say)

    @property
    def table_width(self) -> int:
        """How wide the table is."""
        width = self.frame.width
        return width - _SIDE_CELLS - 1 if self.where is Where.BESIDE else width

    @property
    def where(self) -> Where:
        """Where the preview stands here."""
        where = self.habits.where
        return Where.BELOW if where is Where.BESIDE and not self.frame.wide else where

    def _rows(self, room: int) -> list[Row]:
        frame, say = self.frame, self.manner.say
        self.items_top = room
        match self._place:
            case Place.BROWSE_MENU | Place.BROWSE_STUDY | Place.FLAG:
                top = self.listed.top
                rows = [] if frame.small else self._cards(_ROWS_ABOVE_MENU)
                self.listed.top = top  # to find the list as it was when the menu closes
                left = room - len(rows)
                self.items_top = len(rows) + items_row(self.menu, left, frame)
                return [*rows, *menu_rows(self.menu, left, frame, say)]
            case Place.BROWSE_FIELD | Place.BROWSE_SAVED | Place.BROWSE_REPLACE:
                return asking_rows(self.asking, room, frame) if self.asking else []
            case Place.BROWSE_CHANGES:
                return self.change_rows(room)
            case _ if not self.listed:
                if self.found is None:
                    return []
                return [EMPTY, *nothing_rows(self.search_box.value, frame, say)]
            case _:
                return self._cards_and_preview(room)

    def change_rows(self, room: int) -> list[Row]:
        """Return what find and replace would change."""
        raise NotImplementedError

    def preview_rows(self, room: int, width: int) -> list[Row]:
        """Return the card looked at in full, without a heading."""
        raise NotImplementedError

    def preview_title(self) -> str:
        """Return what stands over the preview."""
        raise NotImplementedError

    def _cards(self, room: int) -> list[Row]:
        """Return the headings and so many cards."""
        say = self.manner.say
        columns = self.columns
        day = self.browsing.day
        heading = heading_row(columns, self.habits.order, say)
        return [heading, *table_rows(self.listed, columns, room, day, say)]

    def _cards_and_preview(self, room: int) -> list[Row]:
        frame, where = self.frame, self.where
        below = rows_below(small=frame.small) if where is Where.BELOW else 0
        if room - below < 4:
            below = 0
        self.table_room = room - 1 - below
        rows = self._cards(self.table_room)
        if where is Where.BESIDE:
            return self._beside(rows, room)
        if below:
            rows += [EMPTY] * (self.table_room + 1 - len(rows))
            start = 1 if frame.small else 3
            width = frame.width - start - 1
            rows.append(title_row(self.preview_title(), start, width))
            inner = self.preview_rows(below - 1, width)
            rows += [((" " * start, PLAIN), *row) for row in inner]
        return rows

    def _beside(self, rows: list[Row], room: int) -> list[Row]:
        """Return the cards with the preview at their right."""
        width = self.table_width
        inner: list[Row] = [muted(self.preview_title()), EMPTY]
        inner += self.preview_rows(room - 2, _SIDE_CELLS - 2)
        joined: list[Row] = []
        for at in range(room):
            left = rows[at] if at < len(rows) else EMPTY
            right = inner[at] if at < len(inner) else EMPTY
            used = sum(cells.cell_len(text) for text, _ in left)
            fill = " " * max(0, width - used)
            joined.append((*left, (f"{fill}│ ", MUTED), *right))
        return joined

    # the wheel

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Go down the cards."""
        self._wheel(event, _WHEEL_ROWS)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Go up the cards."""
        self._wheel(event, -_WHEEL_ROWS)

    def _wheel(self, event: MouseScrollDown | MouseScrollUp, step: int) -> None:
        event.stop()
        if self._place in (Place.BROWSE_ROWS, Place.BROWSE_SEARCH):
            self.listed.move(step)
            self.draw()
