"""Cards from Korean sentences."""

import re
from collections.abc import Iterable
from functools import lru_cache

from overmorrow.generation.article import Article
from overmorrow.generation.korean_candidates import Candidate, candidates
from overmorrow.generation.korean_clauses import Clause
from overmorrow.generation.korean_connectives import refers_back, without_connective
from overmorrow.generation.korean_leads import Lead, lead, sentence_before
from overmorrow.generation.korean_passing import passing_of
from overmorrow.generation.korean_plain import PlainTagger
from overmorrow.generation.korean_prompts import Setting, cloze, question
from overmorrow.generation.korean_seen import Seen, look
from overmorrow.generation.korean_words import Role, Tagger
from overmorrow.generation.korean_worth import worth
from overmorrow.generation.pointers import points_away
from overmorrow.generation.proposal import Doubt, Kind, Proposal

_LONG_PROMPT, _SHORT_PROMPT = 110, 25
_LONG_ANSWER = 30
_LONGEST_WHOLE = 100
"""A sentence of so few characters need not be cut into its clauses."""
_FEWEST_WORDS = 3
"""A clause of fewer is asked for with the others of its sentence."""
_ASKS_ALREADY = re.compile(
    r"(?:^|\s)(?:누가|누구|무엇|무얼|뭐|뭘|무슨|어떤|어느|어디|왜|어떻게|얼마나|얼마|몇|"
    r"언제)(?:[을를이가에은는로의]\S*|인지)?(?=\s)"
)
"""A sentence with a question in it would ask two things at once."""
_POINTS_BACK = re.compile(
    r"(?<![가-힣])(?:이는|이를|이에|이로|이때|이로써|이와|이들|이것|그것|그 결과|그 뒤|그 후|"
    r"이후|이 때문에|이 가운데|이 중|뒤에|양측|양국|"
    r"(?:두|세|네) (?:나라|사람|회사|곳|도시)[은는이가의])"
)
"""What these speak of stands in the clause before."""
_SCENE = re.compile(
    r"(?<![가-힣])(?:저|제|저희|우리|나|내|엄마|아빠|남편|아내|친구들?|동기들?|일행|"
    r"숙소)(?:는|은|가|이|의|를|도|랑|와|들은)?(?=[\s,])"
    r"|(?:갔|왔|걸었|내렸|탔|보였|나타났|먹었|마셨|들렀|묵었|느꼈|생각했|좋았|아쉬웠|놀랐|"
    r"궁금했|다녀왔|찾았|만났|앉았|샀|봤)"
    r"(?:다|어요|습니다|더니|는데|지만|고)[^가-힣]*$"
    r"|(?:것 같(?:다|았다|아요|습니다)|려고 해요|싶어요|싶습니다|인상적|기억에 남|둘이서|"
    r"혼자서|해 보|고프면|싶다면|싶으면|며칠 전|안내를 맡|끄덕|돌아오는 길|물었더니|"
    r"물으니|출장길|기회가 있었|"
    r"흘려|[가-힣]자[.]$|(?:권|추천)한다|만하다|볼 만)"
)
"""A sentence of what its writer did and saw, which hardly makes a card."""
_MOVES = re.compile(
    r"(?:닿았|도착했|도착한|나섰|향했|올랐|올라섰|내려섰|내려왔|돌아왔|지나쳤|둘러보았|둘러봤|마주쳤|건넜|"
    r"머물렀|기다렸|신청했|예약했|맡겼|골랐|물었|적었|적어 보|펼쳤|걸었|달렸|받아 들었|집어 들었)"
    r"(?:다|습니다|어요|고)[.]?$|(?:니|더니|자) (?:앞에|눈앞에|안에서|문이|누가)\s"
)
"""Where a sentence has no subject these are what its writer did."""
_FELT = re.compile(
    r"가장 오래|제일 오래|인상 깊|기억에 남|"
    r"^[“\"].*[요죠][.!?]?[”\"]$|냄새가|웃으며|글자도 못|셔틀버스|주차|참가비|행사장|씁쓸|뜬금없|"
    r"고 나니|[아어] 보(?:았|니)|기분 탓|가 볼|몰랐|처음 알았|[보말하]자는 것이다|더라|후들|들렀|"
    r"돌아오는 (?:길|버스|차|기차|배)|인터뷰를 마치|마치고 나오|내 (?:눈|손|팔|몸|입)"
)
"""A sentence of how it felt, which makes one even less."""
_REGNAL = re.compile(r" (?:\d+|[IVX]+)세(?![가-힣]*대)")
"""What stands behind the name of a king or a pope, and belongs to it."""
_DOES = re.compile("에게|한테|와|를")
"""What stands behind a person and not behind an age."""
_HEARSAY = re.compile(
    r"[다라]고들 |흔히 .*(?:지만|으나)|"
    r"[다라]는 (?:말|소문|얘기|이야기)[이도가] (?:돈다|돌았다|나돌)"
)
"""What people say and is not so."""
_COUNTS = {
    2: "둘",
    3: "셋",
    4: "넷",
    5: "다섯",
    6: "여섯",
    7: "일곱",
    8: "여덟",
    9: "아홉",
    10: "열",
}


