"""What the sentences before tell a Korean sentence: of whom it speaks, and when."""

import re
from collections.abc import Container, Iterable, Sequence
from typing import NamedTuple

from overmorrow.generation.korean_clauses import Clause
from overmorrow.generation.korean_edits import Edit
from overmorrow.generation.korean_lists import COUNTRIES
from overmorrow.generation.korean_phrases import (
    KOREAN_NAME,
    PERSON_NOUN,
    Phrase,
    names_thing,
    person_in,
)
from overmorrow.generation.korean_pronouns import could_be_person, full_names, pronoun_edits
from overmorrow.generation.korean_scenes import shown_in
from overmorrow.generation.korean_times import (
    Relative,
    as_dates,
    days_in,
    that_time,
    year_before_month,
    years_in,
)
from overmorrow.generation.korean_words import Role, Word
from overmorrow.generation.korean_worth import GENERIC, RELATIONS
from overmorrow.generation.word_lists import words_of

_LOOKS_BACK = re.compile(
    r"그(?= 유명한)\s|(?<![가-힣])[이그]보다 (?:앞선|앞서|먼저|나중인|늦은|이른)\s"
)
_QUOTATION = re.compile(r"[“\"‘「『][^”\"’'」』]*[”\"’'」』]")
_TITLE = re.compile(r"《[^《》]{1,40}》|『[^『』]{1,40}』")
_HOME = re.compile(
    r"(?<![가-힣])(한국|북한|중국|일본|미국|영국|독일|프랑스|인도|러시아|대만|베트남) 국내"
)


class Carried(NamedTuple):
    """What is known before a sentence."""

    paragraph: int = -1
    home: str = ""
    """The country that 국내 means, where the article says so somewhere."""
    caption: str = ""
    """What a headline says the article is about, where a name alone would say too little."""
    topic: str = ""
    """The name that was spoken of until now, and of which a sentence without a topic speaks."""
    told: str = ""
    """The name of which the paragraph has said something last, even before another sentence."""
    section: str = ""
    """What the heading above says, if it is short."""
    is_section_named: bool = False
    """Whether the heading above is the name of something that the article speaks of."""
    head: str = ""
    """The name that stands alone at the head of the paragraph."""
    scene: str = ""
    """What the paragraph has brought before the reader last: the bakery it went to."""
    is_shown: bool = False
    """Whether the last sentence did no more than show it, so that the next is about it."""
    year: str = ""
    """The year named last."""
    day: str = ""
    """The day named last, in full."""
    person: str = ""
    """Who 그 is; empty where it could be two."""
    hero: str = ""
    """The person that the whole article is about, if it is about one."""
    is_about: bool = False
    """Whether nothing but what the article is about was spoken of by name until now."""
    is_lost: bool = False
    """Whether it is spoken of somebody, and not sure of whom."""
    people: tuple[str, ...] = ()
    """The people of whom the paragraph has spoken."""
    everybody: tuple[str, ...] = ()
    """The people of whom the article speaks."""
    named: tuple[str, ...] = ()
    """What the article is about, and the names of the last sentence."""

    def at(self, paragraph: int) -> "Carried":
        """Return what is still known in a paragraph."""
        if paragraph == self.paragraph:
            return self
        return self._replace(
            paragraph=paragraph,
            topic="",
            told="",
            head="",
            scene="",
            is_shown=False,
            year="",
            day="",
            is_lost=False,
            people=(),
            named=(),
        )

    def edits(
        self, sentence: str, relative: Sequence[Relative], here: Sequence[tuple[int, str]] = ()
    ) -> tuple[Edit, ...]:
        """Return what of a sentence has to be said in another way where it stands alone.

        Args:
            sentence: The sentence.
            relative: The words in it that mean a date.
            here: The people it names itself, and where.
        """
        return (
            *that_time(sentence, self.year, self.day),
            *(year_before_month(sentence, self.year) if not relative else ()),
            *full_names(sentence, self.people or self.everybody),
            *pronoun_edits(sentence, self.person, self.named, here),
            *as_dates(sentence, relative),
            *(Edit(*found.span(), "") for found in _LOOKS_BACK.finditer(sentence)),
            *(Edit(at, at, f"{self.home} ") for at in _at_home(sentence) if self.home),
        )


_MARKS = re.compile(r"^[\W\d_]+|[\W_]+$")
_LONGEST_SECTION = 14


def section_of(heading: str, title: str) -> str:
    """Return what a heading says its section is about; nothing where it is long or the title."""
    words = _MARKS.sub("", heading)
    return words if 1 < len(words) <= _LONGEST_SECTION and words not in title else ""


