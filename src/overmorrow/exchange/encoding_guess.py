"""Tells whether bytes that are no UTF-8 read as Korean, Japanese or western text."""

import re

_FREQUENT = frozenset(
    "이다는의가을를에서하고한지기은로도나사자리일아인어시대해스그정"
    "라수들부상제보전게으안여장면세원국과오주소만성공구적있거것생모무"
    "동식유분비신우치선학자물중방관경조미실재계문말알음마운위각요연행회"
)
"""Syllables that make up about half of any Korean text."""
_PAIR = 2
"""Bytes of a syllable that is in everyday use; others take eight in EUC-KR."""
_UTF8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}")
"""A letter of several bytes; such pairs hardly ever meet in western text."""
_ALPHABETS = tuple(
    map(
        frozenset,
        (
            "äöüß",
            "àâæçéèêëîïôœùûü",
            "áéíñóúü",
            "àáâãçéêíóôõú",
            "àéèìíòóù",
            "áéëïóöü",
            "åäöé",
            "æøåé",
            "àçéèíïòóúü",
        ),
    )
)
"""Letters with marks: of German, French, Spanish, Portuguese, Italian, Dutch, and so on."""
_LETTERS = frozenset().union(*_ALPHABETS)
_SIGNS = frozenset("‘’“”„‚«»‹›…–—•€£¥§°·¿¡ºª®©™×±½¼¾²³µ´\xa0")
_IN_WORDS = frozenset("’‘´·–—\xa0…×")
_JAPANESE = re.compile(r"[ぁ-ヿ\u4e00-\u9fff\u3000-\u303f！-～\u2010-\u26ff×÷°±§¶´¨]*")
_OUTSIDE = re.compile(r"[^\x00-\x7f]+")
_CAPITAL_WITHIN = re.compile(r"[a-zß-ÿ][À-ÖØ-ÞŒŠŽŸ]")
_LONGEST_RUN = 3
_MOST_OF_WESTERN = 0.25
"""The share of letters with marks; even short French words have fewer."""


def as_cp949(data: bytes) -> str | None:
    """Return the bytes as Korean text; None if they are not, or some lines are UTF-8."""
    try:
        text = data.decode("cp949")
    except UnicodeDecodeError:
        return None
    if any(map(_is_eastern_utf8, data.splitlines())):
        return None
    syllables = [letter for letter in text if "가" <= letter <= "힣"]
    foreign = sum(letter > "\x7f" and not "가" <= letter <= "힣" for letter in text)
    frequent = sum(letter in _FREQUENT for letter in syllables)
    reads = frequent * 7 >= len(syllables) if len(syllables) >= 10 else True
    common = sum(len(letter.encode("euc-kr", "ignore")) == _PAIR for letter in syllables)
    is_korean = syllables and common * 10 >= len(syllables) * 9 and foreign <= len(syllables) * 4
    return text if is_korean and reads else None


def as_shift_jis(data: bytes) -> str | None:
    """Return the bytes as Japanese text: much of it kana, none of it of half the width."""
    try:
        text = data.decode("cp932")
    except UnicodeDecodeError:
        return None
    if any(map(_is_eastern_utf8, data.splitlines())):
        return None
    outside = "".join(_OUTSIDE.findall(text))
    kana = sum("ぁ" <= letter <= "ヿ" for letter in outside)
    is_known = _JAPANESE.fullmatch(outside)
    return text if is_known and kana > 1 and kana * 5 >= len(outside) else None


def as_western(data: bytes) -> str | None:
    """Return the bytes as text of one or two western languages, or None.

    Its letters with marks are few, stand almost alone, and belong to these languages;
    signs stand where they do in sentences. Nothing in it is UTF-8.
    """
    if _UTF8.search(data):
        return None
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    runs = list(_OUTSIDE.finditer(text))
    letters = [sign.lower() for run in runs for sign in run[0] if sign not in _SIGNS]
    plain = sum(sign.isalpha() and sign.isascii() for sign in text)
    is_likely = (
        len(letters) <= _MOST_OF_WESTERN * plain
        and _LETTERS.issuperset(letters)
        and all(len(run[0]) <= _LONGEST_RUN and _is_in_place(text, run) for run in runs)
        and not _CAPITAL_WITHIN.search(text)
    )
    return text if is_likely and _is_of_two_languages(letters) else None


def _is_in_place(text: str, run: re.Match[str]) -> bool:
    """Whether what stands between two letters is a letter too, or binds words."""
    before, after = text[run.start() - 1 : run.start()], text[run.end() : run.end() + 1]
    if not (before.isalpha() and after.isalpha()):
        return True
    return all(sign in _IN_WORDS or sign.lower() in _LETTERS for sign in run[0])


def _is_of_two_languages(letters: list[str]) -> bool:
    most = max(
        sum(letter in one | other for letter in letters)
        for one in _ALPHABETS
        for other in _ALPHABETS
    )
    return most >= 0.95 * len(letters)


def _is_eastern_utf8(line: bytes) -> bool:
    """Whether a line is UTF-8 and holds Hangul, kana or Chinese characters."""
    if line.isascii():
        return False
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return any("가" <= letter <= "힣" or "ぁ" <= letter <= "\u9fff" for letter in text)
