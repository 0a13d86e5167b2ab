"""A change to one card changes its lines only, and the file reads as it should."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from overmorrow.cards.deck import Deck
from overmorrow.cards.deck_edit import edited, with_ids
from overmorrow.cards.deck_file import parse_deck, print_deck
from overmorrow.cards.note import Note
from tests.cards.deck_strategies import decks

DECK = """\
---
title: Cities
tags: map
---

Some words about cities.  <!-- kept -->

# East

Q:   What is the capital of Zhejiang?  \t
A: Hangzhou
also: Hang Zhou
note: On the West Lake.
  Marco Polo praised it.
<!-- checked in spring -->

Q: Which rivers meet here?
A:
- Yangtze | Long River
-   Huangpu
- Suzhou Creek
type:   list
^k7f2q9m

---
Prose between cards.

C: Shanghai lies on the {{Yangtze}}.
"""


def parsed(text: str) -> list[Note]:
    deck = parse_deck(text, "deck.md")
    assert not deck.refused
    return list(deck.deck.notes)


def changed(text: str, nth: int, **fields: object) -> str:
    """Return the text with some fields of its nth note changed."""
    deck = parse_deck(text, "deck.md")
    before = deck.deck.notes[nth]
    after = before._replace(**fields)  # type: ignore[arg-type]
    return edited(text, deck.lines[nth], before, after)


def items(text: str, *names: str) -> dict[str, object]:
    """Return what a list has with these items; a name that was there keeps its others."""
    old = {item.text: item for item in parsed(text)[1].items}
    new = tuple(
        old.get(name, next(iter(old.values()))._replace(text=name, aliases=())) for name in names
    )
    return {"items": new, "answer": ", ".join(names)}


@pytest.mark.parametrize(
    ("nth", "fields", "old", "new"),
    [
        pytest.param(0, {"prompt": "Which city?"}, "What is the capital of Zhejiang?",
                     "Which city?", id="prompt-keeps-its-spaces"),
        pytest.param(0, {"answer": "Hangzhou City"}, "A: Hangzhou\n", "A: Hangzhou City\n",
                     id="answer"),
        pytest.param(0, {"aliases": ("Hang Zhou", "杭州")}, "also: Hang Zhou",
                     "also: Hang Zhou | 杭州", id="also"),
        pytest.param(0, {"aliases": ()}, "also: Hang Zhou\n", "", id="also-removed"),
        pytest.param(0, {"remark": "On a lake.\nMarco Polo praised it."}, "On the West Lake.",
                     "On a lake.", id="first-line-of-a-note"),
        pytest.param(0, {"hint": "H…"}, "also: Hang Zhou\n", "also: Hang Zhou\nhint: H…\n",
                     id="hint-added-in-its-place"),
        pytest.param(0, {"suspended": True}, "praised it.\n", "praised it.\nsuspend: yes\n",
                     id="suspended"),
        pytest.param(0, {"file_id": "abc"}, "praised it.\n", "praised it.\n^abc\n", id="id"),
        pytest.param(1, items(DECK, "Yangtze", "Huangpu", "Wusong"), "Suzhou Creek", "Wusong",
                     id="list-item"),
        pytest.param(1, items(DECK, "Yangtze", "Huangpu"), "- Suzhou Creek\n", "",
                     id="list-item-removed"),
        pytest.param(1, items(DECK, "Yangtze", "Wusong", "Huangpu", "Suzhou Creek"),
                     "-   Huangpu", "- Wusong\n-   Huangpu", id="list-item-added"),
        pytest.param(1, {"file_id": ""}, "^k7f2q9m\n", "", id="id-removed"),
        pytest.param(2, {"prompt": "Shanghai lies {{on the}} Yangtze."},
                     "lies on the {{Yangtze}}", "lies {{on the}} Yangtze", id="gaps"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["bare", "BOM"])
def test_only_what_differs_is_changed(
    nth: int, fields: dict[str, object], old: str, new: str, newline: str, mark: str
) -> None:
    text = mark + DECK.replace("\n", newline)

    found = changed(text, nth, **fields)

    assert DECK.count(old) == 1
    assert found == mark + DECK.replace(old, new).replace("\n", newline)


def test_a_note_that_stays_as_it_is_leaves_the_file_as_it_is() -> None:
    assert changed(DECK, 0) == DECK


def test_a_line_without_a_note_is_refused() -> None:
    before = parsed(DECK)[0]
    with pytest.raises(ValueError, match="not in tuple"):
        edited(DECK, 1, before, before._replace(answer="x"))


def test_a_card_mixed_up_with_its_keys_is_printed_anew() -> None:
    text = "Q: a\nA: b\nhint: c\nand more\n\nQ: d\nA: e\n"

    assert changed(text, 0, answer="x") == "Q: a\nA: x\nhint: c\n\nQ: d\nA: e\n"


def test_a_card_at_the_end_without_a_line_break_is_changed_without_one() -> None:
    assert changed("Q: a\nA: b", 0, hint="c") == "Q: a\nA: b\nhint: c"


def test_an_answer_that_would_be_read_as_a_mark_is_escaped() -> None:
    text = changed("Q: a\nA:\nb\nc\n", 0, answer="b\nQ: c")

    assert text == "Q: a\nA:\nb\n\\Q: c\n"


def test_ids_are_put_last_where_there_is_none() -> None:
    lines = parse_deck(DECK, "deck.md").lines

    text = with_ids(DECK, zip(lines, ["aaaaaaa", "bbbbbbb", "ccccccc"], strict=True))

    assert [note.file_id for note in parsed(text)] == ["aaaaaaa", "k7f2q9m", "ccccccc"]
    assert text.replace("^aaaaaaa\n", "").replace("^ccccccc\n", "") == DECK


@st.composite
def _two_of_a_deck(draw: st.DrawFn) -> tuple[Deck, int, Note]:
    """A deck, the place of one of its notes, and another note that could stand there."""
    deck = draw(decks())
    assume(deck.notes)
    at = draw(st.integers(0, len(deck.notes) - 1))
    other = deck.notes[draw(st.integers(0, len(deck.notes) - 1))]
    here = deck.notes[at]
    own = tuple(tag for tag in other.tags if tag != other.section)
    tags = tuple(dict.fromkeys((*deck.tags, *([here.section] if here.section else []), *own)))
    return deck, at, other._replace(tags=tags, section=here.section, file_id=here.file_id)


@settings(max_examples=40, deadline=None)
@given(_two_of_a_deck(), st.sampled_from(["\n", "\r\n", "\r"]), st.booleans())
def test_any_note_can_become_any_other(
    case: tuple[Deck, int, Note], newline: str, is_marked: bool
) -> None:
    deck, at, after = case
    text = ("\ufeff" if is_marked else "") + print_deck(deck).replace("\n", newline)
    before = parse_deck(text, "deck.md")

    found = edited(text, before.lines[at], before.deck.notes[at], after)

    wanted = list(before.deck.notes)
    wanted[at] = after
    assert parsed(found) == wanted
    lines, others = (each.replace(newline, "\n").split("\n") for each in (text, found))
    start = before.lines[at] - 1
    assert others[:start] == lines[:start]
    if at + 1 < len(before.lines):
        rest = lines[before.lines[at + 1] - 1 :]
        assert others[-len(rest) :] == rest
