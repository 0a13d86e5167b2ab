"""Units: SI prefix times base unit, currencies, counters; what converts exactly into what.

A unit is found by its symbol in its own case (mW and MW differ) or by its name
in English or Korean. One name may mean several units (pound, 분, degree).
"""

import re
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

Dimension = tuple[int, int, int, int, str]
"""Powers of length, mass, time and current, and what else is counted (bit, USD, month)."""


class Unit(NamedTuple):
    """One unit; two units of one dimension convert by their factors."""

    name: str
    dimension: Dimension
    factor: Fraction
    offset: Fraction = Fraction(0)
    is_counter: bool = False
    """Whether it may always be left out: people, pieces, years."""


_PREFIXES = (
    ("", "", "", Fraction(1)),
    ("k", "kilo", "킬로", Fraction(1000)), ("M", "mega", "메가", Fraction(10**6)),
    ("G", "giga", "기가", Fraction(10**9)), ("T", "tera", "테라", Fraction(10**12)),
    ("P", "peta", "페타", Fraction(10**15)), ("h", "hecto", "헥토", Fraction(100)),
    ("d", "deci", "데시", Fraction(1, 10)), ("c", "centi", "센티", Fraction(1, 100)),
    ("m", "milli", "밀리", Fraction(1, 1000)), ("μ", "micro", "마이크로", Fraction(1, 10**6)),
    ("u", "micro", "마이크로", Fraction(1, 10**6)), ("n", "nano", "나노", Fraction(1, 10**9)),
    ("p", "pico", "피코", Fraction(1, 10**12)),
)  # fmt: skip
_BASES: tuple[tuple[str, str, str, Dimension, Fraction], ...] = (
    ("m", "meter metre", "미터", (1, 0, 0, 0, ""), Fraction(1)),
    ("g", "gram gramme", "그램 그람", (0, 1, 0, 0, ""), Fraction(1, 1000)),
    ("L l", "liter litre", "리터", (3, 0, 0, 0, ""), Fraction(1, 1000)),
    ("s", "second", "", (0, 0, 1, 0, ""), Fraction(1)),
    ("Hz", "hertz", "헤르츠", (0, 0, -1, 0, ""), Fraction(1)),
    ("W", "watt", "와트", (2, 1, -3, 0, ""), Fraction(1)),
    ("Wh", "watt-hour watthour", "와트시", (2, 1, -2, 0, ""), Fraction(3600)),
    ("J", "joule", "줄", (2, 1, -2, 0, ""), Fraction(1)),
    ("cal", "calorie", "칼로리", (2, 1, -2, 0, ""), Fraction(4184, 1000)),
    ("eV", "electronvolt electron-volt", "전자볼트", (2, 1, -2, 0, ""), Fraction(1602176634, 10**28)),
    ("V", "volt", "볼트", (2, 1, -3, -1, ""), Fraction(1)),
    ("A", "ampere amp", "암페어", (0, 0, 0, 1, ""), Fraction(1)),
    ("Ω", "ohm", "옴", (2, 1, -3, -2, ""), Fraction(1)),
    ("C", "coulomb", "쿨롱", (0, 0, 1, 1, ""), Fraction(1)),
    ("N", "newton", "뉴턴", (1, 1, -2, 0, ""), Fraction(1)),
    ("Pa", "pascal", "파스칼", (-1, 1, -2, 0, ""), Fraction(1)),
    ("bar", "bar", "바", (-1, 1, -2, 0, ""), Fraction(10**5)),
    ("b bit", "bit", "비트", (0, 0, 0, 0, "bit"), Fraction(1)),
    ("B", "byte", "바이트", (0, 0, 0, 0, "bit"), Fraction(8)),
    ("bps bit/s b/s", "bit-per-second", "비피에스", (0, 0, -1, 0, "bit"), Fraction(1)),
    ("mol", "mole mol", "몰", (0, 0, 0, 0, "mol"), Fraction(1)),
    ("T", "tesla", "테슬라", (0, 1, -2, -1, ""), Fraction(1)),
    ("t", "tonne ton", "톤", (0, 1, 0, 0, ""), Fraction(1000)),
    ("Bq", "becquerel", "베크렐", (0, 0, 0, 0, "Bq"), Fraction(1)),
    ("Sv", "sievert", "시버트", (0, 0, 0, 0, "Sv"), Fraction(1)),
    ("px", "pixel", "픽셀 화소", (0, 0, 0, 0, "pixel"), Fraction(1)),
    ("K", "kelvin", "켈빈", (0, 0, 0, 0, "K"), Fraction(1)),
)  # fmt: skip
_NO_PREFIX = ("t",)
_LENGTH, _AREA, _MASS = (1, 0, 0, 0, ""), (2, 0, 0, 0, ""), (0, 1, 0, 0, "")
_VOLUME, _TIME, _SPEED = (3, 0, 0, 0, ""), (0, 0, 1, 0, ""), (1, 0, -1, 0, "")
_PRESSURE, _POWER, _RATE = (-1, 1, -2, 0, ""), (2, 1, -3, 0, ""), (0, 0, -1, 0, "")
_MONTHS, _DATA = (0, 0, 0, 0, "month"), (0, 0, 0, 0, "bit")
_PERCENT, _ANGLE, _WARMTH = (0, 0, 0, 0, "%"), (0, 0, 0, 0, "angle"), (0, 0, 0, 0, "K")
COUNT: Dimension = (0, 0, 0, 0, "")

