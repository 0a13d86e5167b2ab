"""The text a learner would see of a field written in HTML."""

import re
from collections.abc import Iterator
from html import unescape
from unicodedata import is_normalized

from overmorrow.cards.text import clean
from overmorrow.exchange.raised import lowered, raised

BLOCK_TAGS = frozenset(
    (
        "address", "article", "aside", "blockquote", "br", "caption", "center", "dd", "details",
        "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3",
        "h4", "h5", "h6", "header", "hr", "legend", "main", "nav", "option", "p", "section",
        "summary", "table", "tbody", "tfoot", "thead", "tr",
    )
)  # fmt: skip
_INLINE_TAGS = frozenset(
    (
        "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "em", "font", "i", "ins", "kbd",
        "label", "mark", "q", "rb", "s", "samp", "small", "span", "strike", "strong", "tt", "u",
        "var", "wbr",
    )
)  # fmt: skip
_HIDDEN = frozenset(("script", "style"))
MEDIA_TAGS = frozenset(("img", "audio", "video", "source", "embed"))
_TURNED = frozenset(("sup", "sub", "rt", "rp"))
SETTING_TAGS = _HIDDEN | _TURNED | {"ruby", "ul", "ol", "li", "tr", "td", "th", "pre"}
"""What else has a say in how a text is set."""
_NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9:-]*)|<!")
_QUICK_TAG = r"</?(?:{})(?:[\s/](?:[^<>\"']|\"[^<>\"]*\"|'[^<>']*')*+)?>"
_INLINE = re.compile(_QUICK_TAG.format("|".join(sorted(_INLINE_TAGS))), re.IGNORECASE)
_BLOCK = re.compile(_QUICK_TAG.format("|".join(sorted(BLOCK_TAGS - {"tr"}))), re.IGNORECASE)
_SOURCE = re.compile(r"\bsrc\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
_SOUND = re.compile(r"\[sound:([^\]\n]{0,220})\]|\[anki:play:[^\]\n]{0,80}\]")
_LATEX = re.compile(r"\[/?(?:latex|\${1,2})\]", re.IGNORECASE)
_MATHJAX = (("\\(", "\\)"), ("\\[", "\\]"))
_SPACES = re.compile(r"[ \t\xa0]+")
_INDENT = re.compile("(?<=\n)[ \xa0]{2,60}")
_KEPT_SPACE, _CELL, _CELL_END = "\x01", "\x02", "\x03"
_BETWEEN_CELLS = re.compile(f"[ \n]?(?:{_CELL_END}[ \n]?)?{_CELL}(?: |\n(?!- ))?")
_MARKUP = re.compile(r"[<&\[\\]").search
_MARKS = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
).search
_DEEPEST_LIST = 6


def html_text(field: str) -> str:
    """Return a field's text without tags, its blocks on lines of their own.

    A field of nothing but pictures or sounds becomes their names in brackets,
    so that it is not lost. What its entities stand for is made safe as well.
    """
    text, names = text_and_media(field)
    return text or named_media(names)


def text_and_media(field: str) -> tuple[str, tuple[str, ...]]:
    """Return a field's text, and the names of the pictures and sounds in it."""
    if not _MARKUP(field):
        return _set(_safe(field)), ()
    if "<" in field:
        field = _BLOCK.sub("\n", _INLINE.sub("", field))
    pieces, pictures = _pieces(field)
    written = "".join(pieces)
    found = _SOUND.findall(written) if "[sound:" in written and "]" in written else ()
    sounds = [_safe(name) for name in found if name]
    return _safe(_set(written)), (*pictures, *sounds)


def named_media(names: tuple[str, ...]) -> str:
    """Return what stands for pictures and sounds where there is no text."""
    return " ".join(f"[{name}]" for name in names)


def _safe(text: str) -> str:
    """Return the text cleaned; most is clean, which is quickly seen."""
    line = text.replace("\n", "")
    if line.isprintable() and (line.isascii() or (is_normalized("NFC", line) and not _MARKS(line))):
        return text
    return clean(text)


def _pieces(field: str) -> tuple[list[str], list[str]]:
    """Return the pieces of a field's text, and the names of the pictures in it."""
    if not field.isprintable():
        field = clean(field)
    if "<" not in field:
        return [clean(unescape(field)) if "&" in field else field], []
    setting = _Setting()
    for text, tag in _tokens(field):
        setting.add(text, tag)
    return setting.pieces, setting.pictures