def home_of(text: str) -> str:
    """Return the country whose inside an article calls 국내, if it names one before that word."""
    found = _HOME.search(text)
    return found[1] if found else ""


def _at_home(sentence: str) -> list[int]:
    return [
        found.start()
        for found in re.finditer(r"(?<![가-힣])국내(?=[에은의 ])", sentence)
        if not _HOME.search(sentence[: found.end()])
    ]


_YEARS_LATER = re.compile(r"(?:\d+|[한두세네]|다섯|여섯|열) ?년 (?:뒤|후|만에)(?!.*\d{4}년)")
"""What comes so many years later is of no year that a sentence names."""


def carry(
    before: Carried,
    sentence: str,
    words: Sequence[Word],
    found: Sequence[Phrase],
    parts: Sequence[Clause],
    relative: Sequence[Relative] = (),
) -> Carried:
    """Return what is known after a sentence, but for the person."""
    years, days = years_in(sentence), days_in(sentence, relative)
    is_later = _YEARS_LATER.search(sentence) is not None
    kept = before.year if year_before_month(sentence, before.year) else ""
    year = "" if is_later else years[-1] if years else kept
    after = before._replace(named=_names(sentence, found), year=year)
    if days:
        after = after._replace(day=days[-1], year=days[-1][:4])
    scene = shown_in(sentence, words, found, parts)
    if before.is_about:
        scene = ""
    after = after._replace(scene=scene or before.scene, is_shown=bool(scene))
    after = after._replace(told=_told(sentence, found, parts, before.told))
    head = _head(sentence, words, found)
    if head:
        return after._replace(topic=head, head=head)
    topics = list(dict.fromkeys(topics_in(sentence, words, found, parts)))
    if topics:
        after = after._replace(scene=scene)
        is_only = len(topics) == 1 and not _comes_second(parts)
        return after._replace(topic=topics[0] if is_only else "")
    has_other = any(each.topic is not None or each.subject is not None for each in parts)
    return after._replace(topic="") if has_other else after


_HOUSE = re.compile("[가-힣]{2} ?(?:대학교|대학|학교|박물관|미술관|도서관|병원|은행|협회)$")
"""How the names of houses end that have people and things of their own."""


def _told(sentence: str, found: Sequence[Phrase], parts: Sequence[Clause], before: str) -> str:
    """Return the name that a paragraph speaks of after a sentence; nothing where of several.

    That of a thing may begin with a number: 42행 성서.
    """
    places = {place for each in parts for place in (each.topic, each.subject)}
    spoken = [each for each in found if each.last in places and not each.has_modifier]
    names = [
        each
        for each in spoken
        if each.is_name
        or sentence[each.start].isdecimal()
        or _HOUSE.search(sentence[each.start : each.end])
    ]
    if not names:
        return before
    only = names[0]
    name = sentence[only.start : only.end]
    is_one = len(names) == 1 and only.particle in ("은", "는")
    return name if is_one and name.split(" ")[-1] not in RELATIONS else ""


def _comes_second(parts: Sequence[Clause]) -> bool:
    """Return whether what a sentence speaks of stands behind what another clause speaks of."""
    return (
        bool(parts)
        and parts[0].topic is None
        and parts[0].subject is not None
        and any(each.topic is not None for each in parts[1:])
    )


def topics_in(
    sentence: str, words: Sequence[Word], found: Sequence[Phrase], parts: Sequence[Clause]
) -> list[str]:
    """Return the names that a sentence says something of, in its own words."""
    quotations = [each.span() for each in _QUOTATION.finditer(sentence)]
    topics = []
    for clause in parts:
        phrase = next((each for each in found if each.last == clause.topic), None)
        if phrase is None or any(first < phrase.start < last for first, last in quotations):
            continue
        is_joined = phrase.first and words[phrase.first - 1].particle in ("와", "과")
        person = person_in(sentence, words[phrase.first : phrase.last + 1])
        start, end = person or (phrase.start, phrase.end)
        last = sentence[words[phrase.last].start : words[phrase.last].stem_end]
        is_name = person is not None or (words[phrase.last].is_name and last not in GENERIC)
        if is_name and not is_joined and not phrase.has_modifier and phrase.last - phrase.first < 3:
            topics.append(sentence[start:end])
    return topics


_SPEAKS = ("은", "는", "이", "가")


