"""Finds the answer inside a sentence: particles behind it, free words and titles around it."""

from overmorrow.grading.finding import Finding, correct
from overmorrow.grading.hangul import HANGUL
from overmorrow.grading.korean import stems
from overmorrow.grading.normalise import loose, squash
from overmorrow.grading.patterns import lazy
from overmorrow.grading.question import Question
from overmorrow.grading.vocabulary import DEGREES, OR, TITLES, TURNING
from overmorrow.grading.wrappers import are_free, is_free, is_said, prompt_words

_MOST_FREE_WORDS = 25
_LISTING = lazy(r"\s?[,、·;|/]\s?")
_REPEATED = 8
_TOPIC_ENDS = ("은", "는")
_COPULAS = frozenset(("is", "was", "are", "were", "by"))


def find_surrounded(
    form_words: list[str], typed_words: list[str], question: Question
) -> Finding | None:
    """Return a finding where the answer stands among words that say nothing new."""
    target = "".join(form_words)
    count = len(typed_words)
    for start in range(count):
        if not target.startswith(typed_words[start][:1]):
            continue
        for size in range(1, min(len(form_words) + 2, count - start) + 1):
            reason = _how(typed_words[start : start + size], target)
            before, after = typed_words[:start], typed_words[start + size :]
            if reason and _are_free(before, after, target, question):
                return correct("wrapped" if before or after else reason)
    return None


def _how(words: list[str], target: str) -> str:
    """Say how a stretch of words is the answer: with a particle, a title, as it is, or not."""
    head, last = "".join(words[:-1]), words[-1]
    if not target.startswith(head):
        return ""
    if head + last == target:
        return "same_text"
    if last.endswith("'s") and head + last[:-2] == target:
        return "particle_free"
    if not HANGUL.search(last):
        return ""
    if any(head + stem == target for stem in stems(last)):
        return "particle_free"
    tail = (head + last)[len(target) :]
    titled = len(target) > 1 and (head + last).startswith(target)
    return "title_free" if titled and any(stem in TITLES for stem in stems(tail)) else ""


def _are_free(before: list[str], after: list[str], target: str, question: Question) -> bool:
    """Whether what stands around says nothing new; a prompt that has the answer frees nothing."""
    before = [word for word in before if word not in TITLES]
    after = [word for word in after if not any(stem in TITLES for stem in stems(word))]
    if len(before) + len(after) > _MOST_FREE_WORDS or not OR.isdisjoint((*before, *after)):
        return False
    if before and before[-1] in DEGREES:
        return False
    prompt = "" if target in prompt_words(question.prompt) else question.prompt
    if not are_free(after, prompt):
        return False
    new = [word for word in before if not is_free(word, prompt)]
    return not new or (bool(prompt) and not after and _leads_up(before, new, prompt))


def _leads_up(before: list[str], new: list[str], prompt: str) -> bool:
    """Whether a sentence with one new word leads up to the answer: it was composed by Mozart."""
    if len(new) > 1 or len(before) < 3 or new[0] in TURNING:
        return False
    last = before[-1]
    known = prompt_words(prompt)
    if last.endswith(_TOPIC_ENDS):
        return last[:-1] in known and HANGUL.search(new[0]) is not None
    about = [word for word in before if len(word) > 3 and word in known]
    return last in _COPULAS and bool(about) and new[0].isalpha()


def lists_others(text: str, answer: str, question: Question) -> bool:
    """Whether a text offers the answer among other things.

    Those are two, one that the prompt lists, or one it does not mention. A
    sentence that begins as the prompt does only repeats its list.

    Args:
        text: The canonical typed text.
        answer: The canonical answer found in it.
        question: What was asked.
    """
    prompt = squash(loose(question.prompt))
    if _LISTING.search(answer) or squash(loose(text)).startswith(prompt[:_REPEATED]):
        return False
    wanted = squash(loose(answer))
    parts = [loose(part) for part in _LISTING.split(text)]
    others = [part for part in parts if part and wanted not in squash(part)]
    if len(others) == len(parts) or not others:
        return False
    named = [loose(part) for part in _LISTING.split(question.prompt)]
    is_one_of_them = len(named) > 2 and any(part.endswith(others[0]) for part in named[:-1])
    if len(others) > 1 or is_one_of_them:
        return True
    return any(not is_said(word, question.prompt) for part in others for word in part.split())
