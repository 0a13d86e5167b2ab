"""Where an export goes if the learner says nothing else."""

import pytest

from overmorrow.jobs.export_place import format_of, usual_place, written_place

DECKS = ("한국사", "한국사::고대", "한국사 연습", "River")


@pytest.mark.parametrize(
    ("deck", "format_", "place"),
    [
        ("River", "apkg", "~/River.apkg"),
        ("River", "md", "~/River.md"),
        ("한국사", "md", "~/한국사/"),
        ("한국사::고대", "md", "~/한국사 - 고대.md"),
        ("한국사", "csv", "~/한국사.csv"),
        (None, "md", "~/overmorrow/"),
        (None, "json", "~/overmorrow.json"),
    ],
)
def test_the_file_is_named_after_the_deck(deck: str | None, format_: str, place: str) -> None:
    assert usual_place(deck, DECKS, format_) == place


@pytest.mark.parametrize("name", ["a/b", "..", 'c:"d"'])
def test_no_deck_s_name_leads_elsewhere(name: str) -> None:
    place = usual_place(name, [name], "csv")
    assert place.startswith("~/")
    assert "/" not in place[2:]


@pytest.mark.parametrize(
    ("place", "format_"),
    [("a.APKG", "apkg"), ("a.b.md ", "md"), ("folder/", "md"), ("a", None), ("a.txt", None)],
)
def test_the_ending_says_the_format(place: str, format_: str | None) -> None:
    assert format_of(place) == format_


def test_a_slash_at_the_end_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/x")
    assert written_place(" ~/decks/ ") == "/home/x/decks/"
    assert written_place("'a b.csv'") == "a b.csv"
