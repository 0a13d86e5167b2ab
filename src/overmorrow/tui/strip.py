"""The strip of qualities: what each key says, when the card comes back, and when after that."""

from collections.abc import Sequence
from typing import NamedTuple

from overmorrow.jobs.asked import Judged
from overmorrow.messages import Messages
from overmorrow.scheduling.sm2 import DRILL_UNTIL_QUALITY, Outlook
from overmorrow.stats.spans import interval_words
from overmorrow.tui import cells
from overmorrow.tui.frame import Frame
from overmorrow.tui.rows import ACCENT, CHOSEN, MUTED, PLAIN, STRONG, Piece, Row

CELL = 12
_START = 2
_QUALITIES = range(6)
_NO_KEY = "·"


class GradeKeys(NamedTuple):
    """Which digit stands for which quality."""

    anki: bool

    def quality(self, digit: int) -> int | None:
        """Return the quality of a digit; None when the digit does nothing."""
        if not self.anki:
            return digit if digit in _QUALITIES else None
        return digit + 1 if 1 <= digit <= 4 else None

    def digit(self, quality: int) -> str:
        """Return the key of a quality; a dot when no digit gives it."""
        if not self.anki:
            return str(quality)
        return str(quality - 1) if quality >= 2 else _NO_KEY

    @property
    def span(self) -> str:
        """The live digits, first to last."""
        return "1–4" if self.anki else "0–5"


def quality_name(quality: int, keys: GradeKeys, say: Messages) -> str:
    """Return a quality with its key, such as `4 Good`."""
    return f"{keys.digit(quality)} {say(f'study.quality_{quality}')}"


def quality_said(quality: int, keys: GradeKeys, say: Messages) -> str:
    """Return a quality as it stands in a sentence: with its key if it has one."""
    name = say(f"study.quality_{quality}")
    return name if keys.digit(quality) == _NO_KEY else quality_name(quality, keys, say)


def strip_rows(
    judged: Judged, chosen: int, keys: GradeKeys, frame: Frame, say: Messages
) -> list[Row]:
    """Return the strip for an answer; practice that counts nowhere has no intervals."""
    if frame.small:
        return [_short(judged.outlook, chosen, keys, say)]
    rows: list[Row] = [_names(chosen, keys, say)]
    if judged.outlook:
        rows += [
            _intervals(judged.outlook, chosen, say),
            _after(judged.outlook, chosen, say),
            _bracket(judged.outlook, say),
        ]
    return rows


def drill_rows(chosen: int, keys: GradeKeys, frame: Frame, say: Messages) -> list[Row]:
    """Return the strip of a drill: once more, or done for today."""
    low = f"{keys.digit(2 if keys.anki else 0)}–{keys.digit(3)}"
    high = f"{keys.digit(4)}–{keys.digit(5)}"
    again = chosen < DRILL_UNTIL_QUALITY
    if frame.small:
        return [
            (
                (">" if again else " ", ACCENT),
                (f"{low} {say('keys.short_again')}", CHOSEN if again else PLAIN),
                ("   " if again else "  >", ACCENT),
                (f"{high} {say('study.done_today')}", PLAIN if again else CHOSEN),
            )
        ]
    more = f"{low}  {say('study.once_more')}"
    done = f"{high}  {say('study.done_today')}"
    return [
        (
            (" " * _START + ("> " if again else "  "), ACCENT),
            (more, CHOSEN if again else PLAIN),
            ("        " + ("  " if again else "> "), ACCENT),
            (done, PLAIN if again else CHOSEN),
        )
    ]


def quality_at(
    column: int, chosen: int, keys: GradeKeys, frame: Frame, say: Messages
) -> int | None:
    """Return the quality whose cell is at a column of the strip of six.

    Args:
        column: The column.
        chosen: The quality that is chosen.
        keys: How the number keys are used.
        frame: The terminal.
        say: The learner's language.
    """
    if frame.small:
        end = 0
        for quality, piece in enumerate(_short_names(chosen, keys, say)):
            end += sum(cells.cell_len(text) for text, _ in piece)
            if column < end:
                return quality
        return None
    quality = (column - _START) // CELL
    return quality if column >= _START and quality in _QUALITIES else None


def _names(chosen: int, keys: GradeKeys, say: Messages) -> Row:
    pieces = [(" " * _START, PLAIN)]
    for quality in _QUALITIES:
        name = quality_name(quality, keys, say)
        if quality == chosen:
            fill = " " * (CELL - 2 - cells.cell_len(name))
            pieces += [("> ", ACCENT), (name, CHOSEN), (fill, PLAIN)]
        else:
            digit, rest = name[:1], cells.pad(name[1:], CELL - 3)
            pieces += [("  ", PLAIN), (digit, STRONG), (rest, PLAIN)]
    return pieces


def _intervals(outlook: Sequence[Outlook], chosen: int, say: Messages) -> Row:
    words = [_due(each.next_interval_days, say) for each in outlook]
    return _under(words, chosen)


def _due(days: int, say: Messages) -> str:
    return say("study.tomorrow") if days == 1 else interval_words(say, days)


def _after(outlook: Sequence[Outlook], chosen: int, say: Messages) -> Row:
    words = [
        say("study.then", interval=interval_words(say, each.interval_after_days))
        if quality >= 3
        else ""
        for quality, each in enumerate(outlook)
    ]
    return _under(words, chosen)


def _under(words: Sequence[str], chosen: int) -> Row:
    pieces = [(" " * (_START + 4), PLAIN)]
    for quality, word in enumerate(words):
        pieces.append((cells.pad(word, CELL), PLAIN if quality == chosen else MUTED))
    return pieces


def _bracket(outlook: Sequence[Outlook], say: Messages) -> Row:
    """Return the bracket under the qualities after which the card is drilled today."""
    count = sum(each.drill for each in outlook)
    if not count:
        return ()
    label = f" {say('study.once_more')} "
    inner = CELL * count - 7
    before = max(0, (inner - cells.cell_len(label)) // 2 - 3)
    after = max(0, inner - before - cells.cell_len(label))
    return ((" " * (_START + 2) + "└" + "─" * before + label + "─" * after + "┘", MUTED),)


def _short(outlook: Sequence[Outlook], chosen: int, keys: GradeKeys, say: Messages) -> Row:
    """Return the strip in one row, with the chosen quality's interval only."""
    pieces = [piece for name in _short_names(chosen, keys, say) for piece in name]
    if outlook:
        pieces.append((" " + _due(outlook[chosen].next_interval_days, say), MUTED))
    return pieces


def _short_names(chosen: int, keys: GradeKeys, say: Messages) -> list[list[Piece]]:
    """Return each quality's part of the row; only the chosen one is named."""
    return [
        [(">", ACCENT), (quality_name(quality, keys, say), CHOSEN), (" ", PLAIN)]
        if quality == chosen
        else [(f" {keys.digit(quality)} ", PLAIN)]
        for quality in _QUALITIES
    ]
