import pytest

from overmorrow.messages import LANGUAGES, Messages
from overmorrow.store import tally_tables
from overmorrow.store.answers import record
from overmorrow.store.check import Finding, problems_of, repair
from overmorrow.store.database import Database
from overmorrow.store.rebuild import rebuild, recount, stored_tallies
from tests.store.building import DAY, NOW, cached

SPOILS = {
    "UPDATE card SET due_day = due_day + 1 WHERE id = 1": ["store.found_stale_cards"],
    "UPDATE card SET learned_answers = '[\"x\"]' WHERE id = 2": ["store.found_stale_cards"],
    "UPDATE day_tally SET answers = answers + 1": ["store.found_stale_counts"],
    "DELETE FROM hour_tally": ["store.found_stale_counts"],
    "UPDATE hour_total SET recalled = 0": ["store.found_stale_counts"],
    "UPDATE choice_tally SET answers = 9": ["store.found_stale_counts"],
    "INSERT INTO histogram VALUES ('due', 1, 5, 5)": ["store.found_stale_counts"],
}


@pytest.fixture
def answered(studied: Database) -> Database:
    for card_id, quality in ((1, 5), (1, 4), (2, 1), (2, 4)):
        record(
            studied, card_id, NOW, DAY, "review", quality=quality, quality_auto=4, answer_ms=1200
        )
    record(studied, 3, NOW, DAY, "suspend")
    return studied


def said(findings: list[Finding]) -> list[str]:
    return [Messages(lang)(each.key, **each.values) for lang in LANGUAGES for each in findings]


def test_a_sound_database_has_no_problems(answered: Database) -> None:
    assert problems_of(answered) == []


@pytest.mark.parametrize(("spoil", "keys"), SPOILS.items(), ids=SPOILS)
def test_what_the_log_does_not_say_is_found_and_repaired(
    answered: Database, spoil: str, keys: list[str]
) -> None:
    before = cached(answered)
    answered.connection.execute(spoil)
    findings = problems_of(answered)
    assert [each.key for each in findings] == keys
    assert all(each.repairable for each in findings)
    assert all("{" not in line for line in said(findings))
    assert repair(answered) == []
    assert cached(answered) == before


def test_looking_writes_nothing(answered: Database) -> None:
    answered.connection.execute("DELETE FROM histogram")
    changes = answered.connection.total_changes
    assert problems_of(answered) != []
    assert answered.connection.total_changes == changes


def test_rows_without_what_they_belong_to_are_found(answered: Database) -> None:
    answered.connection.execute("PRAGMA foreign_keys = OFF")
    answered.connection.execute("DELETE FROM note WHERE id = 1")
    (finding,) = problems_of(answered)
    assert (finding.key, finding.repairable) == ("store.found_lost_rows", False)
    assert finding.values == {"table": "card", "rows": 1}
    assert said([finding])


def test_a_schema_that_was_changed_by_hand_is_found(answered: Database) -> None:
    answered.connection.execute("DROP INDEX card_due")
    answered.connection.execute("CREATE TABLE extra (a INTEGER)")
    names = [each.values["name"] for each in problems_of(answered)]
    assert names == ["card_due", "extra"]


@pytest.mark.parametrize("at_once", [1, 2, 100_000])
def test_dropping_the_cache_and_rebuilding_it_gives_the_same_bytes(
    answered: Database, at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("overmorrow.store.rebuild._CARDS_AT_ONCE", at_once)
    before = cached(answered)
    answered.connection.execute(
        "UPDATE card SET repetitions = 0, interval_days = 0, ease_hundredths = 0, due_day = NULL,"
        " last_day = NULL, drill = 0, lapses = 0, suspended = 0, learned_day = NULL"
    )
    for table in (each.name for each in tally_tables.ALL):
        answered.connection.execute(f"DELETE FROM {table}")
    assert rebuild(answered) == 3
    assert cached(answered) == before


def test_a_recount_is_what_is_stored(answered: Database) -> None:
    states, tallies = recount(answered)
    assert states == []
    assert tallies == stored_tallies(answered)
