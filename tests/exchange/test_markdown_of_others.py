"""Markdown written for hashcards, repeater, AnkiOps and Obsidian is read as it was meant."""

import io
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overmorrow.cards.list_item import ListItem
from overmorrow.cards.making import cards_of
from overmorrow.cards.note import AnswerType, Note
from overmorrow.cards.problem import ParsedDeck
from overmorrow.exchange.ankiops import parse_ankiops
from overmorrow.exchange.elsewhere import both_ways, open_gaps
from overmorrow.exchange.hashcards import parse_hashcards
from overmorrow.exchange.obsidian import parse_obsidian
from overmorrow.exchange.reading import read_file


def read(tmp_path: Path, text: str, name: str = "file.md") -> tuple[ParsedDeck, ...]:
    (tmp_path / name).write_text(text, encoding="utf-8")
    return read_file(str(tmp_path / name)).decks


def cards(note: Note) -> list[tuple[str, str]]:
    return [(card.prompt, card.answer) for card in cards_of(note, "", "")]


def test_gaps_in_brackets_are_gaps(tmp_path: Path) -> None:
    (parsed,) = read(
        tmp_path,
        '---\nname = "World"\n---\n\nQ: What?\nA: That\nnotes: not a key here\n\n'
        "C: [Oslo] is the capital of\n[Norway].\n\n---\n\n"
        "C: See [map](u) and $a[1]$: \\[ is [one].\n",
    )

    assert parsed.deck.name == "World"
    assert parsed.problems == ()
    assert parsed.lines == (5, 9, 14)
    first, second, third = parsed.deck.notes
    assert first.answer == "That\nnotes: not a key here"
    assert cards(second) == [
        ("[...] is the capital of\nNorway.", "Oslo"),
        ("Oslo is the capital of\n[...].", "Norway"),
    ]
    assert cards(third) == [("See [map](u) and $a[1]$: [ is [ 1 ].", "one")]


def test_our_own_decks_are_read_as_ever(tmp_path: Path) -> None:
    (parsed,) = read(
        tmp_path, "---\ntitle: T\n---\nQ: a\nA: [b]\ntags: x\n\nC: [1] {{two}} ==three==\n"
    )

    assert (parsed.deck.name, parsed.problems) == ("T", ())
    assert parsed.deck.notes[0].tags == ("x",)
    assert cards(parsed.deck.notes[1]) == [("[1] [ 1 ] ==three==", "two")]


def test_ankiops_labels_are_fields(tmp_path: Path) -> None:
    (parsed,) = read(
        tmp_path,
        "<!-- note_key: 2fd6 -->\n<!-- note_type: AnkiOpsQA -->\nQ: Two\nlines\nA: Answer\n\n"
        "- more\nE: extra\nM: most\n\n---\n\n"
        "<!-- tags: exam, two -->\nT: A {{c1::gap}}\nE: why\n\n---\n\n"
        "Q: Which?\nC1: red\nC2: green\nA: 2\n\n---\n\n"
        "Q: Which two?\nC1: a\nC2: b\nC3: c\nA: 1, 3\n"
        "\n---\n\nF: front\nB: back\n\n---\n\nQ: no answer\n",
        "Deck__Sub.md",
    )

    assert parsed.deck.name == "Deck::Sub"
    assert parsed.deck.notes == (
        Note(prompt="Two\nlines", answer="Answer\n\n- more", remark="extra\nmost", file_id="2fd6"),
        Note(prompt="A {{c1::gap}}", is_cloze=True, remark="why", tags=("exam", "two")),
        Note(
            prompt="Which?",
            answer="green",
            answer_type=AnswerType.CHOICE,
            wrong_choices=("red",),
        ),
        Note(
            prompt="Which two?",
            answer="a, c",
            answer_type=AnswerType.LIST,
            items=(ListItem(text="a"), ListItem(text="c")),
        ),
        Note(prompt="front", answer="back", both=True),
    )
    assert parsed.lines[:2] == (3, 14)
    assert [(each.line, each.key) for each in parsed.problems] == [(39, "deck.no_answer")]


