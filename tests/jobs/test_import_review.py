from pathlib import Path

import pytest

from overmorrow.jobs.import_deck import apply_files
from overmorrow.jobs.import_plan import plan_file
from overmorrow.jobs.import_review import ImportReview, decisions, review, without
from overmorrow.jobs.opening import open_collection
from overmorrow.store.database import Database
from tests.tui.scripted import MOMENT

TABLE = (
    "앞\t뒤\n가장 긴 강은?\t나일강\n가장 깊은 호수는?\t바이칼호\n"
    "가장 긴 강은?\t아마존강\n홀로\n비었어요\t\n"
)


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return open_collection(str(tmp_path / "study.db"), "ko", clock=lambda: MOMENT)


def look(database: Database, folder: Path, text: str) -> ImportReview:
    path = folder / "물.tsv"
    path.write_text(text, "utf-8")
    return review([plan_file(database, str(path))])


def test_counts_of_a_new_table(database: Database, tmp_path: Path) -> None:
    found = look(database, tmp_path, TABLE)
    assert (found.new, found.new_cards, found.changed, found.unchanged) == (3, 3, 0, 0)
    assert (found.refused, found.double_count, found.notes) == (2, 1, 3)
    assert not found.is_empty


def test_doubles_name_both_answers(database: Database, tmp_path: Path) -> None:
    (double,) = look(database, tmp_path, TABLE).doubles
    assert (double.prompt, double.other_answer, double.answer) == (
        "가장 긴 강은?",
        "나일강",
        "아마존강",
    )


def test_refused_lines_say_what_stands_there(database: Database, tmp_path: Path) -> None:
    lines = look(database, tmp_path, TABLE).refused_lines
    assert [(line.problem.line, line.content) for line in lines] == [(5, "홀로"), (6, "비었어요 ")]


def test_cloze_notes_count_by_their_gaps(database: Database, tmp_path: Path) -> None:
    path = tmp_path / "강.md"
    path.write_text("C: {{나일강}}은 {{이집트}}를 지난다.\n\nQ: 강은?\nA: 물\nboth: yes\n", "utf-8")
    found = review([plan_file(database, str(path))])
    assert (found.new, found.new_cards) == (2, 4)


def test_what_is_left_out_is_not_written(database: Database, tmp_path: Path) -> None:
    apply_files(database, look(database, tmp_path, TABLE).plans, MOMENT)
    later = look(database, tmp_path, TABLE.replace("바이칼호", "바이칼 호수") + "새 강은?\t한강\n")
    assert (later.new, later.changed, later.unchanged) == (1, 1, 2)
    left_out = frozenset(("changed",))
    wanted = decisions((), left_out, refold=False)
    apply_files(database, without(later.plans, left_out), MOMENT, wanted)
    again = look(database, tmp_path, TABLE.replace("바이칼호", "바이칼 호수") + "새 강은?\t한강\n")
    assert (again.new, again.changed, again.unchanged) == (0, 1, 3)


def test_vanished_cards_can_be_kept(database: Database, tmp_path: Path) -> None:
    apply_files(database, look(database, tmp_path, "앞\t뒤\n하나\t1\n둘\t2\n").plans, MOMENT)
    shorter = "앞\t뒤\n하나\t1\n"
    later = look(database, tmp_path, shorter)
    assert later.vanished == 1
    left_out = frozenset(("vanished",))
    apply_files(
        database,
        without(later.plans, left_out),
        MOMENT,
        decisions((), left_out, refold=False),
    )
    assert look(database, tmp_path, shorter).vanished == 1