_OTHERS: tuple[tuple[str, Dimension, str], ...] = (
    ("in inch inches 인치", _LENGTH, "0.0254"), ("ft foot feet 피트", _LENGTH, "0.3048"),
    ("yd yard yards 야드", _LENGTH, "0.9144"), ("mi mile miles 마일", _LENGTH, "1609.344"),
    ("nautical-mile nautical-miles 해리", _LENGTH, "1852"),
    ("ly light-year light-years lightyear lightyears 광년", _LENGTH, "9460730472580800"),
    ("AU au astronomical-unit astronomical-units 천문단위", _LENGTH, "149597870700"),
    ("Å angstrom angstroms 옹스트롬", _LENGTH, "1/10000000000"), ("리", _LENGTH, "4320/11"),
    ("micron microns 미크론", _LENGTH, "1/1000000"), ("센티 센치", _LENGTH, "0.01"),
    ("자", _LENGTH, "10/33"), ("치", _LENGTH, "1/33"), ("킬로", _LENGTH, "1000"),
    ("킬로 키로 kilo kilos", _MASS, "1"), ("lb lbs pound pounds 파운드", _MASS, "0.45359237"),
    ("oz ounce ounces 온스", _MASS, "0.028349523125"), ("근", _MASS, "0.6"), ("돈", _MASS, "0.00375"),
    ("관", _MASS, "3.75"), ("캐럿 carat carats ct", _MASS, "0.0002"), ("metric-ton metric-tons", _MASS, "1000"),
    ("cc 시시 씨씨", _VOLUME, "1/1000000"), ("gallon gallons gal 갤런", _VOLUME, "0.003785411784"),
    ("ha hectare hectares 헥타르", _AREA, "10000"), ("acre acres 에이커", _AREA, "4046.8564224"),
    ("are ares 아르", _AREA, "100"), ("평", _AREA, "400/121"),
    ("sec secs 초", _TIME, "1"), ("min mins minute minutes 분", _TIME, "60"),
    ("h hr hrs hour hours 시간", _TIME, "3600"), ("d day days 일 일간 날", _TIME, "86400"),
    ("wk wks week weeks 주 주일 주간", _TIME, "604800"), ("fortnight fortnights", _TIME, "1209600"),
    ("mo month months 개월 달 달간 개월간", _MONTHS, "1"), ("분기 quarter quarters", _MONTHS, "3"),
    ("decade decades", _MONTHS, "120"), ("century centuries 세기", _MONTHS, "1200"),
    ("millennium millennia", _MONTHS, "12000"),
    ("kph kmh km/h kmph km/hr 킬로미터/시", _SPEED, "5/18"), ("mph", _SPEED, "0.44704"),
    ("kn kt knot knots 노트", _SPEED, "1852/3600"), ("mach 마하", (0, 0, 0, 0, "mach"), "1"),
    ("rpm 알피엠", _RATE, "1/60"),
    ("atm 기압 atmosphere atmospheres", _PRESSURE, "101325"), ("mmHg torr", _PRESSURE, "133.322387415"),
    ("psi", _PRESSURE, "6894.757293168"), ("hp horsepower 마력", _POWER, "745.69987158227022"),
    ("Cal", (2, 1, -2, 0, ""), "4184"),
    ("KB", _DATA, "8000"), ("KiB kibibyte kibibytes", _DATA, "8192"), ("MiB mebibyte mebibytes", _DATA, "8388608"),
    ("GiB gibibyte gibibytes", _DATA, "8589934592"), ("TiB tebibyte tebibytes", _DATA, "8796093022208"),
    ("nibble nibbles", _DATA, "4"), ("octet octets", _DATA, "8"),
    ("% percent per-cent pct 퍼센트 프로 퍼센트", _PERCENT, "1/100"), ("‰ 퍼밀", _PERCENT, "1/1000"),
    ("할", _PERCENT, "1/10"), ("푼", _PERCENT, "1/100"), ("ppm", _PERCENT, "1/1000000"),
    ("%p %포인트 퍼센트포인트 percentage-points percentage-point", (0, 0, 0, 0, "%p"), "1"),
    ("dB decibel decibels 데시벨", (0, 0, 0, 0, "dB"), "1"), ("pH", (0, 0, 0, 0, "pH"), "1"),
    ("° deg degree degrees 도", _ANGLE, "1"), ("rad radian radians 라디안", (0, 0, 0, 0, "rad"), "1"),
    ("km²", _AREA, "1000000"),
)  # fmt: skip
_CURRENCIES = {
    "KRW": "₩ 원 won 원화 한화 krw", "CNY": "위안 위안화 元 yuan rmb cny 인민폐 renminbi ¥ 人民币",
    "USD": "$ 달러 불 dollar dollars usd us$ 미화 미국달러 미달러 us-dollar us-dollars buck bucks",
    "EUR": "€ 유로 유로화 euro euros eur", "JPY": "¥ 엔 엔화 円 yen jpy 일본엔",
    "GBP": "£ 파운드 파운드화 pound pounds gbp sterling quid 영국파운드", "HKD": "hk$ 홍콩달러 hkd",
    "AUD": "a$ 호주달러 aud", "CAD": "c$ 캐나다달러 cad", "SGD": "s$ 싱가포르달러 sgd",
    "TWD": "nt$ 대만달러 twd", "INR": "₹ 루피 rupee rupees inr", "RUB": "₽ 루블 ruble rubles rouble roubles rub",
    "CHF": "프랑 스위스프랑 chf franc francs", "THB": "฿ 바트 baht thb", "VND": "₫ 동 dong vnd",
    "MXN": "페소 peso pesos mxn", "BRL": "헤알 real reais brl", "TRY": "리라 lira liras",
    "BTC": "₿ 비트코인 bitcoin bitcoins btc", "MAO": "마오",
}  # fmt: skip
_COUNTERS = (
    "명 개 곳 장 분 마리 권 대 채 그루 송이 자루 벌 병 잔 그릇 번 회 차례 가지 종 종류 군데 국가 나라 개국 개사 사람 "
    "세대 가구 호 층 쪽 페이지 조각 판 편 곡 골 표 석 점 인 인분 건 통 척 필 줄 칸 글자 자 단어 항 조 조항 학년 반 배 차 "
    "국 개소 지역 도시 팀 행성 음절 획 모 알 톨 포기 다발 단 묶음 상자 봉지 갑 부 매 수 마디 행 열 면 변 각 위 등 호선 번선 여개 여명 개교 기 량 "
    "개의 명의 곳의 person persons people piece pieces item items country countries nation nations times time copies copy "
    "place places member members user users buyer buyers seller sellers customer customers employee employees x fold "
    "player players student students planet planets state states page pages"
)
_GROUPS = (
    ("쌍 켤레 pair pairs 짝", 2),
    ("다스 타 dozen dozens", 12),
    ("손 두름", 20),
    ("score", 20),
    ("gross", 144),
)
_YEARS = "년 해 년간 살 세 year years yr yrs years-old year-old 주년 주기"


