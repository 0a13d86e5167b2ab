"""Which commands there are, what each takes, and how their words are read.

The table `COMMANDS` is the one place that knows; reading and the help pages
both go by it. The words are read here and not by argparse, which would cost
`due` a tenth of its time and speaks no Korean.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from overmorrow.errors import OvermorrowError


class UsageError(OvermorrowError):
    """The words of the command line make no command."""

    exit_code = 2


class Argument(NamedTuple):
    """One option, or one place for a word."""

    name: str
    """`--limit`, or `deck` for a word without a name."""
    about: str
    """The key of its line in the help."""
    value: str = ""
    """What stands for its value in the help, as a message key; empty for a switch."""
    read: Callable[[str], object] = str
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


class Command(NamedTuple):
    """What can be asked of the program by name."""

    module: str
    """The module of `overmorrow.cli` whose `NAME_command` does it."""
    group: str
    """The key of the heading it stands under in the help."""
    arguments: tuple[Argument, ...]


def whole_number(low: int, high: int, text: str) -> int:
    """Return the number a learner wrote.

    Raises:
        UsageError: It is none, or not among those allowed.
    """
    digits = text.isascii() and text.isdecimal() and len(text) < 10
    if not digits or not low <= int(text) <= high:
        raise UsageError("cli.not_a_number", value=text, low=low, high=high)
    return int(text)


def one_of(words: tuple[str, ...], text: str) -> str:
    """Return the word if it is one of those allowed.

    Raises:
        UsageError: It is not.
    """
    if text not in words:
        raise UsageError("cli.not_one_of", value=text, allowed=", ".join(words))
    return text


def encoding(text: str) -> str:
    """Return the name of an encoding that text can be read in.

    Raises:
        UsageError: There is none of that name.
    """
    try:
        bytes(4).decode(text)
    except (LookupError, ValueError):
        raise UsageError("cli.no_encoding", value=text) from None
    return text


ANSWER_TYPES = (
    "text", "number", "date", "list", "ordered_list", "choice", "code", "formula", "long"
)  # fmt: skip
"""As `cards.note.AnswerType` has them, which most commands do not load."""
_COUNT = partial(whole_number, 1, 99_999)
_COUNT_OR_NONE = partial(whole_number, 0, 99_999)
_DAYS = partial(whole_number, 1, 36_500)
_CARD = partial(whole_number, 1, 999_999_999)
_DECK = Argument("deck", "cli.deck", "cli.value_deck", many="?")
_JSON = Argument("--json", "cli.json")
FORMATS = ("md", "csv", "tsv", "json", "apkg")
"""What `export` can write."""

GLOBAL_ARGUMENTS = (
    Argument("--db", "cli.db", "cli.value_file"),
    Argument("--lang", "cli.lang", "cli.value_lang", partial(one_of, ("ko", "en"))),
    Argument("--plain", "cli.plain"),
    Argument("--ascii", "cli.ascii"),
    Argument("--no-color", "cli.no_color"),
    Argument("--version", "cli.version"),
    Argument("--help", "cli.help"),
)

COMMANDS: dict[str, Command] = {
    "study": Command(
        "studying",
        "cli.group_study",
        (
            _DECK,
            Argument("--limit", "cli.limit", "cli.value_number", _COUNT),
            Argument("--minutes", "cli.minutes", "cli.value_number", _COUNT),
            Argument("--new", "cli.new", "cli.value_number", _COUNT_OR_NONE),
            Argument("--ahead", "cli.ahead"),
            Argument("--cram", "cli.cram"),
        ),
    ),
    "due": Command("counting", "cli.group_study", (_DECK, _JSON)),
    "stats": Command(
        "counting",
        "cli.group_study",
        (_DECK, Argument("--days", "cli.days", "cli.value_number", _DAYS), _JSON),
    ),
    "grade": Command(
        "judging",
        "cli.group_study",
        (
            Argument("typed", "cli.typed", "cli.value_typed", many="?"),
            Argument("--answer", "cli.answer", "cli.value_answer"),
            Argument("--card", "cli.card", "cli.value_card", _CARD),
            Argument("--jsonl", "cli.jsonl"),
        ),
    ),
    "decks": Command(
        "counting",
        "cli.group_decks",
        (
            _DECK,
            Argument("--new-per-day", "cli.new_per_day", "cli.value_number", _COUNT_OR_NONE),
            Argument(
                "--reviews-per-day", "cli.reviews_per_day", "cli.value_number", _COUNT_OR_NONE
            ),
            Argument("--usual", "cli.usual"),
            Argument("--write-ids", "cli.write_ids"),
            _JSON,
        ),
    ),
    "import": Command(
        "importing",
        "cli.group_decks",
        (
            Argument("files", "cli.files", "cli.value_files", many="*"),
            Argument("--deck", "cli.into_deck", "cli.value_name"),
            Argument("--dry-run", "cli.dry_run"),
            Argument("--format", "cli.text_format", "cli.value_name"),
            Argument("--encoding", "cli.encoding", "cli.value_encoding", encoding),
            Argument("--delimiter", "cli.delimiter", "cli.value_delimiter"),
            Argument("--header", "cli.header"),
            Argument("--no-header", "cli.no_header"),
            Argument("--columns", "cli.columns", "cli.value_columns"),
            Argument("--with-schedule", "cli.with_schedule"),
            Argument("--fold-reviews", "cli.fold_reviews"),
            Argument("--undo", "cli.undo_import"),
            _JSON,
        ),
    ),
    "edit": Command(
        "editing",
        "cli.group_decks",
        (
            Argument("card", "cli.edit_card", "cli.value_card", _CARD, many="?"),
            Argument("--prompt", "cli.edit_prompt", "cli.value_text"),
            Argument("--answer", "cli.edit_answer", "cli.value_text"),
            Argument("--type", "cli.edit_type", "cli.value_type", partial(one_of, ANSWER_TYPES)),
            Argument("--also", "cli.edit_also", "cli.value_also"),
            Argument("--wrong", "cli.edit_wrong", "cli.value_also"),
            Argument("--hint", "cli.edit_hint", "cli.value_text"),
            Argument("--note", "cli.edit_note", "cli.value_text"),
            Argument("--tags", "cli.edit_tags", "cli.value_tags"),
            Argument("--keep-file", "cli.keep_file"),
            _JSON,
        ),
    ),
    "export": Command(
        "exporting",
        "cli.group_decks",
        (
            _DECK,
            Argument("--format", "cli.format", "cli.value_format", partial(one_of, FORMATS)),
            Argument("--out", "cli.out", "cli.value_file"),
            Argument("--with-schedule", "cli.export_schedule"),
            Argument("--ids", "cli.export_ids"),
            Argument("--excel-safe", "cli.excel_safe"),
            Argument("--replace", "cli.replace"),
            _JSON,
        ),
    ),
    "check": Command("keeping", "cli.group_keeping", (Argument("--repair", "cli.repair"), _JSON)),
    "backup": Command(
        "keeping",
        "cli.group_keeping",
        (
            Argument("folder", "cli.folder", "cli.value_folder", many="?"),
            Argument("--list", "cli.list_backups"),
            Argument("--restore", "cli.restore", "cli.value_name"),
        ),
    ),
    "merge": Command(
        "merging",
        "cli.group_keeping",
        (
            Argument("file", "cli.other_file", "cli.value_file", many="?"),
            Argument("--dry-run", "cli.dry_run"),
            _JSON,
        ),
    ),
    "undo": Command("keeping", "cli.group_keeping", (Argument("--list", "cli.list_undo"),)),
    "schedule": Command(
        "judging",
        "cli.group_programs",
        (Argument("algorithm", "cli.algorithm", "cli.value_algorithm", many="?"), _JSON),
    ),
}


def split(words: Sequence[str]) -> tuple[list[str], str | None, list[str]]:
    """Return the words before the command, the command, and the words after it."""
    with_value = {argument.name for argument in GLOBAL_ARGUMENTS if argument.value}
    place = 0
    while place < len(words) and words[place].startswith("-") and words[place] != "--":
        place += 2 if words[place] in with_value else 1
    if place >= len(words):
        return list(words), None, []
    return list(words[:place]), words[place], list(words[place + 1 :])


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
            raise _with_nearest("cli.unknown_option", name, list(known))
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


def find(name: str) -> Command:
    """Return the command of that name.

    Raises:
        UsageError: There is none; the nearest is offered.
    """
    if name not in COMMANDS:
        raise _with_nearest("cli.unknown_command", name, list(COMMANDS))
    return COMMANDS[name]


def _with_nearest(key: str, word: str, known: Sequence[str]) -> UsageError:
    from difflib import get_close_matches

    by_letters = {name.lstrip("-"): name for name in known}
    near = get_close_matches(word.lstrip("-"), by_letters, n=1)
    if not near:
        return UsageError(key, word=word)
    return UsageError(f"{key}_near", word=word, near=by_letters[near[0]])
