"""Every error a learner can meet.

An error carries the key of a message and its values; the faces say it in the
learner's language (`say(error.key, **error.values)`), without a traceback.

    OvermorrowError          refused or failed: exit code 1, nothing changed
    ├── FileError            a file that cannot be read, or is not what it should be
    ├── DatabaseError        the learner's database cannot be used
    │   └── BusyError        another window held it too long; trying again may work
    ├── SettingsError        settings.toml says something we do not know
    ├── NotFoundError        no deck, card or batch of that name
    ├── SearchError          a search says something we do not understand, and where
    ├── ClockError           the clock went back by more than a day: ask, record nothing
    └── NothingToStudyError  exit code 3
"""


class OvermorrowError(Exception):
    """Something the learner can understand and mend."""

    exit_code = 1

    def __init__(self, key: str, /, **values: object) -> None:
        """Name the message and what goes into it.

        Args:
            key: `area.name` in `overmorrow.locale`.
            values: What the message's slots name.
        """
        super().__init__(key, values)
        self.key = key
        self.values = values


class FileError(OvermorrowError):
    """A file that cannot be read, or is not what it should be."""


class DatabaseError(OvermorrowError):
    """The learner's database cannot be used as it is."""


class BusyError(DatabaseError):
    """Another process held the database too long."""


class SettingsError(OvermorrowError):
    """The settings file says something we do not know."""


class NotFoundError(OvermorrowError):
    """What was named is not there."""


class SearchError(OvermorrowError):
    """A search has a term that is not understood; its values say which, and where."""

    def __init__(self, key: str, /, *, column: int = 1, length: int = 1, **values: object) -> None:
        """Name the message, what goes into it, and the place.

        Args:
            key: `area.name` in `overmorrow.locale`.
            column: The cell of the search at which the term begins, from 1.
            length: How many cells it takes.
            values: What the message's slots name; `column` is one of them.
        """
        super().__init__(key, column=column, **values)
        self.column = column
        self.length = length


class ClockError(OvermorrowError):
    """The clock stands more than a day before the last study day."""


class NothingToStudyError(OvermorrowError):
    """Nothing is due."""

    exit_code = 3
