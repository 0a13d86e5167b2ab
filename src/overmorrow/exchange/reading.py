"""Opens a file somebody wants to study from, and reads it by its ending."""

import difflib
import os
import re
import stat
from dataclasses import replace

from overmorrow.cards.deck_file import parse_deck
from overmorrow.cards.problem import ParsedDeck
from overmorrow.cards.text import clean
from overmorrow.errors import FileError
from overmorrow.exchange.delimited import parse_table

LARGEST_FILE = 100 * 1024 * 1024
"""Bytes; a deck of plain text is far smaller."""

_DECK_ENDINGS = (".md", ".markdown")
_TABLE_ENDINGS = (".tsv", ".txt", ".tab")
_ENDINGS = ".md, .tsv, .txt"
_CARD_LINE = re.compile(r"^[QC]:", re.MULTILINE)
_NULS_OF_UTF16 = 10
"""One NUL in so many bytes is not text in UTF-8."""


def read_deck_file(path: str, deck_name: str | None = None) -> ParsedDeck:
    """Read a deck in our own format, or a table of tabs.

    Args:
        path: The file; its ending says what it is. A `.txt` is a table unless
            it has `Q:` or `C:` lines.
        deck_name: What to call the deck instead of what the file says.

    Raises:
        FileError: The file cannot be read as text, or its ending is unknown.
    """
    ending = os.path.splitext(path)[1].lower()
    data = _bytes_of(path)
    if ending not in (*_DECK_ENDINGS, *_TABLE_ENDINGS):
        raise FileError(
            "deck.file_ending", name=_shown(path), ending=clean(ending) or "-", known=_ENDINGS
        )
    text = _text_of(data, path)
    name = clean(os.path.splitext(os.path.basename(path))[0]).strip() or "?"
    if ending in _DECK_ENDINGS or (ending == ".txt" and _CARD_LINE.search(text)):
        return _renamed(parse_deck(text, name), deck_name)
    return parse_table(text, deck_name or name)


def _renamed(parsed: ParsedDeck, name: str | None) -> ParsedDeck:
    if not name:
        return parsed
    deck = replace(parsed.deck, name=name)
    return replace(parsed, deck=deck)


def _bytes_of(path: str) -> bytes:
    """Return what the file holds, if it is a plain file of bearable size."""
    try:
        status = os.stat(path)
        if stat.S_ISDIR(status.st_mode):
            raise FileError("deck.file_folder", name=_shown(path))
        if not stat.S_ISREG(status.st_mode):
            raise FileError("deck.file_not_plain", name=_shown(path))
        if status.st_size > LARGEST_FILE:
            raise FileError(
                "deck.file_too_large", name=_shown(path), most=LARGEST_FILE // (1024 * 1024)
            )
        with open(path, "rb") as file:
            return file.read(LARGEST_FILE)
    except (FileNotFoundError, NotADirectoryError):
        raise _missing(path) from None
    except ValueError:
        raise FileError("deck.file_missing", name=_shown(path)) from None
    except OSError as error:
        raise FileError(
            "deck.file_unreadable", name=_shown(path), reason=clean(error.strerror or "")
        ) from error


def _missing(path: str) -> FileError:
    """Return the error for a file that is not there, with names like it if there are any."""
    folder, name = os.path.split(path)
    try:
        others = os.listdir(folder or ".")
    except OSError:
        others = []
    alike = difflib.get_close_matches(name, others, n=3, cutoff=0.6)
    if not alike:
        return FileError("deck.file_missing", name=_shown(path))
    return FileError(
        "deck.file_missing_alike", name=_shown(path), alike=", ".join(map(_shown, alike))
    )


def _text_of(data: bytes, path: str) -> str:
    """Return the bytes as UTF-8 text, or say from which line on they are none."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise FileError("deck.file_utf16", name=_shown(path))
    if data.count(0) * _NULS_OF_UTF16 > len(data):
        raise FileError("deck.file_binary", name=_shown(path))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise FileError("deck.file_not_utf8", name=_shown(path), line=line) from None


def _shown(path: str) -> str:
    """Return a path that is safe to show."""
    return clean(path.encode("utf-8", "replace").decode("utf-8")).replace("\n", " ")[:200]
