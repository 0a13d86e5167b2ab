"""The tables of the learner's database, as classes.

They are the schema (`migrations/*.sql` is generated from them and a test keeps
both equal) and serve edits and imports; the study path talks to the same tables
through prepared statements. Days are study days, moments epoch milliseconds,
booleans 0 or 1, JSON is text. Rows never leave this package.
"""

from sqlalchemy import Index, LargeBinary, MetaData, Text, text
from sqlmodel import Field, SQLModel

_STRICT = {"sqlite_strict": True}
_STRICT_BY_KEY = {"sqlite_strict": True, "sqlite_with_rowid": False}
_ASKABLE = "suspended = 0 AND vanished = 0"


class Table(SQLModel):
    """What all tables share: their own collection, apart from anyone else's."""

    metadata = MetaData()


class Meta(Table, table=True):
    """Facts about this copy of the database: its device name, the newest log time."""

    __tablename__ = "meta"
    __table_args__ = _STRICT_BY_KEY

    key: str = Field(primary_key=True, sa_type=Text)
    value: str = Field(sa_type=Text)


class Deck(Table, table=True):
    """A named set of cards; every parent of a nested name has its own row."""

    __tablename__ = "deck"
    __table_args__ = _STRICT

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(sa_type=Text, unique=True)
    name: str = Field(sa_type=Text, unique=True)
    title: str = Field(sa_type=Text)
    lang: str = Field(sa_type=Text)
    source: str = Field(sa_type=Text)
    file: str = Field(sa_type=Text)
    options: str | None = Field(default=None, sa_type=Text)
    position: int
    hlc: int


class Batch(Table, table=True):
    """One import or edit of many notes, which can be taken back as a whole."""

    __tablename__ = "batch"
    __table_args__ = _STRICT

    id: int | None = Field(default=None, primary_key=True)
    uid: bytes = Field(sa_type=LargeBinary, unique=True)
    hlc: int
    wall_ms: int
    name: str = Field(sa_type=Text)
    summary: str = Field(sa_type=Text)
    finished: int = Field(default=0)
    """0 while it is being applied, or when the process died in the middle."""
    undone: int = Field(default=0)