def persons_in(
    sentence: str,
    words: Sequence[Word],
    found: Sequence[Phrase],
    known: Container[str],
    *,
    only_speakers: bool = False,
) -> list[str]:
    """Return the people whom a sentence names, each once.

    Args:
        sentence: The sentence.
        words: Its words.
        found: Its phrases.
        known: Names that are known to be people's.
        only_speakers: Whether to leave out those of whom it says nothing itself.
    """
    people: dict[str, None] = {}
    for phrase in found:
        is_where = phrase.particle.startswith("에") and not phrase.particle.startswith("에게")
        if is_where or (only_speakers and phrase.particle not in _SPEAKS):
            continue
        titled = person_in(sentence, words[phrase.first : phrase.last + 1])
        if titled and names_thing(sentence, titled[0]):
            continue
        name = sentence[slice(*(titled or (phrase.start, phrase.end)))]
        is_korean = phrase.is_name and KOREAN_NAME.fullmatch(name) is not None
        before = words[phrase.first - 1] if phrase.first else None
        if before is not None and before.is_copula and before.role is Role.ADNOMINAL:
            office = sentence[before.start : before.stem_end]
            titled = titled or (PERSON_NOUN.search(office) and (phrase.start, phrase.end))
        if name in known or ((titled or is_korean) and could_be_person(name)):
            people[name] = None
    return list(people)


class Mentioned(NamedTuple):
    """Whom a sentence names."""

    people: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    """Of whom it says something."""
    perhaps: tuple[str, ...] = ()
    """Names that could be people's too."""
    is_of_another: bool = False
    """Whether it names somebody as another's: 조카 박솔미는."""


def mentioned_in(
    sentence: str, words: Sequence[Word], found: Sequence[Phrase], known: Container[str]
) -> Mentioned:
    """Return whom a sentence names.

    Args:
        sentence: The sentence.
        words: Its words.
        found: Its phrases.
        known: Names that are known to be people's.
    """
    people = persons_in(sentence, words, found, known)
    perhaps = [
        name
        for phrase in found
        for name in [sentence[phrase.start : phrase.end]]
        if could_be_person(name) and name not in people and _may_be_a_name(phrase, name)
        if not any(person in name for person in people)
    ]
    speakers = persons_in(sentence, words, found, known, only_speakers=True)
    return Mentioned(
        tuple(people), tuple(speakers), tuple(perhaps), _OF_ANOTHER.search(sentence) is not None
    )


RELATIVES = words_of(
    "아버지 어머니 부친 모친 형 누나 오빠 언니 동생 남동생 여동생 아들 딸 손자 손녀 조카 삼촌 숙부 "
    "외삼촌 할아버지 할머니 아내 부인 남편 장인 사위 며느리 스승 제자 친구 동료 동업자 조수 비서 "
    "후임 전임"
)
"""What somebody is to another: behind such a one's name 그 could be either."""
_OF_ANOTHER = re.compile(
    rf"(?<![가-힣])(?:{'|'.join(sorted(RELATIVES))})(?:인|이던|였던)? (?=[가-힣])"
)


def _may_be_a_name(phrase: Phrase, name: str) -> bool:
    is_spoken_of = phrase.is_name and phrase.particle in _SPEAKS
    return (is_spoken_of or KOREAN_NAME.fullmatch(name) is not None) and name not in COUNTRIES


def person_after(people: Sequence[str], last: Mentioned, hero: str) -> str:
    """Return who 그 is after some sentences of a paragraph; empty where that is not sure.

    Args:
        people: Whom they name.
        last: Whom the last of them names.
        hero: The person that the whole article is about, if it is about one.
    """
    if hero:
        return hero if {*last.speakers, *last.perhaps} <= {hero} else ""
    if last.perhaps or len(last.people) > 1 or last.is_of_another:
        return ""
    if len(last.speakers) == 1:
        return last.speakers[0]
    named = last.people or people
    return named[0] if len(named) == 1 else ""


def _names(sentence: str, found: Iterable[Phrase]) -> tuple[str, ...]:
    """Return what a sentence names, in its order."""
    places = [
        (each.start, sentence[each.start : each.end])
        for each in found
        if each.is_name and each.end - each.start > 1
    ]
    places += [(title.start(), title[0]) for title in _TITLE.finditer(sentence)]
    return tuple(name for _, name in sorted(places))


def _head(sentence: str, words: Sequence[Word], found: Sequence[Phrase]) -> str:
    """Return the name that is all of a sentence: 알리페이."""
    if len(found) != 1 or len(words) > 4 or found[0].last - found[0].first + 1 != len(words):
        return ""
    whole = found[0]
    head = sentence[whole.start : whole.end]
    is_name = whole.is_name or (len(words) < 3 and head not in GENERIC)
    return head if is_name and not whole.particle and not whole.is_copula else ""
