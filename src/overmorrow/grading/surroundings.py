"""Finds the answer inside a sentence: particles behind it, free words and titles around it."""

from overmorrow.grading.finding import Finding, correct
from overmorrow.grading.hangul import HANGUL
from overmorrow.grading.korean import stems
from overmorrow.grading.question import Question
from overmorrow.grading.vocabulary import TITLES
from overmorrow.grading.wrappers import are_free, is_free, prompt_words

_MOST_FREE_WORDS = 25


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
    if len(before) + len(after) > _MOST_FREE_WORDS:
        return False
    prompt = "" if target in prompt_words(question.prompt) else question.prompt
    return all(is_free(word, prompt) for word in before) and are_free(after, prompt)
