"""Finds units in a text: by symbol in its own case (mW and MW differ), by English or Korean name.

One name may mean several units (pound, degree, ¥).
"""

import re
from fractions import Fraction
from functools import lru_cache

from overmorrow.grading.unit_table import (
    COUNT,
    LENGTH,
    PREFIXES,
    WITH_PREFIX,
    Unit,
    units_alone,
)

Units = tuple[Unit, ...]


@lru_cache(maxsize=1)
def _alone() -> dict[str, list[Unit]]:
    return units_alone()


@lru_cache(maxsize=1)
def _bases() -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
    """Return the rows of `WITH_PREFIX` by symbol, by English and by Korean name."""
    symbols: dict[str, int] = {}
    english: dict[str, int] = {}
    korean: dict[str, int] = {}
    for row, (signs, names, hangul, _, _) in enumerate(WITH_PREFIX):
        symbols.update(dict.fromkeys(signs.split(), row))
        for name in names.split():
            english.update({name: row, name + "s": row})
        korean.update(dict.fromkeys(hangul.split(), row))
    return symbols, english, korean


@lru_cache(maxsize=1024)
def units_named(name: str) -> Units:
    """Return what a unit's name or symbol may mean; its case counts where it has to."""
    found = [*_alone().get(name, ()), *_prefixed(name)]
    if not found and len(name) > 3 and all(map(_in_one_case, name.split())):
        found = [*_alone().get(name.lower(), ()), *_prefixed(name.lower())]
    if not found:
        sizes = units_in_any_case(name)
        found = list(sizes) if len({(unit.dimension, unit.factor) for unit in sizes}) == 1 else []
    return tuple(found)


def _in_one_case(word: str) -> bool:
    return word.islower() or word.istitle() or word.isupper()


def _prefixed(name: str) -> list[Unit]:
    """Return the units that a prefix and a base unit make of the name."""
    found: list[Unit] = []
    for bases, column in zip(_bases(), range(3), strict=True):
        if name in bases:
            found.append(_unit(bases[name], "", "1"))
        for prefix in PREFIXES:
            rest = name[len(prefix[column]) :]
            if rest in bases and name.startswith(prefix[column]) and _fits(prefix[3], bases[rest]):
                found.append(_unit(bases[rest], prefix[0], prefix[3]))
    return list(dict.fromkeys(found))


def _fits(size: str, row: int) -> bool:
    """Whether a base unit takes the prefix: there are no millibytes."""
    return "bit" not in WITH_PREFIX[row][3] or not size.startswith("0")


def _unit(row: int, prefix: str, size: str) -> Unit:
    symbols, _, _, dimension, factor = WITH_PREFIX[row]
    return Unit(prefix + symbols.split()[0], dimension, Fraction(factor) * Fraction(size))


@lru_cache(maxsize=256)
def units_in_any_case(name: str) -> Units:
    """Return what a symbol may mean when its case is not looked at (mb: Mb or MB)."""
    folded = name.casefold()
    if not folded.isascii() or len(folded) > 5:
        return ()
    found = [
        unit for other, units in _alone().items() if other.casefold() == folded for unit in units
    ]
    for base, row in _bases()[0].items():
        if folded == base.casefold():
            found.append(_unit(row, "", "1"))
        elif folded[1:] == base.casefold():
            found += [
                _unit(row, symbol, size)
                for symbol, _, _, size in PREFIXES
                if symbol.casefold() == folded[0] and _fits(size, row)
            ]
    return tuple(dict.fromkeys(found))


