"""An import under way; it goes on whatever screen is shown."""

from enum import Enum
from typing import TYPE_CHECKING

from overmorrow.errors import OvermorrowError

if TYPE_CHECKING:
    from overmorrow.tui.imports import Imported, Plan


class Stage(Enum):
    """How far an import is."""

    RUNNING = "running"
    STOPPING = "stopping"
    """The learner wants it stopped; what is written is being taken back."""
    STOPPED = "stopped"
    FAILED = "failed"
    DONE = "done"
    TAKING_BACK = "taking_back"
    TAKEN_BACK = "taken_back"

    @property
    def is_busy(self) -> bool:
        """Whether something is being written."""
        return self in (Stage.RUNNING, Stage.STOPPING, Stage.TAKING_BACK)


class ImportRun:
    """What is being imported, and how far that has come."""

    def __init__(self, plan: "Plan", now_ms: int) -> None:
        """Begin.

        Args:
            plan: What is imported.
            now_ms: When it began.
        """
        self.plan = plan
        self.began_ms = now_ms
        self.done = 0
        self.stage = Stage.RUNNING
        self.imported: Imported | None = None
        self.error: OvermorrowError | None = None

    @property
    def is_wanted(self) -> bool:
        """Whether it shall go on; looked at by the thread that writes."""
        return self.stage is Stage.RUNNING

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        imported = self.imported
        is_done = self.stage is Stage.DONE
        return is_done and imported is not None and imported.batch_id is not None

    def stop(self) -> None:
        """Let it stop at the next piece."""
        if self.stage is Stage.RUNNING:
            self.stage = Stage.STOPPING

    def end(self, imported: "Imported | None", error: OvermorrowError | None) -> None:
        """Note how it ended.

        Args:
            imported: What was written; None if nothing was.
            error: Why nothing was, if the learner did not want it so.
        """
        self.imported = imported
        self.error = error
        if error:
            self.stage = Stage.FAILED
        else:
            self.stage = Stage.DONE if imported else Stage.STOPPED
