"""SuperMemo's questions and answers are read from text."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from overmorrow.cards.note import Note
from overmorrow.exchange.supermemo import is_supermemo, parse_supermemo

TEXT = (
    "Q: 1 &#33267;\r\nQ: 2\r\nA: x\r\nA: <b>y</b>\r\nI: REP=8 LAP=0 EF=3.2 INT=429\r\nO: 36\r\n\r\n"
    "Q: alone\r\nA:\r\n\r\nQ: 5\r\ngoes on\r\nA: 2\r\nQ: 6\r\nA: 3"
)


def test_lines_of_one_kind_make_one_text() -> None:
    (parsed,) = parse_supermemo(TEXT, "x")

    assert is_supermemo(TEXT)
    assert parsed.deck.notes == (
        Note(prompt="1 至\n2", answer="x\ny"),
        Note(prompt="5\ngoes on", answer="2"),
        Note(prompt="6", answer="3"),
    )
    assert parsed.lines == (1, 11, 14)
    assert [(each.line, each.key) for each in parsed.problems] == [
        (8, "deck.table_no_answer"),
    ]


def test_a_schedule_is_kept_when_it_says_when() -> None:
    (parsed,) = parse_supermemo(
        "Q: 1\nA: a\nI: REP=8 LAP=2 EF=3.200 UF=2.370 INT=429 LAST=27.01.06\n\n"
        "Q: 2\nA: b\nI: REP=0 LAP=0 EF=3.2 UF=2.3 INT=429 LAST=27.01.06\n\n"
        "Q: 3\nA: c\nI: REP=1 LAP=2 EF=3.200 UF=2.370 INT=429 LAST=0\n",
        "x",
    )

    ((past,),) = parsed.pasts.values()
    assert past.due_day == date(2006, 1, 27).toordinal() + 429
    assert (past.interval_days, past.ease_permille) == (429, 3200)
    assert (past.repetitions, past.lapses) == (8, 2)


def test_our_own_text_is_not_taken_for_it() -> None:
    assert not is_supermemo("Q: one\nA: two\n\nQ: three\nA: four\nmore\n")


@settings(max_examples=100)
@given(st.text(alphabet=st.sampled_from("QAIO: \n<a&;"), max_size=50))
def test_any_text_is_read_or_refused_politely(text: str) -> None:
    for parsed in parse_supermemo(text, "x"):
        assert parsed.deck.notes or parsed.refused or parsed.left_out
