"""The plain dialogue: the decks, studying, and every command, asked and told in lines."""

import sys
from collections.abc import Callable, Sequence
from contextlib import closing, redirect_stderr, redirect_stdout
from typing import TypeVar

from overmorrow.cli import output
from overmorrow.cli.arguments import Options, parse
from overmorrow.cli.commands import COMMANDS
from overmorrow.cli.confirming import asking_about_the_clock
from overmorrow.cli.request import Request
from overmorrow.errors import OvermorrowError
from overmorrow.jobs.asked import Limits
from overmorrow.jobs.home import Overview, overview
from overmorrow.jobs.opening import open_collection
from overmorrow.jobs.study import StudySession
from overmorrow.messages import Messages
from overmorrow.plain import Dialogue, Lines
from overmorrow.plain.command_lines import CommandLines
from overmorrow.plain.home import Home, Jobs, name_of, words_of
from overmorrow.settings import Settings
from overmorrow.store.database import Database

Done = TypeVar("Done")
_QUIET = ("--json", "--jsonl", "--dry-run", "--undo", "--help", "--min-score")
"""With one of these a command asks nothing."""


def lines_of(request: Request) -> Lines:
    """Return the way to the learner and back; what the terminal cannot show is said first."""
    lines = Lines(sys.stdin, sys.stdout, echo=not sys.stdin.isatty())
    if not output.shows_all():
        encoding = sys.stdout.encoding
        told = request.say("cli.few_signs", encoding=encoding)
        if told.encode(encoding, "replace").decode(encoding) != told:
            told = Messages("en")("cli.few_signs", encoding=encoding)
        lines.tell(told)
    return lines


def talk(request: Request) -> None:
    """Ask what to do, and do it, until the learner leaves."""
    talking = _Talking(request)
    Home(talking.lines, request.say, talking.jobs()).run()


def study_in_lines(request: Request, scope: str | None, limits: Limits) -> None:
    """Study in lines."""
    _Talking(request).studies(scope, limits)


