"""What the dialogue says about a card, an answer and a day, line by line."""

from collections.abc import Iterator

from overmorrow.errors import OvermorrowError
from overmorrow.grading.explain import explain, reading
from overmorrow.grading.grading import Grading
from overmorrow.jobs.asked import Asked, AskKind, Judged, Progress, Summary
from overmorrow.jobs.card_source import CardSource
from overmorrow.jobs.error_words import error_words
from overmorrow.messages import Messages
from overmorrow.stats.spans import day_words, duration_words, interval_words


def asked_lines(asked: Asked, progress: Progress, say: Messages) -> Iterator[str]:
    """Yield where we are, the prompt, and a choice card's answers."""
    kind = say(f"study.{asked.kind}")
    if asked.kind is AskKind.DRILL:
        yield say("plain.drill_left", kind=kind, n=progress.drill)
    else:
        yield say(
            "plain.place",
            place=progress.done + progress.drill + 1,
            planned=progress.planned,
            kind=kind,
            what=say(f"plain.type_{_type_name(asked)}"),
        )
    yield asked.card.prompt
    for number, choice in enumerate(asked.choices, 1):
        yield f"{number}. {choice}"
    if asked.is_thought:
        yield say("study.think")


def judged_lines(asked: Asked, judged: Judged, say: Messages) -> Iterator[str]:
    """Yield the verdict, the answer, and what the card says about it."""
    if judged.grading is None:
        yield say("plain.revealed")
    else:
        yield verdict_words(judged.typed, judged.grading, say)
    yield say("plain.right_answer", answer=asked.card.answer)
    if asked.card.source:
        yield say("plain.source", source=asked.card.source)
    if asked.card.remark:
        yield say("plain.remark", remark=asked.card.remark)


def source_lines(asked: Asked, place: CardSource | None, say: Messages) -> Iterator[str]:
    """Yield where the card is from, and the sentence that it was made from if that is kept."""
    yield asked.card.source or (place and place.title) or say("plain.no_source")
    if place:
        yield say("plain.sentence", sentence=" ".join(place.sentence_text.split()))


def verdict_words(typed: str, grading: Grading, say: Messages) -> str:
    """Return the verdict, its reason, and what was read if that looks different."""
    verdict = "blank" if grading.kind == "blank" else grading.verdict.value.lower()
    parts = [say(f"study.{verdict}"), explain(grading, say)]
    value = reading(grading, typed)
    if value:
        parts.append(f"{say('study.read_as', value=value)}.")
    if grading.answer_of:
        parts.append(say("study.answer_of", prompt=grading.answer_of))
    return " ".join(parts)


def offer_line(judged: Judged, ways: str, say: Messages) -> str:
    """Return the proposed quality, what it would bring, and what may be answered."""
    quality = say(f"stats.quality_{int(judged.proposed)}")
    if judged.outlook:
        days = judged.outlook[judged.proposed].next_interval_days
        then = say("plain.in_interval", interval=interval_words(say, days))
    else:
        then = say("plain.no_schedule")
    return say("plain.offer", quality=quality, then=then, ways=ways)


def saved_line(judged: Judged, quality: int, today: int, say: Messages) -> str:
    """Return when the card comes back."""
    if not judged.outlook:
        return say("plain.saved_practice")
    outlook = judged.outlook[quality]
    if outlook.drill:
        return say("plain.saved_again_today")
    return say("plain.saved_next", day=day_words(say, today + outlook.next_interval_days))


def refusal_words(error: OvermorrowError, say: Messages) -> str:
    """Return what went wrong; the help that is named is the one that can be typed here."""
    if error.key == "cli.unknown_command":
        return say("plain_home.unknown", **error.values)
    return error_words(say, error)


def summary_line(summary: Summary, say: Messages) -> str:
    """Return the day in one line."""
    return say(
        "plain.summary",
        n=summary.cards,
        right=summary.right_first,
        time=duration_words(say, summary.seconds),
        tomorrow=summary.due_tomorrow,
        overmorrow=summary.due_overmorrow,
    )


def _type_name(asked: Asked) -> str:
    if asked.choices:
        return "choice"
    if asked.card.gap is not None:
        return "gap"
    return asked.card.answer_type or "text"
