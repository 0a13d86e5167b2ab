"""Turns what Anki's newer collections keep in tables into the JSON that the older ones have.

The names on the left are those of the JSON, the numbers the fields of Anki's messages.
"""

import json
from collections.abc import Iterable, Mapping, Sequence

from overmorrow.exchange.anki_wire import (
    Message,
    bytes_of,
    float_of,
    floats_of,
    number_of,
    numbers_of,
    read_message,
    text_of,
)

Json = dict[str, object]
Row = tuple[int, str, int, int, bytes]
"""Id, name, moment of change, update number, and the message."""

LEVELS = "\x1f"
"""Stands between the levels of a deck's name in the newer tables."""

_OTHER = 255
"""The field with what Anki itself does not know, as JSON."""
_REQUIREMENTS = ("none", "any", "all")
_FIELD_FLAGS = {
    "sticky": 1,
    "rtl": 2,
    "plainText": 6,
    "collapsed": 7,
    "excludeFromSearch": 8,
    "preventDeletion": 11,
}
_TEMPLATE_TEXTS = {"qfmt": 1, "afmt": 2, "bqfmt": 3, "bafmt": 4, "bfont": 6}
_OPTION_NUMBERS = {
    "maxTaken": 24,
    "newMix": 30,
    "newPerDayMinimum": 35,
    "interdayLearningMix": 31,
    "reviewOrder": 33,
    "newSortOrder": 32,
    "newGatherPriority": 34,
    "questionAction": 36,
    "answerAction": 43,
}
_OPTION_FLAGS = {"buryInterdayLearning": 29, "stopTimerOnAnswer": 38, "waitForAudio": 44}
_OPTION_FLOATS = {
    "desiredRetention": 37,
    "sm2Retention": 40,
    "secondsToShowQuestion": 41,
    "secondsToShowAnswer": 42,
}
_OPTION_FLOAT_LISTS = {
    "fsrsWeights": 3,
    "fsrsParams5": 5,
    "fsrsParams6": 6,
    "easyDaysPercentages": 4,
}
_OPTION_TEXTS = {"ignoreRevlogsBeforeDate": 46, "weightSearch": 45}


def note_type_json(row: Row, fields: Sequence[Json], templates: Sequence[Json]) -> Json:
    """Return a note type as the older collections have it.

    Raises:
        WireError: Its message cannot be read.
    """
    note_type_id, name, changed, update, config = row
    message = read_message(config)
    found: Json = {
        "id": note_type_id,
        "name": name,
        "type": number_of(message, 1),
        "mod": changed,
        "usn": update,
        "sortf": number_of(message, 2),
        "did": number_of(message, 4) or None,
        "tmpls": list(templates),
        "flds": list(fields),
        "css": text_of(message, 3),
        "latexPre": text_of(message, 5),
        "latexPost": text_of(message, 6),
        "latexsvg": bool(number_of(message, 7)),
        "req": [_requirement(value) for value in message.get(8, ()) if isinstance(value, bytes)],
    }
    for key, field in (("originalStockKind", 9), ("originalId", 10)):
        if field in message:
            found[key] = number_of(message, field)
    return _with_others(found, message)


def field_json(order: int, name: str, config: bytes) -> Json:
    """Return a field of a note type.

    Raises:
        WireError: Its message cannot be read.
    """
    message = read_message(config)
    found: Json = {"name": name, "ord": order, **_flags(message, _FIELD_FLAGS)}
    found |= {"font": text_of(message, 3), "size": number_of(message, 4)}
    found |= {"description": text_of(message, 5)}
    found |= {"id": _optional(message, 9), "tag": _optional(message, 10)}
    return _with_others(found, message)


def template_json(order: int, name: str, config: bytes) -> Json:
    """Return a template of a note type.

    Raises:
        WireError: Its message cannot be read.
    """
    message = read_message(config)
    found: Json = {"name": name, "ord": order}
    found |= {key: text_of(message, field) for key, field in _TEMPLATE_TEXTS.items()}
    found |= {"did": number_of(message, 5) or None, "bsize": number_of(message, 7)}
    found |= {"id": _optional(message, 8)}
    return _with_others(found, message)


def decks_json(rows: Iterable[tuple[int, str, int, int, bytes, bytes]]) -> dict[str, Json]:
    """Return the decks by their ids.

    Raises:
        WireError: A message cannot be read.
    """
    return {str(row[0]): _deck_json(*row) for row in rows}


def options_json(rows: Iterable[Row]) -> dict[str, Json]:
    """Return the decks' options by their ids.

    Raises:
        WireError: A message cannot be read.
    """
    return {str(row[0]): _options_json(row) for row in rows}


