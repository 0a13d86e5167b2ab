"""Finds what could be an answer in a Korean sentence: noun phrases and quotations."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from overmorrow.generation.korean_amounts import Amount
from overmorrow.generation.korean_words import Role, Word
from overmorrow.generation.proposal import Kind
from overmorrow.generation.word_lists import words_of


class Phrase(NamedTuple):
    """A run of nouns: 차이나 로지스틱스는 is 차이나 로지스틱스 with the particle 는."""

    first: int
    last: int
    """The places of its first and last word in the sentence."""
    start: int
    end: int
    """Where its nouns stand, without particle and marks."""
    particle: str
    is_copula: bool
    is_name: bool
    has_modifier: bool
    """Whether a word before says more of it: 큰, 시작한, 중국의."""
    comma: bool
    joins: bool
    """Whether its particle joins it to the next, as 와 in 금융과 유통."""
    is_counted: bool = False
    """Whether a number stands right before it: 617개 물류 허브."""


_EDGE = words_of(
    "현재 지금 이제 오늘 당시 매일 매년 요즘 최근 오늘날 올해 작년 지난해 내년 어제 내일 "
    "모두 각각 서로 이후 이전 가운데 "
    "중 등 측 간 동안 때 뒤 후 전 이상 이하 정도 내 외 약 총 첫째 둘째 셋째 넷째 다섯째 "
    "일부 대부분 자신 자기 스스로 "
    "해 봄 여름 가을 겨울 초 말 초반 중반 후반 상반기 하반기 때문 덕분 결과 이유 경우 대신 "
    "사이 관련 대상 처음 다음 마지막 나중 이것 그것 오랫동안 오래 이미 아직 가장 그동안 한동안 "
    "이튿날 다음날 전날 이날 그날 그해 시절 평균 최대 최소 말께 중순 하순 상순 월말 연말 "
    "한꺼번 날 번째 평소 보통 대개 흔히 주로 남짓 가량"
)
"""Words that are no answer, and no part of one at its edge."""
_BREAKS = words_of(
    "때 당시 중 동안 후 뒤 전 이후 이전 가운데 대신 덕분 때문 등 및 대비 위해 간 내 외 "
    "이상 이하 무렵 즈음"
)
"""Words that end a phrase wherever they stand."""
TITLES = words_of(
    "회장 대표 사장 대통령 총리 장관 의원 교수 박사 감독 선수 장군 대왕 왕 씨 기자 작가 "
    "시인 배우 가수 목사 신부 스님 선생 "
    "원장 총장 이사장 부회장 위원장 의장 팀장 국장 실장 사령관 제독 왕비 공주 황제 여사 옹 "
    "군 양 변호사 화가 소장 본부장"
)
"""What stands behind a person's name."""
_OFFICE = re.compile(
    r"(?:[가-힣](?:자|가|인)|의사|목사|어부|선교사|대신|관찰사|의정|장군|왕|대왕|왕비|황제|"
    r"대사|특사|배우|감독|아버지|어머니|아들|딸|부인|남편|아내"
    r"|회사|기업|업체|마을|도시|소설|영화|그룹|출신|형|동생|스승|제자|친구|교사|간호사|"
    r"변호사|판사|검사|회장|대표|사장|총리|대통령|장관|의원|교수|"
    r"박사|선수|가수|군수|시장|도지사|총독|사령관|제독)$"
)
"""What stands before one."""


_POST = re.compile(
    r"(?:[가-힣]장|위원|교수|대표|이사|의원|감독|연구원|지사|군수|변호사|기자|대변인|코치|"
    r"회원|관|박사|총리|장관|차관|대사)$"
)
"""What people are in an office, behind the office's name: 세종시장."""
PERSON_NOUN = re.compile(
    r"(?:인물|사람|왕|국왕|임금|황제|왕비|장군|정치인|[가-힣](?:가|자|인|사|관|원|수|부|승))$"
)
"""What says of a name that it is a person's."""
KOREAN_NAME = re.compile(
    "[김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지"
    "엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국은편용예경봉사부"
    "]"
    "[가-힣]{2}"
)


def person_in(sentence: str, words: Sequence[Word]) -> tuple[int, int] | None:
    """Return where a name stands between what it is and its title, as in 창업자 마윈 회장."""
    stems = [_stem(sentence, word) for word in words]
    last = len(stems) - 1 if stems[-1].removesuffix("님") in TITLES else len(stems)
    if len(stems) < 2 or last == 0:
        return None
    if _POST.search(stems[-1]) and KOREAN_NAME.fullmatch(stems[0]) and words[0].is_name:
        return words[0].start, words[0].stem_end
    offices = [at for at, stem in enumerate(stems[: last - 1]) if _OFFICE.search(stem)]
    if offices:
        first = offices[-1] + 1
        is_person = any(word.is_name for word in words[first:last])
    else:
        first = last
        while first > 0 and words[first - 1].is_name:
            first -= 1
        first = min(first, last - 1)
        is_person = last < len(stems)
    return (words[first].start, words[last - 1].stem_end) if is_person else None


