"""Edited notes are found or asked about, never guessed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overmorrow.cards.identity import (
    KnownNote,
    Matching,
    match,
)
from overmorrow.cards.note import Note


def notes(*texts: str) -> list[Note]:
    """Notes from `prompt = answer ^id` lines."""
    made = []
    for text in texts:
        body, _, file_id = text.partition(" ^")
        prompt, _, answer = body.partition(" = ")
        is_cloze = not answer
        made.append(Note(prompt=prompt, answer=answer, is_cloze=is_cloze, file_id=file_id))
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


def test_every_note_is_new_where_none_is_known() -> None:
    assert match([], notes("a = 1", "b = 2")).new == range(2)


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
        pytest.param(
            ["창업자는 누구인가? = 마윈", "본사는 어디에 있나? = 항저우"],
            ["창업자는 누구안가? = 마윈", "본사는 어디에 있나? = 항저우시"],
            {(0, 0), (1, 1)},
            id="typo-in-prompt-and-longer-answer",
        ),
        pytest.param(["봄 = spring"], ["봄봄 = spring"], {(0, 0)}, id="doubled-syllable"),
        pytest.param(
            ["What is the capital of France? = Paris"],
            ["What is the captial of France? = Pariss"],
            {(0, 0)},
            id="typo-on-both-sides",
        ),
        pytest.param(
            ["a = 1", "When was it founded? = in 1999 by Jack Ma", "b = 2"],
            ["a = 1", "Which year saw it founded? = in 1999 by Jack Ma", "b = 2"],
            {(0, 0), (1, 1), (2, 2)},
            id="reworded-in-place",
        ),
        pytest.param(
            ["a = 1", "Sales in 2014? = 57 billion", "b = 2"],
            ["a = 1", "Sales in 2015? = 57 billion", "b = 2"],
            {(0, 0), (1, 1), (2, 2)},
            id="year-corrected-in-place",
        ),
        pytest.param(
            ["A = 1", "B = 2"], ["A = 2", "B = 1"], {(0, 0), (1, 1)}, id="answers-swapped"
        ),
        pytest.param(
            ["상하이는 {{창강}} 하구에 있다 = "],
            ["상하이는 {{창강}} {{하구}}에 있다 = "],
            {(0, 0)},
            id="gap-added",
        ),
        pytest.param(
            ["a = 1", "타오바오는 {{2003년}}에 서비스를 시작했다 = "],
            ["a = 1", "타오바오는 {{2004년}}에 서비스를 시작했다 = "],
            {(0, 0), (1, 1)},
            id="gap-corrected-in-place",
        ),
    ],
)
def test_what_is_surely_the_same_is_joined_silently(
    before: list[str], after: list[str], pairs: set[tuple[int, int]]
) -> None:
    found = match(known(*before), notes(*after))

    assert set(found.same) == {(f"u{left}", right) for left, right in pairs}
    assert (found.doubts, found.new, found.vanished) == ((), (), ())


@pytest.mark.parametrize(
    ("before", "after", "first"),
    [
        pytest.param(
            ["두 가지는? = 물, 불"], ["두 가지는? = 물", "두 가지는? = 불"], (0, 0), id="one-prompt"
        ),
        pytest.param(
            ["두 가지는? = 물, 불"],
            ["x = y", "두 가지는? (1) = 물", "두 가지는? (2) = 불"],
            (0, 1),
            id="numbered-and-elsewhere",
        ),
        pytest.param(
            ["두 가지는? (1) = 물", "두 가지는? (2) = 불"],
            ["두 가지는? = 물, 불"],
            (0, 0),
            id="merged",
        ),
    ],
)
def test_a_note_split_lives_on_in_its_first_piece_and_merged_ones_in_the_whole(
    before: list[str], after: list[str], first: tuple[int, int]
) -> None:
    assert match(known(*before), notes(*after)).same == ((f"u{first[0]}", first[1]),)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("capital of France = Paris", "capital of Spain = Madrid", id="name"),
        pytest.param("2014년 매출은? = 571억 위안", "2015년 매출은? = 912억 위안", id="year"),
        pytest.param("가능한 수는? = 셋", "불가능한 수는? = 넷", id="negation"),
        pytest.param("Is it on? = yes, it is", "Is it not on? = no, it is not", id="not"),
        pytest.param("vitamin C = in lemons", "vitamin D = in fish", id="letter"),
        pytest.param("가장 높은 산은? = 에베레스트", "가장 낮은 곳은? = 사해", id="opposite"),
        pytest.param("f(x) = a function", "f'(x) = its derivative", id="sign"),
        pytest.param("Iran's capital = Tehran", "Iraq's capital = Baghdad", id="one-letter-apart"),
        pytest.param("begin = 시작하다", "start = 시작하다", id="synonym"),
        pytest.param("The capital of {{France}} is {{Paris}} = ",
                     "The capital of {{Spain}} is {{Madrid}} = ", id="gaps"),
        pytest.param("배는 무엇인가? = 과일", "무엇이 과일인가? = 배", id="turned-round"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("around", [[], ["a = 1"]], ids=["alone", "in-place"])
def test_a_sibling_in_the_place_of_a_deleted_note_never_takes_its_schedule(
    before: str, after: str, around: list[str]
) -> None:
    found = match(known(before, *around), notes(after, *around))

    assert "u0" not in dict(found.same)


def test_a_known_name_in_place_of_another_is_no_slip() -> None:
    others = ["Where is Iran? = in Asia", "Where is Iraq? = also in Asia"]
    before = known("South of Iran? = the Persian Gulf", *others)

    found = match(before, notes(*others, "South of Iraq? = the Persian Gulf"))

    assert "u0" not in dict(found.same)


def test_a_word_put_before_every_prompt_costs_no_schedule() -> None:
    capitals = ["Peru = Lima", "Chile = Santiago", "Kenya = Nairobi", "Japan = Tokyo"] * 5
    texts = [f"{each.replace(' =', f' {at} =')} {at}" for at, each in enumerate(capitals)]

    found = match(known(*texts), notes(*(f"the capital of {text}" for text in texts)))

    assert found.same == tuple((f"u{at}", at) for at in range(20))


def test_the_answer_of_another_note_is_no_slip() -> None:
    found = match(
        known("목요일 = Thursday", "화요일 = Tuesday", "a = 1"),
        notes("금요일 = Tuesday", "화요일 = Tuesday", "a = 1"),
    )

    assert "u0" not in dict(found.same)


def test_a_note_under_the_old_prompt_with_another_answer_does_not_oust_the_mistyped_one() -> None:
    found = match(known("Chile = Santiago"), notes("Chile = a pepper", "Chlie = Santiago"))

    assert found.same == (("u0", 1),)


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
