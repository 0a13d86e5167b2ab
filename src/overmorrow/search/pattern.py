"""A text to look for, with wildcards, which never takes longer than the text is long."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from overmorrow.search.folding import INITIALS, folded, syllables_of

_SPECIAL = re.compile(r'[\\"*_:]')


class Wild(StrEnum):
    """A sign that stands for others."""

    ANY = "*"
    """Any number of signs, also none."""
    ONE = "_"


@dataclass(frozen=True)
class Pattern:
    """Literal texts, folded, and wildcards between them.

    A single consonant also stands for every syllable that begins with it, so
    `ㅎㅈㅇ` and `항ㅈ` find 항저우.
    """

    parts: tuple[str | Wild, ...]

    @cached_property
    def literal(self) -> str | None:
        """The text itself where nothing in it stands for anything else."""
        match self.parts:
            case (text,) if not isinstance(text, Wild) and not _has_initials(text):
                return text
        return None

    def written(self) -> str:
        """Return the pattern as it is typed, to be put between quotes."""
        return "".join(
            part.value if isinstance(part, Wild) else _SPECIAL.sub(r"\\\g<0>", part)
            for part in self.parts
        )

    def is_in(self, text: str) -> bool:
        """Whether folded text has it somewhere."""
        return self._ends(text, 0) is not None

    def is_all_of(self, text: str) -> bool:
        """Whether folded text is that and nothing else."""
        return self._is_rest_of(text, 0)

    def begins_level(self, text: str) -> bool:
        """Whether folded text is that, or a name below it by `::`."""
        ends = [at for at in range(len(text)) if text.startswith("::", at)]
        return self.is_all_of(text) or any(self.is_all_of(text[:end]) for end in ends)

    def runs(self) -> list[str]:
        """Return the texts between the wildcards."""
        return [part for part in self.parts if not isinstance(part, Wild)]

    @cached_property
    def _chunks(self) -> tuple[re.Pattern[str], ...]:
        """What stands between the `*`: each of a fixed length, so that none can be tried twice."""
        sources = [""]
        for part in self.parts:
            if part is Wild.ANY:
                sources.append("")
            else:
                sources[-1] += "." if part is Wild.ONE else "".join(map(_sign, part))
        return tuple(re.compile(source, re.DOTALL) for source in sources)

    def _ends(self, text: str, start: int) -> int | None:
        """Return where it ends when found as early as possible."""
        for chunk in self._chunks:
            found = chunk.search(text, start)
            if found is None:
                return None
            start = found.end()
        return start

    def _is_rest_of(self, text: str, start: int) -> bool:
        first, *between = self._chunks
        if not between:
            return bool(first.fullmatch(text, start))
        opened = first.match(text, start)
        if opened is None:
            return False
        at = opened.end()
        for chunk in between[:-1]:
            found = chunk.search(text, at)
            if found is None:
                return False
            at = found.end()
        last = between[-1]
        length = len(self._last_signs())
        return len(text) - length >= at and bool(last.fullmatch(text, len(text) - length))

    def _last_signs(self) -> str:
        signs = ""
        for part in self.parts:
            signs = "" if part is Wild.ANY else signs + str(part)
        return signs


def _has_initials(text: str) -> bool:
    return any(sign in INITIALS for sign in text)


def _sign(sign: str) -> str:
    return f"[{sign}{syllables_of(sign)}]" if sign in INITIALS else re.escape(sign)


def read_pattern(raw: str) -> Pattern:
    r"""Return the pattern that was typed: `*` and `_` are wild unless a backslash stands before."""
    parts: list[str | Wild] = []
    text = ""
    signs = iter(raw)
    for sign in signs:
        if sign == "\\":
            text += next(signs, "\\")
        elif sign in ("*", "_"):
            parts += [folded(text)] if text else []
            text = ""
            if sign == "_" or not (
                parts and parts[-1] is Wild.ANY
            ):  # a star that was typed is text
                parts.append(Wild(sign))
        else:
            text += sign
    parts += [folded(text)] if text else []
    return Pattern(tuple(part for part in parts if part))