_NAME = re.compile(
    r"[A-Za-z]{0,2}\$|cn¥|[€£¥₩₹₽฿₫₿¢元円]|%p\b|%포인트|[%‰]|°\s?[CF](?![A-Za-z])|°"
    r"|[A-Za-zÅμΩ]+(?:/[a-z]+(?![\w^]))?(?:[ -][A-Za-z]+){0,2}"
)
_HANGUL_NAME = re.compile(r"[^\W\da-zA-Z_]+(?: [^\W\da-zA-Z_]+)?")
_LONGEST_HANGUL = 9
_EXPONENT = re.compile(r"\s?(?:\^|\*\*)\s?(-?[1-4])|([23])(?![\d.])")
_PER = re.compile(r"\s?/\s?| per | an? (?=[a-z])|당 ?|매(?=초|분|시)")
_POWER_WORD = re.compile(r"(square|sq\.?|제곱|평방)\s?|(cubic|cu\.?|세제곱|입방)\s?", re.IGNORECASE)


def read_unit(text: str, start: int) -> tuple[Units, int]:
    """Return the units the text may name at `start`, and where the name ends.

    Nothing found gives an empty tuple and `start`; a symbol whose case leaves
    open which unit is meant (mb) gives an empty tuple and its end.
    """
    if text[start : start + 1] in (" ", "-"):
        start += 1
    if start >= len(text) or text[start].isdecimal():
        return (), start
    power = 1
    at = start
    if word := _POWER_WORD.match(text, start):
        power, at = (2 if word[1] else 3), word.end()
    units, end = _base_unit(text, at)
    if not units:
        return (), end if power == 1 else start
    exponent = _EXPONENT.match(text, end) if power == 1 else None
    if exponent and (exponent[1] or any(unit.dimension == LENGTH for unit in units)):
        power, end = int(exponent[1] or exponent[2]), exponent.end()
    if power != 1:
        units = tuple(_raised(unit, power) for unit in units if unit.dimension != COUNT)
    return _per(text, units, end)


def _per(text: str, units: Units, end: int) -> tuple[Units, int]:
    """Read on in km/h, kilometers per hour, m/s^2."""
    per = _PER.match(text, end)
    if not per:
        return units, end
    below, below_end = _base_unit(text, per.end())
    if not below:
        return units, end
    power = 1
    if exponent := _EXPONENT.match(text, below_end):
        power, below_end = int(exponent[1] or exponent[2]), exponent.end()
    quotients = (
        _quotient(above, _raised(unit, power))
        for above in units
        for unit in below
        if not unit.offset and not above.offset
    )
    return tuple(quotients), below_end


def _base_unit(text: str, start: int) -> tuple[Units, int]:
    hangul = _HANGUL_NAME.match(text, start) if "가" <= text[start : start + 1] <= "힣" else None
    if hangul:
        return _longest_hangul(hangul[0], start)
    match = _NAME.match(text, start)
    name = match[0] if match else ""
    while name:
        bare = name.replace("° ", "°").replace("-", " ")
        units = units_named(bare if not bare.endswith("$") else bare.lower())
        if units:
            return units, start + len(name)
        cut = max(name.rfind(" "), name.rfind("-"), name.rfind("/"))
        if cut <= 0:
            return (), start + len(name) if units_in_any_case(name) else start
        name = name[:cut]
    return (), start


def _longest_hangul(name: str, start: int) -> tuple[Units, int]:
    for length in range(min(len(name), _LONGEST_HANGUL), 0, -1):
        if name[length - 1] != " " and (units := units_named(name[:length].replace(" ", ""))):
            return units, start + length
    return (), start


def _raised(unit: Unit, power: int) -> Unit:
    if power == 1:
        return unit
    length, mass, time, current, what = unit.dimension
    dimension = (length * power, mass * power, time * power, current * power, what)
    return Unit(f"{unit.name}^{power}", dimension, unit.factor**power)


def _quotient(above: Unit, below: Unit) -> Unit:
    first, second = above.dimension, below.dimension
    what = f"{first[4]}/{second[4]}" if second[4] else first[4]
    powers = [one - two for one, two in zip(first[:4], second[:4], strict=True)]
    dimension = (powers[0], powers[1], powers[2], powers[3], what)
    return Unit(f"{above.name}/{below.name}", dimension, above.factor / below.factor)