def _add(table: dict[str, list[Unit]], names: str, unit: Unit) -> None:
    for name in names.split():
        table.setdefault(name.replace("-", " "), []).append(unit)


@lru_cache(maxsize=1)
def _table() -> dict[str, list[Unit]]:
    table: dict[str, list[Unit]] = {}
    for symbols, english, korean, dimension, factor in _BASES:
        for sign, prefix, vorsilbe, scale in _PREFIXES:
            if prefix and symbols in _NO_PREFIX and prefix not in ("kilo", "mega"):
                continue
            unit = Unit(sign + symbols.split()[0], dimension, factor * scale)
            _add(table, " ".join(sign + symbol for symbol in symbols.split()), unit)
            words = [prefix + word for word in english.split()]
            _add(table, " ".join([*words, *(word + "s" for word in words)]), unit)
            _add(table, " ".join(vorsilbe + word for word in korean.split()), unit)
    for names, dimension, size in _OTHERS:
        _add(table, names, Unit(names.split()[0], dimension, Fraction(size)))
    for code, names in _CURRENCIES.items():
        _add(table, f"{code} {names}", Unit(code, (0, 0, 0, 0, code), Fraction(1)))
    _add(table, "cent cents 센트 ¢", Unit("cent", (0, 0, 0, 0, "USD"), Fraction(1, 100)))
    for name in _COUNTERS.split():
        _add(table, name, Unit(name, COUNT, Fraction(1), is_counter=True))
    for names, size in _GROUPS:
        _add(table, names, Unit(names.split()[0], COUNT, Fraction(size), is_counter=True))
    _add(table, _YEARS, Unit("년", _MONTHS, Fraction(12), is_counter=True))
    celsius = Unit("°C", _WARMTH, Fraction(1), Fraction(27315, 100))
    fahrenheit = Unit("°F", _WARMTH, Fraction(5, 9), Fraction(45967, 100) * Fraction(5, 9))
    _add(
        table,
        "°C C ° 도 섭씨 celsius degrees-celsius degree-celsius degrees-c deg-c centigrade degrees degree 도씨",
        celsius,
    )
    _add(
        table,
        "°F F ° 화씨 fahrenheit degrees-fahrenheit degree-fahrenheit degrees-f degrees degree 도 deg-f",
        fahrenheit,
    )
    return table


