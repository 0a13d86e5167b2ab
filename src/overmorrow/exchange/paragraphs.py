"""Cards typed as plain text: a question, what answers it below, a blank line between cards."""

from collections.abc import Iterator, Sequence

from overmorrow.cards.lines import clean_lines
from overmorrow.cards.note import Note
from overmorrow.cards.problem import ParsedDeck
from overmorrow.exchange.gathering import Gathering

_MOST = 0.8
"""The share of blocks that must look like cards."""
_LONGEST_PROMPT = 400
_SIGNS = ("\t", "|", "::")
_QUESTION = ("?", "？")

_Block = tuple[int, list[str]]


def is_paragraphs(text: str) -> bool:
    """Whether blank lines part cards, or questions and answers that stand by turns."""
    blocks = list(_blocks(text.split("\n")))
    return bool(blocks) and (_are_cards(blocks) or _are_turns(blocks))


def parse_paragraphs(text: str, file_name: str) -> tuple[ParsedDeck, ...]:
    """Read a card a block: its first line asks, the others answer.

    Where each block is one line, a block asks and the next one answers.
    """
    lines, dirty = clean_lines(text)
    gathering = Gathering(file_name)
    for number in dirty:
        gathering.notice(number, "deck.characters_dropped")
    blocks = list(_blocks(lines))
    if not _are_cards(blocks) and _are_turns(blocks):
        turns = zip(blocks[::2], blocks[1::2], strict=True)
        blocks = [(line, [*asked, *answer]) for (line, asked), (_, answer) in turns]
    for line, (prompt, *answer) in blocks:
        if answer:
            note = Note(prompt=prompt.strip(), answer="\n".join(answer).strip())
            gathering.add(line, note)
        else:
            gathering.refuse(line, "deck.table_no_answer", text=prompt[:60])
    return gathering.decks("deck.table_nothing")


def _blocks(lines: Sequence[str]) -> Iterator[_Block]:
    """Yield what stands between blank lines, with its first line."""
    block: list[str] = []
    for at, line in enumerate([*lines, ""], start=1):
        if line.strip():
            block.append(line)
        elif block:
            yield at - len(block), block
            block = []


def _are_cards(blocks: Sequence[_Block]) -> bool:
    """Whether most blocks are a short line with an answer below, and none is a table's row."""
    if len(blocks) < 2:
        return False
    good = sum(len(block) > 1 and _asks(block[0]) for _, block in blocks)
    asked = sum(block[0].rstrip().endswith(_QUESTION) for _, block in blocks)
    is_clear = asked * 2 >= len(blocks) or all(len(block) <= 3 for _, block in blocks)
    return is_clear and good >= _MOST * len(blocks)


def _are_turns(blocks: Sequence[_Block]) -> bool:
    """Whether one-line blocks ask and answer by turns."""
    if len(blocks) < 4 or len(blocks) % 2 or any(len(block) > 1 for _, block in blocks):
        return False
    asked = [block[0].rstrip().endswith(_QUESTION) for _, block in blocks]
    return all(asked[::2]) and not any(asked[1::2])


def _asks(line: str) -> bool:
    return len(line) <= _LONGEST_PROMPT and not any(sign in line.strip() for sign in _SIGNS)
