"""The second half of making a deck from an article: one proposal after another."""

from typing import ClassVar

from textual.binding import BindingType
from textual.events import DescendantBlur
from textual.message import Message
from textual.widgets import Input

from overmorrow.generation.verify import bare
from overmorrow.jobs.offers import Offer, Offers, Standing
from overmorrow.jobs.reviewing import Reviewing, Wording
from overmorrow.tui import cells
from overmorrow.tui.generating import Generating
from overmorrow.tui.import_rows import shown
from overmorrow.tui.keys import bindings
from overmorrow.tui.manner import Manner
from overmorrow.tui.pace import RepeatGuard
from overmorrow.tui.places import Place
from overmorrow.tui.screens.review_jobs import ReviewJobs
from overmorrow.tui.screens.review_page import EDITED

_SCORE_STEP = 0.05
_DIVIDER = "|"
_TOLD_CELLS = 40
"""How much of a prompt the status row tells."""


class GenerateReviewScreen(ReviewJobs):
    """Lets the learner accept, drop and edit proposals, and writes what was accepted."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(
            Place.GENERATE_REVIEW,
            Place.GENERATE_EDIT,
            Place.GENERATE_SCORE,
            Place.GENERATE_LIKE,
            Place.GENERATE_NAME,
            Place.GENERATE_DONE,
        )
    ]

    class Back(Message):
        """Posted when the learner returns to the article."""

    class Left(Message):
        """Posted when the learner goes to the first screen."""

        def __init__(self, note: str) -> None:
            """Say what the first screen shall say."""
            super().__init__()
            self.note = note

    class StudyWanted(Message):
        """Posted when the learner wants to study the deck."""

        def __init__(self, deck: str) -> None:
            """Name the deck."""
            super().__init__()
            self.deck = deck

    def __init__(
        self, offers: Offers, generating: Generating, manner: Manner, file_name: str
    ) -> None:
        """Show the proposals of an article.

        Args:
            offers: The proposals, and what was decided about them before.
            generating: Makes, keeps and writes.
            manner: Language, keys and looks.
            file_name: What the deck could be called by the article's file.
        """
        super().__init__(Reviewing(offers), generating, manner)
        self._file_name = file_name
        self._guard = RepeatGuard()

    def on_mount(self) -> None:
        """A held Enter shall not decide anything."""
        self._guard.renew(self.manner.now_ms())

    def on_descendant_blur(self, _event: DescendantBlur) -> None:
        """Keep the keyboard in the open box, wherever was clicked."""
        if self.is_current and self.open_box is not None and self.focused is None:
            self.call_later(self.open_box.focus)

    def _say(self, key: str, **values: object) -> None:
        self.tell(self.manner.say(f"generate_screen.{key}", **values))

    def _allows_enter(self) -> bool:
        return self._guard.allows("enter", self.manner.now_ms())

    # looking

    def action_move_proposal(self, step: int) -> None:
        """Look at the next proposal, or the one before."""
        self.reviewing.move(step)
        self.draw()

    def action_page_proposals(self, step: int) -> None:
        """Look at the next paragraph's proposals, or the one before's."""
        self.reviewing.move_paragraph(step)
        self.draw()

    def action_filter(self) -> None:
        """Show other proposals."""
        self.reviewing.show_next()
        self.draw()
        self._say(f"show_{self.reviewing.shown.value}")

    def action_compare(self) -> None:
        """Show the card that is like the chosen proposal beside it."""
        chosen = self.reviewing.chosen
        if chosen is None or chosen.like is None:
            self._say("nothing_alike")
        else:
            self.go_to(Place.GENERATE_LIKE)

    def action_leave_like(self) -> None:
        """Return to the proposals."""
        self.go_to(Place.GENERATE_REVIEW)

    # deciding

    def action_accept_offer(self) -> None:
        """Accept the chosen proposal and go on."""
        self._decide(Standing.ACCEPTED)

    def action_take_offer(self) -> None:
        """Accept the chosen proposal; once all are decided about, ask for the deck's name."""
        if not self._allows_enter():
            return
        if self.reviewing.count(Standing.OPEN):
            self.action_accept_offer()
        else:
            self.action_write_deck()

    def action_drop_offer(self) -> None:
        """Drop the chosen proposal and go on."""
        self._decide(Standing.DROPPED)

    def _decide(self, standing: Standing) -> None:
        reviewing = self.reviewing
        if reviewing.chosen is None:
            return
        before = reviewing.at
        if not reviewing.decide(standing):
            self._say("already_card")
            return
        self._has_changed()
        if not reviewing.count(Standing.OPEN):
            self._say("all_decided")
        elif reviewing.at == before and reviewing.chosen is not None:
            self._say("last_one")

    def _has_changed(self) -> None:
        self.changed()
        self.draw()

    def action_other_form(self) -> None:
        """Ask the same fact in another form."""
        chosen = self._changeable()
        if chosen is None:
            return
        if not self.reviewing.next_form():
            self._say("no_other_form")
            return
        self._has_changed()

    def action_merge(self) -> None:
        """Let the answer of the card like it count for the chosen proposal too."""
        chosen = self._changeable()
        if chosen is None:
            return
        if chosen.like is None:
            self._say("nothing_alike")
            return
        answer = self.reviewing.merge()
        self.go_to(Place.GENERATE_REVIEW)
        if answer:
            self.changed()
            self._say("merged", answer=answer)
        else:
            self._say("nothing_to_merge")

    def _changeable(self) -> Offer | None:
        """Return the chosen proposal, unless it is a card already; then say so."""
        chosen = self.reviewing.chosen
        if chosen is not None and chosen.is_card:
            self._say("already_card")
            return None
        return chosen

    def action_undo(self) -> None:
        """Take the last decision back, or the written deck."""
        if self.place is Place.GENERATE_DONE:
            if self.written is not None and self.written.batch_id is not None:
                self.take_back(self.written.batch_id)
            return
        decided = self.reviewing.undo()
        if not decided:
            self._say("nothing_to_undo")
            return
        self._has_changed()
        first, say = decided[0], self.manner.say
        prompt = cells.cut(shown(first.proposal.prompt), _TOLD_CELLS)
        name = say("generate_screen.several", n=len(decided)) if len(decided) > 1 else prompt
        now = {offer.key: offer.standing for offer in self.reviewing.offers.offers}
        is_change = now.get(first.key) is first.standing
        kind = "changed" if is_change else first.standing.value
        what = say(f"generate_screen.decided_{kind}", name=name)
        self.tell(say("undo.undone", what=what))

    # by score

    def action_accept_from(self) -> None:
        """Ask from which score on all shall be accepted."""
        self.go_to(Place.GENERATE_SCORE)

    def action_move_score(self, step: int) -> None:
        """Change the score."""
        self.score = round(min(1.0, max(0.0, self.score + step * _SCORE_STEP)), 2)
        self.draw()

    def action_take_score(self) -> None:
        """Accept all of at least the score."""
        if self._allows_enter():
            count = self.reviewing.accept_from(self.score)
            self.go_to(Place.GENERATE_REVIEW)
            if count:
                self.changed()
                self._say("accepted_many", n=count)
            else:
                self._say("accepted_none")

    def action_leave_score(self) -> None:
        """Accept none."""
        self.go_to(Place.GENERATE_REVIEW)

    # editing

    def action_edit_offer(self) -> None:
        """Open the boxes with the words of the chosen proposal."""
        chosen = self._changeable()
        if chosen is None:
            return
        proposal = chosen.proposal
        also = f" {_DIVIDER} ".join(proposal.aliases)
        for name, text in zip(EDITED, (proposal.prompt, proposal.answer, also), strict=True):
            self.boxes[name].write(text)
        self.go_to(Place.GENERATE_EDIT)

    def action_next_box(self, step: int) -> None:
        """Write in the next box, or the one before."""
        boxes = list(self.boxes.values())
        at = next((at for at, box in enumerate(boxes) if box.has_focus), 0)
        self.set_focus(boxes[(at + step) % len(boxes)])

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to the next box; in the last one, take what is written."""
        event.stop()
        if event.input is self.name_box:
            self.action_take_name()
        elif event.input is self.boxes[EDITED[-1]]:
            self.action_save_edit()
        else:
            self.action_next_box(1)

    def action_save_edit(self) -> None:
        """Give the proposal the words in the boxes."""
        prompt, answer, also = (self.boxes[name].value.strip() for name in EDITED)
        if not prompt or not answer:
            self._say("needs_answer" if prompt else "needs_prompt")
            return
        aliases = dict.fromkeys(each.strip() for each in also.split(_DIVIDER))
        others = tuple(each for each in aliases if each and each != answer)
        is_other = self.reviewing.edit(Wording(prompt, answer, others))
        self.go_to(Place.GENERATE_REVIEW)
        if is_other:
            self.changed()
            self._say("gives_away" if bare(answer) in bare(prompt) else "saved_edit")

    def action_leave_edit(self) -> None:
        """Leave the proposal as it was."""
        self.go_to(Place.GENERATE_REVIEW)

    # writing

    def action_write_deck(self) -> None:
        """Ask for the deck's name."""
        offers = self.reviewing.offers
        if not offers.to_write:
            self._say("none_accepted")
            return
        if not self.name_box.value:
            article = offers.article
            name = offers.deck or self.generating.usual_name(article, self._file_name)
            self.name_box.write(name)
        self.go_to(Place.GENERATE_NAME)

    def action_take_name(self) -> None:
        """Write the deck."""
        name = " ".join(self.name_box.value.split())
        if not name:
            self._say("needs_name")
        elif self._allows_enter():
            self.write(name)

    def action_leave_name(self) -> None:
        """Return to the proposals."""
        self.go_to(Place.GENERATE_REVIEW)

    def on_review_jobs_has_written(self, event: ReviewJobs.HasWritten) -> None:
        """Say what was written, or why nothing was."""
        self._guard.renew(self.manner.now_ms())
        if event.written is None:
            self.go_to(Place.GENERATE_NAME)
            if event.error is not None:
                self.complain(event.error)
            return
        say = self.manner.say
        self.written = written = event.written
        self.has_written = written.batch_id is not None
        if self.has_written:
            what = say("generate_screen.written", deck=written.deck, n=written.cards)
            where = f"{say('generate_screen.where')}  {written.path}"
            left_out = [say("generate_screen.left_out", n=written.left_out)]
            next_keys = say("import_screen.what_next")
            self.ended = [what, *(left_out if written.left_out else []), where, next_keys]
        else:
            self.ended = [say("generate_screen.nothing_new")]
        self.tell("")
        self.go_to(Place.GENERATE_DONE)

    def on_review_jobs_taken_back(self, event: ReviewJobs.TakenBack) -> None:
        """Return to the proposals; what was decided is still there."""
        if event.error is not None:
            self.go_to(Place.GENERATE_DONE)
            self.complain(event.error)
            return
        self.written = None
        self.go_to(Place.GENERATE_REVIEW)
        self.changed()
        self._say("taken_back")

    def action_study_generated(self) -> None:
        """Study the deck."""
        if self._allows_enter():
            if self.written is not None and self.has_written:
                self.post_message(self.StudyWanted(self.written.deck))
            else:
                self.post_message(self.Left(""))

    # leaving

    def action_previous(self) -> None:
        """Return to the article; what was decided is kept."""
        self.keep_and_leave(goes_back=True)

    def action_leave_review(self) -> None:
        """Go to the first screen; what was decided is kept."""
        self.keep_and_leave(goes_back=False)

    def on_review_jobs_has_kept(self, event: ReviewJobs.HasKept) -> None:
        """Leave, unless the draft could not be kept."""
        if event.error is not None:
            self.complain(event.error)
        elif event.goes_back:
            self.post_message(self.Back())
        else:
            is_kept = bool(self.reviewing.offers.offers)
            note = self.manner.say("generate_screen.kept") if is_kept else ""
            self.post_message(self.Left(note))

    def action_leave_generate(self) -> None:
        """Go to the first screen."""
        self.post_message(self.Left(""))
