"""Articles that cards were made from, and where in them each note stands."""

from collections.abc import Collection, Iterator, Mapping
from hashlib import sha256
from typing import NamedTuple
from uuid import UUID, uuid5

from overmorrow.cards.source import KeptSource, Source, Span
from overmorrow.store.database import Database
from overmorrow.store.events import storable

_NAMESPACE = UUID("0c1d7f9e-3b52-5f0a-9d86-6a4c1e7b2f35")
"""Never changes: a text has one id on every machine."""
SOURCE_COLUMNS = ("title", "author", "day", "lang", "name", "sha256", "text")
SPAN_COLUMNS = (
    *("source_uid", "proposal", "paragraph", "paragraph_start", "paragraph_end"),
    *("sentence_start", "sentence_end", "answer_start", "answer_end"),
)
_SOURCE = ("uid", *SOURCE_COLUMNS, "hlc")
_SPAN = ("note_uid", *SPAN_COLUMNS, "hlc")
_PUT_SOURCE = f"""
    INSERT INTO source ({", ".join(_SOURCE)}) VALUES ({", ".join("?" * len(_SOURCE))})
    ON CONFLICT (uid) DO UPDATE
    SET title = excluded.title, author = excluded.author, day = excluded.day,
        lang = excluded.lang, name = excluded.name, hlc = excluded.hlc
    WHERE (excluded.title, excluded.author, excluded.day, excluded.lang, excluded.name)
       <> (title, author, day, lang, name)"""
_PUT_SPAN = f"""
    INSERT OR REPLACE INTO note_source ({", ".join(_SPAN)})
    VALUES ({", ".join("?" * len(_SPAN))})"""
_OF_CARD = """
    SELECT source.title, source.author, source.day, place.paragraph,
           substr(source.text, place.paragraph_start + 1,
                  place.paragraph_end - place.paragraph_start),
           place.sentence_start - place.paragraph_start,
           place.sentence_end - place.paragraph_start,
           place.answer_start - place.paragraph_start, place.answer_end - place.paragraph_start
    FROM card JOIN note ON note.id = card.note_id
    JOIN note_source AS place ON place.note_uid = note.uid
    JOIN source ON source.uid = place.source_uid
    WHERE card.id = ?"""
_MADE = """
    SELECT place.proposal, deck.name
    FROM note_source AS place JOIN note ON note.uid = place.note_uid
    JOIN deck ON deck.id = note.deck_id
    WHERE place.source_uid = ? AND note.vanished = ? ORDER BY note.hlc DESC, note.id"""
_IS_PLACED = "SELECT 1 FROM note_source WHERE note_uid = ?"
_OF_DECKS = """
    SELECT uid, title, author, day, lang, name, text FROM source
    WHERE EXISTS (SELECT 1 FROM note_source AS place JOIN note ON note.uid = place.note_uid
                  WHERE place.source_uid = source.uid AND note.deck_id IN ({slots})
                    AND note.vanished = 0)
    ORDER BY uid"""
_SPANS = f"""
    SELECT place.note_uid, {", ".join(f"place.{column}" for column in SPAN_COLUMNS[1:])}
    FROM note_source AS place JOIN note ON note.uid = place.note_uid
    WHERE place.source_uid = ? AND note.deck_id IN ({{slots}}) AND note.vanished = 0
    ORDER BY place.note_uid"""
_FORGET_SPANS = """
    DELETE FROM note_source
    WHERE NOT EXISTS (SELECT 1 FROM note WHERE note.uid = note_source.note_uid)"""
_FORGET = """
    DELETE FROM source
    WHERE NOT EXISTS (SELECT 1 FROM note_source WHERE note_source.source_uid = source.uid)"""


class PlaceOfCard(NamedTuple):
    """A card's article and its place there; offsets count from the paragraph's beginning."""

    title: str
    author: str
    day: int
    paragraph: int
    paragraph_text: str
    sentence_start: int
    sentence_end: int
    answer_start: int
    answer_end: int


def source_uid(text: str) -> str:
    """Return the id of an article, which follows from its text."""
    return str(uuid5(_NAMESPACE, _digest(text)))


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "replace")).hexdigest()


