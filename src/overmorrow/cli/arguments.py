"""How the words of a command line are read.

They are read here and not by argparse, which would cost `due` a tenth of its time
and speaks no Korean.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from overmorrow.errors import OvermorrowError


class UsageError(OvermorrowError):
    """The words of the command line make no command."""

    exit_code = 2


def whole_text(word: str) -> str:
    """Return a word of the command line with `?` for bytes that are no text; a path keeps them."""
    return word.encode("utf-8", "replace").decode("utf-8")


class Argument(NamedTuple):
    """One option, or one place for a word."""

    name: str
    """`--limit`, or `deck` for a word without a name."""
    about: str
    """The key of its line in the help."""
    value: str = ""
    """What stands for its value in the help, as a message key; empty for a switch."""
    read: Callable[[str], object] = whole_text
    many: str = ""
    """For a word without a name: `?` at most one, `*` any number."""

    @property
    def is_option(self) -> bool:
        """Whether it has a name to call it by."""
        return self.name.startswith("-")


class Options:
    """The values of one command line, by the arguments' names: `--dry-run` is `dry_run`."""

    def __init__(self, arguments: Iterable[Argument]) -> None:
        """Begin with nothing given: None, False for a switch, an empty list for `*`."""
        self._values: dict[str, Any] = {}
        for argument in arguments:
            if argument.is_option and not argument.value:
                self.put(argument, False)
            else:
                self.put(argument, [] if argument.many == "*" else None)

    def put(self, argument: Argument, value: object) -> None:
        """Keep the value of an argument."""
        self._values[argument.name.lstrip("-").replace("-", "_")] = value

    def given(self) -> dict[str, object]:
        """Return what was given, by name."""
        return {name: value for name, value in self._values.items() if value}

    def add(self, given: Mapping[str, object]) -> None:
        """Take over what was given elsewhere on the command line."""
        self._values.update(given)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  # the type is what the table reads
        try:
            return self._values[name]
        except KeyError:
            raise AttributeError(name) from None


def parse(words: Sequence[str], arguments: Sequence[Argument]) -> Options:
    """Return the values of options and words; what was not given is None or False.

    An option's value follows it, or an equals sign; after `--` all are words.

    Raises:
        UsageError: A word that is not known, or an option without its value.
    """
    known = {argument.name: argument for argument in arguments if argument.is_option}
    options = Options(arguments)
    plain: list[str] = []
    waiting = list(reversed(words))
    while waiting:
        word = waiting.pop()
        if word == "--":
            plain += reversed(waiting)
            break
        name, joined, value = ("--help" if word == "-h" else word).partition("=")
        if not name.startswith("--"):
            plain.append(word)
        elif name not in known:
            raise with_nearest("cli.unknown_option", name, list(known))
        elif not known[name].value:
            if joined:
                raise UsageError("cli.misused_option", option=name)
            options.put(known[name], True)
        else:
            if not joined and (not waiting or waiting[-1].startswith("--")):
                raise UsageError("cli.misused_option", option=name)
            options.put(known[name], known[name].read(value if joined else waiting.pop()))
    _place(plain, arguments, options)
    return options


def _place(plain: Sequence[str], arguments: Sequence[Argument], options: Options) -> None:
    """Give the words without a name to the arguments without one."""
    left = list(plain)
    for argument in arguments:
        if argument.many == "*":
            options.put(argument, [argument.read(word) for word in left])
            left = []
        elif argument.many == "?" and left:
            options.put(argument, argument.read(left.pop(0)))
    if left:
        raise UsageError("cli.unknown_word", word=left[0])


def with_nearest(key: str, word: str, known: Sequence[str]) -> UsageError:
    """Return what is wrong with a word, naming the known one that is most like it."""
    from difflib import get_close_matches

    by_letters = {name.lstrip("-"): name for name in known}
    near = get_close_matches(word.lstrip("-"), by_letters, n=1)
    if not near:
        return UsageError(key, word=word)
    return UsageError(f"{key}_near", word=word, near=by_letters[near[0]])
