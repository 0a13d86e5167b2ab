"""The tables of the learner's database, as classes.

They are the schema: `migrations/*.sql` is generated from them, a test keeps both equal,
and `check` holds a learner's file against them. The program talks to the tables through
prepared statements, since loading sqlmodel takes longer than a whole `due`. Days are
study days, moments epoch milliseconds, booleans 0 or 1, JSON is text. Rows never leave
this package.
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
        Index("note_tagged", "tags", sqlite_where=text("tags <> '[]'")),
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
            "card_short",
            *(
                "interval_days",
                "due_day",
                "id",
                "deck_id",
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
        Index(
            *("card_in_deck", "deck_id", "position", "vanished"),
            sqlite_where=text("vanished = 0"),
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
        Index(
            *("event_missed", "verdict", "card_uid"),
            sqlite_where=text("verdict <> 'CORRECT'"),
        ),
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


class Source(Table, table=True):
    """An article that cards were made from, as the learner brought it."""

    __tablename__ = "source"
    __table_args__ = _STRICT

    uid: str = Field(primary_key=True, sa_type=Text)
    """Follows from its text, so that it is the same on every machine."""
    title: str = Field(sa_type=Text)
    author: str = Field(sa_type=Text)
    day: int
    """When it was written; 0 for unknown."""
    lang: str = Field(sa_type=Text)
    name: str = Field(sa_type=Text)
    sha256: str = Field(sa_type=Text)
    text: str = Field(sa_type=Text)
    hlc: int


class NoteSource(Table, table=True):
    """Where in an article a note stands; offsets count the characters of its text."""

    __tablename__ = "note_source"
    __table_args__ = (Index("note_from_source", "source_uid"), _STRICT_BY_KEY)

    note_uid: str = Field(primary_key=True, sa_type=Text)
    source_uid: str = Field(sa_type=Text)
    proposal: str = Field(sa_type=Text)
    """Which proposal of the article it was."""
    paragraph: int
    """Its number as a deck file's `from:` counts it."""
    paragraph_start: int
    paragraph_end: int
    sentence_start: int
    sentence_end: int
    answer_start: int
    answer_end: int
    hlc: int


class DroppedProposal(Table, table=True):
    """A proposal of an article that the learner did not want."""

    __tablename__ = "dropped_proposal"
    __table_args__ = _STRICT_BY_KEY

    source_uid: str = Field(primary_key=True, sa_type=Text)
    proposal: str = Field(primary_key=True, sa_type=Text)
    hlc: int


class Draft(Table, table=True):
    """Half-done work on an article, for another day on this machine."""

    __tablename__ = "draft"
    __table_args__ = _STRICT

    source_uid: str = Field(primary_key=True, sa_type=Text)
    content: str = Field(sa_type=Text)
    wall_ms: int


class StaleNote(Table, table=True):
    """The words of a note as the search index has them, where the note has others by now."""

    __tablename__ = "stale_note"
    __table_args__ = _STRICT

    note_id: int | None = Field(default=None, primary_key=True)
    prompt: str = Field(sa_type=Text)
    answer: str = Field(sa_type=Text)
    details: str = Field(sa_type=Text)


class SavedSearch(Table, table=True):
    """A search that the learner gave a name; one that was forgotten has no text."""

    __tablename__ = "saved_search"
    __table_args__ = _STRICT_BY_KEY

    name: str = Field(primary_key=True, sa_type=Text)
    text: str = Field(sa_type=Text)
    hlc: int


class KeptApart(Table, table=True):
    """A note that the learner wants to keep although another has the same prompt."""

    __tablename__ = "kept_apart"
    __table_args__ = _STRICT_BY_KEY

    note_uid: str = Field(primary_key=True, sa_type=Text)
    hlc: int


