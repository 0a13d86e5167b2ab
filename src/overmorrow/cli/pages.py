"""The help: one page about all commands, one about each."""

import os
import sys
from collections.abc import Iterator, Sequence

from overmorrow.cards.text import cell_width
from overmorrow.cli.arguments import Argument
from overmorrow.cli.commands import COMMANDS, GLOBAL_ARGUMENTS
from overmorrow.messages import Messages

_NAME_CELLS = 20


def page(say: Messages, command: str | None, database_path: str) -> Iterator[str]:
    """Return the help page, line by line.

    Args:
        say: The learner's language.
        command: Whose page; None for the page about all commands.
        database_path: The file the program would use now.
    """
    if command is None:
        return _overview(say, database_path)
    return _about(say, command, database_path)


def _overview(say: Messages, database_path: str) -> Iterator[str]:
    program = _program()
    yield f"{say('usage.usage')} {program} [--db {say('arguments.value_file')}] " + say(
        "usage.usage_tail"
    )
    yield ""
    yield say("usage.without_command")
    group = ""
    for name, command in COMMANDS.items():
        if command.group != group:
            group = command.group
            yield ""
            yield say(group)
        words = [argument for argument in command.arguments if not argument.is_option]
        yield _row(" ".join([name, *_values(say, words)]), say(f"usage.about_{name}"))
    yield ""
    yield say("usage.options")
    yield from _rows(say, GLOBAL_ARGUMENTS, database_path)
    yield ""
    yield say("usage.exit_codes")
    yield say("usage.begin", program=_as_typed(program))


def _about(say: Messages, name: str, database_path: str) -> Iterator[str]:
    own = COMMANDS[name].arguments
    options = [
        f"[{' '.join([argument.name, *_values(say, [argument])])}]"
        for argument in own
        if argument.is_option
    ]
    words = _values(say, [argument for argument in own if not argument.is_option])
    yield from _wrapped(f"{say('usage.usage')} {_program()} {name}", [*words, *options])
    yield ""
    yield say(f"usage.more_{name}")
    if own:
        yield ""
        yield from _rows(say, own, database_path)
    yield ""
    yield say("usage.also_global")
    yield f"{say('usage.example')} {_as_typed(_program())} {say(f'usage.example_{name}')}"


def _wrapped(head: str, parts: Sequence[str]) -> Iterator[str]:
    line = head
    for part in parts:
        if cell_width(f"{line} {part}") > 79:
            yield line
            line = " " * (cell_width(head.rpartition(" ")[0]))
        line = f"{line} {part}"
    yield line


def _rows(say: Messages, arguments: Sequence[Argument], database_path: str) -> Iterator[str]:
    for argument in arguments:
        values = _values(say, [argument])
        name = " ".join([argument.name, *values]) if argument.is_option else values[0]
        if argument.name == "--help":
            name = "-h, --help"
        about = say(argument.about, path=_short(database_path))
        yield _row(name, about)


def _row(name: str, about: str) -> str:
    return f"  {name}{' ' * max(2, _NAME_CELLS - cell_width(name))}{about}"


def _values(say: Messages, arguments: Sequence[Argument]) -> list[str]:
    return [say(argument.value) for argument in arguments if argument.value]


def _program() -> str:
    """Return what the learner called: `quiz.py` in a clone, `quiz` where it is installed."""
    name = os.path.basename(sys.argv[0])
    return name if name in ("quiz.py", "overmorrow") else "quiz"


def _as_typed(program: str) -> str:
    return f"python {program}" if program.endswith(".py") else program


def _short(path: str) -> str:
    home = os.path.expanduser("~")
    return f"~{path[len(home) :]}" if path.startswith(home + os.sep) else path
