"""What other programs of text say about a card: where it stands, and how it is shown."""

from dataclasses import replace
from datetime import date, timedelta

from overmorrow.cards.cloze import Gap, filled, groups_of, read_gaps
from overmorrow.cards.face import Face
from overmorrow.cards.past import Past

_REVIEW = 2
_LONGEST_DAYS = 36_500
_EASE = 2.5


def scheduled(  # a schedule is these numbers
    key: str,
    *,
    due: date,
    interval_days: float,
    ease: float = _EASE,
    repetitions: int = 0,
    lapses: int = 0,
) -> Past:
    """Return where a card that has been reviewed stands.

    Args:
        key: Which card of its note.
        due: The day of the next review.
        interval_days: Since the last one.
        ease: The factor the interval grows by.
        repetitions: How often it was reviewed; 0 if that is not told, which is then
            taken from the interval: two reviews by the sixth day, three after it.
        lapses: How often it was forgotten.
    """
    days = max(1, min(round(interval_days), _LONGEST_DAYS))
    told = repetitions or (1 if days <= 1 else 2 if days <= 6 else 3)
    return Past(
        key=key,
        type=_REVIEW,
        queue=_REVIEW,
        due_day=due.toordinal(),
        interval_days=days,
        ease_permille=round(max(1.3, min(ease, 10.0)) * 1000),
        repetitions=min(told, 100_000),
        lapses=max(0, min(lapses, 100_000)),
    )


def day(year: int, month: int, day_of_month: int) -> date | None:
    """Return a day; none if there is no such day."""
    try:
        return date(year, month, day_of_month)
    except ValueError:
        return None


def later(start: date, days: float) -> date | None:
    """Return the day so many days later; none if it is beyond all reason."""
    return start + timedelta(days=days) if abs(days) <= _LONGEST_DAYS else None


def number(text: str) -> float | None:
    """Return what a plain decimal number says; none if it is none."""
    bare = text.strip()
    digits = bare.removeprefix("-").replace(".", "", 1)
    return float(bare) if digits.isascii() and digits.isdecimal() and len(bare) < 20 else None


def open_gaps(text: str) -> tuple[Face, ...]:
    """Return the cards of a text that hide one gap each and show the others.

    With one card there is nothing to show: then none are returned.

    Raises:
        GapError: The gaps cannot be read.
    """
    gaps = read_gaps(text)
    groups = groups_of(gaps)
    return tuple(_open_gap(text, gaps, group) for group in groups) if len(groups) > 1 else ()


def _open_gap(text: str, gaps: tuple[Gap, ...], group: int) -> Face:
    own = [gap for gap in gaps if group in gap.groups]
    shown = (
        replace(gap, text=f"[{gap.hint or '...'}]") if group in gap.groups else gap for gap in gaps
    )
    return Face(
        key=f"c{group}",
        prompt=filled(text, tuple(shown)),
        answer=", ".join(dict.fromkeys(gap.text for gap in own)),
        aliases=own[0].aliases,
    )


def both_ways(prompt: str, answer: str) -> tuple[Face, Face]:
    """Return the two cards of a pair that is asked from either side."""
    return Face("q", prompt, answer), Face("r", answer, prompt)
