"""Turns the ends of Korean clauses into questions, and particles into fitting ones."""

from overmorrow.messages import particle

_FIRST = ord("가")
PAST, _NIEUN, _RIEUL, _BIEUP, _HIEUH, _BIEUP_SIEUT = 20, 4, 8, 17, 27, 18
_PAIRS = {
    form: pair
    for pair in (
        ("은", "는"), ("이", "가"), ("을", "를"), ("과", "와"), ("으로", "로"), ("이나", "나"),
        ("이라는", "라는"), ("이라고", "라고"), ("이란", "란"), ("이랑", "랑"), ("으로서", "로서"),
        ("으로써", "로써"), ("으로부터", "로부터"), ("으로는", "로는"), ("으로도", "로도"),
        ("이며", "며"),
    )
    for form in pair
}  # fmt: skip
"""Of a syllable: the numbers of its final consonants; PAST is the ㅆ of the past tense."""
_REGULAR_BIEUP = frozenset("좁넓짧얇떫")
_REGULAR_HIEUH = frozenset("좋")


def final_of(syllable: str) -> int:
    """Return the number of a syllable's final consonant; 0 for none, or for no Hangul."""
    return (ord(syllable) - _FIRST) % 28 if len(syllable) == 1 and "가" <= syllable <= "힣" else 0


def _with_final(syllable: str, final: int) -> str:
    return chr(ord(syllable) - final_of(syllable) + final)


def fitting(word: str, form: str) -> str:
    """Return a particle in the form that fits another word: 를 after 무엇 is 을."""
    pair = _PAIRS.get(form)
    return particle(word.rstrip("》』」〉”’"), *pair) if pair else form


def question_end(word: str, *, is_adjective: bool = False) -> str | None:
    """Return the last word of a statement as the last word of a question.

    시작했다 becomes 시작했나, 제공한다 제공하나, 높다 높은가, 했습니다 했습니까; None
    where it is no plain statement.
    """
    if len(word) < 2 or word.endswith("요"):
        return word if len(word) > 1 else None
    if word.endswith("니다"):
        return word[:-1] + "까"
    return _plain_end(word[:-1], is_adjective=is_adjective) if word.endswith("다") else None


def _plain_end(stem: str, *, is_adjective: bool) -> str | None:
    """Return the question of a word without its 다."""
    if stem.endswith("는"):
        return _with_na(stem[:-1]) if len(stem) > 1 and not is_adjective else None
    last = stem[-1]
    if final_of(last) == _NIEUN and not is_adjective:
        return stem[:-1] + _with_final(last, 0) + "나"
    return _describing_end(stem)


def _describing_end(stem: str) -> str:
    """Return the question of a stem that takes the bare ending: a past tense, or an adjective."""
    last = stem[-1]
    final = final_of(last)
    if final in (PAST, _BIEUP_SIEUT):
        return stem + "나"
    if final == _BIEUP and last not in _REGULAR_BIEUP:
        return stem[:-1] + _with_final(last, 0) + "운가"
    if final in (0, _RIEUL) or (final == _HIEUH and last not in _REGULAR_HIEUH):
        return stem[:-1] + _with_final(last, _NIEUN) + "가"
    return stem + "은가"


def _with_na(stem: str) -> str:
    last = stem[-1]
    return (stem[:-1] + _with_final(last, 0) if final_of(last) == _RIEUL else stem) + "나"


def statement_end(word: str, *, is_adjective: bool = False) -> str | None:
    """Return the verb of a clause that goes on as one that ends: 시작했고 becomes 시작했다.

    None where the clause does not stand beside the next but under it.
    """
    stem = _stem_of_link(word)
    if not stem:
        return None
    last = stem[-1]
    final = final_of(last)
    if final in (PAST, _BIEUP_SIEUT) or is_adjective:
        return stem + "다"
    if final in (0, _RIEUL):
        return stem[:-1] + _with_final(last, _NIEUN) + "다"
    return stem + "는다"


def _stem_of_link(word: str) -> str:
    for ending in ("으며", "지만", "는데", "으나", "고", "며"):
        if word.endswith(ending) and len(word) > len(ending):
            stem = word[: -len(ending)]
            needs_past = ending in ("으나", "는데", "으며")
            if needs_past and final_of(stem[-1]) == 0:
                return ""
            return "" if stem[-1] in "다라자냐" and ending == "고" else stem
    return ""
