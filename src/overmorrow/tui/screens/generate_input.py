"""The first half of making a deck from an article: the text, and what is known of it."""

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.events import Click, DescendantBlur, Paste
from textual.message import Message
from textual.widgets import Input, TextArea

from overmorrow.cards.text import clean
from overmorrow.jobs.choosing_files import typed_path
from overmorrow.tui.article_rows import (
    beginning_rows,
    draft_rows,
    known_of,
    known_rows,
    tool_rows,
)
from overmorrow.tui.generate_footers import article_offers
from overmorrow.tui.generating import Corrections, Generating, LeftDraft
from overmorrow.tui.import_path_rows import offer_at, offer_rows
from overmorrow.tui.import_rows import head_rows
from overmorrow.tui.keys import bindings
from overmorrow.tui.manner import Manner
from overmorrow.tui.places import Place
from overmorrow.tui.rows import EMPTY, Row, muted
from overmorrow.tui.screens.choosing_article import is_path
from overmorrow.tui.screens.correcting_article import CorrectingArticle
from overmorrow.tui.widgets.article_box import ArticleBox

if TYPE_CHECKING:
    from overmorrow.jobs.offers import Offers

_LONGEST_WRITTEN = 20_000
"""Characters; a longer article is shown by its beginning and not edited here."""
_WRITING_SECONDS = 0.4
"""After the last key for so long, what is written is read."""
_MOST_TEXT_ROWS = 12


class Begun(NamedTuple):
    """An article that was put in before the learner left."""

    text: str = ""
    file_name: str = ""
    corrections: Corrections = Corrections()


