"""Takes in an article: from a file, the standard input or what the learner pasted."""

import os
import re
import sys
from typing import NamedTuple

from overmorrow.cards.text import clean, shown_path
from overmorrow.errors import FileError
from overmorrow.exchange.encoding import decode
from overmorrow.exchange.opening import name_of, opened
from overmorrow.exchange.web_page import is_web_page, page_text
from overmorrow.generation.article import language_of

LARGEST_ARTICLE = 3_000_000
"""Bytes, which takes about a minute; a long novel has as many."""
STANDARD_INPUT = "-"
_MEGABYTE = 1_000_000
_PAGES = (".html", ".htm", ".xhtml")
_MARKS = (
    (b"%PDF-", "PDF"),
    (b"{\\rtf", "RTF"),
    (b"\xd0\xcf\x11\xe0", "HWP, DOC"),
    (b"HWP Document", "HWP"),
    (b"PK\x03\x04", "ZIP"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"SQLite format 3", "SQLite"),
)
"""How files begin that are often taken for text."""
_ZIPPED = frozenset((".docx", ".hwpx", ".odt", ".epub", ".pages", ".pptx", ".xlsx", ".apkg"))
_NEWLINE = re.compile(r"\r\n?")


class ArticleText(NamedTuple):
    """An article's text as cards are made from it."""

    text: str
    """Clean: in NFC, with universal newlines and nothing that steers a terminal."""
    name: str
    """What its deck could be called: the file's name without its ending, or empty."""
    original: str
    """Before it was cleaned, with universal newlines; of a web page its text."""


def article_file(path: str) -> ArticleText:
    """Read an article from a text, Markdown or HTML file.

    Args:
        path: The file; `-` is the standard input.

    Raises:
        FileError: It is missing, empty, too large, no text, or in no language that
            cards can be made from.
    """
    if path == STANDARD_INPUT:
        data, shown, name = sys.stdin.buffer.read(LARGEST_ARTICLE + 1), "-", ""
    else:
        shown, name = shown_path(path), name_of(path)
        with opened(path) as file:
            data = file.read(LARGEST_ARTICLE + 1)
    ending = os.path.splitext(path)[1].lower()
    for mark, kind in _MARKS:
        if data.startswith(mark):
            told = ending[1:].upper() if ending in _ZIPPED else kind
            raise FileError("generating.not_article", name=shown, kind=told)
    if len(data) > LARGEST_ARTICLE:
        raise _refusal("too_large", shown)
    text = decode(data, shown).text
    return _checked(text, name, shown, is_page=ending in _PAGES or is_web_page(text))


def checked_text(text: str, name: str) -> ArticleText:
    """Return pasted text as an article.

    Args:
        text: What was pasted.
        name: What its deck could be called; may be empty.

    Raises:
        FileError: It is empty, too large, or in no language that cards can be made from.
    """
    if len(text) > LARGEST_ARTICLE:
        raise _refusal("too_large", name or STANDARD_INPUT)
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return _checked(whole, name, name or STANDARD_INPUT, is_page=is_web_page(whole))


def _refusal(reason: str, shown: str) -> FileError:
    """Return why a text is no article; what has no name is spoken of without one."""
    key = f"{reason}_input" if shown == STANDARD_INPUT else reason
    return FileError(f"generating.{key}", name=shown, most=LARGEST_ARTICLE // _MEGABYTE)


def _checked(text: str, name: str, shown: str, *, is_page: bool) -> ArticleText:
    original = page_text(text) if is_page else _NEWLINE.sub("\n", text)
    cleaned = clean(original)
    if not cleaned.strip():
        raise _refusal("empty", shown)
    if not language_of(cleaned) and not any(map(language_of, cleaned.split("\n"))):
        raise _refusal("no_language", shown)
    return ArticleText(cleaned, name, original)
