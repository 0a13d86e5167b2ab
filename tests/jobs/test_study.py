from collections.abc import Callable
from pathlib import Path

import pytest

from overmorrow.cards.quality import Quality
from overmorrow.cards.verdict import Verdict
from overmorrow.errors import ClockError, NotFoundError
from overmorrow.jobs.asked import AskKind, Limits, Mode, Progress
from overmorrow.jobs.import_deck import apply_files
from overmorrow.jobs.import_plan import plan_file
from overmorrow.jobs.study import StudySession
from overmorrow.scheduling.event import EventKind
from overmorrow.settings import Settings
from overmorrow.store.database import Database
from tests.jobs.conftest import SteppingClock

CACHE = """
    SELECT id, repetitions, interval_days, ease_hundredths, due_day, last_day, drill, lapses,
           suspended, buried_day, flag, marked, learned_day, learned_answers
    FROM card ORDER BY id"""


@pytest.fixture
def start(database: Database, clock: SteppingClock) -> Callable[..., StudySession]:
    def begin(scope: str | None = None, **more: object) -> StudySession:
        return StudySession(database, clock, Settings(), scope, **more)  # type: ignore[arg-type]

    return begin


def answer(session: StudySession, quality: int, typed: str = "") -> None:
    session.rate(session.judge(typed), quality)


def answer_all(session: StudySession, quality: int = 4) -> list[str]:
    prompts = []
    while session.asked:
        prompts.append(session.asked.card.prompt)
        answer(session, quality)
    return prompts


def test_every_note_is_asked_once_a_day(start: Callable[..., StudySession]) -> None:
    prompts = answer_all(start())
    assert len(prompts) == len(set(prompts)) == 6


def test_siblings_come_on_the_next_day(
    start: Callable[..., StudySession], clock: SteppingClock
) -> None:
    first_day = answer_all(start())
    clock.sleep_until_tomorrow()
    session = start()
    assert session.progress == Progress(new=0, review=6, drill=0, done=0)
    assert set(answer_all(session)) == set(first_day)
    clock.sleep_until_tomorrow()
    assert set(answer_all(start())).isdisjoint(first_day)


def test_done_and_left_always_add_up(start: Callable[..., StudySession]) -> None:
    session = start()
    for quality in (5, 2, 4, 3, 0, 4):
        assert session.progress.planned == 6
        answer(session, quality)
    assert session.progress == Progress(new=0, review=0, drill=3, done=3)
    assert session.asked
    assert session.asked.kind is AskKind.DRILL
    answer_all(session)
    assert session.progress == Progress(new=0, review=0, drill=0, done=6)


def test_a_drilled_card_returns_until_it_scores_four(start: Callable[..., StudySession]) -> None:
    session = start(limits=Limits(cards=1))
    for quality, wrong in ((1, 0), (3, 1), (2, 2), (4, 3)):
        assert session.asked
        assert session.asked.wrong_today == (wrong if session.asked.kind is AskKind.DRILL else 0)
        answer(session, quality)
    assert session.asked is None
    assert session.summary().drills == 3


def test_another_sitting_goes_on_where_the_last_one_stopped(
    start: Callable[..., StudySession],
) -> None:
    session = start()
    answer(session, 4)
    answer(session, 2)
    assert session.asked
    again = start()
    assert again.progress == session.progress
    assert again.asked
    assert again.asked.card_id == session.asked.card_id


def test_undo_returns_the_card_with_what_was_typed(start: Callable[..., StudySession]) -> None:
    session = start()
    assert session.asked
    first = session.asked
    answer(session, 1, typed="Amazon")
    returned = session.undo()
    assert returned
    assert (returned.kind, returned.typed) == (EventKind.REVIEW, "Amazon")
    assert session.asked == first
    assert session.progress == Progress(new=6, review=0, drill=0, done=0)


def test_everything_can_be_undone_after_the_last_card_and_in_a_later_sitting(
    start: Callable[..., StudySession], database: Database
) -> None:
    before = database.rows(CACHE)
    session = start()
    answer(session, 2, typed="a")
    session.flag(3)
    session.mark()
    session.suspend()
    session.bury()
    answer_all(session)
    later = start()
    while later.undo():
        pass
    assert database.rows(CACHE) == before
    assert later.progress == Progress(new=6, review=0, drill=0, done=0)


def test_a_drill_taken_back_does_not_make_room_for_another_card(
    start: Callable[..., StudySession],
) -> None:
    session = start(limits=Limits(cards=2))
    for quality in (4, 1, 4):
        answer(session, quality)
    assert session.asked is None
    session.undo()
    assert session.asked
    assert session.asked.kind is AskKind.DRILL
    assert session.progress == Progress(new=0, review=0, drill=1, done=1)


