"""Gaps in a text: `{{x | other name::hint}}`, `{{2:x}}`, and Anki's `{{c1::x::hint}}`."""

import re
from dataclasses import dataclass, replace

from overmorrow.cards.deck_words import split_bars

_GROUP = re.compile(r"c(\d{1,9}(?:,\d{1,9})*)::|(\d{1,9})::?")
_MOST_GROUPS = 500


class GapError(ValueError):
    """A text whose gaps cannot be read; `key` names the message that says why."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One hidden piece of a text."""

    start: int
    end: int
    """Where its marks begin and end in the text."""
    text: str
    aliases: tuple[str, ...] = ()
    """Other answers that count in full."""
    hint: str = ""
    groups: tuple[int, ...] = ()
    """The cards that hide it; gaps of one group are hidden together."""


def read_gaps(text: str) -> tuple[Gap, ...]:
    r"""Return the gaps of a text in order, each with its groups.

    A leading `N:` is always a group; gaps without one get the lowest numbers
    that are free, in order. Other names follow after ` | `, except in Anki's
    form, whose text is taken as it is. `\{{` is no gap.

    Raises:
        GapError: A gap is not closed, empty, inside another, or there is none; or there
            are so many that their cards could not be gone through.
    """
    gaps: list[Gap] = []
    at = 0
    while (start := text.find("{{", at)) >= 0:
        at = start + 2
        if text[start - 1 : start] != "\\":
            end = _end_of_gap(text, start)
            gaps.append(_gap(text, start, end))
            at = end
    if not gaps:
        raise GapError("deck.no_gap")
    return _numbered(gaps)


def groups_of(gaps: tuple[Gap, ...]) -> tuple[int, ...]:
    """Return the groups in rising order; each makes one card."""
    return tuple(sorted({group for gap in gaps for group in gap.groups}))


def hidden(text: str, gaps: tuple[Gap, ...], group: int) -> str:
    """Return the text with all gaps hidden and the group's own marked by its rank."""
    rank = groups_of(gaps).index(group) + 1
    boxes = [_box(gap, rank) if group in gap.groups else "[ ··· ]" for gap in gaps]
    return _replaced(text, gaps, boxes)


def filled(text: str, gaps: tuple[Gap, ...]) -> str:
    """Return the text with all gaps filled in."""
    return _replaced(text, gaps, [gap.text for gap in gaps])


def _box(gap: Gap, rank: int) -> str:
    return f"[ {rank}: {gap.hint} ]" if gap.hint else f"[ {rank} ]"


def _replaced(text: str, gaps: tuple[Gap, ...], fillings: list[str]) -> str:
    pieces: list[str] = []
    at = 0
    for gap, filling in zip(gaps, fillings, strict=True):
        pieces += [text[at : gap.start].replace("\\{{", "{{"), filling]
        at = gap.end
    return "".join(pieces) + text[at:].replace("\\{{", "{{")


def _end_of_gap(text: str, start: int) -> int:
    """Return where a gap ends; `}}}` after an opened `{` closes that first."""
    close = text.find("}}", start + 2)
    if close < 0:
        raise GapError("deck.gap_open")
    content = text[start + 2 : close]
    while text[close + 2 : close + 3] == "}" and content.count("{") > content.count("}"):
        close += 1
        content = text[start + 2 : close]
    return close + 2


def _gap(text: str, start: int, end: int) -> Gap:
    content = text[start + 2 : end - 2]
    if "{{" in content:
        raise GapError("deck.gap_nested")
    groups: tuple[int, ...] = ()
    found = _GROUP.match(content)
    if found:
        groups = tuple(sorted({int(number) for number in (found[1] or found[2]).split(",")}))
        content = content[found.end() :]
    if any(not 1 <= group <= _MOST_GROUPS for group in groups):
        raise GapError("deck.gap_number")
    answer, _, hint = content.partition("::")
    is_ankis = found is not None and bool(found[1])
    names = (answer.strip(),) if is_ankis else split_bars(answer)
    if not any(names):
        raise GapError("deck.gap_empty")
    return Gap(
        start=start,
        end=end,
        text=names[0],
        aliases=names[1:],
        hint=hint.strip(),
        groups=groups,
    )


def _numbered(gaps: list[Gap]) -> tuple[Gap, ...]:
    taken = {group for gap in gaps for group in gap.groups}
    free = (number for number in range(1, len(gaps) + len(taken) + 1) if number not in taken)
    if len(taken) + sum(not gap.groups for gap in gaps) > _MOST_GROUPS:
        raise GapError("deck.gaps_many")
    return tuple(gap if gap.groups else replace(gap, groups=(next(free),)) for gap in gaps)
