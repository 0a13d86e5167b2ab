"""What speaks for and against asking for a Korean phrase, as `korean_worth` weighs it."""

import re

from overmorrow.generation.korean_answers import Core
from overmorrow.generation.korean_glosses import GLOSS
from overmorrow.generation.korean_lists import COUNTRIES
from overmorrow.generation.korean_phrases import KOREAN_NAME, Phrase, quoted
from overmorrow.generation.korean_seen import Seen
from overmorrow.generation.korean_words import Role
from overmorrow.generation.korean_worth import GENERIC, part

PERSON = re.compile(
    r"(?:사람|인들|자들|객|꾼|생들|[^할확원요공본]인|"
    r"[^의글숫한투피문판상모과액탁박격입원분전양유감정사주이흑적십]자"
    r"|[^공병학동자지전차후]원|아이들|여성|남성|학생|소년|소녀|어머니|아버지)$"
)
"""How words end that say who."""
PLACES = re.compile(
    r"(?:시|[경충전제]도|군|구|읍|면|[가-힣]동|성|주|국|섬|강|산|역|항|공항|대학|대학교|"
    r"학교|병원|시장|거리|광장|궁|도시|호텔|본사|지방|지역|마을"
    r"|센터|공장|연구소|박물관|미술관|극장|교회|성당|사원|건물|회사|나라|국가|바다|해|평야|"
    r"고원|반도|대륙|사막|호|만)$"
)
"""How words end that say where."""
_NAMES_IT = re.compile(
    r"[’'”\"」』》]?(?:이?라는|이?란\s|(?:이?라|으?로)고?도?\s?(?:한다|하며|하고|하였|했|"
    r"부르|불리|불렀|불린|부른|칭))"
)
"""What stands behind a term that a sentence says the name of."""
TELLS = re.compile(
    r"[”\"’']\s?(?:이?라고|이?라며|고|며)\s[^“\"]{0,20}(?:했|말|밝|설명|전|지적|강조|덧붙|"
    r"토로|주장|당부)"
)
"""A sentence that tells what somebody said."""
_IS_THERE = re.compile(
    r"(?:있다|있습니다|있어요|있었다|보인다|보입니다|나온다|나옵니다|펼쳐진다|눈길을 끈다|"
    r"반긴다|가득하다|[가-힣]여 있었을 뿐이다)[.…]*$"
)
_MEANS = re.compile(r"[’'”\"」』](?:이?라는|을|를) (?:뜻|의미|말)")
"""Behind the words that say what a name means, of which each is only a piece."""
_FEW_WORDS = 7
"""A sentence of so few that says no more than that something is there."""
_NEAR = 4
"""So few characters stand between a noun and the number that measures it."""


def features_of(seen: Seen, phrase: Phrase, core: Core, subject: str) -> tuple[str, ...]:
    """Return what speaks for and against asking for a phrase."""
    answer = seen.text[core.start : core.end]
    head = seen.text[seen.words[phrase.last].start : core.end] or answer
    gloss = GLOSS.match(seen.text, core.end)
    after = gloss.end() if gloss else phrase.end
    claims = {
        "phrase": True,
        part(phrase, is_predicate=is_said_of_topic(seen, phrase)): True,
        "name": phrase.is_name,
        f"name as {part(phrase, is_predicate=is_said_of_topic(seen, phrase))}": phrase.is_name,
        "three letters": len(answer) == 3 and not phrase.is_name,
        "six letters": 5 <= len(answer) <= 6,
        "modified": phrase.has_modifier,
        "counted": phrase.is_counted,
        "item": any(each.start <= phrase.start < each.end for each in seen.lists),
        "generic": head in GENERIC or answer in GENERIC,
        "article's subject": answer == subject,
        "glossed": gloss is not None,
        "person": core.is_person or PERSON.search(answer) is not None,
        "titled": core.is_person,
        "someone": any(name == answer for _, name in seen.people),
        "korean name": phrase.is_name and KOREAN_NAME.fullmatch(answer) is not None,
        "defined": _is_defined(seen, phrase),
        "speaker": _is_of_speaker(seen, phrase, is_person=core.is_person),
        "in quotation": any(start <= core.start < end for start, end in quoted(seen.text)),
        "piece of meaning": any(
            start <= core.start < end
            and (start, end) != (core.start, core.end)
            and _MEANS.match(seen.text, end)
            for start, end in quoted(seen.text)
        ),
        "named so": _NAMES_IT.match(seen.text, after) is not None,
        "bare being": len(seen.words) <= _FEW_WORDS
        and not seen.amounts
        and _IS_THERE.search(seen.text) is not None,
        "role": phrase.particle in ("은", "는")
        and phrase.has_modifier
        and seen.words[-1].is_copula,
        "one of several": phrase.particle in ("나", "이나")
        or (phrase.first > 0 and seen.words[phrase.first - 1].particle in ("나", "이나")),
        "country of person": phrase.particle == "의" and answer in COUNTRIES,
        "before amount": any(
            0 < each.start - phrase.end <= _NEAR for each in seen.amounts if not phrase.particle
        ),
        "place": PLACES.search(answer) is not None,
        "one letter": len(answer) == 1 and not phrase.is_name,
        "two letters": len(answer) == 2 and not phrase.is_name,
        "long": len(answer) >= 7,
        "two words": phrase.last == phrase.first + 1,
        "three words": phrase.last > phrase.first + 1,
    }
    return tuple(name for name, holds in claims.items() if holds)


_SAYS = re.compile(
    r"(?:다|라|냐|자)고 (?:말했|대답했|답했|설명했|귀띔했|알려|들려|했)(?:다|습니다|어요)[.…]*$"
)


def _is_of_speaker(seen: Seen, phrase: Phrase, *, is_person: bool) -> bool:
    """Return whether a phrase says who said the words that the sentence tells."""
    if not TELLS.search(seen.text):
        return is_person and phrase.particle in ("은", "는") and bool(_SAYS.search(seen.text))
    return phrase.particle in ("은", "는", "이", "가") or is_before_quotation(seen.text, phrase.end)


def is_before_quotation(sentence: str, end: int) -> bool:
    """Return whether something stands where a sentence says whose words it is going to tell."""
    begins = re.search('[“"]', sentence)
    return TELLS.search(sentence) is not None and bool(begins and end <= begins.start())


def is_said_of_topic(seen: Seen, phrase: Phrase) -> bool:
    """Return whether a phrase is what its sentence says its topic is."""
    is_last = phrase.last == len(seen.words) - 1
    return is_last and (phrase.is_copula or not phrase.particle)


_DEFINES = re.compile(
    r"(?:뜻|의미|말|가리|지칭|일컫|부르|칭)(?:한다|했다|하며|하고|킨다|는다|른다|한)[.…]*$"
)


def _is_defined(seen: Seen, phrase: Phrase) -> bool:
    """Return whether a sentence says what its topic is, so that it can be asked the other way."""
    if phrase.particle not in ("은", "는", "이란", "란") or TELLS.search(seen.text):
        return False
    last = seen.words[-1]
    says_what = last.is_copula or (last.role is Role.NOUN and not last.particle)
    return (says_what or bool(_DEFINES.search(seen.text))) and len(seen.clauses) == 1
