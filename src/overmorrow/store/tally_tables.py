"""The tables of counts that are kept beside the log, described once for all who write them."""

from typing import NamedTuple


class TallyTable(NamedTuple):
    """One table of counts."""

    name: str
    key: tuple[str, ...]
    """What is counted apart."""
    counts: tuple[str, ...]
    """What is counted; a row whose first count is 0 is not kept."""

    @property
    def columns(self) -> str:
        """All columns, as they stand in SQL."""
        return ", ".join((*self.key, *self.counts))

    def adding(self, schema: str = "") -> str:
        """Return the SQL that adds a row's counts to what is there."""
        slots = ", ".join("?" * (len(self.key) + len(self.counts)))
        adding = ", ".join(f"{count} = {count} + excluded.{count}" for count in self.counts)
        return (
            f"INSERT INTO {schema}{self.name} ({self.columns}) VALUES ({slots})"
            f" ON CONFLICT ({', '.join(self.key)}) DO UPDATE SET {adding}"
        )

    def adding_up(self, total: "TallyTable") -> str:
        """Return the SQL that fills the table which counts the same over all decks together."""
        sums = ", ".join(f"sum({count})" for count in self.counts)
        key = ", ".join(total.key)
        return (
            f"INSERT INTO {total.name} ({total.columns})"
            f" SELECT {key}, {sums} FROM {self.name} GROUP BY {key}"
        )

    def emptied(self) -> str:
        """Return the SQL that takes out the row of a key if it counts nothing any more."""
        here = " AND ".join(f"{column} = ?" for column in self.key)
        return f"DELETE FROM {self.name} WHERE {here} AND {self.counts[0]} = 0"


DAYS = TallyTable(
    "day_tally",
    ("deck_id", "study_day", "kind", "quality", "interval_step"),
    ("answers", "answer_ms"),
)
HOURS = TallyTable(
    "hour_tally",
    ("deck_id", "study_day", "hour"),
    ("answers", "recalled", "reviews", "reviews_recalled"),
)
CHOICES = TallyTable("choice_tally", ("deck_id", "study_day", "proposed", "quality"), ("answers",))
CARDS = TallyTable("histogram", ("measure", "deck_id", "value"), ("cards",))


def _total_of(table: TallyTable) -> TallyTable:
    """Return the table that counts the same over all decks together."""
    return TallyTable(table.name.replace("_tally", "_total"), table.key[1:], table.counts)


TOTALS = {table: _total_of(table) for table in (DAYS, HOURS, CHOICES)}
"""Of many decks and years the counts are many; all decks together are asked for most."""
ALL = (*TOTALS, *TOTALS.values(), CARDS)
