import os
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overmorrow.jobs.choosing_files import (
    PathOffer,
    common_start,
    completions,
    files_meant,
    recent_folders,
    short_folder,
    typed_path,
)


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with decks, a photo, a hidden file and a folder of more."""
    for name in ("강 이름.csv", "강변.md", "Bridges.apkg", "photo.jpg", ".hidden.csv"):
        (tmp_path / name).write_text("x")
    (tmp_path / "더").mkdir()
    (tmp_path / "더" / "호수.tsv").write_text("x")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        pytest.param("'/a b/강.csv'", "/a b/강.csv", id="single-quotes"),
        pytest.param('"/a b/강.csv" ', "/a b/강.csv", id="double-quotes-and-a-space"),
        pytest.param(r"/a\ b/\(1\).csv", "/a b/(1).csv", id="backslashes"),
        pytest.param("file:///a%20b/x.csv", "/a b/x.csv", id="as-a-file-manager-says-it"),
        pytest.param("  강.csv\n", "강.csv", id="spaces-around"),
        pytest.param("it's.csv", "it's.csv", id="a-quote-inside-stays"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_dragged_path_is_cleaned(typed: str, path: str) -> None:
    assert typed_path(typed) == path


def test_home_folder_is_understood(shelf: Path) -> None:
    assert typed_path("~/강변.md") == str(shelf / "강변.md")


def test_file_with_a_backslash_in_its_name_keeps_it(shelf: Path) -> None:
    (shelf / r"a\b.csv").write_text("x")
    assert typed_path(r"a\b.csv") == r"a\b.csv"


@pytest.mark.usefixtures("shelf")
def test_pattern_means_all_files_it_fits() -> None:
    assert files_meant("강*") == ("강 이름.csv", "강변.md")


def test_several_files_dragged_at_once_are_several(shelf: Path) -> None:
    names = files_meant(f"'{shelf}/강 이름.csv' {shelf}/강변.md")
    assert [os.path.basename(name) for name in names] == ["강 이름.csv", "강변.md"]


@pytest.mark.usefixtures("shelf")
def test_name_with_a_space_is_one_file() -> None:
    assert files_meant("강 이름.csv") == ("강 이름.csv",)


@pytest.mark.usefixtures("shelf")
@pytest.mark.parametrize("typed", ["no such.csv", "no*.csv", "'open quote.csv"])
def test_name_of_nothing_stays_to_be_complained_about(typed: str) -> None:
    assert files_meant(typed) == (typed,)


def test_name_in_another_form_of_unicode_is_found(shelf: Path) -> None:
    decomposed = unicodedata.normalize("NFD", "나일강.csv")
    (shelf / decomposed).write_text("x")
    assert files_meant("나일강.csv") == (decomposed,)


def test_nothing_written_names_no_file() -> None:
    assert files_meant("  ") == ()


@pytest.mark.usefixtures("shelf")
def test_folders_come_before_files_and_other_files_not_at_all() -> None:
    assert [offer.name for offer in completions("")] == [
        "더/",
        "Bridges.apkg",
        "강 이름.csv",
        "강변.md",
    ]


@pytest.mark.usefixtures("shelf")
def test_other_files_are_offered_when_nothing_else_fits() -> None:
    assert completions("ph") == (PathOffer("photo.jpg", "photo.jpg"),)


@pytest.mark.usefixtures("shelf")
def test_hidden_files_wait_for_their_dot() -> None:
    assert completions(".h") == (PathOffer(".hidden.csv", ".hidden.csv"),)


@pytest.mark.usefixtures("shelf")
def test_completion_keeps_what_is_written_of_the_folder() -> None:
    assert completions("~/더/호") == (PathOffer("~/더/호수.tsv", "호수.tsv"),)
    assert completions("~/더/") == (PathOffer("~/더/호수.tsv", "호수.tsv"),)


@pytest.mark.usefixtures("shelf")
def test_case_and_the_form_of_hangul_do_not_matter() -> None:
    assert [offer.name for offer in completions("br")] == ["Bridges.apkg"]
    assert [offer.name for offer in completions("강변")] == ["강변.md"]


@pytest.mark.usefixtures("shelf")
def test_folder_that_cannot_be_read_offers_nothing() -> None:
    assert completions("no such folder/x") == ()
    assert completions("\0/x") == ()


@pytest.mark.usefixtures("shelf")
def test_written_text_grows_as_far_as_all_offers_agree() -> None:
    assert common_start("", completions("강")) == "강"
    assert common_start("강ㅂ", ()) == "강ㅂ"
    assert common_start("B", completions("B")) == "Bridges.apkg"


def test_name_that_steers_the_terminal_is_shown_without_that(shelf: Path) -> None:
    (shelf / "x\x1b[31m.csv").write_text("x")
    assert [offer.name for offer in completions("x")] == ["x[31m.csv"]


def test_recent_folders_are_those_of_imports_that_are_still_there(shelf: Path) -> None:
    names = [
        f"{shelf}/더/호수.tsv",
        f"{shelf}/a.csv, {shelf}/b.csv",
        f"{shelf}/더/again.tsv",
        "/gone/x.csv",
        "relative.csv",
    ]
    assert recent_folders(names) == (str(shelf / "더"), str(shelf))


def test_folder_in_the_home_folder_is_shown_short(shelf: Path) -> None:
    assert short_folder(str(shelf / "더")) == "~/더/"
    assert short_folder("/other") == "/other/"


@given(st.text())
def test_any_text_is_taken_for_some_path(text: str) -> None:
    typed_path(text)
    completions(text)
    files_meant(text)
