"""A Korean layout is noticed, and the footer names the keys it sends at once."""

from hypothesis import given
from hypothesis import strategies as st

from overmorrow.tui.footers import Offer
from overmorrow.tui.keyboard import Keyboard, hangul_first
from overmorrow.tui.places import Place
from tests.tui.playing import Player, play
from tests.tui.scripted import LAKE, LENGTH, ScriptedSession, app_of, asked

JUDGED = [
    Offer("Enter", "5 즉답", "accept"),
    Offer("y", "맞은 걸로", "say_right"),
    Offer("0–5", "바꾸기", ""),
    Offer("u", "되돌리기", "undo"),
    Offer("?", "더 보기", "app.help"),
]


def test_only_letters_tell_the_layout() -> None:
    keyboard = Keyboard()
    told = [keyboard.note(each) for each in ("a", "ㅁ", "1", "\r", None, "가", "b")]
    assert told == [False, True, False, False, False, False, True]
    assert not keyboard.types_hangul


def test_keys_of_any_layout_come_first_and_letters_become_f_keys() -> None:
    keys = [offer.key for offer in hangul_first(JUDGED, Place.JUDGED)]
    assert keys == ["Enter", "0–5", "F9", "y", "?"]


@given(st.permutations(JUDGED))
def test_no_offer_is_lost_and_the_last_stays(offers: list[Offer]) -> None:
    shown = hangul_first(offers, Place.JUDGED)
    assert sorted(offer.action for offer in shown) == sorted(offer.action for offer in offers)
    assert shown[-1].action == offers[-1].action


def test_the_footer_follows_the_last_letter() -> None:
    async def scenario(player: Player) -> None:
        await player.press("x", "enter")
        assert player.lines[-1].strip().startswith("Enter 1 낯익음   0–5 바꾸기   y 맞은")
        await player.press("ㅗ")
        assert player.lines[-1].strip().startswith("Enter 1 낯익음   0–5 바꾸기   F9 되돌리기")
        await player.press("h")
        assert "u 되돌리기" in player.lines[-1]

    play(app_of(ScriptedSession([asked(LAKE), asked(LENGTH)])), scenario)
