"""What newer collections keep in tables comes out as the JSON that older ones have."""

import json
from struct import pack

import pytest

from overmorrow.exchange.anki_schema18 import (
    Json,
    decks_json,
    field_json,
    note_type_json,
    options_json,
    template_json,
)
from overmorrow.exchange.anki_wire import WireError
from tests.exchange.anki_making import varint, wire


def _other(values: Json) -> bytes:
    return wire(255, json.dumps(values))


def test_a_note_type_has_all_that_its_message_says() -> None:
    requirement = wire(1, 1) + wire(2, 2) + wire(3, varint(1) + varint(2))
    config = wire(1, 1) + wire(2, 1) + wire(3, "css") + wire(5, "pre") + wire(6, "post")
    config += wire(7, 1) + wire(8, requirement) + wire(9, 5) + _other({"addon": {"x": 1}, "id": 9})

    assert note_type_json((7, "빈칸", 30, -1, config), [{"name": "F"}], [{"name": "T"}]) == {
        "id": 7,
        "name": "빈칸",
        "type": 1,
        "mod": 30,
        "usn": -1,
        "sortf": 1,
        "did": None,
        "tmpls": [{"name": "T"}],
        "flds": [{"name": "F"}],
        "css": "css",
        "latexPre": "pre",
        "latexPost": "post",
        "latexsvg": True,
        "req": [[1, "all", [1, 2]]],
        "originalStockKind": 5,
        "addon": {"x": 1},
    }


def test_a_field_and_a_template_have_all_that_their_messages_say() -> None:
    config = b"".join(wire(flag, 1) for flag in (1, 2, 6, 7, 8, 11))
    config += wire(3, "바탕") + wire(4, 33) + wire(5, "설명") + wire(9, -5) + wire(10, 0)
    assert field_json(2, "앞", config) == {
        "name": "앞",
        "ord": 2,
        "sticky": True,
        "rtl": True,
        "font": "바탕",
        "size": 33,
        "description": "설명",
        "plainText": True,
        "collapsed": True,
        "tag": 0,
        "id": -5,
        "excludeFromSearch": True,
        "preventDeletion": True,
    }

    config = b"".join(wire(field, text) for field, text in enumerate("qaAB", 1))
    config += wire(5, 1) + wire(6, "F") + wire(7, 8)
    assert template_json(0, "1", config) == {
        "name": "1",
        "ord": 0,
        "qfmt": "q",
        "afmt": "a",
        "bqfmt": "A",
        "bafmt": "B",
        "did": 1,
        "bfont": "F",
        "bsize": 8,
        "id": None,
    }


def test_a_deck_keeps_its_limits_and_its_day() -> None:
    common = wire(1, 1) + wire(3, 99) + wire(4, 1) + wire(5, 2) + wire(6, 3) + wire(7, 4)
    normal = wire(1, 6) + wire(4, "desc") + wire(5, 1) + wire(6, 50) + wire(10, 0.85)
    normal += wire(9, wire(1, 4) + wire(2, 100))
    found = decks_json([(8, "가\x1f나", 30, -1, common + _other({"mine": 2}), wire(1, normal))])

    deck = found["8"]
    assert deck["name"] == "가::나"
    assert [deck[f"{each}Today"] for each in ("new", "rev", "lrn", "time")] == [
        [99, 1],
        [99, 2],
        [99, 3],
        [99, 4],
    ]
    assert (deck["conf"], deck["dyn"], deck["desc"], deck["md"]) == (6, 0, "desc", True)
    assert (deck["reviewLimit"], deck["newLimit"], deck["reviewLimitToday"]) == (50, None, None)
    assert deck["newLimitToday"] == {"limit": 4, "today": 100}
    assert (deck["desiredRetention"], deck["mine"]) == (0.85, 2)


def test_a_filtered_deck_keeps_its_searches() -> None:
    term = wire(1, "is:due") + wire(2, 100) + wire(3, 6)
    filtered = wire(1, 1) + wire(2, term) + wire(3, pack("<2f", 1, 10)) + wire(7, 60)
    deck = decks_json([(8, "필터", 0, 0, b"", wire(2, filtered))])["8"]

    assert (deck["dyn"], deck["resched"], deck["delays"]) == (1, True, [1.0, 10.0])
    assert (deck["terms"], deck["previewAgainSecs"]) == ([["is:due", 100, 6]], 60)


def test_options_keep_their_steps_and_what_add_ons_put_between_them() -> None:
    config = wire(1, pack("<3f", 1.5, 10.3, 1440)) + wire(9, 20) + wire(11, 2.31) + wire(18, 2)
    config += wire(12, 1.3) + wire(14, 0.35) + wire(20, 1) + wire(23, 1) + wire(37, 0.87)
    config += wire(6, pack("<2f", 0.1, 0.2)) + _other({"new": {"hidden": 4, "perDay": 1}, "x": 1})
    options = options_json([(5, "내 설정", 30, -1, config)])["5"]

    new = options["new"]
    assert isinstance(new, dict)
    assert (new["delays"], new["initialFactor"], new["ints"]) == (
        [1.5, 10.3, 1440.0],
        2310,
        [2, 0, 0],
    )
    assert (new["order"], new["perDay"], new["hidden"]) == (0, 20, 4)
    assert (options["autoplay"], options["replayq"], options["x"]) == (False, True, 1)
    assert (options["desiredRetention"], options["fsrsParams6"]) == (0.87, [0.1, 0.2])


@pytest.mark.parametrize("other", [b"{", b"[1]", b"[" * 100_000, b"\xff"])
def test_what_is_no_json_of_an_add_on_is_left(other: bytes) -> None:
    assert template_json(0, "1", wire(255, other))["name"] == "1"


def test_a_broken_message_is_refused() -> None:
    with pytest.raises(WireError):
        decks_json([(1, "a", 0, 0, b"\x08", b"")])
