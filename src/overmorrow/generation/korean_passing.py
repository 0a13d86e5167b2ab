"""Knows what of a Korean sentence passes or hardly counts: opening hours, events, small numbers."""

import re
from functools import lru_cache

from overmorrow.generation.korean_amounts import Amount
from overmorrow.generation.word_lists import words_of

_SERVICE = re.compile(
    r"(?:관람|입장|주차|참가|이용|체험|수강) ?(?:료|비|요금|시간)|휴관|휴무|매표|예매|문의|전화|"
    r"신청은|접수|선착순|셔틀|무료로 개방|무료다|할인|"
    r"(?:요일|오전|오후)[^.]{0,30}(?:열고|열며|닫|쉰다|쉬며|쉽니다|쉬어요|까지다|까지이|까지며|"
    r"운영(?:하|한|된|되)|개방)|"
    r"\d시(?: \d+분)?에[^.]{0,20}(?:열고|열며|닫는|닫습)|"
    r"(?:버스|기차|열차|KTX|지하철|전철|택시|도보|차|배|여객선|유람선|걸어서?|걸으면|달리면|타면|"
    r"내려)(?:로|으로|에서)?[^.]{0,30}(?:분|시간)[^.]{0,12}"
    r"(?:걸린|걸려|걸립|닿는|닿습|도착|나온다|나옵|거리)|"
    r"(?:한|1) ?(?:개|잔|그릇|판|봉지|인분|인|명|마리)(?:에|당)[^.]{0,10}\d원|"
    r"(?:체험|대여|입장|코스|정식|숙박|탑승)[^.]{0,12}\d(?:천|만)? ?원|\d{2,4}-\d{3,4}-\d{4}"
)
"""What only who goes there wants to know."""
_EVENT = re.compile(
    r"(?:개관일|개막일|개막식|행사|준공식|기념식|이날)[^.]{0,40}(?:열린다|열렸다|열립니다|진행|"
    r"참석|마련)|(?:설명회|공청회|간담회|토론회|협약식|시상식)[^.]{0,30}"
    r"(?:연다|열린다|열렸다|엽니다|열었다)|(?:강연|공연|체험 행사|전시)[^.]{0,20}"
    r"(?:열린다|열립니다|이어진다|진행된다|마련된다)"
)
"""What is held once, beside what an article is about."""
_WITNESS = re.compile(r"(?:씨|군|양)\(\d{1,2}\)|\(\d{1,2}(?:세|살)?\) ?(?:씨|군|양)")
"""Somebody whom a reporter asked, with an age."""
_GESTURE = re.compile(
    r"씨[는가] [^.]*(?:건넸|웃었|앉았|가리켰|끄덕였|내밀었|보여 주었|따라 주었|열었|저었)다[.]$"
)
"""What somebody whom the writer met did with the hands."""
_FEW = 7
_FEW_OF = words_of(
    "명 사람 칸 글자 자 그루 마리 대 층 군데 줄 방 벌 장 권 송이 발 번 차례 점 숟가락 큰술 병 잔"
)
"""What is hardly worth counting where there are so few."""
_NATIVE = {
    "한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9,
}  # fmt: skip
_ORDINAL = re.compile(r"(?<=[가-힣] )(?:\d{1,2}세|\d{1,2}호)$")
_TURN = re.compile(r"^(?:제 ?)?\d{1,2}(?:차|단계|호기|공구)$")
_ALL_DAY = re.compile(r"24시간 (?:영업|운영|체제|내내|열|문)")
_OF_A_MONTH = re.compile(
    r"(?:달|해|주일) (?!동안|뒤|후|만|전|이상|간|쯤|남짓|가까|넘|내내|앞|사이|더|정도)[가-힣]"
)
"""What something costs or brings in one month: 한 달 가스비."""
_AMONG = re.compile(r" (?:가운데|중)(?:에서?)? ")
"""Behind the number out of which there are so many."""
_FEW_THINGS = words_of("개 채 곳 팀 집")
_VERY_FEW = 3
"""Of these not even so many, counted in words: 탑 세 개."""


@lru_cache(maxsize=4)
def passing_of(sentence: str) -> tuple[str, ...]:
    """Return what a sentence is of that passes, as `korean_worth` knows it.

    Args:
        sentence: The sentence.
    """
    claims = {"service": _SERVICE, "event": _EVENT, "witness": _WITNESS, "gesture": _GESTURE}
    return tuple(name for name, sign in claims.items() if sign.search(sentence))


def smallness_of(sentence: str, amount: Amount) -> tuple[str, ...]:
    """Return why a number hardly counts, as `korean_worth` knows it.

    Args:
        sentence: Its sentence.
        amount: The number.
    """
    said = sentence[: amount.end]
    text = sentence[amount.start : amount.end]
    is_turn = _TURN.match(text) and re.match(r"\s[가-힣]", sentence[amount.end :])
    is_floor = amount.unit == "층" and re.match(r"에|은|의", sentence[amount.end :])
    is_per_one = amount.bare in ("1", "한") and re.match(r"에|당|이면|마다", sentence[amount.end :])
    is_span = amount.bare == "한" and _OF_A_MONTH.match(sentence, amount.end - len(amount.unit))
    is_per_one = is_per_one or is_span or _AMONG.match(sentence, amount.end)
    is_age = amount.unit == "살" and sentence.startswith("의 ", amount.end)
    is_all_day = _ALL_DAY.match(sentence, amount.start)
    claims = {
        "few": bool(is_per_one or is_age)
        or (amount.unit in _FEW_OF and 0 < _value(amount.bare) <= _FEW)
        or (amount.unit in _FEW_THINGS and 0 < _NATIVE.get(amount.bare, 0) <= _VERY_FEW),
        "part of name": bool(_ORDINAL.search(said) or is_turn or is_floor or is_all_day),
    }
    return tuple(name for name, holds in claims.items() if holds)


def _value(number: str) -> int:
    return int(number) if number.isdecimal() and len(number) < 4 else _NATIVE.get(number, 0)
