"""What the settings screen does to settings.toml: one change after the other, and back."""

from overmorrow.jobs.change_settings import (
    SettingChange,
    change_setting,
    settings_path,
    take_change_back,
)
from overmorrow.settings import Settings, Value, with_value


class ChoosingSettings:
    """The settings of this run, and the changes that can be taken back."""

    def __init__(self, settings: Settings) -> None:
        """Begin with what holds now.

        Args:
            settings: What holds in this run, whatever the file says.
        """
        self.settings = settings
        self.path = settings_path()
        self._changes: list[tuple[SettingChange, Value]] = []

    def change(self, key: str, value: Value | None) -> None:
        """Write a value, or the one by default for None.

        Raises:
            SettingsError: It cannot be that, or the file is not TOML.
            FileError: The file cannot be written.
        """
        before = getattr(self.settings, key)
        change = change_setting(self.path, key, value)
        self._changes.append((change, before))
        self.settings = with_value(self.settings, key, change.value)

    def undo(self) -> str:
        """Take the newest change back and return its setting; empty when there is none.

        Raises:
            SettingsError: The file is not TOML any more.
            FileError: The file cannot be written.
        """
        if not self._changes:
            return ""
        change, before = self._changes[-1]
        take_change_back(change)
        self._changes.pop()
        self.settings = with_value(self.settings, change.key, before)
        return change.key
