"""Finds cards that are there already and ask what a proposal asks."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from overmorrow.cards.likeness import halves, letters
from overmorrow.generation.proposal import BLANK, Proposal
from overmorrow.jobs.offers import Like
from overmorrow.store.answered_notes import answered_notes, notes_with
from overmorrow.store.database import Database

_ALIKE = 0.5
"""The share of pairs of letters that two prompts for one answer have in common."""
_SAME_ANSWER = 0.2
"""What one answer for both adds to that share."""
_LONGEST = 300
_LONGEST_PROMPT = 500


def cards_alike(database: Database, proposals: Mapping[str, Proposal]) -> dict[str, Like]:
    """Return for some proposals the card that is there already and asks much the same.

    Args:
        database: The collection; it is only read.
        proposals: By their keys, which the answer has too.
    """
    wanted = defaultdict[str, list[str]](list)
    for key, proposal in proposals.items():
        for answer in dict.fromkeys(map(letters, (proposal.answer, *proposal.aliases))):
            wanted[answer].append(key)
    wanted.pop("", None)
    found: dict[str, tuple[float, Like]] = {}
    for known in answered_notes(database):
        prompt, answer = halves(known.prompt, known.answer)
        keys = wanted.get(letters(answer)) if len(answer) < _LONGEST else None
        if keys:
            _weigh(found, ((key, proposals[key]) for key in keys), Like(prompt, answer, known.deck))
    return {key: like for key, (_, like) in found.items()}


def _weigh(
    found: dict[str, tuple[float, Like]], proposals: Iterable[tuple[str, Proposal]], known: Like
) -> None:
    """Let a card be the one that is like a proposal, if none found before is more so."""
    pairs = _pairs(known.prompt)
    for key, proposal in proposals:
        prompts = (proposal.prompt, *proposal.other_prompts)
        share = max(_share(_pairs(prompt.replace(BLANK, " ")), pairs) for prompt in prompts)
        if share >= _ALIKE and share > found.get(key, (0.0, known))[0]:
            found[key] = share, known


def like_prompt(database: Database, prompt: str, answer: str) -> Like | None:
    """Return the card that is there already and asks much the same; None if there is none.

    Args:
        database: The collection; it is only read.
        prompt: As far as it is written.
        answer: As far as it is written; the same answer makes likeness more likely.
    """
    words = sorted(prompt[:_LONGEST_PROMPT].split(), key=len)
    if not words or len(letters(prompt)) < 4:
        return None
    wanted, answered = _pairs(prompt[:_LONGEST_PROMPT]), letters(answer)
    best: tuple[float, Like | None] = (0.0, None)
    for known in notes_with(database, words[-1][: max(2, len(words[-1]) - 1)]):
        text, its_answer = halves(known.prompt, known.answer)
        share = _share(wanted, _pairs(text))
        if answered and letters(its_answer) == answered:
            share += _SAME_ANSWER
        if share > max(best[0], _ALIKE):
            best = share, Like(text, its_answer, known.deck)
    return best[1]


def _pairs(text: str) -> frozenset[str]:
    bare = letters(text)
    return frozenset(bare[at : at + 2] for at in range(len(bare) - 1))


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / max(1, len(one) + len(other))