def test_cards_of_obsidian_are_found_among_prose(tmp_path: Path) -> None:
    decks = read(
        tmp_path,
        "---\nsr-due: 2025-02-21\n---\n# Notes\nprose with `code::x` only\n\n"
        "#flashcards/science/physics\n\none::two ^id1\n<!--SR:!2024-03-20,124,270-->\n\n"
        "three:::four <!--SR:!2024-03-20,1,2!2024-03-20,1,2-->\n\n"
        "#flashcards/art five::six\n\n"
        "many\nlines\n?\nof answer\n\n- item\n\nthere\n??\nback\n\n"
        "```\na::b\n```\n\nA ==marked== text with {{braces}}\n",
    )

    assert [parsed.deck.name for parsed in decks] == ["science::physics", "art"]
    assert decks[1].deck.notes == (Note(prompt="five", answer="six"),)
    assert decks[0].deck.notes == (
        Note(prompt="one", answer="two", file_id="id1"),
        Note("three", "four", both=True, faces=both_ways("three", "four")),
        Note(prompt="many\nlines", answer="of answer"),
        Note("there", "back", both=True, faces=both_ways("there", "back")),
        Note(
            "A {{marked}} text with {{braces}}",
            is_cloze=True,
            faces=open_gaps("A {{marked}} text with {{braces}}"),
        ),
    )
    assert cards(decks[0].deck.notes[4]) == [
        ("A [...] text with braces", "marked"),
        ("A marked text with [...]", "braces"),
    ]
    assert decks[0].lines == (9, 12, 16, 23, 31)


@pytest.mark.parametrize(
    ("text", "deck"),
    [
        ("#flashcards\n\na::b\n", "file"),
        ("---\ntags: [flashcards/x/y]\n---\na::b\n", "x::y"),
        ("- a::b\n", "file"),
        ("a\n?\nb\n", "file"),
    ],
)
def test_a_note_without_a_deck_is_named_by_its_file(tmp_path: Path, text: str, deck: str) -> None:
    (parsed,) = read(tmp_path, text)

    assert parsed.deck.name == deck
    assert parsed.deck.notes == (Note(prompt="a", answer="b"),)


def test_a_sign_that_was_set_in_obsidian_shows_by_the_schedules(tmp_path: Path) -> None:
    (parsed,) = read(
        tmp_path,
        "# Notes\n\nProse -> of no kind.\n\n"
        "#brain one ->->-> `two`\n<!--SR:!2023-01-13,74,250-->\n\n"
        "three?->->-> four\n<!--SR:!2023-01-13,74,250-->\n\nfive ->->-> six\n",
    )

    assert [cards(note) for note in parsed.deck.notes] == [
        [("#brain one", "`two`")],
        [("three?", "four")],
        [("five", "six")],
    ]
    assert set(parsed.pasts) == {0, 1}


def test_a_schedule_in_obsidians_older_way_is_kept(tmp_path: Path) -> None:
    (parsed,) = read(tmp_path, "#flashcards\none::two <!--SR:2024-03-20,2.5,270-->\n")

    (past,) = parsed.pasts[0]
    assert date.fromordinal(past.due_day or 1) == date(2024, 3, 20)


def test_a_schedule_of_obsidian_is_kept_card_by_card(tmp_path: Path) -> None:
    (parsed,) = read(
        tmp_path,
        "#flashcards\n\none::two\n<!--SR:!2024-03-20,124,270-->\n\n"
        "three:::four <!--SR:!2024-05-22,1,230!2000-01-01,1,250!2033-03-03,3,333-->\n\n"
        "A {{b}} and ==c== <!--SR:!2000-01-01,1,250!2024-05-25,4.6,270-->\n\n"
        "many\n?\nlines\n+++\n<!--SR:!2024-13-40,1,250-->\n\nfive::six\n\n<!--SR:!2024-03-21,2,250-->\n",
    )

    stands = {
        at: [
            (p.key, date.fromordinal(p.due_day or 1), p.interval_days, p.ease_permille)
            for p in past
        ]
        for at, past in parsed.pasts.items()
    }
    assert stands == {
        0: [("q", date(2024, 3, 20), 124, 2700)],
        1: [("q", date(2024, 5, 22), 1, 2300)],
        2: [("c2", date(2024, 5, 25), 5, 2700)],
        4: [("q", date(2024, 3, 21), 2, 2500)],
    }
    assert parsed.deck.notes[3] == Note("many", "lines")


def test_headings_and_comments_are_no_part_of_a_question(tmp_path: Path) -> None:
    (parsed,) = read(
        tmp_path,
        "---\ntags:\n  - flashcards\n  - flashcards/ai/rag\n---\n\n"
        "## Term <!-- kb:card:1 -->\nWhat is it?\n?\nthat <!-- x -->\n\n"
        "Alone\n\n?\n\n```c\nint a;\n\nint b;\n```\n",
    )

    assert parsed.deck.name == "ai::rag"
    assert parsed.deck.notes == (
        Note("Term\nWhat is it?", "that"),
        Note("Alone", "```c\nint a;\n\nint b;\n```"),
    )


def test_a_file_named_after_its_program_is_one_of_it(tmp_path: Path) -> None:
    (parsed,) = read(tmp_path, "Q: a\nA: b\n", "hashcards_Geology.md")

    assert parsed.deck.name == "Geology"


