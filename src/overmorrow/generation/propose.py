"""Makes the proposals of an article: every maker's, through one gate, the best within a budget."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from overmorrow.generation.article import Article
from overmorrow.generation.maker import Maker
from overmorrow.generation.proposal import Proposal
from overmorrow.generation.select import select
from overmorrow.generation.verify import Refusal, refusal

BUDGET = 45
"""Cards per 1,000 characters, unless told otherwise."""
_SHORTEST = 120
"""A text of fewer characters may have as many cards as one of these."""


class Proposals(NamedTuple):
    """What an article came to."""

    proposals: tuple[Proposal, ...]
    """In the article's order."""
    refused: Mapping[Refusal, int]
    """How many the gate kept out, by the rule they broke."""


def propose(article: Article, makers: Iterable[Maker], budget: float = BUDGET) -> Proposals:
    """Return the proposals of an article.

    Args:
        article: The article.
        makers: Who makes them, at most one a language.
        budget: How many cards there may be for 1,000 characters.
    """
    refused: Counter[Refusal] = Counter()
    passed: list[Proposal] = []
    for maker in makers:
        for proposal in maker.proposals(article):
            reason = refusal(proposal, article)
            if reason is None:
                passed.append(proposal)
            else:
                refused[reason] += 1
    most = max(1, int(budget * max(_SHORTEST, len(article.text)) / 1000))
    return Proposals(tuple(select(passed, most)), refused)
