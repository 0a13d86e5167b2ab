"""One side of a card as a note type writes it: HTML with fields in double braces."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from overmorrow.exchange.html_text import BLOCK_TAGS, MEDIA_TAGS, SETTING_TAGS

FRONT_SIDE = "FrontSide"
_OTHER_BRACES = "{{=<% %>=}}"
_MARK = re.compile(r"\{\{|<!--")
_UNSEEN = re.compile(r"<(script|style)\b", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-zA-Z]\w{0,15})\b([^<>]*)>")
_NAMED_RULE = re.compile(r"\bid\s?=", re.IGNORECASE)
_DEEPEST = 60
_EMPTY = re.compile(r"(?:\s|</?(?:br|div) ?/?>)*")


class Replacement(NamedTuple):
    """A field, and what is done to it before it is shown."""

    name: str
    filters: tuple[str, ...] = ()
    """The nearest to the field first, as they are applied."""


class Section(NamedTuple):
    """What is shown only when a field has something in it, or only when not."""

    name: str
    negated: bool
    parts: tuple["Part", ...]


Part = str | Replacement | Section


class TemplateError(ValueError):
    """A template that cannot be read; `key` names the message that says why."""

    def __init__(self, key: str, found: str) -> None:
        super().__init__(key)
        self.key = key
        self.found = found


def parse_template(text: str) -> tuple[Part, ...]:
    """Return a template's texts, fields and sections in order.

    Raises:
        TemplateError: Braces are not closed, or sections do not match.
    """
    bare = text.lstrip()
    if bare.startswith(_OTHER_BRACES):
        text = bare[len(_OTHER_BRACES) :].replace("<%", "{{").replace("%>", "}}")
    parts: list[Part] = []
    opened: list[tuple[str, bool, list[Part]]] = []
    for written, braces in _tokens(text):
        if written:
            parts.append(written)
        sign, name = braces[:1], braces[1:].lstrip()
        if sign in ("#", "^") and name:
            opened.append((name, sign == "^", parts))
            parts = []
        elif sign == "/" and name:
            parts = _closed(name, parts, opened)
        elif braces:
            parts.append(_replacement(braces))
        if len(opened) > _DEEPEST:
            raise TemplateError("anki_faces.too_deep", name)
    if opened:
        raise TemplateError("anki_faces.section_open", opened[-1][0])
    return tuple(parts)


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    """Yield each text with the braces after it; comments are left out.

    Raises:
        TemplateError: Braces are not closed.
    """
    pieces: list[str] = []
    at = 0
    last_comment = text.rfind("-->")
    while mark := _MARK.search(text, at):
        start = mark.start()
        pieces.append(text[at:start])
        if mark[0] == "{{":
            end = text.find("}}", start)
            if end < 0:
                raise TemplateError("anki_faces.braces_open", text[start : start + 30])
            yield _lightened("".join(pieces)), text[start + 2 : end].lstrip("{").strip()
            pieces, at = [], end + 2
        elif last_comment >= mark.end():
            at = text.find("-->", mark.end()) + 3
        else:
            pieces.append(mark[0])
            at = mark.end()
    yield _lightened("".join((*pieces, text[at:]))), ""


def _lightened(text: str) -> str:
    """Return a template's own HTML with no more in it than its text needs."""
    pieces: list[str] = []
    at = 0
    lower = text.lower()
    while unseen := _UNSEEN.search(text, at):
        end = lower.find(f"</{unseen[1].lower()}>", unseen.end())
        if end < 0:
            break
        pieces.append(text[at : unseen.start()])
        at = end + len(unseen[1]) + 3
    return _TAG.sub(_light_tag, "".join((*pieces, text[at:])))


def _light_tag(tag: re.Match[str]) -> str:
    """Return what a tag does to a text: a new line, nothing, or what only itself can do."""
    name = tag[2].lower()
    if name in MEDIA_TAGS or (name == "hr" and _NAMED_RULE.search(tag[3])):
        return tag[0]
    if name in BLOCK_TAGS and name != "tr":
        return "\n"
    return f"<{tag[1]}{name}>" if name in SETTING_TAGS else ""


def _closed(name: str, parts: list[Part], opened: list[tuple[str, bool, list[Part]]]) -> list[Part]:
    """Return the parts around a section, now with it."""
    if not opened or opened[-1][0] != name:
        raise TemplateError("anki_faces.section_not_open", name)
    _, negated, outer = opened.pop()
    outer.append(Section(name, negated, tuple(parts)))
    return outer


def _replacement(braces: str) -> Replacement:
    *filters, name = (part.strip() for part in braces.split(":"))
    return Replacement(name, tuple(filters[::-1]))


def is_empty(value: str) -> bool:
    """Whether a field has nothing in it that could be seen."""
    return not value or (value[0] in " <\n\r\t" and _EMPTY.fullmatch(value) is not None)


def replacements(parts: tuple[Part, ...]) -> Iterator[Replacement]:
    """Yield every field a template may show, in order."""
    for part in parts:
        if isinstance(part, Replacement):
            yield part
        elif isinstance(part, Section):
            yield from replacements(part.parts)


def conditions(parts: tuple[Part, ...]) -> Iterator[str]:
    """Yield the name of every field that a section asks about."""
    for part in parts:
        if isinstance(part, Section):
            yield part.name
            yield from conditions(part.parts)


def chosen(parts: tuple[Part, ...], filled: Mapping[str, str]) -> Iterator[str | Replacement]:
    """Yield the texts and fields that are shown when these fields have something in them."""
    for part in parts:
        if not isinstance(part, Section):
            yield part
        elif (part.name in filled) is not part.negated:
            yield from chosen(part.parts, filled)


def shows_a_field(parts: tuple[Part, ...], filled: Mapping[str, str]) -> bool:
    """Whether a template shows one of these fields; what else it shows does not count."""
    fields = (part for part in chosen(parts, filled) if isinstance(part, Replacement))
    return any(field.name in filled for field in fields)