def test_a_header_that_was_made_to_do_harm_does_none(tmp_path: Path) -> None:
    header = 'name = "Lakes"\na = ' + "[" * 50_000 + "]" * 50_000
    (parsed,) = read(tmp_path, f"---\n{header}\n---\n\nQ: a\nA: b\n")

    assert parsed.deck.name == "Lakes"
    assert [note.answer for note in parsed.deck.notes] == ["b"]


_MARKS = st.text(alphabet=st.sampled_from("QACTF:[]{}=?#-\n `a|!<>$\\"), max_size=60)


@settings(max_examples=200)
@given(_MARKS)
def test_any_text_is_read_or_refused_politely(text: str) -> None:
    for parsed in (
        parse_hashcards(text, "x"),
        *parse_ankiops(text, "x"),
        *parse_obsidian(text, "x"),
    ):
        assert parsed.deck.notes or parsed.refused or parsed.left_out
        assert len(parsed.lines) == len(parsed.deck.notes)


def _notes(tmp_path: Path, text: str) -> list[Note]:
    path = tmp_path / "x.md"
    path.write_text(text, encoding="utf-8")
    file = read_file(str(path))
    assert file.detected.format == "obsidian"
    return [note for parsed in file.decks for note in parsed.deck.notes]


@pytest.mark.parametrize(
    ("one", "both"), [(";;", ";;;"), ("→", "→→"), ("::=", "::=="), (">>", ">>>")]
)
def test_signs_of_the_learners_own_show_by_the_schedules_below_them(
    tmp_path: Path, one: str, both: str
) -> None:
    text = (
        f"---\ntags:\n  - resource\n  - Cards/aws\n---\n# Title\n"
        f"- **a**?{one}b\n<!--SR:!2025-08-27,1,230-->\n"
        f"- c {one} d\n<!--SR:!2025-08-27,1,230-->\n"
        f"- e {one} f :: g\n<!--SR:!2025-08-27,1,230-->\n"
        f"- h {both} i\n<!--SR:!2025-08-27,1,230!2025-08-27,1,230-->\n"
        f"- j {one} k\n"
    )
    notes = _notes(tmp_path, text)
    assert [(note.prompt, note.answer, note.both) for note in notes] == [
        ("**a**?", "b", False),
        ("c", "d", False),
        ("e", "f :: g", False),
        ("h", "i", True),
        ("j", "k", False),
    ]


def test_signs_of_the_learners_own_show_by_how_often_they_are_used(tmp_path: Path) -> None:
    text = "---\ntags: [flashcards/a]\n---\n# T\na;;b\n\nc;;d\n\ne;;f\n"
    assert [(note.prompt, note.answer) for note in _notes(tmp_path, text)] == [
        ("a", "b"),
        ("c", "d"),
        ("e", "f"),
    ]


def test_a_long_sign_is_for_both_ways_where_all_schedules_are_for_two(tmp_path: Path) -> None:
    text = "a;;;b\n<!--SR:!2025-08-27,1,230!2025-08-27,1,230-->\n\n" * 2
    assert [note.both for note in _notes(tmp_path, text)] == [True, True]


def test_gaps_may_stand_above_code(tmp_path: Path) -> None:
    text = (
        "---\ntags:\n  - flashcard/ctf\n---\n### `f`\nIt {{sends}} and {{adds a line}}\n"
        "```py\n# {{ x }}\n\ny = 1\n```\n<!--SR:!2024-12-16,2,230!2024-12-17,3,250-->\n"
    )
    (note,) = _notes(tmp_path, text)
    assert [face.answer for face in note.faces] == ["sends", "adds a line"]
    assert "It [...] and adds a line" in note.faces[0].prompt
    assert "# {{ x }}" in note.faces[0].prompt


def test_bold_words_are_gaps_where_a_schedule_says_so(tmp_path: Path) -> None:
    text = "The **sun** is a star.\n<!--SR:!2024-12-16,2,230-->\n\nA **bold** word.\n"
    assert [note.prompt for note in _notes(tmp_path, text)] == ["The {{sun}} is a star."]


def test_a_card_of_ankiops_shows_the_other_gaps(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_text("T: a {{c1::b}} c {{c1::d}} e {{c2::f}}\n", encoding="utf-8")
    note = read_file(str(path)).decks[0].deck.notes[0]
    assert [(face.prompt, face.answer) for face in note.faces] == [
        ("a [...] c [...] e f", "b, d"),
        ("a b c d e [...]", "f"),
    ]


def test_a_deck_for_anki_comes_by_the_standard_input_too(monkeypatch: pytest.MonkeyPatch) -> None:
    text = '{"name": "d", "notes": [], "note_models": [], "children": []}'
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    assert read_file("-").detected.format == "crowdanki"
