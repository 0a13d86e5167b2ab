"""Questions and answers as SuperMemo writes them: `Q:` and `A:` lines, a blank line between."""

import re
from collections.abc import Mapping, Sequence
from datetime import timedelta

from overmorrow.cards.lines import clean_lines
from overmorrow.cards.note import Note
from overmorrow.cards.past import Past
from overmorrow.cards.problem import ParsedDeck
from overmorrow.exchange.elsewhere import day, number, scheduled
from overmorrow.exchange.gathering import Gathering
from overmorrow.exchange.html_text import html_text

_THEIRS = re.compile(r"^I: ?REP=|^O: ?\d+\s*$|^Q:.*\r?\nQ:[ \t]*\S|^A:.*\r?\nA:", re.MULTILINE)
_LINE = re.compile(r"([QAIO]):[ \t]?(.*)$")
_VALUE = re.compile(r"([A-Z]+)=(\S+)")
_DAY = re.compile(r"(\d\d)\.(\d\d)\.(\d\d)")
_LAST_OF_THIS_CENTURY = 69


def is_supermemo(text: str) -> bool:
    """Whether `Q:` and `A:` lines are theirs: several in a row, or a schedule below them."""
    return bool(_THEIRS.search(text))


def parse_supermemo(text: str, file_name: str) -> tuple[ParsedDeck, ...]:
    """Read the pairs; several lines of one kind make one text."""
    lines, dirty = clean_lines(text)
    gathering = Gathering(file_name)
    for at in dirty:
        gathering.notice(at, "deck.characters_dropped")
    fields: dict[str, list[str]] = {}
    kind, start = "", 1
    for at, line in enumerate([*lines, ""], start=1):
        found = _LINE.match(line)
        if not line.strip() or (found and found[1] == "Q" and "A" in fields):
            _add(gathering, fields, start)
            fields, kind = {}, ""
        if found:
            start = start if fields else at
            kind = found[1]
            fields.setdefault(kind, []).append(found[2])
        elif kind and line.strip():
            fields[kind].append(line)
    return gathering.decks()


def _add(gathering: Gathering, fields: Mapping[str, Sequence[str]], line: int) -> None:
    prompt, answer = (html_text("\n".join(fields.get(kind, ()))) for kind in "QA")
    if not fields:
        return
    if prompt and answer:
        gathering.add(line, Note(prompt=prompt, answer=answer), pasts=_pasts(fields.get("I", ())))
    elif prompt:
        gathering.refuse(line, "deck.table_no_answer", text=prompt[:60])
    else:
        gathering.refuse(line, "deck.empty_prompt")


def _pasts(lines: Sequence[str]) -> tuple[Past, ...]:
    """Return where a card stands: `REP=8 LAP=0 EF=3.200 UF=2.370 INT=429 LAST=27.01.06`."""
    values = dict(_VALUE.findall(" ".join(lines)))
    repetitions, interval = number(values.get("REP", "")), number(values.get("INT", ""))
    found = _DAY.fullmatch(values.get("LAST", ""))
    if not repetitions or not interval or not found:
        return ()
    year = int(found[3])
    last = day(
        year + (2000 if year <= _LAST_OF_THIS_CENTURY else 1900), int(found[2]), int(found[1])
    )
    if last is None or not 0 < interval < 36_500:
        return ()
    past = scheduled(
        "q",
        due=last + timedelta(days=interval),
        interval_days=interval,
        ease=number(values.get("EF", "")) or 2.5,
        repetitions=int(repetitions),
        lapses=int(number(values.get("LAP", "")) or 0),
    )
    return (past,)
