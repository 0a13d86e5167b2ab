"""Every query on a table that grows uses an index."""

import re

import pytest

from overmorrow.store import (
    batches,
    cache,
    cards,
    counts,
    day_tree,
    dupes,
    events,
    groups,
    note_cards,
    note_places,
    note_writing,
    notes,
    pace,
    prompts,
    search_conditions,
    search_notes,
    search_rows,
    single_cards,
    tally_tables,
    today,
)
from overmorrow.store.database import Database

GROWING = (
    "card",
    "note",
    "event",
    "day_tally",
    "hour_tally",
    "choice_tally",
    "day_total",
    "hour_total",
    "choice_total",
    "histogram",
    "note_history",
)

QUERIES = {
    "due cards of a deck": today._DUE,
    "due cards in order": today._DUE_IN_ORDER.format(
        decks="2, 3", order=today._REVIEW_ORDERS["interval"]
    ),
    "due cards at random": today._DUE_IN_ORDER.format(
        decks="2, 3", order=today._REVIEW_ORDERS["random"]
    ),
    "cards waiting in each deck": today._WAITING.format(decks="2, 3"),
    "unseen cards in each deck": day_tree._UNSEEN,
    "the next interval": today._NEXT_INTERVAL,
    "due cards of an interval": today._OF_INTERVAL.format(decks="2, 3"),
    "cards due soon": day_tree._DUE_BY_DAY.format(decks="2, 3"),
    "overdue cards": pace._OVERDUE,
    "new cards of a deck": today._NEW,
    "notes answered today": today._ANSWERED_NOTES,
    "answers of a day": today._ANSWERED,
    "cards asked of some decks": today._ASKED.format(decks="2, 3"),
    "cards in each deck": day_tree._TOTALS,
    "drills": today._DRILLS,
    "a card": cards._LOAD,
    "a prompt": prompts._PROMPT,
    "cards ahead": cards._AHEAD,
    "all cards of a deck": cards._ALL,
    "a cached card": cache._BY_ID,
    "a cached card by uid": cache._BY_UID,
    "the update of a card": cache._UPDATE,
    "a day's tally put right": tally_tables.DAYS.emptied(),
    "an hour's tally put right": tally_tables.HOURS.emptied(),
    "a histogram put right": tally_tables.CARDS.emptied(),
    "events of a card": events._OF_CARD,
    "what was done in one step": groups._MEMBERS,
    "found cards as a list shows them": search_rows._ROWS.format(slots="1, 2"),
    "notes of found cards": search_notes._NOTES.format(slots="1, 2"),
    "siblings of found cards": search_notes._SIBLINGS.format(slots="1, 2"),
    "many notes and their places": note_places._PLACES.format(slots="'a', 'b'"),
    "answers of a note": dupes._ANSWERS,
    "notes that ask the same": dupes._NOTES.format(slots="1, 2"),
    "notes that were edited": search_conditions._EDITED,
    "notes that were added": search_conditions._ADDED,
    "cards rated on some days": search_conditions._RATED.format(devices="'a', 'b'"),
    "the last undoable event": events._LAST_UNDOABLE,
    "whether an event is void": "SELECT 1 FROM event WHERE target = ?",
    "an event": "SELECT 1 FROM event WHERE id = ?",
    "the last study day": today._LAST_DAY,
    "the day studied before": counts._STUDIED,
    "days in a row": counts._STREAK,
    "answers by day": counts.within(counts._BY_DAY, [1, 2]),
    "cards asked by deck": counts.within(counts._FIRST_BY_DECK, [1, 2]),
    "answers by kind": counts.within(counts._BY_KIND, [1]),
    "reviews by step": counts.within(counts._BY_STEP, None),
    "answers by quality": counts.within(counts._BY_QUALITY, [1, 2]),
    "answers by choice": counts.within(counts._BY_CHOICE, [1, 2]),
    "the first day": counts._FIRST_DAY,
    "cards due with their intervals": counts._DUE,
    "newest answers": single_cards._NEWEST,
    "devices": single_cards._DEVICES,
    "answers by hour": counts.within(counts._BY_HOUR, None),
    "new cards of answered notes": counts._NEW_OF_ANSWERED_NOTES,
    "a histogram": counts._HISTOGRAM.format(decks="deck_id IN (1, 2) AND"),
    "mature cards": counts._MATURE.format(decks=""),
    "mature cards of some decks": counts._MATURE.format(decks="deck_id IN (1, 2) AND"),
    "times of right answers": counts._RIGHT_TIMES,
    "where recent answers begin": counts._SOME_BACK,
    "answers on a day": counts._ON_DAY,
    "known notes": notes._KNOWN,
    "a note by its uid": note_writing._FIND,
    "the update of a note": note_writing._UPDATE,
    "cards of a note": note_cards._OF_NOTE,
    "notes a batch changed": batches._CHANGED,
    "cards another card is compared with": cards._OTHERS,
    "cards beside a card": cards._SIBLINGS,
    "a note's place": note_places._PLACE,
    "a note's earlier texts": note_places._EARLIER,
    "notes a batch added": batches._ADDED,
}


SEARCHED_BY_INDEX_ALONE = (
    "due cards of a deck",
    "due cards in order",
    "notes answered today",
    "the next interval",
    "due cards of an interval",
)


def plan_of(database: Database, sql: str) -> list[str]:
    numbered = [int(slot) for slot in re.findall(r"\?(\d)", sql)]
    values = [1] * (max(numbered) if numbered else sql.count("?"))
    return [row[3] for row in database.rows(f"EXPLAIN QUERY PLAN {sql}", values)]


@pytest.mark.parametrize("sql", QUERIES.values(), ids=QUERIES)
def test_no_query_reads_a_whole_growing_table(database: Database, sql: str) -> None:
    for step in plan_of(database, sql):
        assert tuple(step.split()[:2]) not in {("SCAN", each) for each in GROWING}, step


@pytest.mark.parametrize("name", SEARCHED_BY_INDEX_ALONE)
def test_what_the_study_path_asks_most_is_answered_by_an_index(
    database: Database, name: str
) -> None:
    assert "USING COVERING INDEX" in plan_of(database, QUERIES[name])[0]
