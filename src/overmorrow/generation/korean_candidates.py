"""Finds the answers in a Korean sentence, and how each could be asked for."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from overmorrow.cards.note import AnswerType
from overmorrow.generation.korean_amounts import Amount
from overmorrow.generation.korean_answers import core_of, with_modifiers, without_plural
from overmorrow.generation.korean_features import (
    PERSON,
    PLACES,
    TELLS,
    features_of,
    is_before_quotation,
    is_said_of_topic,
)
from overmorrow.generation.korean_fitness import could_be_answer, is_called, is_clumsy_in_place
from overmorrow.generation.korean_glosses import GLOSS, names_in
from overmorrow.generation.korean_lists import Listing, weakness_of
from overmorrow.generation.korean_passing import smallness_of
from overmorrow.generation.korean_phrases import TITLES, Phrase, quoted
from overmorrow.generation.korean_seen import Seen
from overmorrow.generation.korean_times import Relative
from overmorrow.generation.korean_words import Role
from overmorrow.generation.proposal import Doubt, Kind


class Candidate(NamedTuple):
    """An answer in a sentence, and how it could be asked for."""

    start: int
    end: int
    kind: Kind
    features: tuple[str, ...]
    """What speaks for and against asking for it, as `korean_worth` knows it."""
    ask: str = ""
    """What stands in its place in a question; empty allows only a gap."""
    particle: str = ""
    answer: str = ""
    """What it says where that differs from the text."""
    aliases: tuple[str, ...] = ()
    answer_type: AnswerType = AnswerType.TEXT
    items: tuple[str, ...] = ()
    gap: tuple[int, int] = (0, 0)
    """Where the gap begins and ends if it hides more than the answer: a gloss, quotation marks."""
    doubts: tuple[Doubt, ...] = ()
    is_numbered: bool = False
    """Whether it is of a list whose items bear numbers: 첫째 …, 둘째 …."""

    @property
    def hidden(self) -> tuple[int, int]:
        """Where what is not shown begins and ends."""
        return self.gap if self.gap[1] else (self.start, self.end)


_ASKS_WHO = re.compile(r"(?:사람|인물|주인|학자|작가|저자|감독|창업자|창시자)[은는] ")
"""A topic of which a name says who it is."""
_ASKS_WHERE = re.compile(r"(?:곳|도시|나라|고향|고장|수도|무대|발상지|원산지)[은는] ")
"""A topic of which a name says where it is."""
_MANY = 6
_SUBJECTS = ("이", "가", "은", "는", "도")
_SAYING = re.compile(
    r"(?:[가-힣]+[은는이가]\s)?(?P<says>(?:[가-힣]+ )?(?!아니다|있다|없다|한다|했다|"
    r"된다)[가-힣]+다)(?=[,.]|$)"
)
"""A piece of a quoted sentence: of what it speaks, and what it says of that."""
_TERM_ENDS = re.compile(r"[.?!]|[다요]$")
_LONGEST_TERM, _LONGEST_NAME = 20, 40
_LONGEST_SAYING = 30
"""What somebody says in more letters is no saying."""


def candidates(seen: Seen, subject: str) -> Iterator[Candidate]:
    """Yield the answers of a sentence.

    Args:
        seen: The sentence.
        subject: What the whole article is about.
    """
    for listing in seen.lists:
        yield _list(seen, listing)
    if seen.numbered:
        yield from _numbered_items(seen, seen.numbered)
    relative = [(each.start, each.end) for each in seen.relative]
    for amount in seen.amounts:
        is_relative = any(start < amount.end and amount.start < end for start, end in relative)
        is_unsure = is_relative or _COMING.search(seen.text, 0, amount.start)
        if not is_unsure and not _can_be_counted(seen, amount):
            yield _amount(seen, amount)
    for each in seen.relative:
        if not _AGE.match(seen.text, each.end):
            yield _relative(seen, each)
    for start, end in quoted(seen.text):
        yield from _quotation(seen, start, end)
    for phrase in seen.phrases:
        if could_be_answer(seen, phrase):
            yield _phrase(seen, phrase, subject)


_COMING = re.compile(r"(?:^|\s)(?:지난|오는|올|이달|지난달|다음 달) ?$")
"""Before a month or a day of no known year."""
_AGE = re.compile(r"\s(?:\d|예순|일흔|여든|쉰|마흔|서른|스물)")
"""Behind "this year" a number says how many there were, or how old somebody is."""
_NAMED_BEFORE = re.compile(r"(?:\S+(?:,|와|과) )+\S+(?:의|라는|이라는|인|,) $")
_JOINT = re.compile(r"(?:,|와|과) ")
_COUNTED = {"두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8}


def _can_be_counted(seen: Seen, amount: Amount) -> bool:
    """Return whether a number only says how many items a list of its sentence has."""
    number = _COUNTED.get(amount.bare) or (int(amount.bare) if amount.bare.isdecimal() else 0)
    named = _NAMED_BEFORE.search(seen.text, 0, amount.start)
    is_told = named is not None and len(_JOINT.findall(named[0])) + 1 == number
    return is_told or any(len(each.items) == number for each in seen.lists)


def _list(seen: Seen, listing: Listing) -> Candidate:
    whole = seen.text[listing.start : listing.end]
    answer = ", ".join(listing.items)
    particle = _particle_behind(seen, listing.end) if listing.last >= 0 else ""
    gloss = GLOSS.match(seen.text, listing.end)
    is_open = re.match(r"\s?등", seen.text[listing.end :]) is not None or particle == "의"
    are_places = all(PLACES.search(item) for item in listing.items)
    is_place = particle == "에서" or (particle in ("에", "에도", "에는") and are_places)
    ask = "" if listing.last < 0 or is_open else "어디" if is_place else "무엇"
    are_names = any(
        each.is_name for each in seen.phrases if listing.start <= each.start < listing.end
    )
    is_odd = particle in ("으로", "로") or (particle.startswith("에") and not is_place)
    if is_odd or (are_names and particle in _SUBJECTS):
        ask = ""
    return Candidate(
        listing.start,
        listing.end,
        Kind.LIST,
        (
            "list",
            "list of many" if len(listing.items) >= _MANY else "list of few",
            *weakness_of(seen.text, listing, particle),
        ),
        ask=ask,
        particle=particle,
        answer=answer,
        aliases=(whole,) if whole != answer else (),
        answer_type=AnswerType.ORDERED_LIST if listing.is_ordered else AnswerType.LIST,
        items=listing.items,
        is_numbered=listing.last < 0,
        gap=(listing.start, gloss.end()) if gloss else (0, 0),
    )


def _numbered_items(seen: Seen, listing: Listing) -> Iterator[Candidate]:
    at = listing.start
    for item in listing.items:
        start = seen.text.find(item, at)
        at = start + len(item)
        bare = re.sub(r"\s?\([^()]*\)$", "", item)
        yield Candidate(
            start,
            start + len(bare),
            Kind.NAME,
            ("numbered item",),
            aliases=(item,) if bare != item else (),
            gap=(start, at),
            is_numbered=True,
        )


def _particle_behind(seen: Seen, end: int) -> str:
    """Return the particle of the word that an answer ends in."""
    for word in seen.words:
        if word.start < end <= word.end and word.role is Role.NOUN:
            return word.particle if end >= word.stem_end else ""
    return ""


_BRACKETS = re.compile(r"\s?\([^()]{1,40}\)")
_FOLLOWING = re.compile(
    r"\s[가-힣/]{1,8}(?=[은는이가을를에과와](?:[\s,.]|$))(?<!가까)(?<!거뜬히)(?<!남짓)"
)


def _amount(seen: Seen, amount: Amount) -> Candidate:
    text = seen.text[amount.start : amount.end]
    counted = _FOLLOWING.match(seen.text, amount.end)
    gloss = _BRACKETS.match(seen.text, amount.end)
    is_number = amount.kind is Kind.NUMBER
    aliases = [text + counted[0]] if is_number and counted and amount.unit else []
    ago = re.match(r"\s?(?:전|뒤|후)(?![가-힣]{2})", seen.text[amount.end :])
    aliases += [text + ago[0]] if ago else []
    aliases += [amount.bare] if amount.bare else []
    return Candidate(
        amount.start,
        amount.end,
        amount.kind,
        (
            _amount_feature(amount),
            "exact" if _is_exact(seen, amount) else "vague",
            *(["some day"] if _is_of_some_day(seen.text, amount.start) else []),
            *smallness_of(seen.text, amount),
            *(["role"] if _is_rank(seen, amount) else []),
            *(["speaker"] if is_before_quotation(seen.text, amount.end) else []),
        ),
        ask="" if _is_in_brackets(seen.text, amount.start) else amount.ask,
        particle=_particle_behind(seen, amount.end),
        aliases=tuple(alias for alias in aliases if alias != text),
        answer_type=AnswerType.NUMBER if is_number else AnswerType.DATE,
        gap=(amount.start, gloss.end()) if gloss else (0, 0),
    )


_TODAY = re.compile(r"[“\"][^”\"]*(?:어제|오늘|그제|지난주|이번 주|지난달|이번 달)[^”\"]*[”\"]")


def _is_of_some_day(text: str, at: int) -> bool:
    """Return whether somebody says it of a day that only the time of speaking tells."""
    return bool(TELLS.search(text)) and any(
        told.start() < at < told.end() for told in _TODAY.finditer(text)
    )


def _is_rank(seen: Seen, amount: Amount) -> bool:
    """Return whether a number only says the how manieth something is: 2위는 베트남이다."""
    is_topic = _particle_behind(seen, amount.end) in ("은", "는")
    return is_topic and amount.unit in ("위", "번째") and seen.words[-1].is_copula


def _is_exact(seen: Seen, amount: Amount) -> bool:
    """Return whether a learner could know an amount; the age in (41) is hardly worth a card."""
    return amount.is_exact and bool(
        amount.unit or amount.kind is Kind.DATE or not _is_in_brackets(seen.text, amount.start)
    )


def _amount_feature(amount: Amount) -> str:
    if amount.kind is Kind.DATE:
        return f"date {amount.ask}"
    if amount.unit in ("%", "％", "퍼센트", "배"):
        return "share"
    return "number without unit" if not amount.unit else "number"


def _is_in_brackets(text: str, at: int) -> bool:
    return text.rfind("(", 0, at) > text.rfind(")", 0, at)


def _relative(seen: Seen, relative: Relative) -> Candidate:
    meant = relative.meant
    ask = "몇 년" if meant.endswith("년") else "몇 년 몇 월" if meant.endswith("월") else "언제"
    short = meant.partition("년 ")[2] or meant.removesuffix("년")
    return Candidate(
        relative.start,
        relative.end,
        Kind.DATE,
        ("relative date",),
        ask=ask,
        particle=_particle_behind(seen, relative.end),
        answer=meant,
        aliases=(short, seen.text[relative.start : relative.end]),
        answer_type=AnswerType.DATE,
        doubts=(Doubt.RELATIVE_DAY,),
    )


def _quotation(seen: Seen, start: int, end: int) -> Iterator[Candidate]:
    """Yield a term in quotation marks, or what a quoted sentence says piece by piece."""
    text = seen.text[start:end]
    is_short = len(text) <= _LONGEST_TERM and not _TERM_ENDS.search(text)
    if is_short or (len(text) <= _LONGEST_NAME and is_called(seen.text, end)):
        first, last = _marks_around(seen, start, end)
        gloss = GLOSS.match(seen.text, last or end)
        gap = (first if last else start, gloss.end()) if gloss else (first, last)
        yield Candidate(start, end, Kind.NAME, ("quoted term",), gap=gap)
        return
    if end - start > _LONGEST_SAYING and TELLS.search(seen.text):
        return
    for found in _SAYING.finditer(text):
        whole = found[0].strip()
        is_said_twice = seen.text.count(found["says"]) > 1
        first = start + found.start(0 if is_said_twice else "says")
        last = start + found.end()
        yield Candidate(
            first,
            last,
            Kind.QUOTE,
            ("saying",),
            aliases=tuple(
                longer
                for longer in dict.fromkeys((whole, text))
                if longer != seen.text[first:last] and len(longer) <= _LONGEST_TERM
            ),
        )


def _phrase(seen: Seen, phrase: Phrase, subject: str) -> Candidate:
    core = core_of(seen, phrase)
    answer = seen.text[core.start : core.end]
    aliases = [*core.aliases, *without_plural(answer), *with_modifiers(seen, phrase)]
    gloss = GLOSS.match(seen.text, core.end)
    gap = (0, 0)
    if gloss:
        gap = (core.start, gloss.end())
        aliases = [*names_in(gloss["gloss"]), seen.text[core.start : gloss.end()], *aliases]
    is_predicate = is_said_of_topic(seen, phrase)
    is_whole = (core.start, core.end) == (phrase.start, phrase.end)
    marked = _marks_around(seen, core.start, core.end)
    return Candidate(
        core.start,
        core.end,
        _kind(seen, phrase, answer, is_predicate=is_predicate),
        features_of(seen, phrase, core, subject),
        ask=_asking(
            phrase,
            answer,
            is_predicate=is_predicate,
            is_person=core.is_person,
            nature=_nature(seen, phrase),
            is_main=any(each.subject == phrase.last for each in seen.clauses),
        )
        if is_whole and not is_clumsy_in_place(seen, phrase)
        else "",
        particle=phrase.particle,
        aliases=tuple(dict.fromkeys(alias for alias in aliases if alias != answer))[:3],
        gap=gap if gloss else marked,
    )


def _marks_around(seen: Seen, start: int, end: int) -> tuple[int, int]:
    """Return where the quotation marks around an answer begin and end."""
    before, after = seen.text[start - 1 : start], seen.text[end : end + 1]
    is_quoted = bool(before and after) and before in "“‘\"'「『《" and after in "”’\"'」』》"
    return (start - 1, end + 1) if is_quoted else (0, 0)


def _kind(seen: Seen, phrase: Phrase, answer: str, *, is_predicate: bool) -> Kind:
    if is_predicate:
        return Kind.DEFINITION
    if phrase.particle in ("에서", "에") and PLACES.search(answer):
        return Kind.PLACE
    return Kind.CAUSE if re.search(r"때문(?:이다)?[.…]*$", seen.text) else Kind.NAME


def _nature(seen: Seen, phrase: Phrase) -> str:
    """Return what asks for the nature of a topic that is somebody or some place; else nothing."""
    if _ASKS_WHO.search(seen.text):
        return "누구"
    topics = {each.topic for each in seen.clauses if each.first <= phrase.first <= each.last}
    roles = [seen.text[each.start : each.end] for each in seen.phrases if each.last in topics]
    if phrase.is_name and any(PERSON.search(role) or role in TITLES for role in roles):
        return "누구"
    return "어디" if _ASKS_WHERE.search(seen.text) else ""


def _asking(
    phrase: Phrase,
    answer: str,
    *,
    is_predicate: bool,
    is_person: bool,
    is_main: bool,
    nature: str,
) -> str:
    """Return the word that asks for a phrase; nothing where a question would be clumsy."""
    if is_predicate:
        return nature or ("" if is_person else "무엇")
    if phrase.has_modifier or phrase.is_counted:
        return ""
    if is_person or PERSON.search(answer):
        return "누구" if phrase.particle in ("이", "가", "을", "를", "에게", "와", "과") else ""
    if phrase.particle == "에서" or (phrase.particle == "에" and PLACES.search(answer)):
        return "어디"
    if phrase.particle in ("이", "가") and not is_main:
        return ""
    return "무엇" if phrase.particle in ("을", "를", "이", "가") and not phrase.is_name else ""