_THING = re.compile(r"(?:회사|기업|업체|마을|도시|소설|영화|그룹)\s$")


def names_thing(sentence: str, start: int) -> bool:
    """Return whether the word before a name says that it is a thing's: 회사 알리바바."""
    return _THING.search(sentence, 0, start) is not None


def phrases(sentence: str, words: Sequence[Word], amounts: Sequence[Amount]) -> list[Phrase]:
    """Return the noun phrases of a sentence; numbers and dates stand between them."""
    found: list[Phrase] = []
    run: list[int] = []
    for place, word in enumerate(words):
        is_noun = (word.role is Role.NOUN or word.is_copula) and not _is_verb(
            sentence, words, place
        )
        stem = _stem(sentence, word)
        if (
            not is_noun
            or _is_amount(word, amounts)
            or word.is_weak
            or stem.isdecimal()
            or stem in _BREAKS
            or (stem.endswith("씩") and len(stem) > 2)
        ):
            found += _ended(sentence, words, run)
            run = []
            continue
        if run and (word.open_marks or words[run[-1]].close_marks):
            found += _ended(sentence, words, run)
            run = []
        run.append(place)
        if word.particle or word.comma or word.is_copula:
            found += _ended(sentence, words, run)
            run = []
    found += _ended(sentence, words, run)
    counted = [each for each in amounts if each.kind is Kind.NUMBER]
    return [
        each._replace(is_counted=bool(each.first) and _is_amount(words[each.first - 1], counted))
        for each in found
    ]


_DOES = re.compile(r"(?:하|한|할|했|해|되|된|될|됐|돼|시키|받)")


def _is_verb(sentence: str, words: Sequence[Word], place: int) -> bool:
    """Return whether a noun is half of a verb that is written in two: 서비스 한다."""
    word = words[place]
    if word.is_verbal:
        return True
    if word.particle or word.comma or word.is_copula or place + 1 >= len(words):
        return False
    after = words[place + 1]
    is_verb = after.role in (Role.FINAL, Role.LINK, Role.ADNOMINAL) and not after.is_copula
    return is_verb and _DOES.match(sentence, after.start) is not None


def _is_amount(word: Word, amounts: Sequence[Amount]) -> bool:
    return any(each.start < word.stem_end and word.start < each.end for each in amounts)


def _ended(sentence: str, words: Sequence[Word], run: list[int]) -> Iterator[Phrase]:
    while run and (
        _stem(sentence, words[run[0]]) in _EDGE or _is_hour_before_name(sentence, words, run)
    ):
        run = run[1:]
    while run and _stem(sentence, words[run[-1]]) in _EDGE:
        run = run[:-1]
    if not run:
        return
    first, last = words[run[0]], words[run[-1]]
    before = words[run[0] - 1] if run[0] else None
    has_modifier = before is not None and (
        before.role is Role.ADNOMINAL or (before.particle == "의" and not before.comma)
    )
    if last.stem_end - first.start < 1:
        return
    yield Phrase(
        run[0],
        run[-1],
        first.start,
        last.stem_end,
        last.particle,
        last.is_copula,
        any(words[place].is_name for place in run),
        has_modifier,
        last.comma,
        last.joins,
    )


_HOURS = words_of("새벽 아침 낮 저녁 밤")


def _is_hour_before_name(sentence: str, words: Sequence[Word], run: Sequence[int]) -> bool:
    """Return whether a run begins with a time of day that says nothing of the name behind it."""
    return len(run) > 1 and _stem(sentence, words[run[0]]) in _HOURS and words[run[1]].is_name


def _stem(sentence: str, word: Word) -> str:
    return sentence[word.start : word.stem_end]


_QUOTED = re.compile(
    r"(?:[“\"‘「『《<〈]|(?<![\w’])')\s?([^“”\"‘’'」』》>〉\n]{1,120}?)[.,]?\s?[”\"’'」』》>〉]"
)


def quoted(sentence: str) -> list[tuple[int, int]]:
    """Return where the words between quotation marks stand; the marks may be of mixed kinds."""
    return [found.span(1) for found in _QUOTED.finditer(sentence)]
