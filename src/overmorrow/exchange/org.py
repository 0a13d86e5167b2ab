"""Cards in Org files: of org-fc (`:fc:`) and of org-drill (`:drill:`)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from overmorrow.cards.lines import clean_lines
from overmorrow.cards.note import Note
from overmorrow.cards.problem import ParsedDeck
from overmorrow.exchange.gathering import Gathering

_HEADING = re.compile(r"(\*+)[ \t]+(.*?)(?:[ \t]+:([\w@#%:]+):)?[ \t]*$")
_PROPERTY = re.compile(r"[ \t]*:([\w-]+):[ \t]*(.*?)[ \t]*$")
_DRAWER_END = ":END:"
_PLANNED = re.compile(r"[ \t]*(?:SCHEDULED|DEADLINE|CLOSED):")
_FC_GAP = re.compile(r"\{\{((?:[^{}]|\{(?!\{))*?)\}(?:\{([^{}]*)\})?(?:@(-?\d+))?\}")
_DRILL_GAP = re.compile(r"(?<!\[)\[([^\[\]\n|]+?)(?:\|\|([^\[\]\n]*))?\](?![\[(])")
_CARD_TAGS = frozenset(("fc", "drill"))
_BACKS = frozenset(("back", "answer"))
_BOTH_WAYS = frozenset(("double", "twosided"))


@dataclass(slots=True, kw_only=True)
class _Heading:
    """A heading with what stands below it, up to the next one."""

    line: int
    depth: int
    title: str
    tags: tuple[str, ...]
    properties: dict[str, str] = field(default_factory=dict)
    body: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Return what stands below, without drawers."""
        return "\n".join(self.body).strip()


def parse_org(text: str, file_name: str) -> tuple[ParsedDeck, ...]:
    """Read the headings that are tagged as cards; the others are passed over."""
    lines, dirty = clean_lines(text)
    gathering = Gathering(file_name)
    for number in dirty:
        gathering.notice(number, "deck.characters_dropped")
    headings = _headings(lines)
    for at, heading in enumerate(headings):
        if _CARD_TAGS & set(heading.tags):
            below = []
            for other in headings[at + 1 :]:
                if other.depth <= heading.depth:
                    break
                below.append(other)
            _add(gathering, heading, below)
    return gathering.decks("exchange.org_nothing")


def _headings(lines: Sequence[str]) -> list[_Heading]:
    headings: list[_Heading] = []
    in_drawer = False
    for number, line in enumerate(lines, start=1):
        found = _HEADING.match(line)
        if found:
            tags = tuple((found[3] or "").split(":")) if found[3] else ()
            headings.append(
                _Heading(line=number, depth=len(found[1]), title=found[2].strip(), tags=tags)
            )
            in_drawer = False
        elif headings:
            in_drawer = _read_line(headings[-1], line, in_drawer=in_drawer)
    return headings


def _read_line(heading: _Heading, line: str, *, in_drawer: bool) -> bool:
    """Take a line below a heading; return whether a drawer is open after it."""
    pair = _PROPERTY.match(line)
    if in_drawer:
        if pair and pair[2]:
            heading.properties.setdefault(pair[1].upper(), pair[2])
        return line.strip().upper() != _DRAWER_END
    if pair and not pair[2] and pair[1].isupper():
        return True
    if not _PLANNED.match(line):
        heading.body.append(line)
    return False


def _add(gathering: Gathering, card: _Heading, below: Sequence[_Heading]) -> None:
    kind = card.properties.get("FC_TYPE", card.properties.get("DRILL_CARD_TYPE", "")).casefold()
    tags = tuple(tag for tag in card.tags if tag not in _CARD_TAGS)
    file_id = card.properties.get("ID", "")
    written = _gaps(card, kind)
    if written:
        note = Note(prompt=written, is_cloze=True, tags=tags, file_id=file_id)
        gathering.add(card.line, note)
        return
    back = next((each for each in below if each.title.casefold() in _BACKS), None)
    back = back or next((each for each in below if each.text), None)
    prompt, answer = _sides(card, back)
    if not prompt:
        gathering.refuse(card.line, "deck.empty_prompt")
    elif not answer:
        gathering.refuse(card.line, "deck.table_no_answer", text=prompt[:60])
    else:
        both = kind in _BOTH_WAYS
        note = Note(prompt=prompt, answer=answer, both=both, tags=tags, file_id=file_id)
        gathering.add(card.line, note)


def _sides(card: _Heading, back: _Heading | None) -> tuple[str, str]:
    if back is None:
        return card.title, card.text
    answer = back.text or back.title
    is_drill = "drill" in card.tags and bool(card.text)
    return (card.text if is_drill else f"{card.title}\n{card.text}".strip()), answer


def _gaps(card: _Heading, kind: str) -> str:
    """Return the text with its gaps as we write them; empty if it has none."""
    text = f"{card.title}\n{card.text}".strip()
    if "fc" in card.tags and kind in ("cloze", "") and _FC_GAP.search(text):
        return _FC_GAP.sub(lambda found: _gap(found[1], found[2], found[3]), text)
    if "drill" in card.tags and _DRILL_GAP.search(card.text):
        return _DRILL_GAP.sub(lambda found: _gap(found[1], found[2], None), card.text)
    return ""


def _gap(text: str, hint: str | None, place: str | None) -> str:
    number = f"{int(place) + 1}:" if place and int(place) >= 0 else ""
    return f"{{{{{number}{text.strip()}{'::' + hint.strip() if hint else ''}}}}}"