class _Setting:
    """The pieces of a text as its tags set them."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.pictures: list[str] = []
        self._hidden = ""
        self._turned = ("", 0)
        self._lists = 0
        self._cells = 0
        self._as_it_is = False

    def add(self, text: str, tag: str) -> None:
        """Take a text and the tag after it."""
        if text and not self._hidden:
            self._write(text)
        found = _NAME.match(tag)
        name = (found[1] or "").lower() if found else ""
        closes = tag.startswith("</")
        if self._hidden:
            self._hidden = "" if closes and name == self._hidden else self._hidden
        elif name in BLOCK_TAGS:
            self._cells = 0 if name == "tr" else self._cells
            self.pieces.append("\n")
        elif name in _HIDDEN:
            self._hidden = "" if closes else name
        elif name:
            self._inside(name, tag, closes=closes)

    def _write(self, text: str) -> None:
        if "&" in text:
            text = clean(unescape(text))
        if self._as_it_is:
            text = text.replace("\t", "    ").replace(" ", _KEPT_SPACE)
        self.pieces.append(text)

    def _inside(self, name: str, tag: str, *, closes: bool) -> None:
        """Take a tag that is no plain block."""
        if name in _TURNED or name == "ruby":
            self._turn(name, closes=closes)
        elif name in MEDIA_TAGS:
            source = _SOURCE.search(tag)
            values = (value for value in source.groups() if value) if source else ()
            self.pictures += [clean(unescape(value)) for value in values]
        elif name in ("ul", "ol"):
            self._lists = max(0, self._lists + (-1 if closes else 1))
            self.pieces.append("\n")
        elif name == "li":
            indent = _KEPT_SPACE * 2 * (min(self._lists, _DEEPEST_LIST) - 1)
            self.pieces.append("\n" if closes else f"\n{indent}- ")
        elif name in ("td", "th"):
            self.pieces.append(_CELL_END if closes else _CELL if self._cells else "\n")
            self._cells += not closes
        elif name == "pre":
            self._as_it_is = not closes
            self.pieces.append("\n")

    def _turn(self, name: str, *, closes: bool) -> None:
        """Rewrite what stood raised, lowered or above, once its end is reached."""
        opened, start = self._turned
        if opened and (closes or opened == "rp"):
            if name != opened and name not in ("ruby", "rt"):
                return
            inside = "".join(self.pieces[start:])
            self.pieces[start:] = [_turned(opened, inside)]
            self._turned = ("", 0)
        if not closes and not self._turned[0] and name != "ruby":
            self._turned = (name, len(self.pieces))


def _turned(name: str, inside: str) -> str:
    """Return raised or lowered text as signs, a reading in brackets; brackets of its own go."""
    text = inside.strip()
    if name == "rp" or not text:
        return ""
    if name == "rt":
        return f"({text})"
    return raised(text) if name == "sup" else lowered(text)


def _set(written: str) -> str:
    """Return the lines of a text, its sounds and the marks of its formulas taken out."""
    if ("[sound:" in written or "[anki:" in written) and "]" in written:
        written = _SOUND.sub("", _without_speech(written))
    if "[/" in written:
        written = _LATEX.sub("", written)
    if "\\" in written:
        for opening, closing in _MATHJAX:
            written = _unwrapped(written, opening, closing)
    text = _tidy(written)
    if _CELL in text or _CELL_END in text:
        text = _rows(text)
    return text.replace(_KEPT_SPACE, " ").strip()


def _tidy(text: str) -> str:
    """Return the text without empty lines, and with one space where there are more."""
    if "\n" in text and "\xa0" in text:
        text = _INDENT.sub(_kept_indent, text)
    if "  " in text or "\xa0" in text or "\t" in text:
        text = _SPACES.sub(" ", text)
    if "\n" not in text:
        return text.strip()
    lines = (line.strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _kept_indent(spaces: re.Match[str]) -> str:
    """Return an indent that is meant, as in code; spaces that may break are not."""
    return _KEPT_SPACE * len(spaces[0]) if "\xa0" in spaces[0] else spaces[0]


def _rows(text: str) -> str:
    """Return the text with its cells side by side, without empty ones at the edges."""
    joined = _BETWEEN_CELLS.sub(f" {_CELL} ", text)
    lines = (line.strip(f" {_CELL}{_CELL_END}") for line in joined.split("\n"))
    trimmed = "\n".join(line for line in lines if line)
    return _SPACES.sub(" ", trimmed.replace(_CELL_END, "").replace(_CELL, "|"))


def _unwrapped(text: str, opening: str, closing: str) -> str:
    """Return the text without each such pair of marks around a formula."""
    pieces: list[str] = []
    at = 0
    while (start := text.find(opening, at)) >= 0:
        end = text.find(closing, start + 2)
        if end < 0:
            break
        pieces += [text[at:start], text[start + 2 : end]]
        at = end + 2
    return "".join((*pieces, text[at:]))


def _without_speech(text: str) -> str:
    """Return the text without what a voice would read out."""
    pieces: list[str] = []
    at = 0
    while (start := text.find("[anki:tts", at)) >= 0:
        end = text.find("[/anki:tts]", start)
        if end < 0:
            break
        pieces.append(text[at:start])
        at = end + len("[/anki:tts]")
    return "".join((*pieces, text[at:]))


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