def put_source(database: Database, source: Source, hlc: int) -> str:
    """Keep an article, or what is newly said of it, inside a transaction; return its id."""
    uid = source_uid(source.text)
    title, author, day, lang, name, text = source
    texts = [storable(each) or "" for each in (title, author, lang, name, text)]
    values = (uid, texts[0], texts[1], day, *texts[2:4], _digest(text), texts[4], hlc)
    database.connection.execute(_PUT_SOURCE, values)
    return uid


def put_spans(database: Database, uid: str, spans: Mapping[str, Span], hlc: int) -> None:
    """Keep where in an article notes stand, inside a transaction.

    Args:
        database: Where.
        uid: The article.
        spans: The places by the notes' uids.
        hlc: The log time of the change.
    """
    rows = [(note, uid, *span, hlc) for note, span in spans.items()]
    database.connection.executemany(_PUT_SPAN, rows)


def put_kept_source(database: Database, kept: KeptSource, hlc: int) -> None:
    """Take in an article from elsewhere, as far as it says more, inside a transaction.

    Places of notes that are not here are left away.
    """
    uid = source_uid(kept.source.text)
    if not database.row("SELECT 1 FROM source WHERE uid = ?", (uid,)):
        put_source(database, kept.source, hlc)
    missing = {
        note: span for note, span in kept.spans.items() if not database.row(_IS_PLACED, (note,))
    }
    put_spans(database, uid, missing, hlc)
    set_dropped(database, uid, kept.dropped, (), hlc)


def kept_sources(database: Database, deck_ids: Collection[int]) -> Iterator[KeptSource]:
    """Yield the articles that notes of some decks were made from."""
    slots = ",".join("?" * len(deck_ids))
    for row in database.rows(_OF_DECKS.format(slots=slots), tuple(deck_ids)):
        spans = database.rows(_SPANS.format(slots=slots), (row[0], *deck_ids))
        yield KeptSource(
            source=Source(*row[1:]),
            spans={note: Span(*span) for note, *span in spans},
            dropped=tuple(sorted(dropped_proposals(database, row[0]))),
        )


def place_of_card(database: Database, card_id: int) -> PlaceOfCard | None:
    """Return where a card comes from; None where no article of its note is kept."""
    row = database.row(_OF_CARD, (card_id,))
    return PlaceOfCard(*row) if row else None


def proposals_made(database: Database, uid: str) -> dict[str, str]:
    """Return which proposals of an article are notes now, each with its deck, newest first."""
    found: dict[str, str] = {}
    for proposal, deck in database.rows(_MADE, (uid, 0)):
        found.setdefault(proposal, deck)
    return found


def forget_sources(database: Database) -> None:
    """Drop the places of notes that are gone and articles without any, in a transaction."""
    if database.row("SELECT 1 FROM source LIMIT 1"):
        database.connection.execute(_FORGET_SPANS)
        database.connection.execute(_FORGET)


def dropped_proposals(database: Database, uid: str) -> set[str]:
    """Return which proposals of an article the learner did not want."""
    sql = "SELECT proposal FROM dropped_proposal WHERE source_uid = ?"
    return {row[0] for row in database.rows(sql, (uid,))}


def proposals_set_aside(database: Database, uid: str) -> set[str]:
    """Return which proposals of an article were notes that their deck's file no longer has."""
    return {row[0] for row in database.rows(_MADE, (uid, 1))}


def set_dropped(
    database: Database, uid: str, dropped: Collection[str], others: Collection[str], hlc: int
) -> None:
    """Remember which proposals of an article the learner does not want, in a transaction.

    Args:
        database: Where.
        uid: The article.
        dropped: Those not wanted.
        others: Those of which that is not, or no longer, true.
        hlc: The log time of the change.
    """
    execute = database.connection.executemany
    sql = "INSERT OR IGNORE INTO dropped_proposal (source_uid, proposal, hlc) VALUES (?, ?, ?)"
    execute(sql, [(uid, proposal, hlc) for proposal in dropped])
    sql = "DELETE FROM dropped_proposal WHERE source_uid = ? AND proposal = ?"
    execute(sql, [(uid, proposal) for proposal in others])
