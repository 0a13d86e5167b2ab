"""Says of whom or what a Korean sentence speaks, where it does not say so itself."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from overmorrow.generation.korean_candidates import Candidate
from overmorrow.generation.korean_carried import RELATIVES
from overmorrow.generation.korean_clauses import Clause
from overmorrow.generation.korean_phrases import PERSON_NOUN, Phrase
from overmorrow.generation.korean_pronouns import has_pronoun
from overmorrow.generation.korean_seen import Seen
from overmorrow.generation.korean_words import Role, Word
from overmorrow.generation.korean_worth import GENERIC, RELATIONS
from overmorrow.generation.pointers import points_away
from overmorrow.generation.proposal import Doubt
from overmorrow.generation.word_lists import words_of
from overmorrow.messages import particle

_BECAUSE = re.compile(
    r"(?:때문|덕분|탓|까닭|기 위해서?|기 위함)"
    r"(?:이다|입니다|이었다|였다|다|이란다|이라고 (?:한|했)다|이라는 것이다)?[.…]*$"
)
_TELLS_WHAT = re.compile(
    r" (?:숫자|수치|결과|금액|기록|말|뜻|까닭|이유|값|비율|거리|덕)(?:다|이다|였다|이었다)[.…]*$"
    r"| 지 [^\s,]+(?: [^\s,]+)? 만(?:이다|이었다|입니다|이었습니다|의 일이다|의 일이었다)[.…]*$"
)
"""How sentences end that say where what was told before is from, or how long after it was."""
_FEW_WORDS = 4


_SECTIONS = words_of(
    "개요 역사 현대 고대 중세 근대 어원 명칭 이름 특징 특성 구조 종류 분류 생태 영향 평가 결과 "
    "원인 배경 과정 경과 전개 지리 위치 기후 문화 경제 사회 정치 교통 인구 생애 업적 사상 "
    "활동 작품 유래 기원 발견 발전 쓰임새 용도 이용 재료 제작 형태 서식 분포 의의 논란 "
    "그밖에 기타 설립 창건 건축 운영 현황 전망 소개 정의 개념 원리 응용 "
    "기록 보존 규격 유물 유산 구성 방식 제도 변화 반환"
)
"""Headings that name a part of any article and nothing in it, or end so."""
_JOINED = re.compile(r"[가-힣](?:와|과|은|는|의|을|를|이|가|에|에서|있는) ")
"""A heading of several words that is no name."""


class Lead(NamedTuple):
    """What a prompt begins with."""

    text: str = ""
    doubts: tuple[Doubt, ...] = ()
    is_sentence: bool = False
    """Whether it is the sentence before."""
    is_told: bool = False
    """Whether it is what the paragraph has come to speak of, and not what the article is about."""
    is_apart: bool = False
    """Whether the sentence before was left out, as it speaks of something else."""


_LOST = Lead("그는 ")
"""What makes of a clause a prompt that nobody understands, and that is dropped for it."""


def lead(seen: Seen, clause: Clause, candidate: Candidate, subject: str) -> Lead:
    """Return what a clause needs before it to be understood alone.

    That is its topic, taken from an earlier clause or sentence; the sentence before,
    where it answers or explains that one; or else in brackets what the article is about.

    Args:
        seen: The sentence.
        clause: The clause of it.
        candidate: The answer, which must not be given away.
        subject: What the whole article is about.
    """
    answer = seen.text[candidate.start : candidate.end]
    text = seen.text[seen.words[clause.first].start : seen.words[clause.last].end]
    section = seen.carried.section
    is_name = section.split(" ")[-1] not in _SECTIONS and not _JOINED.search(section)
    named = section if is_name and (seen.carried.is_section_named or not subject) else ""
    told = _told(seen, clause, subject)
    names = (seen.carried.head, named, seen.carried.scene, told, seen.carried.caption, subject)
    label = _label((*names, section if is_name else ""), answer, text)
    label = label._replace(is_told=bool(told) and label.text == f"[{told}] ")
    is_told = clause.topic is None and _TELLS_WHAT.search(seen.text) is not None
    if is_told or _BECAUSE.search(seen.text) or _is_reply(seen) or candidate.is_numbered:
        is_bare = clause.topic is None and clause.subject is None and not candidate.is_numbered
        return _sentence_before(seen, answer, label) or (_LOST if is_bare else label)
    if seen.carried.person and has_pronoun(
        seen.text[: seen.words[clause.last].end], seen.words[clause.first].start
    ):
        return Lead("", (Doubt.CARRIED,))
    if clause.topic is None and (clause.subject is None or _is_amount(seen, clause.subject)):
        return _without_subject(seen, clause, candidate, label, subject)
    if _names_its_topic(seen, clause, candidate):
        is_of_title = label.text in (f"[{subject}] ", f"[{seen.carried.caption}] ")
        is_others = not seen.is_on_subject and not seen.carried.hero
        is_far = is_of_title and is_others and _is_known_by_name(seen, clause)
        return Lead() if is_far else label
    is_about = _is_of_article(seen, label, subject)
    is_named = seen.carried.head or _names_scene(seen, label) or is_about
    if is_named or not _is_loose(seen, clause, candidate):
        return label
    before = _leaning(seen, answer, label)
    says_much = clause.topic is not None or clause.last - clause.first >= _FEW_WORDS
    is_apart = says_much and before.is_sentence and not _shares_noun(seen, clause, candidate)
    return label._replace(is_apart=True) if label.text and is_apart else before


def _told(seen: Seen, clause: Clause, subject: str) -> str:
    """Return the thing that a paragraph has come to speak of, where the article is of another."""
    told = seen.carried.told
    is_same = subject.endswith(told) or (bool(subject) and told.endswith(subject))
    is_person = told in seen.carried.people or told == seen.carried.person
    places = (clause.topic, clause.subject)
    has_name = any(each.is_name for each in seen.phrases if each.last in places)
    is_of_life = bool(seen.carried.hero) and clause.topic is None
    is_of_other = any(
        each.has_modifier and seen.words[each.first - 1].is_name
        for each in seen.phrases
        if each.last in places
    )
    is_unfit = is_same or is_person or has_name or is_of_life or is_of_other
    is_unfit = is_unfit or _is_relative(seen, clause) or _PEOPLE.search(told) is not None
    return "" if is_unfit else told


_PEOPLE = re.compile(r" 씨$|들$")
"""What ends so is no thing that has parts."""


def _is_relative(seen: Seen, clause: Clause) -> bool:
    """Return whether a clause speaks of somebody's wife or friend, who are no thing's."""
    if clause.topic is None:
        return False
    topic = seen.words[clause.topic]
    return seen.text[topic.start : topic.stem_end] in RELATIVES


def _is_amount(seen: Seen, place: int) -> bool:
    """Return whether a word only says how many: 170장이."""
    return any(each.start <= seen.words[place].start < each.end for each in seen.amounts)


def _is_of_article(seen: Seen, label: Lead, subject: str) -> bool:
    """Return whether a label is what the article is about, of which alone was spoken until now."""
    told = (f"[{subject}] ", f"[{seen.carried.caption}] ")
    return seen.carried.is_about and label.text in told


def _names_scene(seen: Seen, label: Lead) -> bool:
    """Return whether a label is what the paragraph has just brought before the reader."""
    return bool(seen.carried.scene) and label.text == f"[{seen.carried.scene}] "


def _leaning(seen: Seen, answer: str, label: Lead) -> Lead:
    """Return the sentence before as what a clause begins with, or else an unsure label."""
    unsure = label._replace(doubts=(Doubt.NO_SUBJECT,))
    return _sentence_before(seen, answer, label) or unsure


def _shares_noun(seen: Seen, clause: Clause, candidate: Candidate) -> bool:
    """Return whether a clause speaks of what the sentence before it did, or of its parts."""
    if _GOES_ON.match(seen.text, seen.words[clause.first].start):
        return True
    stems = [
        seen.text[word.start : word.stem_end]
        for word in _words(seen, clause)
        if word.role is Role.NOUN and not candidate.start <= word.start < candidate.end
    ]
    before = {found[0] for found in _STEM.finditer(seen.previous)}
    told = before | {word[:-1] for word in before} | {word[:-2] for word in before}
    return any(stem in RELATIONS or (stem in told and stem not in GENERIC) for stem in stems)


def _without_subject(
    seen: Seen, clause: Clause, candidate: Candidate, label: Lead, subject: str
) -> Lead:
    """Return what a clause needs that does not say of what it speaks."""
    answer = seen.text[candidate.start : candidate.end]
    if seen.carried.is_lost and not _earlier_topic(seen, clause):
        return _LOST
    found = None if clause.subject is not None else _topic_before(seen, clause, answer, label)
    if found or (seen.carried.head and label.text):
        return found or label
    if _names_scene(seen, label):
        scene = seen.carried.scene
        is_what = seen.carried.is_shown and seen.words[clause.last].is_copula
        text = f"{scene}{particle(scene, '은', '는')} " if is_what else label.text
        return Lead(text, (Doubt.CARRIED,))
    if _says_what(seen, clause) or _is_ordinal(seen, clause):
        return _sentence_before(seen, answer, label) or _LOST
    known = _hero(seen, clause, label, answer)
    if not known and _is_of_article(seen, label, subject):
        known = label._replace(doubts=(Doubt.CARRIED,))
    return known or _leaning(seen, answer, label)


def _says_what(seen: Seen, clause: Clause) -> bool:
    """Return whether a clause only says what the sentence before it told of: 받는 조건이었다."""
    last = seen.words[clause.last]
    noun = seen.text[last.start : last.stem_end]
    is_described = seen.words[clause.last - 1].role is Role.ADNOMINAL
    return last.is_copula and is_described and PERSON_NOUN.search(noun) is None


_ORDINAL = re.compile(r"(?:번째|최초의|유일한|첫) \S+$")


def _is_ordinal(seen: Seen, clause: Clause) -> bool:
    """Return whether a clause says the how manieth of what was told before: 두 번째 수상자였다."""
    last = seen.words[clause.last]
    return last.is_copula and _ORDINAL.search(seen.text, 0, last.end) is not None


def _hero(seen: Seen, clause: Clause, label: Lead, answer: str) -> Lead | None:
    """Return the person that the article is about, where the last sentence was about no other.

    A father may have the surname of the hero, and be asked for.
    """
    hero = seen.carried.hero
    is_kin = not label.text and answer not in hero and hero not in seen.text and hero not in answer
    is_shown = is_kin or label.text == f"[{hero}] "
    if not hero or seen.carried.person != hero or not is_shown:
        return None
    may_differ = seen.words[clause.last].is_copula or _has_topic(seen, clause)
    text = label.text if may_differ else f"{hero}{particle(hero, '은', '는')} "
    return Lead(text, (Doubt.CARRIED,))


def _is_loose(seen: Seen, clause: Clause, candidate: Candidate) -> bool:
    """Return whether a clause speaks of something that only the sentence before says whose it is.

    That is the price in 가격은 1,700원이다.
    """
    place = clause.topic if clause.topic is not None else clause.subject
    phrase = next((each for each in seen.phrases if each.last == place), None)
    if phrase is None or phrase.has_modifier:
        return phrase is None
    last = seen.words[phrase.last]
    if phrase.first != phrase.last and seen.text[last.start : last.stem_end] not in RELATIONS:
        return False
    if _STANDS_ALONE.search(seen.text[phrase.start : phrase.end]):
        return False
    return not (candidate.start < phrase.end and phrase.start < candidate.end)


_STANDS_ALONE = re.compile(
    r"^(?:정부|경찰|검찰|업계|당국|국회|법원|대법원|언론|학계|여당|야당|군|유엔|천문학자들|"
    r"과학자들|학자들|연구진|연구팀|전문가들|사람들|주민들)$|[가-힣]{2}(?:청|부|처|위원회|협회|시청|구청|군청)$"
)
"""Whom or what everybody knows without the sentence before."""
_GOES_ON = re.compile(r"(?:그동안|그사이|이어|다시|나머지|반면|[\d가-힣]+ (?:뒤|후)[,에 ])")
"""At the beginning of a clause these go on from the sentence before."""
_STEM = re.compile("[가-힣A-Za-z]+")
_SHORTEST_BEFORE, _LONGEST_BEFORE = 12, 90


_HALF_SAID = re.compile(
    r"(?:[다라자냐]는 (?:것이다|뜻이다|말이다)|기 위해서(?:였다|다)|때문이란다|"
    r"(?<![다라자냐])며 (?:말했|웃었|물었|답했|대답했|덧붙였|귀띔했|되물었)(?:다|습니다))[.]?$"
    r"|^[“\"][^”\"]{12,}"
)
"""How sentences end that themselves need the one before, and what begins with somebody's words."""


