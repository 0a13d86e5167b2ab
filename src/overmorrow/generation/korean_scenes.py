"""Knows what a Korean sentence has just brought before its reader, so that the next can name it."""

import re
from collections.abc import Sequence

from overmorrow.generation.korean_clauses import Clause
from overmorrow.generation.korean_phrases import Phrase
from overmorrow.generation.korean_words import Role, Word
from overmorrow.generation.korean_worth import GENERIC

_APPEARS = re.compile(
    r"(?:나온다|나옵니다|보인다|보입니다|나타난다|나타납니다|펼쳐진다|펼쳐집니다|만난다|"
    r"(?:서|들어서|남아|자리 ?잡고|자리하고) ?있(?:다|습니다|었다)|자리 ?(?:잡|하)\S*다|들어섰다|"
    r"있다|있습니다|있었다|생겼다|열렸다|기다린다|반긴다)[.…]*$"
)
"""How sentences end that show what their subject is: 동국사가 나온다."""
_GOES = re.compile(
    r"(?:(?:으로|로)\s(?:간다|가자|가 ?보자|갑니다|향한다|향하자|향했다|갔다|잡는|옮긴다|"
    r"옮기자|옮겼다)|"
    r"[을를]\s(?:권한다|추천한다|찾는다|찾자|찾으면|찾았다|들른다|둘러본다|둘러보자))"
)
"""Behind a place these take the reader to it: 이성당으로 가자."""
_COMES = re.compile(r"(?:나온다|나옵니다|보인다|보입니다|나타난다|나타납니다|반긴다)[.…]*$")
"""How sentences end that show something by its name, however that is tagged."""
_NAMED = re.compile(
    r"[가-힣]{2}(?:부두|마을|시장|거리|공원|다리|광장|박물관|미술관|등대|해변|전망대|유적지|"
    r"사당)$"
)
"""How words end that are names of places, also where nobody tagged them so."""
_LONGEST = 15


def shown_in(
    sentence: str, words: Sequence[Word], found: Sequence[Phrase], parts: Sequence[Clause]
) -> str:
    """Return what a sentence does no more than show; nothing if it says something else.

    Args:
        sentence: The sentence.
        words: Its words.
        found: Its phrases.
        parts: Its clauses.
    """
    for phrase in found:
        if _GOES.match(sentence, phrase.end) and _is_telling(sentence, words, phrase):
            return sentence[phrase.start : phrase.end]
    presented = _presented(sentence, words, found, parts)
    if presented:
        return presented
    last = parts[-1] if parts else None
    are_many = sum(each.subject is not None for each in parts) > 1
    if last is None or are_many or not _APPEARS.search(sentence):
        return ""
    subject = next((each for each in found if each.last == last.subject), None)
    if subject is None or not _is_telling(sentence, words, subject):
        return ""
    says_more = any(
        word.role in (Role.ADNOMINAL, Role.LINK) for word in words[subject.last + 1 : -2]
    )
    has_topic = last.topic is not None and words[last.topic].particle in ("은", "는")
    is_where = has_topic and sentence[: words[last.topic or 0].end].endswith(("에는", "에서는"))
    return (
        "" if says_more or (has_topic and not is_where) else sentence[subject.start : subject.end]
    )


def _presented(
    sentence: str, words: Sequence[Word], found: Sequence[Phrase], parts: Sequence[Clause]
) -> str:
    """Return the name that a sentence only describes: 가장 큰 염전인 달빛염전이다."""
    whole = found[-1] if found else None
    has_other = any(each.topic is not None or each.subject is not None for each in parts)
    if whole is None or has_other or whole.last != len(words) - 1 or not whole.is_copula:
        return ""
    before = words[whole.first - 1] if whole.first else None
    is_described = before is not None and before.is_copula and before.role is Role.ADNOMINAL
    return sentence[whole.start : whole.end] if is_described else ""


def _is_telling(sentence: str, words: Sequence[Word], phrase: Phrase) -> bool:
    """Return whether a phrase says enough of what it stands for, without the words around it."""
    name = sentence[phrase.start : phrase.end]
    last = words[phrase.last]
    head = sentence[last.start : last.stem_end]
    is_long = len(name) > 2 and name not in GENERIC and head not in GENERIC
    is_joined = phrase.first > 0 and words[phrase.first - 1].joins
    is_alone = phrase.first == phrase.last and _COMES.search(sentence) is not None
    is_named = phrase.is_name or is_alone or _NAMED.search(name) is not None
    return is_named and is_long and len(name) <= _LONGEST and not is_joined
