"""What of a Korean phrase is the answer, and which words more or fewer count too."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from overmorrow.generation.korean_phrases import TITLES, Phrase, person_in
from overmorrow.generation.korean_seen import Seen
from overmorrow.generation.korean_words import Role
from overmorrow.generation.pointers import points_away
from overmorrow.generation.word_lists import words_of

_ACTS = words_of(
    "개최 설립 출시 도입 발표 실시 시행 개발 구축 확보 활용 강조 예측 분석 건설 제작 창업 "
    "초청 방문 요청 지원 제공 형태 방식 투자 상장 수출 "
    "탐사 조사 연구 여행 공격 침략 침입 정벌 생산 판매 수출 수입 운영 관리 교육 훈련 지배 "
    "통치 독립 통일 합병 협상 체결 폐지 "
    "참가 참여 출연 공연 연주 촬영 출판 발간 간행 번역 사망 출생 결혼 졸업 입학 취임 즉위 "
    "퇴임 당선 임명 제도 측 쪽 당시 시절 이후 이전 기준 관련 "
    "중심 분야 수준 규모 도중 과정"
)
"""Nouns at the end of a phrase that what stands before them is the answer without."""
_BESIDES = words_of(
    "안 위 앞 뒤 옆 밖 속 근처 일대 주변 부근 인근 아래 밑 사이 가운데 한가운데 꼭대기 "
    "곳곳 등지 중심부"
)
_REALMS = words_of("조선 고려 신라 백제 고구려 가야 발해 통일신라 당나라 송나라 명나라 청나라")
_PARTS_OF_NAMES = words_of("터 전기 후기 초기 중기 말기 시대 시절 지역 지방 국립 시립 부문")
_CLASSES = words_of(
    "서비스 업체 회사 기업 사업 시스템 플랫폼 시대 비즈니스 컴퓨팅 방송 운동 전쟁 조약 "
    "협정 정책 이론 법칙 효과 현상 증후군 혁명 "
    "축제 대회 영화 소설 신문 잡지 프로그램 언어 기법 요법 방법"
)
"""Nouns that a phrase may leave off: 물류 서비스 is 물류."""


class Core(NamedTuple):
    """The part of a phrase that is the answer, and what else would count."""

    start: int
    end: int
    aliases: tuple[str, ...] = ()
    is_person: bool = False


def core_of(seen: Seen, phrase: Phrase) -> Core:
    """Return what of a phrase is the answer: a name without its office, a thing without its act."""
    words = list(seen.words[phrase.first : phrase.last + 1])
    stems = [seen.text[word.start : word.stem_end] for word in words]
    whole = seen.text[phrase.start : phrase.end]
    person = person_in(seen.text, words)
    if person:
        titled = seen.text[person[0] : phrase.end]
        return Core(*person, tuple(dict.fromkeys((titled, whole))), is_person=True)
    if len(stems) > 1 and (stems[-1] in _ACTS or stems[-1] in _BESIDES):
        return Core(phrase.start, words[-2].stem_end, (whole,))
    is_long = len(stems) > 2 and stems[-2] not in _PARTS_OF_NAMES
    if is_long and not all(word.is_name for word in words):
        shorter = stems[-2] if stems[-1] in _CLASSES else ""
        last_two = seen.text[words[-2].start : phrase.end]
        return Core(phrase.start, phrase.end, tuple(filter(None, (last_two, shorter))))
    has_place = stems[0] in _REALMS or phrase.particle in ("에서", "에", "의") or phrase.is_copula
    if len(stems) > 1 and has_place and all(each.is_name for each in words):
        rest = seen.text[words[1].start : phrase.end]
        return Core(phrase.start, phrase.end, tuple(dict.fromkeys((rest, stems[-1]))))
    if len(stems) == 2 and stems[-1] in _CLASSES:
        return Core(phrase.start, phrase.end, (stems[0],))
    return Core(phrase.start, phrase.end, is_person=stems[-1].removesuffix("님") in TITLES)


_LONGEST_MODIFIERS = 14
_MARKS = re.compile(r"[“”\"‘’'「」『』《》()]")

_UNFINISHED = re.compile(r"(?:할|될|있을|없을|볼|갈|올|어느|여러|모든|각|한|두|세|네|몇|수) ")


def with_modifiers(seen: Seen, phrase: Phrase) -> Sequence[str]:
    """Return a phrase with the adjectives and owners before it, if they are few: 값싼 막걸리."""
    first = phrase.first
    while first:
        before = seen.words[first - 1]
        is_owner = before.particle == "의" and not before.comma
        is_plain = before.role is Role.ADNOMINAL and not before.is_copula
        if not (is_owner or is_plain) or phrase.start - before.start > _LONGEST_MODIFIERS:
            break
        first -= 1
    if first == phrase.first:
        return []
    outside = seen.words[first - 1] if first else None
    if outside is not None and outside.role in (Role.LINK, Role.ADVERB):
        return []
    if outside is not None and outside.particle in (
        "을",
        "를",
        "이",
        "가",
        "에",
        "로",
        "으로",
        "에서",
    ):
        return []
    whole = seen.text[seen.words[first].start : phrase.end]
    is_torn = _MARKS.search(whole) is not None
    return [] if is_torn or points_away(whole) or _UNFINISHED.match(whole) else [whole]


def without_plural(answer: str) -> Sequence[str]:
    """Return an answer without the ending of the plural."""
    return [answer[:-1]] if len(answer) > 3 and answer.endswith("들") else []
