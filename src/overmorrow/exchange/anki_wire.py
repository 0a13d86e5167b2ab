"""Reads the numbered fields of a protobuf message, which Anki keeps its newer settings in."""

import math
from struct import pack, unpack

Value = int | bytes
Message = dict[int, list[Value]]
"""Each field's values in the order they came; what has a length or a fixed size is bytes."""

_LONGEST_VARINT = 10
_FIXED_BYTES = {1: 8, 5: 4}
_VARINT, _WITH_LENGTH = 0, 2
_LARGEST_FLOAT = 3.4e38


class WireError(ValueError):
    """The bytes are not a protobuf message."""


def read_message(data: bytes) -> Message:
    """Return the fields of a message.

    Raises:
        WireError: It is cut short, or no message at all.
    """
    message: Message = {}
    at = 0
    while at < len(data):
        head, at = read_varint(data, at)
        field, kind = head >> 3, head & 7
        if not field:
            raise WireError("no field has the number 0")
        value: Value
        if kind == _VARINT:
            value, at = read_varint(data, at)
        else:
            size = _FIXED_BYTES.get(kind, 0)
            if kind == _WITH_LENGTH:
                size, at = read_varint(data, at)
            elif not size:
                raise WireError(f"unknown kind of field {kind}")
            value, at = data[at : at + size], at + size
            if at > len(data):
                raise WireError("a field goes beyond the end")
        message.setdefault(field, []).append(value)
    return message


def read_varint(data: bytes, at: int) -> tuple[int, int]:
    """Return the number that begins at a place, and where it ends.

    Raises:
        WireError: It goes beyond the end, or beyond 64 bits.
    """
    number = 0
    for index, byte in enumerate(data[at : at + _LONGEST_VARINT]):
        number |= (byte & 0x7F) << (7 * index)
        if byte < 0x80:
            if number >> 64:
                break
            return number, at + index + 1
    raise WireError("a number goes beyond the end, or beyond 64 bits")


def number_of(message: Message, field: int, default: int = 0) -> int:
    """Return a field's last number, as signed as Anki's ids are."""
    found = [value for value in message.get(field, ()) if isinstance(value, int)]
    if not found:
        return default
    return found[-1] - (1 << 64 if found[-1] >> 63 else 0)


def bytes_of(message: Message, field: int) -> bytes:
    """Return a field's last bytes; none if it is not there."""
    found = [value for value in message.get(field, ()) if isinstance(value, bytes)]
    return found[-1] if found else b""


def text_of(message: Message, field: int) -> str:
    """Return a field's text; what is not UTF-8 is replaced."""
    return bytes_of(message, field).decode("utf-8", "replace")


def float_of(message: Message, field: int, default: float = 0.0) -> float:
    """Return a field's number of 32 bits, with no more digits than those bits can tell apart."""
    data = bytes_of(message, field)
    return _short(*unpack("<f", data)) if len(data) == 4 else default


def floats_of(message: Message, field: int) -> list[float]:
    """Return a field's numbers of 32 bits, packed into one value or each for itself."""
    packed = b"".join(value for value in message.get(field, ()) if isinstance(value, bytes))
    whole = packed[: len(packed) // 4 * 4]
    return [_short(number) for number in unpack(f"<{len(whole) // 4}f", whole)]


def numbers_of(message: Message, field: int) -> list[int]:
    """Return a field's whole numbers, packed into one value or each for itself."""
    numbers: list[int] = []
    for value in message.get(field, ()):
        if isinstance(value, int):
            numbers.append(value)
            continue
        at = 0
        while at < len(value):
            number, at = read_varint(value, at)
            numbers.append(number)
    return numbers


def _short(number: float) -> float:
    """Return the shortest number that has the same 32 bits; JSON knows no endless ones."""
    if not math.isfinite(number):
        return 0.0
    for digits in (6, 7, 8):
        short = float(f"{number:.{digits}g}")
        if abs(short) < _LARGEST_FLOAT and unpack("<f", pack("<f", short))[0] == number:
            return short
    return number
