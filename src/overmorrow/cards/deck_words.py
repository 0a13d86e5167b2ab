"""The words and marks of the deck format, shared by its reader and its printer."""

import re
from collections.abc import Iterable

HEADER_KEYS = ("title", "lang", "deck", "source", "tags", "both")
CARD_KEYS = ("also", "type", "not", "both", "hint", "note", "from", "tags", "case", "suspend")
YES = ("yes", "true", "on", "예")
NO = ("no", "false", "off", "아니요")

MARK = re.compile(
    r"(?P<card>[QC]):(?![\\/])"
    r"|(?P<answer>A):(?![\\/])"
    r"|(?P<rule>-{3,})[ \t]*$"
    r"|(?P<heading>\#{1,6})(?:[ \t]|$)"
    r"|(?P<fence>[ ]{0,3}(?:`{3,}(?=[^`]*$)|~{3,}))"
    r"|(?P<comment><!--)"
    r"|\^(?P<id>[0-9A-Za-z_-]{1,64})[ \t]*$"
    r"|(?P<key>[a-z]+):(?:[ \t]|$)"
)
"""What may stand at the start of a line; the group's name says what it is."""

COMMENT_ID = re.compile(r"<!--\s*(?:id|ID|note_key)\s*:\s*([^\s<>]{1,200})\s*-->\s*$")

_IN_BRACKETS = re.compile(r"\[(.*)\]")
_IN_QUOTES = re.compile(r"^([\"'])(.*)\1$")
_ESCAPED_BAR = re.compile(r"\\(\\*\|)")
_BAR = re.compile(r"(\\+)\||(?:(?<= )|^)\|(?= |$)")


def slip_of(word: str, known: Iterable[str]) -> str:
    """Return the known word that `word` misses by one slip, or an empty string.

    Of several, one of the same length is the likelier: `noet` is `note`, not `not`.
    """
    near = (right for right in known if _one_slip(word, right))
    return min(near, key=lambda right: abs(len(word) - len(right)), default="")


def _one_slip(word: str, right: str) -> bool:
    """Whether one letter too many, too few, wrong or swapped lies between the two."""
    if abs(len(word) - len(right)) > 1 or word == right:
        return False
    start = 0
    while start < min(len(word), len(right)) and word[start] == right[start]:
        start += 1
    left, other = word[start:], right[start:]
    swapped = left[:2] == other[:2][::-1] and left[2:] == other[2:]
    return swapped or left[1:] == other[1:] or left[1:] == other or left == other[1:]


def is_mark(line: str) -> bool:
    """Whether a line of text would be taken for something else than text."""
    found = MARK.match(line)
    if found is None:
        return False
    word = found["key"]
    return not word or word in CARD_KEYS or bool(slip_of(word, CARD_KEYS))


def escape_line(line: str) -> str:
    """Return the line as it must be written to be read as text."""
    return "\\" + line if is_mark(line.lstrip("\\")) else line


def unescape_line(line: str) -> str:
    """Return the text that a written line stands for."""
    if line.startswith("\\") and is_mark(line.lstrip("\\")):
        return line[1:]
    return line


def closing_fence(opening: str, lines: list[str], start: int) -> int | None:
    """Return the index of the line that closes a fence, looking from `start` on."""
    marks = opening.strip()
    length = len(marks) - len(marks.lstrip(marks[0]))
    end = re.compile(rf" {{0,3}}{re.escape(marks[0])}{{{length},}}[ \t]*$")
    return next((at for at in range(start, len(lines)) if end.match(lines[at])), None)


def split_bars(value: str) -> tuple[str, ...]:
    r"""Return the parts between ` | `; a bar in a part is written `\|`."""
    if "|" not in value:
        return (value.strip(),) if value.strip() else ()
    padded = f" {value} "
    parts: list[str] = []
    start = 0
    while (bar := padded.find(" | ", start)) >= 0:
        parts.append(padded[start:bar].strip())
        start = bar + 2
    parts.append(padded[start:].strip())
    if "\\|" in value:
        parts = [_ESCAPED_BAR.sub(r"\1", part) for part in parts]
    return tuple(part for part in parts if part)


def join_bars(parts: Iterable[str]) -> str:
    """Return the parts as `split_bars` reads them."""
    return " | ".join(_BAR.sub(r"\\\g<0>", part) for part in parts)


def split_tags(value: str) -> tuple[str, ...]:
    """Return the tags between commas, each once; as in YAML they may stand in brackets."""
    if not value:
        return ()
    listed = _IN_BRACKETS.fullmatch(value.strip())
    parts = (part.strip() for part in (listed[1] if listed else value).split(","))
    tags = (_IN_QUOTES.sub(r"\2", part) if listed else part for part in parts)
    return tuple(dict.fromkeys(tag for tag in tags if tag))


def join_tags(tags: Iterable[str]) -> str:
    """Return tags as `split_tags` reads them."""
    parts = list(tags)
    joined = ", ".join(parts)
    if not _IN_BRACKETS.fullmatch(joined):
        return joined
    quoted = (_IN_QUOTES.sub(r'"\g<0>"', part) for part in parts)
    return f"[{', '.join(quoted)}]"


def reads_as_list(text: str) -> bool:
    """Whether an answer without a type is a list: two or more lines, each an item."""
    return is_items(text) and text.count("\n- ") > 0


def is_items(text: str) -> bool:
    """Whether each line begins with `- `, or is indented and goes on with one."""
    if not text.startswith("- "):
        return False
    return all(line.startswith(("- ", "  ", "\t")) for line in text.split("\n") if line.strip())
