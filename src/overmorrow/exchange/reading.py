"""Opens a file somebody wants to study from, and reads it as what it is."""

import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import chain

from overmorrow.cards.deck_file import parse_deck
from overmorrow.cards.note import Note
from overmorrow.cards.parsed_file import Detected, ParsedFile
from overmorrow.cards.past import Past
from overmorrow.cards.problem import Harm, ParsedDeck, Problem
from overmorrow.cards.text import clean, shown_path
from overmorrow.errors import FileError
from overmorrow.exchange.ankiops import is_ankiops, parse_ankiops
from overmorrow.exchange.crowdanki import is_crowdanki, parse_crowdanki
from overmorrow.exchange.delimited import read_table
from overmorrow.exchange.encoding import decode
from overmorrow.exchange.hascard import is_hascard, parse_hascard
from overmorrow.exchange.hashcards import is_hashcards, parse_hashcards
from overmorrow.exchange.json_collection import OwnFile, is_own_json, parse_own_json
from overmorrow.exchange.obsidian import has_schedules, is_obsidian, parse_obsidian
from overmorrow.exchange.opening import name_of, opened
from overmorrow.exchange.org import parse_org
from overmorrow.exchange.paragraphs import is_paragraphs, parse_paragraphs
from overmorrow.exchange.records import parse_json, parse_toml
from overmorrow.exchange.supermemo import is_supermemo, parse_supermemo
from overmorrow.exchange.table_look import TableChoices
from overmorrow.exchange.xml_cards import parse_xml
from overmorrow.exchange.yaml_records import parse_yaml

LARGEST_FILE = 100 * 1024 * 1024
"""Bytes; a deck of plain text is far smaller."""
STANDARD_INPUT = "-"

