"""Makes a note from a card as it stands in a deck file, or says what is wrong with it."""

from dataclasses import dataclass, field

from overmorrow.cards.cloze import GapError, groups_of, read_gaps
from overmorrow.cards.deck import Deck
from overmorrow.cards.deck_words import (
    NO,
    YES,
    is_items,
    reads_as_list,
    slip_of,
    split_bars,
    split_tags,
)
from overmorrow.cards.list_item import ListItem
from overmorrow.cards.note import AnswerType, Note
from overmorrow.cards.problem import Harm, Problem

LONGEST_FIELD = 1 << 20
"""Characters in a prompt or an answer."""

_TYPES = tuple(kind.value for kind in AnswerType)
_TYPES_OF_GAPS = (
    AnswerType.TEXT,
    AnswerType.NUMBER,
    AnswerType.DATE,
    AnswerType.CODE,
    AnswerType.FORMULA,
)
_TEXT_KEYS = ("hint", "note", "from")
_NOT_REVERSED = (
    AnswerType.LIST,
    AnswerType.ORDERED_LIST,
    AnswerType.CHOICE,
    AnswerType.LONG,
)


@dataclass(slots=True, kw_only=True)
class RawCard:
    """The lines of one card, sorted into prompt, answer and keys."""

    line: int
    is_cloze: bool
    section: str
    prompt: list[str] = field(default_factory=list)
    answer: list[str] | None = None
    keys: list[tuple[int, str, str]] = field(default_factory=list)
    """Line, key and value of each `key: value`."""
    ids: list[tuple[int, str]] = field(default_factory=list)
    is_broken: bool = False
    """Whether something was wrong with its lines already."""

    @property
    def takes_keys(self) -> bool:
        """Whether `key: value` lines may stand here."""
        return self.is_cloze or self.answer is not None

    @property
    def text(self) -> list[str]:
        """The lines that the next line of text belongs to."""
        return self.prompt if self.answer is None else self.answer


def note_of(raw: RawCard, deck: Deck, problems: list[Problem]) -> Note | None:
    """Return the note, or None with the reasons added to `problems`."""
    return _Maker(raw, deck, problems).note()


