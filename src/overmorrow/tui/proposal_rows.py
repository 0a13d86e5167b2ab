"""A proposal as rows: its words, where they are from, and what speaks against it."""

from typing import TYPE_CHECKING, NamedTuple

from overmorrow.generation.proposal import BLANK
from overmorrow.jobs.offers import Offer, Standing
from overmorrow.messages import Messages
from overmorrow.stats.plot import bar
from overmorrow.tui import cells
from overmorrow.tui.frame import Frame
from overmorrow.tui.import_rows import shown
from overmorrow.tui.marked_text import Marks, marked_rows, window
from overmorrow.tui.rows import (
    ACCENT,
    BAD,
    CHOSEN,
    EMPTY,
    GOOD,
    MUTED,
    NEAR,
    PLAIN,
    STRONG,
    Piece,
    Row,
    muted,
)

if TYPE_CHECKING:
    from overmorrow.jobs.reviewing import Reviewing

LABEL_CELLS = 8
_PROMPT_ROWS = 3
_BAR_CELLS = 10
_ALIASES_AT = 24
_LEAST_TEXT_ROWS = 3
_MOST_SIBLINGS = 5
_ANSWER_CELLS = 16
_STANDING_CELLS = 8
_NUMBER_CELLS = 4


class View(NamedTuple):
    """How proposals are drawn here."""

    frame: Frame
    say: Messages
    marks: Marks
    ascii_only: bool = False


def standing_words(offer: Offer, say: Messages) -> str:
    """Return what became of a proposal; the score while nothing did."""
    if offer.is_card:
        return say("generate_screen.card")
    if offer.standing is Standing.OPEN:
        return f"{offer.proposal.score:.2f}"
    return say(f"generate_screen.{offer.standing.value}")


def standing_style(offer: Offer) -> str:
    """Return how that is drawn."""
    if offer.standing is Standing.OPEN:
        return MUTED
    return GOOD if offer.standing is Standing.ACCEPTED else BAD


def proposal_rows(reviewing: "Reviewing", room: int, view: View) -> list[Row]:
    """Return the chosen proposal in so many rows.

    Args:
        reviewing: The proposals.
        room: How many rows there are.
        view: How they are drawn.
    """
    offer = reviewing.chosen
    if offer is None:
        return []
    if view.frame.small:
        return _small_rows(reviewing, offer, room, view)
    card = card_rows(offer, view)
    doubts = doubt_rows(offer, view)
    siblings = sibling_rows(reviewing, view)
    gaps = 1 + bool(siblings) + bool(doubts)
    left = room - len(card) - len(doubts) - len(siblings) - gaps - 1
    if left < _LEAST_TEXT_ROWS and siblings:
        siblings = sibling_rows(reviewing, view, most=max(2, len(siblings) + left - 4))
        left = room - len(card) - len(doubts) - len(siblings) - gaps - 1
    rows = [*card, EMPTY, *source_rows(reviewing, offer, max(1, left), view)]
    for block in (siblings, doubts):
        rows += [EMPTY, *block] if block else []
    return rows


def editing_rows(reviewing: "Reviewing", offer: Offer, room: int, view: View) -> list[Row]:
    """Return where a proposal is from, while its words stand in boxes above."""
    doubts = [] if view.frame.small else doubt_rows(offer, view)
    rows = source_rows(reviewing, offer, max(1, room - 1 - len(doubts) - bool(doubts)), view)
    return [*rows, *([EMPTY, *doubts] if doubts else [])]


def _small_rows(reviewing: "Reviewing", offer: Offer, room: int, view: View) -> list[Row]:
    """Return the prompt, the answer and the sentence, and what else there is room for."""
    width = view.frame.text_cells
    proposal = offer.proposal
    rows: list[Row] = [
        ((" " + line, STRONG),) for line in cells.wrap(shown(proposal.prompt), width)[:_PROMPT_ROWS]
    ]
    standing = standing_words(offer, view.say)
    answer = cells.cut(shown(proposal.answer), width - cells.cell_len(standing) - 4)
    gap = max(1, width - 2 - cells.cell_len(answer) - cells.cell_len(standing))
    rows.append(
        ((" > ", ACCENT), (answer, STRONG), (" " * gap, PLAIN), (standing, standing_style(offer)))
    )
    doubts = [(MUTED, name) for name in _doubts(offer, view.say)][:1]
    left = room - len(rows) - len(doubts)
    source = source_rows(reviewing, offer, max(1, left), view)[1:]
    rows += [*([EMPTY] if len(source) < left else []), *source]
    return [*rows, *(((" " + cells.cut(words, width), style),) for style, words in doubts)]


