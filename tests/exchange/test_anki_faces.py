"""A note's cards are those that Anki would show, as text."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overmorrow.cards.face import Face
from overmorrow.cards.note_type import NoteType, Template
from overmorrow.exchange.anki_faces import CompiledType, compiled
from tests.growth import grows_evenly

BACK = "{{FrontSide}}\n\n<hr id=answer>\n\n{{Back}}"


def make(
    fields: str, *sides: tuple[str, str], is_cloze: bool = False, name: str = "Type"
) -> CompiledType:
    templates = tuple(Template(f"Card {at}", *side) for at, side in enumerate(sides, start=1))
    names = tuple(fields.split())
    return compiled(NoteType(name=name, is_cloze=is_cloze, fields=names, templates=templates))


def one(question: str, answer: str, **values: str) -> Face:
    """Return the only card of a note with these fields."""
    (face,) = make(" ".join(values), (question, answer)).faces([*values.values()], (), "D", (0,))
    return face


BASIC = make("Front Back", ("{{Front}}", BACK))
REVERSED = make(
    "Front Back", ("{{Front}}", BACK), ("{{Back}}", "{{FrontSide}}<hr id=answer>{{Front}}")
)
OPTIONAL = make(
    "Front Back Add", ("{{Front}}", BACK), ("{{#Add}}{{Back}}{{/Add}}", "{{FrontSide}}{{Front}}")
)
CLOZE = make("Text Extra", ("{{cloze:Text}}", "{{cloze:Text}}<br>\n{{Extra}}"), is_cloze=True)


@pytest.mark.parametrize(
    ("fields", "faces"),
    [
        (["사과", "apple"], [Face("q", "사과", "apple")]),
        (["<b>사과</b>", "a<br>b"], [Face("q", "사과", "a\nb", answer_type="long")]),
        ([" x ", "가"], [Face("q", "x", "가")]),
        (["x", "y" * 81], [Face("q", "x", "y" * 81, answer_type="long")]),
        (["x", "가" * 41], [Face("q", "x", "가" * 41, answer_type="long")]),
        (["x", "가" * 40], [Face("q", "x", "가" * 40)]),
        (["x", ""], [Face("q", "x", "—", answer_type="long")]),
        (["", "y"], [Face("q", "—", "y")]),
        (["", ""], [Face("q", "—", "—", answer_type="long")]),
        (["x"], [Face("q", "x", "—", answer_type="long")]),
        (["x", "y", "too many"], [Face("q", "x", "y")]),
        (["<img src=a.png>", "[sound:b.mp3]"],
         [Face("q", "[a.png]", "[b.mp3]", answer_type="long")]),
        (["[sound:b.mp3]", "소리"], [Face("q", "[b.mp3]", "소리")]),
        (["\u202ex\x1b[31m", "&#27;y\x9b"], [Face("q", "x[31m", "y")]),
        (["e\u0301", "한글"], [Face("q", "é", "한글")]),
        (["1 &lt; 2", "<script>no</script>yes"], [Face("q", "1 < 2", "yes")]),
        (["f", r"[$]\forall x[/$]"], [Face("q", "f", r"\forall x", answer_type="long")]),
        (["f", r"\(x^2\)"], [Face("q", "f", "x^2")]),
        (["<div>" * 10_000 + "deep", "x"], [Face("q", "deep", "x")]),
    ],
)  # fmt: skip
def test_a_plain_note_makes_one_card(fields: list[str], faces: list[Face]) -> None:
    assert BASIC.faces(fields, (), "D", None) == tuple(faces)
    assert BASIC.faces(fields, (), "D", (0,)) == tuple(faces)


def test_a_reversed_note_makes_two_cards() -> None:
    faces = (Face("q", "go", "went"), Face("r", "went", "go"))
    assert REVERSED.faces(["go", "went"], (), "D", None) == faces


def test_the_cards_a_package_has_are_trusted() -> None:
    assert [face.key for face in REVERSED.faces(["go", "went"], (), "D", (1,))] == ["r"]
    assert [face.key for face in REVERSED.faces(["go", ""], (), "D", (0, 1))] == ["q", "r"]
    assert [face.key for face in CLOZE.faces(["{{c1::a}}", ""], (), "D", (0, 4))] == ["c1", "c5"]


def test_a_card_without_its_template_shows_the_fields() -> None:
    (face,) = BASIC.faces(["f", "b"], (), "D", (7,))
    assert face == Face("t8", "f", "b")


def test_a_card_is_made_only_where_its_question_shows_a_field() -> None:
    assert [face.key for face in OPTIONAL.faces(["a", "b", ""], (), "D", None)] == ["q"]
    assert [face.key for face in OPTIONAL.faces(["a", "b", "y"], (), "D", None)] == ["q", "r"]
    assert [face.key for face in OPTIONAL.faces(["", "b", "<br>"], (), "D", None)] == ["q"]


@pytest.mark.parametrize(
    ("question", "is_made"),
    [
        ("static", False),
        ("{{A}}", False),
        ("{{B}}", True),
        ("{{^A}}{{B}}{{/A}}", True),
        ("{{^A}}static{{/A}}", False),
        ("{{Deck}}", True),
        ("{{Tags}}", False),
        ("{{^Tags}}{{B}}{{/Tags}}", True),
        ("{{type:B}}", True),
    ],
)
def test_what_anki_fills_in_counts_as_a_field(question: str, is_made: bool) -> None:
    note_type = make("A B", (question, "x"), ("{{B}}", "y"))
    keys = [face.key for face in note_type.faces(["", "b"], (), "D", None)]
    assert keys == (["q", "r"] if is_made else ["r"])


@pytest.mark.parametrize(
    ("text", "extra", "faces"),
    [
        ("{{c1::서울}}은 {{c2::나라::힌트}}다", "",
         [Face("c1", "[...]은 나라다", "서울"), Face("c2", "서울은 [힌트]다", "나라")]),
        ("{{c1::a}} and {{c1::b}}", "", [Face("c1", "[...] and [...]", "a, b")]),
        ("in {{c1::1913}}.", "why", [Face("c1", "in [...].", "in 1913.\nwhy", "1913")]),
        ("{{c3::x}}", "<img src=e.png>", [Face("c3", "[...]", "x")]),
        ("{{c1::one<br>two}}", "", [Face("c1", "[...]", "one\ntwo", answer_type="long")]),
        ("no gap", "", [Face("c1", "no gap", "—", answer_type="long")]),
    ],
)  # fmt: skip
def test_each_gap_number_makes_a_card(text: str, extra: str, faces: list[Face]) -> None:
    assert CLOZE.faces([text, extra], (), "D", None) == tuple(faces)


def test_a_question_that_leaves_the_gaps_out_still_hides_them() -> None:
    sides = ("{{#Extra}}{{cloze:Text}}{{/Extra}}", "{{cloze:Text}}")
    (face,) = make("Text Extra", sides, is_cloze=True).faces(["a {{c1::b}}", ""], (), "D", None)
    assert face == Face("c1", "a [...]", "b")


def test_many_gaps_in_a_long_text_stay_bearable() -> None:
    text = "".join(f"{{{{c{number}::word {number}}}}} {'x' * 60}" for number in range(1, 501))
    faces = CLOZE.faces([text, "more"], (), "D", None)
    assert len(faces) == 500
    assert sum(len(face.prompt) + len(face.answer) for face in faces) < 18_000_000


def test_a_hint_does_not_give_the_gaps_away() -> None:
    note_type = make("Text", ("{{cloze:Text}}\n{{hint:Text}}", "{{cloze:Text}}"), is_cloze=True)
    (face,) = note_type.faces(["aa {{c1::bbb}}"], (), "D", None)
    assert (face.prompt, face.answer) == ("aa [...]\nText: aa [...]", "bbb")


def test_a_gap_is_not_the_reading_of_the_word_before_it() -> None:
    side = "{{furigana:cloze:T}}"
    (face,) = make("T", (side, side), is_cloze=True).faces(["は{{c1::字[じ]}}だ"], (), "D", None)
    assert face == Face("c1", "は[...]だ", "字", aliases=("じ",))


def test_sections_can_ask_which_gap_it_is() -> None:
    sides = ("{{#c1}}first{{/c1}}{{^c1}}other{{/c1}} {{cloze:T}}", "{{cloze:T}}")
    faces = make("T", sides, is_cloze=True).faces(["{{c1::a}} {{c2::b}}"], (), "D", None)
    assert [face.prompt for face in faces] == ["first [...] b", "other a [...]"]


def test_a_gap_on_a_picture_says_which_picture_is_needed() -> None:
    sides = ("{{cloze:O}}{{Image}}", "{{cloze:O}}{{Image}}{{Extra}}")
    note_type = make("O Image Extra", sides, is_cloze=True)
    gap = "{{c1::image-occlusion:rect:left=.1}}"
    (english,) = note_type.faces([gap, "<img src=heart.png>", "vein"], (), "Heart", None)
    (korean,) = note_type.faces([gap, "<img src=heart.png>", ""], (), "심장", None)
    assert english == Face(
        "c1", "[this card needs its picture: heart.png]", "vein", answer_type="long"
    )
    assert korean.prompt == "[그림이 있어야 풀 수 있는 카드예요: heart.png]"
    assert (korean.answer, korean.answer_type) == ("[heart.png]", "long")


@pytest.mark.parametrize(
    ("face", "prompt", "answer", "graded"),
    [
        pytest.param(
            one("{{F}}{{type:B}}", "{{F}}<hr id=answer>{{type:B}} {{E}}", F="q", B="b", E="e"),
            "q", "e", "b", id="typed",
        ),
        pytest.param(
            one("{{F}} {{type:B}}", "{{FrontSide}}<hr id=answer>{{type:B}}", F="q", B="b"),
            "q", "b", "", id="only-typed",
        ),
        pytest.param(
            one("{{F}}", "{{F}}<div>{{B}}</div><i>{{E}}</i>", F="q", B="b", E="e"),
            "q", "b\ne", "b", id="front-repeated",
        ),
        pytest.param(
            one("{{F}}", "so {{FrontSide}} is {{B}}", F="q", B="b"),
            "q", "so q is b", "b", id="front-in-a-sentence",
        ),
        pytest.param(
            one("{{F}}", "{{FrontSide}}<hr id='answer'>{{A}}{{B}} <i>{{E}}</i>",
                F="q", A="[sound:a.mp3]", B="b", E="e"),
            "q", "b e", "b", id="sound-first",
        ),
        pytest.param(
            one("{{F}}", "{{F}}{{B}}<hr id=answer>", F="q", B=" b"),
            "q", "b", "", id="rule-at-the-end",
        ),
        pytest.param(
            one("{{F}} {{hint:B}}", "{{FrontSide}}{{B}}, {{E}}", F="q", B="b", E="e"),
            "q\nB: b", "b, e", "b", id="hint",
        ),
        pytest.param(
            one("{{F}}", "{{F}}<HR ID=answer>{{#N}}note {{N}}{{/N}}{{B}}", F="q", N="", B="b"),
            "q", "b", "", id="empty-section",
        ),
        pytest.param(
            one("{{F}} ({{Tags}}{{Deck}}|{{Subdeck}}|{{Type}}|{{Card}})", "{{B}}", F="q", B="b"),
            "q (D|D|Type|Card 1)", "b", "", id="special",
        ),
        pytest.param(
            one("{{text:F}}", "{{unknown:B}} {{tts en_US:F}}", F="<b>q</b> &lt;", B="b"),
            "q <", "b", "", id="other-filters",
        ),
        pytest.param(
            one("{{F}}", "{{B}}", F="q", B="<ul><li>b</li></ul>"), "q", "- b", "b", id="one-item"
        ),
        pytest.param(
            one("{{F}}", "<table><tr><td>B</td><td>{{B}}</td></tr></table>", F="q", B="b"),
            "q", "B | b", "b", id="table",
        ),
    ],
)  # fmt: skip
def test_the_answer_is_the_back_and_its_first_new_field_is_typed(
    face: Face, prompt: str, answer: str, graded: str
) -> None:
    assert (face.prompt, face.answer, face.graded) == (prompt, answer, graded)


def test_a_reading_counts_as_well_as_its_word() -> None:
    face = one("{{E}}", "{{furigana:J}}<br>{{N}}", E="to eat", J=" 食[た]べる", N="verb")
    assert face == Face("q", "to eat", "食(た)べる\nverb", "食べる", ("たべる",))


@pytest.mark.parametrize(
    ("prompt", "answer", "aliases"),
    [
        ("선생님", "teacher; instructor", ("teacher", "instructor")),
        ("school", "학교 / 학원;", ("학교", "학원")),
        ("go", "went, gone", ()),
        ("Primary colours?", "red; green; blue", ()),
        ("How is TCP joined to the protocol below it", "TCP / IP", ()),
        ("speed", "m / s", ("m", "s")),
        ("half", "1 / 2", ()),
        ("code", "f(x); g(x)", ()),
        ("and/or", "und/oder", ()),
        ("x", ";", ()),
    ],
)
def test_any_meaning_of_a_term_counts(prompt: str, answer: str, aliases: tuple[str, ...]) -> None:
    (face,) = BASIC.faces([prompt, answer], (), "D", None)
    assert (face.answer, face.aliases) == (answer, aliases)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("kanji", "日本語を話す"),
        ("kana", "にほんごをはなす"),
        ("furigana", "日本語(にほんご)を話(はな)す"),
    ],
)
def test_words_can_be_shown_with_or_without_readings(name: str, shown: str) -> None:
    face = one(f"{{{{{name}:J}}}}", "{{B}}", J="日本語[にほんご]を 話[はな]す[sound:x.mp3]", B="b")
    assert face.prompt == shown


@pytest.mark.parametrize(
    ("question", "key", "found"),
    [
        ("{{#Front}}open", "anki_faces.section_open", "Front"),
        ("{{Front", "anki_faces.braces_open", "{{Front"),
        ("{{/Front}}", "anki_faces.section_not_open", "Front"),
    ],
)
def test_a_broken_template_is_told_and_shows_the_fields(
    question: str, key: str, found: str
) -> None:
    note_type = make("Front Back More", (question, BACK))
    assert note_type.problems == (
        (key, {"note_type": "Type", "template": "Card 1", "found": found}),
    )
    (face,) = note_type.faces(["<b>f</b>", "b", "m"], (), "D", None)
    assert face == Face("q", "f", "b\nm", "b")


def test_an_unknown_field_is_told_and_left_empty() -> None:
    note_type = make("Front Back", ("{{Front}}{{Nothing}}{{#c1}}x{{/c1}}", BACK))
    assert [(key, values["found"]) for key, values in note_type.problems] == [
        ("anki_faces.unknown_field", "Nothing")
    ]
    assert note_type.faces(["f", "b"], (), "D", None) == (Face("q", "f", "b"),)


field_texts = st.lists(
    st.sampled_from(
        ["<b>", "</b>", "<br>", "[", "]", "{{c1::", "::", "}}", "<img src=x>", "&amp;", "가", "x ",
         "\n", "<td>", "<li>", "<sup>", "\\(", "\\)", "[sound:a.mp3]", "<ruby>", "<rt>", "<",
         "\x1b", "-->"]
    ),
    max_size=12,
).map("".join)  # fmt: skip
side_texts = st.lists(
    st.sampled_from(
        ["{{A}}", "{{cloze:A}}", "{{type:B}}", "{{hint:A}}", "{{furigana:B}}", "{{#A}}", "{{/A}}",
         "x", "{{FrontSide}}", "<hr id=answer>", "<div>", "{{^B}}", "{{/B}}", "{{Tags}}",
         "{{text:A}}", "\n"]
    ),
    max_size=8,
).map("".join)  # fmt: skip


@settings(max_examples=200)
@given(side_texts, side_texts, st.lists(field_texts, max_size=3), st.booleans())
def test_any_note_of_any_type_has_cards(
    question: str, answer: str, fields: Sequence[str], is_cloze: bool
) -> None:
    faces = make("A B", (question, answer), is_cloze=is_cloze).faces(fields, ("t",), "D", None)
    assert faces
    for face in faces:
        assert face.prompt.strip()
        assert face.answer.strip()
        assert "\x1b" not in "".join((face.prompt, face.answer, face.graded, *face.aliases))
        assert face.graded != face.answer


@settings(max_examples=200)
@given(st.text(max_size=30), st.text(max_size=60))
def test_the_quick_way_and_the_long_way_agree(front: str, back: str) -> None:
    slow = make("Front Back", ("{{text:Front}}", BACK))
    assert BASIC.faces([front, back], (), "D", (0,)) == slow.faces([front, back], (), "D", (0,))


def test_a_template_that_repeats_a_field_without_end_is_cut_short() -> None:
    face = one("{{A}}" * 1_000, "x{{FrontSide}}" * 1_000, A="a" * 50_000, B="b")
    assert len(face.prompt) < 3_000_000
    assert len(face.answer) < 5_000_000


@pytest.mark.parametrize(
    "piece", ["<a ", "[a", "a[", "a[b]", "{{c1::", "<sup>", "<td>", "\\(", "[sound:"]
)
def test_a_broken_field_is_shown_in_no_time(piece: str) -> None:
    question = "{{cloze:A}}{{furigana:A}}{{hint:A}}{{text:A}}"
    note_type = make("A B", (question, "{{A}}{{kana:A}}"), is_cloze=True)
    assert grows_evenly(lambda times: note_type.faces([piece * times, ""], (), "D", (0,)), 10_000)
