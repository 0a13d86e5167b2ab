"""Cards in Org files: of org-fc (`:fc:`) and of org-drill (`:drill:`)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from overmorrow.cards.cloze import GapError
from overmorrow.cards.face import Face
from overmorrow.cards.lines import clean_lines
from overmorrow.cards.note import Note
from overmorrow.cards.past import Past
from overmorrow.cards.problem import ParsedDeck
from overmorrow.exchange.elsewhere import both_ways, day, later, number, open_gaps, scheduled
from overmorrow.exchange.gathering import Gathering

_HEADING = re.compile(r"(\*+)[ \t]+(.*?)(?:[ \t]+:([\w@#%:]+):)?[ \t]*$")
_PROPERTY = re.compile(r"[ \t]*:([\w-]+):[ \t]*(.*?)[ \t]*$")
_DRAWER_END = ":END:"
_PLANNED = re.compile(r"[ \t]*(?:SCHEDULED|DEADLINE|CLOSED):")
_FC_GAP = re.compile(r"\{\{((?:[^{}]|\{(?!\{))*?)\}(?:\{([^{}]*)\})?(?:@(-?\d+))?\}")
_DRILL_GAP = re.compile(r"(?<![\[\]])\[([^\[\]\n|]+?)(?:\|\|([^\[\]\n]*))?\](?![\[(])")
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_SCHEDULED = re.compile(r"[ \t]*.*SCHEDULED:[ \t]*[<\[](\d{4}-\d\d-\d\d)")
_CARD_TAGS = frozenset(("fc", "drill"))
_BACKS = frozenset(("back", "answer"))
_BOTH_WAYS = frozenset(("double", "twosided", "twosidednocloze"))
_SHOWING = frozenset(("deletion", "single"))
"""Kinds of gaps in org-fc that leave the other gaps of the text open."""


@dataclass(slots=True, kw_only=True)
class _Heading:
    """A heading with what stands below it, up to the next one."""

    line: int
    depth: int
    title: str
    tags: tuple[str, ...]
    properties: dict[str, str] = field(default_factory=dict)
    body: list[str] = field(default_factory=list)
    schedules: list[list[str]] = field(default_factory=list)
    """The table of org-fc: a row a card, its headings first."""
    scheduled: str = ""
    """The day that `SCHEDULED:` says."""

    @property
    def text(self) -> str:
        """Return what stands below, without drawers."""
        return "\n".join(self.body).strip()


def parse_org(text: str, file_name: str) -> tuple[ParsedDeck, ...]:
    """Read the headings that are tagged as cards; the others are passed over."""
    lines, dirty = clean_lines(text)
    gathering = Gathering(file_name, hides_all_gaps=True)
    for at in dirty:
        gathering.notice(at, "deck.characters_dropped")
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
    for at, line in enumerate(lines, start=1):
        found = _HEADING.match(line)
        if found:
            tags = tuple((found[3] or "").split(":")) if found[3] else ()
            headings.append(
                _Heading(line=at, depth=len(found[1]), title=found[2].strip(), tags=tags)
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
        elif line.lstrip().startswith("|") and "---" not in line:
            heading.schedules.append([cell.strip() for cell in line.strip().strip("|").split("|")])
        return line.strip().upper() != _DRAWER_END
    if pair and not pair[2] and pair[1].isupper():
        return True
    planned = _SCHEDULED.match(line)
    if planned:
        heading.scheduled = planned[1]
    if not _PLANNED.match(line):
        heading.body.append(line)
    return False


def _add(gathering: Gathering, card: _Heading, below: Sequence[_Heading]) -> None:
    kind = card.properties.get("FC_TYPE", card.properties.get("DRILL_CARD_TYPE", "")).casefold()
    tags = tuple(tag for tag in card.tags if tag not in _CARD_TAGS)
    file_id = card.properties.get("ID", "")
    written = _gaps(card, kind)
    if written:
        shows = card.properties.get("FC_CLOZE_TYPE", "").casefold() in _SHOWING
        try:
            faces = open_gaps(written) if shows or "drill" in card.tags else ()
        except GapError as error:
            gathering.refuse(card.line, error.key)
            return
        note = Note(prompt=written, is_cloze=True, tags=tags, file_id=file_id, faces=faces)
        gathering.add(card.line, note, pasts=_pasts(card, note))
        return
    sides = [each for each in below if each.text] if "drill" in card.tags else []
    if kind in _BOTH_WAYS and len(sides) > 1 and card.text:
        note = _two_sided(card.text, sides[0].text, sides[1].text)
        gathering.add(
            card.line, note._replace(tags=tags, file_id=file_id), pasts=_pasts(card, note)
        )
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
        faces = both_ways(prompt, answer) if both else ()
        note = Note(
            prompt=prompt, answer=answer, both=both, tags=tags, file_id=file_id, faces=faces
        )
        gathering.add(card.line, note, pasts=_pasts(card, note))


def _two_sided(task: str, one: str, other: str) -> Note:
    """Return the note of two sides that are each asked for with the same words above."""
    asked, back = f"{task}\n{one}", f"{task}\n{other}"
    faces = (Face("q", asked, other), Face("r", back, one))
    return Note(prompt=asked, answer=other, both=True, faces=faces)


def _pasts(card: _Heading, note: Note) -> tuple[Past, ...]:
    """Return where a heading's cards stand, by the table of org-fc or the words of org-drill."""
    if "drill" in card.tags:
        past = _drill_past(card)
        return (past,) if past and not note.is_cloze else ()
    if len(card.schedules) < 2:
        return ()
    labels, *rows = card.schedules
    found = (_fc_past(dict(zip(labels, row, strict=False))) for row in rows)
    return tuple(past for past in found if past)


