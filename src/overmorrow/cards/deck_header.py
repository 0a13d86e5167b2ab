"""The header of a deck file: `key: value` lines between two lines of `---`."""

import re
from dataclasses import dataclass, field

from overmorrow.cards.deck_words import HEADER_KEYS, MARK, NO, YES, slip_of, split_tags
from overmorrow.cards.problem import Harm, Problem

_RULE = re.compile(r"-{3,}[ \t]*$")
_PAIR = re.compile(r"([A-Za-z_]+)[ \t]*:(?:[ \t]+|$)(.*)")
_NAME_IN_TOML = re.compile(r"name[ \t]*=[ \t]*\"([^\"\\]*)\"[ \t]*$")
"""How a hashcards file names its deck."""
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*$")


@dataclass(slots=True, kw_only=True)
class Header:
    """What the header says; `next_line` is the index of the first line after it."""

    values: dict[str, str] = field(default_factory=dict)
    next_line: int = 0
    problems: list[Problem] = field(default_factory=list)

    @property
    def lang(self) -> str:
        """The language, if it looks like one."""
        return self.values.get("lang", "")

    @property
    def both(self) -> bool:
        """Whether plain notes are reversed too."""
        return self.values.get("both", "").lower() in YES

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags of every note."""
        return split_tags(self.values.get("tags", ""))


def read_header(lines: list[str]) -> Header:
    """Read the header, if the first line that is not blank opens one.

    A `---` with a card right below it is only a rule between cards.
    """
    header = Header()
    opening = next((at for at, line in enumerate(lines) if line.strip()), None)
    if opening is None or not _RULE.match(lines[opening]):
        return header
    for at in range(opening + 1, len(lines)):
        line = lines[at]
        if _RULE.match(line):
            header.next_line = at + 1
            _check(header, opening)
            return header
        mark = MARK.match(line)
        if mark and mark.lastgroup in ("card", "answer"):
            break
        _take(header, line, at + 1)
    if header.values:
        header.problems.append(
            Problem(line=opening + 1, key="deck.header_open", harm=Harm.FILE),
        )
        return header
    return Header(next_line=opening + 1)


def _take(header: Header, line: str, number: int) -> None:
    if not line.strip() or line.startswith("#"):
        return
    named = _NAME_IN_TOML.match(line)
    if named:
        header.values.setdefault("deck", named[1].strip())
        return
    pair = _PAIR.match(line)
    if pair is None:
        header.problems.append(
            Problem(
                line=number, key="deck.header_line", harm=Harm.NOTICE, values={"text": line[:60]}
            ),
        )
        return
    key, value = pair[1], pair[2].strip()
    if key not in HEADER_KEYS:
        header.problems.append(_unknown(key, number))
    elif key in header.values:
        header.problems.append(
            Problem(line=number, key="deck.header_twice", harm=Harm.FILE, values={"key": key}),
        )
    else:
        header.values[key] = value


def _unknown(key: str, number: int) -> Problem:
    guess = slip_of(key, HEADER_KEYS)
    if guess:
        return Problem(
            line=number,
            key="deck.header_slip",
            harm=Harm.FILE,
            values={"key": key, "guess": guess},
        )
    return Problem(line=number, key="deck.header_unknown", harm=Harm.NOTICE, values={"key": key})


def _check(header: Header, opening: int) -> None:
    """Take out values that cannot be meant."""
    lang = header.values.get("lang", "")
    if lang and not _LANGUAGE.match(lang):
        del header.values["lang"]
        header.problems.append(
            Problem(
                line=opening + 1,
                key="deck.header_lang",
                harm=Harm.NOTICE,
                values={"value": lang[:60]},
            ),
        )
    both = header.values.get("both", "no")
    if both.lower() not in (*YES, *NO):
        header.problems.append(
            Problem(
                line=opening + 1,
                key="deck.bad_flag",
                harm=Harm.FILE,
                values={"key": "both", "value": both[:60]},
            ),
        )
