"""Korean words by rules of our own, for a machine without a morphological analyser."""

import re
from collections import Counter
from collections.abc import Sequence

from overmorrow.generation.korean_endings import PAST, final_of
from overmorrow.generation.korean_marks import trimmed
from overmorrow.generation.korean_words import Role, Word
from overmorrow.generation.korean_worth import GENERIC
from overmorrow.generation.word_lists import words_of

_CHUNK = re.compile(r"\S+")
_PARTICLES = sorted(
    words_of(
        "에서는 에서도 에서의 에서만 에게서 에게는 에게도 에게 에서 에는 에도 에만 에의 에 "
        "으로는 으로도 으로부터 으로써 으로서 으로만 으로의 으로 "
        "로는 로도 로부터 로써 로서 로만 로의 로 까지는 까지도 까지 부터는 부터 처럼 보다는 "
        "보다도 보다 만큼 마다 이라는 라는 이라고도 라고도 이라고 라고 "
        "이란 란 은 는 이 가 "
        "을 를 의 와의 과의 와는 과는 와도 과도 와 과 도 만은 만이 만을 만 이나 이며 께서는 "
        "께서 한테 엔 밖에 조차 마저 뿐"
    ),
    key=len,
    reverse=True,
)
_BY_LAST = {
    last: [particle for particle in _PARTICLES if particle.endswith(last)]
    for last in {particle[-1] for particle in _PARTICLES}
}
_AFTER_CONSONANT = (
    "은",
    "이",
    "을",
    "과",
    "으로",
    "이라",
    "이란",
    "이나",
    "이며",
    "과의",
    "과는",
    "과도",
)
_AFTER_VOWEL = ("는", "가", "를", "와", "란", "와의", "와는", "와도", "라는", "엔")
_RIEUL = 8
_WHOLE_NOUNS = re.compile(
    r"(?:[가-힣]*(?:해상|민감|신뢰|만족|선호|난이|완성|인지|지명|충성|지지)도|"
    r"[제온속정태지포기시의강밀고각용한빈습진척농순인]도|(?:제주|경기|"
    r"강원|전라|경상|충청)도|[대불비자오]만|[도진통경선]로|에스크로"
    r"|[가-힣]*(?:주의|회의|합의|정의|동의|강의|논의|협의|거의)|[높길깊넓먹놀]이|어린이|"
    r"젊은이|[결효성학통초교경내외치]과|사과|추가|휴가|화가|대가|허가|투자가"
    r"|전문가|하나|마을|가을|겨울|노을|나이|아이|차이|사이|종이|이야기|경우|오늘|내일|모레|"
    r"아무|여름|하루|[가-힣]*국가)$"
)
_ADVERBS = words_of(
    "매우 아주 가장 더 더욱 다시 또 또한 함께 같이 이미 아직 바로 거의 모두 다 곧 자주 "
    "항상 늘 많이 잘 못 안 특히 주로 현재 매일 대개 결국 점차 "
    "점점 "
    "먼저 서로 스스로 오래 얼마나 어떻게 왜 언제 그리고 그러나 하지만 따라서 즉 및 또는 "
    "혹은 그래서 그런데 한편 다만 물론 비록 만약 만일 마치 오히려 직접 "
    "계속 새로 별로 너무 무척 훨씬 상당히 역시 일찍 처음 더불어 아울러 이렇게 그렇게 "
    "저렇게 이제 지금 당시 이후 반면 실제로 원래 본래 흔히 널리 모든게"
)
_DETERMINERS = words_of(
    "이 그 저 한 두 세 네 모든 여러 다른 새 각 전 온 어느 어떤 무슨 약 몇 첫 옛 이런 그런 "
    "저런 이러한 그러한 큰 긴 먼 새로운 어려운 같은 많은 "
    "작은 높은 "
    "좋은 깊은 넓은 짧은 젊은 밝은 맑은 붉은 낮은 적은 늦은 곧은 굵은 검은 받은 남은 얻은 "
    "찾은 맺은 죽은 낳은 읽은 잡은 앉은 닮은 담은 심은 묻은 쌓은 지은 들은 "
    "걸은 입은 만든 나온 온 간 본 쓴 준 산 판 이룬 이끈 생긴 넘긴 남긴 옮긴 맡긴 올린 내린 "
    "그린 버린 거친 마친 바친 펼친 가진 빠진 퍼진 쓰인 보인 "
    "높인 모인 놓인 "
    "쌓인 섞인 둘러싸인 벌거벗은 빠른 바른 다룬 부른 오른 흐른 이른 따른 누른 떠난 지난 "
    "만난 태어난 일어난 벗어난 뛰어난 늘어난 나타난 드러난 자라난 열린 걸린 불린 "
    "팔린 실린 알린 볼 갈 올 살 쓸 둘 줄 팔 만들 이룰 부를 다룰 높일 줄일 가는 오는 나는 "
    "보는 주는 사는 쓰는 아는 드는 다니는 지키는 다루는 이루는 부르는 흐르는 "
    "만드는 이끄는 가리키는 나오는 들어가는 마땅한 유명한 중요한 필요한 비슷한 다양한 특별한"
)
_ADNOMINAL = re.compile(
    r"(?:[하되있없않받짓먹찾읽갖맺얻믿입놓싣걷젓묻앉][는]|시키는|[어여려해아워]지는|바꾸는|"
    r"(?:열|걸|불|팔|실|알|올|내|그|기다|버|달|흘|돌|살|늘|"
    r"날|울|빌|풀)리는|[가-힣]+(?:던|다는|라는|냐는|려는)"
    r"|[가-힣]{2,}(?:한|된|할|될|시킨|어진|아진|여진|해진|려진|워진|뤄진|러진|져온|해온|"
    r"어온|아온|려온|내온|스러운|로운|다운|러운|거운|까운|"
    r"있을|없을|었을|았을|했을|으려는))$"
)
_NO_ADNOMINAL = re.compile(
    r"(?:북한|제한|권한|무한|기한|시한|남한|역할|대한|또한|인한|위한|관한|의한|통한)$"
)
_BOUND_ADNOMINAL = re.compile(r"(?:대한|인한|위한|관한|의한|통한|향한)$")
_LINK_ENDS = re.compile(
    r"(?:[가-힣]며|[으하되]?려면|[타나내크펴켜]고|(?:세우|지키|이루|다루|부르|배우|싸우|"
    r"나누|모으|키우|살|열|닫|놓|넣|먹|입|싣|팔|걸|풀|밀|끌|몰|날)고"
    r"|(?:남|찾|받|잡|담|쌓|놓|돌|날|살|알|팔|몰|앉)아|(?:얻|들|열|먹|걸|넣|늘|벌|이끌|"
    r"만들|읽|믿|싣|씻|묶)어|[하되있없][고며]|"
    r"하면서|되면서|하여|하여서|해서|되어|되어서|돼서|돼|하지만|되지만|있지만|없지만|"
    r"하는데|되는데|있는데|없는데|하도록|되도록|있도록|하게|되게|있게|"
    r"없게|롭게|답게"
    r"|하면|되면|있으면|없으면|하자|하니|하러|하려고|되려고|으려고|하기|되기|으며|으면서|"
    r"이고|이며|면서|지만|는데|도록|거나|자마자|다가|느라|수록|"
    r"아서|어서|워서|려서|여서|와서|가서"
    r"|으면|으니|아야|어야|해야|여야|지만|지는|[았었였했됐갔왔]던|하지|되지|있지|않고|"
    r"않으며|않아|않은|못하고|못해|위해|통해|따라|의해|관해|대해|"
    r"비해|향해|인해|거쳐|걸쳐|두고|보고|가지고|짓고|맺고|쓰고|벌이고"
    r"|만들고|나오고|오고|가고|주고|받고|싶다고|다고|라고|자고|냐고)$"
)
_HAE = re.compile(r"[가-힣]{2,}해$")
_NO_HAE = re.compile(
    r"(?:올해|지난해|서해|남해|동해|황해|피해|손해|침해|방해|이해|오해|재해|그해|새해|한해)$"
)
_PAST_LINK = re.compile(r"(?:고|으며|는데|지만|으나|더니|으면서|기에|으므로|으니)$")
_ADJECTIVES = re.compile(
    r"(?:하|크|나쁘|아니|다르|빠르|푸르|이르|비싸|싸|세|희|차|예쁘|바쁘|기쁘|슬프|아프|"
    r"느리|흐리|어리|높|낮|많|적|좋|싫|깊|얕|넓|좁|길|짧|"
    r"굵|가늘|두껍|얇|무겁|가볍|어렵|쉽|덥|춥|"
    r"밝|어둡|맑|흐리|같|있|없|싶|롭|답|럽|겹|깝|곱|맵|강하|젊|늙|붉|검|옳|그렇|이렇|어떻|"
    r"빨갛|하얗|까맣|드물|멀|달|거칠)다$"
)
_VERB_PAST = re.compile(
    r"(?:하|보|높|줄|벌|직|붙|끓|먹|속|숙|들|쌓|모|놓|쓰|섞|묶|기울|보|꾸|망설|반짝|늘|녹|"
    r"죽|굽)였(?:다|고|으며|지만|는데|으나)$"
)
_COPULA = re.compile(
    r"(?P<copula>이다|이었다|였다|입니다|이에요|예요|이고|이며|였고|였으며|이었고|이었으며|"
    r"이지만|였지만|이었지만|이라|이라서|인)$"
)
_LOAN = frozenset(
    "크트프드스즈브르츠쿠푸켓켈콘컨컴컬코콜쿨퀴탄터턴텐템텍텔토톤톰튜틀티틴팀팅파팔패팩퍼펀"
    "페펜펠포폰폴퓨플피핀필핑하허헤호홀후휴흐히닷닉니네넷노누뉴디데델도"
    "딜라락란랄람랑래랜램랩러런럴레렉렌렐로론롤롱루룸류리린릴링마막만말매맥맨머메멘모몬몰뮤"
    "미믹민밀바박반발방배백밴버번베벤벨보본볼봇부불뷰블비빅빌사산살샌샤"
    "섀선설세센셀셔션셰소손솔쇼슈슨슬시신실싱아안알암애액앤앨야양어언얼에엔엘오온올와왓요우"
    "울워원월웨웹위윈윌윙유이인일잉잔장재잭저전제젠젤조존종주줄쥬지진질징"
    "차찬채챗처체첸초추춘치칭카칸캐캔캠커"
)
_RARE = frozenset(
    "크트프드스즈브르츠쿠푸켓켈컴컬쿨퀴텐템텍텔톤톰튜틀틴팀팅팩퍼펀펜펠폰폴퓨플핀핑헤닷닉넷"
    "뉴델딜랄랜램랩럴렉렌렐론롤룸릴멘몰뮤믹뱅벡벤벨봇뷰블빅빌샌샤섀센셀셔션셰슈슨싱앤앨웨웹"
    "윈윌윙잭젠젤챗첸칭캔캠커컨콘"
)


