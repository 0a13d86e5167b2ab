"""Which commands there are and what each takes.

The table `COMMANDS` is the one place that knows; reading and the help pages
both go by it.
"""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from overmorrow.cli.arguments import Argument, with_nearest
from overmorrow.cli.values import (
    calendar_day,
    days,
    due_days,
    encoding,
    one_of,
    share,
    whole_number,
)


class Command(NamedTuple):
    """What can be asked of the program by name."""

    module: str
    """The module of `overmorrow.cli` whose `NAME_command` does it."""
    group: str
    """The key of the heading it stands under in the help."""
    arguments: tuple[Argument, ...]


ANSWER_TYPES = (
    "text", "number", "date", "list", "ordered_list", "choice", "code", "formula", "long"
)  # fmt: skip
"""As `cards.note.AnswerType` has them, which most commands do not load."""
ORDERS = (
    "deck", "due", "interval", "ease", "lapses", "reviews", "prompt", "answer", "added", "edited"
)  # fmt: skip
"""As `jobs.browse.Order` has them."""
_COUNT = partial(whole_number, 1, 99_999)
_COUNT_OR_NONE = partial(whole_number, 0, 99_999)
_DAYS = partial(whole_number, 1, 36_500)
_BUDGET = partial(whole_number, 1, 1000)
_CARD = partial(whole_number, 1, 999_999_999)
LANGS = ("ko", "en")
STATISTICS_PAGES = (
    *("today", "memory", "reviews", "forecast", "calendar", "intervals", "ease", "hours"),
    *("answers", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
)
_DECK = Argument("deck", "arguments.deck", "arguments.value_deck", many="?")
_JSON = Argument("--json", "arguments.json")
FORMATS = ("md", "csv", "tsv", "json", "apkg")
"""What `export` can write."""


def _parts_of_note(verb: str) -> tuple[Argument, ...]:
    """Return the options that say what is in a note, to `add` it or to `edit` it."""
    return (
        Argument("--prompt", f"arguments.{verb}_prompt", "arguments.value_text"),
        Argument("--answer", f"arguments.{verb}_answer", "arguments.value_text"),
        Argument(
            "--type", "arguments.edit_type", "arguments.value_type", partial(one_of, ANSWER_TYPES)
        ),
        Argument("--also", "arguments.edit_also", "arguments.value_also"),
        Argument("--wrong", "arguments.edit_wrong", "arguments.value_also"),
        Argument("--hint", f"arguments.{verb}_hint", "arguments.value_text"),
        Argument("--note", "arguments.edit_note", "arguments.value_text"),
        Argument("--tags", "arguments.edit_tags", "arguments.value_tags"),
    )


GLOBAL_ARGUMENTS = (
    Argument("--db", "arguments.db", "arguments.value_file", str),
    Argument("--lang", "arguments.lang", "arguments.value_lang", partial(one_of, LANGS)),
    Argument("--plain", "arguments.plain"),
    Argument("--ascii", "arguments.ascii"),
    Argument("--no-color", "arguments.no_color"),
    Argument("--version", "arguments.version"),
    Argument("--help", "arguments.help"),
)

COMMANDS: dict[str, Command] = {
    "study": Command(
        "studying",
        "usage.group_study",
        (
            _DECK,
            Argument("--limit", "arguments.limit", "arguments.value_number", _COUNT),
            Argument("--minutes", "arguments.minutes", "arguments.value_number", _COUNT),
            Argument("--new", "arguments.new", "arguments.value_number", _COUNT_OR_NONE),
            Argument("--ahead", "arguments.ahead"),
            Argument("--cram", "arguments.cram"),
            Argument("--random", "arguments.random"),
        ),
    ),
    "due": Command(
        "counting",
        "usage.group_study",
        (
            _DECK,
            Argument("--pace", "arguments.pace", "arguments.value_pace"),
            Argument("--rest-new", "arguments.rest_new"),
            Argument("--today", "arguments.pace_today"),
            _JSON,
        ),
    ),
    "stats": Command(
        "telling",
        "usage.group_study",
        (
            _DECK,
            Argument(
                "--page",
                "arguments.page",
                "arguments.value_page",
                partial(one_of, STATISTICS_PAGES),
            ),
            Argument("--days", "arguments.days", "arguments.value_days", days),
            Argument("--table", "arguments.as_table"),
            _JSON,
        ),
    ),
    "grade": Command(
        "judging",
        "usage.group_study",
        (
            Argument("typed", "arguments.typed", "arguments.value_typed", many="?"),
            Argument("--answer", "arguments.answer", "arguments.value_answer"),
            Argument("--card", "arguments.card", "arguments.value_card", _CARD),
            Argument("--jsonl", "arguments.jsonl"),
        ),
    ),
    "decks": Command(
        "counting",
        "usage.group_decks",
        (
            _DECK,
            Argument(
                "--new-per-day", "arguments.new_per_day", "arguments.value_number", _COUNT_OR_NONE
            ),
            Argument(
                "--reviews-per-day",
                "arguments.reviews_per_day",
                "arguments.value_number",
                _COUNT_OR_NONE,
            ),
            Argument("--usual", "arguments.usual"),
            Argument("--set", "arguments.set_option", "arguments.value_option"),
            Argument("--options", "arguments.show_options"),
            Argument("--create", "arguments.create_deck", "arguments.value_name"),
            Argument("--rename", "arguments.rename_deck", "arguments.value_name"),
            Argument("--remove", "arguments.remove_deck"),
            Argument("--removed", "arguments.removed_decks"),
            Argument("--restore", "arguments.restore_deck", "arguments.value_name"),
            Argument("--write-ids", "arguments.write_ids"),
            _JSON,
        ),
    ),
    "import": Command(
        "importing",
        "usage.group_decks",
        (
            Argument("files", "arguments.files", "arguments.value_files", str, "*"),
            Argument("--deck", "arguments.into_deck", "arguments.value_name"),
            Argument("--dry-run", "arguments.dry_run"),
            Argument("--format", "arguments.text_format", "arguments.value_name"),
            Argument("--encoding", "arguments.encoding", "arguments.value_encoding", encoding),
            Argument("--delimiter", "arguments.delimiter", "arguments.value_delimiter"),
            Argument("--header", "arguments.header"),
            Argument("--no-header", "arguments.no_header"),
            Argument("--columns", "arguments.columns", "arguments.value_columns"),
            Argument("--with-schedule", "arguments.with_schedule"),
            Argument("--fold-reviews", "arguments.fold_reviews"),
            Argument("--undo", "arguments.undo_import"),
            _JSON,
        ),
    ),
    "generate": Command(
        "generating",
        "usage.group_decks",
        (
            Argument("article", "arguments.article", "arguments.value_article", str, "?"),
            Argument("--deck", "arguments.deck_to_make", "arguments.value_name"),
            Argument("--out", "arguments.deck_file", "arguments.value_file", str),
            Argument("--budget", "arguments.budget", "arguments.value_number", _BUDGET),
            Argument("--min-score", "arguments.min_score", "arguments.value_share", share),
            Argument("--title", "arguments.title", "arguments.value_text"),
            Argument("--date", "arguments.date", "arguments.value_day", calendar_day),
            Argument(
                "--text-lang", "arguments.text_lang", "arguments.value_lang", partial(one_of, LANGS)
            ),
            Argument("--dry-run", "arguments.dry_run"),
            Argument("--jsonl", "arguments.proposals"),
        ),
    ),
    "edit": Command(
        "editing",
        "usage.group_decks",
        (
            Argument("card", "arguments.edit_card", "arguments.value_card", _CARD, many="?"),
            *_parts_of_note("edit"),
            Argument("--keep-file", "arguments.keep_file"),
            _JSON,
        ),
    ),
    "add": Command(
        "adding",
        "usage.group_decks",
        (
            Argument("--deck", "arguments.add_deck", "arguments.value_name"),
            *_parts_of_note("add"),
            _JSON,
        ),
    ),
    "browse": Command(
        "browsing",
        "usage.group_decks",
        (
            Argument("words", "arguments.search", "arguments.value_search", many="*"),
            Argument(
                "--order", "arguments.order", "arguments.value_order", partial(one_of, ORDERS)
            ),
            Argument("--reverse", "arguments.reverse"),
            Argument("--limit", "arguments.limit_found", "arguments.value_number", _COUNT),
            Argument("--ids", "arguments.only_ids"),
            Argument("--suspend", "arguments.suspend"),
            Argument("--unsuspend", "arguments.unsuspend"),
            Argument("--bury", "arguments.bury"),
            Argument("--unbury", "arguments.unbury"),
            Argument(
                "--flag", "arguments.flag", "arguments.value_flag", partial(whole_number, 0, 7)
            ),
            Argument("--mark", "arguments.mark"),
            Argument("--unmark", "arguments.unmark"),
            Argument("--due", "arguments.due_in", "arguments.value_days_or_range", due_days),
            Argument("--reset", "arguments.reset"),
            Argument("--set-tag", "arguments.set_tag", "arguments.value_tag"),
            Argument("--remove-tag", "arguments.remove_tag", "arguments.value_tag"),
            Argument("--move", "arguments.move", "arguments.value_name"),
            Argument("--delete", "arguments.delete"),
            Argument("--merge", "arguments.merge_dupes"),
            Argument("--keep-apart", "arguments.keep_apart"),
            Argument("--replace", "arguments.replace_text", "arguments.value_text"),
            Argument("--with", "arguments.replace_with", "arguments.value_text"),
            Argument("--in", "arguments.replace_in", "arguments.value_fields"),
            Argument("--regex", "arguments.replace_regex"),
            Argument("--ignore-case", "arguments.replace_ignoring"),
            Argument("--whole-notes", "arguments.whole_notes"),
            Argument("--dry-run", "arguments.dry_run"),
            Argument("--save", "arguments.save_search", "arguments.value_name"),
            Argument("--forget", "arguments.forget_search", "arguments.value_name"),
            Argument("--saved", "arguments.saved_searches"),
            _JSON,
        ),
    ),
    "export": Command(
        "exporting",
        "usage.group_decks",
        (
            _DECK,
            Argument(
                "--format", "arguments.format", "arguments.value_format", partial(one_of, FORMATS)
            ),
            Argument("--out", "arguments.out", "arguments.value_file", str),
            Argument("--with-schedule", "arguments.export_schedule"),
            Argument("--ids", "arguments.export_ids"),
            Argument("--excel-safe", "arguments.excel_safe"),
            Argument("--replace", "arguments.replace"),
            _JSON,
        ),
    ),
    "settings": Command(
        "configuring",
        "usage.group_keeping",
        (
            Argument("key", "arguments.setting_key", "arguments.value_setting", many="?"),
            Argument("value", "arguments.setting_value", "arguments.value_new", many="?"),
            Argument("--default", "arguments.setting_default"),
            _JSON,
        ),
    ),
    "check": Command(
        "keeping", "usage.group_keeping", (Argument("--repair", "arguments.repair"), _JSON)
    ),
    "backup": Command(
        "keeping",
        "usage.group_keeping",
        (
            Argument("folder", "arguments.folder", "arguments.value_folder", str, "?"),
            Argument("--list", "arguments.list_backups"),
            Argument("--restore", "arguments.restore", "arguments.value_name", str),
        ),
    ),
    "merge": Command(
        "merging",
        "usage.group_keeping",
        (
            Argument("file", "arguments.other_file", "arguments.value_file", str, "?"),
            Argument("--dry-run", "arguments.dry_run"),
            _JSON,
        ),
    ),
    "undo": Command("keeping", "usage.group_keeping", (Argument("--list", "arguments.list_undo"),)),
    "schedule": Command(
        "judging",
        "usage.group_programs",
        (
            Argument("algorithm", "arguments.algorithm", "arguments.value_algorithm", many="?"),
            _JSON,
        ),
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


def find(name: str) -> Command:
    """Return the command of that name.

    Raises:
        UsageError: There is none; the nearest is offered.
    """
    if name not in COMMANDS:
        raise with_nearest("cli.unknown_command", name, list(COMMANDS))
    return COMMANDS[name]
