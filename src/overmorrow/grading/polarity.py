"""Negation, opposites, hedges, blanks and "I don't know": what is wrong whatever else is right."""

import re
from functools import lru_cache

_NEGATIONS = frozenset(
    "not no never neither nor without isnt arent wasnt werent doesnt dont didnt cannot cant wont non nicht kein keine "
    "ne pas jamais nunca ningún ni "
    "아니다 아니에요 아니예요 아닙니다 아니야 아니라 아님 아니고 아닌 아니지 아냐 않다 않은 않는 않음 않아요 않습니다 못 못한 "
    "안 없다 없음 없는 없어요 없습니다 못하다 못함 못했다 말고 제외 빼고 아니었다 않았다 없었다 아니죠 아녜요 except but".split()
) - {"ni", "but", "nor"}
_NEGATED_END = re.compile(
    "(?:지 ?(?:않|못)|[가이은는] ?아니|아니다$|아닙니다$|아님$|아니에요$|가아닌|이아닌|지 ?마|말고$|못한$)"
)
_NUMERO = re.compile(r"\bno (?=\d)")


@lru_cache(maxsize=512)
def negations(loose_text: str) -> int:
    """Return how many negations the loose text holds."""
    loose_text = _NUMERO.sub("", loose_text)
    count = sum(word in _NEGATIONS for word in loose_text.split())
    return count or (1 if _NEGATED_END.search(loose_text) else 0)


def negates(typed: str, form: str) -> bool:
    """Whether one of two loose texts says no to what the other says."""
    if form in _NEGATIONS and " " not in typed:
        return False
    return (negations(typed) > 0) != (negations(form) > 0)


_NEGATIVE_PREFIXES = (
    "un", "in", "im", "il", "ir", "dis", "non", "de", "mis", "anti", "counter", "sub", "under", "semi",
    "비", "불", "부", "미", "무", "몰", "반", "탈", "준", "역",
)  # fmt: skip
_OPPOSITE_PREFIXES = (
    ("hyper", "hypo"), ("import", "export"), ("inter", "intra"), ("inter", "extra"), ("intra", "extra"),
    ("macro", "micro"), ("pre", "post"), ("ante", "post"), ("over", "under"), ("out", "in"), ("up", "down"),
    ("in", "ex"), ("im", "ex"), ("endo", "exo"), ("ecto", "endo"), ("mono", "poly"), ("homo", "hetero"),
    ("maxi", "mini"), ("max", "min"), ("pro", "anti"), ("super", "sub"), ("sub", "super"), ("ascend", "descend"),
    ("en", "de"), ("in", "de"), ("increas", "decreas"), ("encod", "decod"), ("centrifug", "centripet"), ("ana", "cata"),
    ("eu", "dys"), ("mega", "micro"), ("mega", "giga"), ("kilo", "mega"), ("milli", "micro"), ("nano", "micro"),
    ("conver", "diver"), ("con", "pro"), ("in", "out"), ("emig", "immig"), ("uni", "bi"), ("bi", "tri"), ("di", "tri"),
    ("mono", "di"), ("fore", "after"),  ("supra", "infra"), ("infra", "ultra"),
    ("고", "저"), ("상", "하"), ("최대", "최소"), ("최고", "최저"), ("수입", "수출"), ("찬", "반"), ("증", "감"),
    ("남", "북"), ("동", "서"), ("좌", "우"), ("내", "외"), ("전", "후"), ("유", "무"), ("대", "소"), ("승", "패"),
    ("입", "출"), ("강", "약"), ("장", "단"), ("다", "소"), ("양", "음"), ("친", "반"), ("선", "후"), ("능", "피"),
    ("과", "미"), ("구", "신"), ("합", "불"),  ("순", "역"), ("정", "부"), ("정", "역"), ("흡", "배"),
)  # fmt: skip


def _reduced(first: str, second: str) -> tuple[str, str]:
    """Return what two words have before their longest common ending."""
    end = 0
    while end < min(len(first), len(second)) and first[-1 - end] == second[-1 - end]:
        end += 1
    return first[: len(first) - end], second[: len(second) - end]