def test_redo_gives_back_what_undo_took(
    start: Callable[..., StudySession], database: Database
) -> None:
    session = start()
    for quality in (4, 1, 5):
        answer(session, quality)
    after = database.rows(CACHE)
    progress = session.progress
    for _ in range(3):
        assert session.undo()
    for _ in range(3):
        assert session.redo()
    assert session.redo() is None
    assert database.rows(CACHE) == after
    assert session.progress == progress


def test_a_new_answer_ends_what_can_be_redone(start: Callable[..., StudySession]) -> None:
    session = start()
    answer(session, 4)
    session.undo()
    answer(session, 3)
    assert session.redo() is None


def test_i_was_right_teaches_the_card_an_answer_and_undo_takes_it_back(
    start: Callable[..., StudySession], clock: SteppingClock
) -> None:
    session = start()
    judged = session.judge("Arisu")
    assert judged.grading
    assert judged.grading.verdict is Verdict.WRONG
    learned = session.right(judged, "learn")
    assert learned.grading
    assert learned.grading.verdict is Verdict.CORRECT
    assert (learned.graded, learned.proposed) == (judged.proposed, Quality.GOOD)
    session.rate(learned, learned.proposed)
    clock.sleep_until_tomorrow()
    tomorrow = start()
    again = tomorrow.judge("arisu")
    assert again.grading
    assert again.grading.verdict is Verdict.CORRECT
    tomorrow.undo()
    unlearned = tomorrow.judge("Arisu")
    assert unlearned.grading
    assert unlearned.grading.verdict is Verdict.WRONG


def test_the_answer_of_another_card_is_told_apart(start: Callable[..., StudySession]) -> None:
    session = start()
    grading = session.judge("193km").grading
    assert grading
    assert grading.answer_of == "How long is the Suez Canal?"
    unknown = session.judge("Amazon").grading
    assert unknown
    assert unknown.answer_of is None


def test_right_only_this_time_teaches_nothing(start: Callable[..., StudySession]) -> None:
    session = start()
    once = session.right(session.judge("Arisu"), "once")
    assert (once.proposed, once.learned) == (Quality.GOOD, "")
    assert session.wrong(session.judge("Han River")).proposed is Quality.NEARLY


def test_hints_lower_what_is_proposed(start: Callable[..., StudySession]) -> None:
    session = start()
    assert [session.judge("Han River", hints=count).proposed for count in range(3)] == [4, 3, 1]
    assert [session.reveal(hints=count).proposed for count in range(3)] == [4, 3, 1]


def test_a_blank_answer_is_worth_nothing(start: Callable[..., StudySession]) -> None:
    assert start().judge("   ").proposed is Quality.BLANK


def test_a_choice_is_only_recognition(start: Callable[..., StudySession]) -> None:
    session = start()
    while session.asked and not session.asked.choices:
        answer(session, 4)
    assert session.asked
    assert sorted(session.asked.choices) == ["apple", "brick", "cloud", "drum"]
    assert session.judge("apple", think_ms=1).proposed is Quality.GOOD


def test_time_counts_once_there_are_twenty_right_answers(
    empty: Database, clock: SteppingClock, tmp_path: Path
) -> None:
    file = tmp_path / "terms.tsv"
    file.write_text("".join(f"term {n}\tmeaning\n" for n in range(22)), encoding="utf-8")
    apply_files(empty, [plan_file(empty, str(file))], clock())

    def proposals(*, by_time: bool = True) -> list[Quality]:
        settings = Settings(new_per_day=30, grade_by_time=by_time)
        session = StudySession(empty, clock, settings)
        times = (900, 2000, 9000)
        return [session.judge("meaning", think_ms=time_ms).proposed for time_ms in times]

    session = StudySession(empty, clock, Settings(new_per_day=30))
    for _ in range(19):
        session.rate(session.judge("meaning", think_ms=2000), 4)
    assert proposals() == [Quality.GOOD] * 3
    session.rate(session.judge("meaning", think_ms=2000), 4)
    assert proposals() == [Quality.EASY, Quality.GOOD, Quality.HARD]
    assert proposals(by_time=False) == [Quality.GOOD] * 3


def test_suspended_and_buried_cards_are_not_asked(
    start: Callable[..., StudySession], clock: SteppingClock
) -> None:
    session = start()
    assert session.asked
    suspended = session.asked.card.prompt
    session.suspend()
    assert session.asked
    buried = session.asked.card.prompt
    session.bury()
    assert {suspended, buried}.isdisjoint(answer_all(session))
    clock.sleep_until_tomorrow()
    tomorrow = answer_all(start())
    assert buried in tomorrow
    assert suspended not in tomorrow


def test_flag_and_mark_stay_on_the_card(start: Callable[..., StudySession]) -> None:
    session = start()
    session.flag(4)
    session.mark()
    assert session.asked
    assert (session.asked.state.flag, session.asked.state.marked) == (4, True)
    session.mark()
    assert not session.asked.state.marked


