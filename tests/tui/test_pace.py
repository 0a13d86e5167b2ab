from overmorrow.tui.pace import AnswerTime, RepeatGuard


def test_second_enter_counts_after_a_pause() -> None:
    guard = RepeatGuard()
    assert guard.allows("enter", 0)
    assert not guard.allows("enter", 179)
    assert not guard.allows("space", 300)
    assert guard.allows("enter", 480)


def test_held_enter_is_dropped_however_long_it_is_held() -> None:
    guard = RepeatGuard()
    allowed = [guard.allows("enter", now_ms) for now_ms in range(0, 2000, 33)]
    assert allowed.count(True) == 1


def test_waiting_for_work_does_not_let_a_held_key_through() -> None:
    guard = RepeatGuard()
    assert guard.allows("enter", 0)
    guard.renew(900)
    assert not guard.allows("enter", 910)


def test_rating_digit_is_dropped_for_a_moment_and_others_are_not() -> None:
    guard = RepeatGuard()
    guard.rated("3", 1000)
    assert not guard.allows("3", 1100)
    assert guard.allows("4", 1100)
    assert guard.allows("3", 1250)


def test_held_rating_digit_is_dropped_however_long_it_is_held() -> None:
    guard = RepeatGuard()
    guard.rated("3", 0)
    assert not any(guard.allows("3", now_ms) for now_ms in range(33, 2000, 33))


def test_the_digit_that_rated_is_written_as_fast_as_any_once_it_was_let_through() -> None:
    guard = RepeatGuard()
    guard.rated("3", 0)
    assert guard.allows("3", 600)
    assert guard.allows("3", 650)


def test_time_to_the_first_key_is_kept() -> None:
    time = AnswerTime(0)
    time.note_key(1200, writes=False)
    time.note_key(2000, writes=True)
    time.note_key(5000, writes=True)
    assert time.think_ms == 2000
    assert time.total_ms(6000) == 6000


def test_pause_counts_as_a_minute_at_most() -> None:
    time = AnswerTime(0)
    time.note_key(1000, writes=True)
    assert time.is_away(61_000)
    time.note_key(500_000, writes=True)
    assert time.total_ms(501_000) == 62_000


def test_time_away_from_the_window_does_not_count() -> None:
    time = AnswerTime(0)
    time.leave(2000)
    time.note_key(30_000, writes=True)
    assert time.think_ms == 2000
    assert time.total_ms(31_000) == 3000
