"""What each column of a table is for: told by its heading, or guessed from its place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from overmorrow.exchange.table_rows import Row

_PROMPT = frozenset(
    (
        "prompt", "front", "question", "q", "term", "word", "vocab", "vocabulary",
        "expression", "phrase", "kanji", "hanzi", "simplified", "character", "concept", "cue",
        "key", "lemma", "headword", "앞", "앞면", "문제", "질문", "단어", "용어", "표제어",
        "어휘", "한자", "개념",
    )
)  # fmt: skip
_ANSWER = (
    "correct answer", "answer", "back", "definition", "meaning", "translation", "response",
    "a", "gloss", "value", "correct", "solution", "뒤", "뒷면", "정답", "답", "뜻", "의미",
    "정의", "해석", "번역", "풀이", "answers", "meanings", "definitions", "translations",
    "description", "설명",
)  # fmt: skip
"""The first of these that a table has is its answer."""
_LANGUAGES = (
    "english", "en", "eng", "영어", "영문", "korean", "ko", "kor", "kr", "한국어", "한글", "국어",
    "german", "de", "deutsch", "독일어", "french", "fr", "français", "프랑스어", "spanish", "es",
    "español", "스페인어", "italian", "it", "russian", "ru", "japanese", "ja", "jp", "일본어",
    "chinese", "zh", "cn", "중국어", "portuguese", "pt", "dutch", "nl", "swedish", "sv", "danish",
    "da", "norwegian", "nb", "no", "polish", "pl", "turkish", "tr", "latin", "greek", "arabic",
    "hebrew", "icelandic", "finnish", "czech", "cs", "hungarian", "ukrainian", "vietnamese", "vi",
    "thai", "th", "hindi", "croatian", "hr", "native", "target", "source", "foreign",
)  # fmt: skip
"""Of several languages beside the prompt, the first of these is asked for."""
_TAGS = frozenset(
    (
        "tags", "tag", "labels", "label", "category", "categories", "태그", "분류", "카테고리",
        "꼬리표",
    )
)  # fmt: skip
_TAG_LISTS = frozenset(("tags", "tag", "labels", "태그", "꼬리표"))
_DECK = frozenset(("deck", "덱"))
_ID = frozenset(("guid", "uid", "uuid"))
_HINT = frozenset(("hint", "hints", "힌트", "도움말"))
_ALSO = frozenset(("also", "aliases", "alias", "alternatives", "다른 답"))
_REMARK = frozenset(
    (
        "note", "notes", "remark", "remarks", "comment", "comments", "extra", "메모", "비고",
        "참고",
        "노트",
    )
)  # fmt: skip
_MINOR = frozenset(
    (
        "pos", "part of speech", "gender", "plural", "pronunciation", "reading", "ipa", "pinyin",
        "romaji", "romanization", "romanisation", "transliteration", "hiragana", "katakana",
        "kana",
        "furigana", "level", "type", "class", "image", "picture", "audio", "sound", "url", "link",
        "example", "examples", "sentence", "example sentence", "example translation", "source",
        "date", "unit", "lesson", "chapter", "topic", "subject", "page", "index", "number", "id",
        "no", "#", "num", "rank", "frequency", "difficulty", "explanation", "synonyms", "synonym",
        "antonyms", "antonym", "split", "created", "updated", "품사", "발음", "예문", "예시",
        "예문 해석", "번호", "순번", "레벨", "난이도", "유의어", "반의어", "단원", "주제", "과",
        "출처", "사진", "이미지", "음성", "로마자", "병음", "해설",
    )
)  # fmt: skip
_OTHER = frozenset(
    (
        "name", "country", "capital", "city", "state", "year", "author", "title", "symbol",
        "element", "formula", "abbreviation", "acronym", "code", "event", "person", "place",
        "process", "function", "command", "shortcut", "side1", "side2", "text", "이름", "나라",
        "국가", "수도", "연도", "인물", "사건", "제목", "저자", "기호", "약자", "내용", "항목",
    )
)  # fmt: skip
_KNOWN = frozenset(
    (*_PROMPT, *_ANSWER, *_LANGUAGES, *_TAGS, *_DECK, *_ID, *_HINT, *_ALSO, *_REMARK, *_MINOR),
) | _OTHER  # fmt: skip
_WORD = re.compile(r"[^\W\d]+(?:[ _:./-][^\W_]+){0,2}\d?|#")
_LOOKED_AT = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Which column holds what, counted from 0."""

    prompt: int
    answer: int
    width: int
    """How many there are; what stands beyond them in a row belongs to the remark."""
    tags: int | None = None
    tags_by_space: bool = False
    """Whether a space parts two tags, as in Anki."""
    deck: int | None = None
    guid: int | None = None
    hint: int | None = None
    also: int | None = None
    remark: int | None = None
    others: tuple[tuple[str, int], ...] = ()
    """The rest, with their headings; they are kept in the remark."""


def has_headings(rows: Sequence[Row]) -> bool:
    """Whether the first row names the columns rather than being a card.

    Two words that tables are headed with are enough; one, or none, needs a first
    row that is plainly of another kind than those below it.
    """
    first = [heading(cell) for cell in rows[0].cells]
    filled = [word for word in first if word]
    if len(filled) < 2 or len(set(filled)) < len(filled):
        return False
    body = [row.cells for row in rows[1:_LOOKED_AT]]
    known = sum(_is_known(word) for word in filled)
    if not body:
        return known == len(filled)
    recurs = any(
        cell.strip() and cell.strip() == row[at].strip()
        for row in body
        for at, cell in enumerate(rows[0].cells)
        if at < len(row)
    )
    if known >= 2 and known * 2 >= len(filled):
        return not recurs or known == len(filled)

    if recurs or not all(_WORD.fullmatch(cell.strip()) for cell in rows[0].cells if cell.strip()):
        return False
    odd = sum(_differs(rows[0].cells[at].strip(), body, at) for at in range(len(first)))
    return odd >= (1 if known else 2) or (known >= 2 and odd >= 1)


