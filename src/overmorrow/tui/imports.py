"""Reading, writing and taking back imports, each on a connection of its own, off the screen."""

from collections.abc import Sequence
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from overmorrow.errors import OvermorrowError
from overmorrow.jobs.choosing_files import recent_folders
from overmorrow.tui.connection import connection
from overmorrow.tui.options import TuiOptions

if TYPE_CHECKING:
    from collections.abc import Callable

    from overmorrow.exchange.reading import Reading
    from overmorrow.jobs.import_review import ImportReview
    from overmorrow.jobs.planned import FilePlan
    from overmorrow.jobs.taken_back import TakenBack


class Schedules(Enum):
    """What becomes of somebody's learning in another program."""

    NONE = "none"
    DATES = "dates"
    """Reviews are taken over, due days stay as they are."""
    REFOLD = "refold"
    """Reviews are taken over, due days are worked out anew."""


class Choices(NamedTuple):
    """What the learner says about the files; what is empty is found out."""

    encoding: str = ""
    separator: str = ""
    headings: bool | None = None
    columns: tuple[str, ...] = ()
    deck: str = ""
    """The deck to put everything in."""
    schedules: Schedules = Schedules.NONE


class Plan(NamedTuple):
    """What the learner decided to import."""

    review: "ImportReview"
    same: frozenset[str] = frozenset()
    """The uids of doubtful notes that are the known ones, edited."""
    left_out: frozenset[str] = frozenset()
    schedules: Schedules = Schedules.NONE
    deck: str = ""
    """The deck to put everything in, which is only added to; empty goes by the files."""

    @property
    def amount(self) -> int:
        """How many notes will be gone through while writing."""
        review = self.review
        known = review.unchanged + review.changed + len(review.doubtful)
        return max(1, review.new + known)


class Imported(NamedTuple):
    """What an import came to."""

    batch_id: int | None
    cards: int
    changed: int


class Imports:
    """The jobs of an import; every call opens the collection for itself, in any thread."""

    def __init__(self, options: TuiOptions) -> None:
        """Remember which collection.

        Args:
            options: Where it is, and how it is opened.
        """
        self._options = options

    def look(self, paths: Sequence[str], choices: Choices) -> "FilePlan | None":
        """Return how the beginning of a large file is understood; None where it is read whole."""
        from overmorrow.jobs.first_look import first_look

        return first_look(paths[0], _reading(choices)) if len(paths) == 1 else None

    def read(self, paths: Sequence[str], choices: Choices) -> "ImportReview":
        """Read files and compare them with the collection; nothing is written.

        Raises:
            OvermorrowError: One of them cannot be read, or not taken.
        """
        from overmorrow.jobs.import_plan import plan_files
        from overmorrow.jobs.import_review import anchored, review

        reading = _reading(choices)
        with_pasts = choices.schedules is not Schedules.NONE
        with connection(self._options) as database:
            plans = plan_files(
                database, paths, choices.deck or None, reading, with_pasts=with_pasts
            )
        return review([anchored(plan) for plan in plans])

    def write(self, plan: Plan, progress: "Callable[[int], None]") -> Imported:
        """Write what was decided, as one step.

        Args:
            plan: What to write.
            progress: Told how many notes are written; raises to stop, and nothing was.

        Raises:
            OvermorrowError: It could not be written; nothing was.
        """
        from overmorrow.jobs.import_deck import apply_files
        from overmorrow.jobs.import_review import decisions, without

        review = plan.review
        left_out = plan.left_out | {"vanished"} if plan.deck else plan.left_out
        wanted = decisions(plan.same, left_out, refold=plan.schedules is Schedules.REFOLD)
        plans = without(review.plans, left_out)
        with connection(self._options) as database:
            batch_id = apply_files(database, plans, self._options.clock(), wanted, progress)
        asked_new = sum(doubt.uid not in plan.same for doubt in review.doubtful)
        return Imported(
            batch_id=batch_id,
            cards=0 if "new" in plan.left_out else review.new_cards + asked_new,
            changed=(0 if "changed" in plan.left_out else review.changed) + len(plan.same),
        )

    def newest(self) -> int | None:
        """Return the import that undo would take back now, if one is."""
        from overmorrow.jobs.maintain import newest_import

        with connection(self._options) as database:
            batch = newest_import(database)
            return batch.batch_id if batch else None

    def take_back(self, batch_id: int) -> "TakenBack | None":
        """Take an import back as a whole; return None when it was taken back already.

        Raises:
            OvermorrowError: It could not be written; nothing was.
        """
        from overmorrow.jobs.maintain import imports, take_import_back

        with connection(self._options) as database:
            batch = next((each for each in imports(database) if each.batch_id == batch_id), None)
            return take_import_back(database, batch, self._options.clock) if batch else None

    def recent_folders(self) -> tuple[str, ...]:
        """Return the folders that earlier imports came from; none if that cannot be found out."""
        from overmorrow.jobs.maintain import imports

        try:
            with connection(self._options) as database:
                return recent_folders(batch.name for batch in imports(database))
        except OvermorrowError:
            return ()


def _reading(choices: Choices) -> "Reading":
    from overmorrow.exchange.reading import Reading
    from overmorrow.exchange.table_look import TableChoices

    table = TableChoices(
        separator=choices.separator, headings=choices.headings, columns=choices.columns
    )
    return Reading(encoding=choices.encoding or None, table=table)