def test_a_card_answered_in_another_window_is_not_asked_again(
    start: Callable[..., StudySession],
) -> None:
    one, other = start(), start()
    answer_all(other)
    answer(one, 4)
    assert one.asked is None


def test_practice_ahead_changes_nothing_when_right_and_returns_tomorrow_when_wrong(
    start: Callable[..., StudySession], database: Database, clock: SteppingClock
) -> None:
    answer_all(start())
    clock.sleep_until_tomorrow()
    answer_all(start())
    due = "SELECT due_day FROM card WHERE id = ?"
    session = start(limits=Limits(mode=Mode.AHEAD))
    assert session.asked
    card_id = session.asked.card_id
    before = database.value(due, (card_id,))
    assert session.asked.kind is AskKind.AHEAD
    answer(session, 5)
    assert database.value(due, (card_id,)) == before
    session.undo()
    answer(session, 1)
    assert database.value(due, (card_id,)) == session._day + 1


def test_cramming_never_touches_a_schedule(
    start: Callable[..., StudySession], database: Database
) -> None:
    before = database.rows(CACHE)
    answer_all(start(limits=Limits(mode=Mode.CRAM)), quality=0)
    assert database.rows(CACHE) == before


def test_cramming_at_random_asks_some_of_all_cards_by_its_seed(
    start: Callable[..., StudySession],
) -> None:
    def first(seed: int) -> list[str]:
        session = start(limits=Limits(mode=Mode.CRAM, cards=4, seed=seed))
        return answer_all(session)

    assert first(1) == first(1)
    assert len({tuple(first(seed)) for seed in range(6)}) > 1
    assert {len(first(seed)) for seed in range(3)} == {4}


@pytest.mark.parametrize(("limits", "asked"), [(Limits(cards=2), 2), (Limits(new=3), 3)])
def test_a_sitting_can_be_short(
    start: Callable[..., StudySession], limits: Limits, asked: int
) -> None:
    session = start(limits=limits)
    assert session.progress == Progress(new=asked, review=0, drill=0, done=0)
    assert len(answer_all(session)) == asked


def test_a_clock_days_behind_asks_first(
    start: Callable[..., StudySession], clock: SteppingClock
) -> None:
    answer(start(), 4)
    clock.sleep_until_tomorrow(-5)
    with pytest.raises(ClockError):
        start()
    assert start(clock_confirmed=True).asked


def test_a_deck_that_is_not_there_is_named(start: Callable[..., StudySession]) -> None:
    with pytest.raises(NotFoundError):
        start("Maxi")


def test_the_summary_tells_the_hardest_first(start: Callable[..., StudySession]) -> None:
    session = start()
    prompts: dict[int, str] = {}
    for quality in (4, 2, 0, 5, 3, 4):
        assert session.asked
        prompts[quality] = session.asked.card.prompt
        answer(session, quality)
    answer_all(session)
    summary = session.summary()
    assert (summary.right_first, summary.asked_first, summary.drills) == (4, 6, 3)
    assert [card.prompt for card in summary.hardest] == [prompts[each] for each in (0, 2, 3)]
    assert all(card.due_in_days == 1 for card in summary.hardest)
    assert (summary.due_tomorrow, summary.due_overmorrow, summary.left) == (6, 0, 0)


def test_the_summary_of_a_short_sitting_tells_what_the_day_still_asks(
    database: Database, clock: SteppingClock
) -> None:
    session = StudySession(database, clock, Settings(), None, Limits(cards=2))
    answer(session, 4)
    answer(session, 4)
    assert session.asked is None
    assert session.summary().left == 4


def test_a_slip_on_a_mature_card_can_count_as_forgotten(
    database: Database, clock: SteppingClock
) -> None:
    def proposals(settings: Settings) -> list[Quality]:
        session = StudySession(database, clock, settings)
        return [session.judge(typed).proposed for typed in ("Han Rivre", "Han River")]

    strict = Settings(strict_when_mature=True)
    assert proposals(strict) == [Quality.GOOD, Quality.GOOD]
    for pause in (1, 6, 15, 38):
        session = StudySession(database, clock, Settings(new_per_day=1))
        session.rate(session.judge("Han River"), 4)
        clock.sleep_until_tomorrow(pause)
    assert proposals(strict) == [Quality.NEARLY, Quality.GOOD]
    assert proposals(Settings()) == [Quality.GOOD, Quality.GOOD]


def test_a_card_forgotten_eight_times_is_asked_about(
    start: Callable[..., StudySession], clock: SteppingClock
) -> None:
    told = []
    for day in range(1, 14):
        session = start(limits=Limits(cards=1))
        answer(session, 4)
        clock.sleep_until_tomorrow()
        session = start(limits=Limits(cards=1))
        answer(session, 1)
        told += [(day, session.leech_lapses)] if session.leech_lapses else []
        clock.sleep_until_tomorrow()
    assert told == [(8, 8), (12, 12)]
