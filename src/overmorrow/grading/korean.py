"""Korean particles, copula and polite endings: what may stand behind an answer for nothing."""

from functools import lru_cache

from overmorrow.grading.hangul import SYLLABLE
from overmorrow.grading.vocabulary import words_of

_AFTER_CONSONANT = words_of(
    """
    은 이 을 과 으로 이나 이라 이라고 이라는 이라고요 이에요 이어요 이었다 이었습니다
    이었어요 이며 이고 이지 이다 이야 이란 이랑 이죠 이지요 이네 이네요 이군 이군요 이거든
    이거든요 이었음 임 인 이니까 이라서 이므로 이든 이던 이요 이었지 이었던 이라네 이잖아
    이잖아요 인데 인데요 일걸 이겠지 이올시다 으로서 으로써 으로부터 이었죠 이예요 이구나 아
    이라며 이랍니다 이래 이래요 이여
    """
)
_AFTER_VOWEL = words_of(
    """
    는 가 를 와 로 나 라 라고 라는 라고요 예요 여요 였다 였습니다 였어요 며 고 지 다 야 란
    랑 죠 지요 네 네요 군 군요 거든 거든요 였음 니까 라서 므로 든 던 였지 였던 라네 잖아
    잖아요 로서 로써 로부터 였죠 구나 라며 랍니다 래 래요 여
    """
)
_ANYWHERE = words_of(
    """
    에 에서 에게 에게서 에는 에서는 에도 에서도 의 도 만 부터 까지 보다 처럼 께서 께 한테
    하고 뿐 마다 조차 밖에 대로 같은 입니다 이다 이에요 예요 에요 이요 요 임 이었다 였다
    이었습니다 였습니다 이었어요 였어요 이었음 였음 인데 인데요 인가 인가요 일 인 일까
    입니까 이죠 이지 이고 이며 님 씨 들 들은 들이 들을 쪽 라는것 라고함 라고한다 라고합니다
    라고 이라고 이라고한다 하다 한다 했다 합니다 했습니다 함 하는 하기 하였다 하였습니다
    해요 했어요 했음 하는것 하여 해서 하게 한 할 해 하며 되다 된다 되었다 됐다 됩니다
    되었습니다 됨 돼요 되는 됐어요 시키다 시킨다 스럽다 롭다 에서의 로의 으로의 에의 를뜻함
    을뜻함 를의미함 을의미함 임다 입니당 이에용 이욤 염 욥 였지롱
    """
)
_BATCHIM = 28


_CONSONANT_ENDINGS = _AFTER_CONSONANT | _ANYWHERE
_VOWEL_ENDINGS = _AFTER_VOWEL | _ANYWHERE
_ALL_ENDINGS = _CONSONANT_ENDINGS | _VOWEL_ENDINGS
_LONGEST = max(map(len, _ALL_ENDINGS))


def ends_in_consonant(word: str) -> bool:
    """Whether a Hangul word's last syllable has a final consonant."""
    return "가" <= word[-1:] <= "힣" and (ord(word[-1]) - ord("가")) % _BATCHIM != 0


def is_ending(tail: str, word: str) -> bool:
    """Whether `tail` may stand behind `word` as a particle, copula or polite ending."""
    if not "가" <= word[-1:] <= "힣":
        return tail in _ALL_ENDINGS
    if tail in ("로", "로서", "로써", "로부터") and (ord(word[-1]) - ord("가")) % _BATCHIM == 8:
        return True
    return tail in (_CONSONANT_ENDINGS if ends_in_consonant(word) else _VOWEL_ENDINGS)


@lru_cache(maxsize=1024)
def stems(token: str) -> tuple[str, ...]:
    """Return the token and what is left of it without one or two endings, longest first."""
    found = [token]
    if not SYLLABLE.search(token[-1:]):
        return tuple(found)
    for word in (token, None):
        for base in [word] if word else found[1:]:
            for cut in range(1, min(_LONGEST, len(base) - 1) + 1):
                stem = base[:-cut]
                if is_ending(base[-cut:], stem) and stem not in found:
                    found.append(stem)
    return tuple(found)


_PREDICATE_ENDS = (
    "다",
    "요",
    "음",
    "함",
    "임",
    "됨",
    "까",
    "죠",
    "지",
    "네",
    "야",
    "해",
    "어",
    "아",
    "던",
    "었",
    "있",
)


def is_predicate(token: str) -> bool:
    """Whether the token looks like a Korean verb at the end of a sentence."""
    return len(token) >= 2 and token.endswith(_PREDICATE_ENDS[:8])
