from overmorrow.scheduling.leech import is_leech, should_ask


def test_a_leech_is_asked_about_at_eight_lapses_and_every_fourth_after() -> None:
    assert [lapses for lapses in range(21) if should_ask(lapses)] == [8, 12, 16, 20]
    assert [lapses for lapses in range(10) if is_leech(lapses)] == [8, 9]
