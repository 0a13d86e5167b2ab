"""Cards from a plain table: prompt, a tab, answer, and if wanted a tab and tags."""

from dataclasses import replace

from overmorrow.cards.deck import Deck
from overmorrow.cards.deck_notes import LONGEST_FIELD
from overmorrow.cards.deck_words import split_commas
from overmorrow.cards.lines import clean_lines
from overmorrow.cards.note import Note
from overmorrow.cards.problem import Harm, ParsedDeck, Problem

_PROMPT_HEADINGS = frozenset(
    ("prompt", "front", "question", "term", "word", "앞", "앞면", "문제", "질문", "단어", "용어")
)
_ANSWER_HEADINGS = frozenset(
    ("answer", "back", "definition", "meaning", "뒤", "뒷면", "정답", "답", "뜻", "의미", "설명")
)


def parse_table(text: str, deck_name: str) -> ParsedDeck:
    """Read a table of two or three columns, with every line that is wrong.

    Blank lines are passed over, and so are comments: lines that begin with
    `# `, or with `#` and hold no tab. A first line of column headings is too,
    and is told about.

    Args:
        text: The table, one card a line.
        deck_name: What the deck will be called.
    """
    lines, dirty = clean_lines(text)
    problems = [
        Problem(line=number, key="deck.characters_dropped", harm=Harm.NOTICE) for number in dirty
    ]
    notes: list[Note] = []
    starts: list[int] = []
    seen = False
    for number, line in enumerate(lines, start=1):
        if not line.strip() or _is_comment(line):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        is_first = not seen
        seen = True
        if is_first and _are_headings(cells):
            problems.append(Problem(line=number, key="deck.table_headings", harm=Harm.NOTICE))
            continue
        problem = _problem(cells, number)
        if problem is None:
            notes.append(_note(cells))
            starts.append(number)
        else:
            problems.append(problem)
    if not notes:
        key = "deck.nothing_left" if seen else "deck.table_nothing"
        problems.append(Problem(line=1, key=key, harm=Harm.FILE))
    problems.sort(key=lambda problem: problem.line)
    deck = Deck(name=deck_name, title=deck_name, notes=tuple(notes))
    left_out = sum(problem.harm is Harm.CARD for problem in problems)
    return ParsedDeck(deck=deck, problems=tuple(problems), lines=tuple(starts), left_out=left_out)


def _is_comment(line: str) -> bool:
    return line.startswith("#") and (line.startswith("# ") or "\t" not in line)


def _are_headings(cells: list[str]) -> bool:
    words = [cell.lower() for cell in cells]
    return len(words) > 1 and words[0] in _PROMPT_HEADINGS and words[1] in _ANSWER_HEADINGS


def _problem(cells: list[str], number: int) -> Problem | None:
    """Return what is wrong with a line, if anything."""
    if len(cells) == 1:
        return Problem(line=number, key="deck.table_no_tab", values={"text": cells[0][:60]})
    if len(cells) > 3:
        return Problem(line=number, key="deck.table_columns", values={"columns": len(cells)})
    if not cells[0]:
        return Problem(line=number, key="deck.empty_prompt")
    if not cells[1]:
        return Problem(line=number, key="deck.table_no_answer", values={"text": cells[0][:60]})
    if max(len(cells[0]), len(cells[1])) > LONGEST_FIELD:
        return Problem(line=number, key="deck.too_long", values={"most": LONGEST_FIELD})
    return None


def _note(cells: list[str]) -> Note:
    note = Note(prompt=cells[0], answer=cells[1])
    return replace(note, tags=split_commas(cells[2])) if len(cells) > 2 else note
