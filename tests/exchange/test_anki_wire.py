"""Protobuf messages are read whole, or refused by name."""

from struct import pack

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overmorrow.exchange.anki_wire import (
    Message,
    WireError,
    bytes_of,
    float_of,
    floats_of,
    number_of,
    numbers_of,
    read_message,
    read_varint,
    text_of,
)
from tests.exchange.anki_making import varint, wire

FIELDS = st.integers(1, 2**29 - 1)
VALUES = st.integers(0, 2**64 - 1) | st.binary(max_size=50)


@given(st.integers(0, 2**64 - 1), st.binary(max_size=3))
def test_a_number_comes_back_and_ends_where_it_ends(number: int, after: bytes) -> None:
    written = varint(number)

    assert read_varint(written + after, 0) == (number, len(written))


@given(st.lists(st.tuples(FIELDS, VALUES), max_size=10))
def test_every_field_of_a_message_comes_back(fields: list[tuple[int, int | bytes]]) -> None:
    expected: Message = {}
    for field, value in fields:
        expected.setdefault(field, []).append(value)

    assert read_message(b"".join(wire(*field) for field in fields)) == expected


@given(st.binary(max_size=200))
def test_any_bytes_are_a_message_or_no_message(data: bytes) -> None:
    try:
        message = read_message(data)
    except WireError:
        return
    for field in message:
        number_of(message, field)
        text_of(message, field)
        float_of(message, field)
        floats_of(message, field)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"\x08", id="no-value"),
        pytest.param(b"\x0a\x05abc", id="text-cut-short"),
        pytest.param(b"\x80" * 11, id="endless-number"),
        pytest.param(b"\x08" + b"\xff" * 9 + b"\x7f", id="beyond-64-bits"),
        pytest.param(b"\x00\x01", id="field-0"),
        pytest.param(b"\x0b\x0c", id="group"),
        pytest.param(b"\x0d\x00\x00", id="float-cut-short"),
    ],
)
def test_what_is_broken_is_refused(data: bytes) -> None:
    with pytest.raises(WireError):
        read_message(data)


def test_an_id_may_be_negative() -> None:
    assert number_of(read_message(wire(1, -4)), 1) == -4


def test_the_last_of_several_values_counts() -> None:
    message = read_message(wire(1, 3) + wire(1, 4) + wire(2, "가") + wire(2, "나"))

    assert (number_of(message, 1), text_of(message, 2)) == (4, "나")
    assert (number_of(message, 9, 7), bytes_of(message, 9)) == (7, b"")


def test_a_list_of_numbers_may_be_packed_or_not() -> None:
    assert numbers_of(read_message(wire(3, varint(1) + varint(300))), 3) == [1, 300]
    assert numbers_of(read_message(wire(3, 1) + wire(3, 300)), 3) == [1, 300]
    assert floats_of(read_message(wire(3, pack("<2f", 1.5, 2))), 3) == [1.5, 2.0]
    assert floats_of(read_message(wire(3, 1.5) + wire(3, 2.0)), 3) == [1.5, 2.0]


@given(st.floats(width=32, allow_nan=False, allow_infinity=False))
def test_a_float_keeps_its_32_bits(number: float) -> None:
    found = float_of(read_message(wire(1, number)), 1)

    assert pack("<f", found) == pack("<f", number)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        pytest.param(0.9, 0.9, id="as-written"),
        pytest.param(float("nan"), 0.0, id="no-number"),
        pytest.param(float("inf"), 0.0, id="endless"),
    ],
)
def test_a_float_reads_as_it_was_written(number: float, expected: float) -> None:
    assert float_of(read_message(wire(1, number)), 1) == expected
