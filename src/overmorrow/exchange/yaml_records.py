"""Cards in YAML: lists of records, every value the text that was written.

Needs the extra `yaml`. Anchors, aliases, tags and merge keys are refused: they can make
a small file huge, or one that does something.
"""

from typing import TYPE_CHECKING, Any, Protocol

from overmorrow.cards.problem import ParsedDeck
from overmorrow.cards.text import clean
from overmorrow.errors import FileError
from overmorrow.exchange.gathering import Gathering
from overmorrow.exchange.nesting import DEEPEST, too_deep
from overmorrow.exchange.records import decks_of

if TYPE_CHECKING:
    from yaml import Event


class _Parser(Protocol):
    """Tells what stands in a text, one event after the other."""

    def check_event(self) -> bool: ...
    def get_event(self) -> "Event": ...


_LARGEST = 16 * 1024 * 1024
"""Characters; reading is slow, and a deck is far smaller."""
_MOST_VALUES = 2_000_000
_MOST_TOLD = 20


def parse_yaml(text: str, file_name: str) -> tuple[ParsedDeck, ...]:
    """Read the records of a YAML file; of several documents in it, all.

    Raises:
        FileError: It is no YAML, of a kind that could do harm, or PyYAML is missing.
    """
    try:
        import yaml  # an extra that few need
    except ImportError:
        raise FileError("exchange.yaml", name=file_name) from None
    if len(text) > _LARGEST:
        raise FileError("deck.file_too_large", name=file_name, most=_LARGEST // (1024 * 1024))
    try:
        documents = _Documents(_parser(text.removeprefix("\ufeff")))
        values = documents.read()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise FileError(
            "exchange.bad_yaml",
            name=file_name,
            line=mark.line + 1 if mark else 1,
            reason=clean(str(getattr(error, "problem", "") or "")).replace("\n", " ")[:120],
        ) from None
    gathering = Gathering(file_name)
    for line, key in documents.again[:_MOST_TOLD]:
        gathering.notice(line, "exchange.key_twice", key=clean(key)[:60])
    return decks_of(values[0] if len(values) == 1 else values, gathering)


def _parser(text: str) -> _Parser:
    """Return a parser; the one written in C if it is there."""
    import yaml

    parser: _Parser = getattr(yaml, "CBaseLoader", yaml.BaseLoader)(text)
    return parser


class _Documents:
    """Makes values of what a parser tells, refusing all that is more than text and lists."""

    def __init__(self, parser: _Parser) -> None:
        self._parser = parser
        self._count = 0
        self.again: list[tuple[int, str]] = []
        """Keys that a record has twice, with their lines; the last one counts."""

    def read(self) -> list[Any]:
        """Return the value of each document."""
        import yaml

        values = []
        while self._parser.check_event():
            if isinstance(self._parser.get_event(), yaml.DocumentStartEvent):
                values.append(self._value(self._parser.get_event(), 0))
        return values

    def _value(self, event: "Event", depth: int) -> Any:  # noqa: ANN401  # YAML can be anything
        """Return the value that an event begins."""
        import yaml

        self._check(event, depth)
        if isinstance(event, yaml.ScalarEvent):
            return "" if event.style is None and event.value in _NOTHING else event.value
        if isinstance(event, yaml.SequenceStartEvent):
            items = []
            while not isinstance(inner := self._parser.get_event(), yaml.SequenceEndEvent):
                items.append(self._value(inner, depth + 1))
            return items
        record: dict[str, Any] = {}
        while not isinstance(inner := self._parser.get_event(), yaml.MappingEndEvent):
            key = self._value(inner, depth + 1)
            if isinstance(key, str) and key in record and inner.start_mark:
                self.again.append((inner.start_mark.line + 1, key))
            value = self._value(self._parser.get_event(), depth + 1)
            if isinstance(key, str):
                record[key] = value
        return record

    def _check(self, event: "Event", depth: int) -> None:
        """Refuse what could make a file huge or do something.

        Raises:
            FileError: The event is no plain text, list or record, or nests too deeply.
        """
        import yaml

        line = event.start_mark.line + 1 if event.start_mark else 1
        self._count += 1
        if depth > DEEPEST or self._count > _MOST_VALUES:
            raise too_deep()
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise FileError("exchange.yaml_alias", line=line)
        if getattr(event, "tag", None) not in (None, "!"):
            raise FileError("exchange.yaml_tag", line=line)


_NOTHING = frozenset(("~", "null"))
