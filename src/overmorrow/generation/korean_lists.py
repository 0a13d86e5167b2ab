"""Finds enumerations in Korean sentences."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from overmorrow.generation.korean_phrases import Phrase
from overmorrow.generation.korean_words import Role, Word
from overmorrow.generation.word_lists import words_of

COUNTRIES = words_of(
    "한국 북한 중국 일본 미국 영국 독일 프랑스 인도 러시아 이탈리아 스페인 캐나다 호주 "
    "브라질 멕시코 베트남 태국 대만 홍콩 싱가포르 "
    "인도네시아 말레이시아 필리핀 몽골 터키 튀르키예 이란 이라크 이스라엘 이집트 남아공 "
    "네덜란드 벨기에 스위스 스웨덴 노르웨이 덴마크 핀란드 "
    "폴란드 오스트리아 그리스 포르투갈 아일랜드 우크라이나 칠레 페루 아르헨티나 콜롬비아 "
    "쿠바 뉴질랜드 사우디아라비아 서울 부산 도쿄 베이징 "
    "상하이 유럽 아시아 아프리카 북미 남미"
)
"""Two of them side by side are a list, and not one name of two words."""


class Listing(NamedTuple):
    """An enumeration: where it stands, and what its items say."""

    start: int
    end: int
    items: tuple[str, ...]
    last: int = -1
    """The place of its last word; -1 where its items bear numbers."""
    is_ordered: bool = False


_MARKS = r"첫째|둘째|셋째|넷째|다섯째|여섯째|\(?\d{1,2}\)|[①-⑩]|[a-e]\)|[가-마]\)"
_NUMBERED = re.compile(
    rf"(?:^|(?<=[\s,]))(?P<mark>{_MARKS})[,.:]?\s*(?P<item>[^,;]+?)\s*(?=[,;.]|$|\s(?:{_MARKS}))"
)
_TAIL = re.compile(
    r"(?:이다|입니다|이었다|였다|이에요|예요|이고|이며|으로|을|를|은|는|에|에서)?[.!?…]*$"
)
_LONGEST_ITEM = 40
_LONGEST_NAME = 25


def numbered(sentence: str) -> Listing | None:
    """Return a list whose items bear numbers: 첫째 …, 둘째 …, 셋째 …."""
    found = list(_NUMBERED.finditer(sentence))
    if len(found) < 2:
        return None
    items = [each["item"].strip() for each in found]
    items[-1] = _TAIL.sub("", items[-1])
    if not all(items) or max(map(len, items)) > _LONGEST_ITEM:
        return None
    end = found[-1].start("item") + len(items[-1])
    return Listing(found[0].start("item"), end, tuple(items), is_ordered=found[0]["mark"] == "첫째")


def listings(sentence: str, words: Sequence[Word], found: Sequence[Phrase]) -> list[Listing]:
    """Return the enumerations of a sentence: by commas, by 와 or 과, or names side by side."""
    lists: list[Listing] = []
    run: list[Phrase] = []
    for phrase in found:
        if run and not _goes_on(sentence, words, run[-1], phrase):
            lists += _listed(sentence, words, run)
            run = []
        run.append(phrase)
    lists += _listed(sentence, words, run)
    others = [*_side_by_side(sentence, words, found), *_dotted(sentence, found)]
    return lists + [
        each for each in others if not any(whole.start <= each.start < whole.end for whole in lists)
    ]


def _goes_on(sentence: str, words: Sequence[Word], left: Phrase, right: Phrase) -> bool:
    """Return whether two phrases stand in one enumeration."""
    gap = words[left.last + 1 : right.first]
    is_joint = not left.is_copula and (left.joins or (left.comma and not left.particle))
    return is_joint and (not gap or (left.comma and _is_and(sentence, gap)))


def _is_and(sentence: str, gap: Sequence[Word]) -> bool:
    """Return whether nothing but 그리고 or 및 stands between two items."""
    return len(gap) == 1 and sentence[gap[0].start : gap[0].end] in ("그리고", "및", "또", "또는")


def _listed(sentence: str, words: Sequence[Word], run: Sequence[Phrase]) -> Iterator[Listing]:
    """Yield the enumerations of a run of items; A, B와 C, D are two."""
    cuts = [at + 1 for at, each in enumerate(run[:-2]) if each.joins and at]
    for first, last in pairwise((0, *cuts, len(run))):
        yield from _one_list(sentence, words, run[first:last], is_cut=last < len(run))


def _one_list(
    sentence: str, words: Sequence[Word], run: Sequence[Phrase], *, is_cut: bool
) -> Iterator[Listing]:
    if len(run) < 2 or not (is_cut or _is_closed(sentence, words, run[-1])):
        return
    items = [sentence[each.start : each.end] for each in run]
    start, end = run[0].start, run[-1].end
    closes = _CLOSES.search(sentence, start, end)
    is_marked = sentence[:start].endswith(tuple("〈《‘“「『"))
    if closes and not is_marked and _OPENS.search(sentence, start, closes.start()) is None:
        return
    is_long = len(run) > 2
    if (
        is_long
        and run[0].last == run[0].first + 1
        and all(each.first == each.last for each in run[1:])
    ):
        start = words[run[0].last].start  # 중국 선전, 홍콩, …: the first word is said of all
        items[0] = sentence[start : run[0].end]
    if words[run[-1].last].is_copula and words[run[-1].last].role is Role.ADNOMINAL:
        return  # 장안문과 남문인 팔달문
    head = _shared_head(sentence, words, run)
    if head:
        end = words[head].stem_end
        items[-1] = sentence[run[-1].start : end]
    if _is_cut_across(sentence, words, run) or _IS_RUN.search(sentence, 0, start):
        return
    before = words[run[0].first - 1] if run[0].first else None
    is_pairs = before is not None and before.particle in _OBJECT and run[-1].particle in _OBJECT
    if (
        is_pairs
        or any(item.isdecimal() or _TIME.search(item) for item in items)
        or max(map(len, items)) > _LONGEST_NAME
        or any(item.endswith("와") and len(item) > 2 for item in items)
    ):
        return
    if len(set(items)) == len(items):
        yield Listing(start, end, tuple(items), head or run[-1].last)


def _dotted(sentence: str, found: Sequence[Phrase]) -> Iterator[Listing]:
    """Yield names that middle dots join: 강원도·충청도·전라도."""
    for phrase in found:
        whole = sentence[phrase.start : phrase.end]
        items = tuple(whole.split("·"))
        if len(items) > 1 and phrase.first == phrase.last and all(len(item) > 1 for item in items):
            yield Listing(phrase.start, phrase.end, items, phrase.last)


_PLACED = ("에서", "에", "의", "으로", "로")
"""Behind names in a row these say that one lies in another: 경주 불국사 석가탑에서."""
_OBJECT = ("을", "를")
_WITH = re.compile(
    r"(?:맺|체결|비교|교환|공유|결혼|싸우|싸웠|다투|만나|만났|협력|합의|겨루|갈라|구별|"
    r"구분)"
)
"""Verbs that one does with somebody: 와 before them joins no list."""


_BEING = re.compile(r"(?:끌려|팔려|불리|불린|알려|이름난|일하|일한|살아|지낸|떠난|온) ?")
"""Behind "as" these describe somebody: 노예로 끌려온 사람들."""
_LIKE = re.compile(r"(?:처럼|같이|\s?같은|\s?따위|\s?등(?:은|이)\s)")
_PASSES = re.compile(r"\s\S*(?:다|려|싶|하|되)면\s")


def weakness_of(sentence: str, listing: Listing, particle: str) -> tuple[str, ...]:
    """Return why nobody could tell what belongs to a list, as `korean_worth` knows it.

    Args:
        sentence: Its sentence.
        listing: The list.
        particle: What stands behind its last item.
    """
    claims = {
        "list as topic": particle in ("은", "는"),
        "list as subject": particle in ("이", "가", "도"),
        "examples": _LIKE.match(sentence, listing.end) is not None,
        "either": particle in ("나", "이나", "든", "이든")
        or re.search(r"[가-힣](?:이나|나) ", sentence[listing.start : listing.end]) is not None,
        "list on the way": _PASSES.search(sentence, listing.end) is not None,
        "list without marks": listing.last >= 0
        and not re.search("[,·]", sentence[listing.start : listing.end])
        and particle in ("으로", "로", "에", "에게", "의"),
    }
    return tuple(name for name, holds in claims.items() if holds)


def _is_cut_across(sentence: str, words: Sequence[Word], run: Sequence[Phrase]) -> bool:
    """Return whether what looks like a list only begins or ends what other words complete.

    That is 일정, 자재 in 일정, 자재의 수량, and 비스킷, 소금 in 비스킷, 소금에 절인 고기.
    """
    last = run[-1]
    after = words[last.last + 1] if last.last + 1 < len(words) else None
    if after is None:
        return False
    is_joined = run[-2].joins
    is_described = run[0].has_modifier and last.particle in _OBJECT
    if is_described and any(
        word.role is Role.ADNOMINAL for word in words[last.last + 1 : last.last + 3]
    ):
        return True
    if last.particle == "의":
        return not (is_joined and _NUMERAL.match(sentence, after.start))
    is_with = run[0].has_modifier or _WITH.match(sentence, after.start)
    is_as = last.particle in ("으로", "로") and _BEING.match(sentence, after.start)
    if is_joined and len(run) == 2 and (is_with or is_as):
        return True
    if last.particle in ("은", "는") and any(
        word.particle in ("은", "는") for word in words[: run[0].first]
    ):
        return True
    is_next = len(run) == 2 and run[0].has_modifier and last.particle in _OBJECT
    return not is_joined and bool(last.particle) and (is_next or after.role is Role.ADNOMINAL)


_IS_RUN = re.compile("[가-힣]기, $")
"""Before a list an item that is a verb: 생칠 바르기, 중칠, 상칠."""
_CLOSES, _OPENS = re.compile("[〉》’”」』]"), re.compile("[〈《‘“「『]")
_NUMERAL = re.compile(r"\d|한 |두 |세 |네 |다섯|여섯|일곱|여덟|아홉|열 ")
_TIME = re.compile(
    r"[월화수목금토일]요일|지난주|지난달|오늘|어제|내일|작년|올해|내년|주말|오전|오후|^시$"
)
_RANKS = ("도주성", "시", "군구", "읍면동리")


def _is_address(stems: Sequence[str]) -> bool:
    """Return whether places in a row lie one in another: 경기도 여주시 세종대왕면."""
    ranks = [
        0
        if stem in COUNTRIES
        else next((at for at, ends in enumerate(_RANKS, 1) if stem[-1] in ends), -1)
        for stem in stems
    ]
    known = [rank for rank in ranks if rank >= 0]
    return len(known) > 1 and all(left < right for left, right in pairwise(known))


def _is_closed(sentence: str, words: Sequence[Word], last: Phrase) -> bool:
    """Return whether an enumeration ends with a phrase, and does not go on in what it describes."""
    if last.particle or last.is_copula or last.last == len(words) - 1:
        return True
    after = sentence[words[last.last + 1].start : words[last.last + 1].end]
    return after.startswith(_AFTER)


_AFTER = ("등", "모두", "같은", "이상", "가운데", "중", "사이", "간")


_ATTRIBUTES = words_of("임시 공동 정식 특별 일반 기존 전용 보조 비상 예비")


def _shared_head(sentence: str, words: Sequence[Word], run: Sequence[Phrase]) -> int:
    """Return the place of the last item proper where all share the noun behind it, else 0.

    건강과 기쁨 비즈니스 are the businesses of 건강 and of 기쁨.
    """
    *others, last = run
    are_single = all(each.first == each.last and not each.is_name for each in others)
    attribute = sentence[words[last.first].start : words[last.first].stem_end]
    shares = (
        are_single
        and attribute not in _ATTRIBUTES
        and last.last == last.first + 1
        and not words[last.first].is_name
    )
    return last.first if shares else 0


_FOREIGN = "스르드트크즈"
"""How first names and surnames of other languages end alike by chance."""


def _side_by_side(
    sentence: str, words: Sequence[Word], found: Sequence[Phrase]
) -> Iterator[Listing]:
    """Yield names that stand in a row with nothing between them: 미국 인도 영국이."""
    for phrase in found:
        inside = words[phrase.first : phrase.last + 1]
        stems = [sentence[word.start : word.stem_end] for word in inside]
        is_cut_off = not phrase.particle and sentence[phrase.end :].startswith((" 등", " 모두"))
        before = words[phrase.first - 1] if phrase.first else None
        is_rest = before is not None and before.comma and before.role is Role.NOUN
        is_nest = phrase.particle in _PLACED and not set(stems) <= COUNTRIES and not is_cut_off
        if is_rest or is_nest or _is_address(stems):
            continue
        are_names = all(word.is_name for word in inside) or set(stems) <= COUNTRIES
        is_one = len(stems) == 2 and stems[0][-1] in _FOREIGN  # 제임스 챌리스
        are_same = len({stem[-1] for stem in stems}) == 1 and not is_one
        are_alike = are_same or set(stems) <= COUNTRIES
        is_list = is_cut_off or are_alike
        are_short = all(1 < len(stem) <= 8 for stem in stems)
        if len(stems) > 1 and is_list and (are_names or is_cut_off) and are_short:
            yield Listing(phrase.start, phrase.end, tuple(stems), phrase.last)
