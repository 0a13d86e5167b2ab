"""Words around an answer that cost nothing: articles, the prompt's own words, titles, a sentence."""

import re
from functools import lru_cache

from overmorrow.grading.hangul import HANGUL
from overmorrow.grading.korean import is_predicate, stems
from overmorrow.grading.normalise import canonical, loose

ARTICLES = frozenset(
    "the a an der die das den dem des ein eine einen el la los las lo un una unos unas le les l une il gli du".split()
)
_FILLERS = ARTICLES | frozenset(
    "answer is are was were be it its this that they he she in on at of to for by from as with called named known means "
    "mean meaning think i my maybe probably perhaps called about would say been has have had there so well just simply city country year date day there "
    "es ist c est son fue era wurde war im in en "
    "정답 정답은 답 답은 그것은 이것은 그건 이건 바로 저는 제 생각에는 생각엔 아마도 것 것은 뜻 뜻은 뜻함 말 의미 의미함 "
    "그 이 저 곳 곳은 해 때 입니다 이다 이에요 예요 이라고 라고 라는 이라는 함 있다 한다 했다 된다 되었다 부른다 불린다 "
    "に は です だ".split()
)
_DESIGNATORS = frozenset(
    "그룹 회사 주식회사 기업 inc ltd corp corporation company co group plc gmbh ag".split()
)
TITLES = frozenset(
    "회장 회장님 대통령 왕 대왕 박사 교수 교수님 선생 선생님 씨 님 장군 총리 사장 대표 황제 여왕 교황 감독 작가 시인 화가 "
    "의원 장관 목사 신부 스님 공주 왕자 창업자 창업주 king queen emperor empress president sir dr mr mrs ms miss professor prof saint "
    "st general lord lady pope prince princess chairman ceo founder captain admiral colonel judge chancellor tsar czar "
    "kaiser duke count doctor minister prime senator".split()
)


@lru_cache(maxsize=512)
def prompt_words(prompt: str) -> frozenset[str]:
    """Return the prompt's words, each also without its Korean endings."""
    words = loose(canonical(prompt)).replace("/", " ").split()
    return frozenset(
        stem for word in words for stem in stems(word) if len(stem) > 1 or not HANGUL.search(stem)
    )


def is_free(word: str, prompt: str) -> bool:
    """Whether a word beside the answer says nothing new."""
    if word in _FILLERS or word in _DESIGNATORS:
        return True
    known = prompt_words(prompt)
    if word in known:
        return True
    if HANGUL.search(word):
        return any(stem in known or stem in _FILLERS for stem in stems(word)) or any(
            word[:2] == other[:2] for other in known if len(word) > 1 and len(other) > 2
        )
    return word.rstrip("s") in known or (word + "s") in known


def are_free(words: list[str], prompt: str) -> bool:
    """Whether all words beside the answer are free; one Korean verb may end the sentence."""
    if not words:
        return True
    if not all(is_free(word, prompt) for word in words[:-1]):
        return False
    return is_free(words[-1], prompt) or bool(HANGUL.search(words[-1]) and is_predicate(words[-1]))


_ORDERED = re.compile(
    r"순서대로|순서로|차례|in order|in the order|chronological|순으로|순서를|order of|from .* to .* in"
)


def wants_order(prompt: str) -> bool:
    """Whether the prompt asks for its items in order."""
    return _ORDERED.search(prompt.lower()) is not None