class PlainTagger:
    """Tells stems from particles, and nouns from verbs, by what words end in."""

    def words(self, sentences: Sequence[str]) -> list[tuple[Word, ...]]:
        """Return the words of each sentence."""
        found = [_words(sentence) for sentence in sentences]
        counts: Counter[str] = Counter()
        topics: Counter[str] = Counter()
        for sentence, words in zip(sentences, found, strict=True):
            for word in words:
                if word.role is Role.NOUN:
                    stem = sentence[word.start : word.stem_end]
                    counts[stem] += 1
                    topics[stem] += word.particle in ("은", "는")
        return [
            tuple(
                word._replace(is_name=True)
                if _is_name(sentence[word.start : word.stem_end], counts, topics)
                else word
                for word in words
            )
            for sentence, words in zip(sentences, found, strict=True)
        ]


def _is_name(stem: str, counts: Counter[str], topics: Counter[str]) -> bool:
    """Return whether a noun looks like a name: Latin, of foreign syllables, often spoken of."""
    if re.search("[A-Za-z]", stem):
        return True
    syllables = [syllable for syllable in stem if "가" <= syllable <= "힣"]
    rare = sum(syllable in _RARE for syllable in syllables)
    foreign = len(syllables) > 2 and rare and all(each in _LOAN | _RARE for each in syllables)
    is_frequent = counts[stem] >= 3 and (len(stem) >= 3 or topics[stem] >= 2)
    return bool(foreign) or (is_frequent and stem not in GENERIC)


