"""Turns a file's bytes into text: the encoding it says, or the one it can only be in."""

import codecs
import re
from typing import NamedTuple

from overmorrow.errors import FileError
from overmorrow.exchange.encoding_guess import as_cp949, as_shift_jis, as_western

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_GUESSES = ((as_cp949, "cp949"), (as_shift_jis, "cp932"), (as_western, "cp1252"))
_NULS_OF_BINARY = 10
"""One NUL in so many bytes is not text in UTF-8."""
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_IN_TEXTS = re.compile(
    "[\t\n\r -~\xa0-\u052f\u0590-\u06ff\u0900-\u0e7f\u1100-\u11ff\u1e00-\u1fff"
    "\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2100-\u214f\u2190-\u22ff\u3000-\u318e"
    "\u4e00-\u9fff\uac00-\ud7a3\uff00-\uffee]"
)
_LOOKED_AT = 20_000
_XML_SAYS = re.compile(rb"\s*<\?xml[^<>]{0,80}\sencoding=[\"']([A-Za-z0-9._-]{2,30})[\"']")


class Decoded(NamedTuple):
    """Text, and how it was found to be written."""

    text: str
    encoding: str
    is_guess: bool = False
    """Whether the file does not say so itself, and is not UTF-8."""


def decode(data: bytes, name: str, encoding: str | None = None) -> Decoded:
    """Return the bytes as text.

    A byte order mark decides; else it is UTF-8, UTF-16 that shows by its NULs,
    what XML says it is, or CP949, Shift JIS or Windows-1252 that reads as Korean,
    Japanese or a western language. Nothing else is guessed.

    Args:
        data: The whole file; a piece of one could end inside a character.
        name: What to call the file in an error.
        encoding: What the learner says it is.

    Raises:
        FileError: It is not text, or in none of these; the line is named.
    """
    if encoding:
        return _as_told(data, name, encoding)
    for mark, marked in _MARKS:
        if data.startswith(mark):
            return Decoded(_strict(data[len(mark) :], name, marked), marked)
    wide = _utf16_without_mark(data)
    if wide:
        return wide
    if data.count(0) * _NULS_OF_BINARY > len(data):
        raise FileError("deck.file_binary", name=name)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        line = _line(data, error.start)
    said = _as_xml_says(data)
    if said:
        return said
    for guess, guessed in _GUESSES:
        text = guess(data)
        if text is not None:
            return Decoded(text, guessed, is_guess=True)
    binary = len(_CONTROL.findall(data.decode("latin-1"))) * 20 > len(data)
    raise FileError("deck.file_binary" if binary else "deck.file_not_utf8", name=name, line=line)


def _as_told(data: bytes, name: str, encoding: str) -> Decoded:
    wanted = codecs.lookup(encoding).name
    for mark, marked in _MARKS:
        if data.startswith(mark) and marked.startswith(wanted):
            return Decoded(_strict(data[len(mark) :], name, marked), marked)
    return Decoded(_strict(data, name, encoding), encoding)


def _as_xml_says(data: bytes) -> Decoded | None:
    """Return the text of XML that names its encoding, if it is in it."""
    found = _XML_SAYS.match(data)
    try:
        name = codecs.lookup(found[1].decode("ascii")).name if found else ""
        return Decoded(data.decode(name), name) if name else None
    except (LookupError, UnicodeError):
        return None


def _strict(data: bytes, name: str, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeError as error:
        start = error.start if isinstance(error, UnicodeDecodeError) else 0
        raise FileError(
            "exchange.not_in_encoding", name=name, encoding=encoding, line=_line(data, start)
        ) from None


def _line(data: bytes, start: int) -> int:
    return data.count(b"\n", 0, start) + 1


def _utf16_without_mark(data: bytes) -> Decoded | None:
    """Return text in UTF-16 without a mark: read one way it is letters, the other way not."""
    if len(data) % 2 or data.count(0) < 4 or data.count(0) * 50 < len(data):
        return None
    likely = {name: _letters(data[:_LOOKED_AT], name) for name in ("utf-16-le", "utf-16-be")}
    encoding = max(likely, key=lambda name: likely[name])
    if likely[encoding] < 0.97 or likely[encoding] - min(likely.values()) < 0.05:
        return None
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if _CONTROL.search(text) else Decoded(text, encoding, is_guess=True)


def _letters(data: bytes, encoding: str) -> float:
    """Return the share of characters that texts are made of, read in an encoding."""
    text = data.decode(encoding, "replace")
    return len(_IN_TEXTS.findall(text)) / max(1, len(text))
