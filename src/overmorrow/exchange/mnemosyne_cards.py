"""Mnemosyne 2's `.cards`: a zip with `METADATA`, `cards.xml` and the pictures and sounds.

`cards.xml` is a log of what was added: tags, facts (the fields of a note) and cards.
"""

import ast
import io
import re
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from typing import BinaryIO
from xml.parsers import expat

from overmorrow.cards.cloze import GapError
from overmorrow.cards.face import Face
from overmorrow.cards.media import MediaFile
from overmorrow.cards.note import AnswerType, Note
from overmorrow.cards.past import Past
from overmorrow.cards.problem import ParsedDeck
from overmorrow.cards.text import clean
from overmorrow.errors import FileError
from overmorrow.exchange.elsewhere import both_ways, number, open_gaps, scheduled
from overmorrow.exchange.gathering import ONE_SIDED, Gathering
from overmorrow.exchange.html_text import html_text
from overmorrow.exchange.nesting import too_deep

_CARDS = "cards.xml"
_ABOUT = "METADATA"
_LARGEST_CARDS = 256 * 1024 * 1024
_LARGEST_IN_ALL = 2 * 1024 * 1024 * 1024
_MOST_PARTS = 200_000
_MOST_TIMES = 200
"""How much larger a part may be unpacked."""
_CARD, _TAG, _FACT = "6", "10", "16"
_DEEPEST = 10
_LEARNED = 2
_NO_TAG = "__UNTAGGED__"
_GAP = re.compile(r"\[([^\[\]:]+)(?::([^\[\]]*))?\]")


def read_mnemosyne(
    path: str, file_name: str, deck_name: str
) -> tuple[tuple[ParsedDeck, ...], tuple[MediaFile, ...]]:
    """Read the cards with their schedules, and the files that belong to them.

    Args:
        path: The file.
        file_name: What to call it in an error.
        deck_name: The deck, if the file names none.

    Raises:
        FileError: It is no such file, or of a kind that could do harm.
    """
    try:
        with zipfile.ZipFile(path) as parts:
            infos = _checked(parts.infolist(), file_name)
            if _CARDS not in infos:
                raise FileError("exchange.no_cards_xml", name=file_name)
            log = _Log(file_name)
            log.read(_unpacked(parts, infos[_CARDS]))
            about = infos.get(_ABOUT)
            name = _deck_name(_unpacked(parts, about)) if about else ""
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError):
        raise FileError("exchange.bad_zip", name=file_name) from None
    media = (
        MediaFile(
            name=inner.rsplit("/", 1)[-1], size=info.file_size, open=partial(_open, path, inner)
        )
        for inner, info in infos.items()
        if inner not in (_CARDS, _ABOUT) and not info.is_dir()
    )
    return _Facts(log, name or deck_name).decks(), tuple(media)


def _checked(infos: Sequence[zipfile.ZipInfo], file_name: str) -> dict[str, zipfile.ZipInfo]:
    """Return the parts by name, once their names and sizes are harmless."""
    total = 0
    for info in infos:
        name = info.filename
        steps = name.rstrip("/").split("/")
        odd = "\\" in name or "\0" in name or ":" in name or name.startswith("/")
        if odd or any(step in ("", ".", "..") for step in steps) or len(name.encode()) > 200:
            raise FileError("exchange.bad_part_name", name=file_name, part=clean(name)[:60])
        total += info.file_size
        if info.file_size > max(1 << 20, info.compress_size * _MOST_TIMES):
            raise FileError("exchange.unpacks_too_large", name=file_name)
    if total > _LARGEST_IN_ALL or len(infos) > _MOST_PARTS:
        raise FileError("exchange.unpacks_too_large", name=file_name)
    return {info.filename: info for info in infos}