class DayTally(Table, table=True):
    """How many answers of which kind and quality a deck got on a study day.

    Scheduled reviews are counted apart by the step of their interval.
    """

    __tablename__ = "day_tally"
    __table_args__ = _STRICT_BY_KEY

    deck_id: int = Field(primary_key=True)
    study_day: int = Field(primary_key=True)
    kind: str = Field(primary_key=True, sa_type=Text)
    quality: int = Field(primary_key=True)
    interval_step: int = Field(primary_key=True)
    """The shortest interval of the step in days; 0 for what is no scheduled review."""
    answers: int
    answer_ms: int


class DayTotal(Table, table=True):
    """What `DayTally` counts, over all decks together."""

    __tablename__ = "day_total"
    __table_args__ = _STRICT_BY_KEY

    study_day: int = Field(primary_key=True)
    kind: str = Field(primary_key=True, sa_type=Text)
    quality: int = Field(primary_key=True)
    interval_step: int = Field(primary_key=True)
    answers: int
    answer_ms: int


class HourTally(Table, table=True):
    """How many answers a deck got in an hour of a study day, and how many were right.

    Scheduled reviews are counted among all answers, and once more by themselves.
    """

    __tablename__ = "hour_tally"
    __table_args__ = _STRICT_BY_KEY

    deck_id: int = Field(primary_key=True)
    study_day: int = Field(primary_key=True)
    hour: int = Field(primary_key=True)
    answers: int
    recalled: int
    reviews: int
    reviews_recalled: int


class HourTotal(Table, table=True):
    """What `HourTally` counts, over all decks together."""

    __tablename__ = "hour_total"
    __table_args__ = _STRICT_BY_KEY

    study_day: int = Field(primary_key=True)
    hour: int = Field(primary_key=True)
    answers: int
    recalled: int
    reviews: int
    reviews_recalled: int


class ChoiceTally(Table, table=True):
    """How many answers that were proposed one quality got which, on a study day in a deck."""

    __tablename__ = "choice_tally"
    __table_args__ = _STRICT_BY_KEY

    deck_id: int = Field(primary_key=True)
    study_day: int = Field(primary_key=True)
    proposed: int = Field(primary_key=True)
    quality: int = Field(primary_key=True)
    answers: int


class ChoiceTotal(Table, table=True):
    """What `ChoiceTally` counts, over all decks together."""

    __tablename__ = "choice_total"
    __table_args__ = _STRICT_BY_KEY

    study_day: int = Field(primary_key=True)
    proposed: int = Field(primary_key=True)
    quality: int = Field(primary_key=True)
    answers: int


class Histogram(Table, table=True):
    """How many cards of a deck have a value of a measure."""

    __tablename__ = "histogram"
    __table_args__ = _STRICT_BY_KEY

    measure: str = Field(primary_key=True, sa_type=Text)
    deck_id: int = Field(primary_key=True)
    value: int = Field(primary_key=True)
    cards: int


_IS_INDEXED = "OLD.id <= (SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'index_reach')"
_KEEP_WORDS = (
    "INSERT OR IGNORE INTO stale_note (note_id, prompt, answer, details)"
    " VALUES (OLD.id, OLD.prompt, OLD.answer, OLD.details)"
)
TRIGGERS = (
    *(
        f"CREATE TRIGGER event_no_{verb.lower()} BEFORE {verb} ON event BEGIN "
        "SELECT RAISE(ABORT, 'the log only grows'); END"
        for verb in ("UPDATE", "DELETE")
    ),
    (
        "CREATE TRIGGER note_reworded AFTER UPDATE OF prompt, answer, details ON note"
        f" WHEN {_IS_INDEXED}"
        " AND (OLD.prompt, OLD.answer, OLD.details) <> (NEW.prompt, NEW.answer, NEW.details)"
        f" BEGIN {_KEEP_WORDS}; END"
    ),
    f"CREATE TRIGGER note_gone AFTER DELETE ON note WHEN {_IS_INDEXED} BEGIN {_KEEP_WORDS}; END",
)
"""Keep the log append-only, and what the index has of a note, whoever writes to the file."""
