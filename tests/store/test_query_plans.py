"""Every query on a table that grows uses an index."""

import re

import pytest

from overmorrow.store import (
    batches,
    cache,
    cards,
    counts,
    events,
    note_cards,
    note_writing,
    notes,
    prompts,
    today,
)
from overmorrow.store.database import Database

GROWING = ("card", "note", "event", "day_tally", "hour_tally", "histogram", "note_history")

QUERIES = {
    "due cards of a deck": today._DUE,
    "due cards in order": today._DUE_IN_ORDER.format(decks="2, 3"),
    "new cards of a deck": today._NEW,
    "notes answered today": today._ANSWERED_NOTES,
    "answers of a day": today._ANSWERED,
    "cards in each deck": today._TOTALS,
    "drills": today._DRILLS,
    "a card": cards._LOAD,
    "a prompt": prompts._PROMPT,
    "cards ahead": cards._AHEAD,
    "all cards of a deck": cards._ALL,
    "a cached card": cache._BY_ID,
    "a cached card by uid": cache._BY_UID,
    "the update of a card": cache._UPDATE,
    "a day's tally put right": cache._NO_DAY,
    "an hour's tally put right": cache._NO_HOUR,
    "a histogram put right": cache._NO_CARDS,
    "events of a card": events._OF_CARD,
    "the last undoable event": events._LAST_UNDOABLE,
    "whether an event is void": "SELECT 1 FROM event WHERE target = ?",
    "an event": "SELECT 1 FROM event WHERE id = ?",
    "the last study day": today._LAST_DAY,
    "the day studied before": counts._STUDIED,
    "answers by day": counts._BY_DAY.format(decks="AND deck_id IN (1, 2)"),
    "answers by hour": counts._BY_HOUR.format(decks=""),
    "a histogram": counts._HISTOGRAM.format(decks="AND deck_id IN (1, 2)"),
    "times of right answers": counts._RIGHT_TIMES,
    "where recent answers begin": counts._SOME_BACK,
    "answers on a day": counts._ON_DAY,
    "known notes": notes._KNOWN,
    "a note by its uid": note_writing._FIND,
    "the update of a note": note_writing._UPDATE,
    "cards of a note": note_cards._OF_NOTE,
    "notes a batch changed": batches._CHANGED,
    "cards another card is compared with": cards._OTHERS,
    "notes a batch added": batches._ADDED,
}


SEARCHED_BY_INDEX_ALONE = ("due cards of a deck", "due cards in order", "notes answered today")


def plan_of(database: Database, sql: str) -> list[str]:
    numbered = [int(slot) for slot in re.findall(r"\?(\d)", sql)]
    values = [1] * (max(numbered) if numbered else sql.count("?"))
    return [row[3] for row in database.rows(f"EXPLAIN QUERY PLAN {sql}", values)]


@pytest.mark.parametrize("sql", QUERIES.values(), ids=QUERIES)
def test_no_query_reads_a_whole_growing_table(database: Database, sql: str) -> None:
    for step in plan_of(database, sql):
        verb, table, *_ = step.split()
        assert (verb, table) not in {("SCAN", each) for each in GROWING}, step


@pytest.mark.parametrize("name", SEARCHED_BY_INDEX_ALONE)
def test_what_the_study_path_asks_most_is_answered_by_an_index(
    database: Database, name: str
) -> None:
    assert "USING COVERING INDEX" in plan_of(database, QUERIES[name])[0]