def _fc_past(row: dict[str, str]) -> Past | None:
    place = row.get("position", "")
    key = {"front": "q", "back": "r"}.get(place) or (
        f"c{int(place) + 1}" if place.isascii() and place.isdecimal() and len(place) < 4 else ""
    )
    due, days = _day(row.get("due", "")), number(row.get("interval", ""))
    if not key or due is None or not days or days <= 0:
        return None
    ease, box = number(row.get("ease", "")), number(row.get("box", ""))
    return scheduled(
        key, due=due, interval_days=days, ease=ease or 2.5, repetitions=int(max(0, box or 0))
    )


def _drill_past(card: _Heading) -> Past | None:
    said = card.properties
    days, repeats = (
        number(said.get(name, "")) for name in ("DRILL_LAST_INTERVAL", "DRILL_TOTAL_REPEATS")
    )
    last = _day(said.get("DRILL_LAST_REVIEWED", ""))
    if not days or not repeats or days <= 0:
        return None
    due = _day(card.scheduled) or (later(last, days) if last else None)
    if due is None:
        return None
    return scheduled(
        "q",
        due=due,
        interval_days=days,
        ease=number(said.get("DRILL_EASE", "")) or 2.5,
        repetitions=int(max(1, repeats)),
        lapses=int(number(said.get("DRILL_FAILURE_COUNT", "")) or 0),
    )


def _day(written: str) -> date | None:
    found = _DAY.search(written)
    return day(int(found[1]), int(found[2]), int(found[3])) if found else None


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
        return _written(_FC_GAP, text)
    if "drill" in card.tags and _DRILL_GAP.search(card.text):
        return _written(_DRILL_GAP, card.text)
    return ""


def _written(gap: re.Pattern[str], text: str) -> str:
    pieces: list[str] = []
    at = 0
    for found in gap.finditer(text):
        pieces.append(text[at : found.start()].replace("{{", "\\{{"))
        pieces.append(_gap(found[1], found[2], found[3] if gap is _FC_GAP else None))
        at = found.end()
    return "".join(pieces) + text[at:].replace("{{", "\\{{")


def _gap(text: str, hint: str | None, place: str | None) -> str:
    number = f"{int(place) + 1}:" if place and int(place) >= 0 else ""
    return f"{{{{{number}{text.strip()}{'::' + hint.strip() if hint else ''}}}}}"
