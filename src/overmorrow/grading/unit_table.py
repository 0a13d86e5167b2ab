"""Which units there are: names, symbols and sizes."""

from fractions import Fraction
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


COUNT: Dimension = (0, 0, 0, 0, "")
LENGTH: Dimension = (1, 0, 0, 0, "")
_AREA, _VOLUME, MASS = (2, 0, 0, 0, ""), (3, 0, 0, 0, ""), (0, 1, 0, 0, "")
TIME: Dimension = (0, 0, 1, 0, "")
_SPEED, _PRESSURE, _POWER = (1, 0, -1, 0, ""), (-1, 1, -2, 0, ""), (2, 1, -3, 0, "")
_RATE, _ENERGY = (0, 0, -1, 0, ""), (2, 1, -2, 0, "")
_MONTHS, _DATA, _DATA_RATE = (0, 0, 0, 0, "month"), (0, 0, 0, 0, "bit"), (0, 0, -1, 0, "bit")
_SHARE, _ANGLE, _WARMTH = (0, 0, 0, 0, "%"), (0, 0, 0, 0, "angle"), (0, 0, 0, 0, "K")

PREFIXES = (
    ("k", "kilo", "킬로", "1000"), ("M", "mega", "메가", "1000000"),
    ("G", "giga", "기가", "1000000000"), ("T", "tera", "테라", "1000000000000"),
    ("P", "peta", "페타", "1000000000000000"), ("h", "hecto", "헥토", "100"),
    ("d", "deci", "데시", "0.1"), ("c", "centi", "센티", "0.01"), ("m", "milli", "밀리", "0.001"),
    ("μ", "micro", "마이크로", "0.000001"), ("u", "micro", "마이크로", "0.000001"),
    ("n", "nano", "나노", "0.000000001"), ("p", "pico", "피코", "0.000000000001"),
)  # fmt: skip
"""Symbol, English name, Korean name and size of each SI prefix."""

WITH_PREFIX: tuple[tuple[str, str, str, Dimension, str], ...] = (
    ("m", "meter metre", "미터", LENGTH, "1"),
    ("g", "gram gramme", "그램 그람", MASS, "0.001"),
    ("L l", "liter litre", "리터", _VOLUME, "0.001"),
    ("s", "second", "", TIME, "1"),
    ("Hz", "hertz", "헤르츠", _RATE, "1"),
    ("W", "watt", "와트", _POWER, "1"),
    ("Wh", "watthour", "와트시", _ENERGY, "3600"),
    ("J", "joule", "줄", _ENERGY, "1"),
    ("cal", "calorie", "칼로리", _ENERGY, "4.184"),
    ("eV", "electronvolt", "전자볼트", _ENERGY, "1.602176634e-19"),
    ("V", "volt", "볼트", (2, 1, -3, -1, ""), "1"),
    ("A", "ampere amp", "암페어", (0, 0, 0, 1, ""), "1"),
    ("Ω", "ohm", "옴", (2, 1, -3, -2, ""), "1"),
    ("C", "coulomb", "쿨롱", (0, 0, 1, 1, ""), "1"),
    ("F", "farad", "패럿", (-2, -1, 4, 2, ""), "1"),
    ("N", "newton", "뉴턴", (1, 1, -2, 0, ""), "1"),
    ("Pa", "pascal", "파스칼", _PRESSURE, "1"),
    ("bar", "bar", "바", _PRESSURE, "100000"),
    ("b bit", "bit", "비트", _DATA, "1"),
    ("B", "byte", "바이트", _DATA, "8"),
    ("bps bit/s b/s", "", "비피에스", _DATA_RATE, "1"),
    ("Bps B/s", "", "", _DATA_RATE, "8"),
    ("mol", "mole", "몰", (0, 0, 0, 0, "mol"), "1"),
    ("T", "tesla", "테슬라", (0, 1, -2, -1, ""), "1"),
    ("t", "tonne ton", "톤", MASS, "1000"),
    ("Bq", "becquerel", "베크렐", (0, 0, 0, 0, "Bq"), "1"),
    ("Sv", "sievert", "시버트", (0, 0, 0, 0, "Sv"), "1"),
    ("px", "pixel", "픽셀 화소", (0, 0, 0, 0, "pixel"), "1"),
    ("K", "kelvin", "켈빈", _WARMTH, "1"),
)  # fmt: skip
"""Symbols, English names (plurals are understood), Korean names, dimension and size."""

