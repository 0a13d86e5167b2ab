from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from overmorrow.clock import Moment
from overmorrow.errors import NotFoundError
from overmorrow.scheduling.event import EventKind
from overmorrow.scheduling.fold import fold
from overmorrow.scheduling.state import CardState
from overmorrow.store import cache
from overmorrow.store.answers import Undone, receive_into, record, redo, undo_last
from overmorrow.store.cards import load_card
from overmorrow.store.database import Database
from overmorrow.store.events import StoredEvent, events_of, history_of
from overmorrow.store.rebuild import rebuild
from tests.store.building import DAY, NOW, cached, card_ids, collection

OWN = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def receive(database: Database, events: Iterable[StoredEvent]) -> list[StoredEvent]:
    with database.transaction():
        return receive_into(database, events)


PAYLOADS: dict[str, dict[str, object]] = {
    EventKind.SET_DUE: {"due_day": DAY + 9},
    EventKind.FLAG: {"flag": 4},
    EventKind.MARK: {"marked": 1},
    EventKind.REVIEW: {"learned": "한강"},
}


@dataclass(frozen=True)
class Deed:
    """Something a learner does: answer, set aside, undo, redo; at a time that may step back."""

    what: str
    card: int = 0
    quality: int = 4
    day: int = DAY
    wall_ms: int = 0


deeds = st.builds(
    Deed,
    what=st.sampled_from(
        [EventKind.REVIEW] * 6
        + [k for k in EventKind if k != EventKind.VOID]
        + ["undo", "redo"] * 2
    ),
    card=st.integers(0, 2),
    quality=st.integers(0, 5),
    day=st.integers(DAY, DAY + 40),
    wall_ms=st.integers(-5_000_000, 5_000_000),
)


def perform(database: Database, history: list[Deed]) -> None:
    cards = card_ids(database)
    undone: list[Undone] = []
    for deed in history:
        moment = Moment(NOW.wall_ms + deed.wall_ms, NOW.utc_offset_min)
        if deed.what == "undo":
            back = undo_last(database, moment, deed.day)
            undone += [back] if back else []
        elif deed.what == "redo":
            if undone:
                redo(database, undone.pop(), moment)
        else:
            record(
                database,
                cards[deed.card],
                moment,
                deed.day,
                deed.what,
                quality=deed.quality,
                answer_ms=1500,
                payload=PAYLOADS.get(deed.what),
            )


def all_events(database: Database) -> list[StoredEvent]:
    rows = database.rows("SELECT DISTINCT card_uid FROM event ORDER BY card_uid")
    return [event for row in rows for event in history_of(database, row[0])]


@OWN
@given(st.lists(deeds, max_size=25))
def test_the_cache_is_what_the_log_adds_up_to(history: list[Deed]) -> None:
    with collection("강") as database:
        perform(database, history)
        kept = cached(database)
        assert rebuild(database) == 0
        assert cached(database) == kept


@OWN
@given(st.lists(deeds, max_size=20), st.randoms(use_true_random=False), st.data())
def test_events_may_arrive_in_any_order_and_twice(
    history: list[Deed], random: Callable[..., object], data: st.DataObject
) -> None:
    with collection("강") as here, collection("강") as there:
        perform(here, history)
        events = all_events(here)
        twice = (
            [*events, *data.draw(st.lists(st.sampled_from(events), max_size=5))] if events else []
        )
        random.shuffle(twice)  # type: ignore[attr-defined] # a random.Random
        for event in twice:
            assert receive(there, [event]) == []
        assert cached(there) == cached(here)


@OWN
@given(st.lists(deeds, max_size=12), deeds.filter(lambda deed: deed.what not in ("undo", "redo")))
def test_undo_restores_every_cached_byte(history: list[Deed], last: Deed) -> None:
    with collection("강") as database:
        perform(database, history)
        before = cached(database)
        perform(database, [last, Deed("undo")])
        assert cached(database) == before


@OWN
@given(st.lists(deeds.filter(lambda deed: deed.what not in ("undo", "redo")), max_size=8))
def test_five_undos_and_five_redos_change_nothing(history: list[Deed]) -> None:
    with collection("강") as database:
        perform(database, history)
        before = cached(database)
        steps = min(5, len(history))
        perform(database, [*[Deed("undo")] * steps, *[Deed("redo")] * steps])
        assert cached(database) == before


@OWN
@given(st.lists(deeds, min_size=1, max_size=20))
def test_log_time_only_grows_however_the_clock_steps(history: list[Deed]) -> None:
    with collection("강") as database:
        perform(database, history)
        rows = database.rows("SELECT hlc FROM event ORDER BY id")
        times = [row[0] for row in rows]
        assert times == sorted(set(times))


@OWN
@given(st.lists(deeds, max_size=15), deeds)
def test_one_deed_touches_one_card(history: list[Deed], last: Deed) -> None:
    with collection("강") as database:
        perform(database, history)
        before = {row[0]: row for row in cached(database)["card"]}
        perform(database, [last])
        after = {row[0]: row for row in cached(database)["card"]}
        assert sum(before[uid] != after[uid] for uid in before) <= 1


def test_a_card_never_answered_is_folded_from_nothing(studied: Database) -> None:
    assert load_card(studied, 1).state == fold(events_of(studied, load_card(studied, 1).uid)).state


