"""The one gate: what every proposal must hold to, whoever made it."""

import re
import unicodedata
from collections.abc import Callable
from enum import StrEnum

from overmorrow.generation.article import Article
from overmorrow.generation.pointers import points_away
from overmorrow.generation.proposal import BLANK, Proposal


class Refusal(StrEnum):
    """The rule that a proposal broke."""

    SOURCE = "source"
    """Its sentence does not stand where it says."""
    ANSWER = "answer"
    """Its answer is not in the sentence."""
    NUMBER = "number"
    """A number of its prompt is nowhere near its sentence."""
    LEAK = "leak"
    """Its prompt gives the answer away."""
    POINTER = "pointer"
    """Its prompt points at something that is not in it."""
    EMPTY = "empty"
    """Its prompt says too little to be answered."""
    LONG = "long"
    """Its prompt or answer is too long to study."""


_NOT_WORD = re.compile(r"[\W_]+")
_BARE_ASCII = {code: chr(code).lower() if chr(code).isalnum() else None for code in range(128)}
_NUMBER = re.compile(r"\d+")
_CONTENT = re.compile(r"[^\W\d_]{2,}|\d+")
_LABEL = re.compile(r"^\[[^\]]*\]\s*")
_EMPTY_WORDS = re.compile(
    r"(?<![가-힣])(?:있다|없다|있었다|없었다|한다|했다|된다|됐다|유명하다|유명합니다|"
    r"있습니다|없습니다|있어요|없어요|사업도|눈에|띈다|모두|현재|지금|이제|특히)"
    r"(?![가-힣])"
)
"""Words that every sentence could have."""
_LONGEST_PROMPT = 320
_LONGEST_ANSWER = 120
_LEAST_WORDS = 2
"""Beside the gap; what asks in a question counts as one of them."""


def bare(text: str) -> str:
    """Return a text's letters and digits alone, in one form and case."""
    if text.isascii():
        return text.translate(_BARE_ASCII)
    return _NOT_WORD.sub("", unicodedata.normalize("NFKC", text).casefold())


def refusal(proposal: Proposal, article: Article) -> Refusal | None:
    """Return the rule that a proposal breaks, or None where it may pass."""
    return next((rule for rule, holds in _RULES.items() if not holds(proposal, article)), None)


def _stands(proposal: Proposal, article: Article) -> bool:
    found = article.text[proposal.start : proposal.end]
    return bool(found) and found == proposal.sentence


def _answer_stands(proposal: Proposal, article: Article) -> bool:
    inside = proposal.start <= proposal.answer_start < proposal.answer_end <= proposal.end
    found = bare(article.text[proposal.answer_start : proposal.answer_end])
    return inside and bool(found) and found in map(bare, (proposal.answer, *proposal.aliases))


def _is_short(proposal: Proposal, _article: Article) -> bool:
    return len(proposal.prompt) <= _LONGEST_PROMPT and len(proposal.answer) <= _LONGEST_ANSWER


def _says_enough(proposal: Proposal, _article: Article) -> bool:
    said = _LABEL.sub("", proposal.prompt.replace(BLANK, " ", 1))
    return BLANK not in said and len(_CONTENT.findall(_EMPTY_WORDS.sub(" ", said))) >= _LEAST_WORDS


def _keeps_answer(proposal: Proposal, _article: Article) -> bool:
    return not leaks(proposal)


def _points_inside(proposal: Proposal, _article: Article) -> bool:
    return not points_away(proposal.prompt)


def leaks(proposal: Proposal) -> bool:
    """Return whether a prompt holds its answer, or another answer that would count."""
    asked = bare(proposal.prompt)
    return any(
        _is_in(answer, proposal.prompt, asked) for answer in (proposal.answer, *proposal.aliases)
    )


def _is_in(answer: str, prompt: str, asked: str) -> bool:
    letters = bare(answer)
    if len(letters) > 1 and not letters.isdecimal():
        return letters in asked
    stripped = re.escape(answer.strip())
    is_near = bool(stripped) and answer.strip() in prompt
    return is_near and re.search(rf"(?<!\w){stripped}(?!\w)", prompt) is not None


def _numbers_stand(proposal: Proposal, article: Article) -> bool:
    """Return whether each number of a prompt stands near its sentence, or was carried to it."""
    wanted = set(_NUMBER.findall(proposal.prompt)) - set(_NUMBER.findall(proposal.sentence))
    if not wanted:
        return True
    wanted -= set(_NUMBER.findall(article.paragraph_text(proposal.start) + " " + article.title))
    return wanted <= _of_dateline(article) | _carried(proposal, article)


_FOLLOWING_YEAR = re.compile(
    r"이듬해|다음 ?해|전년|(?:following|next|previous) year", re.IGNORECASE
)


def _carried(proposal: Proposal, article: Article) -> set[str]:
    """Return the numbers that "that year" and "the following year" may have become."""
    before = set(_NUMBER.findall(article.paragraph_before(proposal.start)))
    if not _FOLLOWING_YEAR.search(proposal.sentence):
        return before
    here = before | set(_NUMBER.findall(article.paragraph_text(proposal.start)))
    years = {int(number) for number in here if len(number) == 4}
    return before | {str(year + step) for year in years for step in (-1, 1)}


def _of_dateline(article: Article) -> set[str]:
    """Return the numbers that "last year" and the like may have become."""
    day = article.day
    if day is None:
        return set()
    years = {str(year) for year in range(day.year - 2, day.year + 3)}
    return years | {str(number) for number in range(1, 32)}


_RULES: dict[Refusal, Callable[[Proposal, Article], bool]] = {
    Refusal.SOURCE: _stands,
    Refusal.ANSWER: _answer_stands,
    Refusal.LONG: _is_short,
    Refusal.EMPTY: _says_enough,
    Refusal.LEAK: _keeps_answer,
    Refusal.NUMBER: _numbers_stand,
    Refusal.POINTER: _points_inside,
}
"""What must hold, the quickest first; what does not is refused by the name beside it."""
