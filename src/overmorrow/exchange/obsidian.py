"""Notes of Obsidian with cards for its spaced repetition plugin.

prompt::answer      one way        prompt:::answer     both ways
lines, then ?, then lines          lines, then ??, then lines
a ==gap== or a {{gap}}             #flashcards/a/b is the deck
<!--SR:!2024-03-20,124,270-->      due, days, ease in percent; one group a card
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from overmorrow.cards.cloze import GapError
from overmorrow.cards.lines import clean_lines
from overmorrow.cards.making import keys_of
from overmorrow.cards.note import Note
from overmorrow.cards.past import Past
from overmorrow.cards.problem import ParsedDeck
from overmorrow.exchange.elsewhere import both_ways, day, number, open_gaps, scheduled
from overmorrow.exchange.gathering import Gathering

_SCHEDULE = re.compile(r"<!--[ \t]*SR:([^<>]*)-->")
_STEP = re.compile(r"(?:!|^[ \t]*)(\d{4})-(\d\d)-(\d\d),([\d.]+),([\d.]+)")
_NEVER = 2000
"""The year of the day that stands for a sibling that is new."""
_COMMENT = re.compile(r"[ \t]*<!--[^<>]*-->")
_HEADING = re.compile(r"#{1,6}[ \t]+(?=\S)")
_END_MARKS = ("+++",)
_TAG = re.compile(r"(?<!\S)#flashcards?((?:/[^\s/#,;]+)*/?)(?=\s|$)", re.IGNORECASE)
_HEADER_TAG = re.compile(
    r"^(?:[ \t]*-[ \t]*|tags?:(?:.*[\s,\[])?)[\"'#]*(?:flashcards?|cards(?=/))"
    r"((?:/[^\s/\"',\]]+)*)(?=[\"',\]\s]|$)",
    re.IGNORECASE | re.MULTILINE,
)
_HEADER = re.compile(r"\A\ufeff?---[ \t\r]*\n(?:(?!---).*\n){0,200}---")
_MANY = re.compile(r"^\?\??[ \t]*$", re.MULTILINE)
_ONE = re.compile(r"(?<=\S)[ \t]*::")
_GAP = re.compile(r"==(?=\S)([^=\n]+?)==|\{\{(?:c\d+::)?([^{}\n]+?)\}\}")
_BOLD = re.compile(r"\*\*(?=\S)([^*\n]+?)\*\*()")
_SIGN = re.compile(r"(?<=\S)[ \t]*([-=>→⇒:;|/~<]{2,}+|[→⇒➔])(?=[ \t]*\S)")
_USUAL = ("::", ":::")
_CODE = re.compile(
    r"^[ \t]*(?:```|~~~)[\s\S]*?(?:^[ \t]*(?:```|~~~)[ \t]*$|\Z)|`[^`\n]*`", re.MULTILINE
)
_BLOCK_ID = re.compile(r"\s+\^([0-9A-Za-z-]{1,64})$")
_FENCES = ("```", "~~~")


def is_obsidian(text: str) -> bool:
    """Whether a Markdown file holds cards as the plugin writes them."""
    marked = _is_marked(text)
    if re.search(r"^A:", text, re.MULTILINE) and not marked:
        return False
    if has_schedules(text) or _has_header_tag(text) or _has_usual_signs(text):
        return True
    return marked and bool(_GAP.search(text) or _own_signs(text))


def has_schedules(text: str) -> bool:
    """Whether the plugin has written down when cards are due."""
    return bool(_SCHEDULE.search(text))


def parse_obsidian(text: str, file_name: str) -> tuple[ParsedDeck, ...]:
    """Read the cards of a note; its prose is passed over.

    A `#flashcards` tag on a line of its own names the deck of what follows it; at
    the beginning of a card, of that card.
    """
    lines, dirty = clean_lines(text)
    gathering = Gathering(file_name)
    for number_ in dirty:
        gathering.notice(number_, "deck.characters_dropped")
    is_marked = _is_marked(text)
    reader = _Reader(gathering, signs=_own_signs(text) or _USUAL, has_gaps=is_marked)
    blocks = list(_blocks(lines, reader.read_header(lines)))
    for line, block in _mended(blocks) if is_marked else blocks:
        reader.read(line, block)
    reader.finish()
    return gathering.decks("deck.nothing")


def _has_usual_signs(text: str) -> bool:
    return bool(_MANY.search(text) or _ONE.search(_CODE.sub("", text)))


def _own_signs(text: str) -> tuple[str, str] | tuple[()]:
    """Return the signs for one way and for both that were set in the plugin, if they show.

    One stands in nearly all lines with a schedule; without schedules, in most lines of a
    note that says it holds cards.
    """
    lines = _CODE.sub("x", text).splitlines()
    asked = _asked(lines)
    share = 0.8
    if len(asked) < 2 and not asked and _is_marked(text):
        asked = [line for line in lines if line.strip() and not _HEADING.match(line)]
        share = 0.5
    found = Counter(sign for line in asked for sign in _signs_of(line))
    sign, count = max(found.items(), key=lambda each: (each[1], len(each[0])), default=("", 0))
    if sign in ("", *_USUAL) or count < 2 or count < len(asked) * share:
        return ()
    scheduled = [len(_STEP.findall(line)) for line in lines if _SCHEDULE.search(line)]
    is_long = len(sign) > 2 and sign[:-1] in found and min(scheduled, default=1) > 1
    return (sign[:-1], sign) if is_long else (sign, sign + sign[-1])


def _signs_of(line: str) -> set[str]:
    """Return what could part a question and its answer; of `;;;`, `;;` too."""
    signs = set(_SIGN.findall(line))
    return signs | {sign[:-1] for sign in signs if sign[-2:] == sign[-1] * 2}


def _asked(lines: Sequence[str]) -> list[str]:
    """Return the lines that a schedule ends or stands right below."""
    asked: list[str] = []
    last = ""
    for line in lines:
        bare = _COMMENT.sub("", line).strip()
        if _SCHEDULE.search(line) and (bare or last):
            asked.append(bare or last)
        last = bare
    return asked


def _is_marked(text: str) -> bool:
    """Whether a note says that it holds cards: by a tag, in its header too, or a schedule."""
    return bool(_TAG.search(text)) or has_schedules(text) or _has_header_tag(text)


def _has_header_tag(text: str) -> bool:
    header = _HEADER.match(text)
    return bool(header and _HEADER_TAG.search(header[0]))


def _mended(blocks: Sequence[tuple[int, list[str]]]) -> Iterator[tuple[int, list[str]]]:
    """Yield blocks; a `?` with blank lines about it joins the one above to the one below."""
    held: tuple[int, list[str]] | None = None
    is_open = False
    for line, block in blocks:
        if held and not is_open and block[0].strip() in ("?", "??"):
            held = (held[0], [*held[1], *block])
            is_open = len(block) == 1
        elif held and is_open:
            yield held[0], [*held[1], *block]
            held, is_open = None, False
        else:
            if held:
                yield held
            held = (line, block)
    if held:
        yield held


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


@dataclass(slots=True, kw_only=True)
class _Card:
    """A card that waits for its schedule, which may stand below it."""

    line: int
    note: Note
    deck: str
    schedule: str = ""

    def pasts(self) -> tuple[Past, ...]:
        """Return where its cards stand; one group a card, in order."""
        try:
            keys = keys_of(self.note)
        except GapError:
            return ()
        steps = _STEP.findall(self.schedule)
        found = (_past(key, step) for key, step in zip(keys, steps, strict=False))
        return tuple(past for past in found if past)


def _past(key: str, step: tuple[str, ...]) -> Past | None:
    due = day(int(step[0]), int(step[1]), int(step[2]))
    interval, ease = number(step[3]), number(step[4])
    if due is None or due.year <= _NEVER or interval is None or ease is None:
        return None
    return scheduled(key, due=due, interval_days=interval, ease=ease / 100)


class _Reader:
    """Makes cards of blocks, knowing which deck they fall into."""

    def __init__(
        self, gathering: Gathering, *, signs: tuple[str, str] = _USUAL, has_gaps: bool
    ) -> None:
        self._gathering = gathering
        self._signs = signs
        self._has_gaps = has_gaps
        self._deck = ""
        self._waiting: _Card | None = None

    def read_header(self, lines: Sequence[str]) -> int:
        """Take the deck from the header's tags; return where the text begins."""
        if not lines or lines[0].rstrip() != "---":
            return 0
        end = next((at for at in range(1, len(lines)) if lines[at].rstrip() == "---"), None)
        if end is None:
            return 0
        found = _HEADER_TAG.findall("\n".join(lines[1:end]))
        self._deck = _deck_of(max(found, key=len, default=""))
        return end + 1

    def read(self, line: int, block: Sequence[str]) -> None:
        """Read one block: a card over several lines, or each line that is one."""
        schedules = [" ".join(_SCHEDULE.findall(text)) for text in block]
        texts = [_COMMENT.sub("", text).rstrip() for text in block]
        if not any(texts):
            self._schedule(" ".join(schedules))
            return
        self.finish()
        many = next((at for at, text in enumerate(texts) if text.strip() in ("?", "??")), None)
        if many:
            self._over_lines(line, texts, many)
            self._schedule(" ".join(schedules))
            return
        is_fence = False
        rest: list[str] = []
        for at, text in enumerate(texts):
            is_fence ^= text.lstrip().startswith(_FENCES)
            deck, bare = self._tagged(text)
            if is_fence or not self._one_line(line + at, bare, deck):
                rest.append(text)
                continue
            below = schedules[at + 1] if at + 1 < len(texts) and not texts[at + 1] else ""
            self._schedule(schedules[at] or below)
            schedules[at] = ""
        gap = _GAP if not any(schedules) or _GAP.search("\n".join(rest)) else _BOLD
        if self._has_gaps and self._with_gaps(line, rest, gap):
            self._schedule(" ".join(schedules))

    def finish(self) -> None:
        """Give the card that still waits."""
        if self._waiting:
            card = self._waiting
            self._gathering.add(card.line, card.note, card.deck, pasts=card.pasts())
        self._waiting = None

    def _schedule(self, written: str) -> None:
        if self._waiting and not self._waiting.schedule:
            self._waiting.schedule = written

    def _over_lines(self, line: int, texts: Sequence[str], many: int) -> None:
        deck, first = self._tagged(texts[0])
        above = [_HEADING.sub("", text) for text in (first, *texts[1:many])]
        below = list(texts[many + 1 :])
        while below and below[-1].strip() in ("", *_END_MARKS):
            below.pop()
        answer, file_id = _without_id("\n".join(below).strip())
        pair = ("\n".join(above).strip(), answer)
        self._add(line, pair, deck, both=texts[many].strip() == "??", file_id=file_id)

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
        one, twice = self._signs
        at = hidden.find(one)
        if at < 0 or _GAP.search(hidden[: at + 2] + "}}"):
            return False
        is_both = hidden.startswith(twice, at)
        width = len(twice if is_both else one)
        prompt, answer = text[:at].strip(), text[at + width :].strip()
        if not prompt or not answer:
            return False
        answer, file_id = _without_id(answer)
        prompt = re.sub(r"^(?:[-*+]|\d+\.)\s+", "", prompt)
        self._add(line, (prompt, answer), deck, both=is_both, file_id=file_id)
        return True

    def _add(
        self, line: int, pair: tuple[str, str], deck: str, *, both: bool, file_id: str
    ) -> None:
        prompt, answer = pair
        if prompt and answer:
            faces = both_ways(prompt, answer) if both else ()
            note = Note(prompt=prompt, answer=answer, both=both, file_id=file_id, faces=faces)
            self._wait(line, note, deck)
        else:
            self._gathering.refuse(line, "deck.empty_answer" if prompt else "deck.empty_prompt")

    def _wait(self, line: int, note: Note, deck: str) -> None:
        self.finish()
        self._waiting = _Card(line=line, note=note, deck=deck)

    def _with_gaps(self, line: int, block: Sequence[str], gap: re.Pattern[str]) -> bool:
        """Take a block with gaps in it, outside of code; say whether it was one."""
        if not block:
            return False
        deck, first = self._tagged(block[0])
        text, file_id = _without_id("\n".join([first, *block[1:]]).strip())
        if not gap.search(_CODE.sub("", text)):
            return False
        written = _with_our_gaps(text, gap)
        try:
            faces = open_gaps(written)
        except GapError as error:
            self._gathering.refuse(line, error.key, deck)
            return False
        self._wait(line, Note(prompt=written, is_cloze=True, file_id=file_id, faces=faces), deck)
        return True


def _with_our_gaps(text: str, gap: re.Pattern[str]) -> str:
    """Return a text with its gaps as we write them; code has none."""
    pieces: list[str] = []
    at = 0
    for code in _CODE.finditer(text):
        pieces += [gap.sub(_our_gap, text[at : code.start()]), code[0].replace("{{", "\\{{")]
        at = code.end()
    return "".join([*pieces, gap.sub(_our_gap, text[at:])])


def _our_gap(found: re.Match[str]) -> str:
    return f"{{{{{(found[1] or found[2]).strip()}}}}}"


def _deck_of(path: str) -> str:
    return "::".join(filter(None, path.split("/")))


def _without_id(text: str) -> tuple[str, str]:
    """Return a text without the block's id at its end, and the id."""
    found = _BLOCK_ID.search(text)
    return (text[: found.start()], found[1]) if found else (text, "")