class _Maker:
    """Reads one card's fields, noting what is wrong with each."""

    def __init__(self, raw: RawCard, deck: Deck, problems: list[Problem]) -> None:
        self._raw = raw
        self._deck = deck
        self._problems = problems
        self._broken = raw.is_broken
        self._values: dict[str, tuple[int, str]] = {}

    def note(self) -> Note | None:
        raw = self._raw
        self._gather_keys()
        prompt = self._text(raw.prompt, "deck.empty_prompt")
        answer = "" if raw.is_cloze else self._answer()
        kind = self._kind(answer)
        items = self._items(answer, kind)
        wrong = split_bars(self._value("not"))
        both = self._both(kind)
        case_sensitive, suspended = self._flag("case"), self._flag("suspend")
        self._check(prompt, answer, kind, wrong)
        if self._broken:
            return None
        return Note(
            prompt=prompt,
            answer=joined_items(items, kind) if items else answer,
            is_cloze=raw.is_cloze,
            answer_type=kind,
            aliases=split_bars(self._value("also")),
            items=items,
            wrong_choices=wrong,
            both=both,
            hint=self._value("hint"),
            remark=self._value("note"),
            source=self._value("from"),
            section=raw.section,
            tags=self._tags(),
            case_sensitive=bool(case_sensitive),
            suspended=bool(suspended),
            file_id=raw.ids[0][1] if raw.ids else "",
        )

    def _fault(self, line: int, message: str, /, **values: object) -> None:
        self._broken = True
        self._problems.append(Problem(line=line, key=message, values=values))

    def _notice(self, key: str, message: str) -> None:
        self._problems.append(Problem(line=self._line(key), key=message, harm=Harm.NOTICE))

    def _gather_keys(self) -> None:
        for line, key, value in self._raw.keys:
            if key in self._values:
                self._fault(line, "deck.key_twice", key=key)
            text = value if key in _TEXT_KEYS else " ".join(map(str.strip, value.split("\n")))
            self._values.setdefault(key, (line, text))
        for line, _ in self._raw.ids[1:]:
            self._fault(line, "deck.two_ids")

    def _value(self, key: str) -> str:
        return self._values[key][1] if key in self._values else ""

    def _line(self, key: str) -> int:
        return self._values.get(key, (self._raw.line, ""))[0]

    def _text(self, lines: list[str], empty: str) -> str:
        text = "\n".join(lines).strip()
        if not text:
            self._fault(self._raw.line, empty)
        elif len(text) > LONGEST_FIELD:
            self._fault(self._raw.line, "deck.too_long", most=LONGEST_FIELD)
        return text

    def _answer(self) -> str:
        if self._raw.answer is None:
            self._fault(self._raw.line, "deck.no_answer")
            return ""
        return self._text(self._raw.answer, "deck.empty_answer")

    def _kind(self, answer: str) -> AnswerType:
        value = self._value("type")
        if not value:
            return AnswerType.LIST if reads_as_list(answer) else AnswerType.TEXT
        if value in _TYPES:
            return AnswerType(value)
        guess = slip_of(value, _TYPES)
        key = "deck.type_slip" if guess else "deck.type_unknown"
        self._fault(self._line("type"), key, value=value[:60], guess=guess, types=", ".join(_TYPES))
        return AnswerType.TEXT

    def _items(self, answer: str, kind: AnswerType) -> tuple[ListItem, ...]:
        if not answer or not (kind.is_list or (kind is AnswerType.LONG and is_items(answer))):
            return ()
        if is_items(answer):
            written = _written_items(answer)
        else:
            written = [] if "\n" in answer else answer.split(", ")
        if kind.is_list and len(written) < 2:
            self._fault(self._raw.line, "deck.list_items")
        items = tuple(_item(text) for text in written)
        texts = [item.text for item in items]
        if "" in texts:
            self._fault(self._raw.line, "deck.item_empty")
        if len(set(texts)) < len(texts):
            twice = next(text for text in texts if texts.count(text) > 1)
            self._fault(self._raw.line, "deck.item_twice", item=twice[:60])
        return items

    def _both(self, kind: AnswerType) -> bool:
        asked = self._flag("both")
        if self._raw.is_cloze:
            if asked:
                self._notice("both", "deck.both_of_gaps")
            return False
        return reverses(self._deck, kind) if asked is None else asked

    def _flag(self, key: str) -> bool | None:
        """Return what a yes-or-no key says; None if it is not there."""
        if key not in self._values:
            return None
        value = self._value(key)
        if value.lower() not in (*YES, *NO):
            self._fault(self._line(key), "deck.bad_flag", key=key, value=value[:60])
        return value.lower() in YES

    def _tags(self) -> tuple[str, ...]:
        section = (self._raw.section,) if self._raw.section else ()
        own = split_tags(self._value("tags"))
        if not own and not section:
            return self._deck.tags
        return tuple(dict.fromkeys((*self._deck.tags, *section, *own)))

    def _check(self, prompt: str, answer: str, kind: AnswerType, wrong: tuple[str, ...]) -> None:
        """Note what only shows when the fields are seen together."""
        if self._raw.is_cloze:
            self._check_gaps(prompt, kind)
        elif kind is AnswerType.CHOICE and not wrong:
            self._fault(self._raw.line, "deck.choice_alone")
        if answer and answer in wrong:
            self._fault(self._line("not"), "deck.wrong_is_right", choice=answer[:60])

    def _check_gaps(self, prompt: str, kind: AnswerType) -> None:
        if kind not in _TYPES_OF_GAPS:
            self._fault(self._line("type"), "deck.type_of_gaps", value=kind.value)
        if not prompt:
            return
        try:
            gaps = read_gaps(prompt)
        except GapError as error:
            self._fault(self._raw.line, error.key)
            return
        if "also" in self._values and len(groups_of(gaps)) > 1:
            self._notice("also", "deck.also_of_gaps")


def reverses(deck: Deck, kind: AnswerType) -> bool:
    """Whether the deck's `both: yes` holds for a note of that kind."""
    return deck.both and kind not in _NOT_REVERSED


def joined_items(items: tuple[ListItem, ...], kind: AnswerType) -> str:
    """Return the answer that the items of a list, or the points of a long answer, make."""
    return (", " if kind.is_list else "\n").join(item.text for item in items)


def _written_items(answer: str) -> list[str]:
    """Return what stands behind each `-`, with the lines that go on with it."""
    written: list[str] = []
    for line in answer.split("\n"):
        if line.startswith("- "):
            written.append(line[2:].strip())
        elif line.strip():
            written[-1] += " " + line.strip()
    return written


def _item(text: str) -> ListItem:
    name, *others = split_bars(text) or ("",)
    return ListItem(text=name, aliases=tuple(others))