class KoreanMaker:
    """Makes proposals from the Korean sentences of an article."""

    lang = "ko"

    def __init__(self, tagger: Tagger | None = None) -> None:
        """Choose what tells nouns from verbs.

        Args:
            tagger: None takes our own rules, which need nothing but Python.
        """
        self._tagger = tagger or PlainTagger()

    def proposals(self, article: Article) -> Iterable[Proposal]:
        """Yield what could become a card, in the article's order, unsifted."""
        found, subject = look(article, self._tagger)
        for seen in found:
            if len(seen.words) > 1 and seen.says_something:
                for candidate in candidates(seen, subject):
                    proposal = _proposal(article, seen, candidate, subject)
                    if proposal:
                        yield proposal


def _proposal(article: Article, seen: Seen, candidate: Candidate, subject: str) -> Proposal | None:
    said = seen.text[candidate.start : candidate.end]
    placed = _placed(seen, candidate, subject)
    is_poor = said == article.title or _HEARSAY.search(seen.text) is not None
    if placed is None or is_poor or _is_torn(article, seen, candidate):
        return None
    clause, start, before = placed
    setting = Setting(seen.text, seen.words, clause, start, before.text, seen.edits)
    gap = cloze(setting, *candidate.hidden)
    asked = None
    if candidate.ask and not _ASKS_ALREADY.search(seen.text):
        asked = question(
            setting,
            *candidate.hidden,
            candidate.ask,
            candidate.particle,
            is_time=candidate.kind is Kind.DATE,
        )
    prompt = (asked or gap) + _how_many(candidate)
    answer = candidate.answer or said
    features = (
        *candidate.features,
        *_of_prompt(article, seen, answer, prompt, before, is_question=asked is not None),
        *(["half given"] if _is_half_given(candidate, answer, prompt, seen.carried.hero) else []),
    )
    offset = seen.sentence.start
    return Proposal(
        prompt=prompt,
        answer=answer,
        kind=candidate.kind,
        start=offset,
        end=seen.sentence.end,
        answer_start=offset + candidate.start,
        answer_end=offset + candidate.end,
        sentence=seen.text,
        score=worth(features),
        aliases=candidate.aliases[:3],
        answer_type=candidate.answer_type,
        items=candidate.items,
        doubts=(
            *candidate.doubts,
            *before.doubts,
            *([Doubt.LONG_ANSWER] if len(answer) > _LONG_ANSWER else []),
        ),
        other_prompts=(gap + _how_many(candidate),) if asked else (),
    )


def _placed(seen: Seen, candidate: Candidate, subject: str) -> tuple[Clause, int, Lead] | None:
    """Return the clause of an answer, where it begins, and what it needs before it.

    None where it cannot stand without a sentence before that is of no use there.
    """
    clause = _clause_of(seen, candidate)
    if clause is None:
        return None
    first = seen.words[clause.first]
    start = first.start - len(first.open_marks) if clause.first else 0
    if not candidate.is_numbered:
        start = without_connective(seen.text, start)
    if start > candidate.start:
        return None
    before = lead(seen, clause, candidate, subject)
    is_said = candidate.is_numbered or any(edit.start == start for edit in seen.edits)
    if before.is_sentence or is_said or not refers_back(seen.text, start):
        return clause, start, before
    sentence = sentence_before(seen, candidate, before)
    return (clause, start, sentence) if sentence else None


@lru_cache(maxsize=4)
def _is_of_writer(sentence: str) -> tuple[bool, bool, bool]:
    """Return whether a sentence tells what its writer did, how that felt, and where they went."""
    is_scene, is_felt, is_move = (
        sign.search(sentence) is not None for sign in (_SCENE, _FELT, _MOVES)
    )
    return is_scene, is_felt, is_move


def _is_half_given(candidate: Candidate, answer: str, prompt: str, hero: str) -> bool:
    """Return whether a prompt holds a word of a long name, or a number with another unit.

    That is 프레넬 of 오귀스탱 프레넬, and 27 of 27단 beside 27대; what somebody's father
    is called is not given by the name of the hero.
    """
    number = re.match(r"\d{2,}(?=\D|$)", answer)
    if candidate.kind is Kind.NUMBER and number and re.search(rf"(?<!\d){number[0]}(?!\d)", prompt):
        return True
    if not {"titled", "someone", "quoted term"} & set(candidate.features):
        return False
    shown = prompt.partition("] ")[2] if prompt.startswith("[") else prompt
    shown = shown.replace(hero, "") if hero else shown
    words = answer.split()
    return len(words) > 1 and any(len(word) > 1 and word in shown for word in words)


