"""Decks of hascard: `# prompt`, what belongs to it, and `---` between cards."""

import re
from collections.abc import Sequence

from overmorrow.cards.lines import clean_lines
from overmorrow.cards.list_item import ListItem
from overmorrow.cards.note import AnswerType, Note
from overmorrow.cards.problem import ParsedDeck
from overmorrow.exchange.gathering import Gathering

_CARDS = re.compile(r"\A\s*#[ \t]+\S.*(?:\n(?!---).*)*\n---[ \t]*\n\s*#[ \t]+\S")
_CHOICE = re.compile(r"([-*])[ \t]+(.*)$")
_BOX = re.compile(r"\[([ *x])\][ \t]*(.*)$")
_PLACE = re.compile(r"(\d+)\.[ \t]+(.*)$")
_GAP = re.compile(r"(?<![\\\w])_((?:[^_\\\n]|\\.)+)_(?!\w)")
_PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)$")


def is_hascard(text: str) -> bool:
    """Whether the cards of a file are theirs."""
    return bool(_CARDS.match(text.replace("\r\n", "\n").lstrip("\ufeff")))


def parse_hascard(text: str, file_name: str) -> tuple[ParsedDeck, ...]:
    """Read definitions, choices, gaps and orders."""
    lines, dirty = clean_lines(text)
    gathering = Gathering(file_name, hides_all_gaps=True)
    for number in dirty:
        gathering.notice(number, "deck.characters_dropped")
    block: list[str] = []
    for at, line in enumerate([*lines, "---"], start=1):
        if line.rstrip() != "---":
            block.append(line)
            continue
        blank = next((n for n, text in enumerate(block) if text.strip()), len(block))
        if blank < len(block):
            _add(gathering, at - len(block) + blank, block[blank:])
        block = []
    return gathering.decks("deck.nothing")


def _add(gathering: Gathering, line: int, block: Sequence[str]) -> None:
    prompt = block[0].lstrip("#").strip()
    body = [text for text in block[1:] if not _PICTURE.match(text.strip())]
    answer = "\n".join(body).strip()
    if not block[0].startswith("#") or not prompt:
        gathering.refuse(line, "deck.empty_prompt")
    elif not answer:
        gathering.refuse(line, "deck.table_no_answer", text=prompt[:60])
    else:
        gathering.add(line, _note(prompt, answer))


def _note(prompt: str, answer: str) -> Note:
    lines = [line.strip() for line in answer.split("\n") if line.strip()]
    for pattern, right in ((_CHOICE, "*"), (_BOX, "*x")):
        found = [pattern.match(line) for line in lines]
        chosen = [each for each in found if each]
        if len(chosen) == len(lines) > 1 and any(each[1] in right for each in chosen):
            return _choice(
                prompt,
                tuple(each[2].strip() for each in chosen if each[1] in right),
                tuple(each[2].strip() for each in chosen if each[1] not in right),
            )
    places = [each for each in map(_PLACE.match, lines) if each]
    if len(places) == len(lines) > 1:
        ordered = sorted(places, key=lambda each: int(each[1]))
        return _list(prompt, tuple(each[2].strip() for each in ordered), AnswerType.ORDERED_LIST)
    if _GAP.search(answer):
        written = _GAP.sub(_as_gap, answer).replace("\\_", "_")
        return Note(prompt=f"{prompt}\n{written}", is_cloze=True)
    return Note(prompt=prompt, answer=answer.replace("\\_", "_"))


def _choice(prompt: str, right: tuple[str, ...], wrong: tuple[str, ...]) -> Note:
    if len(right) > 1:
        return _list(prompt, right, AnswerType.LIST)
    kind = AnswerType.CHOICE if wrong else AnswerType.TEXT
    return Note(prompt=prompt, answer=right[0], answer_type=kind, wrong_choices=wrong)


def _list(prompt: str, texts: tuple[str, ...], kind: AnswerType) -> Note:
    items = tuple(ListItem(text=text) for text in texts)
    return Note(prompt=prompt, answer=", ".join(texts), answer_type=kind, items=items)


def _as_gap(found: re.Match[str]) -> str:
    names = [name.strip() for name in found[1].split("|")]
    return f"{{{{{' | '.join(filter(None, names))}}}}}"
