"""The settings: found, explained, changed at once, and taken back."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.events import Click
from textual.message import Message
from textual.widgets import Input

from overmorrow.errors import OvermorrowError
from overmorrow.jobs.choosing_files import short_path
from overmorrow.settings import RANGES, Settings, Value, value_of
from overmorrow.tui import cells, settings_rows
from overmorrow.tui.choosing_settings import ChoosingSettings
from overmorrow.tui.footers import Offer
from overmorrow.tui.keys import bindings
from overmorrow.tui.manner import Manner
from overmorrow.tui.places import Place
from overmorrow.tui.rows import ACCENT, EMPTY, PLAIN, muted
from overmorrow.tui.screens.page import Page
from overmorrow.tui.themes import theme_names
from overmorrow.tui.widgets.line_box import LineBox

_PLACES = (Place.SETTINGS, Place.SETTINGS_FIND, Place.SETTINGS_VALUE)


class SettingsScreen(Page):
    """Lists what can be chosen; each change is written and holds at once."""

    CSS_PATH = "settings.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(*_PLACES)]
    most_status_rows = 3

    class Changed(Message):
        """Posted when a setting was changed or taken back."""

        def __init__(self, key: str, settings: Settings) -> None:
            """Say which, and what holds now."""
            super().__init__()
            self.key = key
            self.settings = settings

    class Closed(Message):
        """Posted when the learner has done with the settings."""

    def __init__(self, settings: Settings, manner: Manner, *, at: str = "") -> None:
        """Show the settings.

        Args:
            settings: What holds now.
            manner: Language and looks.
            at: The setting that is chosen at first; empty for the first.
        """
        super().__init__(manner)
        self._choosing = ChoosingSettings(settings)
        self._choices = settings_rows.Choices(theme_names())
        self._keys = settings_rows.found_settings("")
        self._chosen = self._keys.index(at) if at else 0
        self._place = Place.SETTINGS
        self._rows: list[int] = []
        self._said = ("", "")
        self._head = self.sheet("head")
        self._mark = self.sheet("mark")
        self._find = LineBox("find")
        self.put_hint(self._find, "setting.find")
        self._body = self.sheet("body")
        self._scroll = VerticalScroll(self._body, id="around-body", can_focus=False)
        self._label = self.sheet("label")
        self._value = LineBox("value")
        self._about = self.sheet("about")

    @property
    def place(self) -> Place:
        """Where the learner is."""
        return self._place

    @property
    def is_easily_left(self) -> bool:
        """Whether nothing is lost when the learner goes elsewhere from here."""
        return True

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        yield self._head
        yield Horizontal(self._mark, self._find, id="find-row")
        yield self._scroll
        yield Horizontal(self._label, self._value, id="value-row")
        yield self._about
        yield self._status
        yield self._footer

    @property
    def _key(self) -> str:
        """The chosen setting; empty when none is found."""
        return self._keys[self._chosen] if self._keys else ""

    # finding

    def action_find_setting(self) -> None:
        """Find a setting by typing."""
        self._go(Place.SETTINGS_FIND)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show the settings that may be meant."""
        event.stop()
        if event.input is self._find:
            self._keys = settings_rows.found_settings(event.value)
            self._chosen = 0
            self.draw()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on from the box."""
        event.stop()
        if event.input is self._find:
            self.action_leave_find()
        else:
            self.action_take_value()

    def action_leave_find(self) -> None:
        """Go to what was found."""
        self._go(Place.SETTINGS)

    def action_forget_find(self) -> None:
        """Show all settings again; the chosen one stays chosen."""
        key = self._key
        with self.prevent(Input.Changed):
            self._find.value = ""
        self._keys = settings_rows.found_settings("")
        self._chosen = self._keys.index(key) if key else 0
        self._go(Place.SETTINGS)

    def action_move_setting(self, step: int) -> None:
        """Choose the setting above or below."""
        self._chosen = max(0, min(len(self._keys) - 1, self._chosen + step))
        self.draw()

    def on_click(self, event: Click) -> None:
        """Choose the clicked setting; a click on the chosen one changes it."""
        on_list = self._scroll.region.contains_point(event.screen_offset)
        if not on_list or self.place is Place.SETTINGS_VALUE:
            return
        row = event.screen_y - self._body.region.y
        if row not in self._rows:
            return
        if self._rows.index(row) == self._chosen:
            self.action_next_value()
        else:
            self._chosen = self._rows.index(row)
            self._go(Place.SETTINGS)

    # changing

    def action_change_setting(self, step: int) -> None:
        """Change the value by one step."""
        if self._key:
            now: Value = getattr(self._choosing.settings, self._key)
            self._change(settings_rows.changed_by(self._key, now, step, self._choices))

    def action_next_value(self) -> None:
        """Write a number; of words take the next."""
        if self._key in RANGES:
            self._value.write(str(getattr(self._choosing.settings, self._key)))
            self._go(Place.SETTINGS_VALUE)
        else:
            self.action_change_setting(1)

    def action_begin_value(self, digit: int) -> None:
        """Write a number, beginning with this digit."""
        if self._key in RANGES:
            self._value.write(str(digit))
            self._go(Place.SETTINGS_VALUE)

    def action_take_value(self) -> None:
        """Take the number that was written."""
        try:
            value = value_of(self._key, self._value.value)
        except OvermorrowError as error:
            self.tell(self.manner.say(error.key, **error.values))
            return
        self._go(Place.SETTINGS)
        self._change(value)

    def action_leave_value(self) -> None:
        """Leave the value as it is."""
        self._go(Place.SETTINGS)

    def action_by_default(self) -> None:
        """Choose what the setting is by default."""
        if self._key:
            self._change(None)

    def action_undo(self) -> None:
        """Take the newest change back."""
        try:
            key = self._choosing.undo()
        except OvermorrowError as error:
            self.tell(self.manner.say(error.key, **error.values))
            return
        if not key:
            self.tell(self.manner.say("setting.nothing_to_undo"))
            return
        if key in self._keys:
            self._chosen = self._keys.index(key)
        self._say_changed("setting.undone", key)

    def _change(self, value: Value | None) -> None:
        try:
            self._choosing.change(self._key, value)
        except OvermorrowError as error:
            self.tell(self.manner.say(error.key, **error.values))
            return
        self._say_changed("setting.changed", self._key)

    def _say_changed(self, message: str, key: str) -> None:
        self.draw()
        self._said = (message, key)
        self.post_message(self.Changed(key, self._choosing.settings))

    def tell_changed(self) -> None:
        """Say what was changed, once it holds, in the language that holds by then."""
        say = self.manner.say
        message, key = self._said
        value: Value = getattr(self._choosing.settings, key)
        name = say(f"setting.name_{key}")
        self.tell(say(message, name=name, value=settings_rows.value_words(key, value, say)))

    def action_back(self) -> None:
        """Show all settings again; from there, go back to where the learner was."""
        if self._find.value:
            self.action_forget_find()
        else:
            self.post_message(self.Closed())

    # drawing

    def _go(self, place: Place) -> None:
        self._place = place
        boxes = {Place.SETTINGS_FIND: self._find, Place.SETTINGS_VALUE: self._value}
        self.draw()
        self.set_focus(boxes.get(place))

    def draw(self) -> None:
        """Draw the settings and what the chosen one brings."""
        frame, say = self.frame, self.manner.say
        title = say("setting.title")
        room = frame.width - cells.cell_len(title) - 4
        path = "" if frame.small else cells.cut_left(short_path(self._choosing.path), room)
        title = cells.between(title, path, frame.width - 2)
        self._head.show([((" " + title, PLAIN),), muted("─" * frame.width)])
        finds = self.place is Place.SETTINGS_FIND or bool(self._find.value)
        self._mark.show([((" " * frame.start + "/ ", ACCENT),)])
        self.query_one("#find-row").display = finds or not frame.small
        rows, self._rows = settings_rows.list_rows(
            self._keys, self._chosen, self._choosing.settings, frame, say
        )
        self._body.show(rows)
        self._draw_below()
        if self._rows:
            self._keep_in_view(self._rows[self._chosen])
        self.offer(self._offers())

    def _draw_below(self) -> None:
        frame, say = self.frame, self.manner.say
        writes = self.place is Place.SETTINGS_VALUE
        self.query_one("#value-row").display = writes
        if writes:
            low, high = RANGES[self._key]
            words = f"{say('setting.write_it')} ({low}–{high:,})"
            self._label.show([((" " * frame.start + words, PLAIN),)])
        rows = settings_rows.about_rows(self._key, frame, say) if self._key else [EMPTY]
        self._about.show(rows)

    def _keep_in_view(self, row: int) -> None:
        top = 0 if self._chosen == 0 else row
        self.call_after_refresh(self._bring_in, top, row)

    def _bring_in(self, top: int, row: int) -> None:
        height = self._scroll.size.height
        first = round(self._scroll.scroll_offset.y)
        if top < first:
            self._scroll.scroll_to(y=top, animate=False)
        elif row >= first + height:
            self._scroll.scroll_to(y=row - height + 1, animate=False)

    def _offers(self) -> list[Offer]:
        say = self.manner.say
        if self.place is Place.SETTINGS_FIND:
            return [
                Offer("Enter", say("keys.leave_find"), "leave_find"),
                Offer("↑ ↓", say("keys.move_setting"), "move_setting(1)"),
                Offer("Esc", say("keys.forget_find"), "forget_find"),
            ]
        if self.place is Place.SETTINGS_VALUE:
            return [
                Offer("Enter", say("keys.take_value"), "take_value"),
                Offer("Esc", say("keys.keep"), "leave_value"),
            ]
        offers = [
            Offer("← →", say("keys.change_setting"), "change_setting(1)"),
            Offer("r", say("keys.by_default"), "by_default"),
            Offer("u", say("keys.undo"), "undo"),
            Offer("/", say("keys.find_setting"), "find_setting"),
            Offer("?", say("keys.help"), "app.help"),
            Offer("Esc", say("keys.back"), "back"),
        ]
        return [offers[0], offers[4], offers[5]] if self.frame.small else offers
