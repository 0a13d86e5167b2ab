"""The text a learner would see of a field written in HTML."""

import re
from collections.abc import Iterator
from html import unescape

from overmorrow.cards.text import clean

_BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figure",
        "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav",
        "ol", "p", "pre", "section", "table", "tbody", "td", "th", "thead", "tr", "ul",
    )
)  # fmt: skip
_HIDDEN = frozenset(("script", "style", "template", "title"))
_NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9:-]*)|<!")
_SOURCE = re.compile(r"\bsrc\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
_SOUND = re.compile(r"\[sound:([^\[\]\n]*)\]|\[anki:play:[^\[\]\n]*\]")
_SPACES = re.compile(r"[ \t\xa0]+")
_LINES = re.compile(r" ?\n[\s]*")


def html_text(field: str) -> str:
    """Return a field's text without tags, its blocks on lines of their own.

    A field of nothing but pictures or sounds becomes their names in brackets,
    so that it is not lost. What its entities stand for is made safe as well.
    """
    if "<" not in field and "&" not in field and "[" not in field:
        return field.strip()
    pieces: list[str] = []
    pictures: list[str] = []
    hidden = ""
    for text, tag in _tokens(field):
        if not hidden:
            pieces.append(unescape(text))
        found = _NAME.match(tag)
        name = (found[1] or "").lower() if found else ""
        if hidden:
            hidden = "" if tag.startswith("</") and name == hidden else hidden
        elif name in _HIDDEN and not tag.startswith("</"):
            hidden = name
        elif name in _BLOCKS:
            pieces.append("\n")
        elif name == "img":
            source = _SOURCE.search(tag)
            pictures += [unescape(value) for value in source.groups() if value] if source else []
    written = clean("".join(pieces))
    sounds = [found[1] for found in _SOUND.finditer(written) if found[1]]
    text = _LINES.sub("\n", _SPACES.sub(" ", _SOUND.sub("", written))).strip()
    return text or clean(" ".join(f"[{name}]" for name in (*pictures, *sounds)))


def _tokens(field: str) -> Iterator[tuple[str, str]]:
    """Yield each text with the tag or comment after it; what is never closed is text.

    Each sign is looked at a few times at most, however broken the field is.
    """
    at = start = 0
    last_close = field.rfind(">")
    last_comment = field.rfind("-->")
    while (opened := field.find("<", at)) >= 0 and opened < last_close:
        at = opened + 1
        if not _NAME.match(field, opened):
            continue
        if field.startswith("<!--", opened):
            if last_comment < opened + 4:
                continue
            end = field.find("-->", opened + 4) + 3
        else:
            end = _end_of_tag(field, opened)
        yield field[start:opened], field[opened:end]
        at = start = end
    yield field[start:], ""


def _end_of_tag(field: str, opened: int) -> int:
    """Return where a tag ends; a `>` in quotes does not end it."""
    first = end = field.find(">", opened) + 1
    for _ in range(3):
        if field.count('"', opened, end) % 2 == 0:
            return end
        end = field.find(">", end) + 1
        if end == 0:
            break
    return first
