"""Finds numbers with their units and dates in Korean sentences."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from overmorrow.generation.proposal import Kind
from overmorrow.generation.word_lists import words_of

_DIGITS = r"\d[\d,]*(?:\.\d+)?"
_NUMBER = rf"{_DIGITS}(?:\s?[십백천만억조]+(?:\s?{_DIGITS}(?!\d*(?:일|월)))?)*(?:여|수)?"
_NATIVE = (
    r"(?:백|천|만|수백만|수천만|한두|두세|서너|너덧|대여섯|예닐곱|석|넉|수십|수백|수천|수만|열한|열두|열세|열네|"
    r"열다섯|열여섯|열일곱|열여덟|열아홉|스물\S{1,2}?|"
    r"한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|스무|서른|마흔|쉰|예순|일흔|여든|아흔)"
)
_COUNTERS = words_of(
    "말 되 홉 결 호 호선 항 매 곡 부작 객실 좌석 배럴 마력 데시벨 포기 다발 가지 개국 개월 "
    "개소 개년 개사 개 명 인분 인 사람 가구 세대 마리 그루 "
    "시간대 촌 치 송이 장면 장 대 권 곳 채 번째 번 차례 회 "
    "차 위 순위 살 세 층 평 킬로미터 제곱킬로미터 제곱미터 세제곱미터 센티미터 밀리미터 "
    "미터 킬로그램 그램 톤 "
    "리터 시간 주일 주년 주 주째 달 해 초 분 일간 일 년간 년 퍼센트포인트 퍼센트 포인트 배 "
    "종류 종 건 편 쪽 페이지 "
    "표 석 점 척 기 문 필 자루 켤레 벌 병 잔 그릇 조각 줄 칸 방 발 등급 등 단계 바퀴 포대 "
    "상자 봉지 군데 걸음 방울 상영관 부문 구간 정거장 "
    "킬로와트 메가와트 기가와트 테라와트 메가바이트 기가바이트 테라바이트 광역시 부 권역 "
    "학기 학년 과목 문제 원 달러 "
    "숟가락 큰술 작은술 컵 단 냥 필 위안 엔 유로 파운드 프랑 루블 루피 광년 헥타르 에이커 바이트 "
    "크로네 크로나 페소 바트 헤알 리라 실링 페니 차로 차선 "
    "센트 와트 볼트 도 리 자 음절 자 글자 마디 팀 골 승 패 "
    "밀리초 마이크로초 나노초 나노미터 마이크로미터 밀리리터 기압 칼로리 킬로칼로리 헤르츠 "
    "킬로헤르츠 메가헤르츠 마일 피트 인치 야드 온스 갤런 캐럿 "
    "근 무 경기 라운드 세트 타 홈런 연승 연패 박 끼 만"
)
_SIGNS = words_of(
    "㏊ ㎘ ℓ km² ㎢ ㎡ ㎥ ㎞ ㎝ ㎜ ㎏ km cm mm nm kg mg kW MW GW GB MB TB Hz kHz MHz GHz m² m³ ha "
    "m g t L % ％ ℃ °C ° 여 ml mL cc kcal kWh dB"
)
_UNIT = "|".join(re.escape(unit) for unit in sorted(_COUNTERS | _SIGNS, key=len, reverse=True))
_AMOUNT = re.compile(
    rf"(?<![\d가-힣A-Za-z.,~∼-])(?:제\s?)?"
    rf"(?P<number>{_NUMBER}\s?(?:{_UNIT})?\s?[~∼–-]\s?{_NUMBER}|"
    rf"{_NUMBER}(?<=[십백천만억조])에서\s{_NUMBER}|"
    rf"{_NUMBER}\s?(?P<same>{_UNIT})에서\s{_NUMBER}(?=\s?(?P=same))|"
    rf"{_DIGITS}에서\s{_DIGITS}(?=\s?(?:사이|까지|정도|으로|로))|"
    rf"\d+시간\s?\d+(?=분)|\d+년\s?\d+(?=개월)|\d+도\s?\d+(?=분)|\d+[척자]\s?\d+(?=[촌치])|\d+원\s?\d+(?=전)|"
    rf"\d[\d,]*달러\s?\d+(?=센트)|"
    rf"{_NUMBER})"
    rf"(?P<space>\s?)(?P<unit>(?:{_UNIT})(?:대(?=\s|$))?)?(?P<turned>만에|만|간)?"
)
_NATIVE_UNIT = "|".join(
    sorted(
        words_of(
            "년 시간대 가지 개국 개월 개 "
            "명 사람 마리 그루 송이 장 대 권 곳 채 번째 번 차례 살 시간 주일 "
            "달 해 배 종류 편 척 쌍 줄 팀 나라 "
            "도시 단계 갈래 포대 상자 자루 봉지 군데 바퀴 걸음 방울 형제 자매 남매 부분 요소 영역 "
            "원칙 국가 지역 섬 시대 왕조 병 잔 "
            "그릇 조각 집 칸 벌 켤레 곡 점 군 갑 말 되 끼 판 골 경기 글자 자"
        ),
        key=len,
        reverse=True,
    )
)
_NATIVE_AMOUNT = re.compile(
    rf"(?<![가-힣])(?P<number>{_NATIVE})(?P<space>\s?)"
    rf"(?P<unit>{_NATIVE_UNIT})(?P<turned>)"
)
_HUNDREDS = words_of("년 명 사람 개 배 번 마리 그루 권")
"""Of these 백 and 천 are glued to; else they begin a word: 백골."""
_DAYS = re.compile(
    r"(?<![가-힣])(?P<number>이틀|사흘|나흘|닷새|엿새|이레|여드레|아흐레|열흘|"
    r"보름(?![과날달에이은이]))(?P<unit>째|간)?(?![가-힣]{3})"
)
_ALONE = re.compile(
    r"(?<![가-힣])(?P<number>둘|셋|넷)(?! (?:다|가운데|중|것|계획|째))(?=[이을은과에도]|\s|$)"
)
_FRACTION = re.compile(r"(?<![\d,])\d[\d,]*[백천만억]?분의 ?\d+")
_DATE = re.compile(
    r"(?P<year>(?:기원전\s?|"
    r"서기\s?)?(?<![\d,.])\d{3,4}년)(?P<month>\s?\d{1,2}월(?P<day>\s?\d{1,2}일)?)?(?P<half>"
    r"\s(?:"
    r"상반기|하반기|초반?|말|중반|후반|봄|여름|가을|겨울)(?=[\s에의은는부까,.]))?(?!대|호)"
    r"|(?P<md>(?<!\d)\d{1,2}월\s?\d{1,2}일)"
    r"|(?P<decade>(?:기원전\s?)?\d{2,4}년대(?:\s?(?:초반?|중반|후반|말))?)"
    r"|(?P<century>(?:기원전\s?)?\d{1,2}세기(?:\s?(?:초반?|중반|중엽|후반|전반|말))?)"
    r"|(?P<clock>(?:[월화수목금토일]요일\s)?(?:(?:오전|오후|새벽|아침|저녁|밤|"
    r"낮)\s?)?(?<!\d)\d{1,2}(?:\s?[~∼-]\s?\d{1,2})?시(?!간|[가-힣]*장|절|기|즌)(?:\s?\d{1,2}분|"
    r"\s?반)?)"
    r"|(?P<only>(?<![\d가-힣~∼–-])\d{1,2}월)(?!\s?\d|호)"
)
_PLAIN_TIME = re.compile(
    r"^[^가-힣]*(?:(?:오전|오후|기원전)\s?)?[\d~∼\-\s]+(?:월|일|시|분|반|세기|년대|\s)+$|"
    r"일$"
)
_LASTS = re.compile(r"\s?(?:동안|간|만에|이상|넘게|째|가량|남짓|정도|뒤|후|전에|이내|영속|지속)")
_WHOLE_YEAR = re.compile(r"[12]\d{3}년$")


_FIRST_UNIT = re.compile(r"(?<=\d)(?:시간|년|도)(?=\s?\d)(?!에서)")
"""The first unit of a measure in two: 시간 of 8시간 30분."""
_FOREIGN_UNIT = re.compile(r"\s?[A-Za-z]{2,5}(?![A-Za-z])")
_MONEY = words_of(
    "크로네 크로나 페소 바트 헤알 리라 실링 페니 원 달러 센트 위안 엔 유로 파운드 프랑 루블 루피"
)


class Amount(NamedTuple):
    """A number or a date in a sentence."""

    start: int
    end: int
    kind: Kind
    ask: str
    """What asks for it: 몇 명, 몇 년, 언제."""
    bare: str = ""
    """The number without its unit."""
    unit: str = ""
    is_exact: bool = True
    """Whether a learner could know it: 한 가지 is hardly worth a card."""


def amounts(sentence: str) -> list[Amount]:
    """Return the numbers and dates of a sentence in order; none inside another."""
    found = [
        Amount(*each.span(), Kind.NUMBER, "몇 분의 몇") for each in _FRACTION.finditer(sentence)
    ]
    found += _dates(sentence)
    taken = [(each.start, each.end) for each in found]
    for each in [*_numbers(sentence), *_native(sentence)]:
        if not any(each.start < end and start < each.end for start, end in taken):
            found.append(each)
            taken.append((each.start, each.end))
    return sorted(found)


def _dates(sentence: str) -> Iterator[Amount]:
    for found in _DATE.finditer(sentence):
        start, end = found.span()
        text = found[0]
        if found["year"]:
            alone = not found["month"] and not found["day"]
            is_year = bool(_WHOLE_YEAR.search(text)) or text.startswith(("기원전", "서기"))
            if alone and (
                _LASTS.match(sentence, end) or not (is_year or sentence[end : end + 1] == "에")
            ):
                continue
            bare = (
                re.sub(r"\D", "", text)
                if alone and not found["half"] and not text.startswith("기원전")
                else ""
            )
            ask = (
                "언제"
                if found["half"]
                else "몇 년"
                if alone
                else "몇 년 몇 월"
                if not found["day"]
                else "언제"
            )
            yield Amount(start, end, Kind.DATE, ask, bare, "년" if alone else "")
        else:
            asks = {
                "md": "몇 월 며칠",
                "decade": "몇 년대",
                "century": "몇 세기",
                "clock": "몇 시",
                "only": "몇 월",
            }
            ask = asks[str(found.lastgroup)]
            is_plain = _PLAIN_TIME.search(text) is not None
            yield Amount(start, end, Kind.DATE, ask if is_plain else "언제")


def _numbers(sentence: str) -> Iterator[Amount]:
    for found in _AMOUNT.finditer(sentence):
        unit = found["unit"] or ""
        start, end = found.start(), found.end("unit" if unit else "number")
        if found["turned"] and unit:
            end = found.end("turned") if found["turned"] == "간" else end
        follows = sentence[end : end + 1]
        if "에서" in found["number"] and sentence.endswith("영하 ", 0, start):
            continue
        if not unit and _says_nothing(found, follows):
            continue
        if unit and follows and "가" <= follows <= "힣" and _is_word(sentence, end, unit):
            continue
        if _TURNS.match(sentence, end) and (parted := _PARTED.match(found[0])):
            start += parted.end()
            yield Amount(start, end, Kind.NUMBER, _asking(unit), _bare(sentence, start, end), unit)
            continue
        first = _FIRST_UNIT.search(found["number"])
        ask = f"몇 {first[0]} {_asking(unit)}" if first else _asking(unit)
        if found["turned"] == "간" and unit:
            ask += "간"
        if not unit and _FOREIGN_UNIT.match(sentence, end):
            ask = "몇"
        yield Amount(start, end, Kind.NUMBER, ask, found["number"].strip(), unit)


_TURNS = re.compile(
    r"[이가] (?:되|됐)|"
    r"\s?(?:정도|가량|안팎)?(?:으로|로) (?:[가-힣]+ )?(?:늘|줄|올|오르|내리|떨어|커|높|낮|"
    r"정확해|짧아|길어|"
    r"빨라|느려|좋아|나빠|가벼워|무거워|많아|적어|바뀌|바뀐|변하|변했)"
)
_PARTED = re.compile(r".+에서\s")
"""From one number to another: only the second is what it has become."""


def _bare(sentence: str, start: int, end: int) -> str:
    """Return the number at the beginning of an amount."""
    found = re.compile(_NUMBER).match(sentence, start, end)
    return found[0].strip() if found else ""


def _is_word(sentence: str, end: int, unit: str) -> bool:
    """Return whether a one-letter unit is the beginning of a longer word: 3대표, 5일장."""
    rest = re.match(r"[가-힣]+", sentence[end:])
    if rest is None or len(unit) > 2:
        return False
    return not re.match(
        r"(?:이|가|은|는|을|를|의|에|로|으로|과|와|도|만|이나|나|까지|부터|마다|씩|쯤|정도|"
        r"이상|이하|여|간|째|에서|"
        r"이다|이었|였|이며|이고|인|짜리|밖에|보다|만에|당|엔|들|가량|대|뿐|으로서|에는|에도|에게|급)",
        rest[0],
    )


def _native(sentence: str) -> Iterator[Amount]:
    for found in _NATIVE_AMOUNT.finditer(sentence):
        unit = found["unit"]
        follows = sentence[found.end() : found.end() + 1]
        is_glued = not found["space"] and (
            found["number"] in ("한", "열", "네", "석", "넉")
            or (found["number"] in ("백", "천", "만") and unit not in _HUNDREDS)
        )
        if is_glued or ("가" <= follows <= "힣" and _is_word(sentence, found.end(), unit)):
            continue
        few = found["number"] in ("한", "한두", "두", "두세", "서너")
        ask = "몇 번째" if unit == "번째" else f"몇 {unit}"
        is_exact = not few or unit in ("시간", "달", "포대", "차례")
        yield Amount(*found.span(), Kind.NUMBER, ask, found["number"], unit, is_exact)
    for found in _DAYS.finditer(sentence):
        yield Amount(*found.span(), Kind.NUMBER, "며칠" + (found["unit"] or ""))
    for found in _ALONE.finditer(sentence):
        yield Amount(
            found.start("number"), found.end("number"), Kind.NUMBER, "몇 명", is_exact=False
        )


def _says_nothing(found: re.Match[str], follows: str) -> bool:
    """Return whether a number without a unit is no amount: a label, one digit, half a word."""
    number = found["number"]
    if re.search("[십백천만억조.]", number):
        return False
    return len(number) < 2 or follows.isalpha() or bool(found["space"])


def _asking(unit: str) -> str:
    if not unit:
        return "얼마"
    if unit == "일":
        return "며칠"
    if unit in ("%", "％"):
        return "몇 퍼센트"
    if unit in _MONEY:
        return "얼마"
    return f"몇 {unit}"
