"""The threads behind the proposals: better ones, the draft, writing and taking back."""

from functools import partial
from threading import Lock
from typing import TYPE_CHECKING

from textual.message import Message
from textual.timer import Timer

from overmorrow.errors import OvermorrowError
from overmorrow.jobs.reviewing import Reviewing
from overmorrow.tui.generating import Generating
from overmorrow.tui.manner import Manner
from overmorrow.tui.places import Place
from overmorrow.tui.screens.review_page import ReviewPage

if TYPE_CHECKING:
    from overmorrow.generation.article import Article
    from overmorrow.jobs.generate_deck import Written
    from overmorrow.jobs.offers import Offers

_KEEPING_SECONDS = 0.5
"""So long after the last decision the draft is kept."""


class ReviewJobs(ReviewPage):
    """Keeps, improves and writes what is on the screen; none of it holds up a key."""

    class HasBetter(Message):
        """Posted by the thread with the better tools."""

        def __init__(
            self, offers: "Offers | None", reason: str, error: OvermorrowError | None
        ) -> None:
            """Say what they made.

            Args:
                offers: Their proposals; None if the tools cannot be used.
                reason: Why not, as the tool says it.
                error: Why not, as we say it.
            """
            super().__init__()
            self.offers = offers
            self.reason = reason
            self.error = error

    class HasKept(Message):
        """Posted by the thread that keeps the draft before the learner leaves."""

        def __init__(self, error: OvermorrowError | None, *, goes_back: bool) -> None:
            """Say what came of it.

            Args:
                error: Why it could not be kept.
                goes_back: Whether the learner goes back to the article, not to the first screen.
            """
            super().__init__()
            self.error = error
            self.goes_back = goes_back

    class HasWritten(Message):
        """Posted by the thread that writes."""

        def __init__(self, written: "Written | None", error: OvermorrowError | None) -> None:
            """Say what was written, or why nothing was."""
            super().__init__()
            self.written = written
            self.error = error

    class TakenBack(Message):
        """Posted by the thread that takes a written deck back."""

        def __init__(self, error: OvermorrowError | None) -> None:
            """Say why it could not be, if so."""
            super().__init__()
            self.error = error

    def __init__(self, reviewing: Reviewing, generating: Generating, manner: Manner) -> None:
        """Show the first proposal, and let better tools look at the article meanwhile.

        Args:
            reviewing: The proposals, and what is decided about them.
            generating: Makes, keeps and writes.
            manner: Language, keys and looks.
        """
        super().__init__(reviewing, manner)
        self.generating = generating
        self.written: Written | None = None
        self._lock = Lock()
        """One draft or deck is written at a time."""
        self._timer: Timer | None = None
        self._is_unkept = False
        self._waiting: Offers | None = None
        """Better proposals that came while the learner was in the middle of something."""

    def on_mount(self) -> None:
        """Look after the article once it is drawn."""
        self.call_after_refresh(self._begin_work)

    def _begin_work(self) -> None:
        """Keep the article, and load better tools where there are any."""
        self.changed()
        article = self.reviewing.offers.article
        if self.generating.has_better_tools(article):
            self.tell(self.manner.say("generate_screen.better_loading"))
            self.run_worker(partial(self._improve, article), thread=True)

    def on_unmount(self) -> None:
        """Keep what was decided in the last moment, and let the better tools go."""
        self.generating.stop()
        if self._is_unkept:
            self._keep_now(self.reviewing.offers)

    # better proposals

    def _improve(self, article: "Article") -> None:
        try:
            offers = self.generating.better_offers(article)
        except OvermorrowError as error:
            self.post_message(self.HasBetter(None, "", error))
        except OSError as error:
            self.post_message(self.HasBetter(None, str(error), None))
        else:
            if offers is not None:
                self.post_message(self.HasBetter(offers, "", None))

    def on_review_jobs_has_better(self, event: HasBetter) -> None:
        """Show the better proposals, as soon as the learner is not in the middle of something."""
        say = self.manner.say
        if event.offers is None:
            reason = say(event.error.key, **event.error.values) if event.error else event.reason
            self.tell(say("generate_screen.better_failed", reason=reason))
        elif self.place is Place.GENERATE_REVIEW:
            self._take(event.offers)
        else:
            self._waiting = event.offers

    def go_to(self, place: Place) -> None:
        """Draw another place; back at the proposals, take the better ones that came meanwhile."""
        super().go_to(place)
        if place is Place.GENERATE_REVIEW and self._waiting is not None:
            waiting, self._waiting = self._waiting, None
            self._take(waiting)

    def _take(self, offers: "Offers") -> None:
        say = self.manner.say
        is_other = self.reviewing.replace(offers)
        self.draw()
        count = len(self.reviewing.offers.offers)
        key = "generate_screen.better_came" if is_other else "generate_screen.better_same"
        self.tell(say(key, n=count))

    # the draft

    def changed(self) -> None:
        """Keep the draft soon."""
        self._is_unkept = bool(self.reviewing.offers.offers)
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(_KEEPING_SECONDS, self._keep_soon)

    def _keep_soon(self) -> None:
        if self._is_unkept:
            self._is_unkept = False
            self.run_worker(partial(self._keep_now, self.reviewing.offers), thread=True)

    def _keep_now(self, offers: "Offers") -> OvermorrowError | None:
        with self._lock:
            if offers is not self.reviewing.offers:
                return None
            try:
                self.generating.keep(offers)
            except OvermorrowError as error:
                return error
        return None

    def keep_and_leave(self, *, goes_back: bool) -> None:
        """Keep the draft; `HasKept` follows."""
        self._is_unkept = False
        offers = self.reviewing.offers
        self.run_worker(partial(self._keep_last, offers, goes_back=goes_back), thread=True)

    def _keep_last(self, offers: "Offers", *, goes_back: bool) -> None:
        error = self._keep_now(offers) if offers.offers else None
        self.post_message(self.HasKept(error, goes_back=goes_back))

    # writing

    def write(self, deck: str) -> None:
        """Write the deck; `HasWritten` follows."""
        self._is_unkept = False
        self.reviewing.offers = self.reviewing.offers._replace(deck=deck)
        self.go_to(Place.GENERATE_BUSY)
        self.tell(self.manner.say("generate_screen.writing"))
        self.run_worker(partial(self._write_now, self.reviewing.offers, deck), thread=True)

    def _write_now(self, offers: "Offers", deck: str) -> None:
        try:
            with self._lock:
                written = self.generating.write(offers, deck)
        except OvermorrowError as error:
            self.post_message(self.HasWritten(None, error))
        else:
            self.post_message(self.HasWritten(written, None))

    def take_back(self, batch_id: int) -> None:
        """Take the written deck back; `TakenBack` follows."""
        self.go_to(Place.GENERATE_BUSY)
        self.tell(self.manner.say("generate_screen.taking_back"))
        self.run_worker(partial(self._take_back_now, batch_id), thread=True)

    def _take_back_now(self, batch_id: int) -> None:
        try:
            with self._lock:
                self.generating.take_back(batch_id)
        except OvermorrowError as error:
            self.post_message(self.TakenBack(error))
        else:
            self.post_message(self.TakenBack(None))
