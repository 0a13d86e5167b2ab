"""The way through the settings; what was chosen holds on every screen at once."""

from typing import TYPE_CHECKING

from overmorrow.errors import OvermorrowError
from overmorrow.messages import LANGUAGES, Messages
from overmorrow.settings import Settings
from overmorrow.tui.import_flow import ImportFlow
from overmorrow.tui.options import TuiOptions
from overmorrow.tui.repairs import take_mouse
from overmorrow.tui.screens.page import Page
from overmorrow.tui.session import Session
from overmorrow.tui.strip import GradeKeys
from overmorrow.tui.themes import theme_name

if TYPE_CHECKING:
    from overmorrow.tui.screens.settings import SettingsScreen

_PLAN = ("new_per_day", "reviews_per_day", "rollover_hour", "answering")
"""What a sitting that was begun goes by."""


class SettingsFlow(ImportFlow):
    """The part of the app that changes what the learner chose."""

    _options: TuiOptions
    _session: Session | None

    async def on_home_screen_settings_wanted(self) -> None:
        """Show the settings."""
        await self.action_settings()

    async def action_settings(self) -> None:
        """Show the settings over this screen."""
        await self._show_settings("")

    async def action_choose_theme(self) -> None:
        """Show the settings at the colours."""
        await self._show_settings("theme")

    async def _show_settings(self, at: str) -> None:
        from overmorrow.tui.screens.settings import SettingsScreen

        if not isinstance(self.screen, SettingsScreen):
            await self.push_screen(SettingsScreen(self._options.settings, self._manner, at=at))

    async def on_settings_screen_changed(self, event: "SettingsScreen.Changed") -> None:
        """Let a change hold."""
        from overmorrow.tui.screens.settings import SettingsScreen

        self._hold(event.key, event.settings)
        if isinstance(self.screen, SettingsScreen):
            self.screen.tell_changed()

    async def on_settings_screen_closed(self) -> None:
        """Go back to where the settings were asked for; the first screen counts anew."""
        from overmorrow.tui.screens.home import HomeScreen

        with self.batch_update():
            await self.pop_screen()
            if isinstance(self.screen, HomeScreen):
                await self._show(self._home())

    async def on_home_screen_language_switched(self) -> None:
        """Speak the other language from now on, and remember it."""
        await self.action_language()

    async def action_language(self) -> None:
        """Speak the other language from now on, and remember it."""
        from overmorrow.jobs.change_settings import change_setting, settings_path
        from overmorrow.tui.screens.home import HomeScreen

        at = LANGUAGES.index(self._manner.say.language)
        other = LANGUAGES[(at + 1) % len(LANGUAGES)]
        note = ""
        try:
            change_setting(settings_path(), "language", other)
        except OvermorrowError as error:
            note = Messages(other)(error.key, **error.values)
        self._hold("language", self._options.settings._replace(language=other))
        if isinstance(self.screen, HomeScreen):
            await self._show(self._home(note))
        elif note and isinstance(self.screen, Page):
            self.screen.tell(note)

    def _hold(self, key: str, settings: Settings) -> None:
        """Go by a setting that was changed, here and on the screens below."""
        language = settings.language or self._manner.say.language
        self._options = self._options._replace(settings=settings, language=language)
        self._collection.use_settings(settings)
        if self._session is not None:
            self._session.use_settings(settings)
        if key in _PLAN and not self._is_studying:
            self._forget_sitting()
        if key == "language" and self._collection.speak(language):
            self._forget_sitting()
        if key == "theme":
            self.theme = theme_name(settings.theme)
        if key == "mouse":
            take_mouse(self, wanted=settings.mouse)
        self._manner = self._manner._replace(
            say=Messages(language),
            keys=GradeKeys(settings.grade_keys == "anki"),
            ascii_only=settings.ascii,
            retype_wrong=settings.retype_wrong,
            progress_line=settings.progress_line,
        )
        for page in self.screen_stack:
            if isinstance(page, Page) and page.is_mounted:
                page.adopt(self._manner)
