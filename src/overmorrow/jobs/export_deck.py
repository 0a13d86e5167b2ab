"""Export a deck: write it for other programs, for other people, or to keep."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from overmorrow.cards.deck import Deck
from overmorrow.cards.text import clean, shown_path
from overmorrow.clock import Moment, study_day
from overmorrow.errors import FileError, NotFoundError
from overmorrow.exchange.anki_settings import beginning
from overmorrow.exchange.json_writing import JsonContent, JsonDeck, write_json
from overmorrow.exchange.markdown_writing import file_names, markdown_of
from overmorrow.exchange.outgoing import Sink
from overmorrow.exchange.table_writing import write_csv, write_tsv
from overmorrow.exchange.whole_file import make_folder, whole_file
from overmorrow.jobs.export_notes import ExportSource
from overmorrow.store import kept
from overmorrow.store.database import Database
from overmorrow.store.export_pasts import Reckoning
from overmorrow.store.export_rows import (
    ExportDeck,
    count_notes,
    export_decks,
    first_day_of_learning,
    quick_reading,
)
from overmorrow.store.media import media_of

FORMATS = ("md", "csv", "tsv", "json", "apkg")
STANDARD_OUTPUT = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """What the learner wants written."""

    deck: str | None
    """With those below it; None for all."""
    format: str
    """One of `FORMATS`."""
    out: str
    """A file; a folder for several decks in Markdown; `-` for the standard output."""
    with_schedule: bool = False
    ids: bool = False
    excel_safe: bool = False
    replace: bool = False
    """Whether files that are there may be replaced."""


@dataclass(slots=True, kw_only=True)
class Exported:
    """What was written."""

    files: list[str] = field(default_factory=list)
    notes: int = 0
    cards: int = 0
    reviews: int = 0
    media: int = 0
    remarks: list[tuple[str, Mapping[str, object]]] = field(default_factory=list)
    """What the format could not say: message keys with what their slots name."""

    def remark(self, key: str, **values: object) -> None:
        """Tell the learner something about what was written."""
        self.remarks.append((key, values))


def notes_to_write(database: Database, deck: str | None) -> int:
    """Return how many notes an export of a deck and those below it goes through.

    Raises:
        NotFoundError: There is no such deck.
    """
    return sum(count_notes(database, each.deck_id) for each in export_decks(database, deck))


def export_deck(
    database: Database,
    wanted: Export,
    moment: Moment,
    progress: Callable[[int], None] | None = None,
) -> Exported:
    """Write what the learner wants, from one state of the collection.

    Args:
        database: The collection; it is only read.
        wanted: What to write, and where to.
        moment: When.
        progress: Told how many notes are written so far; may raise to stop.

    Raises:
        NotFoundError: There is no such deck, or nothing in it.
        FileError: The file cannot be written; nothing was.
        DatabaseError: The collection cannot be read.
    """
    with database.snapshot(), quick_reading(database):
        source = ExportSource(
            database, wanted.deck, with_schedule=wanted.with_schedule, progress=progress
        )
        if not source.filled:
            raise NotFoundError("exporting.nothing")
        done = Exported()
        if wanted.format == "apkg":
            _write_package(database, source, wanted, moment, done)
        else:
            _WRITERS[wanted.format](source, wanted, done)
            if wanted.with_schedule and wanted.format != "json":
                done.remark("exporting.no_schedule", format=wanted.format)
    done.notes, done.cards = source.notes, source.cards
    return done


def _write_package(
    database: Database, source: ExportSource, wanted: Export, moment: Moment, done: Exported
) -> None:
    from overmorrow.exchange.anki_writing import PackageContent, write_package

    if wanted.out == STANDARD_OUTPUT:
        raise FileError("exporting.not_text", format=wanted.format)
    things = kept.all_kept(database)
    today = study_day(moment)
    first = min(first_day_of_learning(database) or today, today)
    begun = beginning(things, first, moment.utc_offset_min)
    content = PackageContent(
        notes=source.anki_notes(Reckoning(begun.first_day, today)),
        begun=begun,
        note_types=kept.note_types(database),
        kept=things,
        media=media_of(database),
        modified_ms=moment.wall_ms,
        origins=source.origins(),
    )
    with whole_file(wanted.out, replace=wanted.replace) as path:
        written = write_package(path, content)
    done.files.append(wanted.out)
    done.reviews, done.media = written.reviews, written.media


def _write_markdown(source: ExportSource, wanted: Export, done: Exported) -> None:
    if not _is_folder(wanted.out):
        if len(source.filled) > 1:
            raise FileError(
                "exporting.several_decks", count=len(source.filled), path=shown_path(wanted.out)
            )
        with _text_file(wanted, wanted.out, done) as file:
            file.write(_markdown(source, source.filled[0], wanted, done))
        return
    names = file_names((deck.head.name for deck in source.filled), ".md")
    paths = [os.path.join(wanted.out, name) for name in names.values()]
    there = next((path for path in paths if os.path.lexists(path)), None)
    if there and not wanted.replace:
        raise FileError("exporting.exists", path=shown_path(there))
    make_folder(wanted.out)
    for deck, path in zip(source.filled, paths, strict=True):
        with _text_file(wanted, path, done) as file:
            file.write(_markdown(source, deck, wanted, done))


def _markdown(source: ExportSource, deck: ExportDeck, wanted: Export, done: Exported) -> str:
    head = deck.head
    notes = list(source.plain_notes([deck]))
    foreign = sum(bool(each.note.note_type or each.note.faces) for each in notes)
    if foreign:
        done.remark("exporting.flattened", count=foreign, deck=head.name)
    described = Deck(name=head.name, title=head.title, lang=head.lang, source=head.source)
    return markdown_of(described, notes, ids=wanted.ids)


def _write_csv(source: ExportSource, wanted: Export, done: Exported) -> None:
    with _text_file(wanted, wanted.out, done) as file:
        made_safe = write_csv(
            file,
            source.plain_notes(source.filled),
            choices=source.most_choices(),
            excel_safe=wanted.excel_safe,
            ids=wanted.ids,
        )
    done.remark("exporting.csv_loses")
    if made_safe:
        done.remark("exporting.made_safe", count=made_safe)


def _write_tsv(source: ExportSource, wanted: Export, done: Exported) -> None:
    types = {each.uid: each for each in source.note_types()}
    with _text_file(wanted, wanted.out, done) as file:
        write_tsv(file, source.plain_notes(source.filled), types)
    done.remark("exporting.tsv_loses")


def _write_json(source: ExportSource, wanted: Export, done: Exported) -> None:
    content = JsonContent(
        decks=[
            JsonDeck(
                name=deck.head.name,
                title=deck.head.title,
                lang=deck.head.lang,
                source=deck.head.source,
                options=deck.options or "",
            )
            for deck in source.decks
        ],
        notes=source.json_notes(),
        note_types=source.note_types(),
        kept=source.kept(),
        events=source.whole_events() if wanted.with_schedule else None,
        media=source.media_files(),
        sources=source.sources(),
    )
    with _text_file(wanted, wanted.out, done) as file:
        write_json(file, content)
    done.reviews, done.media = source.events, source.media


_WRITERS: Mapping[str, Callable[[ExportSource, Export, Exported], None]] = {
    "md": _write_markdown,
    "csv": _write_csv,
    "tsv": _write_tsv,
    "json": _write_json,
}


class _StandardOutput:
    """Takes text for the standard output, where it may meet a terminal."""

    def write(self, text: str, /) -> object:
        """Write the text without what steers a terminal."""
        return sys.stdout.write(clean(text))

    def writelines(self, texts: Iterable[str], /) -> object:
        """Write each text so."""
        return sys.stdout.writelines(map(clean, texts))


@contextmanager
def _text_file(wanted: Export, path: str, done: Exported) -> Iterator[Sink]:
    """Open a place for text: a file that is there once it is whole, or the standard output."""
    if path == STANDARD_OUTPUT:
        yield _StandardOutput()
        return
    with (
        whole_file(path, replace=wanted.replace) as part,
        open(part, "w", encoding="utf-8", newline="") as file,
    ):
        yield file
    done.files.append(path)


def _is_folder(path: str) -> bool:
    return path != STANDARD_OUTPUT and (path.endswith(("/", os.sep)) or os.path.isdir(path))
