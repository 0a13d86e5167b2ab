"""Says who 그 is and which one 이 섬 is, by the sentences before."""

import re
from collections.abc import Sequence

from overmorrow.generation.korean_edits import Edit
from overmorrow.generation.korean_endings import fitting
from overmorrow.generation.word_lists import words_of

_HE = re.compile(
    r"(?<![가-힣])(?P<who>그녀|그)(?P<particle>는|가|의|를|에게는|에게서|에게|도|와|로서|"
    r"로부터)(?=[\s,])"
)
_THIS = re.compile(
    r"(?<![가-힣])(?:이|그|해당) (?P<what>[가-힣]{1,5}?)"
    r"(?P<particle>에서는|에서도|에서|에게|에는|에도|으로|로|은|는|이|가|을|를|의|에|와|과|"
    r"도)(?=[\s,])"
)
NO_PERSON = re.compile(
    r"(?:법|제도|재|기|주|제|상|설|론|학|회|사|원|국|부|청|당|군|도|섬|산|강|시|서|록|전쟁|"
    r"운동|시대|사건|센터|은행|그룹|닷컴|대학|학교|"
    r"료|물|질|력|률|율|호|교|비|탑|궁|성|포|역|항|촌|마을|반도)$"
)
"""How names end that are no person's."""
_TITLED = words_of(
    "책 저서 작품 소설 시집 영화 드라마 노래 앨범 그림 희곡 만화 신문 잡지 글 논문 보고서"
)
_BARE_WORK = re.compile(
    r"(?:책|소설|시집|영화|노래|앨범|희곡|논문|보고서)(?P<particle>은|는|이|가|의|에는)(?=\s)"
)
"""At the beginning of a sentence these are the one work that the last sentence named."""
_KINDS = {
    "섬": "도|섬", "도시": "시|항", "강": "강", "산": "산|봉|봉우리", "절": "사", "사찰": "사",
    "제도": "제|법|제도", "법": "법", "법률": "법", "학설": "설|론", "이론": "론|설",
    "가설": "설", "비": "비", "비석": "비", "탑": "탑", "전쟁": "전쟁|란",
    "사건": "사건|사변|정변|의거", "운동": "운동", "학교": "학교|대학|학당|원",
    "대학": "대|대학|대학교", "회사": "사|그룹|전자|닷컴|은행|상사", "기업": "사|그룹|전자|닷컴",
    "나라": "국", "단체": "회|단|연맹|협회", "조약": "조약|늑약", "건물": "관|궁|전|당|각|루",
    "궁궐": "궁", "술": "주|막걸리", "병": "병|증|염", "물질": "소|산|물", "대회": "대회|회|배",
}  # fmt: skip
"""How the names of a kind of thing end."""


def could_be_person(name: str) -> bool:
    """Return whether a name could be a person's by its letters and its ending."""
    return re.fullmatch("[가-힣]{2,}(?: [가-힣]+)*", name) is not None and not NO_PERSON.search(
        name
    )


def has_pronoun(sentence: str, start: int) -> bool:
    """Return whether a clause begins with 그 or 그녀, of whom it then speaks."""
    found = _HE.search(sentence, start)
    return found is not None and found["particle"] in ("는", "가", "도", "의")


def pronoun_edits(
    sentence: str, person: str, named: Sequence[str], here: Sequence[tuple[int, str]] = ()
) -> list[Edit]:
    """Return pronouns of a sentence said as what they stand for; unsure ones are left.

    Args:
        sentence: The sentence.
        person: Of whom was spoken last.
        named: What was named before, the newest last; titles in 《》 with their marks.
        here: The names of the sentence itself and where they stand; after another's name
            it is not sure who is meant.
    """
    edits = []
    if person:
        edits += [
            Edit(*found.span(), person + fitting(person, found["particle"]))
            for found in _HE.finditer(sentence)
            if all(at > found.start() or name == person for at, name in here)
        ]
    works = {name for name in named if name.startswith(("《", "『", "<"))}
    bare = _BARE_WORK.match(sentence)
    if (
        bare
        and len(works) == 1
        and not works & set(re.findall(r"[《『<][^》』>]*[》』>]", sentence))
    ):
        work = works.pop()
        edits.append(Edit(*bare.span(), work + fitting(work, bare["particle"])))
    for found in _THIS.finditer(sentence):
        meant = _meant(found["what"], named)
        if meant and meant not in sentence:
            edits.append(Edit(*found.span(), meant + fitting(meant, found["particle"])))
    return edits


_MR = re.compile(r"(?<![가-힣])(?P<family>[가-힣])\s?씨(?=[은는이가와의를도])")


def full_names(sentence: str, people: Sequence[str]) -> list[Edit]:
    """Return names of which only the first letter stands, 박씨, said in full, 박성호 씨."""
    return [
        Edit(*found.span(), f"{min(whole)} 씨")
        for found in _MR.finditer(sentence)
        for whole in [
            {
                name
                for name in (each.rpartition(" ")[2] for each in people)
                if re.fullmatch(found["family"] + "[가-힣]{2}", name)
            }
        ]
        if len(whole) == 1
    ]


_CLASSES = words_of("유산 문화재 상 기록 목록 지역 나라 도시 방법 체계 기술 현상 과정 상태")
"""What 이 유산 and the like mean has mostly a name that does not end so."""


def _meant(what: str, named: Sequence[str]) -> str:
    """Return the newest name of a kind of thing."""
    if what in _CLASSES and what not in _KINDS:
        return ""
    if what in _TITLED:
        return next((name for name in reversed(named) if name.startswith(("《", "『", "<"))), "")
    said = re.compile(rf"(?:^|\s)(?:[가-힣]*{re.escape(what)} )(?P<name>\S+)$")
    for name in reversed(named):
        found = said.search(name)
        if found:
            return found["name"]
    ends = re.compile(rf"(?:{_KINDS.get(what, re.escape(what))})$")
    return next((name for name in reversed(named) if name != what and ends.search(name)), "")
