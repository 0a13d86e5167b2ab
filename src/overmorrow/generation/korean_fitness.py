"""Knows which phrases of a Korean sentence could be no answer, whatever is asked."""

import re

from overmorrow.generation.korean_features import PERSON, PLACES, is_said_of_topic
from overmorrow.generation.korean_phrases import Phrase, quoted
from overmorrow.generation.korean_seen import Seen
from overmorrow.generation.word_lists import words_of

_NO_ANSWER = re.compile(
    r"[가이]? 아(?:닌|니라|니)|\s(?:판|덴|폰|드|데|디|반|빈|이븐|벤|엘|알|데르|델라) [가-힣]"
)
"""What something is not can be many things; and half of a name is no answer."""
_POINTED_AT = (" 이 ", " 그 ", " 이런 ", " 그런 ")
_POINTERS = words_of(
    "그전 그때 이때 그날 이날 그해 그곳 이곳 저곳 여기 거기 그것 이것 저것 그들 이들 그쪽 이쪽 "
    "얼마 며칠 전자 후자 그중 그다음 그사이 그동안"
)
"""What these stand for is told elsewhere."""
_CROSSES = re.compile(
    r"수[십백천만]|^[가-힣]\([^)]*\) 자|\s출신$|[:;]|^[^《]*》|《[^》]*$|^[^(]*\)|\([^)]*$"
)
"""What no answer holds: numbers that nobody counted, and marks that none reaches across."""
_MANNERS = re.compile(r"(?:적|째|껏|쯤|[가-힣]거리)$")
"""How nouns end that only say how or of what kind something is."""
_HOW = re.compile(
    r"(?:^|\s)(?:한데|한꺼번|다같이|제각각|(?:시간|분|초|사람|개|명|평|가구|인구)당)$"
)
"""Adverbs, and what something is counted by, which the tagging takes for nouns."""
_TONGUE = re.compile(r"[가-힣]+어|우리말|한자|한글")
"""In what tongue something is called so."""
_STATES = words_of(
    "위협 계기 탓 무료 유료 당연 필수 걸림돌 문제 과제 숙제 관건 대안 고민 변수 덕분 이유 원인 "
    "결과 셈 편 것 일 점 때 상태 정도 수준 예정 계획 방침 전망 상황 추세 방식 모양 마찬가지 "
    "사실 의미 뜻 목적 특징 장점 단점 매력 자랑"
)
"""What many things can be."""


def could_be_answer(seen: Seen, phrase: Phrase) -> bool:
    """Return whether a phrase says something that somebody could ask for.

    Args:
        seen: The sentence.
        phrase: The phrase.
    """
    checks = (_says_little, _is_torn, _holds_subject, _is_of_term)
    return (
        not any(check(seen, phrase) for check in checks)
        and _NO_ANSWER.match(seen.text, phrase.end) is None
    )


def _says_little(seen: Seen, phrase: Phrase) -> bool:
    """Return whether a phrase only leads to the next word, or is no more than a kind of thing.

    That is 알리바바 before 측, and 신조어 in 자주 하는 신조어다.
    """
    words = seen.text[phrase.start : phrase.end]
    is_pointed_at = words in _POINTERS or seen.text[: phrase.start].endswith(_POINTED_AT)
    if is_pointed_at or _MANNERS.search(words) or _CROSSES.search(words) or _HOW.search(words):
        return True
    if is_said_of_topic(seen, phrase):
        stem = seen.text[seen.words[phrase.last].start : phrase.end]
        if stem in _STATES or any(word.particle == "도" for word in seen.words[: phrase.first]):
            return True
        return phrase.has_modifier and phrase.first == phrase.last and not phrase.is_name
    if _TONGUE.fullmatch(words) and phrase.particle.startswith(("로", "으로")):
        return True
    after = seen.words[phrase.last + 1 : phrase.last + 2]
    return not phrase.particle and not phrase.comma and bool(after) and after[0].is_weak


