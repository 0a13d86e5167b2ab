"""Make a deck of an article: offer its proposals, and write those that the learner takes."""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import NamedTuple

from overmorrow.cards.source import Source, Span
from overmorrow.clock import Moment
from overmorrow.errors import FileError
from overmorrow.exchange.whole_file import make_folder
from overmorrow.generation.article import Article
from overmorrow.generation.maker import Maker
from overmorrow.generation.proposal import Proposal
from overmorrow.generation.propose import BUDGET, propose
from overmorrow.jobs.alike import cards_alike
from overmorrow.jobs.deck_files import Step, silent
from overmorrow.jobs.deck_places import deck_name
from overmorrow.jobs.drafts import Decided, decisions
from overmorrow.jobs.edit_batches import finish_edits
from overmorrow.jobs.generated_file import (
    GeneratedFile,
    generated_file,
    planned_notes,
    source_line,
)
from overmorrow.jobs.making_edits import GENERATED, PlannedEdit, file_change, make_edit
from overmorrow.jobs.offers import Like, Offer, Offers, Standing, keyed
from overmorrow.jobs.paragraph_numbers import ParagraphNumbers
from overmorrow.jobs.proposal_notes import note_of
from overmorrow.store.batches import Batch
from overmorrow.store.database import Database
from overmorrow.store.deck_rows import DeckHead
from overmorrow.store.drafts import remove_draft
from overmorrow.store.events import claim_hlc
from overmorrow.store.sources import (
    dropped_proposals,
    proposals_made,
    proposals_set_aside,
    put_source,
    put_spans,
    set_dropped,
    source_uid,
)

_SAID = {
    "editing.file_changed": "generating.file_changed",
    "editing.file_read_only": "generating.cannot_write",
    "editing.folder_read_only": "generating.cannot_write",
    "editing.cannot_read": "generating.cannot_write",
    "editing.not_in_encoding": "generating.not_writable",
    "editing.not_again": "generating.not_writable",
}
"""What to say of a deck's file where an edit's words would not fit."""


class Written(NamedTuple):
    """What writing a deck did."""

    batch_id: int | None
    """What to take back; None when there was nothing to write."""
    path: str
    """The deck's file; empty when there was nothing to write."""
    cards: int
    """How many cards are new."""
    deck: str
    left_out: int = 0
    """How many accepted proposals no deck file could hold."""


def make_offers(
    database: Database, article: Article, makers: Iterable[Maker], budget: float = BUDGET
) -> Offers:
    """Return what an article offers, with what was decided about it before.

    Proposals that were dropped earlier, or whose card was taken out of the deck's file,
    stand as dropped, those that are cards already as accepted (`is_card`), and a kept
    draft's decisions and edits are restored.

    Args:
        database: The collection; it is only read.
        article: The article.
        makers: Who makes the proposals.
        budget: How many cards there may be for 1,000 characters.

    Raises:
        DatabaseError: The collection cannot be read.
    """
    found = propose(article, makers, budget)
    uid = source_uid(article.text)
    draft_deck, decided = decisions(database, uid)
    made = proposals_made(database, uid)
    proposals = dict(keyed(found.proposals))
    missing = {key: each.proposal for key, each in decided.items() if key not in proposals}
    proposals = dict(sorted((proposals | missing).items(), key=_place))
    dropped = dropped_proposals(database, uid) | proposals_set_aside(database, uid)
    alike = cards_alike(database, {key: each for key, each in proposals.items() if key not in made})
    offers = [
        _offer(key, proposal, decided.get(key), alike.get(key))
        for key, proposal in proposals.items()
    ]
    return Offers(
        article,
        tuple(_as_decided(offer, made, dropped) for offer in offers),
        found.refused,
        next(iter(made.values()), draft_deck),
    )


def _place(pair: tuple[str, Proposal]) -> tuple[int, int]:
    return pair[1].start, pair[1].answer_start


def _offer(key: str, proposal: Proposal, decided: Decided | None, like: Like | None) -> Offer:
    if decided is None:
        return Offer(proposal, key, like=like)
    return Offer(decided.proposal, key, decided.standing, like, decided.edited)


