"""The one row of an Anki collection that says what it is: decks, note types, options."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha1

from overmorrow.cards.note_type import NoteType
from overmorrow.clock import DAY_MS, ORDINAL_OF_1970
from overmorrow.exchange.anki_defaults import LATEX_AFTER, LATEX_BEFORE, OPTIONS

Json = dict[str, object]

_DAY_S = DAY_MS // 1000
_ROLLOVER_S = 4 * 3600
_DEFAULT = "Default"
_CLOZE = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """When a collection was begun: Anki counts its days from there."""

    created: int
    """Epoch seconds."""
    west_min: int
    """Minutes west of UTC of the learner."""
    conf: Mapping[str, object]
    """The collection's settings."""

    @property
    def first_day(self) -> int:
        """The study day that counts as day 0."""
        return day_of(self.created, self.west_min)


def day_of(second: int, west_min: int) -> int:
    """Return the study day on which something was, as Anki counts days.

    Args:
        second: Epoch seconds.
        west_min: Minutes west of UTC of the learner.
    """
    return (second - west_min * 60) // _DAY_S + ORDINAL_OF_1970


def beginning(kept: Mapping[str, str], first_day: int, utc_offset_min: int) -> Beginning:
    """Return the beginning of the collection that was read, or of a new one.

    Args:
        kept: What came with the decks of other programs.
        first_day: The study day on which a new one begins.
        utc_offset_min: Where the learner is.
    """
    known = _json(kept.get("anki/collection", ""))
    created, conf = known.get("crt"), known.get("conf")
    settings = _json(conf) if isinstance(conf, str) else {}
    west = settings.get("creationOffset")
    if isinstance(created, int) and created > 0:
        return Beginning(
            created=created, west_min=west if isinstance(west, int) else 0, conf=settings
        )
    begun = (first_day - ORDINAL_OF_1970) * _DAY_S + _ROLLOVER_S - utc_offset_min * 60
    return Beginning(created=begun, west_min=-utc_offset_min, conf={})


def conf_json(begun: Beginning, new_cards: int) -> str:
    """Return the collection's settings, as schema 11 has them."""
    base: Json = {
        "nextPos": new_cards + 1,
        "creationOffset": begun.west_min,
        "curDeck": 1,
        "activeDecks": [1],
        "collapseTime": 1200,
        "addToCur": True,
        "sortType": "noteFld",
        "sortBackwards": False,
        "newSpread": 0,
        "timeLim": 0,
        "dueCounts": True,
        "estTimes": True,
        "dayLearnFirst": False,
    }
    known = dict(begun.conf)
    if begun.conf and "creationOffset" not in known:
        del base["creationOffset"]
    return _text({**base, **known, "schedVer": 2, "sched2021": True})


class Ids:
    """Gives out numbers, each once: the wanted one, or the next that is free."""

    def __init__(self, kept: Iterable[int] = ()) -> None:
        """Begin with none taken.

        Args:
            kept: Numbers that nobody gets but by claiming them.
        """
        self._kept = set(kept)
        self._taken: set[int] = set()
        self._next: dict[int, int] = {}

    def claim(self, wanted: int) -> int:
        """Return a number that was kept for whoever asks now; the first who asks gets it."""
        self._kept.discard(wanted)
        return self.take(wanted)

    def take(self, wanted: int) -> int:
        """Return a number that nobody has yet."""
        if self._is_free(wanted):
            self._taken.add(wanted)
            return wanted
        found = self._next.get(wanted, wanted + 1)
        while not self._is_free(found):
            found += 1
        self._taken.add(found)
        self._next[wanted] = found + 1
        return found

    def _is_free(self, number: int) -> bool:
        return number not in self._taken and number not in self._kept

    def take_all(self, wanted: list[int]) -> list[int]:
        """Do what `take` does for many numbers; mostly all of them are free."""
        fresh = set(wanted)
        is_free = fresh.isdisjoint(self._taken) and fresh.isdisjoint(self._kept)
        if len(fresh) < len(wanted) or not is_free:
            return [self.take(each) for each in wanted]
        self._taken |= fresh
        return wanted