def _sentence_before(seen: Seen, answer: str, label: Lead) -> Lead | None:
    """Return the sentence before as what a prompt begins with, if it is of use there."""
    before = seen.previous
    is_fit = _SHORTEST_BEFORE <= len(before) <= _LONGEST_BEFORE
    if not is_fit or answer in before or points_away(before) or _HALF_SAID.search(before):
        return None
    text = "" if label.is_told or label.text[1:-2] in before else label.text
    return Lead(f"{text}{before} ", (Doubt.CARRIED,), is_sentence=True)


def sentence_before(seen: Seen, candidate: Candidate, found: Lead) -> Lead | None:
    """Return the sentence before as what a prompt begins with, if it is of use there.

    Args:
        seen: The sentence.
        candidate: The answer, which must not be given away.
        found: What the prompt would begin with else; a label in brackets is kept.
    """
    label = found if found.text.startswith("[") and found.text.endswith("] ") else Lead()
    return _sentence_before(seen, seen.text[candidate.start : candidate.end], label)


def _topic_before(seen: Seen, clause: Clause, answer: str, label: Lead) -> Lead | None:
    """Return the topic that an earlier clause or sentence gives, if it gives one."""
    earlier = _earlier_topic(seen, clause)
    if earlier and not _gives_away(answer, earlier):
        is_name = any(each.is_name for each in _topics(seen))
        is_said = is_name or label.text[1:-2] in earlier
        return Lead(earlier if is_said else label.text + earlier)
    topic = "" if _has_topic(seen, clause) else seen.carried.topic
    text = seen.text[seen.words[clause.first].start :]
    may_differ = seen.words[clause.last].is_copula and topic != seen.carried.head
    if topic and topic not in text and not may_differ and not _gives_away(answer, topic):
        return Lead(f"{topic}{particle(topic, '은', '는')} ", (Doubt.CARRIED,))
    return None


