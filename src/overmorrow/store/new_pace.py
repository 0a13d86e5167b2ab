"""How many new cards a day the limits let through."""

from overmorrow.settings import Settings
from overmorrow.store.allowance import EVERY_DECK, Allowance
from overmorrow.store.cache import STAGE_NEW
from overmorrow.store.database import Database
from overmorrow.store.deck_names import LEVEL, all_decks, paths, read_limits, under
from overmorrow.store.pace import NO_LIMIT

_NEW = """
    SELECT deck_id, cards FROM histogram WHERE measure = 'stage' AND value = ?
    ORDER BY deck_id"""


def new_a_day(database: Database, deck: str | None, settings: Settings) -> int:
    """Return how many new cards a whole day brings as long as there are enough.

    Args:
        database: Where.
        deck: A deck with its subdecks; None for all.
        settings: The limit of decks that set none for themselves.

    Raises:
        NotFoundError: There is no such deck.
    """
    decks = all_decks(database)
    scope = under(decks, deck)
    usual = settings.new_per_day
    limits = {row.deck_id: read_limits(row.options).get("new_per_day", usual) for row in decks}
    waiting: dict[int, int] = dict(database.rows(_NEW, (STAGE_NEW,)))
    own = {row.deck_id: waiting.get(row.deck_id, 0) for row in decks}
    totals = Allowance(paths(decks), {EVERY_DECK: NO_LIMIT, **limits}).totals(own)
    if deck is not None:
        return totals[scope[0].deck_id]
    return sum(totals[row.deck_id] for row in scope if LEVEL not in row.name)
