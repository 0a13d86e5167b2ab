"""Reads when a card is due, as a learner writes it: 7, 3-10, 7일, 내일, overmorrow."""

import re

from overmorrow.jobs.bulk import Change, What

_DAYS = re.compile(r"([0-9]{1,5}) ?(?:일|d|days?)?(?: *[-~–] *([0-9]{1,5}) ?(?:일|d|days?)?)?")
_NAMED = {"오늘": 0, "today": 0, "내일": 1, "tomorrow": 1, "모레": 2, "overmorrow": 2}


def due_change(text: str) -> Change | None:
    """Return the change of the due day that is meant; None where no days are written."""
    word = text.strip().lower()
    if word in _NAMED:
        return Change(what=What.SET_DUE, number=_NAMED[word])
    days = _DAYS.fullmatch(word)
    if days is None:
        return None
    until = None if days[2] is None else int(days[2])
    return Change(what=What.SET_DUE, number=int(days[1]), until=until)