_ALONE = """
0.0254 length: in inch inches 인치
0.3048 length: ft foot feet 피트
0.9144 length: yd yard yards 야드
1609.344 length: mi mile miles 마일
1852 length: nautical-mile nautical-miles 해리
9460730472580800 length: ly light-year light-years lightyear lightyears 광년
149597870700 length: AU au astronomical-unit astronomical-units 천문단위
1e-10 length: Å angstrom angstroms 옹스트롬
4320/11 length: 리
0.000001 length: micron microns 미크론
0.01 length: 센티 센치
0.001 length: 밀리
10/33 length: 자
1/33 length: 치
1000 length: 킬로
1 mass: 킬로 키로 kilo kilos
0.45359237 mass: lb lbs pound pounds 파운드
0.028349523125 mass: oz ounce ounces 온스
0.6 mass: 근
0.00375 mass: 돈
3.75 mass: 관
0.0002 mass: 캐럿 carat carats ct
1000 mass: metric-ton metric-tons
0.000001 volume: cc 시시 씨씨
0.003785411784 volume: gallon gallons gal 갤런
10000 area: ha hectare hectares 헥타르
4046.8564224 area: acre acres 에이커
100 area: are ares 아르
400/121 area: 평
1 time: sec secs 초 초간
60 time: min mins minute minutes 분 분간
3600 time: h hr hrs hour hours 시간
86400 time: d day days 일 일간 날
604800 time: wk wks week weeks 주 주일 주간
1209600 time: fortnight fortnights
1 months: mo month months 개월 달 달간 개월간
3 months: 분기 quarter quarters
120 months: decade decades
1200 months: century centuries 세기
12000 months: millennium millennia
5/18 speed: kph kmh km/h kmph km/hr
0.44704 speed: mph
463/900 speed: kn kt knot knots 노트
1 mach: mach 마하
1/60 rate: rpm 알피엠
101325 pressure: atm 기압 atmosphere atmospheres
133.322387415 pressure: torr mmHg
6894.757293168 pressure: psi
745.69987158227022 power: hp horsepower 마력
4184 energy: Cal
3600 energy: watt-hour watt-hours
3600000 energy: kilowatt-hour kilowatt-hours
8000 data: KB
8192 data: KiB kibibyte kibibytes
8388608 data: MiB mebibyte mebibytes
8589934592 data: GiB gibibyte gibibytes
8796093022208 data: TiB tebibyte tebibytes
8 data: octet octets
0.01 share: % percent per-cent pct 퍼센트 프로
0.001 share: ‰ 퍼밀
0.1 share: 할
0.01 share: 푼
0.000001 share: ppm
1 %p: %p %포인트 퍼센트포인트 percentage-points percentage-point
1 dB: dB decibel decibels 데시벨
1 pH: pH
1 angle: ° deg degree degrees 도
1 rad: rad radian radians 라디안
0.01 USD: cent cents 센트 ¢
"""
"""Size, kind and names of the units that take no prefix."""
_KINDS = {
    "length": LENGTH, "area": _AREA, "volume": _VOLUME, "mass": MASS, "time": TIME,
    "speed": _SPEED, "pressure": _PRESSURE, "power": _POWER, "rate": _RATE, "energy": _ENERGY,
    "months": _MONTHS, "data": _DATA, "share": _SHARE, "angle": _ANGLE,
}  # fmt: skip

