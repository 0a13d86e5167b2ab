"""Tables for tests that ask for their cards only."""

from overmorrow.cards.problem import ParsedDeck
from overmorrow.exchange.delimited import read_table
from overmorrow.exchange.table_look import TableChoices


def parse_table(
    text: str, deck_name: str, choices: TableChoices | None = None, *, by_hand: bool = False
) -> tuple[ParsedDeck, ...]:
    """Read a table, however it is understood."""
    return read_table(text, deck_name, choices, by_hand=by_hand)[0]
