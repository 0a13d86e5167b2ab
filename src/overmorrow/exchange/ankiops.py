"""Decks of AnkiOps: Markdown with a label before each field and `---` between notes."""

import re
from collections.abc import Sequence

from overmorrow.cards.lines import clean_lines
from overmorrow.cards.list_item import ListItem
from overmorrow.cards.note import AnswerType, Note
from overmorrow.cards.problem import ParsedDeck
from overmorrow.exchange.gathering import Gathering

_LABEL = re.compile(r"(Q|A|T|THA|F|B|I|E|M|S|AI|C\d{1,2}):(?:[ \t]+|$)")
_COMMENT = re.compile(r"<!--\s*(note_key|note_type|note_id|deck_id|tags)\s*:\s*(.*?)\s*-->\s*$")
_MINE = re.compile(
    r"^<!--\s*note_(?:key|type|id):.*\n(?:<!--.*\n){0,5}(?:Q|T|THA|F):"
    r"|^(?:T|THA|F|C1):[ \t]+\S",
    re.MULTILINE,
)
_EXTRA = re.compile(r"^[EM]:[ \t]+\S", re.MULTILINE)
_RULE = re.compile(r"^---[ \t]*$", re.MULTILINE)
_REMARKS = ("E", "M", "S", "AI")


def is_ankiops(text: str) -> bool:
    """Whether the labels before the fields are theirs."""
    return bool(_MINE.search(text) or (_EXTRA.search(text) and _RULE.search(text)))


def parse_ankiops(text: str, file_name: str) -> tuple[ParsedDeck, ...]:
    """Read a deck; `__` in the file's name parts its levels."""
    lines, dirty = clean_lines(text)
    gathering = Gathering(file_name.replace("__", "::"))
    for number in dirty:
        gathering.notice(number, "deck.characters_dropped")
    block: list[str] = []
    start = 0
    in_fence = False
    for at, line in enumerate([*lines, "---"]):
        in_fence ^= line.lstrip().startswith("```")
        if line.rstrip() == "---" and (not in_fence or at == len(lines)):
            _Block(block, start).add_to(gathering)
            block, start = [], at + 1
        else:
            block.append(line)
    return gathering.decks("deck.nothing")


class _Block:
    """What stands between two rules: one note."""

    def __init__(self, lines: Sequence[str], start: int) -> None:
        self._fields: dict[str, list[str]] = {}
        self._comments: dict[str, str] = {}
        self._line = start + 1
        label = ""
        for at, line in enumerate(lines):
            comment = _COMMENT.match(line)
            found = _LABEL.match(line)
            if comment and not label:
                self._comments[comment[1]] = comment[2]
            elif found:
                label = found[1]
                self._line = self._line if self._fields else start + at + 1
                self._fields.setdefault(label, []).append(line[found.end() :])
            elif label:
                self._fields[label].append(line)

    def add_to(self, gathering: Gathering) -> None:
        """Give the note, if the labels make one."""
        gaps = self._text("T") or self._text("THA")
        prompt = self._text("Q") or self._text("F")
        answer = self._text("A") or self._text("B") or self._text("I")
        if not self._fields:
            return
        if not gaps and not prompt:
            gathering.refuse(self._line, "deck.empty_prompt")
        elif not gaps and not answer:
            gathering.refuse(self._line, "deck.no_answer")
        else:
            gathering.add(self._line, self._note(gaps or prompt, "" if gaps else answer))

    def _note(self, prompt: str, answer: str) -> Note:
        choices = [self._text(label) for label in self._fields if label[1:].isdigit()]
        kind, items, wrong = _choice(choices, answer)
        answer = ", ".join(items) or answer
        return Note(
            prompt=prompt,
            answer=answer,
            is_cloze=not answer,
            answer_type=kind,
            items=tuple(ListItem(text=text) for text in items) if kind.is_list else (),
            wrong_choices=wrong,
            both="F" in self._fields and "Q" not in self._fields and bool(answer),
            remark="\n".join(filter(None, map(self._text, _REMARKS))),
            tags=tuple(re.split(r"[,\s]+", self._comments["tags"])) if self._tagged else (),
            file_id=self._comments.get("note_key", ""),
        )

    @property
    def _tagged(self) -> bool:
        return bool(self._comments.get("tags"))

    def _text(self, label: str) -> str:
        return "\n".join(self._fields.get(label, ())).strip()


def _choice(
    choices: Sequence[str], answer: str
) -> tuple[AnswerType, tuple[str, ...], tuple[str, ...]]:
    """Return the kind of a question, of its choices the right ones, and the wrong ones."""
    numbers = {int(word) for word in re.findall(r"\d{1,2}", answer)}
    right = tuple(text for at, text in enumerate(choices, start=1) if at in numbers)
    wrong = tuple(text for at, text in enumerate(choices, start=1) if at not in numbers)
    if len(right) == 1 and wrong:
        return AnswerType.CHOICE, right, wrong
    if len(right) > 1:
        return AnswerType.LIST, right, ()
    return AnswerType.TEXT, (), ()
