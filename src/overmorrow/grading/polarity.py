"""Negation, opposites, hedges, blanks and "I don't know": what is wrong whatever else is right."""

import re
from functools import lru_cache

from overmorrow.grading.korean import stems
from overmorrow.grading.patterns import lazy
from overmorrow.grading.vocabulary import AGREEMENTS, NEGATIONS, NO, UNKNOWN, YES, words_of

_NEGATED_END = lazy(
    "지 ?(?:않|못|마)|[가이은는] ?아니|(?:아니다|아닙니다|아님|아니에요|말고|못한)$|[가이]아닌"
)
_NUMERO = lazy(
    r"\bno (?=\d|[ivxlc]+\b)|(?<=\w )no (?=(?:two|three|four|five|six|seven|eight|nine|ten)\b)"
)


@lru_cache(maxsize=512)
def negations(loose_text: str) -> int:
    """Return how many negations the loose text holds."""
    loose_text = _NUMERO.sub("", loose_text)
    count = sum(word in NEGATIONS for word in loose_text.split())
    return count or (1 if _NEGATED_END.search(loose_text) else 0)


def negates(typed: str, form: str) -> bool:
    """Whether one of two loose texts says no to what the other says."""
    if form in NEGATIONS and " " not in typed:
        return False
    return (negations(typed) > 0) != (negations(form) > 0)


_NEGATIVE_PREFIXES = words_of(
    """
    un in im il ir dis non de mis anti counter sub under semi 비 불 부 미 무 몰 반 탈 준 역
    데 디 안티 논
    """
)
_OPPOSITE_PREFIXES = words_of(
    """
    hyper:hypo import:export inter:intra inter:extra intra:extra macro:micro pre:post
    ante:post over:under out:in up:down in:ex im:ex endo:exo ecto:endo mono:poly homo:hetero
    maxi:mini max:min pro:anti super:sub sub:super ascend:descend en:de in:de increas:decreas
    encod:decod centrifug:centripet ana:cata eu:dys mega:micro mega:giga kilo:mega milli:micro
    nano:micro conver:diver con:pro in:out emig:immig uni:bi bi:tri di:tri mono:di fore:after
    supra:infra infra:ultra 고:저 상:하 최대:최소 최고:최저 수입:수출 찬:반 증:감 남:북 동:서
    좌:우 내:외 전:후 유:무 대:소 승:패 입:출 강:약 장:단 다:소 양:음 친:반 선:후 능:피 과:미
    구:신 합:불 순:역 정:부 정:역 흡:배 하이퍼:하이포 인터:인트라 매크로:마이크로 프리:포스트
    오버:언더 업:다운 인:아웃
    """
)


def _reduced(first: str, second: str) -> tuple[str, str]:
    """Return what two words have before their longest common ending."""
    end = 0
    while end < min(len(first), len(second)) and first[-1 - end] == second[-1 - end]:
        end += 1
    return first[: len(first) - end], second[: len(second) - end]


_OPPOSITES = frozenset(
    pair
    for one, _, two in (prefixes.partition(":") for prefixes in _OPPOSITE_PREFIXES)
    for pair in (_reduced(one, two), _reduced(two, one))
)


@lru_cache(maxsize=512)
def is_opposite(first: str, second: str) -> bool:
    """Whether two words differ by a prefix that turns the meaning round."""
    if first == second:
        return False
    one, two = _reduced(first, second)
    if (one, two) in _OPPOSITES:
        return True
    prefix, rest = (one, second) if not two else (two, first)
    if (one and two) or prefix not in _NEGATIVE_PREFIXES:
        return False
    return len(rest) >= (3 if prefix.isascii() else 2)


def is_unknown(squashed: str) -> bool:
    """Whether the squashed text says "I don't know"."""
    return (
        squashed in UNKNOWN
        or squashed.replace("ㅠ", "").replace("ㅜ", "").replace("ㅋ", "") in UNKNOWN
    )


@lru_cache(maxsize=512)
def yes_or_no(loose_text: str) -> str:
    """Return `yes` or `no` for an answer that only says so, else an empty text."""
    words = loose_text.split()
    if not words or any(word not in AGREEMENTS for word in words[1:]):
        return ""
    side = "yes" if words[0] in YES else "no" if words[0] in NO else ""
    if len(words) > 1 and side:
        turned = any(word in NEGATIONS or word.endswith("nt") for word in words[1:])
        if turned != (side == "no"):
            return ""
    return side


def says_twice(loose_text: str) -> bool:
    """Whether a text holds two words that say yes or no."""
    said = [word for word in loose_text.split() if any(stem in YES | NO for stem in stems(word))]
    return len(said) > 1


_HEDGE = lazy(
    r"\s(?:or|oder|ou|o|또는|혹은|아니면|이거나|이나|나|내지|vs|versus|maybe|perhaps)\s|\?\s*(?=\w)"
    r"|\s?[/|]\s?|또는|아니면|(?<=\w)거나\s|;",
    re.IGNORECASE,
)
_SOFT_HEDGE = lazy(r"(?<=[^\W\da-zA-Z])(?:이나|나|이거나)\s+(?=\w)")
_LISTING = lazy(r"\s?[,、·]\s?|\s(?:and|및|그리고|와|과|하고|랑|&)\s")
_ONE_WORD = lazy(r"[^\s/|;?,、·]*")


@lru_cache(maxsize=128)
def candidates(text: str) -> tuple[str, ...]:
    """Return the answers a text offers side by side; one alone means it does not hedge."""
    if _ONE_WORD.fullmatch(text) and "또는" not in text and "아니면" not in text:
        return (text,)
    for separator in (_HEDGE, _SOFT_HEDGE, _LISTING):
        parts = separator.split(text)
        if len(parts) > 1:
            break
    kept = [part.strip(" ?!.,") for part in parts]
    return tuple(part for part in kept if part)
