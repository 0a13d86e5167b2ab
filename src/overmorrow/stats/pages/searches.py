"""The searches that lead from a bar to its cards, in the language of the search box."""

from datetime import date

_MOST_DAYS = 7
"""So many days are named one by one."""


def due_on(day: int, today: int) -> str:
    """Return the search for what is due on a day; for today, with what is overdue."""
    return "is:due" if day == today else f"due:{day - today} -is:suspended"


def answered_between(first: int, last: int, today: int) -> str:
    """Return the search for cards answered on some days; empty where it would be too long."""
    if last - first < _MOST_DAYS:
        days = [f"rated:{date.fromordinal(day)}" for day in range(first, last + 1)]
        return days[0] if len(days) == 1 else f"({' or '.join(days)})"
    return f"rated:{today - first + 1}" if last >= today else ""


def interval_between(first: int, last: int | None) -> str:
    """Return the search for cards of some intervals, in days."""
    if first == last:
        return f"prop:ivl={first}"
    return f"prop:ivl>={first}" + ("" if last is None else f" prop:ivl<={last}")


def ease_from(hundredths: int, below: int | None) -> str:
    """Return the search for cards of some eases; new cards have none that was earned."""
    upper = "" if below is None else f" prop:ease<{below / 100:.2f}"
    return f"prop:ease>={hundredths / 100:.2f}{upper} -is:new"


def rated(days: int, quality: int) -> str:
    """Return the search for cards that got a quality within so many days."""
    return f"rated:{days}:{quality}"


def cards(*card_ids: int) -> str:
    """Return the search for some cards."""
    return "cid:" + ",".join(map(str, card_ids))


def in_deck(deck: str | None, search: str) -> str:
    """Return the search among the cards of a deck and its subdecks."""
    if deck is None:
        return search
    quoted = deck.replace("\\", "\\\\").replace('"', '\\"').replace("*", "\\*").replace("_", "\\_")
    return f'deck:"{quoted}" {search}'.rstrip()
