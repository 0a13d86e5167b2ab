"""Articles of our own, and a maker that finds in them exactly what a test tells it to."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from overmorrow.cards.note import AnswerType
from overmorrow.clock import Moment
from overmorrow.generation.article import Article, read_article
from overmorrow.generation.proposal import BLANK, Kind, Proposal
from overmorrow.jobs.generate_deck import make_offers
from overmorrow.jobs.offers import Offers, Standing
from overmorrow.store.database import Database

NOW = Moment(1_790_000_000_000, 540)
TEXT = """2026년 3월 2일

작은 도서관 이야기

달빛도서관은 2011년에 솔내마을에 문을 열었다. 처음에는 책이 800권뿐이었다.

지금은 사서 김하람 씨와 자원봉사자 12명이 도서관을 지킨다.
"""
DAY = date(2026, 3, 2)


class Fact(NamedTuple):
    """What the maker shall find: the answer, in the sentence that has it."""

    answer: str
    prompt: str = ""
    """Empty makes a gap in the sentence."""
    kind: Kind = Kind.NAME
    answer_type: AnswerType = AnswerType.TEXT
    aliases: tuple[str, ...] = ()
    items: tuple[str, ...] = ()


FACTS = (
    Fact("2011년", "달빛도서관은 몇 년에 문을 열었나?", Kind.DATE, AnswerType.DATE, ("2011",)),
    Fact("800권", "", Kind.NUMBER, AnswerType.NUMBER),
    Fact("김하람", "달빛도서관의 사서는 누구인가?"),
)


class FactMaker:
    """Finds the facts it was told."""

    lang = "ko"

    def __init__(self, facts: Iterable[Fact] = FACTS, lang: str = "ko") -> None:
        self._facts = tuple(facts)
        self.lang = lang

    def proposals(self, article: Article) -> Iterator[Proposal]:
        for fact in self._facts:
            sentence = next(
                each for each in article.sentences() if fact.answer in article.words(each)
            )
            words = article.words(sentence)
            at = words.index(fact.answer)
            end = at + len(fact.answer)
            yield Proposal(
                prompt=fact.prompt or f"{words[:at]}{BLANK}{words[end:]}",
                answer=fact.answer,
                kind=fact.kind,
                start=sentence.start,
                end=sentence.end,
                answer_start=sentence.start + at,
                answer_end=sentence.start + end,
                sentence=words,
                score=0.9,
                aliases=fact.aliases,
                answer_type=fact.answer_type,
                items=fact.items,
            )


def offered(
    database: Database, text: str = TEXT, facts: Iterable[Fact] = FACTS, author: str = "이누리"
) -> Offers:
    return make_offers(database, read_article(text, author=author), [FactMaker(facts)])


def standing(offers: Offers, standing: Standing, *answers: str) -> Offers:
    """Let the offers of some answers, or all, stand so."""
    return offers._replace(
        offers=tuple(
            each._replace(standing=standing)
            if not answers or each.proposal.answer in answers
            else each
            for each in offers.offers
        )
    )


def accepted(offers: Offers, *answers: str) -> Offers:
    return standing(offers, Standing.ACCEPTED, *answers)
