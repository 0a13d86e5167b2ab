"""Finding and replacing in the picked cards: each change is shown before it is made."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from overmorrow.errors import OvermorrowError
from overmorrow.jobs.bulk import Changed
from overmorrow.jobs.replace import ReplacePlan, Replacing
from overmorrow.tui.browse_asking import Asking
from overmorrow.tui.browse_change_rows import ChangeLine, change_lines, change_rows, changes_shown
from overmorrow.tui.import_rows import grouped, shown
from overmorrow.tui.places import Place
from overmorrow.tui.rows import Row
from overmorrow.tui.screens.browse_bulk import BrowseBulk

if TYPE_CHECKING:
    from overmorrow.jobs.replace import Replacement


class BrowseReplace(BrowseBulk):
    """Asks for two texts, shows what would change, and changes it."""

    _wanted: tuple[int, ...] = ()
    """The cards in which is replaced."""
    _replacing: Replacing | None = None
    _planned: ReplacePlan | None = None
    _lines: Sequence[ChangeLine] = ()
    _top = 0
    """Which line is the first on the screen."""
    _needs_case = False
    _is_regex = False

    def action_replace(self) -> None:
        """Ask for what is replaced, and by what."""
        if self.waits_for_all(self.action_replace):
            return
        self._wanted = tuple(self.listed.wanted)
        if not self._wanted:
            self.say("nothing_chosen")
            return
        count = len(self._wanted)
        key = "replace_how" if count > 1 or len(self.listed) == 1 else "replace_in_one"
        how = self.manner.say(f"browse.{key}", n=grouped(count))
        labels = ("replace_old", "replace_new")
        self.ask(Asking("replace", labels, how), Place.BROWSE_REPLACE)

    def action_next_box(self, step: int) -> None:
        """Write in the next box, or the one before."""
        boxes = list(self.fields.values())
        at = next((at for at, box in enumerate(boxes) if box.has_focus), 0)
        self.set_focus(boxes[(at + step) % len(boxes)])

    def action_plan_replacing(self) -> None:
        """Show what would change."""
        if not self.fields["first"].value:
            self.say("replace_none")
            return
        self._plan()

    def _plan(self) -> None:
        old, new = (box.value for box in self.fields.values())
        self._begin()
        wanted = Replacing(
            text=old,
            replacement=new,
            is_regex=self._is_regex,
            ignores_case=not self._needs_case,
        )
        self.start(partial(self._plan_now, wanted), "plan", exclusive=True)

    async def _plan_now(self, wanted: Replacing) -> None:
        try:
            planned = await self.browsing.plan_replacing(self._wanted, wanted)
        except OvermorrowError as error:
            self.stop_reading()
            self.complain(error)
            return
        self.stop_reading()
        self._replacing, self._planned = wanted, planned
        self._lines = change_lines(planned.changes)
        self._top = 0
        self.go_to(Place.BROWSE_CHANGES)
        self._tell_refused(planned)

    def _tell_refused(self, planned: ReplacePlan) -> None:
        """Say in how many notes it cannot be done, and why in the first of them."""
        if not planned.refused:
            self.tell("")
            return
        prompt, error = planned.refused[0]
        why = self.manner.say(error.key, **error.values)
        count = grouped(len(planned.refused))
        self.say("replace_refused", n=count, prompt=shown(prompt), why=why)

    def action_turn_case(self) -> None:
        """Tell capital letters from small ones, or not."""
        self._needs_case = not self._needs_case
        self._plan()

    def action_turn_regex(self) -> None:
        """Read what is searched as a pattern, or as it is written."""
        self._is_regex = not self._is_regex
        self._plan()

    def action_previous(self) -> None:
        """Return to the boxes."""
        self.go_to(Place.BROWSE_REPLACE)

    def action_leave_replacing(self) -> None:
        """Replace nothing."""
        self.go_to(Place.BROWSE_ROWS)

    def action_scroll(self, step: int) -> None:
        """Look at other changes."""
        if self._planned is not None:
            most = max(0, len(self._lines) - changes_shown(self._room, self.frame))
            self._top = max(0, min(most, self._top + step))
            self.draw()

    @property
    def _room(self) -> int:
        return self.frame.height - 4

    def change_rows(self, room: int) -> list[Row]:
        """Return what would change."""
        say = self.manner.say
        notes = 0 if self._planned is None else len(self._planned.changes)
        title = say("browse.replace_title", n=grouped(notes))
        case = say("browse.case_on" if self._needs_case else "browse.case_off")
        pattern = say("browse.regex_on" if self._is_regex else "browse.regex_off")
        heading = (title if notes else say("browse.replace_nothing"), f"{case} · {pattern}")
        return change_rows(self._lines, heading, self._top, room, self.frame)

    def action_apply_replacing(self) -> None:
        """Change it."""
        planned, wanted = self._planned, self._replacing
        if planned is None or wanted is None or not planned.changes:
            self.say("replace_nothing")
            return
        self._planned = None
        work = partial(self._replace_now, wanted, planned.changes)
        self.do(work, self.did("replace"), looks_again=True)

    async def _replace_now(
        self, wanted: Replacing, changes: "Sequence[Replacement]", _ids: list[int]
    ) -> Changed:
        return await self.browsing.replace(wanted, changes)
