"""Cards in JSON and TOML: lists of records, whatever their fields are called."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from overmorrow.cards.problem import ParsedDeck
from overmorrow.cards.text import clean
from overmorrow.errors import FileError
from overmorrow.exchange.delimited import add_records
from overmorrow.exchange.gathering import Gathering
from overmorrow.exchange.nesting import DEEPEST, read_toml, too_deep
from overmorrow.exchange.table_rows import Row
from overmorrow.exchange.table_words import ANSWER, CHOICES, PROMPT, heading

_LISTS = frozenset((
    "cards", "notes", "flashcards", "items", "questions", "words", "vocab", "vocabulary", "terms",
    "data", "entries", "results", "decks", "sets", "deck", "list", "card", "records", "quiz",
    "카드", "단어", "문제",
))  # fmt: skip
"""Fields that hold cards; any other that does is the name of their deck."""
_ANSWERS = frozenset(ANSWER)
_NESTS = ("note", "fields", "content", "data")
"""Fields of a record that hold its prompt and answer as a record of their own."""
_HALF = re.compile(
    r"(?<!\\)((?:\\\\)*)(\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})?"
    r"(?(2)|\\u[dD][89a-fA-F][0-9a-fA-F]{2})"
)
"""A character written as JSON writes those beyond four digits, or half of one."""
_MOST_TOLD = 20
_NAMES = ("name", "title", "deck", "deck_name", "deckName", "이름", "제목", "덱")


class _Records(NamedTuple):
    """Records, or pairs as lists, that stand together."""

    deck: str
    rows: Sequence[Any]

    def is_sure(self) -> bool:
        """Whether the records name a prompt and an answer."""
        tables = (_opened(each) for each in self.rows if isinstance(each, dict))
        labels = {label for each in tables for label in each}
        words = {heading(label) for label in labels}
        return bool(words & PROMPT) and bool(words & _ANSWERS)


def parse_json(text: str, file_name: str) -> tuple[ParsedDeck, ...]:
    """Read the records of a JSON file, or of one with a JSON value a line.

    Raises:
        FileError: It is no JSON.
    """
    gathering = Gathering(file_name)
    text = _mended(text.removeprefix("\ufeff"), gathering)
    again: dict[str, None] = {}
    try:
        value = _loaded(text, again)
    except json.JSONDecodeError as error:
        values = _lines(text, again)
        if values is None:
            raise FileError("exchange.bad_json", name=file_name, line=error.lineno) from None
        value = values
    except RecursionError:
        raise too_deep() from None
    for label in list(again)[:_MOST_TOLD]:
        gathering.notice(1, "exchange.key_twice", key=_safe(label)[:60])
    return decks_of(value, gathering)


def parse_toml(text: str, file_name: str) -> tuple[ParsedDeck, ...]:
    """Read the records of a TOML file.

    Raises:
        FileError: It is no TOML, or nests too deeply.
    """
    value = read_toml(text.removeprefix("\ufeff").replace("\r\n", "\n"), file_name)
    return decks_of(value, Gathering(file_name))


def _mended(text: str, gathering: Gathering) -> str:
    """Return JSON without halves of characters; say where they were."""
    lines: dict[int, None] = {}

    def whole(found: re.Match[str]) -> str:
        if found[2]:
            return found[0]
        lines[text.count("\n", 0, found.start()) + 1] = None
        return f"{found[1]}\N{REPLACEMENT CHARACTER}"

    mended = _HALF.sub(whole, text) if "\\u" in text else text
    for line in list(lines)[:_MOST_TOLD]:
        gathering.notice(line, "exchange.half_character")
    return mended


def _loaded(text: str, again: dict[str, None]) -> Any:  # noqa: ANN401  # JSON can be anything
    """Return a JSON value whose numbers are the text they were written as.

    Args:
        text: The JSON.
        again: Takes the keys that a record has twice; the last one counts.
    """

    def record(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(pairs)
        if len(made) < len(pairs):
            counts = Counter(key for key, _ in pairs)
            again.update(dict.fromkeys(key for key, count in counts.items() if count > 1))
        return made

    return json.loads(
        text, parse_int=str, parse_float=str, parse_constant=str, object_pairs_hook=record
    )


def _lines(text: str, again: dict[str, None]) -> list[Any] | None:
    """Return the values of JSON Lines; None if a line holds none."""
    written = [line for line in text.splitlines() if line.strip()]
    try:
        return [_loaded(line, again) for line in written] if len(written) > 1 else None
    except (json.JSONDecodeError, RecursionError):
        return None


def decks_of(value: Any, gathering: Gathering) -> tuple[ParsedDeck, ...]:  # noqa: ANN401  # read above
    """Return the decks of a value that a file holds.

    Args:
        value: The value.
        gathering: What takes the notes; it knows what was wrong with the file.

    Raises:
        FileError: It nests too deeply.
    """
    try:
        found = list(_found(value, "", 0))
    except RecursionError:
        raise too_deep() from None
    sure = [records for records in found if records.is_sure()]
    for records in sure or found:
        _add(gathering, records)
    return gathering.decks("exchange.no_records")


def _found(value: Any, deck: str, depth: int) -> Iterator[_Records]:  # noqa: ANN401  # read above
    """Yield every list that holds records or pairs, with the name of its deck."""
    if depth > DEEPEST:
        raise too_deep()
    if isinstance(value, list):
        rows = [each for each in value if isinstance(each, dict | list) and not _holds(each)]
        if rows:
            yield _Records(deck, rows)
        for each in filter(_holds, value):
            yield from _found(each, deck, depth + 1)
    elif isinstance(value, dict):
        yield from _found_in_table(value, deck, depth)


def _found_in_table(value: Mapping[str, Any], deck: str, depth: int) -> Iterator[_Records]:
    own = "::".join(filter(None, (deck, _name(value))))
    inner = {key: each for key, each in value.items() if isinstance(each, list | dict)}
    if inner and len(inner) == len(value) and _are_alike(list(inner.values())):
        yield _Records(own, list(inner.values()))
        return
    if not inner and len(value) > 1 and not any(key.lower() in _LISTS for key in value):
        yield _Records(own, [[key, each] for key, each in value.items()])
    for key, each in inner.items():
        is_list = key.lower() in _LISTS
        name = own if is_list else "::".join(filter(None, (own, _safe(key).strip())))
        if isinstance(each, dict) or any(isinstance(one, dict | list) for one in each):
            yield from _found(each, name, depth + 1)


def _name(value: Mapping[str, Any]) -> str:
    """Return the name a file gives the deck in it, by itself or in a record about it."""
    for key in _NAMES:
        said = value.get(key)
        if isinstance(said, dict) and not any(isinstance(each, list) for each in said.values()):
            said = _name(said)
        if isinstance(said, str) and said.strip():
            return _safe(said).strip()
    return ""


def _are_alike(values: Sequence[Any]) -> bool:
    """Whether values are records with the same fields, none of which holds more."""
    if not all(isinstance(each, dict) and len(each) > 1 for each in values):
        return False
    return len(values) > 1 and all(
        set(each) == set(values[0])
        and not any(isinstance(one, dict) for one in each.values())
        and not _holds(each)
        for each in values
    )


def _holds(value: Any) -> bool:  # noqa: ANN401  # read from the file
    """Whether a value holds cards of its own rather than being one."""
    if isinstance(value, list):
        return any(isinstance(each, dict) for each in value)
    return isinstance(value, dict) and any(
        key.lower() in _LISTS and isinstance(each, list) and any(isinstance(e, dict) for e in each)
        for key, each in value.items()
    )


def _add(gathering: Gathering, records: _Records) -> None:
    tables = [_with_choices(_opened(each)) for each in records.rows if isinstance(each, dict)]
    pairs = [
        Row(1, [_cell(cell) for cell in each]) for each in records.rows if isinstance(each, list)
    ]
    labels = dict.fromkeys(label for each in tables for label in each)
    rows = [Row(1, [_cell(each.get(label)) for label in labels]) for each in tables]
    if rows and len(labels) > 1:
        add_records(gathering, [_safe(label) for label in labels], rows, records.deck)
    elif rows:
        gathering.refuse(1, "exchange.one_field", records.deck)
    if pairs:
        add_records(gathering, ["prompt", "answer"], pairs, records.deck)


def _opened(record: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a record with the fields that stand in one of its own beside the others."""
    for nest in _NESTS:
        label = next((key for key in record if key.lower() == nest), nest)
        inner = record.get(label)
        if isinstance(inner, dict):
            fields = _opened(inner)
            if len({*map(heading, fields)} & (PROMPT | _ANSWERS)) > 1:
                return {**{key: each for key, each in record.items() if key != label}, **fields}
    return record


def _with_choices(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return a record with each choice of a list in a field of its own."""
    spread: dict[str, Any] = {}
    for label, value in record.items():
        if isinstance(value, list) and CHOICES.fullmatch(heading(label)):
            spread |= {f"{heading(label)} {at}": each for at, each in enumerate(value, start=1)}
        else:
            spread[label] = value
    return spread


def _cell(value: Any) -> str:  # noqa: ANN401  # read from the file
    """Return a value as text; the parts of a list stand between commas."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list) and not any(isinstance(each, dict | list) for each in value):
        return ", ".join(map(_cell, value))
    if isinstance(value, dict | list):
        return _safe(json.dumps(value, ensure_ascii=False, default=str))
    return _safe(str(value))


def _safe(text: str) -> str:
    """Return text that can be kept; JSON can write halves of characters."""
    return clean(text.encode("utf-8", "replace").decode("utf-8"))