# the card


def card_rows(offer: Offer, view: View) -> list[Row]:
    """Return a proposal's words, of which kind it is and why it was made."""
    frame, say = view.frame, view.say
    proposal = offer.proposal
    prompt = cells.wrap(shown(proposal.prompt), frame.value_cells)
    if len(prompt) > _PROMPT_ROWS:
        prompt = [*prompt[: _PROMPT_ROWS - 1], cells.cut(" ".join(prompt[2:]), frame.value_cells)]
    rows = labelled(say("generate_screen.prompt"), prompt, STRONG, frame)
    return [*rows, *_answer_rows(offer, view), _kind_row(offer, view)]


def labelled(label: str, lines: list[str], style: str, frame: Frame) -> list[Row]:
    """Return lines behind their label."""
    indent = " " * frame.start
    return [
        (
            (indent + cells.pad("" if number else label, LABEL_CELLS), MUTED),
            (line, style),
        )
        for number, line in enumerate(lines)
    ]


def _answer_rows(offer: Offer, view: View) -> list[Row]:
    frame, say = view.frame, view.say
    answer = shown(offer.proposal.answer)
    label = say("generate_screen.answer")
    also = shown(" | ".join(offer.proposal.aliases))
    if not also:
        return labelled(label, cells.wrap(answer, frame.value_cells)[:2], STRONG, frame)
    also_label = cells.pad(
        say("generate_screen.also"), cells.cell_len(say("generate_screen.also")) + 2
    )
    at = max(_ALIASES_AT - LABEL_CELLS, cells.cell_len(answer) + 2)
    if at + cells.cell_len(also_label) + cells.cell_len(also) <= frame.value_cells:
        row = labelled(label, [cells.pad(answer, at)], STRONG, frame)[0]
        return [(*row, (also_label, MUTED), (also, PLAIN))]
    rows = labelled(label, cells.wrap(answer, frame.value_cells)[:2], STRONG, frame)
    line = cells.cut(also, frame.value_cells - cells.cell_len(also_label))
    return [*rows, ((" " * frame.value_start + also_label, MUTED), (line, PLAIN))]


def _kind_row(offer: Offer, view: View) -> Row:
    frame, say = view.frame, view.say
    proposal = offer.proposal
    name = say(f"generating.kind_{proposal.kind.value}")
    form = say("generate_screen.cloze" if proposal.is_cloze else "generate_screen.question")
    score = say("generate_screen.score", score=f"{proposal.score:.2f}")
    length = bar(proposal.score, 1, _BAR_CELLS, ascii_only=view.ascii_only)
    words = f"{name} · {form} · {score} "
    why = say(f"generate_screen.why_{proposal.kind.value}")
    standing = "" if offer.standing is Standing.OPEN else standing_words(offer, say)
    edited = say("generate_screen.edited") if offer.edited else ""
    ends = [word for word in (standing, edited) if word]
    pieces: list[Piece] = [
        (" " * frame.start + cells.pad(say("generate_screen.form"), LABEL_CELLS), MUTED),
        (words, PLAIN),
        (cells.pad(length, _BAR_CELLS) + "  ", ACCENT),
    ]
    if ends:
        return (*pieces, (" · ".join(ends), standing_style(offer)))
    used = sum(cells.cell_len(text) for text, _ in pieces)
    room = frame.start + frame.text_cells - used
    why = f"{say('generate_screen.why')}: {why}"
    return (*pieces, (why, MUTED)) if cells.cell_len(why) <= room else pieces


# where it is from