def _as_decided(offer: Offer, made: Mapping[str, str], dropped: set[str]) -> Offer:
    if offer.key in made:
        return offer._replace(standing=Standing.ACCEPTED, is_card=True)
    if offer.key in dropped and offer.standing is Standing.OPEN and not offer.edited:
        return offer._replace(standing=Standing.DROPPED)
    return offer


def write_deck(
    database: Database,
    offers: Offers,
    deck: str,
    moment: Moment,
    *,
    path: str | None = None,
    step: Step = silent,
) -> Written:
    """Write the accepted proposals to a deck and its file, as one step that can be taken back.

    What was dropped is remembered, the article and each note's place in it are kept,
    and its draft is thrown away.

    Args:
        database: The collection.
        offers: What was decided.
        deck: The deck's name; a deck that is there already gets more.
        moment: When.
        path: The deck's file; None chooses one in the learner's decks folder beside the
            collection. A file that is not this deck's is never written over.
        step: See `make_edit`.

    Raises:
        FileError: The file is another's, was changed by somebody else since, or cannot
            be written; nothing was.
        DatabaseError: The collection could not be written; nothing was.
    """
    finish_edits(database, moment)
    written = Written(None, "", 0, deck_name(deck))
    if offers.to_write:
        with _in_words():
            file = generated_file(database, offers.article, deck, path)
            written = _write(database, offers, file, moment, step)
    uid = source_uid(offers.article.text)
    dropped = {each.key for each in offers.offers if each.standing is Standing.DROPPED}
    with database.transaction():
        others = {each.key for each in offers.offers} - dropped
        set_dropped(database, uid, dropped, others, claim_hlc(database, moment))
        remove_draft(database, uid)
    return written


@contextmanager
def _in_words() -> Iterator[None]:
    """Let what goes wrong speak of the deck to be made, not of an edit."""
    try:
        yield
    except FileError as error:
        if error.key not in _SAID:
            raise
        raise FileError(_SAID[error.key], **error.values) from error


def _write(
    database: Database, offers: Offers, file: GeneratedFile, moment: Moment, step: Step
) -> Written:
    numbers = ParagraphNumbers(offers.article)
    line = source_line(offers.article)
    told = "" if line == file.deck.source else line
    made = []
    for offer in offers.to_write:
        place = f"p{numbers.at(offer.proposal.start)}"
        where = ", ".join(filter(None, (told, place)))
        note = note_of(offer.proposal, where, file.deck)
        if note:
            made.append((offer, note))
    left_out = len(offers.to_write) - len(made)
    row = file.text.row
    if not made:
        return Written(None, "", 0, row.deck, left_out)
    text = file.with_notes([note for _, note in made])
    planned = planned_notes(database, file, text)
    spans = {
        each.uid: _span(offer, numbers) for each, (offer, _) in zip(planned, made, strict=True)
    }
    if file.is_new:
        make_folder(os.path.dirname(row.path))
    source = _source(offers.article, row.deck)
    head = DeckHead(row.deck, file.deck.title, file.deck.lang, file.deck.source, row.path)
    edit = PlannedEdit(
        name=offers.article.title or row.deck,
        deck=row.deck,
        known={},
        planned=planned,
        change=file_change(file.text, text),
        new_deck=head if file.is_new else None,
        summary={GENERATED: len(planned)},
        beforehand=lambda where, batch: _keep_source(where, batch, source, spans),
    )
    batch_id = make_edit(database, edit, moment, step)
    return Written(batch_id, row.path, len(planned), row.deck, left_out)


def _span(offer: Offer, numbers: ParagraphNumbers) -> Span:
    proposal = offer.proposal
    start, end = numbers.span_at(proposal.start)
    return Span(
        proposal=offer.key,
        paragraph=numbers.at(proposal.start),
        paragraph_start=start,
        paragraph_end=end,
        sentence_start=proposal.start,
        sentence_end=proposal.end,
        answer_start=proposal.answer_start,
        answer_end=proposal.answer_end,
    )


def _source(article: Article, name: str) -> Source:
    return Source(
        title=article.title,
        author=article.author,
        day=article.day.toordinal() if article.day else 0,
        lang=article.lang,
        name=name,
        text=article.text,
    )


def _keep_source(
    database: Database, batch: Batch, source: Source, spans: Mapping[str, Span]
) -> None:
    put_spans(database, put_source(database, source, batch.hlc), spans, batch.hlc)