def test_an_answer_keeps_all_that_was_known(studied: Database) -> None:
    record(
        studied,
        1,
        NOW,
        DAY,
        EventKind.REVIEW,
        quality=4,
        quality_auto=1,
        verdict="WRONG",
        typed="한강\0",
        think_ms=700,
        answer_ms=2100,
        hints=1,
        payload={"learned": "한강"},
    )
    (event,) = history_of(studied, load_card(studied, 1).uid)
    assert event.device == studied.device
    assert (event.wall_ms, event.utc_offset_min, event.study_day) == (*NOW, DAY)
    assert (event.quality, event.quality_auto, event.verdict) == (4, 1, "WRONG")
    assert (event.typed, event.think_ms, event.answer_ms, event.hints) == ("한강", 700, 2100, 1)
    assert event.payload == '{"learned": "한강"}'
    assert load_card(studied, 1).state.learned_answers == ("한강",)


def test_half_a_character_does_not_stop_an_answer(studied: Database) -> None:
    record(studied, 1, NOW, DAY, EventKind.REVIEW, quality=4, typed="한\ud800강")
    (event,) = history_of(studied, load_card(studied, 1).uid)
    assert event.typed == "한?강"


@pytest.mark.parametrize("quality", [None, -1, 6])
def test_an_answer_without_a_quality_is_our_mistake(studied: Database, quality: int | None) -> None:
    with pytest.raises(ValueError, match="quality"):
        record(studied, 1, NOW, DAY, EventKind.REVIEW, quality=quality)
    assert all_events(studied) == []


def test_a_card_that_is_not_there_is_named(studied: Database) -> None:
    with pytest.raises(NotFoundError) as refused:
        record(studied, 99, NOW, DAY, EventKind.REVIEW, quality=4)
    assert refused.value.values == {"card": 99}


def test_nothing_done_is_nothing_to_undo(studied: Database) -> None:
    assert undo_last(studied, NOW, DAY) is None


def test_undo_returns_what_was_typed(studied: Database) -> None:
    record(studied, 2, NOW, DAY, EventKind.REVIEW, quality=4, typed="한강")
    undone = undo_last(studied, NOW, DAY)
    assert undone is not None
    assert (undone.card_id, undone.event.typed, undone.state) == (2, "한강", CardState())


def test_undo_leaves_other_devices_answers_alone(studied: Database) -> None:
    with collection("강") as elsewhere:
        record(elsewhere, 1, NOW, DAY, EventKind.REVIEW, quality=4)
        receive(studied, all_events(elsewhere))
    assert undo_last(studied, NOW, DAY) is None
    assert load_card(studied, 1).state.learned_day == DAY


def test_voiding_twice_is_voiding_once(studied: Database) -> None:
    with collection("강") as elsewhere:
        record(elsewhere, 1, NOW, DAY, EventKind.REVIEW, quality=4)
        (answer,) = all_events(elsewhere)
        for number in (1, 2):
            void = answer._replace(
                event_id=bytes(15) + bytes([number]),
                hlc=answer.hlc + number,
                kind=EventKind.VOID,
                quality=None,
                target=answer.event_id,
            )
            receive(studied, [void])
        receive(studied, [answer])
    assert load_card(studied, 1).state == CardState()
    assert cached(studied)["day_tally"] == []


def test_an_id_with_two_contents_is_set_aside(studied: Database) -> None:
    record(studied, 1, NOW, DAY, EventKind.REVIEW, quality=4)
    (event,) = all_events(studied)
    other = event._replace(quality=0)
    assert receive(studied, [other]) == [other]
    assert all_events(studied) == [event]


def test_log_time_goes_on_from_events_of_elsewhere(studied: Database) -> None:
    record(studied, 1, NOW, DAY, EventKind.REVIEW, quality=4)
    (event,) = all_events(studied)
    later = event._replace(event_id=bytes(16), hlc=event.hlc + 10_000)
    receive(studied, [later])
    record(studied, 1, NOW, DAY, EventKind.REVIEW, quality=4)
    assert [each.hlc for each in all_events(studied)][-1] == event.hlc + 10_001


def test_events_of_unknown_cards_and_kinds_are_kept(studied: Database) -> None:
    record(studied, 1, NOW, DAY, EventKind.REVIEW, quality=4)
    (event,) = all_events(studied)
    strange = [
        event._replace(event_id=b"a" * 16, card_uid=b"?" * 16),
        event._replace(event_id=b"b" * 16, kind="dream", hlc=event.hlc + 1),
    ]
    before = cached(studied)
    assert receive(studied, strange) == []
    assert len(all_events(studied)) == 3
    assert cached(studied) == before


def test_a_redo_counts_for_the_day_and_hour_of_the_answer(studied: Database) -> None:
    record(studied, 1, NOW, DAY, EventKind.REVIEW, quality=5, answer_ms=900)
    before = cached(studied)
    undone = undo_last(studied, NOW, DAY)
    assert undone is not None
    redo(studied, undone, Moment(NOW.wall_ms + 9 * 3_600_000, 540))
    assert cached(studied) == before


@pytest.mark.parametrize("verb", ["UPDATE event SET quality = 5", "DELETE FROM event"])
def test_the_log_refuses_to_be_rewritten(studied: Database, verb: str) -> None:
    record(studied, 1, NOW, DAY, EventKind.REVIEW, quality=1)
    with pytest.raises(Exception, match="only grows"):
        studied.connection.execute(verb)


def test_a_cached_state_survives_its_columns(studied: Database) -> None:
    for kind, payload in PAYLOADS.items():
        record(studied, 1, NOW, DAY, kind, quality=2, payload=payload)
    state = cache.read(studied, 1).state
    assert cache.state_of(cache.columns_of(state)) == state