def _label(labels: Iterable[str], answer: str, text: str) -> Lead:
    """Return the first name that says more and does not give the answer away, in brackets."""
    for label in labels:
        if label and label not in text and not _gives_away(answer, label):
            return Lead(f"[{label}] ")
    return Lead()


def _gives_away(answer: str, text: str) -> bool:
    """Return whether a text holds the answer, what its last word says, or only a part of it."""
    last = answer.rsplit(maxsplit=1)[-1]
    return answer in text or text.strip() in answer or (len(last) > 1 and last in text)


def _is_reply(seen: Seen) -> bool:
    """Return whether a sentence answers the question before it: 현재 743만명."""
    has_verb = any(word.role is Role.FINAL for word in seen.words)
    return seen.previous.endswith("?") and not has_verb and len(seen.words) <= _FEW_WORDS


def _names_its_topic(seen: Seen, clause: Clause, candidate: Candidate) -> bool:
    """Return whether a name beside the answer is what the clause speaks of."""
    places = (clause.subject if clause.topic is None else clause.topic,)
    return any(
        phrase.is_name and not (candidate.start < phrase.end and phrase.start < candidate.end)
        for phrase in seen.phrases
        if phrase.last in places
    )


def _is_known_by_name(seen: Seen, clause: Clause) -> bool:
    """Return whether the name that a clause speaks of says enough: no letters, no second of two."""
    return any(
        _HANGUL_NAME.match(seen.text, phrase.start, phrase.end) is not None
        and not (phrase.first and seen.words[phrase.first - 1].joins)
        for phrase in seen.phrases
        if phrase.last == clause.topic
    )