def _words(sentence: str) -> list[Word]:
    found = []
    for chunk in _CHUNK.finditer(sentence):
        first, last, marks = trimmed(sentence, *chunk.span())
        if first < last:
            is_last = not sentence[chunk.end() :].strip()
            word = _word(sentence, first, last, is_last=is_last)
            if marks["comma"] and word.role is Role.ADNOMINAL and not word.is_copula:
                word = _noun(sentence[first:last], first, last)  # nothing to describe follows
            found.append(word._replace(**marks))
    return found


def _word(sentence: str, first: int, last: int, *, is_last: bool) -> Word:
    form = sentence[first:last]
    if not re.search("[가-힣]", form):
        return Word(first, last, Role.NOUN, last)
    if form in _DETERMINERS or (_BOUND_ADNOMINAL.search(form) and len(form) > 1):
        return Word(first, last, Role.ADNOMINAL, last)
    if form in _ADVERBS or re.fullmatch("[가-힣]{2,}(?:히|적으로)", form):
        return Word(first, last, Role.ADVERB, last)
    verb = _verb(form, first, last, is_last=is_last)
    return verb or _noun(form, first, last)


def _verb(form: str, first: int, last: int, *, is_last: bool) -> Word | None:
    copula = _COPULA.search(form)
    if copula and copula.start() > 0 and not _VERB_PAST.search(form) and _is_copula(form, copula):
        ends = copula["copula"]
        role = Role.ADNOMINAL if ends == "인" else Role.FINAL if ends[-1] in "다요" else Role.LINK
        return Word(first, last, role, first + copula.start(), is_copula=True)
    if form.endswith(("다", "까", "죠", "요")) and len(form) > 1 and is_last:
        return _final(form, first, last)
    if _ADNOMINAL.search(form) and not _NO_ADNOMINAL.search(form):
        return Word(first, last, Role.ADNOMINAL, last)
    if _links(form):
        return Word(first, last, Role.LINK, last, is_verbal=form.endswith("기"))
    is_past = form.endswith("다") and final_of(form[-2:-1]) == PAST
    return Word(first, last, Role.FINAL, last) if is_past else None