_CURRENCIES = """
KRW: ₩ 원 won 원화 한화 krw
USD: $ us$ 달러 불 dollar dollars usd 미화 미국달러 미달러 us-dollar us-dollars bucks
CNY: 위안 위안화 元 yuan rmb cny 인민폐 renminbi ¥ cn¥ 人民币 중국위안
EUR: € 유로 유로화 euro euros eur
JPY: ¥ 엔 엔화 円 yen jpy 일본엔
GBP: £ 파운드 파운드화 pound pounds gbp sterling quid 영국파운드
HKD: hk$ 홍콩달러 hkd
AUD: a$ 호주달러 aud
CAD: c$ 캐나다달러 cad
SGD: s$ 싱가포르달러 sgd
TWD: nt$ 대만달러 twd
INR: ₹ 루피 rupee rupees inr
THB: ฿ 바트 baht thb
RUB: ₽ 루블 ruble rubles rouble roubles rub
CHF: 프랑 스위스프랑 chf franc francs
VND: ₫ 동 dong vnd
MXN: 페소 peso pesos mxn
BRL: 헤알 reais brl
TRY: 리라 lira liras
BTC: ₿ 비트코인 bitcoin bitcoins btc
mao: 마오
"""
_COUNTERS = """
명 개 곳 장 마리 권 대 채 그루 송이 자루 벌 병 잔 그릇 번 회 차례 가지 종 종류 군데 국가 나라
개국 개사 사람 개의 명의 세대 가구 호 층 쪽 페이지 조각 판 편 곡 골 표 석 점 인 인분 건 통 척
필 줄 칸 글자 자 단어 항 조 조항 학년 반 배 차 국 개소 지역 도시 팀 행성 음절 획 모 알 톨 포기
다발 단 묶음 상자 봉지 갑 부 매 수 마디 행 열 면 변 각 등 호선 개교 기 량 person persons
people piece pieces item items country countries nation nations times time copies copy place
places member members user users buyer buyers seller sellers customer customers employee
employees x fold player players student students state states page pages
"""
_GROUPS = (("쌍 켤레 짝 pair pairs", 2), ("다스 타 dozen dozens", 12), ("두름", 20), ("score", 20))
_YEARS = "년 해 년간 살 세 year years yr yrs years-old year-old 주년 주기 yo"
_CELSIUS = """
°C C ° 도 섭씨 celsius degrees-celsius degree-celsius degrees-c deg-c centigrade degrees
degree
"""
_FAHRENHEIT = """
°F F ° 도 화씨 fahrenheit degrees-fahrenheit degree-fahrenheit degrees-f degrees degree deg-f
"""


def _add(table: dict[str, list[Unit]], names: str, unit: Unit) -> None:
    for name in names.split():
        table.setdefault(name.replace("-", " "), []).append(unit)


def units_alone() -> dict[str, list[Unit]]:
    """Return the units that take no prefix, by each of their names."""
    table: dict[str, list[Unit]] = {}
    one = Fraction(1)
    for line in _ALONE.strip().splitlines():
        measure, _, names = line.partition(": ")
        size, _, kind = measure.partition(" ")
        dimension = _KINDS.get(kind, (0, 0, 0, 0, kind))
        _add(table, names, Unit(names.split()[0], dimension, Fraction(size)))
    for line in _CURRENCIES.strip().splitlines():
        code, _, names = line.partition(": ")
        _add(table, f"{code} {names}", Unit(code, (0, 0, 0, 0, code), one))
    for name in _COUNTERS.split():
        _add(table, name, Unit(name, COUNT, one, is_counter=True))
    for names, group in _GROUPS:
        _add(table, names, Unit(names.split()[0], COUNT, Fraction(group), is_counter=True))
    _add(table, _YEARS, Unit("년", _MONTHS, Fraction(12), is_counter=True))
    _add(table, _CELSIUS, Unit("°C", _WARMTH, one, Fraction(27315, 100)))
    fifths = Fraction(5, 9)
    _add(table, _FAHRENHEIT, Unit("°F", _WARMTH, fifths, Fraction(45967, 100) * fifths))
    return table
