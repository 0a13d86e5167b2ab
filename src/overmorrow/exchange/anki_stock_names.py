"""What Anki calls the note types that every collection has, in the learner's language."""

import re
from enum import Enum, auto

_REVERSED = (
    "and reversed card", "역방향 카드 포함", "뒤집은 카드 포함", "裏表反転カード付き",
    "beide richtungen", "deux sens", "carte inversée", "y tarjeta invertida", "e cartão invertido",
    "e carta inversa", "с обратной карточкой", "同时生成翻转的卡片",
)  # fmt: skip
_OPTIONAL = (
    "optional reversed card", "선택적 역방향 카드", "뒤집은 카드 선택", "裏表反転カード追加可能",
    "eine oder zwei richtungen", "carte inversée optionnelle", "tarjeta invertida opcional",
    "cartão invertido opcional", "carta inversa opzionale", "обратная по выбору",
    "同时生成翻转的卡片<可选>",
)  # fmt: skip
_TYPED = (
    "type in the answer", "답 입력", "解答キーボード入力", "解答タイピング入力",
    "antwort eintippen", "saisissez la réponse", "teclear la respuesta", "digite a resposta",
    "digita la risposta", "с вводом ответа", "输入答案",
)  # fmt: skip
_PLAIN = frozenset((
    "basic", "기본", "基本", "einfach", "basique", "généralités", "básico", "basilare", "основная",
    "问答题",
))  # fmt: skip
_NAME = re.compile(r"([^()（）]+?)\s*(?:[(（]([^()（）]+)[)）])?\s*(?:\++|-[0-9a-f]{4,})?")
"""A name, and what it says in brackets; copies have a plus or a number behind it."""


class Stock(Enum):
    """What cards a note type of Anki's makes."""

    OWN = auto()
    """Its name does not say."""
    PLAIN = auto()
    REVERSED = auto()
    OPTIONAL = auto()
    """Reversed where the third field holds something."""


def stock_of(name: str) -> Stock:
    """Return which of Anki's own note types has a name."""
    found = _NAME.fullmatch(name.casefold().strip())
    if not found or found[1] not in _PLAIN:
        return Stock.OWN
    if found[2] in _OPTIONAL:
        return Stock.OPTIONAL
    if found[2] in _REVERSED:
        return Stock.REVERSED
    return Stock.PLAIN if found[2] is None or found[2] in _TYPED else Stock.OWN
