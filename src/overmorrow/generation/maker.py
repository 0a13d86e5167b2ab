"""What every maker of proposals has in common, whether it goes by rules or by more."""

from collections.abc import Iterable
from typing import Protocol

from overmorrow.generation.article import Article
from overmorrow.generation.proposal import Proposal


class Maker(Protocol):
    """Makes proposals from the sentences of one language; what it makes is verified by others."""

    lang: str
    """`ko` or `en`: it reads the sentences of this language and leaves the others alone."""

    def proposals(self, article: Article) -> Iterable[Proposal]:
        """Yield whatever could become a card, in the article's order, unsifted."""
        ...
