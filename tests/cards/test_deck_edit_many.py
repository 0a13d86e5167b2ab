"""Many notes of a deck file changed at once, the rest byte for byte."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overmorrow.cards.deck_edit import all_edited, edited
from overmorrow.cards.deck_file import parse_deck
from overmorrow.cards.note import Note

DECK = """\
---
title: Rivers
---
Prose stays.

Q: one
A: 1
hint: h

# East

Q: two
A:
- a
- b
type: list
<!-- a comment -->

C: The {{Nile}} is long.
note: n


Q: three
A: 3
^abc1234
"""


def changed(note: Note, what: str) -> Note | None:
    match what:
        case "tag":
            return note._replace(tags=(*note.tags, "new"))
        case "hint":
            return note._replace(hint="another")
        case "gone":
            return None
    return note


@given(st.lists(st.sampled_from(["keep", "tag", "hint", "gone"]), min_size=4, max_size=4))
def test_all_at_once_reads_as_each_by_itself(whats: list[str]) -> None:
    parsed = parse_deck(DECK, "deck")
    steps = [
        (line, note, changed(note, what))
        for line, note, what in zip(parsed.lines, parsed.deck.notes, whats, strict=True)
    ]
    text = all_edited(DECK, steps)
    wanted = [after for _, _, after in steps if after is not None]
    assert list(parse_deck(text, "deck").deck.notes) == wanted
    if "gone" not in whats:
        one_by_one = DECK
        for line, before, after in reversed(steps):
            assert after
            one_by_one = edited(one_by_one, line, before, after)
        assert text == one_by_one


def test_a_note_goes_with_the_free_lines_after_it() -> None:
    parsed = parse_deck(DECK, "deck")
    steps = [(parsed.lines[at], parsed.deck.notes[at], None) for at in (0, 2)]
    text = all_edited(DECK, steps)
    assert text == DECK.replace("Q: one\nA: 1\nhint: h\n\n", "").replace(
        "C: The {{Nile}} is long.\nnote: n\n\n\n", ""
    )


def test_a_line_without_a_note_is_refused() -> None:
    with pytest.raises(ValueError, match="line 4"):
        all_edited(DECK, [(4, Note("one", "1"), None)])