_OPPOSITES = frozenset(
    pair for one, two in _OPPOSITE_PREFIXES for pair in (_reduced(one, two), _reduced(two, one))
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
    if one and two or prefix not in _NEGATIVE_PREFIXES:
        return False
    return len(rest) >= (3 if prefix.isascii() else 2)


_UNKNOWN = frozenset(
    "모름 몰라 몰라요 모르겠다 모르겠어요 모르겠습니다 모르겠음 모르겠네 모릅니다 모른다 글쎄 글쎄요 패스 pass idk dontknow "
    "idontknow idonotknow ihavenoidea dunno noidea notsure iforgot forgot forget skip unknown 스킵 기억안남 기억이안남 기억안나 "
    "기억안나요 기억이안나 기억이안나요 생각안나 생각이안나 생각안남 까먹었다 까먹었어요 까먹음 잊었다 잊었어요 잊어버렸다 "
    "잊어버림 잘모르겠다 잘모르겠어요 잘모르겠습니다 잘모름 전혀모름 전혀모르겠다 전혀모르겠어요 하나도모르겠다 ㅁㄹ 몰랑 "
    "noclue iamnotsure imnotsure imnotsure idontremember icantremember cantremember dontremember nosé nose nolosé nolose "
    "jenesaispas weißnicht ichweißnicht weissnicht keineahnung わからない 分からない わかりません 知らない 知りません 不知道 "
    "답없음 노코멘트 포기 giveup igiveup tellme help 기권".split()
)


def is_unknown(squashed: str) -> bool:
    """Whether the squashed text says "I don't know"."""
    return (
        squashed in _UNKNOWN
        or squashed.replace("ㅠ", "").replace("ㅜ", "").replace("ㅋ", "") in _UNKNOWN
    )


_YES = frozenset(
    "yes yeah yep yup y 예 네 넵 응 그래 그렇다 그래요 그렇습니다 맞다 맞아 맞아요 맞습니다 true t 참 o ㅇ sí si oui ja はい да 옳다 있다".split()
)
_NO = frozenset(
    "no nope nah n 아니오 아니요 아뇨 아니 아니다 아닙니다 아니에요 아니야 틀리다 틀렸다 틀림 false f 거짓 x non nein いいえ нет 그르다 없다".split()
)
_AGREE_REST = frozenset(
    "it is isnt not does doesnt did didnt do dont was wasnt are arent were can cant will they he she that thats its sir 그렇다 그렇습니다 그렇지 않다 않습니다 않아요 맞다 맞아요 맞습니다 아니다 아닙니다".split()
)


def yes_or_no(loose_text: str) -> str:
    """Return `yes` or `no` for an answer that only says so, else an empty text."""
    words = loose_text.split()
    if not words or any(word not in _AGREE_REST for word in words[1:]):
        return ""
    side = "yes" if words[0] in _YES else "no" if words[0] in _NO else ""
    if len(words) > 1 and side:
        turned = any(word in _NEGATIONS or word.endswith("nt") for word in words[1:])
        if turned != (side == "no"):
            return ""
    return side


_HEDGE = re.compile(
    r"\s(?:or|oder|ou|o|또는|혹은|아니면|이거나|이나|나|내지|vs|versus|maybe|perhaps)\s|\?\s*(?=\w)|\s?/\s?|\s?\|\s?|또는|아니면|(?<=[가-힣])거나\s|;",
    re.I,
)
_SOFT_HEDGE = re.compile(r"(?<=[가-힣])(?:이나|나|이거나)\s+(?=[가-힣A-Za-z])")
_LISTING = re.compile(r"\s?[,、·;]\s?|\s(?:and|및|그리고|와|과|하고|랑|&)\s")


def candidates(text: str) -> tuple[str, ...]:
    """Return the answers a text offers side by side; one alone means it does not hedge."""
    parts = _HEDGE.split(text)
    if len(parts) == 1:
        parts = _SOFT_HEDGE.split(text)
    if len(parts) == 1:
        parts = _LISTING.split(text)
    kept = [part.strip(" ?!.,") for part in parts]
    return tuple(part for part in kept if part)
