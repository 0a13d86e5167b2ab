"""Chooses among proposals: no two on one fact, the best within a budget."""

import heapq
from collections import defaultdict
from collections.abc import Iterable

from overmorrow.generation.proposal import Kind, Proposal
from overmorrow.generation.verify import bare

_NEXT_OF_SENTENCE = 0.9
"""What each further card of one sentence is worth beside the one before."""
_ALIKE = 0.8
"""Prompts with one answer that share so many of their triples of letters are one card."""


def select(proposals: Iterable[Proposal], most: int) -> list[Proposal]:
    """Return the best proposals in the article's order.

    Args:
        proposals: What passed the gate.
        most: How many there may be.
    """
    waiting: dict[int, list[Proposal]] = defaultdict(list)
    for proposal in proposals:
        waiting[proposal.start].append(proposal)
    for group in waiting.values():
        group.sort(key=lambda each: (each.score, each.answer_start), reverse=True)
    heap = [(-group[0].score, start) for start, group in waiting.items()]
    heapq.heapify(heap)
    chosen: list[Proposal] = []
    taken: dict[int, list[Proposal]] = defaultdict(list)
    known = _Known()
    while heap and len(chosen) < most:
        _, start = heapq.heappop(heap)
        group = waiting[start]
        best = group.pop(0)
        if not any(_same_fact(best, other) for other in taken[start]) and known.takes(best):
            chosen.append(best)
            taken[start].append(best)
        if group:
            worth = group[0].score * _NEXT_OF_SENTENCE ** len(taken[start])
            heapq.heappush(heap, (-worth, start))
    return sorted(chosen, key=lambda each: (each.start, each.answer_start, each.prompt))


def _same_fact(left: Proposal, right: Proposal) -> bool:
    """Return whether two proposals of a sentence ask for the same words; a list's items may too."""
    overlap = left.answer_start < right.answer_end and right.answer_start < left.answer_end
    if not overlap:
        return False
    same_place = (left.answer_start, left.answer_end) == (right.answer_start, right.answer_end)
    return same_place or (left.kind is not Kind.LIST and right.kind is not Kind.LIST)


class _Known:
    """The prompts taken so far."""

    def __init__(self) -> None:
        self._prompts: set[str] = set()
        self._by_answer: dict[str, list[frozenset[str]]] = defaultdict(list)

    def takes(self, proposal: Proposal) -> bool:
        """Remember a proposal, unless its prompt is known or much like another with its answer."""
        prompt = bare(proposal.prompt)
        if prompt in self._prompts:
            return False
        grams = frozenset(prompt[at : at + 3] for at in range(max(1, len(prompt) - 2)))
        others = self._by_answer[bare(proposal.answer)]
        if any(len(grams & other) >= _ALIKE * len(grams | other) for other in others):
            return False
        self._prompts.add(prompt)
        others.append(grams)
        return True
