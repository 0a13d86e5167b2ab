"""Ids agree between machines; edited notes are found or asked about, never guessed."""

from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overmorrow.cards.identity import KnownNote, Matching, card_uid, match, note_uid, note_uids
from overmorrow.cards.note import Note


def notes(*texts: str) -> list[Note]:
    """Notes from `prompt = answer ^id` lines."""
    made = []
    for text in texts:
        body, _, file_id = text.partition(" ^")
        prompt, _, answer = body.partition(" = ")
        made.append(Note(prompt=prompt, answer=answer, file_id=file_id))
    return made


def known(*texts: str) -> list[KnownNote]:
    return [
        KnownNote(
            uid=f"u{place}",
            position=place,
            prompt=note.prompt,
            answer=note.answer,
            file_id=note.file_id,
        )
        for place, note in enumerate(notes(*texts))
    ]


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
    uids = note_uids("덱", notes("배 = 과일", "배 = 탈것", "말 = 동물 ^k7f2q9m"))

    assert uids == (note_uid("덱", "배", 0), note_uid("덱", "배", 1), "k7f2q9m")


@pytest.mark.parametrize(
    ("before", "after", "pairs"),
    [
        pytest.param(["a = 1", "b = 2"], ["b = 2", "a = 1"], {(0, 1), (1, 0)}, id="moved"),
        pytest.param(["a = 1 ^x"], ["z = 9 ^x"], {(0, 0)}, id="same-id"),
        pytest.param(["a = 1 ^x"], ["a = 1"], {(0, 0)}, id="id-taken-out"),
        pytest.param(["a = 1"], ["a = 1 ^x"], {(0, 0)}, id="id-added"),
        pytest.param(["a = 1"], ["a = 2"], {(0, 0)}, id="other-answer"),
        pytest.param(["A b, c = 1"], ["a bc? = 1."], {(0, 0)}, id="same-letters"),
        pytest.param(["a = 1", "a = 1"], ["a = 1", "a = 1"], {(0, 0), (1, 1)}, id="twins"),
    ],
)
def test_what_is_surely_the_same_is_joined_silently(
    before: list[str], after: list[str], pairs: set[tuple[int, int]]
) -> None:
    found = match(known(*before), notes(*after))

    assert set(found.same) == {(f"u{left}", right) for left, right in pairs}
    assert (found.doubts, found.new, found.vanished) == ((), (), ())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(["a = 1 ^x"], ["a = 1 ^y"], id="other-id"),
        pytest.param(
            ["C의 창시자는? = 리치"], ["파이썬의 아버지는? = 귀도"], id="nothing-in-common"
        ),
    ],
)
def test_what_is_surely_another_is_new_and_the_old_one_gone(
    before: list[str], after: list[str]
) -> None:
    found = match(known(*before), notes(*after))

    assert found == Matching(same=(), doubts=(), new=(0,), vanished=("u0",))


@pytest.mark.parametrize(
    ("before", "after", "pairs"),
    [
        pytest.param(
            ["알리바바는 몇 년에 설립됐나? = 1999년"],
            ["알리바바는 몇 년에 세워졌나? = 1999"],
            {(0, 0)},
            id="reworded",
        ),
        pytest.param(
            ["C의 창시자는? = 리치"], ["C#의 창시자는? = 리치"], {(0, 0)}, id="C-is-not-C#"
        ),
        pytest.param(
            ["a = 1", "세상에서 가장 높은 산은? = 8849", "b = 2"],
            ["a = 1", "에베레스트 = m", "b = 2"],
            {(1, 1)},
            id="alone-between-the-same-neighbours",
        ),
        pytest.param(["배 = 과일", "배 = 탈것"], ["배 = 몸통"], {(0, 0)}, id="one-prompt-twice"),
        pytest.param(["a = 1", "a = 1"], ["a = 1"], {(0, 0)}, id="one-of-twins-gone"),
        pytest.param(
            ["a = 1", "물 = H2O", "산 = HCl", "b = 2"],
            ["a = 1", "얼음 = 0도", "염산 = 강산", "b = 2"],
            {(1, 1), (2, 2)},
            id="as-many-between-the-same-neighbours",
        ),
    ],
)
def test_what_may_be_the_same_is_asked_about(
    before: list[str], after: list[str], pairs: set[tuple[int, int]]
) -> None:
    found = match(known(*before), notes(*after))

    assert {(doubt.uid, doubt.index) for doubt in found.doubts} == {
        (f"u{left}", right) for left, right in pairs
    }


_TEXTS = st.lists(
    st.builds("{} = {}{}".format, st.sampled_from("가나다라"), st.sampled_from("12"),
              st.sampled_from(["", "", " ^x", " ^y"])),
    max_size=6,
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(_TEXTS, _TEXTS)
def test_every_note_is_told_about_exactly_once(before: list[str], after: list[str]) -> None:
    found = match(known(*before), notes(*after))

    told_known = [uid for uid, _ in found.same] + [doubt.uid for doubt in found.doubts]
    told_parsed = [index for _, index in found.same] + [doubt.index for doubt in found.doubts]
    assert sorted([*told_known, *found.vanished]) == sorted(note.uid for note in known(*before))
    assert sorted([*told_parsed, *found.new]) == list(range(len(after)))


@settings(max_examples=100, deadline=None)
@given(_TEXTS)
def test_a_deck_read_again_unchanged_changes_nothing(texts: list[str]) -> None:
    ids_once = [text.partition(" ^")[0] for text in texts]
    found = match(known(*ids_once), notes(*ids_once))

    assert found.same == tuple((f"u{place}", place) for place in range(len(texts)))


def test_a_large_deck_replaced_by_another_is_compared_in_good_time() -> None:
    before = known(*(f"옛 물음 {number} = {number}" for number in range(3000)))
    after = notes(*(f"전혀 다른 새 질문 {number} = 답 {number}" for number in range(3000)))

    found = match(before, after)

    assert len(found.doubts) + len(found.new) == 3000
