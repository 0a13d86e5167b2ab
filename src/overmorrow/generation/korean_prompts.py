"""Words prompts from Korean sentences: a question where the grammar allows it, else a gap."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from overmorrow.generation.korean_clauses import Clause
from overmorrow.generation.korean_edits import Edit
from overmorrow.generation.korean_endings import final_of, fitting, question_end, statement_end
from overmorrow.generation.korean_words import Role, Word
from overmorrow.generation.proposal import BLANK
from overmorrow.generation.word_lists import words_of

_STOPS = re.compile(r"[.!?。…,;:\s]+$")
_WITHOUT_TIME = ("언제",)
_BARE_TIMES = ("몇 년", "몇 월", "몇 월 며칠", "몇 시", "몇 년 몇 월", "몇 세기", "몇 년대")
_YEAR = re.compile(r"\d년")
_SPANS = ("몇 세기", "몇 년대")
_OF_THEM = re.compile(r"\s[^\s,]+의\s")
"""Behind them a noun that has something, as in 1930년대 군산의 거리."""
_AS_SUBJECT = {"누구": "누가"}
_JOINS_TIME = re.compile(
    r"[가-힣~∼–-]|\s(?:[~∼–-]|(?:초|말|중반|초반|후반|전|후|이후|이전|부터|까지|당시|기준|"
    r"봄|여름|가을|겨울|현재|한 해|들어|즈음|[가-힣]+날|[가-힣]+절|것|"
    r"무렵|동안|간|뒤|전후)"
    r"(?=[\s에의은는으로부까,.]|$))"
)


class Setting(NamedTuple):
    """A clause of a sentence, with what it takes to stand alone."""

    sentence: str
    words: tuple[Word, ...]
    clause: Clause
    start: int
    """Where it begins, without words that only join it to others."""
    lead: str = ""
    """What it is about, where it does not say so."""
    edits: tuple[Edit, ...] = ()

    @property
    def is_last(self) -> bool:
        """Whether the sentence ends with it."""
        return self.clause.last == len(self.words) - 1

    @property
    def last(self) -> Word:
        """Its last word."""
        return self.words[self.clause.last]

    @property
    def end(self) -> int:
        """Where it ends, without what closes the sentence."""
        return self.last.end


def cloze(setting: Setting, start: int, end: int) -> str:
    """Return the clause with a gap.

    Args:
        setting: The clause.
        start: Where the gap begins in the sentence.
        end: Where it ends.
    """
    edits = [*setting.edits, Edit(start, end, BLANK)]
    if setting.is_last:
        whole = setting.sentence
        text = _said(setting, len(whole), edits)
        return setting.lead + (
            text if _STOPS.search(text) or text.endswith(("”", '"')) else text + "."
        )
    form = setting.sentence[setting.last.start : setting.end]
    closed = _closed(setting.last, form)
    if closed is None or start >= setting.last.start:
        return setting.lead + _said(setting, len(setting.sentence), edits)
    edits.append(Edit(setting.last.start, setting.end, closed))
    return setting.lead + _said(setting, setting.end, edits) + "."


def _closed(word: Word, form: str) -> str | None:
    """Return the verb of a clause as one that ends a sentence."""
    if word.is_copula:
        for link, end in (("였고", "였다"), ("였으며", "였다"), ("이고", "이다"), ("이며", "이다")):
            if form.endswith(link):
                return form[: -len(link)] + end
        return None
    return statement_end(form, is_adjective=word.is_adjective)


def question(
    setting: Setting, start: int, end: int, ask: str, particle: str, *, is_time: bool
) -> str | None:
    """Return the clause as a question, or None where its grammar does not allow it.

    Args:
        setting: The clause.
        start: Where the answer begins in the sentence.
        end: Where it ends, before its particle.
        ask: What stands in its place: 무엇, 몇 명, 언제.
        particle: The particle behind the answer; it is kept in the form that fits.
        is_time: Whether the answer is a date, which may do without a particle.
    """
    last = setting.last
    if _is_clumsy(setting, start, end, ask) or _NOT_ASKED.match(setting.sentence, end):
        return None
    if not setting.sentence.startswith(particle, end):
        return None
    if particle in ("은", "는") and setting.last.is_copula and ask not in ("무엇", "누구"):
        return None
    if start < last.end and end > last.start:
        return _asking_last(setting, start, ask)
    closed = _asking_end(setting)
    if closed is None:
        return None
    asked = _asked(setting, ask, particle, end, is_time=is_time)
    is_first = is_time and start == setting.start and particle != "의"
    topic = _topic_behind(setting, end + len(particle)) if is_first else 0
    edits = [*setting.edits, Edit(last.start, last.end, closed)]
    if topic:  # 한강대교는 언제 열렸나? rather than 언제 한강대교는 열렸나?
        edits += [Edit(start, end + len(particle) + 1, ""), Edit(topic, topic, f" {asked}")]
    else:
        edits.append(Edit(start, end + len(particle), asked))
    return setting.lead + _said(setting, setting.end, edits) + "?"


def _topic_behind(setting: Setting, end: int) -> int:
    """Return where a topic ends that stands behind the words that say when, or 0."""
    place = setting.clause.topic
    if place is None or _JOINS_TIME.match(setting.sentence, end):
        return 0
    word = setting.words[place]
    between = [each for each in setting.words[:place] if each.start > end]
    is_described = any(
        each.particle in ("을", "를")
        or (_is_verb(setting.sentence, each) and each.role is Role.ADNOMINAL)
        for each in between
    )
    is_apart = setting.sentence.startswith(" ", end) and word.start > end and not word.comma
    return word.end if is_apart and not is_described else 0


_REPORTS = re.compile(
    r"(?:다|라|자|냐|까)고\s\S+$|것으로\s(?:내다|전망|예상|추정|보인|보고|알려|전해)\S*$|"
    r"[다라]는 (?:이야기|얘기|말|소문|주장|기록|설|해석|전설)[이가도은는]? (?:널리 )?"
    r"(?:알려|전해|전하|퍼|있|나오|나온|돌)|"
    r"며\s\S+$|(?:다니|라니|[은는] 탓|[은는] 셈|[은는] 것)\S*"
)
_SPOKEN = re.compile(
    r"(?<!이에)(?<!예)요[.!]?$|(?:대|래|죠|네|거든|데|지|군|걸)요?[.!]?$|(?:답|랍|겠습)니다[.!]?$"
)
_CHAINED = re.compile(r"(?:는데|은데|ㄴ데|지만|으나),?\s")
_SPEECH = re.compile(r"[“\"‘'](?:[^”\"’']{20,}|[^”\"’']* [^”\"’']*다[.]?)[”\"’']")


_OPEN = ("누구", "어디")
_THINGS = ("무엇", "누구", "어디")


def _is_clumsy(setting: Setting, start: int, end: int, ask: str) -> bool:
    """Return whether a question would ask for a frame around what the clause says.

    That is where it tells what somebody said, where it is spoken language, where it
    turns in the middle, inside a quotation, and where the answer belongs to what only
    describes a noun.
    """
    text = setting.sentence[setting.start : setting.end]
    is_spoken = setting.last.role is not Role.NOUN and _SPOKEN.search(text)
    if is_spoken or _REPORTS.search(text) or _CHAINED.search(text[:-1]):
        return True
    if any(each.start() < start < each.end() for each in _SPEECH.finditer(setting.sentence)):
        return True
    describes = next(
        (word for word in setting.words if word.start >= end and _is_verb(setting.sentence, word)),
        None,
    )
    if describes is not None and _says_what_it_is(setting, describes):
        return True
    is_statement = setting.last.role is Role.FINAL and not setting.last.is_copula
    is_open = is_statement or ask in _OPEN
    if is_open and describes is not None and describes.role is Role.ADNOMINAL:
        return True
    return _goes_on(setting, end, is_plain=not ask.startswith(_THINGS))


def _says_what_it_is(setting: Setting, describes: Word) -> bool:
    """Return whether an answer only describes what the clause says the nature of.

    That is 1652년 in 1652년에 문을 연 가게의 주인은 로제다.
    """
    place = setting.clause.topic
    if place is None or not setting.last.is_copula or describes.role is not Role.ADNOMINAL:
        return False
    return setting.words[place].start > describes.start


def _goes_on(setting: Setting, end: int, *, is_plain: bool) -> bool:
    """Return whether a clause says something else once it has said what is asked for.

    A number or a day may be asked for before one more verb; a thing only of the last one.
    """
    behind = [word for word in setting.words[: setting.clause.last + 1] if word.start >= end]
    verbs = sum(_is_verb(setting.sentence, word) for word in behind[:-1])
    other = next((at for at, word in enumerate(behind) if word.particle in ("은", "는")), 0)
    says_other = other > 0 and any(word.comma for word in behind[:other])
    return says_other or (verbs > int(setting.last.is_copula) and not is_plain)


_DETERMINERS = words_of("첫 새 옛 각 전 총 맨 본 타 현 구 신 이 그 저 한 두 세 네 몇 온 헌")


def _is_verb(sentence: str, word: Word) -> bool:
    """Return whether a word is a verb, and no mere determiner such as 첫 or 새."""
    is_determiner = word.role is Role.ADNOMINAL and sentence[word.start : word.end] in _DETERMINERS
    return not is_determiner and word.role in (Role.ADNOMINAL, Role.LINK, Role.FINAL)


_NOT_ASKED = re.compile(r"경(?=\s)|\s\d|,\s|\s?밖에|[가이]? 아(?:닌|니라)")
"""Behind these an answer cannot be asked for in its place."""


def _asked(setting: Setting, ask: str, particle: str, end: int, *, is_time: bool) -> str:
    if ask in _AS_SUBJECT and particle in ("이", "가", "은", "는"):
        return _AS_SUBJECT[ask]
    if ask in _WITHOUT_TIME and particle in ("에", "에는", "엔"):
        return ask
    if ask == "무엇" and particle in ("은", "는"):
        return "무엇이"
    if is_time and particle in ("에는", "엔"):
        return ask + "에"
    if (
        is_time
        and not particle
        and ask in _BARE_TIMES
        and not _is_of_noun(setting, ask, end)
        and not _JOINS_TIME.match(setting.sentence, end)
    ):
        return ask + "에"
    same_sound = ask[-1:] == setting.sentence[end - 1 : end]
    return ask + (particle if same_sound else fitting(ask, particle))


def _is_of_noun(setting: Setting, ask: str, end: int) -> bool:
    """Return whether a time says more of a noun, as the sentence has told before when it was."""
    told = setting.sentence[setting.start : end - len(ask)]
    is_told = _YEAR.search(told) is not None
    return is_told and ask in _SPANS and _OF_THEM.match(setting.sentence, end) is not None


def _asking_end(setting: Setting) -> str | None:
    """Return the clause's last word as a question's."""
    last = setting.last
    form = setting.sentence[last.start : last.end]
    if last.is_copula:
        return _asking_copula(setting.sentence, last)
    if last.role is Role.NOUN:
        words = setting.words[setting.clause.first : setting.clause.last]
        is_loose = any(word.comma for word in (*words, last))
        has_topic = any(word.particle in ("은", "는") for word in words)
        return None if last.particle or is_loose or not has_topic else f"{form}인가"
    if not setting.is_last:
        closed = _closed(last, form)
        return closed and question_end(closed, is_adjective=last.is_adjective)
    return question_end(form, is_adjective=last.is_adjective)


def _asking_copula(sentence: str, word: Word) -> str | None:
    stem, copula = sentence[word.start : word.stem_end], sentence[word.stem_end : word.end]
    if re.fullmatch(r"(?:이)?(?:다|고|며|지만)", copula):
        return f"{stem}인가"
    if re.fullmatch(r"(?:이었|였)(?:다|고|으며|지만)", copula):
        return stem + re.sub(r"(?:다|고|으며|지만)$", "나", copula)
    return (
        question_end(sentence[word.start : word.end]) if copula.endswith(("니다", "요")) else None
    )


def _asking_last(setting: Setting, start: int, ask: str) -> str | None:
    """Return a question for what the clause says its topic is: DT는 무엇인가?"""
    last = setting.last
    if last.role is not Role.NOUN and not last.is_copula:
        return None
    copula = setting.sentence[last.stem_end : last.end] if last.is_copula else ""
    if last.role is Role.NOUN and last.particle:
        return None
    is_past = copula.startswith(("였", "이었"))
    polite = copula.endswith(("니다", "요"))
    if (
        copula
        and not is_past
        and not polite
        and not re.fullmatch(r"(?:이)?(?:다|고|며|지만)", copula)
    ):
        return None
    end = ("이었나?" if final_of(ask[-1:]) else "였나?") if is_past else "인가?"
    edits = [edit for edit in setting.edits if edit.end <= start]
    before = _said(setting, start, edits)
    space = " " if before and setting.sentence[start - 1].isspace() else ""
    return setting.lead + before + space + ask + end


def _said(setting: Setting, end: int, edits: Sequence[Edit]) -> str:
    """Return the clause up to a place, with its edits; where two overlap, the gap stays."""
    pieces = []
    at = setting.start
    blanks = [edit for edit in edits if BLANK in edit.text] or edits[-2:]
    for edit in sorted(edits, key=lambda each: (each.start, each.end)):
        hidden = edit not in blanks and any(
            edit.start < blank.end and blank.start < edit.end for blank in blanks
        )
        if edit.start < at or edit.end > end or hidden:
            continue
        pieces += [setting.sentence[at : edit.start], edit.text]
        at = edit.end
    return re.sub(r"\s+", " ", "".join([*pieces, setting.sentence[at:end]])).strip()
