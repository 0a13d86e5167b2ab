"""Cards of org-fc and org-drill are read from their headings."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from overmorrow.cards.note import Note
from overmorrow.exchange.elsewhere import both_ways
from overmorrow.exchange.org import parse_org

TEXT = """\
#+TITLE: Cards
* Section
Prose.
** What is it?                                                  :fc:geo:
:PROPERTIES:
:FC_CREATED: 2020-01-01
:FC_TYPE: double
:ID:       4ffe66a7
:END:
:REVIEW_DATA:
| position | ease | box | interval | due |
:END:
more of the front
*** Back
the back
** Title only :fc:
answer below
** The capital {{of}{hint}@0} is {{Oslo}@1} :fc:
:PROPERTIES:
:FC_TYPE: cloze
:END:
** Item :drill:
SCHEDULED: <2024-01-01>
The question?
*** Answer
The answer.
** Gap :drill:
The capital of Estonia is [Tallinn||city].
** Empty :fc:
"""


def test_tagged_headings_are_cards() -> None:
    (parsed,) = parse_org(TEXT, "x")

    assert parsed.deck.notes == (
        Note(
            prompt="What is it?\nmore of the front",
            answer="the back",
            both=True,
            tags=("geo",),
            file_id="4ffe66a7",
            faces=both_ways("What is it?\nmore of the front", "the back"),
        ),
        Note(prompt="Title only", answer="answer below"),
        Note(prompt="The capital {{1:of::hint}} is {{2:Oslo}}", is_cloze=True),
        Note(prompt="The question?", answer="The answer."),
        Note(prompt="The capital of Estonia is {{Tallinn::city}}.", is_cloze=True),
    )
    assert parsed.lines == (4, 16, 18, 22, 27)
    assert [(each.line, each.key) for each in parsed.problems] == [(29, "deck.table_no_answer")]


def test_both_programs_tell_where_their_cards_stand() -> None:
    (parsed,) = parse_org(
        "* A :fc:\n:PROPERTIES:\n:FC_TYPE: double\n:END:\n:REVIEW_DATA:\n"
        "| position | ease | box | interval | due                  |\n"
        "|----------+------+-----+----------+----------------------|\n"
        "| front    |  2.5 |   0 |        0 | 2020-11-06T10:40:17Z |\n"
        "| back     |  2.8 |   2 |    123.4 | 2021-03-09T10:40:20Z |\n:END:\nb\n"
        "* Hot :drill:\nSCHEDULED: <2026-09-28 Mon>\n:PROPERTIES:\n:DRILL_LAST_INTERVAL: 6.0\n"
        ":DRILL_TOTAL_REPEATS: 4\n:DRILL_FAILURE_COUNT: 1\n:DRILL_EASE: 2.36\n:END:\ncold\n"
        "* New :drill:\nold\n",
        "x",
    )

    (back,), (hot,) = parsed.pasts[0], parsed.pasts[1]
    assert (back.key, back.interval_days, back.ease_permille, back.repetitions) == (
        "r", 123, 2800, 2)  # fmt: skip
    assert back.due_day == date(2021, 3, 9).toordinal()
    assert (hot.key, hot.interval_days, hot.ease_permille, hot.lapses) == ("q", 6, 2360, 1)
    assert hot.due_day == date(2026, 9, 28).toordinal()
    assert set(parsed.pasts) == {0, 1}


def test_two_sides_are_asked_for_with_the_words_above_them() -> None:
    (parsed,) = parse_org(
        "* Today :drill:\n:PROPERTIES:\n:DRILL_CARD_TYPE: twosided\n:END:\nTranslate.\n"
        "** English\nToday\n** Spanish\nHoy\n",
        "x",
    )

    assert [(face.prompt, face.answer) for face in parsed.deck.notes[0].faces] == [
        ("Translate.\nToday", "Hoy"),
        ("Translate.\nHoy", "Today"),
    ]


def test_gaps_that_cannot_be_read_are_told_by_line() -> None:
    text = "* a :drill:\n[b {{ c] and [d]\n* e :drill:\nf {{ g [h] and [i]\n"

    (parsed,) = parse_org(text, "x")

    assert [(each.line, each.key) for each in parsed.problems] == [(1, "deck.gap_nested")]
    (note,) = parsed.deck.notes
    assert note.prompt == "f \\{{ g {{h}} and {{i}}"
    assert note.faces[0].prompt == "f {{ g [...] and i"


def test_a_link_is_no_gap() -> None:
    (parsed,) = parse_org("* A :drill:\nthe [target] or [[https://x.y][link]] here\n", "x")

    assert parsed.deck.notes[0].prompt == "the {{target}} or [[https://x.y][link]] here"


@settings(max_examples=100)
@given(st.text(alphabet=st.sampled_from("* :fcdrill{}[]|@1\nA"), max_size=60))
def test_any_text_is_read_or_refused_politely(text: str) -> None:
    for parsed in parse_org(text, "x"):
        assert parsed.deck.notes or parsed.refused or parsed.left_out
