"""What an article offers a learner: proposals, and what was decided about each."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from overmorrow.generation.article import Article
from overmorrow.generation.proposal import Proposal
from overmorrow.generation.verify import Refusal

LEAST_SCORE = 0.55
"""Proposals below are not taken together unless asked for."""


class Standing(StrEnum):
    """What the learner decided about a proposal."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DROPPED = "dropped"


class Like(NamedTuple):
    """A card that is there already and asks much the same."""

    prompt: str
    answer: str
    deck: str


class Offer(NamedTuple):
    """A proposal before the learner; `_replace(proposal=…, edited=True)` is an edit."""

    proposal: Proposal
    key: str
    """Which proposal of its article it is; stays when the learner edits its words."""
    standing: Standing = Standing.OPEN
    like: Like | None = None
    edited: bool = False
    is_card: bool = False
    """Whether it was written to a deck before and is still there; then it stands as
    accepted, and writing leaves it as it is."""


class Offers(NamedTuple):
    """What an article came to."""

    article: Article
    offers: tuple[Offer, ...]
    """In the article's order."""
    refused: Mapping[Refusal, int]
    """How many proposals the gate kept out, by the rule they broke."""
    deck: str = ""
    """The deck that has cards of this article already, or the one the draft was for."""

    @property
    def to_write(self) -> tuple[Offer, ...]:
        """Return the accepted proposals that are no cards yet."""
        return tuple(
            offer
            for offer in self.offers
            if offer.standing is Standing.ACCEPTED and not offer.is_card
        )


def keyed(proposals: Iterable[Proposal]) -> Iterator[tuple[str, Proposal]]:
    """Yield the proposals of one article, each with the key that it goes by for ever.

    A key says what a proposal takes for the answer, and as what: it is the same when a
    later version words the question otherwise. Of several alike each has a number.
    """
    seen: Counter[str] = Counter()
    for proposal in proposals:
        key = f"{proposal.answer_start}-{proposal.answer_end}-{proposal.kind}"
        seen[key] += 1
        yield (key if seen[key] == 1 else f"{key}-{seen[key]}"), proposal
