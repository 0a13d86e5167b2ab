"""Notes for collections of any size: Korean and English, of every kind, always the same."""

from collections.abc import Iterator
from random import Random

from overmorrow.cards.list_item import ListItem
from overmorrow.cards.note import AnswerType, Note

KOREAN, ENGLISH = "ko", "en"
DECKS = tuple(
    (f"{top}::{middle}::{leaf}", lang)
    for top, lang, middles in (
        ("한국사", KOREAN, ("고대", "고려", "조선", "근대")),
        ("지리", KOREAN, ("아시아", "유럽", "바다")),
        ("과학", KOREAN, ("물리", "생물", "별")),
        ("English", ENGLISH, ("Words", "Idioms", "Grammar")),
        ("Medicine", ENGLISH, ("Bones", "Nerves", "Drugs")),
    )
    for middle in middles
    for leaf in (("첫째", "둘째", "셋째") if lang == KOREAN else ("One", "Two", "Three"))
)
"""Each deck with cards, and the language of its answers."""

_THINGS = (
    *("수도", "강", "왕", "도시", "나라", "책", "바다", "산", "전쟁", "법", "다리", "배", "학교"),
    *("의사", "별자리", "뼈", "약", "섬", "탑", "문자", "그림", "노래", "항구", "성곽", "길"),
)
_DEEDS = (
    "세운",
    "처음 본",
    "이름 지은",
    "그린",
    "지나간",
    "다스린",
    "옮긴",
    "고친",
    "잃은",
    "찾은",
)
_SYLLABLES = (
    *"가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허고노도로모보소오조초코토포호",
    *"구누두루무부수우주추쿠투푸후강난달람민봉선용진철",
)
_THINGS_EN = (
    *("river", "capital", "bone", "nerve", "drug", "verb", "island", "tower", "king", "letter"),
    *("harbour", "battle", "law", "star", "bridge", "school", "doctor", "sea", "book", "road"),
)
_DEEDS_EN = ("built", "named", "found", "lost", "crossed", "ruled", "drawn", "moved", "mended")
_SOUNDS = ("ba", "der", "lin", "mo", "ra", "ston", "ve", "ka", "tor", "el", "ni", "shaw", "ru")
_KINDS = ("plain", "tagged", "both ways", "number", "gaps", "list", "told more")
_SHARES = (70, 8, 6, 6, 4, 3, 3)
_TAGS = ("시험", "어려움", "2025", "강의 3", "exam", "verbs", "week 12", "review")


def notes_of(chance: Random, lang: str) -> Iterator[Note]:
    """Yield notes without end, most of them a prompt and an answer."""
    write = _korean if lang == KOREAN else _english
    number = 0
    while True:
        number += 1
        yield _of_a_kind(chance, write(chance, number), number)


def _korean(chance: Random, number: int) -> Note:
    person, thing = _name(chance), chance.choice(_THINGS)
    prompt = f"{person} 왕이 {chance.choice(_DEEDS)} {thing}의 이름은 무엇인가? ({number})"
    return Note(prompt, f"{_name(chance)}{thing}")


def _english(chance: Random, number: int) -> Note:
    person, thing = _name_en(chance), chance.choice(_THINGS_EN)
    prompt = f"Which {thing} was {chance.choice(_DEEDS_EN)} by {person}? ({number})"
    return Note(prompt, f"{_name_en(chance)} {thing}")


def _of_a_kind(chance: Random, note: Note, number: int) -> Note:
    """Return most notes as they are, and some as another kind or with details."""
    kind = chance.choices(_KINDS, _SHARES)[0]
    if kind == "tagged":
        note = note._replace(tags=(chance.choice(_TAGS), chance.choice(_TAGS)))
    elif kind == "both ways":
        note = note._replace(both=True, aliases=(note.answer.lower(), f"{note.answer} {number}"))
    elif kind == "number":
        note = note._replace(answer=str(1000 + number % 1024), answer_type=AnswerType.NUMBER)
    elif kind == "gaps":
        note = _with_gaps(note)
    elif kind == "list":
        items = tuple(ListItem(f"{note.answer} {letter}") for letter in "ABC")
        answer = ", ".join(item.text for item in items)
        note = note._replace(answer=answer, items=items, answer_type=AnswerType.LIST)
    elif kind == "told more":
        note = note._replace(remark=f"{note.answer}: {note.prompt}", hint=note.answer[:1])
    return note


def _with_gaps(note: Note) -> Note:
    first, _, rest = note.prompt.partition(" ")
    return Note(f"{{{{{first}}}}} {rest} {{{{{note.answer}}}}}.", is_cloze=True)


def _name(chance: Random) -> str:
    return "".join(chance.choices(_SYLLABLES, k=3))


def _name_en(chance: Random) -> str:
    return "".join(chance.choices(_SOUNDS, k=3)).title()