def source_rows(reviewing: "Reviewing", offer: Offer, room: int, view: View) -> list[Row]:
    """Return a heading and the paragraph, as much of it as there is room for."""
    frame = view.frame
    proposal = offer.proposal
    article = reviewing.offers.article
    at = reviewing.paragraph_of(proposal)
    start, end = proposal.start, proposal.end
    if at < len(article.paragraphs):
        paragraph = article.paragraphs[at]
        start, end = min(start, paragraph.start), max(end, paragraph.end)
    rows = marked_rows(
        article.text[start:end],
        (proposal.start - start, proposal.end - start),
        (proposal.answer_start - start, proposal.answer_end - start),
        view.marks,
        frame.text_cells,
    )
    number = view.say("generate_screen.paragraph", n=reviewing.number_of(proposal))
    indent = " " * frame.start
    return [muted(indent + number), *(((indent, PLAIN), *row) for row in window(rows, room))]


# what is beside it


def sibling_rows(reviewing: "Reviewing", view: View, most: int = _MOST_SIBLINGS) -> list[Row]:
    """Return the proposals of the same sentence; nothing if there are no others."""
    places = reviewing.siblings
    if len(places) < 2:
        return []
    frame, say = view.frame, view.say
    at = places.index(reviewing.at)
    first = max(0, min(at - most // 2, len(places) - most))
    heading = say("generate_screen.same_sentence")
    left_out = len(places) - most
    if left_out > 0:
        heading = f"{heading} · {say('generate_screen.more_of_sentence', n=left_out)}"
    rows: list[Row] = [muted(" " * frame.start + heading)]
    for number, place in list(enumerate(places, 1))[first : first + most]:
        offer = reviewing.offers.offers[place]
        rows.append(_sibling_row(number, offer, view, is_chosen=place == reviewing.at))
    return rows


def sibling_at(reviewing: "Reviewing", room: int, view: View, row: int) -> int | None:
    """Return which proposal of the sentence stands in a row of `proposal_rows`; None if none."""
    rows = proposal_rows(reviewing, room, view)
    if not 0 <= row < len(rows):
        return None
    for number, place in enumerate(reviewing.siblings, 1):
        offer = reviewing.offers.offers[place]
        if rows[row] == _sibling_row(number, offer, view, is_chosen=place == reviewing.at):
            return place
    return None


def _sibling_row(number: int, offer: Offer, view: View, *, is_chosen: bool) -> Row:
    frame = view.frame
    room = frame.text_cells - _NUMBER_CELLS - _ANSWER_CELLS - _STANDING_CELLS
    mark = ">" if is_chosen else " "
    style = CHOSEN if is_chosen else PLAIN
    before = " " * max(0, frame.start - 2) + mark + " "
    return (
        (before, ACCENT),
        (cells.pad(str(number), _NUMBER_CELLS), MUTED),
        (cells.pad(brief(offer.proposal.prompt, room - 2), room - 2), style),
        ("  " + cells.pad(shown(offer.proposal.answer), _ANSWER_CELLS - 2), PLAIN),
        (
            "  " + cells.right(standing_words(offer, view.say), _STANDING_CELLS - 2),
            standing_style(offer),
        ),
    )


def brief(prompt: str, room: int) -> str:
    """Return a prompt for a row of so many cells, its gap in sight if it has one."""
    line = shown(prompt)
    at = line.find(BLANK)
    end = at + len(BLANK) + 1
    if at < 0 or cells.cell_len(line[:end]) < room:
        return line
    first = at
    while first and cells.cell_len(line[first - 1 : end]) < room * 2 // 3:
        first -= 1
    word = line.find(" ", first, at) + 1
    return cells.ELLIPSIS + line[word or first :]


def doubt_rows(offer: Offer, view: View) -> list[Row]:
    """Return what speaks against a proposal, a row each."""
    frame, say = view.frame, view.say
    lines = [cells.cut(words, frame.value_cells) for words in _doubts(offer, say)]
    return labelled(say("generate_screen.doubt"), lines, NEAR, frame)


def _doubts(offer: Offer, say: Messages) -> list[str]:
    found = [say("generate_screen.is_card")] if offer.is_card else []
    if offer.like is not None:
        prompt = cells.cut(shown(offer.like.prompt), 28)
        found.append(say("generate_screen.like", prompt=prompt))
    return found + [say(f"generate_screen.doubt_{doubt.value}") for doubt in offer.proposal.doubts]