@lru_cache(maxsize=1)
def _folded() -> dict[str, list[Unit]]:
    """Return the table by names without case, for KM and Kg; several units where case decides."""
    folded: dict[str, list[Unit]] = {}
    for name, units in _table().items():
        known = folded.setdefault(name.casefold(), [])
        known.extend(unit for unit in units if unit not in known)
    return folded


def units_named(name: str) -> tuple[Unit, ...]:
    """Return what a unit's name or symbol may mean, in its own case first."""
    exact = _table().get(name)
    if exact:
        return tuple(exact)
    return tuple(_folded().get(name.casefold(), ())) if _case_is_idle(name) else ()


def units_in_any_case(name: str) -> tuple[Unit, ...]:
    """Return what the name may mean when its case is not looked at (mb: Mb or MB)."""
    return tuple(_folded().get(name.casefold(), ()))


def _case_is_idle(name: str) -> bool:
    """Whether the name has one meaning, or is a word and no symbol, whatever its case."""
    known = _folded().get(name.casefold(), ())
    sizes = {(unit.dimension, unit.factor) for unit in known}
    return len(sizes) == 1 or len(name) > 3 or not name.isascii()


_NAME = re.compile(
    r"[A-Za-zÅμΩ]+(?:[ -][A-Za-z]+){0,2}|us\$|[A-Za-z]{1,2}\$|[$€£¥₩₹₽฿₫₿¢元円]|%p(?:oint)?|%포인트|%|‰|°\s?[CF]?(?![A-Za-z])|°",
    re.I,
)
_HANGUL_NAME = re.compile("[가-힣]+(?: [가-힣]+)?")
_EXPONENT = re.compile(r"\s?(?:\^|\*\*)\s?(-?[1-4])|([23])(?![\d.])")
_PER = re.compile(r"\s?(?:/|per | per | a | an )\s?")
_SQUARE = re.compile(r"(square|sq\.?|cubic|cu\.?|제곱|세제곱|평방|입방)\s?", re.I)


