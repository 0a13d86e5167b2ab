"""What a file of ours says was learned fits the log."""

from overmorrow.exchange.json_writing import EVENT_COLUMNS
from overmorrow.store.events import ALL_COLUMNS, StoredEvent


def test_events_in_a_file_of_ours_have_the_columns_of_the_log_in_its_order() -> None:
    assert ", ".join(EVENT_COLUMNS) == ALL_COLUMNS
    assert StoredEvent._fields[1:] == EVENT_COLUMNS[1:]