def _is_torn(article: Article, seen: Seen, candidate: Candidate) -> bool:
    """Return whether a name goes on behind an answer: 도 of 증도 is no particle, 2세 a part."""
    is_number = _REGNAL.match(seen.text, candidate.start - 1) and _DOES.match(
        seen.text, candidate.end
    )
    if is_number or _REGNAL.match(seen.text, candidate.end):
        return True
    if candidate.particle != "도":
        return False
    whole = seen.text[candidate.start : candidate.end] + "도"
    return re.search(rf"{re.escape(whole)}(?:로|에|는|가|의|를|와|대교)", article.text) is not None


def _of_prompt(
    article: Article, seen: Seen, answer: str, prompt: str, before: Lead, *, is_question: bool
) -> tuple[str, ...]:
    """Return what speaks for and against a card by its prompt and its sentence."""
    times = article.text.count(answer)
    is_scene, is_felt, is_move = _is_of_writer(seen.text)
    is_nobodys = Doubt.NO_SUBJECT in before.doubts and not seen.carried.hero
    is_scene = is_scene or (is_nobodys and is_move)
    claims = {
        "once": times <= 1,
        "often": times >= 4,
        "first mention": times > 1 and article.text.find(answer) >= seen.sentence.start,
        "in title": answer in article.title,
        "scene without subject": Doubt.NO_SUBJECT in before.doubts and is_scene,
        "latin": re.search("[A-Za-z]", answer) is not None,
        "question": is_question,
        "long prompt": len(prompt) > _LONG_PROMPT,
        "short prompt": len(prompt) < _SHORT_PROMPT,
        "scene": is_scene,
        **dict.fromkeys(passing_of(seen.text), True),
        "felt": is_felt,
        "no subject": Doubt.NO_SUBJECT in before.doubts,
        "carried": Doubt.CARRIED in before.doubts or before.is_apart,
        "labelled": before.text.startswith("["),
        "beside amounts": bool(seen.amounts),
        "beside lists": bool(seen.lists),
        "first of paragraph": not seen.previous,
        "long sentence": len(seen.text) > _LONG_PROMPT,
    }
    return tuple(name for name, holds in claims.items() if holds)


def _how_many(candidate: Candidate) -> str:
    """Return how many items a list has, so that the learner knows when it is whole."""
    count = _COUNTS.get(len(candidate.items))
    return f" ({count})" if count else ""


def _says_more(seen: Seen, clause: Clause, candidate: Candidate) -> bool:
    """Return whether a clause has another noun than its answer."""
    return any(
        word.role is Role.NOUN and not candidate.start <= word.start < candidate.end
        for word in seen.words[clause.first : clause.last + 1]
    )


def _clause_of(seen: Seen, candidate: Candidate) -> Clause | None:
    """Return the clause an answer stands in, or several together where it spans them."""
    inside = [
        clause
        for clause in seen.clauses
        if seen.words[clause.first].start < candidate.end
        and candidate.start < seen.words[clause.last].end
    ]
    if not inside:
        return None
    first = inside[0]
    if inside[-1].last - first.first < _FEWEST_WORDS - 1:
        return first._replace(first=0, last=len(seen.words) - 1)
    if not _says_more(seen, first, candidate):
        return first._replace(first=0, last=len(seen.words) - 1)
    start = seen.words[first.first].start
    points = _POINTS_BACK.search(seen.text, start) or refers_back(seen.text, start)
    if first.first and points:
        first = seen.clauses[0]
    if _leans(seen, first, candidate):
        first = seen.clauses[0]
    return first._replace(last=inside[-1].last)


def _has_subject(seen: Seen, clause: Clause) -> bool:
    """Return whether a clause names what it speaks of, and not only how many: 808명이."""
    if clause.subject is None:
        return False
    word = seen.words[clause.subject]
    return not any(each.start <= word.start < each.end for each in seen.amounts)


def _has_object(seen: Seen, clause: Clause) -> bool:
    words = seen.words[clause.first : clause.last + 1]
    return any(word.particle in ("을", "를") for word in words)


def _leans(seen: Seen, clause: Clause, candidate: Candidate) -> bool:
    """Return whether a clause says of whom it speaks only by the clauses before it.

    What stands before it can be brought along then: it is short, gives nothing away and
    speaks of nothing outside.
    """
    told = seen.text[: seen.words[clause.first].start]
    if seen.text[candidate.start : candidate.end] in told or points_away(told):
        return False
    before = [each for each in seen.clauses if each.last < clause.first]
    topics = any(each.topic is not None for each in before)
    subjects = any(each.subject is not None for each in before)
    is_bare = clause.topic is None and not _has_subject(seen, clause)
    is_short = seen.words[clause.last].end <= _LONGEST_WHOLE
    objects = any(_has_object(seen, each) for each in before)
    lacks = is_bare and objects and not _has_object(seen, clause)
    needs = (is_bare and (topics or subjects)) or (clause.topic is None and topics) or lacks
    return needs and is_short
