"""What the dialogue and the command line say about files to import."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from overmorrow.cards.parsed_file import Detected
from overmorrow.cards.problem import Harm, Problem
from overmorrow.messages import Messages

MOST_PROBLEMS = 5
_LONGEST_PROBLEM = 100


def understood_line(say: Messages, detected: Detected) -> str:
    """Return how the file was understood: its format, and for tables how they are made."""
    told = [say(f"formats.{detected.format}")]
    if detected.encoding and detected.encoding.lower() != "utf-8":
        told.append(detected.encoding.upper())
    if detected.separator:
        sign = say("formats.tab") if detected.separator == "\t" else detected.separator
        told.append(say("formats.separator", sign=sign))
    if detected.has_headings is not None:
        told.append(say("formats.headings" if detected.has_headings else "formats.no_headings"))
    if detected.columns:
        told.append(say("formats.columns", columns=", ".join(_roles(say, detected.columns))))
    return ", ".join(told)


def _roles(say: Messages, columns: Sequence[str]) -> Iterator[str]:
    """Yield what the columns are, those alike that stand together as one."""
    for role, alike in groupby(columns):
        times = len(list(alike))
        yield say(f"import_screen.role_{role}") + (f" ×{times}" if times > 1 else "")


def problem_lines(
    say: Messages, problems: Sequence[Problem], most: int = MOST_PROBLEMS
) -> Iterator[str]:
    """Yield the worst problems first, and how many more there are."""
    order = (Harm.FILE, Harm.CARD, Harm.NOTICE)
    worst = sorted(problems, key=lambda problem: order.index(problem.harm))[:most]
    for problem in worst:
        text = problem_line(say, problem)
        yield text if len(text) <= _LONGEST_PROBLEM else f"{text[:_LONGEST_PROBLEM]}…"
    if len(problems) > len(worst):
        yield say("cli.more_problems", n=len(problems) - len(worst))


def problem_line(say: Messages, problem: Problem) -> str:
    """Return what is wrong on which line."""
    return say("cli.problem", line=problem.line, text=say(problem.key, **problem.values))