_TABLES = (".csv", ".tsv", ".tab", ".txt")
_ENDINGS = (
    ".md, .apkg, .colpkg, .csv, .tsv, .txt, .xlsx, .ods, .json, .yaml, .toml, .xml, .org, .cards"
)
_CARD_LINE = re.compile(r"^[QC]:", re.MULTILINE)
_ANKI_HEADER = re.compile(
    r"\ufeff?#(separator|html|tags|columns|notetype|deck|guid)\b", re.IGNORECASE
)
_MARKDOWN = (".md", ".markdown")
PACKAGES = (".apkg", ".colpkg", ".anki2", ".anki21")
_UNPACKED = (".cards", ".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
"""Files that are no text."""
_LARGEST_UNPACKED = 1024 * 1024 * 1024
_MARK = 64
"""Bytes in which JSON of ours shows that it is."""
_NOT_TEXT = {
    ".mem": "exchange.mnemosyne_mem",
    ".numbers": "exchange.numbers",
    ".zip": "exchange.archive",
}
"""What to do instead, for files that are known and not read; they are never opened."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the learner says about a file; the rest is found out."""

    format: str = ""
    """One of `TEXT_FORMATS`."""
    encoding: str | None = None
    table: TableChoices | None = None


def read_file(
    path: str, deck_name: str | None = None, reading: Reading | None = None
) -> ParsedFile:
    """Read a file of any known format; some hold several decks.

    Args:
        path: The file; `-` is the standard input.
        deck_name: The deck to put everything in, whatever the file says.
        reading: What the learner says about it.

    Raises:
        FileError: The file cannot be read as text, or its ending is unknown.
    """
    file = _read(path, reading or Reading())
    if not deck_name:
        return file
    if isinstance(file, OwnFile):
        file = replace(file, places=(tuple(chain.from_iterable(file.places)),))
    return replace(file, decks=(_together(file.decks, deck_name),))


def _read(path: str, reading: Reading) -> ParsedFile:
    ending = os.path.splitext(path)[1].lower()
    if os.path.isfile(path):
        if ending in _NOT_TEXT:
            raise FileError(_NOT_TEXT[ending], name=shown_path(path))
        if ending in PACKAGES:
            from overmorrow.exchange.anki_package import read_package  # few files are packages

            return read_package(path)
        if ending in _UNPACKED:
            return _read_unpacked(path, ending, reading)
    data = _bytes(path, ending, is_told=bool(reading.format))
    decoded = decode(data, shown_path(path), reading.encoding)
    digest = sha256(data).hexdigest() if ending in _MARKDOWN else ""
    del data
    name = name_of(path)
    folder = os.path.dirname(os.path.abspath(path))
    if path == STANDARD_INPUT:
        name, folder = "stdin", ""
    with _named_in_full(path, name):
        if (ending or _ending_of(decoded.text)) == ".json" and is_crowdanki(decoded.text):
            file = parse_crowdanki(decoded.text, name, folder)
        else:
            file = _parse(decoded.text, name, ending, reading)
    if file.detected.format == "markdown":
        file = replace(file, sha256=digest)
    detected = replace(file.detected, encoding=decoded.encoding, encoding_guessed=decoded.is_guess)
    if decoded.is_guess:
        said = Problem(
            line=1,
            key="exchange.guessed_encoding",
            harm=Harm.NOTICE,
            values={"encoding": decoded.encoding.upper()},
        )
        first, *others = file.decks
        decks = (replace(first, problems=(said, *first.problems)), *others)
        return replace(file, decks=decks, detected=detected)
    return replace(file, detected=detected)


@contextmanager
def _named_in_full(path: str, name: str) -> Iterator[None]:
    """Let a refusal name the file, where its reader knows it only as a deck's name."""
    try:
        yield
    except FileError as error:
        if path == STANDARD_INPUT or error.values.get("name") != name:
            raise
        raise FileError(error.key, **{**error.values, "name": shown_path(path)}) from None


def _read_unpacked(path: str, ending: str, reading: Reading) -> ParsedFile:
    """Read a file that is no text: a spreadsheet, or a card set of Mnemosyne's."""
    with opened(path, _LARGEST_UNPACKED):
        name = name_of(path)
    if ending == ".cards":
        from overmorrow.exchange.mnemosyne_cards import read_mnemosyne  # few files are such sets

        decks, media = read_mnemosyne(path, shown_path(path), name)
        return ParsedFile(decks=decks, detected=Detected(format="mnemosyne"), media=media)
    from overmorrow.exchange.spreadsheet import read_spreadsheet  # few files are spreadsheets

    decks, look = read_spreadsheet(path, shown_path(path), name, reading.table)
    detected = Detected(format="spreadsheet", has_headings=look.has_headings, columns=look.columns)
    return ParsedFile(decks=decks, detected=detected)


def _parse(text: str, name: str, ending: str, reading: Reading) -> ParsedFile:
    """Read the text by its ending, or where that says little by what stands in it."""
    if reading.format:
        parse = _BY_FORMAT.get(reading.format)
    else:
        parse = _PARSERS.get(ending or _ending_of(text))
    if parse:
        return parse(text, name)
    by_hand = ending in ("", ".txt") or reading.format == "table"
    if by_hand and not reading.format:
        found = _written_by_hand(text, name, is_table=reading.table not in (None, TableChoices()))
        if found:
            return found
    return _parse_table(text, name, reading, by_hand=by_hand)


def _written_by_hand(text: str, name: str, *, is_table: bool) -> ParsedFile | None:
    """Read a text whose ending says nothing as the cards that stand in it, if they do."""
    if is_hascard(text):
        return _file("hascard", parse_hascard(text, name))
    if is_supermemo(text):
        return _file("supermemo", parse_supermemo(text, name))
    if _CARD_LINE.search(text):
        return _parse_markdown(text, name)
    if not is_table and is_paragraphs(text):
        return _file("paragraphs", parse_paragraphs(text, name))
    return None


def _parse_table(text: str, name: str, reading: Reading, *, by_hand: bool) -> ParsedFile:
    decks, look = read_table(text, name, reading.table, by_hand=by_hand)
    detected = Detected(
        format="anki_text" if _ANKI_HEADER.match(text) else "table",
        separator=look.separator,
        has_headings=look.has_headings,
        columns=look.columns,
    )
    return ParsedFile(decks=decks, detected=detected)


def _file(format_: str, decks: tuple[ParsedDeck, ...]) -> ParsedFile:
    return ParsedFile(decks=decks, detected=Detected(format=format_))


def _ending_of(text: str) -> str:
    """Return the ending that a text without a name should have; empty if it is unclear."""
    start = text.lstrip("\ufeff \t\r\n")[:5]
    if start.startswith(("[{", "{")) and not start.startswith("{{"):
        return ".json"
    return ".xml" if start == "<?xml" else ""


def _parse_markdown(text: str, name: str) -> ParsedFile:
    """Read Markdown as whoever wrote it meant it; in doubt it is ours."""
    if is_ankiops(text):
        return _file("ankiops", parse_ankiops(text, name))
    if has_schedules(text):
        return _file("obsidian", parse_obsidian(text, name))
    if not _CARD_LINE.search(text) and is_hascard(text):
        return _file("hascard", parse_hascard(text, name))
    if not _CARD_LINE.search(text) and is_obsidian(text):
        return _file("obsidian", parse_obsidian(text, name))
    if is_hashcards(text, name):
        return _file("hashcards", (parse_hashcards(text, name),))
    return _file("markdown", (parse_deck(text, name),))


def _parse_json(text: str, name: str) -> ParsedFile:
    if is_own_json(text):
        return parse_own_json(text, name)
    return _file("json", parse_json(text, name))


def _by(
    format_: str, parse: Callable[[str, str], tuple[ParsedDeck, ...]]
) -> Callable[[str, str], ParsedFile]:
    return lambda text, name: _file(format_, parse(text, name))


_BY_FORMAT: dict[str, Callable[[str, str], ParsedFile]] = {
    "markdown": lambda text, name: _file("markdown", (parse_deck(text, name),)),
    "hashcards": lambda text, name: _file("hashcards", (parse_hashcards(text, name),)),
    "ankiops": _by("ankiops", parse_ankiops),
    "obsidian": _by("obsidian", parse_obsidian),
    "hascard": _by("hascard", parse_hascard),
    "supermemo": _by("supermemo", parse_supermemo),
    "paragraphs": _by("paragraphs", parse_paragraphs),
    "json": _parse_json,
    "yaml": _by("yaml", parse_yaml),
    "toml": _by("toml", parse_toml),
    "xml": _by("xml", parse_xml),
    "org": _by("org", parse_org),
}
TEXT_FORMATS = ("table", *_BY_FORMAT)
_PARSERS: dict[str, Callable[[str, str], ParsedFile]] = {
    ".md": _parse_markdown,
    ".markdown": _parse_markdown,
    ".json": _parse_json,
    ".jsonl": _parse_json,
    ".ndjson": _parse_json,
    ".yaml": _BY_FORMAT["yaml"],
    ".yml": _BY_FORMAT["yaml"],
    ".toml": _BY_FORMAT["toml"],
    ".xml": _BY_FORMAT["xml"],
    ".wcu": _BY_FORMAT["xml"],
    ".org": _BY_FORMAT["org"],
}


def _together(decks: tuple[ParsedDeck, ...], name: str) -> ParsedDeck:
    """Put all notes into one deck of that name."""
    if len(decks) == 1:
        return replace(decks[0], deck=replace(decks[0].deck, name=name))
    notes: list[Note] = []
    pasts: dict[int, tuple[Past, ...]] = {}
    for each in decks:
        pasts |= {len(notes) + index: past for index, past in each.pasts.items()}
        notes += each.deck.notes
    return ParsedDeck(
        deck=replace(decks[0].deck, name=name, notes=tuple(map(_in_one_deck, notes))),
        problems=tuple(problem for each in decks for problem in each.problems),
        lines=tuple(line for each in decks for line in each.lines),
        left_out=sum(each.left_out for each in decks),
        pasts=pasts,
    )


def _in_one_deck(note: Note) -> Note:
    """Return a note whose cards lie in its own deck."""
    if not any(face.deck for face in note.faces):
        return note
    return note._replace(faces=tuple(face._replace(deck="") for face in note.faces))


def _bytes(path: str, ending: str, *, is_told: bool) -> bytes:
    """Return what a file holds, or what comes from the standard input.

    Its ending must be known, or the learner must have told what it is.
    """
    if path == STANDARD_INPUT:
        return _standard_input()
    data = _bytes_of(path)
    if is_told or ending in (*_TABLES, *_PARSERS):
        return data
    if not ending:
        raise FileError("deck.file_no_ending", name=shown_path(path))
    raise FileError("deck.file_ending", name=shown_path(path), ending=clean(ending), known=_ENDINGS)


def _standard_input() -> bytes:
    data = sys.stdin.buffer.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise FileError("deck.file_too_large", name="-", most=LARGEST_FILE // (1024 * 1024))
    return data


def _bytes_of(path: str) -> bytes:
    """Return what the file holds, if it is a plain file of bearable size.

    JSON that we wrote may be larger: it may hold a whole collection.
    """
    with opened(path, _LARGEST_UNPACKED) as file:
        start = file.read(_MARK)
        is_ours = is_own_json(start.decode("utf-8", "replace"))
        most = _LARGEST_UNPACKED if is_ours else LARGEST_FILE
        if os.fstat(file.fileno()).st_size > most:
            raise FileError(
                "deck.file_too_large", name=shown_path(path), most=most // (1024 * 1024)
            )
        return start + file.read(most)
