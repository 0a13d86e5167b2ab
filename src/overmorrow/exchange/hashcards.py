"""Decks of hashcards and repeater: `Q:`, `A:` and `C:` as ours, but gaps in `[…]`."""

import re
from dataclasses import replace

from overmorrow.cards.deck_file import parse_deck
from overmorrow.cards.deck_words import MARK, escape_line
from overmorrow.cards.lines import clean_lines
from overmorrow.cards.note import Note
from overmorrow.cards.problem import ParsedDeck
from overmorrow.errors import FileError
from overmorrow.exchange.elsewhere import open_gaps
from overmorrow.exchange.nesting import read_toml

_START = re.compile(r"([QCA]):(?![\\/])|-{3,}[ \t]*$")
_GAP_CARD = re.compile(r"^C:", re.MULTILINE)
_TOML_NAME = re.compile(r"\A\ufeff?---[ \t\r]*\n(?:(?!---).*\n)*?name[ \t]*=[ \t]*[\"']")
_OWN_NAME = re.compile(r"(?:hashcards|repeater)[ _-]+(?=\S)", re.IGNORECASE)
_PIECE = re.compile(
    r"(?P<kept>\$\$[^$]*\$\$|\$[^$\n]+\$|`[^`\n]*`|!\[[^\[\]]*\]|\[[^\[\]]*\]\([^()\s]*\)|\[\[[^\[\]]*\]\])"
    r"|\\(?P<sign>[\[\]])"
    r"|\[(?P<gap>(?:[^\[\]\\]|\\.)+)\]",
    re.DOTALL,
)
"""What a bracket can be: mathematics, code, a picture, a link, a sign, or a gap."""


def is_hashcards(text: str, file_name: str = "") -> bool:
    """Whether a file of `Q:` and `C:` lines is theirs.

    It says so in its name, has a name in TOML, or gaps in brackets.
    """
    if _TOML_NAME.match(text) or _OWN_NAME.match(file_name):
        return True
    return "{{" not in text and bool(_GAP_CARD.search(text)) and "[" in text


def parse_hashcards(text: str, file_name: str) -> ParsedDeck:
    """Read a deck as ours, once its gaps and its header are written as we write them.

    Of several gaps a card hides one and shows the others.
    """
    lines, _ = clean_lines(text)
    name, start = _header(lines)
    written = [""] * start
    block: list[str] = []
    kind = ""
    for line in [*lines[start:], "---"]:
        found = _START.match(line)
        if found:
            written += _written(block, kind)
            block, kind = [], found[1] or ""
        block.append(line)
    parsed = parse_deck("\n".join(written), name or _OWN_NAME.sub("", file_name, count=1))
    notes = tuple(map(_as_theirs, parsed.deck.notes))
    return replace(parsed, deck=replace(parsed.deck, notes=notes))


def _as_theirs(note: Note) -> Note:
    return note._replace(faces=open_gaps(note.prompt)) if note.is_cloze else note


def _header(lines: list[str]) -> tuple[str, int]:
    """Return the deck's name as a TOML header gives it, and where the cards begin."""
    if not lines or lines[0].rstrip() != "---":
        return "", 0
    ends = (at for at in range(1, len(lines)) if lines[at].rstrip() == "---")
    end = next(ends, 0)
    try:
        name = read_toml("\n".join(lines[1:end]), "").get("name", "") if end else ""
    except FileError:
        return "", 0
    return (name, end + 1) if isinstance(name, str) and name.strip() else ("", 0)


def _written(block: list[str], kind: str) -> list[str]:
    """Return a card's lines as our format has them."""
    if not kind:
        return block
    if kind == "C":
        block = _PIECE.sub(_replaced, "\n".join(block)).split("\n")
    return [block[0], *map(_as_text, block[1:])]


def _replaced(found: re.Match[str]) -> str:
    if found["gap"]:
        text = found["gap"].strip()
        return f"{{{{{text}}}}}" if text else found[0]
    return found["sign"] or found["kept"]


def _as_text(line: str) -> str:
    """Escape a line that would describe the card in our format and is text in theirs."""
    mark = MARK.match(line)
    return escape_line(line) if mark and mark.lastgroup in ("key", "id") else line
