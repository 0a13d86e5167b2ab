"""Cards of org-fc and org-drill are read from their headings."""

from hypothesis import given, settings
from hypothesis import strategies as st

from overmorrow.cards.note import Note
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
        ),
        Note(prompt="Title only", answer="answer below"),
        Note(prompt="The capital {{1:of::hint}} is {{2:Oslo}}", is_cloze=True),
        Note(prompt="The question?", answer="The answer."),
        Note(prompt="The capital of Estonia is {{Tallinn::city}}.", is_cloze=True),
    )
    assert parsed.lines == (4, 16, 18, 22, 27)
    assert [(each.line, each.key) for each in parsed.problems] == [(29, "deck.table_no_answer")]


@settings(max_examples=100)
@given(st.text(alphabet=st.sampled_from("* :fcdrill{}[]|@1\nA"), max_size=60))
def test_any_text_is_read_or_refused_politely(text: str) -> None:
    for parsed in parse_org(text, "x"):
        assert parsed.deck.notes or parsed.refused or parsed.left_out
