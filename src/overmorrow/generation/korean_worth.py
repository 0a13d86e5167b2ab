"""How likely a person would ask for an answer, by its part in the sentence."""

from collections.abc import Iterable
from math import exp

from overmorrow.generation.korean_phrases import Phrase
from overmorrow.generation.word_lists import words_of

GENERIC = words_of(
    "바탕 기반 토대 밑바탕 계기 근거 목적 환경 섭취 온몸 바깥쪽 안쪽 며칠 고생 물거품 전부 "
    "바닥 주성분 특산물 곳곳 "
    "여기저기 그때 공통점 숫자 물품 물건 전쟁 수명 "
    "세계 국내 해외 전국 사람 사람들 것 얘기 이야기 말 뜻 내용 기억 대목 생각 때 경우 모습 "
    "정도 문제 방법 점 부분 일 수 곳 데 눈 앞 뒤 위 옆 안 "
    "밖 속 "
    "이유 결과 과정 상황 의미 관심 사실 느낌 마음 자체 이름 글 오늘날 세상 날 시간 상태 "
    "종류 형태 방식 측면 관점 필요 가능 양쪽 "
    "역할 영향 기준 대상 목표 계획 노력 변화 시작 끝 순간 자리 길 하나 둘 모두 전체 일부 "
    "대부분 다음 처음 나중 동시 양 한창 "
    "한참 한복판 인상적 이채 차이 존재 개념 특징 활동 작업 사용 이용 제공 발생 진행 등장 "
    "포함 관련 중요 노력 덕 탓 채 편 셈 터 "
    "바람 김 만큼 대로 지경 마련 나름 따름 뿐 줄 적 겸 겨를 고개 몸 손 발 머리 얼굴 소리 "
    "기분 나라 물건 가운데 건물 회사 여러분 그다음 한꺼번 해설사 선생님 주인아저씨 관계자 "
    "시민들 설명 인기 조금씩 위아래 안팎 "
    "오늘 내일 어제 아침 저녁 밤 낮 요즘 지금 현재 전 후 이상 이하 이전 이후 당시 매일 매년"
)
"""Words that say too little to be asked for."""
RELATIONS = words_of(
    "이름 명칭 용량 길이 무게 답 정답 원인 높이 넓이 면적 지름 둘레 깊이 폭 가격 값 비결 이유 핵심 "
    "결과 목적 특징 인구 수명 본관 자 호 시호 별명 별칭"
)
"""Nouns that are something's: 정식 이름 is the name of what the sentence before speaks of."""

_PARTICLES = {
    "을": "object", "를": "object", "이": "subject", "가": "subject", "은": "topic", "는": "topic",
    "에서": "at", "에": "to", "으로": "by", "로": "by", "의": "of", "과": "and", "와": "and",
    "도": "also", "": "bare",
}  # fmt: skip
_WEIGHTS = {
    "glossed": 2.3, "quoted term": 1.4, "exact": 1.2, "someone": 1.2, "in quotation": 1.1,
    "name as at": 1.1, "once": 1.1, "three words": 1.1, "carried": 0.6, "first mention": 0.9,
    "korean name": 0.9, "numbered item": 0.9, "titled": 0.9, "name": 0.8, "short prompt": 0.7,
    "name as to": 0.6, "six letters": 0.6, "at": 0.5, "question": 0.5, "long": 0.4,
    "name as other part": 0.4, "subject": 0.4, "bare": 0.3, "name as of": 0.3,
    "named so": 2.0, "defined": 1.2,
    "number": 0.3, "number without unit": 0.3, "beside lists": 0.2, "by": 0.2,
    "name as object": 0.2, "predicate": 0.2, "share": 0.2, "also": 0.1, "date 몇 년 몇 월": 0.1,
    "name as bare": 0.1, "always": -0.1, "date 언제": -0.1, "modified": -0.1, "two words": -0.1,
    "long prompt": -0.2, "name as and": -0.2, "name as subject": -0.2, "object": -0.2,
    "often": -0.2, "date 몇 년": -0.3, "no subject": -0.8, "to": -0.3, "first of paragraph": -0.4,
    "name as by": -0.4, "name as predicate": -0.4, "three letters": -0.4, "of": -0.5,
    "relative date": -0.5, "saying": -0.6, "counted": -0.7, "person": -0.7, "latin": -0.8,
    "beside amounts": -0.9, "other part": -0.9, "two letters": -1.0, "topic": -1.1, "phrase": -1.2,
    "before amount": -0.8, "country of person": -1.0, "in title": -1.0,
    "scene without subject": -1.0, "scene": -1.2, "place": -1.3, "felt": -1.5, "speaker": -3.0,
    "witness": -2.5,
    "vague": -1.5, "generic": -1.7, "one letter": -1.7, "article's subject": -1.8,
    "one of several": -2.0, "role": -2.0, "some day": -2.0, "item": -3.0, "half given": -4.0,
    "list as topic": -1.0, "list as subject": -0.6, "examples": -1.5, "either": -3.0,
    "list on the way": -1.5, "list without marks": -0.6,
    "piece of meaning": -4.0,
    "bare being": -1.4, "few": -2.6, "gesture": -3.5,
    "event": -3.6, "service": -3.0, "part of name": -3.0,
}  # fmt: skip

_LEAST = 0.001


def worth(features: Iterable[str]) -> float:
    """Return the chance, 0.001-1, that a person who makes cards of the article asks for it."""
    total = sum(_WEIGHTS.get(feature, 0.0) for feature in ("always", *features))
    return max(_LEAST, round(1 / (1 + exp(-total)), 3))


def part(phrase: Phrase, *, is_predicate: bool) -> str:
    """Return the feature that says which part of its sentence a phrase is."""
    return "predicate" if is_predicate else _PARTICLES.get(phrase.particle, "other part")