class GenerateInputScreen(CorrectingArticle):
    """Takes an article in and shows what was found out about it, to be corrected."""

    CSS_PATH: ClassVar = ["generate_input.tcss", "generate_review.tcss"]
    """The next screen's style comes along, so that it is there at once."""
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(
            Place.GENERATE_DRAFT,
            Place.GENERATE_TEXT,
            Place.GENERATE_ABOUT,
            Place.GENERATE_FIELD,
            Place.GENERATE_PATH,
        )
    ]

    class Closed(Message):
        """Posted when the learner leaves."""

        def __init__(self, begun: Begun) -> None:
            """Say what was put in."""
            super().__init__()
            self.begun = begun

    class Offered(Message):
        """Posted when the cards are there."""

        def __init__(self, offers: "Offers", file_name: str) -> None:
            """Say which.

            Args:
                offers: The proposals of the article.
                file_name: What the deck could be called by its file.
            """
            super().__init__()
            self.offers = offers
            self.file_name = file_name

    class HasDraft(Message):
        """Posted by the thread that looks for work that was left."""

        def __init__(self, left: LeftDraft) -> None:
            """Say what was left."""
            super().__init__()
            self.left = left

    def __init__(self, generating: Generating, manner: Manner, begun: Begun) -> None:
        """Ask for an article.

        Args:
            generating: Reads.
            manner: Language, keys and looks.
            begun: What was put in before.
        """
        super().__init__(generating, manner)
        self.text, self.file_name, self.corrections = begun
        self._place = Place.GENERATE_ABOUT if begun.text else Place.GENERATE_TEXT
        self._left: LeftDraft | None = None
        self._head = self.sheet("head")
        self._hint = self.sheet("hint")
        self._box = ArticleBox()
        self._label = self.sheet("label")
        self._row = Horizontal(self._label, self.line, self.path_box, id="line-row")
        self._body = self.sheet("body")
        self._scroll = VerticalScroll(self._body, id="around-body", can_focus=False)

    @property
    def place(self) -> Place:
        """Where the learner is."""
        return self._place

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        yield self._head
        yield self._hint
        yield self._row
        yield self._box
        yield self._scroll
        yield self._status
        yield self._footer

    def on_mount(self) -> None:
        """Read what was put in before, or else look for work that was left."""
        self.guard.renew(self.manner.now_ms())
        if self.text:
            self.read()
        else:
            self.run_worker(self._find_draft, thread=True)
            self.set_focus(self._box)

    def _find_draft(self) -> None:
        left = self.generating.latest_draft()
        if left is not None:
            self.post_message(self.HasDraft(left))
        self.generating.get_ready()

    def on_generate_input_screen_has_draft(self, event: HasDraft) -> None:
        """Offer the work that was left, unless the learner has begun another."""
        if not self._box.text and self._place is Place.GENERATE_TEXT:
            self._left = event.left
            self.go_to(Place.GENERATE_DRAFT)

    def action_continue_draft(self) -> None:
        """Go on with the work that was left."""
        if self._left is not None and self.allows_enter():
            article = self._left.draft.article
            self.text, self.file_name = article.text, self._left.draft.deck
            self.corrections = Corrections(
                title=article.title, day=article.day, author=article.author
            )
            self.is_eager = True
            self.go_to(Place.GENERATE_ABOUT)
            self.read()

    def action_new_text(self) -> None:
        """Begin with another article."""
        self._left = None
        self.go_to(Place.GENERATE_TEXT)

    # the text

    def on_article_box_pasted(self, event: ArticleBox.Pasted) -> None:
        """Take a paste in: a file's name opens it, an article is read."""
        event.stop()
        if self._box.text:
            self._box.insert(event.text)
        else:
            self._take(event.text)

    def on_paste(self, event: Paste) -> None:
        """Take an article that is pasted where no box has the keyboard."""
        if self._place not in (Place.GENERATE_FIELD, Place.GENERATE_PATH):
            event.stop()
            self._take(clean(event.text))

    def _take(self, text: str) -> None:
        if not text.strip():
            return
        if is_path(text):
            self.open(typed_path(text.strip()))
            return
        self.text, self.file_name, self.corrections = text, "", Corrections()
        self.article = None
        self.is_eager = False
        self.go_to(Place.GENERATE_ABOUT)
        self.read()

    def on_text_area_changed(self, _event: TextArea.Changed) -> None:
        """Read what is written once the learner pauses."""
        if self._place is Place.GENERATE_TEXT:
            self.tell("")
            written = self._box.text
            self.set_timer(_WRITING_SECONDS, lambda: self._read_written(written))

    def _read_written(self, written: str) -> None:
        is_newest = written == self._box.text and written != self.text
        if self._place is not Place.GENERATE_TEXT or not is_newest or self.is_eager:
            return
        if not written.strip() or is_path(written):
            self.stop_reading()
            self.text, self.article = "", None
            self.draw()
        else:
            self.text = written
            self.read()

    def action_write_text(self) -> None:
        """Return to the text."""
        if len(self.text) > _LONGEST_WRITTEN:
            self.tell(self.manner.say("generate_screen.too_long_to_edit"))
            return
        self.is_eager = False
        if self._box.text != self.text:
            self._box.text = self.text
            self._box.move_cursor(self._box.document.end)
        self.go_to(Place.GENERATE_TEXT)

    def action_set_aside(self) -> None:
        """Leave the text for what is known of it; leave the screen if there is no text."""
        if self._box.text.strip():
            self.take_written()
            self.go_to(Place.GENERATE_ABOUT)
            self.tell(self.manner.say("generate_screen.aside"))
        else:
            self.post_message(self.Closed(Begun()))

    def take_written(self) -> None:
        """Read what is written, if that has not happened yet."""
        written = self._box.text
        if self._place is not Place.GENERATE_TEXT or not written.strip():
            return
        if written != self.text or (self.article is None and not self.is_reading):
            self.text = written
            self.read()

    def action_make_cards(self) -> None:
        """Go on to the cards as soon as they are there."""
        if not self.allows_enter():
            return
        if self._place is Place.GENERATE_TEXT:
            if not self._box.text.strip():
                self.tell(self.manner.say("generate_screen.nothing_written"))
                return
            if is_path(self._box.text):
                self.open(typed_path(self._box.text.strip()))
                return
            self.take_written()
        if self.offers is not None:
            self.go_on(self.offers)
            return
        self.is_eager = True
        if not self.is_reading:
            self.read()

    def go_on(self, offers: "Offers") -> None:
        """Leave for the cards."""
        self.go_to(Place.GENERATE_ABOUT)
        self.post_message(self.Offered(offers, self.file_name))

    def action_leave_generate(self) -> None:
        """Stop waiting for the cards, or else leave."""
        if self.is_eager:
            self.stop_reading()
            self.tell("")
        else:
            self.post_message(self.Closed(Begun(self.text, self.file_name, self.corrections)))

    # what is known of it

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take what is written in the open box."""
        event.stop()
        if event.input is self.path_box:
            self.action_read_article()
        else:
            self.action_take_field()

    # drawing

    def go_to(self, place: Place) -> None:
        """Draw another place, and give the keyboard to its box if it has one."""
        self._place = place
        self._scroll.scroll_home(animate=False)
        self.draw()
        self.set_focus(self._open_box)

    @property
    def _open_box(self) -> TextArea | Input | None:
        boxes: dict[Place, TextArea | Input] = {
            Place.GENERATE_TEXT: self._box,
            Place.GENERATE_FIELD: self.line,
            Place.GENERATE_PATH: self.path_box,
        }
        return boxes.get(self._place)

    def on_descendant_blur(self, _event: DescendantBlur) -> None:
        """Keep the keyboard in the open box, wherever was clicked."""
        box = self._open_box
        if self.is_current and box is not None:
            self.call_later(box.focus)

    def on_click(self, event: Click) -> None:
        """Take the file's name that was clicked; a click on the taken one reads it."""
        if self.place is not Place.GENERATE_PATH:
            return
        names = self.names
        row = event.screen_y - self._body.region.y
        at = offer_at(names.sections, names.chosen, self._path_room, self.frame, row)
        if at is not None and at == names.chosen:
            self.action_read_article()
        elif at is not None:
            self.path_box.write(names.take(at))
            self.draw()

    @property
    def _path_room(self) -> int:
        return max(1, self.frame.height - 7)

    def draw(self) -> None:
        """Draw the text, what is known of it, or the names of files."""
        frame, say = self.frame, self.manner.say
        place = self._place
        title = say("generate_screen.which")
        stays = "generate_screen.stays_here_short" if frame.small else "generate_screen.stays_here"
        self._head.show(head_rows(title, say(stays), frame))
        self._draw_boxes(place)
        self._body.show(self._rows(place))
        self.offer(article_offers(say, place, small=frame.small))

    def _draw_boxes(self, place: Place) -> None:
        frame, say = self.frame, self.manner.say
        self._hint.display = self._box.display = place is Place.GENERATE_TEXT
        hint = say("generate_screen.paste_short" if frame.small else "generate_screen.paste")
        row = muted(" " * frame.start + hint)
        self._hint.show([row] if frame.small else [EMPTY, row, EMPTY])
        self._scroll.set_class(place is Place.GENERATE_TEXT, "below-text")
        self._row.display = place in (Place.GENERATE_FIELD, Place.GENERATE_PATH)
        self.line.display = place is Place.GENERATE_FIELD
        self.path_box.display = place is Place.GENERATE_PATH
        label = "file" if place is Place.GENERATE_PATH else self.field or "title"
        self._label.show([muted(" " * frame.start + say(f"generate_screen.{label}"))])

    def _rows(self, place: Place) -> list[Row]:
        frame, say = self.frame, self.manner.say
        if place is Place.GENERATE_PATH:
            return offer_rows(self.names.sections, self.names.chosen, self._path_room, frame)
        if place is Place.GENERATE_DRAFT and self._left is not None:
            gap = [] if frame.small else [EMPTY]
            return [*gap, *draft_rows(self._left.draft, self._left.when, frame, say)]
        return self._article_rows(place)

    def _article_rows(self, place: Place) -> list[Row]:
        frame, say = self.frame, self.manner.say
        known = self._known_rows()
        if place is Place.GENERATE_TEXT:
            return known
        gap = [] if frame.small else [EMPTY]
        taken = len(known) + 2 * len(gap) + 4 + 2 * (place is Place.GENERATE_FIELD)
        room = min(_MOST_TEXT_ROWS, max(2, frame.height - taken))
        return [*gap, *beginning_rows(self.text, room, frame, say), *gap, *known]

    def _known_rows(self) -> list[Row]:
        frame, say = self.frame, self.manner.say
        if self.article is None:
            return []
        likely = len(self.offers.offers) if self.offers is not None else None
        rows = known_rows(known_of(self.article, self.corrections, likely, say), frame, say)
        tool = self.generating.missing_tool(self.article.lang)
        if tool is not None and not frame.small:
            rows += [EMPTY, *tool_rows(tool, frame, say)]
        return rows
