"""The text of a web page that was saved: what its article says, without what stands around it."""

import re
from html import unescape

from overmorrow.cards.text import clean
from overmorrow.exchange.html_text import html_text

_AROUND = (
    *("head", "script", "style", "template", "noscript", "svg", "nav", "footer", "aside"),
    *("form", "button", "select", "iframe", "figcaption"),
)
_MAIN = ("article", "main", "body")
_PAGE = re.compile(
    r"\s*(?:<!--[^>]{0,500}-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE
)
_TITLE = re.compile(r"<title\b[^<>]{0,200}>([^<]{1,500})</title", re.IGNORECASE)
_SITE = re.compile(r"\s+[|–—·:-]\s+[^|–—·:-]{1,40}$")
_SPACE = re.compile(r"\s+")


def is_web_page(text: str) -> bool:
    """Whether a text is a page written in HTML."""
    return _PAGE.match(text) is not None


def page_text(page: str) -> str:
    """Return what the article of a page says, a paragraph a line; its title is the first.

    Each sign of the page is looked at a few times at most, however broken it is.

    Args:
        page: The page in HTML.
    """
    body = page
    for name in _AROUND:
        body = _without(body, name)
    for name in _MAIN:
        inside = _longest(body, name)
        if inside:
            body = inside
            break
    text = html_text(_SPACE.sub(" ", body))
    found = _TITLE.search(page)
    title = _SITE.sub("", clean(_SPACE.sub(" ", unescape(found[1]))).strip()) if found else ""
    if not title or title in "\n".join(text.split("\n")[:5]):
        return text
    return f"{title}\n\n{text}"


def _without(page: str, name: str) -> str:
    """Return a page without the elements of a name; one that is never closed stays."""
    pieces = []
    at = 0
    for start, _, _, end in _elements(page, name):
        pieces.append(page[at:start])
        at = end
    return " ".join((*pieces, page[at:]))


def _longest(page: str, name: str) -> str:
    """Return what stands in the longest element of a name; empty if there is none."""
    insides = (page[first:last] for _, first, last, _ in _elements(page, name))
    return max(insides, key=len, default="")


def _elements(page: str, name: str) -> list[tuple[int, int, int, int]]:
    """Return where elements begin, where their insides begin and end, and where they end.

    What stands in another of the same name is part of that.
    """
    found: list[tuple[int, int, int, int]] = []
    depth = start = first = 0
    for tag in re.finditer(rf"<(/?){name}(?=[\s>/])[^<>]*>", page, re.IGNORECASE):
        if not tag[1]:
            if not depth:
                start, first = tag.span()
            depth += not tag[0].endswith("/>")
        elif depth:
            depth -= 1
            if not depth:
                found.append((start, first, tag.start(), tag.end()))
    return found
