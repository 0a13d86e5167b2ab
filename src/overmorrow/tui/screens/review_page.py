"""The proposals of an article as they are drawn, with the boxes in which they are changed."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.events import Click

from overmorrow.jobs.offers import LEAST_SCORE, Offer, Standing
from overmorrow.jobs.reviewing import Reviewing, Shown
from overmorrow.tui.generate_footers import ended_offers, review_offers
from overmorrow.tui.import_rows import head_rows
from overmorrow.tui.manner import Manner
from overmorrow.tui.marked_text import marks_for
from overmorrow.tui.places import Place
from overmorrow.tui.proposal_rows import View, editing_rows, proposal_rows, sibling_at
from overmorrow.tui.review_rows import (
    LIST_HEAD_ROWS,
    asking_rows,
    ended_rows,
    like_rows,
    list_rows,
    listed,
    nothing_rows,
)
from overmorrow.tui.rows import EMPTY, Row, muted
from overmorrow.tui.screens.page import Page
from overmorrow.tui.widgets.line_box import LineBox
from overmorrow.tui.widgets.sheet import Sheet

EDITED = ("prompt", "answer", "also")
"""The boxes of an edit, from the top."""


class ReviewPage(Page):
    """Shows one proposal at a time; what the keys do is `GenerateReviewScreen`'s."""

    CSS_PATH = "generate_review.tcss"

    def __init__(self, reviewing: Reviewing, manner: Manner) -> None:
        """Show the first proposal.

        Args:
            reviewing: The proposals, and what is decided about them.
            manner: Language, keys and looks.
        """
        super().__init__(manner)
        self.reviewing = reviewing
        self.score = LEAST_SCORE
        """From which score on proposals would be accepted together."""
        self.ended: list[str] = []
        """What writing the deck did, in sentences."""
        self.has_written = False
        """Whether there is a written deck to study, and to take back."""
        self._place = Place.GENERATE_REVIEW
        self._head = self.sheet("head")
        self.boxes = {name: LineBox(f"edit-{name}") for name in EDITED}
        self.put_hint(self.boxes["also"], "generate_screen.also_how")
        self.name_box = LineBox("deck-name")
        self.put_hint(self.name_box, "generate_screen.name_how")
        self._labels = {name: self.sheet(f"label-{name}") for name in (*EDITED, "deck")}
        self._edit = Vertical(*(self._box_row(name) for name in EDITED), id="edit")
        self._name_row = Horizontal(
            self._labels["deck"], self.name_box, id="name-row", classes="box-row"
        )
        self._body = self.sheet("body")
        self._scroll = VerticalScroll(self._body, id="around-body", can_focus=False)
        self._side: Sheet | None = None

    def _box_row(self, name: str) -> Horizontal:
        return Horizontal(self._labels[name], self.boxes[name], classes="box-row")

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
        else:
            self.set_focus(box)

    @property
    def open_box(self) -> LineBox | None:
        """The box that has the keyboard, or shall have it."""
        if self._place is Place.GENERATE_NAME:
            return self.name_box
        if self._place is Place.GENERATE_EDIT:
            return next((box for box in self.boxes.values() if box.has_focus), self.boxes["prompt"])
        return None

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        yield self._head
        yield self._edit
        yield self._name_row
        yield self._scroll
        yield self._status
        yield self._footer

    @property
    def view(self) -> View:
        """How proposals are drawn in this terminal."""
        manner = self.manner
        marks = marks_for(has_colour=not self.app.no_color, ascii_only=manner.ascii_only)
        return View(self.frame, manner.say, marks, manner.ascii_only)

    def draw(self) -> None:
        """Draw the chosen proposal, or what is asked about it."""
        frame, say = self.frame, self.manner.say
        place = self._place
        is_done = place is Place.GENERATE_DONE
        title = say("generate_screen.ended" if is_done else "generate_screen.review")
        self._head.show(head_rows(title, "" if is_done else self._counts(), frame))
        self._edit.display = place is Place.GENERATE_EDIT
        self._name_row.display = place is Place.GENERATE_NAME
        for name, label in self._labels.items():
            label.show([muted(" " * frame.start + say(f"generate_screen.{name}"))])
        gap = [] if frame.small else [EMPTY]
        self._body.show([*gap, *self._rows(self._room - len(gap))])
        self._draw_side()
        if is_done:
            self.offer(ended_offers(say, has_cards=self.has_written))
        else:
            is_empty = self.reviewing.chosen is None
            self.offer(review_offers(say, place, small=frame.small, is_empty=is_empty))

    @property
    def _room(self) -> int:
        """How many rows the body has."""
        gap = 0 if self.frame.small else 1
        boxes = {Place.GENERATE_EDIT: len(EDITED) + gap, Place.GENERATE_NAME: 1 + gap}
        return max(1, self.frame.height - 4 - boxes.get(self._place, 0))

    def _rows(self, room: int) -> list[Row]:
        view, reviewing = self.view, self.reviewing
        match self._place:
            case Place.GENERATE_DONE:
                return ended_rows(self.ended, view)
            case Place.GENERATE_NAME | Place.GENERATE_BUSY:
                count = len(reviewing.offers.to_write)
                question = self.manner.say("generate_screen.name_ask", n=count)
                return asking_rows(question, "", view)
            case Place.GENERATE_SCORE:
                return [*self._score_rows(), EMPTY, *proposal_rows(reviewing, room - 3, view)]
            case _ if reviewing.chosen is None:
                return nothing_rows(reviewing, view)
            case _:
                return self._chosen_rows(reviewing.chosen, room)

    def _chosen_rows(self, offer: Offer, room: int) -> list[Row]:
        match self._place:
            case Place.GENERATE_EDIT:
                return editing_rows(self.reviewing, offer, room, self.view)
            case Place.GENERATE_LIKE:
                return like_rows(offer, self.view)
            case _:
                return proposal_rows(self.reviewing, room, self.view)

    def _score_rows(self) -> list[Row]:
        say = self.manner.say
        count = len(self.reviewing.open_from(self.score))
        question = say("generate_screen.accept_from", score=f"{self.score:.2f}", n=count)
        return asking_rows(question, say("generate_screen.without_alike"), self.view)

    def _counts(self) -> str:
        """Return where the learner is, and how much is decided."""
        say, reviewing = self.manner.say, self.reviewing
        places = reviewing.places
        at = places.index(reviewing.at) + 1 if reviewing.at in places else 0
        words = [f"{at}/{len(places)}"]
        if reviewing.shown is not Shown.ALL:
            words.append(say(f"generate_screen.show_{reviewing.shown.value}"))
        if self.frame.small:
            return " · ".join(words)
        accepted, dropped = map(reviewing.count, (Standing.ACCEPTED, Standing.DROPPED))
        alike = sum(offer.like is not None for offer in reviewing.offers.offers)
        words.append(say("generate_screen.count_accepted", n=accepted))
        words.append(say("generate_screen.count_dropped", n=dropped))
        words += [say("generate_screen.count_like", n=alike)] if alike else []
        return " · ".join(words)

    def _draw_side(self) -> None:
        """Draw all proposals at the side, where there is room for it."""
        is_there = self.frame.wide and self._place is not Place.GENERATE_DONE
        if is_there and self._side is None:
            self._side = self.sheet("side")
            self.mount(self._side)
        if self._side is not None:
            self._side.display = is_there
            if is_there:
                self._side.show(list_rows(self.reviewing, self._list_room, self.view))

    @property
    def _list_room(self) -> int:
        return self.frame.height - 6

    async def on_click(self, event: Click) -> None:
        """Look at the proposal that was clicked; a click on the one looked at accepts it."""
        at = self._place_at(event) if self._place is Place.GENERATE_REVIEW else None
        if at is None or at not in self.reviewing.places:
            return
        if at == self.reviewing.at:
            await self.run_action("take_offer")
        else:
            self.reviewing.at = at
            self.draw()

    def _place_at(self, event: Click) -> int | None:
        """Return which proposal's row was clicked, at the side or below the chosen one."""
        side = self._side
        if side is not None and side.display and side.region.contains_point(event.screen_offset):
            places = listed(self.reviewing, self._list_room)
            row = event.screen_y - side.region.y - LIST_HEAD_ROWS
            return places[row] if 0 <= row < len(places) else None
        gap = 0 if self.frame.small else 1
        row = event.screen_y - self._body.region.y - gap
        return sibling_at(self.reviewing, self._room - gap, self.view, row)