class Note(Table, table=True):
    """What was written down once."""

    __tablename__ = "note"
    __table_args__ = (
        Index("note_in_deck", "deck_id", "position"),
        Index("note_from_batch", "batch_id"),
        _STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(sa_type=Text, unique=True)
    deck_id: int = Field(foreign_key="deck.id")
    position: int
    prompt: str = Field(sa_type=Text)
    answer: str = Field(sa_type=Text)
    is_cloze: int
    answer_type: str = Field(sa_type=Text)
    details: str = Field(sa_type=Text)
    section: str = Field(sa_type=Text)
    tags: str = Field(sa_type=Text)
    batch_id: int = Field(foreign_key="batch.id")
    """The batch that brought it."""
    vanished: int = Field(default=0)
    """1 when its file no longer has it; its history is kept."""
    hlc: int


class Card(Table, table=True):
    """One prompt of a note: who it is, and its cached schedule."""

    __tablename__ = "card"
    __table_args__ = (
        Index("card_of_note", "note_id"),
        Index(
            "card_due",
            *(
                "deck_id",
                "due_day",
                "interval_days",
                "note_id",
                "buried_day",
                "suspended",
                "vanished",
            ),
            sqlite_where=text(f"due_day IS NOT NULL AND {_ASKABLE}"),
        ),
        Index(
            "card_new",
            *("deck_id", "position", "note_id", "buried_day", "due_day", "suspended", "vanished"),
            sqlite_where=text(f"due_day IS NULL AND {_ASKABLE}"),
        ),
        Index("card_drill", "last_day", "deck_id", sqlite_where=text("drill = 1")),
        Index(
            "card_answered",
            "last_day",
            "note_id",
            "deck_id",
            sqlite_where=text("last_day IS NOT NULL"),
        ),
        _STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    uid: bytes = Field(sa_type=LargeBinary, unique=True)
    note_id: int = Field(foreign_key="note.id")
    deck_id: int = Field(foreign_key="deck.id")
    key: str = Field(sa_type=Text)
    position: int
    vanished: int = Field(default=0)
    repetitions: int
    interval_days: int
    ease_hundredths: int
    due_day: int | None
    """None for a card never scheduled."""
    last_day: int | None
    drill: int
    lapses: int
    suspended: int
    buried_day: int | None
    flag: int
    marked: int
    learned_day: int | None
    learned_answers: str | None = Field(default=None, sa_type=Text)


class Event(Table, table=True):
    """One line of the log: the truth that everything cached is folded from."""

    __tablename__ = "event"
    __table_args__ = (
        Index("event_of_card", "card_uid", "hlc"),
        Index("event_on_device", "device", "hlc"),
        Index("event_taken_back", "target", sqlite_where=text("target IS NOT NULL")),
        _STRICT_BY_KEY,
    )

    id: bytes = Field(primary_key=True, sa_type=LargeBinary)
    device: str = Field(sa_type=Text)
    hlc: int
    wall_ms: int
    utc_offset_min: int
    study_day: int
    kind: str = Field(sa_type=Text)
    card_uid: bytes | None = Field(default=None, sa_type=LargeBinary)
    quality: int | None
    quality_auto: int | None
    verdict: str | None = Field(default=None, sa_type=Text)
    typed: str | None = Field(default=None, sa_type=Text)
    think_ms: int | None
    """Time to the first key."""
    answer_ms: int | None
    """Time to the last."""
    hints: int | None
    target: bytes | None = Field(default=None, sa_type=LargeBinary)
    payload: str | None = Field(default=None, sa_type=Text)


class NoteHistory(Table, table=True):
    """A text that a note had before a batch or an edit changed it."""

    __tablename__ = "note_history"
    __table_args__ = (
        Index("history_of_note", "note_id", "hlc"),
        Index("history_of_batch", "batch_id"),
        _STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    note_id: int = Field(foreign_key="note.id")
    hlc: int
    content: str = Field(sa_type=Text)
    batch_id: int = Field(foreign_key="batch.id")


class NoteType(Table, table=True):
    """How another program makes cards from a note's fields; equal ones are kept once."""

    __tablename__ = "note_type"
    __table_args__ = _STRICT_BY_KEY

    uid: str = Field(primary_key=True, sa_type=Text)
    name: str = Field(sa_type=Text)
    content: str = Field(sa_type=Text)
    """Fields, templates and styles, and the whole as the other program keeps it."""
    hlc: int


class Media(Table, table=True):
    """A picture or sound; what it holds is a file beside the database, named by its hash."""

    __tablename__ = "media"
    __table_args__ = _STRICT_BY_KEY

    name: str = Field(primary_key=True, sa_type=Text)
    """What notes call it."""
    sha256: str = Field(sa_type=Text)
    size: int
    hlc: int


class Kept(Table, table=True):
    """What only the way back to another program needs, as it was found there."""

    __tablename__ = "kept"
    __table_args__ = _STRICT_BY_KEY

    name: str = Field(primary_key=True, sa_type=Text)
    content: str = Field(sa_type=Text)
    hlc: int


class DeckFile(Table, table=True):
    """The text file a deck is kept in, as it was when last read or written."""

    __tablename__ = "deck_file"
    __table_args__ = _STRICT_BY_KEY

    deck_id: int = Field(primary_key=True, foreign_key="deck.id")
    path: str = Field(sa_type=Text)
    sha256: str = Field(sa_type=Text)


class Tombstone(Table, table=True):
    """The name of something deleted for good, so that a merge does not bring it back."""

    __tablename__ = "tombstone"
    __table_args__ = _STRICT_BY_KEY

    uid: str = Field(primary_key=True, sa_type=Text)
    kind: str = Field(sa_type=Text)
    hlc: int


class DayTally(Table, table=True):
    """How many answers of which kind and quality a deck got on a study day."""

    __tablename__ = "day_tally"
    __table_args__ = _STRICT_BY_KEY

    study_day: int = Field(primary_key=True)
    kind: str = Field(primary_key=True, sa_type=Text)
    quality: int = Field(primary_key=True)
    deck_id: int = Field(primary_key=True)
    answers: int
    answer_ms: int


class HourTally(Table, table=True):
    """How many answers a deck got in an hour of a study day, and how many were right."""

    __tablename__ = "hour_tally"
    __table_args__ = _STRICT_BY_KEY

    study_day: int = Field(primary_key=True)
    hour: int = Field(primary_key=True)
    deck_id: int = Field(primary_key=True)
    answers: int
    recalled: int


class Histogram(Table, table=True):
    """How many cards of a deck have a value of a measure."""

    __tablename__ = "histogram"
    __table_args__ = _STRICT_BY_KEY

    measure: str = Field(primary_key=True, sa_type=Text)
    deck_id: int = Field(primary_key=True)
    value: int = Field(primary_key=True)
    cards: int


TRIGGERS = tuple(
    f"CREATE TRIGGER event_no_{verb.lower()} BEFORE {verb} ON event BEGIN "
    "SELECT RAISE(ABORT, 'the log only grows'); END"
    for verb in ("UPDATE", "DELETE")
)
"""Keep the log append-only, whoever writes to the file."""