def _unpacked(parts: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    if info.file_size > _LARGEST_CARDS:
        raise FileError("exchange.unpacks_too_large", name=info.filename)
    with parts.open(info) as part:
        return part.read(_LARGEST_CARDS)


def _open(path: str, inner: str) -> BinaryIO:
    with zipfile.ZipFile(path) as parts:
        return io.BytesIO(parts.read(inner))


def _deck_name(about: bytes) -> str:
    """Return the name of the set that `METADATA` says; its lines are `key:value`."""
    pairs = (line.partition(":") for line in about.decode("utf-8", "replace").split("\n"))
    said = {key.strip(): value for key, _, value in pairs}
    return " ".join(clean(said.get("card_set_name", "")).split())[:200]


@dataclass(slots=True, kw_only=True)
class _Entry:
    """One line of the log: its attributes and the texts in it."""

    line: int
    values: dict[str, str] = field(default_factory=dict)


class _Log:
    """The entries that were read, by kind."""

    def __init__(self, file_name: str) -> None:
        self.tags: dict[str, str] = {}
        self.facts: dict[str, _Entry] = {}
        self.cards: dict[str, list[_Entry]] = {}
        self._file_name = file_name
        self._entry: _Entry | None = None
        self._depth = 0
        self._pieces: list[str] = []

    def read(self, data: bytes) -> None:
        """Read `cards.xml`; what defines entities is refused unread.

        Raises:
            FileError: It is no well-formed XML, or it is of a kind that could do harm.
        """
        parser = expat.ParserCreate()
        parser.StartDoctypeDeclHandler = self._refuse_doctype
        parser.StartElementHandler = lambda tag, given: self._start(tag, given, parser)
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._pieces.append
        try:
            parser.Parse(data, True)
        except expat.ExpatError as error:
            raise FileError("exchange.bad_xml", name=self._file_name, line=error.lineno) from None

    def _refuse_doctype(self, *_: object) -> None:
        raise FileError("exchange.doctype")

    def _start(self, tag: str, given: dict[str, str], parser: expat.XMLParserType) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise too_deep(_DEEPEST)
        if tag == "log":
            self._entry = _Entry(line=parser.CurrentLineNumber, values=dict(given))
        self._pieces.clear()

    def _end(self, tag: str) -> None:
        self._depth -= 1
        entry = self._entry
        if entry is None:
            return
        if tag != "log":
            entry.values.setdefault(tag, "".join(self._pieces))
        else:
            self._keep(entry)
            self._entry = None
        self._pieces.clear()

    def _keep(self, entry: _Entry) -> None:
        values = entry.values
        kind, name = values.get("type", ""), values.get("o_id", "")
        if kind == _TAG:
            self.tags[name] = " ".join(clean(values.get("name", "")).split())
        elif kind == _FACT:
            self.facts[name] = entry
        elif kind == _CARD:
            self.cards.setdefault(values.get("fact", ""), []).append(entry)


class _Facts:
    """Makes a note of each fact, with the faces its cards show."""

    def __init__(self, log: _Log, deck_name: str) -> None:
        self._log = log
        self._gathering = Gathering(deck_name)

    def decks(self) -> tuple[ParsedDeck, ...]:
        """Return the deck."""
        for name, fact in self._log.facts.items():
            cards = self._log.cards.get(name, [])
            if cards:
                self._add(name, fact, cards)
        return self._gathering.decks()

    def _add(self, name: str, fact: _Entry, cards: Sequence[_Entry]) -> None:
        fields = {key: html_text(clean(value)) for key, value in fact.values.items()}
        try:
            note = _note(cards[0].values.get("card_t", "").partition("::")[0], fields)
        except GapError as error:
            self._gathering.refuse(fact.line, error.key)
            return
        if note is None:
            self._gathering.refuse(fact.line, "deck.empty_prompt")
            return
        tagged = ",".join(card.values.get("tags", "") for card in cards).split(",")
        tags = (self._log.tags.get(each, "") for each in tagged)
        kept = tuple(dict.fromkeys(tag for tag in tags if tag and tag != _NO_TAG))
        keys = {_key(card.values): card for card in cards}
        faces = tuple(face for face in note.faces if face.key in keys)
        note = note._replace(tags=kept, file_id=clean(name), faces=faces if len(keys) > 1 else ())
        pasts = (_past(key, card.values) for key, card in keys.items())
        self._gathering.add(fact.line, note, pasts=[past for past in pasts if past])


def _note(kind: str, fields: Mapping[str, str]) -> Note | None:
    """Return the note of a fact by its card type; none if it has nothing to ask."""
    front, back = fields.get("f", ""), fields.get("b", "")
    sound, meaning = fields.get("p_1", ""), fields.get("m_1", "")
    if kind == "5" or "text" in fields:
        return _gaps(fields.get("text", ""))
    if kind == "4":
        front, back = fields.get("loc", ""), fields.get("marked", "")
    elif kind == "6" and front and meaning:
        return _sentence(front, sound, meaning)
    elif meaning:
        remark = "\n".join(filter(None, (sound, fields.get("n", ""))))
        faces = both_ways(front, meaning)
        return Note(front, meaning, both=True, remark=remark, faces=faces) if front else None
    if not front:
        return None
    if not back:
        return Note(prompt=front, answer=ONE_SIDED, answer_type=AnswerType.LONG)
    both = kind == "2"
    return Note(front, back, both=both, faces=both_ways(front, back) if both else ())


def _gaps(text: str) -> Note | None:
    if not text:
        return None
    written = _GAP.sub(_as_gap, text.replace("{{", "\\{{"))
    return Note(prompt=written, is_cloze=True, faces=open_gaps(written))


def _as_gap(found: re.Match[str]) -> str:
    hint = f"::{found[2].strip()}" if found[2] else ""
    return f"{{{{{found[1].strip()}{hint}}}}}"


def _sentence(front: str, sound: str, meaning: str) -> Note:
    """Return the note of a sentence: what it means, and the words hidden in it."""
    whole = _GAP.sub(lambda found: found[1], front)
    hidden = _GAP.sub("[...]", front)
    asked = Face("q", whole, meaning)
    gap = ", ".join(found[1] for found in _GAP.finditer(front)) or whole
    told = Face("r", f"{meaning}\n{hidden}" if hidden != front else meaning, gap)
    return Note(whole, meaning, both=True, remark=sound, faces=(asked, told))


def _key(values: Mapping[str, str]) -> str:
    """Return which card of its note a card is."""
    extra = _literal(values.get("extra", ""))
    index = extra.get("index") if isinstance(extra, dict) else None
    if isinstance(index, int) and 0 <= index < 500:
        return f"c{index + 1}"
    return "r" if values.get("fact_v", "").endswith(".2") else "q"


def _literal(written: str) -> object:
    """Return what a Python literal says; nothing else is ever evaluated."""
    try:
        return ast.literal_eval(written) if 0 < len(written) < 10_000 else None
    except (ValueError, SyntaxError, MemoryError, RecursionError, TypeError):
        return None


def _past(key: str, values: Mapping[str, str]) -> Past | None:
    """Return where a card stands; its moments are seconds since 1970."""
    grade, last, due = (number(values.get(name, "")) for name in ("gr", "l_rp", "n_rp"))
    learned, kept = (number(values.get(name, "")) or 0 for name in ("ac_rp", "rt_rp"))
    if grade is None or last is None or due is None or not 0 < due < 4e9:
        return None
    if grade < _LEARNED or learned + kept <= 0:
        return None
    return scheduled(
        key,
        due=datetime.fromtimestamp(due, UTC).date(),
        interval_days=(due - last) / 86_400,
        ease=number(values.get("e", "")) or 2.5,
        repetitions=int(learned + kept),
        lapses=int(number(values.get("lps", "")) or 0),
    )