class Decks:
    """The decks of a collection and their options."""

    def __init__(self, kept: Mapping[str, str], modified: int) -> None:
        """Begin with the one that every collection has.

        Args:
            kept: What came with the decks of other programs.
            modified: Epoch seconds of the writing.
        """
        self._kept = kept
        self._modified = modified
        self._ids = Ids()
        self._found: dict[str, Json] = {}
        self.id_of(_DEFAULT)

    def id_of(self, name: str) -> int:
        """Return a deck's id; it is made if it is new, with those above it."""
        if name not in self._found:
            above = name.rpartition("::")[0]
            if above:
                self.id_of(above)
            self._found[name] = self._made(name)
        found = self._found[name]["id"]
        return found if isinstance(found, int) else 0

    def _made(self, name: str) -> Json:
        known = _json(self._kept.get(f"anki/deck/{name}", ""))
        if known.get("dyn"):
            known = {}
        wanted = known.get("id")
        if name == _DEFAULT:
            wanted = 1
        elif not isinstance(wanted, int) or wanted == 1:
            wanted = named_id(name)
        nothing_today = {f"{each}Today": [0, 0] for each in ("lrn", "rev", "new", "time")}
        base: Json = {
            "mod": self._modified,
            "usn": -1,
            **nothing_today,
            "collapsed": False,
            "browserCollapsed": False,
            "desc": "",
            "dyn": 0,
            "conf": 1,
            "extendNew": 0,
            "extendRev": 0,
        }
        return {**base, **known, "id": self._ids.take(wanted), "name": name}

    def json(self) -> str:
        """Return the decks as schema 11 has them."""
        options = self._options()
        for deck in self._found.values():
            if str(deck["conf"]) not in options:
                deck["conf"] = 1
        return _text({str(deck["id"]): deck for deck in self._found.values()})

    def options_json(self) -> str:
        """Return the options of the decks as schema 11 has them."""
        return _text(self._options())

    def _options(self) -> dict[str, Json]:
        used = {str(deck["conf"]) for deck in self._found.values()}
        known = {key: _json(self._kept.get(f"anki/options/{key}", "")) for key in sorted(used)}
        return {"1": OPTIONS} | {key: each for key, each in known.items() if each}


class NoteTypes:
    """The note types of a collection."""

    def __init__(self, modified: int) -> None:
        """Begin with none.

        Args:
            modified: Epoch seconds of the writing.
        """
        self._modified = modified
        self._ids = Ids()
        self._found: dict[str, tuple[int, NoteType]] = {}

    def id_of(self, note_type: NoteType) -> int:
        """Return a note type's id; it is added if it is new."""
        if note_type.uid not in self._found:
            wanted = str(_json(note_type.kept).get("id"))
            is_one = wanted.isascii() and wanted.isdecimal() and len(wanted) < 18
            own = int(wanted) if is_one else 0
            taken = self._ids.take(own or named_id(note_type.uid))
            self._found[note_type.uid] = taken, note_type
        return self._found[note_type.uid][0]

    def json(self) -> str:
        """Return them as schema 11 has them."""
        return _text(
            {
                str(note_type_id): model_json(note_type, note_type_id)
                for note_type_id, note_type in self._found.values()
            }
        )


def model_json(note_type: NoteType, note_type_id: int) -> Json:
    """Return a note type as schema 11 has it: as it was there, or made of what we know."""
    made: Json = {
        "name": note_type.name,
        "type": _CLOZE if note_type.is_cloze else 0,
        "mod": 0,
        "usn": -1,
        "sortf": 0,
        "did": None,
        "tmpls": [
            {
                "name": side.name,
                "ord": place,
                "qfmt": side.question,
                "afmt": side.answer,
                "bqfmt": "",
                "bafmt": "",
                "did": None,
                "bfont": "",
                "bsize": 0,
            }
            for place, side in enumerate(note_type.templates)
        ],
        "flds": [
            {
                "name": name,
                "ord": place,
                "sticky": False,
                "rtl": False,
                "font": "Arial",
                "size": 20,
                "description": "",
            }
            for place, name in enumerate(note_type.fields)
        ],
        "css": note_type.css,
        "latexPre": LATEX_BEFORE,
        "latexPost": LATEX_AFTER,
        "latexsvg": False,
        "req": [],
    }
    return {**made, **_json(note_type.kept), "id": note_type_id}


def sort_field(note_type: NoteType) -> int:
    """Return which field Anki's lists of notes are sorted by."""
    wanted = _json(note_type.kept).get("sortf")
    inside = isinstance(wanted, int) and 0 <= wanted < len(note_type.fields)
    return wanted if isinstance(wanted, int) and inside else 0


def named_id(name: str) -> int:
    """Return a number like those that Anki gives out, the same for a name each time."""
    digest = sha1(name.encode("utf-8", "replace"), usedforsecurity=False).digest()
    return 1_500_000_000_000 + int.from_bytes(digest[:8], "big") % 200_000_000_000


def _json(text: str) -> Json:
    """Return the object that a text holds; an empty one if it holds none."""
    try:
        found = json.loads(text) if text else {}
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
