"""Questions and answers as SuperMemo writes them: `Q:` and `A:` lines, a blank line between."""

import re

from overmorrow.cards.lines import clean_lines
from overmorrow.cards.note import Note
from overmorrow.cards.problem import ParsedDeck
from overmorrow.exchange.gathering import Gathering
from overmorrow.exchange.html_text import html_text

_THEIRS = re.compile(r"^I: ?REP=|^O: ?\d+\s*$|^Q:.*\r?\nQ:[ \t]*\S|^A:.*\r?\nA:", re.MULTILINE)
_LINE = re.compile(r"([QAIO]):[ \t]?(.*)$")


def is_supermemo(text: str) -> bool:
    """Whether `Q:` and `A:` lines are theirs: several in a row, or a schedule below them."""
    return bool(_THEIRS.search(text))


def parse_supermemo(text: str, file_name: str) -> tuple[ParsedDeck, ...]:
    """Read the pairs; several lines of one kind make one text. Schedules are left."""
    lines, dirty = clean_lines(text)
    gathering = Gathering(file_name)
    for number in dirty:
        gathering.notice(number, "deck.characters_dropped")
    fields: dict[str, list[str]] = {}
    kind, start, scheduled = "", 1, False
    for number, line in enumerate([*lines, ""], start=1):
        found = _LINE.match(line)
        if not line.strip() or (found and found[1] == "Q" and "A" in fields):
            _add(gathering, fields, start)
            fields, kind = {}, ""
        if found:
            start = start if fields else number
            kind = found[1]
            scheduled |= kind == "I"
            fields.setdefault(kind, []).append(found[2])
        elif kind and line.strip():
            fields[kind].append(line)
    if scheduled:
        gathering.notice(1, "exchange.schedule_left")
    return gathering.decks()


def _add(gathering: Gathering, fields: dict[str, list[str]], line: int) -> None:
    prompt, answer = (html_text("\n".join(fields.get(kind, ()))) for kind in "QA")
    if not fields:
        return
    if prompt and answer:
        gathering.add(line, Note(prompt=prompt, answer=answer))
    elif prompt:
        gathering.refuse(line, "deck.table_no_answer", text=prompt[:60])
    else:
        gathering.refuse(line, "deck.empty_prompt")
