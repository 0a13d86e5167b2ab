import pytest

from overmorrow.exchange.delimited import read_table
from overmorrow.exchange.table_look import TableChoices

TABLE = "낱말,뜻,갈래,덤\nriver,강,물,길다\nlake,호수,물,깊다\nsea,바다,물,넓다\n"


def test_columns_have_the_roles_that_the_learner_gives_them() -> None:
    roles = ("answer", "prompt", "extra", "hint")
    decks, look = read_table(TABLE, "물", TableChoices(headings=True, columns=roles))
    first = decks[0].deck.notes[0]
    assert (first.prompt, first.answer, first.hint) == ("강", "river", "길다")
    assert "물" in first.remark
    assert first.tags == ()
    assert look.columns == roles
    assert look.has_headings


@pytest.mark.parametrize(
    "roles",
    [
        pytest.param(("answer", "prompt"), id="of-another-width"),
        pytest.param(("prompt", "extra", "extra", "extra"), id="without-an-answer"),
        pytest.param((), id="none"),
    ],
)
def test_roles_that_do_not_fit_change_nothing(roles: tuple[str, ...]) -> None:
    told = read_table(TABLE, "물", TableChoices(columns=roles))
    found = read_table(TABLE, "물")
    assert told[1] == found[1]
    assert list(told[0][0].deck.notes) == list(found[0][0].deck.notes)


def test_pair_can_be_turned_round() -> None:
    decks, _ = read_table(
        "river\t강\nlake\t호수\n", "물", TableChoices(columns=("answer", "prompt"))
    )
    assert [(note.prompt, note.answer) for note in decks[0].deck.notes] == [
        ("강", "river"),
        ("호수", "lake"),
    ]