_COUNT = re.compile(
    r"\d[\d,.]*[백천만억]*여? ?(?:곳|명|개|대|건|원|마리|가구|톤|채|도|퍼센트|%|시간|분|초|달러|엔|"
    r"위안|유로|리터|헥타르|평|층|(?:킬로|센티|밀리)?미터|(?:킬로)?그램|[ck]?m|k?g)"
)


def _is_torn(seen: Seen, phrase: Phrase) -> bool:
    """Return whether a phrase is half of a word, as 예술 of 예술의전당, or a number."""
    is_glued = _OF_WORD.match(seen.text, phrase.end) is not None
    return is_glued or _COUNT.fullmatch(seen.text, phrase.start, phrase.end) is not None


_OF_WORD = re.compile("의[가-힣]")
_LONGEST_TERM = 40
_SENTENCE = re.compile(r"[다요까죠라자네][.!?…]?$")


def _is_of_term(seen: Seen, phrase: Phrase) -> bool:
    """Return whether a phrase is a piece of the name of something in quotation marks."""
    return any(
        start <= phrase.start
        and phrase.end <= end
        and (start, end) != (phrase.start, phrase.end)
        and end - start <= _LONGEST_TERM
        and not _SENTENCE.search(seen.text, start, end)
        and is_called(seen.text, end)
        for start, end in quoted(seen.text)
    )


def is_called(sentence: str, end: int) -> bool:
    """Return whether words behind a term in quotation marks say that something is called so."""
    return _CALLED.match(sentence, end) is not None


_CALLED = re.compile(
    r"[”\"’'」』](?:(?:이?라는|란) (?:이름|별명|칭호|호칭|상표|말을 듣)|"
    r"(?:이?라|으로|로)(?:고도?)? (?:불|이름)|"
    r"(?:이?라)?고도? (?:한다|하며|부른|부르|불렀|불린|불리|이른|일컫))"
)


_FEWEST_WITH_SUBJECT = 2


def _holds_subject(seen: Seen, phrase: Phrase) -> bool:
    """Return whether the name of somebody within a phrase ends in the particle of a subject.

    That is 리코가 in 화학자 마지마 리코가 구조, where no tagging knows the name.
    """
    if phrase.last - phrase.first < _FEWEST_WITH_SUBJECT:
        return False
    words = [
        seen.text[word.start : word.stem_end] for word in seen.words[phrase.first : phrase.last + 1]
    ]
    at = next((at for at, word in enumerate(words) if PERSON.search(word)), len(words))
    return any(
        len(word) > 2 and word.endswith("가") and not PERSON.search(word)
        for word in words[at + 1 : -1]
    )


_RENAMES = re.compile(r"\S+에서 \S+(?:으로|로) (?:이름을 )?(?:바꾸|바꿨|바뀌|고치|고쳤|변경|개칭)")
"""From one name to another."""


def is_clumsy_in_place(seen: Seen, phrase: Phrase) -> bool:
    """Return whether a phrase hardly lets itself be asked for in its place.

    That is the second of two names, the one behind 자기, the book in which something stands,
    what something begins with, and an office that acts.
    """
    answer = seen.text[phrase.start : phrase.end]
    before = seen.words[phrase.first - 1] if phrase.first else None
    is_second = before is not None and (before.joins or _OWN.match(seen.text, before.start))
    is_book = _BOOK.match(seen.text, phrase.end) is not None
    is_thing = not phrase.is_name and not PLACES.search(answer)
    is_source = is_thing and _BEGINS.match(seen.text, phrase.end) is not None
    is_office = phrase.particle in ("이", "가") and _OFFICE.search(answer) is not None
    is_clumsy = is_second or is_book or is_source or is_office
    return bool(is_clumsy or _RENAMES.search(seen.text, phrase.start))


_BOOK = re.compile("[》』」〉]에서")
_OFFICE = re.compile(
    r"[가-힣](?:부|청|처|위원회|협회|은행|본부|재단|공사|공단|학회|법원|국회|연구소|연구원|연구팀|시|군|구)$"
)
"""How what acts in somebody's name ends, of which nobody asks by what."""
_BEGINS = re.compile(r"에서 (?:시작|비롯|유래|출발|나왔|나온|따)")
_OWN = re.compile(r"(?:자기|자신의) ")
