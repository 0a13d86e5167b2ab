from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overmorrow.errors import FileError
from overmorrow.jobs.choosing_files import PathOffer
from overmorrow.messages import LANGUAGES, Messages
from overmorrow.tui.cells import cell_len
from overmorrow.tui.frame import Frame
from overmorrow.tui.import_path_rows import Section, offer_rows
from overmorrow.tui.import_plan_rows import end_sentence, percent, run_rows
from overmorrow.tui.import_rows import (
    Trait,
    grouped,
    head_rows,
    shown,
    size_words,
    trait_rows,
)
from overmorrow.tui.import_run import ImportRun, Stage
from overmorrow.tui.imports import Imported, Plan
from overmorrow.tui.rows import Row

SMALL, USUAL = Frame(40, 15), Frame(80, 24)
KO = Messages("ko")


def drawn(rows: Sequence[Row]) -> list[str]:
    return ["".join(text for text, _ in row) for row in rows]


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "0B"), (1023, "1023B"), (1024, "1.0KB"), (49_152, "48KB"), (5 << 20, "5.0MB")],
)
def test_size_is_said_as_people_say_it(size: int, words: str) -> None:
    assert size_words(size) == words


def test_large_numbers_are_grouped_and_small_ones_stay_numbers() -> None:
    assert (grouped(1), grouped(999), grouped(1000)) == (1, 999, "1,000")


def test_long_file_name_keeps_its_end() -> None:
    (title, _) = drawn(head_rows("가져오기 1/2 · 무엇", "아주 긴 이름 " * 9 + "끝.csv", USUAL))
    assert title.endswith("끝.csv")
    assert "…" in title
    assert cell_len(title) <= 80


@given(st.text(), st.sampled_from([SMALL, USUAL]))
def test_title_always_fits(name: str, frame: Frame) -> None:
    assert cell_len(drawn(head_rows("가져오기 1/2 · 무엇", name, frame))[0]) <= frame.width


@given(st.text())
def test_text_of_files_is_one_safe_line(text: str) -> None:
    assert not any(sign in shown(text) for sign in "\n\r\t\x1b\x07\x9b\u202e")


OFFERS = [PathOffer(f"{number}.csv", f"{number}.csv") for number in range(30)]


@pytest.mark.parametrize("chosen", [None, 0, 15, 29])
def test_chosen_name_is_always_in_sight(chosen: int | None) -> None:
    rows = drawn(offer_rows([Section("여기", OFFERS)], chosen, 10, USUAL))
    assert len(rows) == 10
    assert chosen is None or f"  > {chosen}.csv" in rows


def test_section_without_names_has_no_heading() -> None:
    rows = drawn(offer_rows([Section("최근", []), Section("여기", OFFERS[:1])], None, 10, USUAL))
    assert rows == ["    여기", "    0.csv"]


COLUMNS = tuple(f"{number} 메모에" for number in range(1, 21))


@pytest.mark.parametrize("chosen", range(20))
@pytest.mark.parametrize("frame", [SMALL, USUAL], ids=["40x15", "80x24"])
def test_chosen_column_of_many_is_always_in_sight(chosen: int, frame: Frame) -> None:
    trait = Trait("칸", "", "c", parts=COLUMNS)
    (row,) = drawn(trait_rows([trait], chosen, frame))
    assert f">{COLUMNS[chosen]}" in row.replace("> ", ">")
    assert cell_len(row) <= frame.width


@pytest.mark.parametrize(("done", "shown_percent"), [(0, 0), (312, 52), (595, 99), (600, 99)])
def test_percent_is_never_whole_before_the_end(done: int, shown_percent: int) -> None:
    assert percent(done, 595) == shown_percent


def test_time_left_follows_from_the_time_taken() -> None:
    (bar,) = drawn(run_rows(250, 1000, 5.0, USUAL, KO))
    assert bar.count("━") == 11
    assert bar.count("─") == 33
    assert bar.endswith("250/1,000 · 15초 남음")


def test_no_time_is_promised_before_the_first_piece() -> None:
    (bar,) = drawn(run_rows(0, 1000, 5.0, USUAL, KO))
    assert bar.endswith("   0/1,000")


def ended(imported: Imported | None, stage: Stage, error: FileError | None = None) -> ImportRun:
    run = ImportRun(Plan(None), 0)  # type: ignore[arg-type]  # its end alone counts
    run.imported, run.stage, run.error = imported, stage, error
    return run


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("cards", "changed", "batch", "sentences"),
    [
        (586, 0, 7, ("586장을 넣었어요.", "586 cards are in.")),
        (1, 0, 7, ("1장을 넣었어요.", "1 card is in.")),
        (0, 9, 7, ("9장을 고쳤어요.", "9 cards are changed.")),
        (586, 9, 7, ("586장을 넣고 9장을 고쳤어요.", "586 cards are in, 9 changed.")),
        (0, 0, None, ("바뀐 것이 없어요.", "Nothing changed.")),
    ],
)
def test_end_is_said_in_a_sentence(
    language: str, cards: int, changed: int, batch: int | None, sentences: tuple[str, str]
) -> None:
    run = ended(Imported(batch_id=batch, cards=cards, changed=changed), Stage.DONE)
    assert end_sentence(run, Messages(language)) == sentences[LANGUAGES.index(language)]


def test_failure_is_said_by_its_own_sentence() -> None:
    run = ended(None, Stage.FAILED, FileError("deck.file_missing", name="강.csv"))
    assert "강.csv" in end_sentence(run, KO)


def test_stop_is_said() -> None:
    assert end_sentence(ended(None, Stage.STOPPED), KO) == "멈추고 되돌렸어요. 바뀐 것이 없어요."