def read_unit(text: str, start: int) -> tuple[tuple[Unit, ...], int]:
    """Return the units the text may name at `start`, and where the name ends.

    Nothing found gives an empty tuple and `start`.
    """
    if text[start : start + 1] in (" ", "-"):
        start += 1
    power = 1
    if square := _SQUARE.match(text, start):
        power = 3 if square[1].lower()[:2] in ("cu", "세제", "입방") else 2
        start = square.end()
    units, end = _base_unit(text, start)
    if not units:
        return (), start
    if exponent := _EXPONENT.match(text, end):
        if power == 1 and any(unit.dimension == _LENGTH or exponent[1] for unit in units):
            power, end = int(exponent[1] or exponent[2]), exponent.end()
    if power != 1:
        units = tuple(_raised(unit, power) for unit in units if unit.dimension != COUNT)
    return _per(text, units, end)


def _per(text: str, units: tuple[Unit, ...], end: int) -> tuple[tuple[Unit, ...], int]:
    if per := _PER.match(text, end):
        below, below_end = _base_unit(text, per.end())
        if below:
            power = 1
            if exponent := _EXPONENT.match(text, below_end):
                power, below_end = int(exponent[1] or exponent[2]), exponent.end()
            quotients = [
                _quotient(above, _raised(unit, power))
                for above in units
                for unit in below
                if not unit.offset and not above.offset
            ]
            return tuple(quotients), below_end
    return units, end


def _base_unit(text: str, start: int) -> tuple[tuple[Unit, ...], int]:
    match = _HANGUL_NAME.match(text, start)
    if match:
        return _longest_hangul(match[0], start)
    match = _NAME.match(text, start)
    if not match:
        return (), start
    name = match[0]
    while name:
        units = units_named(name) or units_named(name.replace("-", " "))
        if units:
            return units, start + len(name)
        if name[:1] == "°":
            name = name.replace(" ", "") if " " in name else name[:-1]
            continue
        cut = max(name.rfind(" "), name.rfind("-"))
        name = name[:cut] if cut > 0 else ""
    return (), start


def _longest_hangul(name: str, start: int) -> tuple[tuple[Unit, ...], int]:
    for length in range(min(len(name), 9), 0, -1):
        if name[length - 1] != " " and (units := _table().get(name[:length].replace(" ", ""))):
            return tuple(units), start + length
    return (), start


def _raised(unit: Unit, power: int) -> Unit:
    if power == 1:
        return unit
    length, mass, time, current, what = unit.dimension
    dimension = (length * power, mass * power, time * power, current * power, what)
    return Unit(f"{unit.name}^{power}", dimension, unit.factor**power)


def _quotient(above: Unit, below: Unit) -> Unit:
    first, second = above.dimension, below.dimension
    what = first[4] if not second[4] else f"{first[4]}/{second[4]}"
    dimension = (
        first[0] - second[0],
        first[1] - second[1],
        first[2] - second[2],
        first[3] - second[3],
        what,
    )
    return Unit(f"{above.name}/{below.name}", dimension, above.factor / below.factor)