def _deck_json(
    deck_id: int, name: str, changed: int, update: int, common: bytes, kind: bytes
) -> Json:
    shared = read_message(common)
    day = number_of(shared, 3)
    found: Json = {
        "id": deck_id,
        "mod": changed,
        "name": name.replace(LEVELS, "::"),
        "usn": update,
        "lrnToday": [day, number_of(shared, 6)],
        "revToday": [day, number_of(shared, 5)],
        "newToday": [day, number_of(shared, 4)],
        "timeToday": [day, number_of(shared, 7)],
        "collapsed": bool(number_of(shared, 1)),
        "browserCollapsed": bool(number_of(shared, 2)),
    }
    kinds = read_message(kind)
    if 2 in kinds:
        found |= _filtered_json(read_message(bytes_of(kinds, 2)))
    else:
        found |= _normal_json(read_message(bytes_of(kinds, 1)))
    return _with_others(found, shared)


def _normal_json(message: Message) -> Json:
    found: Json = {
        "dyn": 0,
        "desc": text_of(message, 4),
        "conf": number_of(message, 1, 1),
        "extendNew": number_of(message, 2),
        "extendRev": number_of(message, 3),
        "reviewLimit": _optional(message, 6),
        "newLimit": _optional(message, 7),
        "reviewLimitToday": _day_limit(message, 8),
        "newLimitToday": _day_limit(message, 9),
        "desiredRetention": float_of(message, 10) if 10 in message else None,
    }
    if number_of(message, 5):
        found["md"] = True
    return found


def _filtered_json(message: Message) -> Json:
    terms = [read_message(term) for term in message.get(2, ()) if isinstance(term, bytes)]
    return {
        "dyn": 1,
        "desc": "",
        "resched": bool(number_of(message, 1)),
        "terms": [[text_of(term, 1), number_of(term, 2), number_of(term, 3)] for term in terms],
        "separate": True,
        "delays": floats_of(message, 3) or None,
        "previewDelay": number_of(message, 4),
        "previewAgainSecs": number_of(message, 7),
        "previewHardSecs": number_of(message, 5),
        "previewGoodSecs": number_of(message, 6),
    }


def _options_json(row: Row) -> Json:
    options_id, name, changed, update, config = row
    message = read_message(config)
    found: Json = {
        "id": options_id,
        "mod": changed,
        "name": name,
        "usn": update,
        "dyn": False,
        "autoplay": not number_of(message, 23),
        "timer": number_of(message, 25),
        "replayq": not number_of(message, 26),
    }
    found |= {key: number_of(message, field) for key, field in _OPTION_NUMBERS.items()}
    found |= {key: float_of(message, field) for key, field in _OPTION_FLOATS.items()}
    found |= {key: floats_of(message, field) for key, field in _OPTION_FLOAT_LISTS.items()}
    found |= {key: text_of(message, field) for key, field in _OPTION_TEXTS.items()}
    found |= {**_flags(message, _OPTION_FLAGS), **_steps(message)}
    return _with_others(found, message)


def _steps(message: Message) -> Json:
    """Return the options for new cards, for reviews and for lapses."""
    return {
        "new": {
            "bury": bool(number_of(message, 27)),
            "delays": floats_of(message, 1),
            "initialFactor": round(float_of(message, 11) * 1000),
            "ints": [number_of(message, 18), number_of(message, 19), 0],
            "order": 0 if number_of(message, 20) else 1,
            "perDay": number_of(message, 9),
        },
        "rev": {
            "bury": bool(number_of(message, 28)),
            "ease4": float_of(message, 12),
            "ivlFct": float_of(message, 15),
            "maxIvl": number_of(message, 16),
            "perDay": number_of(message, 10),
            "hardFactor": float_of(message, 13),
        },
        "lapse": {
            "delays": floats_of(message, 2),
            "leechAction": number_of(message, 21),
            "leechFails": number_of(message, 22),
            "minInt": number_of(message, 17),
            "mult": float_of(message, 14),
        },
    }


def _requirement(data: bytes) -> list[object]:
    """Return which fields a template wants filled: its place, how many of them, which."""
    message = read_message(data)
    kind = min(max(number_of(message, 2), 0), len(_REQUIREMENTS) - 1)
    return [number_of(message, 1), _REQUIREMENTS[kind], numbers_of(message, 3)]


def _day_limit(message: Message, field: int) -> Json | None:
    if field not in message:
        return None
    limit = read_message(bytes_of(message, field))
    return {"limit": number_of(limit, 1), "today": number_of(limit, 2)}


def _optional(message: Message, field: int) -> int | None:
    return number_of(message, field) if field in message else None


def _flags(message: Message, names: Mapping[str, int]) -> Json:
    return {key: bool(number_of(message, field)) for key, field in names.items()}


def _with_others(found: Json, message: Message) -> Json:
    """Return what was found with what add-ons put beside it."""
    try:
        others = json.loads(bytes_of(message, _OTHER) or b"{}")
    except (ValueError, RecursionError):
        return found
    for key, value in others.items() if isinstance(others, dict) else ():
        inside = found.setdefault(key, value)
        if isinstance(inside, dict) and isinstance(value, dict):
            found[key] = value | inside
    return found
