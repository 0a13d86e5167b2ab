"""The program without screens: the decks in lines, and every job by its command."""

import shlex
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from overmorrow.errors import NothingToStudyError, OvermorrowError
from overmorrow.jobs.home import Overview
from overmorrow.messages import Messages
from overmorrow.plain.keys import key_of
from overmorrow.plain.lines import Lines
from overmorrow.plain.telling import refusal_words
from overmorrow.stats.spans import day_words
from overmorrow.store.day_tree import DeckCounts

MOST_DECKS = 30
_COMMANDS = {
    "browse": ("/", "f", "find", "찾기"),
    "import": ("i", "가져오기"),
    "export": ("x", "내보내기"),
    "generate": ("g", "make", "만들기"),
    "stats": ("t", "통계"),
    "settings": (",", "설정"),
    "edit": ("e", "고치기"),
    "undo": ("u", "되돌리기"),
    "decks": ("d", "덱"),
    "due": ("오늘",),
    "study": ("s", "공부"),
    "help": ("?", "h", "도움말"),
    "quit": ("q", "끝"),
}
"""What a command of the dialogue may be called; any other is the command line's own."""
_CHANGING = ("import", "generate", "undo", "merge", "add")
"""Commands after which other decks may be there."""
_NAMES = {other: name for name, others in _COMMANDS.items() for other in (name, *others)}


class Jobs(NamedTuple):
    """What the dialogue can have done; each may raise an `OvermorrowError`."""

    look: Callable[[], Overview]
    """Look at the collection as it is now."""
    study: Callable[[list[str]], None]
    """Study what the words of a `study` command say."""
    dialogues: Mapping[str, Callable[[list[str]], None]]
    """Jobs that ask on the way, by the command's name."""
    command: Callable[[list[str]], object]
    """Do anything that the command line can do, and tell its lines."""


class Home:
    """The decks and what to do next, asked in lines until the learner leaves."""

    def __init__(self, lines: Lines, say: Messages, jobs: Jobs) -> None:
        """Bring together who asks, in what language, and what can be done.

        Args:
            lines: The way to the learner and back.
            say: The learner's language.
            jobs: What can be done.
        """
        self._lines = lines
        self._say = say
        self._jobs = jobs
        self._decks: Sequence[DeckCounts] = ()

    def run(self) -> None:
        """Ask what to do until the learner leaves or the input ends.

        Raises:
            OvermorrowError: The collection cannot be looked at.
        """
        try:
            self._look()
            while self._does(self._lines.ask(self._say("plain_home.ask"))):
                pass
        except EOFError:
            return

    def _look(self) -> None:
        """Say what is left today, tomorrow and overmorrow, and deck by deck."""
        now = self._jobs.look()
        left = now.progress
        self._tell("plain_home.head", day=day_words(self._say, now.day))
        self._tell("plain_home.today", new=left.new, review=left.review, drill=left.drill)
        self._tell("plain_home.next", tomorrow=now.due_tomorrow, overmorrow=now.due_overmorrow)
        self._decks = now.decks
        for number, deck in enumerate(self._decks[:MOST_DECKS], 1):
            self._tell(
                "plain_home.deck",
                number=number,
                deck=", ".join(deck.name.split("::")),
                new=deck.new,
                review=deck.review,
                drill=deck.drill,
                total=deck.total,
            )
        if len(self._decks) > MOST_DECKS:
            self._tell("plain_home.more_decks", n=len(self._decks) - MOST_DECKS)
        self._tell("plain_home.how")

    def _does(self, typed: str) -> bool:
        """Do what a line says; False when it says to leave."""
        try:
            if typed.startswith(":"):
                return self._obeys(words_of(typed[1:]))
            if self._is_command(typed):
                return self._obeys(words_of(typed))
            self._studies([typed] if typed else [])
        except NothingToStudyError as error:
            self._tell(error.key, **error.values)
        except OvermorrowError as error:
            self._lines.tell(refusal_words(error, self._say))
        return True

    def _is_command(self, typed: str) -> bool:
        """Whether a line is a command that lacks its colon: a name in full, or help, or the end."""
        word = typed.partition(" ")[0]
        name = name_of(word)
        is_plain = len(word) > 1 or name in ("help", "quit")
        return name in _COMMANDS and is_plain and self._deck(typed) is None

    def _obeys(self, words: list[str]) -> bool:
        if not words:
            return True
        name = name_of(words[0])
        rest = words[1:]
        if name == "quit":
            return False
        if name == "help":
            self._help(rest)
        elif name == "decks" and not rest:
            self._look()
        elif name == "study":
            self._studies(rest)
        elif name in self._jobs.dialogues:
            self._jobs.dialogues[name](rest)
        else:
            self._jobs.command([name, *rest])
        if name in _CHANGING:
            self._look()
        return True

    def _studies(self, words: list[str]) -> None:
        self._jobs.study([self._deck(word) or word for word in words])
        self._look()

    def _deck(self, typed: str) -> str | None:
        """Return the deck that a number or a name means."""
        if typed.isascii() and typed.isdecimal() and len(typed) < 6:
            place = int(typed)
            if 1 <= place <= len(self._decks):
                return self._decks[place - 1].name
        wanted = typed.casefold()
        for deck in self._decks:
            levels = deck.name.split("::")
            if wanted in (
                deck.name.casefold(),
                levels[-1].casefold(),
                ", ".join(levels).casefold(),
            ):
                return deck.name
        return None

    def _help(self, words: Sequence[str]) -> None:
        """Say what can be typed here; of one command, what it takes."""
        if words:
            self._jobs.command([name_of(words[0]), "--help"])
            return
        for part in ("study", "look", "make", "change", "more"):
            self._tell(f"plain_home.help_{part}")

    def _tell(self, key: str, /, **values: object) -> None:
        self._lines.tell(self._say(key, **values))


def name_of(word: str) -> str:
    """Return the command line's name of what a command of the dialogue is called."""
    return _NAMES.get(key_of(word), word)


def words_of(text: str) -> list[str]:
    """Return the words of a line as a shell would; a quote that nothing closes is a sign."""
    try:
        return shlex.split(text)
    except ValueError:
        return text.split()
