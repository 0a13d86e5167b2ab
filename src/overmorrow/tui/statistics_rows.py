"""The frame around a page of statistics, and its drawing in the screen's styles."""

from collections.abc import Sequence

from overmorrow.messages import Messages
from overmorrow.stats.pages import drawing
from overmorrow.stats.pages.drawing import Drawing, Tone
from overmorrow.stats.pages.page import PAGES, WITH_PERIOD, PageName, StatisticsPage, Wish
from overmorrow.stats.pages.sheet import table_lines
from overmorrow.tui import cells
from overmorrow.tui.frame import Frame
from overmorrow.tui.rows import ACCENT, CHOSEN, MUTED, PLAIN, STRONG, Piece, Row, muted, plain

_STYLES = {
    Tone.PLAIN: PLAIN,
    Tone.MUTED: MUTED,
    Tone.STRONG: STRONG,
    Tone.ACCENT: ACCENT,
    Tone.CHOSEN: CHOSEN,
}
_MOST_DECKS = 12


def tabs(page: PageName, frame: Frame, say: Messages) -> list[Row]:
    """Return the pages' names with the shown one marked, and a rule."""
    pieces = [(text, style) for text, style, _ in _tab_pieces(page, frame, say)]
    return [pieces, muted("─" * frame.width)]


def tab_at(column: int, page: PageName, frame: Frame, say: Messages) -> PageName | None:
    """Return the page whose name stands at a cell."""
    start = 0
    for text, _, name in _tab_pieces(page, frame, say):
        start += cells.cell_len(text)
        if column < start:
            return name
    return None


_TabPiece = tuple[str, str, PageName | None]


def _tab_pieces(page: PageName, frame: Frame, say: Messages) -> list[_TabPiece]:
    """Return the longest form of the tabs that fits."""
    title: list[_TabPiece] = [(f" {say('statistics.title')}  ", STRONG, None)]
    named = _named_tabs(page, say, others=True, gap="  ")
    near = _named_tabs(page, say, others=True, gap=" ")
    short = _named_tabs(page, say, others=False, gap=" ")
    for pieces in ([*title, *named], named, near, [*title, *short]):
        if sum(cells.cell_len(text) for text, *_ in pieces) <= frame.width:
            return pieces
    return short


def _named_tabs(page: PageName, say: Messages, *, others: bool, gap: str) -> list[_TabPiece]:
    """Return the tabs, the shown one in brackets that take the place of spaces."""
    pieces: list[_TabPiece] = []
    before = " "
    for number, name in enumerate(PAGES, 1):
        shown = name is page
        text = f"{number} {say(f'statistics.tab_{name}')}" if shown or others else str(number)
        if shown:
            pieces += [(before[:-1], MUTED, name), (f"[{text}]", CHOSEN, name)]
        else:
            pieces.append((f"{before}{text}", MUTED, name))
        before = gap[1:] if shown else gap
    return pieces


def head(wish: Wish, frame: Frame, say: Messages) -> Row:
    """Return of what deck and period the page is."""
    period = period_words(wish, say)
    deck = wish.deck or say("statistics.all_decks")
    if frame.small:
        words = " · ".join(part for part in (deck, period) if part)
        return muted("  " + cells.cut(words, frame.width - 3))
    words = cells.pad(say("statistics.deck", deck=deck), 28)
    if period:
        words += "  " + say("statistics.period", period=period)
    return muted(" " * frame.start + cells.cut(words.rstrip(), frame.text_cells))


def period_words(wish: Wish, say: Messages) -> str:
    """Return the period in words; empty where the page has none."""
    if wish.page is PageName.FORECAST:
        return say("statistics.next_days", n=wish.days_ahead)
    if wish.page not in WITH_PERIOD:
        return ""
    if wish.days is None:
        return say("statistics.all_time")
    return say("statistics.last_days", n=wish.days)


def drawn(made: Drawing) -> list[Row]:
    """Return a drawing's rows in the screen's styles."""
    return [[(text, _STYLES[tone]) for text, tone in row] for row in made.rows]


def table_rows(page: StatisticsPage, frame: Frame, say: Messages) -> list[Row]:
    """Return the page's numbers as tables."""
    indent = " " * (2 if frame.small else 4)
    room = frame.width - len(indent) - 1
    lines = table_lines(page.sheet(), say, room)
    return [plain(indent + cells.cut(line, room)) for line in lines]


def deck_offers(names: Sequence[str], chosen: int | None, frame: Frame, say: Messages) -> list[Row]:
    """Return the decks whose names hold what was written, the chosen one marked."""
    rows: list[Row] = []
    if chosen is None:
        rows.append(((" > ", ACCENT), (say("statistics.all_decks"), STRONG)))
    most = max(1, min(_MOST_DECKS, frame.height - 7))
    start = 0 if chosen is None else max(0, chosen - most + 1)
    for at, name in enumerate(names[start : start + most], start):
        sign: Piece = (" > " if at == chosen else "   ", ACCENT)
        text = cells.cut(name, frame.width - 4)
        rows.append((sign, (text, STRONG if at == chosen else PLAIN)))
    left = len(names) - start - most
    if left > 0:
        rows.append(muted(f"   {say('statistics.more_decks', n=left)}"))
    return rows


def room_of(frame: Frame, chosen: int | None, *, ascii_only: bool) -> drawing.Room:
    """Return the room for a drawing."""
    return drawing.Room(frame.width, frame.height, ascii_only, chosen)
