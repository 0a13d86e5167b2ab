"""`grade` and `schedule`: the teacher and the schedule, for other programs and for a look."""

import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from overmorrow.cli import output
from overmorrow.cli.arguments import UsageError
from overmorrow.cli.request import Request
from overmorrow.cli.values import one_of
from overmorrow.errors import FileError
from overmorrow.scheduling.sm2 import step
from overmorrow.scheduling.state import Sm2State

if TYPE_CHECKING:
    from overmorrow.cards.card import Card

_ALGORITHMS = ("sm2",)
_LAST_DAY = 10_000_000


def schedule_command(request: Request) -> int:
    """Print a card's state after each of its answers, read from stdin."""
    if request.options.algorithm is None:
        raise UsageError("cli.schedule_what")
    one_of(_ALGORITHMS, request.options.algorithm)
    states = []
    state = Sm2State()
    for number, row in _rows():
        day, quality = _whole(row, "day", _LAST_DAY, number), _whole(row, "quality", 5, number)
        state = step(state, day, quality)
        states.append(_figures(state))
    if request.options.json:
        output.write_json(states)
    else:
        for figures in states:
            output.write_json(figures)
    return 0


def _figures(state: Sm2State) -> dict[str, object]:
    return {
        "n": state.repetitions,
        "interval": state.interval_days,
        "ef": state.ease_hundredths,
        "due": state.due_day,
        "last": state.last_day,
        "drill": state.drill,
        "lapses": state.lapses,
    }


def grade_command(request: Request) -> int:
    """Grade rows from stdin, or one answer against an answer or a card."""
    options = request.options
    given = [options.jsonl, options.answer is not None, options.card is not None]
    if sum(given) != 1 or (options.typed is None) != options.jsonl:
        raise UsageError("cli.grade_what")
    if options.jsonl:
        return _grade_rows(request)
    return _grade_one(request)


def _grade_rows(request: Request) -> int:
    from overmorrow.grading.explain import explain
    from overmorrow.grading.grade import grade_row

    for number, row in _rows():
        _check_row(row, number)
        grading = grade_row(row)
        output.write_json(
            {
                "verdict": grading.verdict.value,
                "quality": int(grading.quality),
                "reason": grading.reason,
                "message": explain(grading, request.say),
                "matched": grading.matched,
                "value": grading.value,
            }
        )
    return 0


def _grade_one(request: Request) -> int:
    from overmorrow.cards.card import Card
    from overmorrow.grading.grade import grade
    from overmorrow.plain import verdict_words

    say, options = request.say, request.options
    if options.card is None:
        card = Card(key="q", prompt="", answer=options.answer)
    else:
        card = _stored_card(request, options.card)
    grading = grade(options.typed, card)
    output.write(verdict_words(options.typed, grading, say))
    output.write(say("cli.graded", quality=say(f"stats.quality_{int(grading.quality)}")))
    return 0


def _stored_card(request: Request, card_id: int) -> "Card":
    from overmorrow.jobs.asking import card_of
    from overmorrow.store.cards import load_card

    return card_of(load_card(request.collection(), card_id))


def _rows() -> Iterator[tuple[int, dict[str, object]]]:
    """Yield the JSON objects on stdin with the number of their line.

    Raises:
        FileError: A line is not a JSON object.
    """
    for number, line in enumerate(sys.stdin, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line.lstrip("\ufeff"))
        except (ValueError, RecursionError) as error:
            raise FileError("cli.line_not_json", line=number) from error
        if not isinstance(row, dict):
            raise FileError("cli.line_not_json", line=number)
        yield number, row


def _whole(row: dict[str, object], name: str, most: int, line: int) -> int:
    value = row.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= most:
        raise FileError("cli.line_not_number", line=line, name=name, most=most)
    return value


def _check_row(row: dict[str, object], line: int) -> None:
    for name in ("expected", "typed"):
        if not isinstance(row.get(name), str):
            raise FileError("cli.line_not_text", line=line, name=name)
    for name in ("prompt", "answer_type", "lang"):
        if not isinstance(row.get(name, ""), str):
            raise FileError("cli.line_not_text", line=line, name=name)
    aliases = row.get("aliases", [])
    if not isinstance(aliases, list) or not all(isinstance(alias, str) for alias in aliases):
        raise FileError("cli.line_not_texts", line=line, name="aliases")
