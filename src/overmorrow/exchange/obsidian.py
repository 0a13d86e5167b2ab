"""Notes of Obsidian with cards for its spaced repetition plugin.

prompt::answer      one way        prompt:::answer     both ways
lines, then ?, then lines          lines, then ??, then lines
a ==gap== or a {{gap}}             #flashcards/a/b is the deck
"""

import re
from collections.abc import Iterator, Sequence

from overmorrow.cards.lines import clean_lines
from overmorrow.cards.note import Note
from overmorrow.cards.problem import ParsedDeck
from overmorrow.exchange.gathering import Gathering

_SCHEDULE = re.compile(r"<!--[ \t]*SR:[^<>]*-->")
_TAG = re.compile(r"(?<!\S)#flashcards((?:/[^\s/#,;]+)*/?)(?=\s|$)", re.IGNORECASE)
_HEADER_TAG = re.compile(r"#?flashcards((?:/[^\s/\"',\]]+)*)", re.IGNORECASE)
_MANY = re.compile(r"^\?\??[ \t]*$", re.MULTILINE)
_ONE = re.compile(r"(?<=\S)[ \t]*::")
_GAP = re.compile(r"==(?=\S)([^=\n]+?)==|\{\{(?:c\d+::)?([^{}\n]+?)\}\}")
_CODE = re.compile(r"`[^`\n]*`")
_BLOCK_ID = re.compile(r"\s+\^([0-9A-Za-z-]{1,64})$")
_FENCES = ("```", "~~~")


def is_obsidian(text: str) -> bool:
    """Whether a Markdown file holds cards as the plugin writes them."""
    marked = bool(_TAG.search(text) or _SCHEDULE.search(text))
    if re.search(r"^A:", text, re.MULTILINE) and not marked:
        return False
    if _MANY.search(text) or _ONE.search(_CODE.sub("", text)):
        return True
    return marked and bool(_GAP.search(text))


def parse_obsidian(text: str, file_name: str) -> tuple[ParsedDeck, ...]:
    """Read the cards of a note; its prose is passed over.

    A `#flashcards` tag on a line of its own names the deck of what follows it; at
    the beginning of a card, of that card.
    """
    lines, dirty = clean_lines(text)
    gathering = Gathering(file_name)
    for number in dirty:
        gathering.notice(number, "deck.characters_dropped")
    reader = _Reader(gathering, has_gaps=bool(_TAG.search(text) or _SCHEDULE.search(text)))
    start = reader.read_header(lines)
    for line, block in _blocks(lines, start):
        reader.read(line, block)
    return gathering.decks("deck.nothing")


def _blocks(lines: Sequence[str], start: int) -> Iterator[tuple[int, list[str]]]:
    """Yield what stands between blank lines, with its first line; a fence holds together."""
    block: list[str] = []
    fence = ""
    for at in range(start, len(lines)):
        line = lines[at]
        if fence:
            fence = "" if line.strip().startswith(fence) else fence
        elif line.lstrip().startswith(_FENCES):
            fence = line.strip()[:3]
        if line.strip() or fence:
            block.append(line)
        elif block:
            yield at + 1 - len(block), block
            block = []
    if block:
        yield len(lines) + 1 - len(block), block


class _Reader:
    """Makes cards of blocks, knowing which deck they fall into."""

    def __init__(self, gathering: Gathering, *, has_gaps: bool) -> None:
        self._gathering = gathering
        self._has_gaps = has_gaps
        self._deck = ""

    def read_header(self, lines: Sequence[str]) -> int:
        """Take the deck from the header's tags; return where the text begins."""
        if not lines or lines[0].rstrip() != "---":
            return 0
        end = next((at for at in range(1, len(lines)) if lines[at].rstrip() == "---"), None)
        if end is None:
            return 0
        found = _HEADER_TAG.search("\n".join(lines[1:end]))
        self._deck = _deck_of(found[1]) if found else ""
        return end + 1

    def read(self, line: int, block: Sequence[str]) -> None:
        """Read one block: a card over several lines, or each line that is one."""
        texts = [_SCHEDULE.sub("", text).rstrip() for text in block]
        many = next((at for at, text in enumerate(texts) if text.strip() in ("?", "??")), None)
        if many:
            deck, first = self._tagged(texts[0])
            prompt = "\n".join([first, *texts[1:many]]).strip()
            answer, file_id = _without_id("\n".join(texts[many + 1 :]).strip())
            pair = (prompt, answer)
            self._add(line, pair, deck, both=texts[many].strip() == "??", file_id=file_id)
            return
        is_fence = False
        rest: list[str] = []
        for at, text in enumerate(texts):
            is_fence ^= text.lstrip().startswith(_FENCES)
            deck, bare = self._tagged(text)
            if is_fence or not self._one_line(line + at, bare, deck):
                rest.append(text)
        if self._has_gaps:
            self._with_gaps(line, rest)

    def _tagged(self, text: str) -> tuple[str, str]:
        """Return the deck a line falls into, and the line without its tag."""
        found = _TAG.search(text)
        if found is None:
            return self._deck, text
        deck = _deck_of(found[1])
        bare = (text[: found.start()] + text[found.end() :]).strip()
        if not bare:
            self._deck = deck
        return deck, bare

    def _one_line(self, line: int, text: str, deck: str) -> bool:
        """Take a line with `::` in it, and say whether it was one."""
        hidden = _CODE.sub(lambda found: " " * len(found[0]), text)
        at = hidden.find("::")
        if at < 0 or _GAP.search(hidden[: at + 2] + "}}"):
            return False
        width = 3 if hidden.startswith(":::", at) else 2
        prompt, answer = text[:at].strip(), text[at + width :].strip()
        if not prompt or not answer:
            return False
        answer, file_id = _without_id(answer)
        prompt = re.sub(r"^(?:[-*+]|\d+\.)\s+", "", prompt)
        self._add(line, (prompt, answer), deck, both=width == 3, file_id=file_id)
        return True

    def _add(
        self, line: int, pair: tuple[str, str], deck: str, *, both: bool, file_id: str
    ) -> None:
        prompt, answer = pair
        if prompt and answer:
            note = Note(prompt=prompt, answer=answer, both=both, file_id=file_id)
            self._gathering.add(line, note, deck)
        else:
            self._gathering.refuse(line, "deck.empty_answer" if prompt else "deck.empty_prompt")

    def _with_gaps(self, line: int, block: Sequence[str]) -> None:
        """Take a block with gaps in it, outside of fences."""
        if not block or any(text.lstrip().startswith(_FENCES) for text in block):
            return
        deck, first = self._tagged(block[0])
        text, file_id = _without_id("\n".join([first, *block[1:]]).strip())
        if not _GAP.search(_CODE.sub("", text)):
            return
        written = _GAP.sub(lambda found: f"{{{{{(found[1] or found[2]).strip()}}}}}", text)
        self._gathering.add(line, Note(prompt=written, is_cloze=True, file_id=file_id), deck)


def _deck_of(path: str) -> str:
    return "::".join(filter(None, path.split("/")))


def _without_id(text: str) -> tuple[str, str]:
    """Return a text without the block's id at its end, and the id."""
    found = _BLOCK_ID.search(text)
    return (text[: found.start()], found[1]) if found else (text, "")
