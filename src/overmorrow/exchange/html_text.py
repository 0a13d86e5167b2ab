"""The text a learner would see of a field written in HTML."""

import re
from html.parser import HTMLParser

from overmorrow.cards.text import clean

_BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figure",
        "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main",
        "nav", "ol", "p", "pre", "section", "table", "tbody", "td", "th", "thead", "tr", "ul",
    )
)  # fmt: skip
_HIDDEN = frozenset(("script", "style", "template", "title"))
_SOUND = re.compile(r"\[sound:([^\]\n]*)\]|\[anki:play:[^\]\n]*\]")
_SPACES = re.compile(r"[ \t\xa0]+")
_LINES = re.compile(r" ?\n[\s]*")


def html_text(field: str) -> str:
    """Return a field's text without tags, its blocks on lines of their own.

    A field of nothing but pictures or sounds becomes their names in brackets,
    so that it is not lost. What its entities stand for is made safe as well.
    """
    if "<" not in field and "&" not in field and "[" not in field:
        return field.strip()
    reader = _Reader()
    reader.feed(field)
    reader.close()
    written = clean("".join(reader.pieces))
    sounds = [found[1] for found in _SOUND.finditer(written) if found[1]]
    text = _LINES.sub("\n", _SPACES.sub(" ", _SOUND.sub("", written))).strip()
    return text or clean(" ".join(f"[{name}]" for name in (*reader.pictures, *sounds)))


class _Reader(HTMLParser):
    """Gathers the text between tags; what it meets may be nested to any depth."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.pictures: list[str] = []
        self._hidden = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _HIDDEN:
            self._hidden = tag
        elif tag == "img":
            self.pictures += [value for name, value in attrs if name == "src" and value]
        elif tag in _BLOCKS:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._hidden:
            self._hidden = ""
        elif tag in _BLOCKS:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.pieces.append(data)
