"""Find cards in lines: some at a time, each to be looked at, edited or set aside."""

from array import array
from collections.abc import Callable, Sequence
from typing import NamedTuple

from overmorrow.clock import Clock
from overmorrow.errors import OvermorrowError
from overmorrow.jobs.browse import BrowseRow, Order, browse_rows, find, preview
from overmorrow.jobs.bulk import Change, What, change
from overmorrow.jobs.day import current_day
from overmorrow.messages import Messages
from overmorrow.plain.home import name_of, words_of
from overmorrow.plain.keys import key_of
from overmorrow.plain.lines import Lines
from overmorrow.plain.talk import Talk
from overmorrow.plain.telling import refusal_words
from overmorrow.settings import Settings
from overmorrow.stats.spans import day_words
from overmorrow.store.database import Database

SHOWN_AT_ONCE = 10
ALL = "*"
_LONGEST_NUMBER = 9
_CHANGES = {
    "s": What.SUSPEND,
    "r": What.UNSUSPEND,
    "b": What.BURY,
    "m": What.MARK,
    "k": What.UNMARK,
}
_ORDERS = ("deck", "due", "interval", "ease", "lapses", "reviews", "prompt", "answer", "added")


class FindJobs(NamedTuple):
    """What can be done beside finding; each may raise an `OvermorrowError`."""

    edit: Callable[[int], object]
    """Edits a card, asking part by part."""
    command: Callable[[list[str]], object]
    """Does anything that the command line can do, and tells its lines."""


class FindDialogue(Talk):
    """One search and what is done with the cards it finds."""

    def __init__(
        self,
        database: Database,
        lines: Lines,
        say: Messages,
        clock: Clock,
        settings: Settings,
        jobs: FindJobs,
    ) -> None:
        """Bring together what is asked, in what language.

        Args:
            database: The collection.
            lines: The way to the learner and back.
            say: The learner's language.
            clock: Where moments come from.
            settings: When a day ends.
            jobs: What can be done beside finding.
        """
        super().__init__(database, lines, say, clock)
        self._settings = settings
        self._jobs = jobs
        self._day = current_day(database, clock, settings)
        self._order = Order()
        self._text = ""
        self._ids: array[int] = array("q")
        self._told = 0

    def run(self, text: str) -> None:
        """Find cards, and do what the learner says until they leave.

        Raises:
            EOFError: The input ended.
            SearchError: The search is not understood.
        """
        self._text = text or self._lines.ask(self._say("plain_find.search"))
        if self._text.startswith(":") and key_of(self._text) == "q":
            return
        self._search()
        going_on = True
        while going_on:
            typed = self._lines.ask(self._say("plain_find.ask"))
            try:
                going_on = self._does(typed)
            except OvermorrowError as error:
                self._lines.tell(refusal_words(error, self._say))

    def _does(self, typed: str) -> bool:
        """Do what a line says; False when it says to leave."""
        first, _, rest = typed.partition(" ")
        key = key_of(first)
        if key == "q":
            return False
        if key == "u":
            self._jobs.command(["undo"])
        elif first.startswith(":") and len(key) > 1 and not key.isdecimal():
            self._commands(name_of(key), rest)
        else:
            self._obeys(key, rest.split())
        return True

    def _commands(self, name: str, rest: str) -> None:
        """Do what the command line can do; another search takes the place of this one."""
        if name == "browse" and "--" not in rest:
            self._text = rest
            self._search()
        else:
            self._jobs.command([name, *words_of(rest)])

    def _search(self) -> None:
        found = find(
            self._database,
            self._text,
            self._order,
            self._day,
            rollover_hour=self._settings.rollover_hour,
        )
        self._ids, self._told = found.ids, 0
        self._tell("plain_find.found", n=len(found.ids))
        if found.ids:
            self._tell_more()

    def _obeys(self, key: str, words: Sequence[str]) -> None:
        numbers = [key] if key.isdecimal() else words[1:] if key == "f" else words
        places = self._places(numbers)
        unknown = [] if key.startswith("/") else self._unknown(numbers)
        if key == "":
            self._tell_more()
        elif unknown:
            self._tell("plain_find.no_such", numbers=", ".join(unknown), n=len(self._ids))
        elif key.startswith("/"):
            self._text = " ".join([key[1:], *words]).strip()
            self._search()
        elif key == "o" and words and words[0] in _ORDERS:
            again = self._order.column == words[0]
            self._order = Order(words[0], descending=again and not self._order.descending)
            self._search()
        elif key.isdecimal() and places:
            self._show(places[0])
        elif key == "e" and places:
            self._jobs.edit(places[0])
        elif key in _CHANGES and places:
            self._change(Change(what=_CHANGES[key]), places)
        elif key == "f" and places and words[0].isdecimal():
            number = int(words[0][:2])
            self._change(Change(what=What.FLAG, number=number), places)
        else:
            self._tell("plain_find.help", orders=", ".join(_ORDERS))

    def _places(self, words: Sequence[str]) -> list[int]:
        """Return the cards that numbers of the list mean, or all of them."""
        if ALL in words:
            return list(self._ids)
        return [self._ids[int(word) - 1] for word in words if self._is_place(word)]

    def _unknown(self, words: Sequence[str]) -> list[str]:
        """Return the numbers that the list does not have."""
        return [word for word in words if word.isdecimal() and not self._is_place(word)]

    def _is_place(self, word: str) -> bool:
        is_number = word.isascii() and word.isdecimal() and len(word) <= _LONGEST_NUMBER
        return is_number and 1 <= int(word) <= len(self._ids)

    def _tell_more(self) -> None:
        """Say the next few cards of the list."""
        some = self._ids[self._told : self._told + SHOWN_AT_ONCE]
        if not some:
            self._tell("plain_find.no_more")
        numbers = {card_id: self._told + nth for nth, card_id in enumerate(some, 1)}
        for row in browse_rows(self._database, some, self._day):
            self._lines.tell(self._row_words(numbers[row.card_id], row))
        self._told += len(some)

    def _row_words(self, number: int, row: BrowseRow) -> str:
        return self._say(
            "plain_find.row",
            number=number,
            prompt=row.prompt,
            answer=row.answer,
            due=self._due_words(row.due_day, is_suspended=row.suspended),
        )

    def _due_words(self, due_day: int | None, *, is_suspended: bool) -> str:
        if is_suspended:
            return self._say("plain_find.suspended")
        if due_day is None:
            return self._say("plain_find.new")
        if due_day <= self._day:
            return self._say("plain_find.is_due")
        return day_words(self._say, due_day)

    def _show(self, card_id: int) -> None:
        """Say everything about a card."""
        card = preview(self._database, card_id, self._day)
        due = self._due_words(card.state.sm2.due_day, is_suspended=card.state.suspended)
        parts = {
            "prompt": card.prompt,
            "answer": card.answer,
            "also": ", ".join(card.aliases),
            "hint": card.hint,
            "note": card.remark,
            "source": card.source,
            "deck": card.deck,
            "tags": ", ".join(card.tags),
            "due": due,
            "answers": card.qualities,
            "file": card.place,
            "card": card_id,
        }
        for name, part in parts.items():
            if part:
                self._tell("plain_find.part", name=self._say(f"plain_find.{name}"), part=part)

    def _change(self, wanted: Change, card_ids: list[int]) -> None:
        done = change(self._database, card_ids, wanted, self._clock, self._settings)
        what = self._say(f"plain_find.did_{wanted.what}")
        self._tell("plain_find.changed", what=what, n=done.count)
