"""What stands beside proposals, or in place of one: the list, a question, a card like it."""

from collections.abc import Sequence

from overmorrow.jobs.offers import Offer
from overmorrow.jobs.reviewing import Reviewing
from overmorrow.tui import cells
from overmorrow.tui.import_rows import shown
from overmorrow.tui.proposal_rows import (
    LABEL_CELLS,
    View,
    labelled,
    standing_style,
    standing_words,
)
from overmorrow.tui.rows import ACCENT, CHOSEN, EMPTY, MUTED, PLAIN, STRONG, Row, muted

_STANDING_CELLS = 9
_NUMBER_CELLS = 5
_GAP = 4
LIST_HEAD_ROWS = 2
"""The heading of the list, and the free row below it."""


def listed(reviewing: Reviewing, room: int) -> list[int]:
    """Return where the proposals stand among all that a list of so many rows shows."""
    places = reviewing.places
    at = places.index(reviewing.at) if reviewing.at in places else 0
    room -= LIST_HEAD_ROWS
    first = max(0, min(at - room // 2, len(places) - room))
    return places[first : first + room]


def list_rows(reviewing: Reviewing, room: int, view: View) -> list[Row]:
    """Return all shown proposals, the chosen one among them.

    Args:
        reviewing: The proposals.
        room: How many rows there are.
        view: How they are drawn.
    """
    width = view.frame.side_cells - 3
    rows: list[Row] = [((view.say("generate_screen.all_proposals"), STRONG),), EMPTY]
    for place in listed(reviewing, room):
        offer = reviewing.offers.offers[place]
        is_chosen = place == reviewing.at
        words = shown(f"{offer.proposal.answer} · {offer.proposal.prompt}")
        name = cells.pad(words, width - 2 - _STANDING_CELLS)
        end = cells.right(standing_words(offer, view.say), _STANDING_CELLS)
        rows.append(
            (
                ("> " if is_chosen else "  ", ACCENT),
                (name, CHOSEN if is_chosen else PLAIN),
                (end, standing_style(offer)),
            )
        )
    return rows


def asking_rows(question: str, note: str, view: View) -> list[Row]:
    """Return a question, and what is worth knowing before it is answered."""
    frame = view.frame
    indent = " " * frame.start
    rows: list[Row] = [
        ((indent + line, STRONG),) for line in cells.wrap(question, frame.text_cells)
    ]
    return rows + [muted(indent + line) for line in cells.wrap(note, frame.text_cells) if line]


def like_rows(offer: Offer, view: View) -> list[Row]:
    """Return a proposal and the card like it: side by side, or one below the other."""
    if offer.like is None:
        return []
    frame, say = view.frame, view.say
    proposal, like = offer.proposal, offer.like
    answers = " | ".join((proposal.answer, *proposal.aliases))
    ours = (say("generate_screen.this_card"), proposal.prompt, answers, "")
    theirs = (say("generate_screen.other_card"), like.prompt, like.answer, like.deck)
    if frame.small:
        return [*_stacked(ours, view), *_stacked(theirs, view)]
    width = (frame.text_cells - LABEL_CELLS - _GAP) // 2
    names = ("", *(say(f"generate_screen.{name}") for name in ("prompt", "answer", "deck")))
    rows: list[Row] = []
    for name, left, right in zip(names, ours, theirs, strict=True):
        rows += _beside(name, left, right, width, view)
        rows.append(EMPTY)
    return [*rows, muted(" " * frame.value_start + say("generate_screen.like_keys"))]


def _stacked(card: tuple[str, str, str, str], view: View) -> list[Row]:
    title, prompt, answer, _ = card
    width = view.frame.text_cells
    return [
        muted(" " + title),
        *(((" " + line, PLAIN),) for line in cells.wrap(shown(prompt), width)[:2]),
        ((" " + cells.cut(shown(answer), width), STRONG),),
    ]


def _beside(name: str, left: str, right: str, width: int, view: View) -> list[Row]:
    """Return two texts in two columns behind one label."""
    style = STRONG if name == view.say("generate_screen.answer") else PLAIN if name else MUTED
    columns = [cells.wrap(shown(text), width) for text in (left, right)]
    rows: list[Row] = []
    for at in range(max(map(len, columns))):
        texts = [column[at] if at < len(column) else "" for column in columns]
        rows += [
            (
                *labelled(name if at == 0 else "", [cells.pad(texts[0], width)], style, view.frame)[
                    0
                ],
                (" " * _GAP + texts[1], style),
            )
        ]
    return rows


def nothing_rows(reviewing: Reviewing, view: View) -> list[Row]:
    """Return why no proposal is shown: which rule kept out how many."""
    frame, say = view.frame, view.say
    indent = " " * frame.start
    if reviewing.offers.offers:
        return [
            muted(indent + line)
            for line in cells.wrap(say("generate_screen.none_shown"), frame.text_cells)
        ]
    rows: list[Row] = [
        ((indent + line, STRONG),)
        for line in cells.wrap(say("generate_screen.none_at_all"), frame.text_cells)
    ]
    refused = reviewing.offers.refused
    if not refused:
        words = say("generate_screen.nothing_refused")
        return [
            *rows,
            EMPTY,
            *(muted(indent + line) for line in cells.wrap(words, frame.text_cells)),
        ]
    rows += [EMPTY, muted(indent + say("generate_screen.refused_by"))]
    for rule, count in sorted(refused.items(), key=lambda item: -item[1]):
        words = cells.cut(
            say(f"generating.refused_{rule.value}"), frame.text_cells - _NUMBER_CELLS - 2
        )
        number = cells.right(str(count), _NUMBER_CELLS)
        rows.append(((indent + number + "  ", STRONG), (words, PLAIN)))
    return rows


def ended_rows(sentences: Sequence[str], view: View) -> list[Row]:
    """Return what writing did: the first sentence stands out."""
    frame = view.frame
    indent = " " * frame.start
    rows: list[Row] = []
    for number, sentence in enumerate(sentences):
        style = PLAIN if number else STRONG
        rows += [((indent + line, style),) for line in cells.wrap(sentence, frame.text_cells)]
        rows += [] if frame.small else [EMPTY]
    return rows