def _links(form: str) -> bool:
    """Return whether a word ends as verbs do whose sentence goes on."""
    past = _PAST_LINK.search(form)
    if past and past.start() and final_of(form[past.start() - 1]) == PAST:
        return True
    is_hae = _HAE.search(form) and not _NO_HAE.search(form)
    return len(form) > 1 and bool(_LINK_ENDS.search(form) or is_hae)


def _is_copula(form: str, copula: re.Match[str]) -> bool:
    """Return whether "to be" hangs on a noun here, and it is no verb that ends alike."""
    stem, ends = form[: copula.start()], copula["copula"]
    if ends == "인":
        return len(stem) > 2 and final_of(stem[-1]) == 0 and stem[-1] not in "하보쓰높모놓쌓섞"
    if ends in ("이고", "이며", "이라", "이지만") and len(stem) < 2:
        return False
    if ends.startswith("였"):
        return final_of(stem[-1]) == 0
    return True


def _final(form: str, first: int, last: int) -> Word:
    adjective = _ADJECTIVES.search(form) is not None
    before = final_of(form[-2])
    is_polite = form.endswith("니다") or not form.endswith("다")
    is_verb = adjective or is_polite or before in (4, PAST, 18) or form[-2] == "는"
    if not is_verb and before == 0:
        return Word(first, last, Role.FINAL, last - 1, is_copula=True)
    return Word(first, last, Role.FINAL, last, is_adjective=adjective)


_PRONOUNS = words_of(
    "나 저 너 우리 저희 그 그녀 그들 이들 이것 그것 저것 여기 거기 이곳 그곳 누구 무엇 "
    "어디 언제 것 수 때문 등 채 적 줄 바 데 뿐 만큼 대로 측 "
    "중 간 "
    "자기 자신 게 건 걸 이 모든게 무얼 뭐 뭘"
)


def _noun(form: str, first: int, last: int) -> Word:
    particle = _particle(form)
    stem = form[: len(form) - len(particle)]
    return Word(
        first,
        last,
        Role.NOUN,
        first + len(stem),
        particle=particle,
        is_weak=stem in _PRONOUNS,
        joins=particle in ("와", "과"),
    )


def _particle(form: str) -> str:
    """Return the particle at the end of a noun, if its last sound allows one."""
    if _WHOLE_NOUNS.fullmatch(form):
        return ""
    for particle in _BY_LAST.get(form[-1:], ()):
        if not form.endswith(particle):
            continue
        stem = form[: -len(particle)]
        if stem and _fits(stem, particle):
            is_noun = len(particle) > 1 and _WHOLE_NOUNS.fullmatch(stem + particle[0])
            return particle[1:] if is_noun else particle
    return ""


def _fits(stem: str, particle: str) -> bool:
    last = stem[-1]
    if not "가" <= last <= "힣":
        return True
    final = final_of(last)
    if particle.startswith("로"):
        return final in (0, _RIEUL)
    if particle.startswith(_AFTER_CONSONANT):
        return final != 0
    if particle.startswith(_AFTER_VOWEL):
        return final == 0
    return len(stem) > 1 or particle.startswith("에") or particle in ("의", "도", "만")
