"""Import in lines: how the files were understood, what would change, and then the doing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice

from overmorrow.errors import FileError
from overmorrow.exchange.reading import Reading
from overmorrow.exchange.table_look import TableChoices
from overmorrow.exchange.table_rows import NAMES
from overmorrow.jobs.edit_batches import finish_edits
from overmorrow.jobs.import_deck import Decisions, apply_files
from overmorrow.jobs.import_plan import plan_files
from overmorrow.jobs.import_review import ImportReview, review
from overmorrow.jobs.planned import DoubtfulNote, FilePlan, FileRefusedError
from overmorrow.plain.import_lines import problem_line, problem_lines, understood_line
from overmorrow.plain.keys import key_of
from overmorrow.plain.talk import Talk
from overmorrow.plain.telling import refusal_words

SHOWN_AT_ONCE = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Files:
    """Which files, and what the learner says about them."""

    paths: Sequence[str]
    deck: str | None = None
    """The deck to put everything in."""
    reading: Reading
    with_pasts: bool = False
    refold: bool = False


class ImportDialogue(Talk):
    """One import, asked and told in lines."""

    def run(self, files: Files) -> None:
        """Show the plan, change it as the learner says, and carry it out.

        Raises:
            EOFError: The input ended; nothing was written.
            OvermorrowError: A file cannot be read, or nothing could be written.
        """
        if not files.paths:
            path = self._lines.ask(self._say("plain_import.file"))
            if not path or path == ":q":
                return
            files = replace(files, paths=[path.strip("'\"")])
        plans = self._planned(files)
        if plans is None:
            return
        while True:
            found = review(plans)
            self._show(plans, found)
            wanted = self._asked(files, plans, found)
            if wanted is None:
                return
            if wanted is files:
                self._carry_out(files, plans, found)
                return
            other = self._planned(wanted)
            if other is not None:
                files, plans = wanted, other

    def _planned(self, files: Files) -> list[FilePlan] | None:
        try:
            return plan_files(
                self._database,
                files.paths,
                files.deck,
                files.reading,
                with_pasts=files.with_pasts or files.refold,
            )
        except FileRefusedError as error:
            self._tell(error.key, **error.values)
            self._tell_all(problem_lines(self._say, error.problems))
        except FileError as error:
            self._lines.tell(refusal_words(error, self._say))
        return None

    def _show(self, plans: Sequence[FilePlan], found: ImportReview) -> None:
        """Say how the files were understood and what would change."""
        for plan in plans:
            self._tell("plain_import.about", file=plan.path)
            self._lines.tell(understood_line(self._say, plan.detected))
        for name, count in found.counts.items():
            if count:
                what = self._say(f"import_screen.{name}")
                self._tell("plain_import.count", what=what, n=count)
        if found.is_empty:
            self._tell("import_screen.nothing_to_do")

    def _asked(self, files: Files, plans: Sequence[FilePlan], found: ImportReview) -> Files | None:
        """Return what the learner wants: the very same to go on, others, None to leave."""
        cards = _new_cards(found)
        changes = (
            self._say(
                "plain_import.changed",
                before=f"{each.before.prompt} {each.before.answer}",
                after=f"{each.after.prompt} {each.after.answer}",
            )
            for deck in found.decks
            for each in deck.changed
        )
        refused = (
            f"{problem_line(self._say, each.problem)} {each.content}"
            for each in found.refused_lines
        )
        shown = {"v": cards, "c": iter(changes), "p": iter(refused)}
        while True:
            key, _, value = self._lines.ask(self._say("plain_import.ask")).partition(" ")
            match key_of(key):
                case "" | "y":
                    return None if found.is_empty else files
                case "q" | "n":
                    self._tell("plain_import.left")
                    return None
                case "v" | "c" | "p" as which:
                    self._show_some(shown[which])
                case "e" if value.strip() and not _is_encoding(value.strip()):
                    self._tell("plain_import.no_encoding", name=value.strip())
                case other:
                    changed = _changed(files, plans, other, value.strip())
                    if changed is not None:
                        return changed
                    self._tell("plain_import.help")

    def _show_some(self, more: Iterator[str]) -> None:
        """Say the next few lines of a list."""
        some = list(islice(more, SHOWN_AT_ONCE))
        self._tell_all(some or [self._say("plain_import.no_more")])

    def _carry_out(self, files: Files, plans: Sequence[FilePlan], found: ImportReview) -> None:
        same = [doubt.uid for doubt in found.doubtful if self._is_same(doubt)]
        decisions = Decisions(same=same, keep_missing=files.deck is not None, refold=files.refold)
        self._tell("plain_import.running")
        finish_edits(self._database, self._clock())
        batch = apply_files(self._database, plans, self._clock(), decisions)
        new, changed = found.new_cards, found.changed + len(same)
        if batch is None:
            self._tell("import_screen.nothing_done")
            return
        key = "imported_changed" if new and changed else "imported" if new else "only_changed"
        self._tell(f"import_screen.{key}", n=new or changed, changed=changed)
        self._tell("plain_import.undo")

    def _is_same(self, doubt: DoubtfulNote) -> bool:
        before = f"{doubt.before.prompt} {doubt.before.answer}"
        after = f"{doubt.after.prompt} {doubt.after.answer}"
        self._lines.tell(self._say("cli.is_same", before=before, after=after))
        return key_of(self._lines.ask(self._say("plain_import.same"))).lower() == "y"


def _new_cards(found: ImportReview) -> Iterator[str]:
    """Yield the new cards in words, one after another."""
    notes = chain.from_iterable(deck.new for deck in found.decks)
    for number, planned in enumerate(notes, 1):
        note = planned.note
        yield (
            f"{number}. {note.prompt} = {note.answer}"
            if note.answer
            else f"{number}. {note.prompt}"
        )


def _changed(files: Files, plans: Sequence[FilePlan], key: str, value: str) -> Files | None:
    """Return the files with another choice of the learner's; None for no such choice."""
    table = files.reading.table or TableChoices()
    if key == "h" and any(plan.detected.has_headings is not None for plan in plans):
        has_headings = any(plan.detected.has_headings for plan in plans)
        return _with_table(files, replace(table, headings=not has_headings))
    if key == "s" and value:
        return _with_table(files, replace(table, separator=NAMES.get(value, value)))
    if key == "e" and value:
        return replace(files, reading=replace(files.reading, encoding=value))
    if key == "d":
        return replace(files, deck=value or None)
    if key == "r":
        return replace(files, with_pasts=not files.with_pasts)
    return None


def _with_table(files: Files, table: TableChoices) -> Files:
    return replace(files, reading=replace(files.reading, table=table))


def _is_encoding(name: str) -> bool:
    try:
        bytes(4).decode(name)
    except (LookupError, UnicodeError):
        return False
    return True
