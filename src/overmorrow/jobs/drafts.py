"""Keeps half-done work on an article, so that it can go on another day."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from overmorrow.cards.note import AnswerType
from overmorrow.clock import Moment
from overmorrow.generation.article import Article, read_article
from overmorrow.generation.proposal import Doubt, Kind, Proposal
from overmorrow.jobs.offers import Offer, Offers, Standing
from overmorrow.store.database import Database
from overmorrow.store.drafts import draft_of, newest_draft, put_draft
from overmorrow.store.sources import source_uid


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Work on an article that was left; `make_offers` of its article takes it up again."""

    article: Article
    """With the title, author, day and language that the learner saw."""
    deck: str
    """The deck it is meant for; may be empty."""
    accepted: int
    dropped: int
    wall_ms: int
    """When it was left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What a draft says of one proposal."""

    standing: Standing
    proposal: Proposal
    """As the learner saw or edited it."""
    edited: bool


def keep_draft(database: Database, offers: Offers, moment: Moment) -> None:
    """Keep what was decided so far about an article's proposals, in place of an older draft.

    Raises:
        DatabaseError: It could not be written.
    """
    article = offers.article
    content = {
        "text": article.text,
        "title": article.title,
        "author": article.author,
        "day": article.day.isoformat() if article.day else None,
        "lang": told_lang(article),
        "deck": offers.deck,
        "offers": [_told(offer) for offer in offers.offers if _is_decided(offer)],
    }
    text = json.dumps(content, ensure_ascii=False)
    with database.transaction():
        put_draft(database, source_uid(article.text), text, moment.wall_ms)


def told_lang(article: Article) -> str:
    """Return the language to read an article in again; empty where its sentences differ."""
    langs = {sentence.lang for each in article.paragraphs for sentence in each.sentences}
    return langs.pop() if len(langs) == 1 else ""


def _is_decided(offer: Offer) -> bool:
    return (offer.standing is not Standing.OPEN or offer.edited) and not offer.is_card


def _told(offer: Offer) -> dict[str, object]:
    return {
        "key": offer.key,
        "standing": offer.standing,
        "edited": offer.edited,
        "proposal": offer.proposal._asdict(),
    }


def latest_draft(database: Database) -> Draft | None:
    """Return the draft that was left last, or None."""
    stored = newest_draft(database)
    if stored is None:
        return None
    told = json.loads(stored.content)
    article = read_article(
        told["text"],
        lang=told["lang"],
        title=told["title"],
        author=told["author"],
        day=date.fromisoformat(told["day"]) if told["day"] else None,
    )
    standings = [each["standing"] for each in told["offers"]]
    return Draft(
        article=article,
        deck=told["deck"],
        accepted=standings.count(Standing.ACCEPTED),
        dropped=standings.count(Standing.DROPPED),
        wall_ms=stored.wall_ms,
    )


def decisions(database: Database, uid: str) -> tuple[str, dict[str, Decided]]:
    """Return what a draft of an article says: its deck, and what of which proposal.

    Args:
        database: The collection; it is only read.
        uid: The article.
    """
    stored = draft_of(database, uid)
    if stored is None:
        return "", {}
    told = json.loads(stored.content)
    return told["deck"], dict(_decided(told["offers"]))


def _decided(told: Iterable[Mapping[str, Any]]) -> Iterable[tuple[str, Decided]]:
    for each in told:
        proposal = _proposal(each["proposal"])
        standing = Standing(each["standing"])
        yield each["key"], Decided(standing=standing, proposal=proposal, edited=each["edited"])


def _proposal(told: Mapping[str, Any]) -> Proposal:
    """Return the proposal whose parts were kept."""
    tuples = {name: tuple(told[name]) for name in ("aliases", "items", "other_prompts")}
    return Proposal(
        **{
            **told,
            **tuples,
            "kind": Kind(told["kind"]),
            "answer_type": AnswerType(told["answer_type"]),
            "doubts": tuple(map(Doubt, told["doubts"])),
        }
    )