def heading(cell: str) -> str:
    """Return a heading as it is compared: small letters, spaces for signs between words."""
    word = re.sub(r"\(.*?\)", "", cell).replace("_", " ").casefold()
    return " ".join(word.split())


def is_prompt_word(word: str) -> bool:
    """Whether a column or field of that name holds prompts."""
    return heading(word) in _PROMPT


def is_answer_word(word: str) -> bool:
    """Whether a column or field of that name holds answers."""
    return heading(word) in _ANSWER


def _is_known(word: str) -> bool:
    return word in _KNOWN or word.rstrip(" 0123456789") in _KNOWN


def _differs(word: str, body: Sequence[Sequence[str]], at: int) -> bool:
    """Whether a column's first cell is of another kind than those below."""
    below = [row[at].strip() for row in body if at < len(row) and row[at].strip()]
    if not below or not word:
        return False
    if word.islower():
        capital = sum(not cell[0].islower() for cell in below)
        if capital * 10 >= len(below) * 9:
            return True
    if word.isascii() and sum(not cell.isascii() for cell in below) * 10 >= len(below) * 9:
        return True
    mean = sum(map(len, below)) / len(below)
    return mean > 3 * len(word) + 5 or all(cell[0].isdigit() for cell in below)


def named_columns(labels: Sequence[str], rows: Sequence[Row]) -> Columns:
    """Return what the columns are for, by their headings.

    Args:
        labels: The headings as written.
        rows: The rows below them.
    """
    words = [heading(label) for label in labels]
    special = {
        "tags": _first(words, _TAG_LISTS) if _first(words, _TAG_LISTS) is not None
        else _first(words, _TAGS),
        "deck": _first(words, _DECK),
        "guid": _first(words, _ID),
        "hint": _first(words, _HINT),
        "also": _first(words, _ALSO),
        "remark": _first(words, _REMARK),
    }  # fmt: skip
    taken = {at for at in special.values() if at is not None}
    free = [at for at in range(len(words)) if at not in taken and _share(rows, at) > 0]
    if len(free) < 2:
        free = [at for at in range(len(words)) if at not in taken]
    if len(free) < 2:
        special = dict.fromkeys(special)
        free = list(range(len(words)))
    prompt, answer = _pair(words, free, rows)
    by_space = special["tags"] is not None and words[special["tags"]] in _TAG_LISTS
    return Columns(
        prompt=prompt,
        answer=answer,
        tags_by_space=by_space and not _has_commas(rows, special["tags"] or 0),
        others=tuple((labels[at].strip(), at) for at in free if at not in (prompt, answer)),
        width=len(labels),
        **special,
    )


def _pair(words: Sequence[str], free: Sequence[int], rows: Sequence[Row]) -> tuple[int, int]:
    """Return the columns of the prompt and of the answer."""
    main = [at for at in free if words[at] not in _MINOR]
    main = main if len(main) > 1 else list(free)
    named = next((at for at in main if words[at] in _PROMPT), None)
    answers = sorted(
        (at for at in main if words[at] in _ANSWER and at != named),
        key=lambda at: _ANSWER.index(words[at]),
    )
    if named is None:
        named = next((at for at in main if at not in answers[:1]), main[0])
    if answers:
        return named, answers[0]
    rest = [at for at in main if at != named]
    languages = [at for at in rest if words[at] in _LANGUAGES]
    if len(languages) > 1 or (languages and words[named] in _LANGUAGES):
        return named, min(languages, key=lambda at: _LANGUAGES.index(words[at]))
    after = [at for at in rest if at > named and _share(rows, at) >= 0.5]
    return named, (after or rest or [at for at in free if at != named])[0]


def unnamed_columns(rows: Sequence[Row]) -> Columns:
    """Return what the columns are for when nothing names them: prompt, answer, the rest."""
    width = max(len(row.cells) for row in rows)
    filled = [at for at in range(width) if _share(rows, at) >= 0.5]
    filled = filled if len(filled) > 1 else list(range(max(2, width)))
    prompt, answer = filled[0], filled[1]
    rest = [at for at in range(width) if at not in (prompt, answer)]
    tags = rest[-1] if rest and rest[-1] == width - 1 and _reads_as_tags(rows, rest[-1]) else None
    return Columns(
        prompt=prompt,
        answer=answer,
        width=max(2, width),
        tags=tags,
        others=tuple(("", at) for at in rest if at != tags),
    )


def _first(words: Sequence[str], wanted: frozenset[str]) -> int | None:
    return next((at for at, word in enumerate(words) if word in wanted), None)


def _column(rows: Sequence[Row], at: int) -> list[str]:
    cells = (row.cells[at].strip() for row in rows[:_LOOKED_AT] if at < len(row.cells))
    return [cell for cell in cells if cell]


def _share(rows: Sequence[Row], at: int) -> float:
    return len(_column(rows, at)) / max(1, len(rows[:_LOOKED_AT]))


def _has_commas(rows: Sequence[Row], at: int) -> bool:
    return any(sign in cell for cell in _column(rows, at) for sign in ",;|")


def _reads_as_tags(rows: Sequence[Row], at: int) -> bool:
    """Whether a column's cells are short and come again, or are words with commas between."""
    cells = _column(rows, at)
    if not cells or any(len(cell) > 40 or cell.endswith((".", "?", "!")) for cell in cells):
        return False
    return len(set(cells)) * 2 <= len(cells) or any("," in cell for cell in cells)
