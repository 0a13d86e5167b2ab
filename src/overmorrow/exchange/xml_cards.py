"""Cards in XML: Mnemosyne 1, CueCards, and whatever names a prompt and an answer."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from xml.parsers import expat

from overmorrow.cards.note import AnswerType, Note
from overmorrow.cards.past import Past
from overmorrow.cards.problem import ParsedDeck
from overmorrow.cards.text import clean
from overmorrow.errors import FileError
from overmorrow.exchange.elsewhere import later, number, scheduled
from overmorrow.exchange.gathering import ONE_SIDED, Gathering
from overmorrow.exchange.html_text import html_text
from overmorrow.exchange.nesting import DEEPEST, too_deep
from overmorrow.exchange.table_words import ANSWER, PROMPT, heading

_NO_CATEGORY = frozenset(("<default>", "unfiled"))
_LEARNED = 2
"""The lowest grade of Mnemosyne's that gives a card an interval."""


def parse_xml(text: str, file_name: str) -> tuple[ParsedDeck, ...]:
    """Read the cards of an XML file; what defines entities is refused unread.

    Raises:
        FileError: It is no well-formed XML, or it is of a kind that could do harm.
    """
    reader = _Reader(Gathering(file_name))
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = reader.refuse_doctype
    parser.StartElementHandler = lambda tag, given: reader.start(tag, given, parser)
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    try:
        parser.Parse(text.lstrip("\ufeff \t\r\n"), True)
    except expat.ExpatError as error:
        raise FileError("exchange.bad_xml", name=file_name, line=error.lineno) from None
    return reader.gathering.decks()


@dataclass(slots=True, kw_only=True)
class _Element:
    """An element that is open, with what its attributes and children say."""

    tag: str
    line: int
    values: dict[str, str] = field(default_factory=dict)
    pieces: list[str] = field(default_factory=list)


class _Reader:
    """Gathers the elements that name a prompt and an answer."""

    def __init__(self, gathering: Gathering) -> None:
        self.gathering = gathering
        self._began: date | None = None
        self._open: list[_Element] = []

    def refuse_doctype(self, *_: object) -> None:
        raise FileError("exchange.doctype")

    def start(self, tag: str, given: dict[str, str], parser: expat.XMLParserType) -> None:
        if len(self._open) > DEEPEST:
            raise too_deep()
        values = {name.lower(): value for name, value in given.items()}
        if "time_of_start" in values:
            self._began = _moment_day(values["time_of_start"])
        self._open.append(_Element(tag=tag.lower(), line=parser.CurrentLineNumber, values=values))

    def text(self, data: str) -> None:
        if self._open:
            self._open[-1].pieces.append(data)

    def end(self, _: str) -> None:
        element = self._open.pop()
        if element.tag == "card_fields":
            self._open[-1:] = [_with_fields(each, element) for each in self._open[-1:]]
            return
        prompt = next((name for name in element.values if heading(name) in PROMPT), None)
        answer = next((name for name in element.values if heading(name) in ANSWER), None)
        if prompt is not None and answer is not None:
            self._add(element, prompt, answer)
        elif self._open:
            written = "".join(element.pieces)
            tag = " ".join(filter(None, (element.tag, element.values.get("idx", ""))))
            self._open[-1].values.setdefault(tag, written)

    def _add(self, element: _Element, prompt: str, answer: str) -> None:
        values = {name: html_text(clean(value)) for name, value in element.values.items()}
        if not values[prompt]:
            self.gathering.refuse(element.line, "deck.empty_prompt")
            return
        category = clean(element.values.get("cat", element.values.get("category", ""))).strip()
        self.gathering.add(
            element.line,
            Note(
                prompt=values[prompt],
                answer=values[answer] or ONE_SIDED,
                answer_type=AnswerType.TEXT if values[answer] else AnswerType.LONG,
                tags=(category,) if category and category.lower() not in _NO_CATEGORY else (),
                file_id=values.get("id", ""),
            ),
            pasts=self._pasts(element.values),
        )

    def _pasts(self, values: dict[str, str]) -> tuple[Past, ...]:
        """Return where a card of Mnemosyne 1 stands; days count from when its owner began."""
        grade, last, next_ = (number(values.get(name, "")) for name in ("gr", "l_rp", "n_rp"))
        learned, kept = (number(values.get(name, "")) or 0 for name in ("ac_rp", "rt_rp"))
        if not self._began or grade is None or last is None or next_ is None:
            return ()
        due = later(self._began, next_)
        if due is None or grade < _LEARNED or learned + kept <= 0:
            return ()
        past = scheduled(
            "q",
            due=due,
            interval_days=next_ - last,
            ease=number(values.get("e", "")) or 2.5,
            repetitions=int(learned + kept),
            lapses=int(number(values.get("lps", "")) or 0),
        )
        return (past,)


def _moment_day(written: str) -> date | None:
    """Return the day of a moment in seconds."""
    moment = number(written)
    if moment is None or not 0 <= moment < 4e9:
        return None
    return datetime.fromtimestamp(moment, UTC).date()


def _with_fields(card: _Element, fields: _Element) -> _Element:
    """Return a card with its numbered fields as prompt and answer."""
    sides = [value for name, value in fields.values.items() if name.startswith("card_field")]
    card.values.update(zip(("question", "answer"), sides, strict=False))
    return card
