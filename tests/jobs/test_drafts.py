from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from overmorrow.clock import Moment
from overmorrow.generation.article import read_article
from overmorrow.jobs.drafts import keep_draft, latest_draft
from overmorrow.jobs.generate_deck import make_offers, write_deck
from overmorrow.jobs.offers import Offers, Standing
from overmorrow.store.database import Database, open_database
from tests.jobs.articles import FACTS, NOW, TEXT, FactMaker, accepted, offered, standing


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with closing(open_database(str(tmp_path / "study.db"), durability="normal")) as database:
        yield database


def half_done(database: Database) -> Offers:
    offers = standing(accepted(offered(database), "2011년"), Standing.DROPPED, "800권")
    first, *others = offers.offers
    edited = first._replace(
        proposal=first.proposal._replace(prompt="문을 연 해는?", aliases=("이천십일년",)),
        edited=True,
    )
    return offers._replace(offers=(edited, *others), deck="마을")


def test_work_is_taken_up_where_it_was_left(database: Database) -> None:
    offers = half_done(database)
    keep_draft(database, offers, NOW)
    draft = latest_draft(database)
    assert draft is not None
    assert (draft.accepted, draft.dropped, draft.deck) == (1, 1, "마을")
    assert (draft.article, draft.wall_ms) == (offers.article, NOW.wall_ms)
    again = make_offers(database, draft.article, [FactMaker()])
    assert again == offers


def test_an_accepted_card_outlives_its_maker(database: Database) -> None:
    offers = half_done(database)
    keep_draft(database, offers, NOW)
    again = make_offers(database, offers.article, [FactMaker(FACTS[1:])])
    assert again.offers == offers.offers


def test_corrections_of_the_article_are_kept(database: Database) -> None:
    article = read_article(TEXT, lang="en", title="새 제목", author="", day=date(2020, 1, 2))
    offers = accepted(make_offers(database, article, [FactMaker(lang="en")]))
    keep_draft(database, offers, NOW)
    draft = latest_draft(database)
    assert draft is not None
    assert draft.article == article


def test_writing_ends_a_draft(database: Database) -> None:
    keep_draft(database, half_done(database), NOW)
    write_deck(database, half_done(database), "마을", NOW)
    assert latest_draft(database) is None


def test_the_newest_of_several_drafts_is_offered_until_it_ends(database: Database) -> None:
    offers = half_done(database)
    keep_draft(database, offers, NOW)
    later = Moment(NOW.wall_ms + 1, 540)
    newer = offered(database, "다른 글\n\n이 글에는 2011년이 있다.\n", FACTS[:1])
    keep_draft(database, newer, later)
    draft = latest_draft(database)
    assert draft is not None
    assert draft.article.title == "다른 글"
    write_deck(database, newer, "다른 덱", later)
    draft = latest_draft(database)
    assert draft is not None
    assert draft.article == offers.article
