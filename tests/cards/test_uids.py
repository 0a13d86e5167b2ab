from uuid import UUID, uuid5

from hypothesis import given
from hypothesis import strategies as st

from overmorrow.cards.note import Note
from overmorrow.cards.uids import card_uid, note_uid, note_uids


@given(st.text(), st.text(), st.integers(0, 1000))
def test_ids_are_uuids_of_version_5(deck: str, text: str, nth: int) -> None:
    namespace = UUID("f7ad06c5-57fa-460e-b03d-b4851545a28e")

    assert note_uid(deck, text, nth) == str(uuid5(namespace, f"note\x1f{deck}\x1f{text}\x1f{nth}"))
    assert card_uid(deck, text) == uuid5(namespace, f"card\x1f{deck}\x1f{text}").bytes


def test_ids_never_change() -> None:
    first = note_uid("도시", "저장성의 성도는?", 0)

    assert UUID(first).version == 5
    assert first == note_uid("도시", "저장성의 성도는?", 0)
    assert (
        len({first, note_uid("도시", "저장성의 성도는?", 1), note_uid("시", "저장성의 성도는?", 0)})
        == 3
    )
    assert first == "7a103446-08b2-5e21-a768-60efb2ca5a66"
    assert len(card_uid(first, "q")) == 16
    assert card_uid(first, "q") != card_uid(first, "r")


def test_notes_with_one_prompt_are_counted_and_an_id_in_the_file_is_the_id() -> None:
    uids = note_uids(
        "덱", [Note("배", "과일"), Note("배", "탈것"), Note("말", "동물", file_id="k7f2q9m")]
    )

    assert uids == (note_uid("덱", "배", 0), note_uid("덱", "배", 1), "k7f2q9m")
