"""Proposals before the learner: which is looked at, what was decided, and the way back."""

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from overmorrow.generation.proposal import Proposal
from overmorrow.jobs.offers import Offer, Offers, Standing
from overmorrow.jobs.paragraph_numbers import ParagraphNumbers


class Shown(Enum):
    """Which proposals are shown."""

    ALL = "all"
    OPEN = "open"
    ACCEPTED = "accepted"
    DOUBTFUL = "doubtful"
    """With a doubt, or like a card that is there already."""
    DROPPED = "dropped"


_STANDINGS = {
    Shown.OPEN: Standing.OPEN,
    Shown.ACCEPTED: Standing.ACCEPTED,
    Shown.DROPPED: Standing.DROPPED,
}


class Wording(NamedTuple):
    """A proposal's words as the learner wants them."""

    prompt: str
    answer: str
    aliases: tuple[str, ...]


class _Past(NamedTuple):
    """What it was before one decision."""

    offers: tuple[Offer, ...]
    key: str
    """The proposal that was chosen then."""


class Reviewing:
    """What the learner has decided about the proposals of one article; nothing is stored."""

    def __init__(self, offers: Offers) -> None:
        """Begin with the first proposal that is not decided yet.

        Args:
            offers: The proposals, and what was decided about them before.
        """
        self.offers = offers
        self.shown = Shown.ALL
        standings = [offer.standing for offer in offers.offers]
        self.at = standings.index(Standing.OPEN) if Standing.OPEN in standings else 0
        self._past: list[_Past] = []
        self._numbers = ParagraphNumbers(offers.article)

    # looking

    @property
    def places(self) -> list[int]:
        """Where the shown proposals stand among all."""
        return [at for at, offer in enumerate(self.offers.offers) if self._is_shown(offer)]

    @property
    def chosen(self) -> Offer | None:
        """The proposal that is looked at; None where none is shown."""
        offers = self.offers.offers
        is_there = self.at < len(offers) and self._is_shown(offers[self.at])
        return offers[self.at] if is_there else None

    @property
    def siblings(self) -> list[int]:
        """Where the proposals of the chosen one's sentence stand among all, itself among them."""
        chosen = self.chosen
        if chosen is None:
            return []
        span = _sentence(chosen.proposal)
        all_offers = enumerate(self.offers.offers)
        return [at for at, offer in all_offers if _sentence(offer.proposal) == span]

    def count(self, standing: Standing) -> int:
        """Return how many proposals stand so."""
        return sum(offer.standing is standing for offer in self.offers.offers)

    def _is_shown(self, offer: Offer) -> bool:
        match self.shown:
            case Shown.ALL:
                return True
            case Shown.DOUBTFUL:
                return bool(offer.proposal.doubts or offer.like)
            case _:
                return offer.standing is _STANDINGS[self.shown]

    def move(self, step: int) -> bool:
        """Look at the next shown proposal, or the one before; False at the end."""
        beyond = [at for at in self.places if (at - self.at) * step > 0]
        if beyond:
            self.at = beyond[0] if step > 0 else beyond[-1]
        return bool(beyond)

    def move_paragraph(self, step: int) -> None:
        """Look at the first shown proposal of the next paragraph, or of the one before."""
        places = self.places
        if not places:
            return
        paragraphs = {at: self.paragraph_of(self.offers.offers[at].proposal) for at in places}
        here = paragraphs.get(self.at, 0)
        beyond = [at for at in places if (paragraphs[at] - here) * step > 0]
        if not beyond:
            self.at = places[-1] if step > 0 else places[0]
            return
        wanted = paragraphs[beyond[0] if step > 0 else beyond[-1]]
        self.at = next(at for at in places if paragraphs[at] == wanted)

    def paragraph_of(self, proposal: Proposal) -> int:
        """Return the place of a proposal's paragraph among the article's."""
        starts = [paragraph.start for paragraph in self.offers.article.paragraphs]
        return max(0, sum(start <= proposal.start for start in starts) - 1)

    def number_of(self, proposal: Proposal) -> int:
        """Return the number of a proposal's paragraph, as readers count them."""
        return self._numbers.at(proposal.start)

    def show_next(self) -> None:
        """Show the next kind of proposals."""
        kinds = list(Shown)
        self.shown = kinds[(kinds.index(self.shown) + 1) % len(kinds)]
        self._settle()

    def _settle(self) -> None:
        """Choose a proposal that is shown, near where the learner was."""
        places = self.places
        if self.at not in places:
            self.at = next((at for at in places if at > self.at), places[-1] if places else 0)

    # deciding

    def decide(self, standing: Standing) -> bool:
        """Accept or drop the chosen proposal and go on; False if it is a card already."""
        chosen = self.chosen
        if chosen is None or chosen.is_card:
            return False
        at = self.at
        self._remember()
        self._put(chosen._replace(standing=standing))
        if not self.move(1):
            self.at = at
            self._settle()
        return True

    def edit(self, words: Wording) -> bool:
        """Give the chosen proposal other words; False if they are the same, or it is a card."""
        chosen = self.chosen
        if chosen is None or chosen.is_card:
            return False
        edited = chosen.proposal._replace(**words._asdict())
        if edited == chosen.proposal:
            return False
        self._remember()
        self._put(chosen._replace(proposal=edited, edited=True))
        return True

    def next_form(self) -> bool:
        """Ask the chosen proposal's fact in its next form; False if there is none."""
        chosen = self.chosen
        if chosen is None or chosen.is_card or not chosen.proposal.other_prompts:
            return False
        proposal = chosen.proposal
        first, *others = proposal.other_prompts
        turned = proposal._replace(prompt=first, other_prompts=(*others, proposal.prompt))
        self._remember()
        self._put(chosen._replace(proposal=turned, edited=True))
        return True

    def merge(self) -> str:
        """Add the answer of the card like the chosen proposal to its others; return it."""
        chosen = self.chosen
        if chosen is None or chosen.is_card or chosen.like is None:
            return ""
        proposal = chosen.proposal
        answer = chosen.like.answer
        if answer in (proposal.answer, *proposal.aliases):
            return ""
        self._remember()
        merged = proposal._replace(aliases=(*proposal.aliases, answer))
        self._put(chosen._replace(proposal=merged, edited=True))
        return answer

    def accept_from(self, score: float) -> int:
        """Accept the open proposals of at least a score, in one step; return how many."""
        found = self.open_from(score)
        if found:
            self._remember()
            self._put_all(
                offer._replace(standing=Standing.ACCEPTED) if at in found else offer
                for at, offer in enumerate(self.offers.offers)
            )
            self._settle()
        return len(found)

    def open_from(self, score: float) -> set[int]:
        """Return where the open proposals of at least a score stand; not those like a card."""
        return {
            at
            for at, offer in enumerate(self.offers.offers)
            if offer.standing is Standing.OPEN
            and offer.like is None
            and offer.proposal.score >= score
        }

    def undo(self) -> tuple[Offer, ...]:
        """Take the last decision back.

        Returns:
            The proposals it was about, as it had left them; none when there is no decision.
        """
        if not self._past:
            return ()
        before, decided = self._past.pop(), self.offers.offers
        self.offers = self.offers._replace(offers=before.offers)
        self._look_at(before.key)
        was = {offer.key: offer for offer in before.offers}
        return tuple(offer for offer in decided if was.get(offer.key) != offer)

    def _remember(self) -> None:
        chosen = self.chosen
        self._past.append(_Past(self.offers.offers, chosen.key if chosen else ""))

    def _put(self, offer: Offer) -> None:
        self._put_all(
            offer if at == self.at else other for at, other in enumerate(self.offers.offers)
        )

    def _put_all(self, offers: Iterable[Offer]) -> None:
        self.offers = self.offers._replace(offers=tuple(offers))

    def _look_at(self, key: str) -> None:
        keys = [offer.key for offer in self.offers.offers]
        self.at = keys.index(key) if key in keys else min(self.at, max(0, len(keys) - 1))
        if self.chosen is None:
            self.shown = Shown.ALL

    # better proposals

    def replace(self, offers: Offers) -> bool:
        """Take other proposals of the same article; what was decided stays, and the place.

        Returns:
            Whether any proposal is another than before.
        """
        chosen = self.chosen
        before = self.offers.offers
        deck = self.offers.deck or offers.deck
        self.offers = offers._replace(offers=_joined(before, offers.offers), deck=deck)
        self._past = [
            past._replace(offers=_joined(past.offers, offers.offers)) for past in self._past
        ]
        if chosen is not None:
            self._look_near(chosen)
        self._settle()
        return self.offers.offers != before

    def _look_near(self, offer: Offer) -> None:
        """Look at a proposal, or at the first that does not stand before it."""
        keys = [other.key for other in self.offers.offers]
        starts = [other.proposal.start for other in self.offers.offers]
        if offer.key in keys:
            self.at = keys.index(offer.key)
        else:
            later = (at for at, start in enumerate(starts) if start >= offer.proposal.start)
            self.at = next(later, max(0, len(starts) - 1))


def _joined(old: tuple[Offer, ...], new: tuple[Offer, ...]) -> tuple[Offer, ...]:
    """Return new proposals with the old ones that something was decided about in their places.

    What the new ones say of a decision about a proposal that is known already is older
    than what the learner sees.
    """
    kept = {offer.key: offer for offer in old if _is_touched(offer)}
    known = {offer.key: offer for offer in old}
    new = tuple(known.get(offer.key, offer) if _is_touched(offer) else offer for offer in new)
    taken = {_answer(offer.proposal) for offer in kept.values()}
    others = (
        offer for offer in new if offer.key not in kept and _answer(offer.proposal) not in taken
    )
    return tuple(sorted([*kept.values(), *others], key=lambda offer: _place(offer.proposal)))


def _is_touched(offer: Offer) -> bool:
    return offer.edited or offer.standing is not Standing.OPEN


def _sentence(proposal: Proposal) -> tuple[int, int]:
    return proposal.start, proposal.end


def _answer(proposal: Proposal) -> tuple[int, int]:
    return proposal.answer_start, proposal.answer_end


def _place(proposal: Proposal) -> tuple[int, int]:
    return proposal.start, proposal.answer_start