_HANGUL_NAME = re.compile("[가-힣]{2}")


def _topics(seen: Seen) -> Iterable[Phrase]:
    """Yield what the clauses of a sentence speak of."""
    places = {place for each in seen.clauses for place in (each.topic, each.subject)}
    return (each for each in seen.phrases if each.last in places)


def _words(seen: Seen, clause: Clause) -> Sequence[Word]:
    return seen.words[clause.first : clause.last + 1]


def _has_topic(seen: Seen, clause: Clause) -> bool:
    """Return whether a clause has a topic, even one that is no noun of its own: 제너는."""
    return any(
        word.particle in ("은", "는", "도")
        or (
            word.particle.endswith("는") and not _WHEN.search(seen.text[word.start : word.stem_end])
        )
        for word in _words(seen, clause)
        if word.role is Role.NOUN
    )


_WHEN = re.compile(
    r"\d|최근|현재|당시|지금|요즘|오늘날|이후|처음|나중|옛날|예전|이전|초기|말기|때$"
)


def _is_he(word: str) -> bool:
    return word in ("그는", "그가", "그녀는", "그녀가")


def _earlier_topic(seen: Seen, clause: Clause) -> str:
    """Return the topic, or else the subject, that an earlier clause of the sentence names."""
    for earlier in reversed([each for each in seen.clauses if each.last < clause.first]):
        if _has_topic(seen, clause):
            break
        if any(_is_he(seen.text[word.start : word.end]) for word in _words(seen, earlier)):
            person = seen.carried.person or "그"
            return f"{person}{particle(person, '은', '는')} "
        for place in (earlier.topic, earlier.subject):
            phrase = next((each for each in seen.phrases if each.last == place), None)
            if phrase:
                start = next(
                    (each.start for each in seen.lists if each.start <= phrase.start < each.end),
                    phrase.start,
                )
                before = seen.words[phrase.first - 1] if phrase.first else None
                if before is not None and before.particle == "의":
                    start = before.start
                return f"{seen.text[start : phrase.end]}{phrase.particle} "
    return ""
