"""Make a deck of an article in lines: each proposal is told, then taken or dropped."""

from dataclasses import dataclass
from datetime import date

from overmorrow.errors import FileError
from overmorrow.generation.article import read_article
from overmorrow.generation.propose import BUDGET
from overmorrow.jobs.drafts import keep_draft
from overmorrow.jobs.generate_deck import make_offers, write_deck
from overmorrow.jobs.generated_file import usual_deck_name
from overmorrow.jobs.language_tools import makers_for
from overmorrow.jobs.offers import LEAST_SCORE, Offer, Standing
from overmorrow.jobs.reading_article import ArticleText, article_file, checked_text
from overmorrow.jobs.reviewing import Reviewing, Shown, Wording
from overmorrow.plain.keys import key_of
from overmorrow.plain.talk import LEAVE, SAVE, Talk

END_OF_TEXT = "."
"""A line of its own that ends a pasted article."""

_STANDINGS = {
    "a": Standing.ACCEPTED,
    "y": Standing.ACCEPTED,
    "x": Standing.DROPPED,
    "n": Standing.DROPPED,
}
_STEPS = {"": 1, "b": -1}
_KEYS = frozenset(("s", "e", "u", "+", *_STANDINGS, *_STEPS))


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the learner says of an article before it is read."""

    path: str | None = None
    """None asks for it."""
    deck: str | None = None
    out: str | None = None
    """The deck's file."""
    lang: str = ""
    title: str | None = None
    day: date | None = None
    budget: float = BUDGET


class MakingDialogue(Talk):
    """One article and its proposals, asked and told in lines."""

    def run(self, wanted: Wanted) -> None:
        """Read an article, go through what it offers, and write what is taken.

        Raises:
            EOFError: The input ended; what was decided is kept as a draft, as it is
                when the learner breaks off.
            OvermorrowError: It is no article, or the deck cannot be written.
        """
        text = self._text(wanted.path)
        if text is None:
            return
        article = read_article(text.text, lang=wanted.lang, title=wanted.title, day=wanted.day)
        self._tell("plain_making.reading")
        offers = make_offers(self._database, article, makers_for(article), wanted.budget)
        if not offers.offers:
            self._tell("generating.nothing_found")
            return
        name = text.name or article.title or self._say("generating.untitled")
        usual = offers.deck or usual_deck_name(self._database, article, name)
        reviewing = Reviewing(offers)
        reviewing.shown = Shown.OPEN
        known = sum(offer.is_card for offer in offers.offers)
        self._tell("plain_making.head", n=len(offers.offers), known=known)
        try:
            is_written = self._goes_through(reviewing) and self._write(reviewing, wanted, usual)
        except (EOFError, KeyboardInterrupt):
            self._keep(reviewing)
            raise
        if not is_written:
            self._keep(reviewing)

    def _text(self, path: str | None) -> ArticleText | None:
        """Return the article of a file, or one that is pasted line by line."""
        path = path or self._lines.ask(self._say("plain_making.file")).strip("'\"")
        if not path or key_of(path) == "q":
            return None
        if path != END_OF_TEXT:
            return article_file(path)
        self._tell("plain_making.paste")
        pasted = []
        while (line := self._lines.ask(">")) != END_OF_TEXT:
            pasted.append(line)
        return checked_text("\n".join(pasted), "")

    def _goes_through(self, reviewing: Reviewing) -> bool:
        """Ask about one proposal after another; True when the taken ones are to be written."""
        while True:
            chosen = reviewing.chosen
            if chosen is None:
                self._tell_counts(reviewing)
                key = key_of(self._lines.ask(self._say("plain_making.after"))) or "w"
            else:
                self._show(reviewing, chosen)
                key = key_of(self._lines.ask(self._say("plain_making.ask")))
            if key == "q":
                return False
            if key == "w":
                if reviewing.offers.to_write:
                    return True
                self._tell("plain_making.none_taken")
                if chosen is None:
                    return False
            else:
                self._obeys(reviewing, key)

    def _obeys(self, reviewing: Reviewing, key: str) -> None:
        """Do what a key says about the proposal that was told."""
        if key in _STANDINGS:
            reviewing.decide(_STANDINGS[key])
        elif key == "s" and not reviewing.next_form():
            self._tell("plain_making.one_form")
        elif key == "e":
            self._edit(reviewing)
        elif key == "u" and not reviewing.undo():
            self._tell("undo.nothing_to_undo")
        elif key == "+":
            self._tell("plain_making.taken", n=reviewing.accept_from(LEAST_SCORE))
        elif key in _STEPS and not reviewing.move(_STEPS[key]):
            self._tell("plain_making.no_further")
        elif key not in _KEYS:
            self._tell("plain_making.help")

    def _edit(self, reviewing: Reviewing) -> None:
        """Let the learner write the proposal's parts anew."""
        chosen = reviewing.chosen
        if chosen is None:
            return
        proposal = chosen.proposal
        self._tell("plain_edit.how_parts")
        parts = {"prompt": proposal.prompt, "answer": proposal.answer}
        for name, part in parts.items():
            text, command = self._written(name, part)
            if command == LEAVE:
                self._tell("editing.nothing_changed")
                return
            if command == SAVE:
                break
            parts[name] = text or part
        reviewing.edit(Wording(parts["prompt"], parts["answer"], proposal.aliases))

    def _show(self, reviewing: Reviewing, offer: Offer) -> None:
        """Say what a proposal asks, its answer, its sentence and what speaks against it."""
        proposal = offer.proposal
        self._tell(
            "plain_making.place",
            place=reviewing.at + 1,
            n=len(reviewing.offers.offers),
            kind=self._say(f"generating.kind_{proposal.kind}"),
            score=f"{proposal.score:.2f}",
        )
        self._lines.tell(proposal.prompt)
        self._tell("plain.right_answer", answer=proposal.answer)
        if proposal.aliases:
            self._tell("plain_making.also", also=", ".join(proposal.aliases))
        self._tell("plain.sentence", sentence=" ".join(proposal.sentence.split()))
        for doubt in proposal.doubts:
            self._tell("plain_making.doubt", doubt=self._say(f"generate_screen.doubt_{doubt}"))
        if offer.like:
            self._tell("plain_making.like", prompt=offer.like.prompt, answer=offer.like.answer)

    def _tell_counts(self, reviewing: Reviewing) -> None:
        counts = {standing.value: reviewing.count(standing) for standing in Standing}
        self._tell("plain_making.counts", **counts)

    def _write(self, reviewing: Reviewing, wanted: Wanted, usual: str) -> bool:
        """Write to a deck, asking for another where that cannot be; False if left."""
        deck = wanted.deck
        while True:
            if not deck:
                asked = self._lines.ask(self._say("plain_making.deck", deck=usual))
                if asked == ":q":
                    return False
                deck = asked or usual
            offers, moment = reviewing.offers, self._clock()
            try:
                done = write_deck(self._database, offers, deck, moment, path=wanted.out)
            except FileError as error:
                self._tell(error.key, **error.values)
                deck = None
                continue
            self._tell("generating.made", deck=done.deck, n=done.cards, path=done.path)
            if done.left_out:
                self._tell("generating.left_out", n=done.left_out)
            return True

    def _keep(self, reviewing: Reviewing) -> None:
        """Keep what was decided for another day."""
        decided = (
            offer.edited or offer.standing is not Standing.OPEN
            for offer in reviewing.offers.offers
            if not offer.is_card
        )
        if any(decided):
            keep_draft(self._database, reviewing.offers, self._clock())
            self._tell("plain_making.kept")