class _Talking:
    """The jobs on one collection, each asked and told in lines."""

    def __init__(self, request: Request) -> None:
        self._request = request
        self._say, self._clock = request.say, request.clock
        self._is_clock_confirmed = False
        self.lines = lines_of(request)
        self._dialogues = {
            "import": self._import,
            "generate": self._generate,
            "edit": self._edit,
            "browse": self._find,
            "stats": self._stats,
        }

    def jobs(self) -> Jobs:
        """Return what the dialogue at home can have done."""
        return Jobs(
            look=self._look,
            study=self._study,
            dialogues=self._dialogues,
            command=self._command,
        )

    def _look(self) -> Overview:
        def look(clock_confirmed: bool) -> Overview:
            with self._opened() as database:
                settings = self._settings()
                return overview(database, self._clock, settings, clock_confirmed=clock_confirmed)

        return self._at_this_time(look)

    def _study(self, words: list[str]) -> None:
        from overmorrow.cli.studying import limits_of

        options = _parsed("study", words)
        self.studies(options.deck, limits_of(options))

    def studies(self, scope: str | None, limits: Limits) -> None:
        """Study; commands that are not about answering are done on the way."""
        settings = self._settings()
        with self._opened() as database:

            def begun(clock_confirmed: bool) -> StudySession:
                return StudySession(
                    database, self._clock, settings, scope, limits, clock_confirmed=clock_confirmed
                )

            session = self._at_this_time(begun)
            Dialogue(session, self.lines, self._say, self._clock, settings, self._other).run()

    def _other(self, typed: str, card_id: int) -> bool:
        """Do a command that was typed while studying; True when it changed the card's note."""
        words = words_of(typed)
        try:
            name = name_of(words[0])
            if name == "edit" and len(words) == 1:
                return self._edits(card_id)
            if name not in COMMANDS and name not in self._dialogues:
                self.lines.tell(self._say("plain.unknown", key=typed))
            elif name == "study":
                self.lines.tell(self._say("plain.sitting"))
            else:
                self._do([name, *words[1:]])
        except OvermorrowError as error:
            self.lines.tell(output.sentence(self._say, error))
        return False

    def _do(self, words: list[str]) -> None:
        """Do a command, asking on the way where it has something to ask."""
        name, *rest = words
        if name in self._dialogues:
            self._dialogues[name](rest)
        elif name == "study":
            self._study(rest)
        else:
            self._command(words)

    def _import(self, words: list[str]) -> None:
        if _asks_nothing(words):
            self._command(["import", *words])
            return
        from overmorrow.cli.importing import files_of
        from overmorrow.plain.importing import ImportDialogue

        files = files_of(_parsed("import", words))
        with self._opened() as database:
            ImportDialogue(database, self.lines, self._say, self._clock).run(files)

    def _generate(self, words: list[str]) -> None:
        if _asks_nothing(words):
            self._command(["generate", *words])
            return
        from overmorrow.cli.generating import wanted_of
        from overmorrow.plain.making import MakingDialogue

        wanted = wanted_of(_parsed("generate", words))
        with self._opened() as database:
            MakingDialogue(database, self.lines, self._say, self._clock).run(wanted)

    def _edit(self, words: list[str]) -> None:
        card = _parsed("edit", words).card
        if card is None or any(word.startswith("--") for word in words):
            self._command(["edit", *words])
        else:
            self._edits(card)

    def _find(self, words: list[str]) -> None:
        if any(word.startswith("--") for word in words):
            self._command(["browse", *words])
            return
        from overmorrow.plain.finding import FindDialogue, FindJobs

        settings = self._settings()
        with self._opened() as database:
            found = FindDialogue(
                database,
                self.lines,
                self._say,
                self._clock,
                settings,
                FindJobs(self._edits, self._do),
            )
            found.run(" ".join(words))

    def _stats(self, words: list[str]) -> None:
        """Tell a page of the statistics as a table, the first without a number."""
        if any(word.startswith("--") for word in words):
            self._command(["stats", *words])
            return
        pages = [word for word in words if word.isascii() and word.isdecimal()]
        scope = [word for word in words if word not in pages]
        self._command(["stats", *scope, "--table", "--page", *(pages[:1] or ["1"])])
        self.lines.tell(self._say("plain_home.more_pages"))

    def _edits(self, card_id: int) -> bool:
        from overmorrow.plain.editing import EditDialogue

        with self._opened() as database:
            return EditDialogue(database, self.lines, self._say, self._clock).run(card_id)

    def _command(self, words: list[str]) -> None:
        """Do what the command line would do, and tell what it says."""
        from overmorrow.cli.running import obey

        told = CommandLines(self.lines, sys.stdout.encoding)
        fixed = ["--db", self._request.database_path, "--lang", self._say.language, "--ascii"]
        with redirect_stdout(told), redirect_stderr(told):
            try:
                obey([*fixed, *words], self._say)
            finally:
                told.end()

    def _settings(self) -> Settings:
        """Return the settings as they are now, which a command may have changed."""
        from overmorrow.cli.running import settings_now

        return settings_now() or self._request.settings

    def _opened(self) -> "closing[Database]":
        request = self._request
        return closing(
            open_collection(
                request.database_path,
                self._say.language,
                durability=request.settings.durability,
                clock=self._clock,
            )
        )

    def _at_this_time(self, start: Callable[[bool], Done]) -> Done:
        """Do something; where the clock went back by days, ask once whether it is right."""
        if self._is_clock_confirmed:
            return start(True)

        def started(confirmed: bool) -> Done:
            self._is_clock_confirmed = confirmed
            return start(confirmed)

        return asking_about_the_clock(started, self._say)


def _parsed(command: str, words: Sequence[str]) -> Options:
    return parse(words, COMMANDS[command].arguments)


def _asks_nothing(words: Sequence[str]) -> bool:
    return any(word.partition("=")[0] in _QUIET for word in words)
