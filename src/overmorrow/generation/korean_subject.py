"""Finds what a whole Korean article is about, and what of its title says so."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from overmorrow.generation.article import Article
from overmorrow.generation.korean_worth import GENERIC

_PIECE = re.compile(r"[^“”\"‘’'「」『』《》<>()\[\],:;|·…–—-]+")
_NAMED = re.compile(r"[‘'「《]([가-힣A-Za-z0-9 ]{2,12}(?<![다요까]))[’'」》](?!라고|고)")
"""What a title puts between the marks of a name."""
_PARTICLE = re.compile(r"(?:은|는|이|가|을|를|의|에|에서|과|와|으로|로)$")
_AS_WORD = (
    r"(?<![가-힣A-Za-z0-9]){}(?=(?:은|는|이|가|을|를|의|도|만|에|에는|에서|에서는|에게|과|와|으로|로|"
    r"이다|다|이며|이고|보다|처럼|까지|부터)?(?![가-힣A-Za-z0-9]))"
)
"""A word by itself or with a particle, which is not a part of another."""
_SHORT_TITLE, _LONGEST_SUBJECT = 12, 15
_LEAST = 3
"""So often the article must name what it is about."""
_OF_NAME = "[^\\W는은던한된의을를이가로에와과며고]"
"""How a word does not end that belongs to the name of what it stands before."""


def subject_of(article: Article, topics: Sequence[str], defined: str) -> str:
    """Return what the whole article is about.

    That is what its title begins with or puts between marks, a title of one word, the
    part of the title that the article speaks of most, or else the name it speaks of most.

    Args:
        article: The article.
        topics: What its sentences speak of by name, as often as they do.
        defined: What its first sentence says the nature of.
    """
    pieces = [piece[0].strip() for piece in _PIECE.finditer(article.title)]
    named = _named_in(article, pieces)
    if named:
        return named
    often = Counter(topics)
    words = list(dict.fromkeys([*pieces, *_bare_words(pieces)]))
    best = _spoken_of(article, words, often)
    topic, times = max(often.items(), key=lambda item: item[1], default=("", 0))
    is_other = not any(best in said for said in often) and _is_rather(article.text, topic, best)
    if best and not (times >= _LEAST and is_other):
        longer = [piece for piece in pieces if piece.endswith(f" {best}")]
        longer += re.findall(rf"[가-힣]*{_OF_NAME} {re.escape(best)}", article.title)
        return next((piece for piece in longer if _is_name_of(article.text, piece)), best)
    if len(words) == 1 and len(words[0]) <= _SHORT_TITLE:
        return words[0]
    if not article.title and defined:
        return defined
    return topic if times >= _LEAST else ""


def _named_in(article: Article, pieces: Sequence[str]) -> str:
    """Return what a title names by its place or its marks."""
    first = pieces[0] if pieces else ""
    begins = first and re.match(rf"{re.escape(first)}(?:[,:]| [(–—-])", article.title)
    if begins and 1 < len(first) <= _SHORT_TITLE and article.text.count(first) > _LEAST:
        return first
    if len(pieces) == 1 and _is_called_so(article.text, first):
        return first
    marked = _NAMED.search(article.title)
    if marked and article.text.count(marked[1]) > 1:
        return marked[1]
    return next((name for piece in pieces[1:] for name in _ends(article.text, piece)), "")


def _ends(text: str, piece: str) -> Iterable[str]:
    """Yield the ends of a piece of a title that are names of several words in the text."""
    words = piece.split()
    for first in range(len(words) - 1):
        name = " ".join(words[first:])
        if len(name) <= _LONGEST_SUBJECT and text.count(name) >= _LEAST:
            yield name


def _spoken_of(article: Article, words: Sequence[str], topics: Counter[str]) -> str:
    """Return the word of a title that the article speaks of most; nothing if of none."""
    counted: list[tuple[int, int, int, str]] = [
        (_if_often(topics[word]), _times(article.text, word), -len(word), word)
        for word in words
        if 1 < len(word) <= _LONGEST_SUBJECT and word not in GENERIC
    ]
    _, times, _, best = max(counted, default=(0, 0, 0, ""))
    return best if times >= _LEAST else ""


def _times(text: str, word: str) -> int:
    return len(re.findall(_AS_WORD.format(re.escape(word)), text))


def _is_name_of(text: str, piece: str) -> bool:
    return len(piece) <= _LONGEST_SUBJECT and text.count(piece) > 1


def _is_rather(text: str, topic: str, best: str) -> bool:
    """Return whether an article speaks more of a name than of a word of its title."""
    return len(topic) <= _LONGEST_SUBJECT and text.count(topic) > text.count(best)


def _if_often(times: int) -> int:
    return times if times >= _LEAST else 0


def _is_called_so(text: str, title: str) -> bool:
    """Return whether an article names what it is about as its title does, and seldom by a part."""
    times = text.count(title)
    shorter = max((text.count(word) for word in title.split()[:1] if len(word) > 1), default=0)
    return len(title) <= _SHORT_TITLE and times > 1 and times * 3 >= shorter


def _bare_words(pieces: Iterable[str]) -> list[str]:
    words = [word for piece in pieces for word in piece.split() if len(word) > 1]
    return [_PARTICLE.sub("", word) if len(word) > 2 else word for word in words]


_HALF = re.compile(r"[^…]+")
_LONGEST_CAPTION = 24


def caption_of(title: str, subject: str) -> str:
    """Return the half of a headline that names its subject; nothing where it is no headline.

    That is 태백에 첫 지하 서버실 of 갱도가 데이터센터로…태백에 첫 지하 서버실, where the
    subject alone would say only where it happened.
    """
    halves = [half[0].strip() for half in _HALF.finditer(title)]
    is_marked = re.search(rf"[‘'「《“\"]{re.escape(subject)}[’'」》”\"]", title) is not None
    if len(halves) < 2 or not subject or is_marked:
        return ""
    named = [half for half in halves if subject in half and half != subject]
    return next((half for half in named if len(half) <= _LONGEST_CAPTION), "")


_VISIT = re.compile(
    r"(?:[을를에] |에서 )?(?:다녀와서|다녀오다|읽고|보고|찾아서|걷다|걸으며|대하여|대해|관하여)$"
)
"""What the title of an essay says its writer did."""
_UNFINISHED = re.compile(r"(?:[다요까며고서네자라지나는은을를이가에로의한된])$")
"""How the last word of a title ends that is no name."""


def whole_title_of(article: Article, subject: str) -> str:
    """Return the title as what an article is about, where a word of it alone says too little.

    That is 구름골의 옛 우물 of a text that speaks of the place by name, and of the well.
    Nothing is returned for a title that is a sentence or that the text takes up one word of.
    """
    pieces = [piece[0].partition("/")[0].strip() for piece in _PIECE.finditer(article.title)]
    piece = next((piece for piece in pieces if subject and subject in piece), "")
    name = _VISIT.sub("", piece)
    told = [
        word
        for word in _bare_words([name])
        if not word[0].isdecimal() and _times(article.text, word) > 1
    ]
    is_name = name != subject and len(name) <= _LONGEST_CAPTION and not _UNFINISHED.search(name)
    return name if is_name and len(set(told)) > 1 else ""
