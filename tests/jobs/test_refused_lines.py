from pathlib import Path

import pytest

from overmorrow.errors import FileError
from overmorrow.jobs.import_plan import plan_file
from overmorrow.jobs.opening import open_collection
from overmorrow.jobs.planned import FilePlan
from overmorrow.jobs.refused_lines import refused_lines, write_refused
from tests.tui.scripted import MOMENT


def plan_of(folder: Path, name: str, data: bytes) -> FilePlan:
    path = folder / name
    path.write_bytes(data)
    database = open_collection(str(folder / "data.db"), "ko", clock=lambda: MOMENT)
    try:
        return plan_file(database, str(path))
    finally:
        database.close()


def kept(path: str) -> list[str]:
    return Path(path).read_text("utf-8-sig").splitlines()


def test_cells_and_headings_of_a_table_are_kept_so_that_it_can_be_imported(tmp_path: Path) -> None:
    data = '문제,정답,태그\n강은?,"물, 그리고 물고기",강\n빈 답,,"가, 나"\n'.encode("cp949")
    path = write_refused(plan_of(tmp_path, "강.csv", data), ("줄", "내용"))
    assert path == str(tmp_path / "강.rejected.csv")
    assert kept(path) == ["문제,정답,태그", '빈 답,,"가, 나"']


def test_rows_that_run_over_lines_are_kept_whole(tmp_path: Path) -> None:
    data = '앞,뒤,덤\n강은?,물,1\n"두 줄에\n걸친 칸",,2\n호수는?,물,3\n'.encode()
    path = write_refused(plan_of(tmp_path, "강.csv", data), ("줄", "내용"))
    assert kept(path) == ["앞,뒤,덤", '"두 줄에', '걸친 칸",,2']


def test_nothing_is_ever_overwritten(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, "강.csv", "앞,뒤\n강은?,물\n홀로\n".encode())
    first = write_refused(plan, ("줄", "내용"))
    second = write_refused(plan, ("줄", "내용"))
    assert (first, second) == (
        str(tmp_path / "강.rejected.csv"),
        str(tmp_path / "강.rejected-2.csv"),
    )


def test_lines_of_a_file_that_is_no_table_come_with_their_numbers(tmp_path: Path) -> None:
    text = '[{"prompt": "강은?", "answer": "물"},\n{"prompt": "홀로", "answer": ""}]'
    plan = plan_of(tmp_path, "강.json", text.encode())
    (refused,) = refused_lines(plan)
    lines = kept(write_refused(plan, ("줄", "내용")))
    assert lines[0] == "줄,내용"
    assert lines[1].startswith(f"{refused.problem.line},")


def test_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, "강.csv", "앞,뒤\n강은?,물\n홀로\n".encode())
    (tmp_path / "강.csv").rename(tmp_path / "other.csv")
    gone = FilePlan(path=str(tmp_path / "gone" / "강.csv"), file=plan.file, decks=plan.decks)
    with pytest.raises(FileError):
        write_refused(gone, ("줄", "내용"))


def test_content_of_a_file_that_is_gone_is_empty(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, "강.csv", "앞,뒤\n강은?,물\n홀로\n".encode())
    (tmp_path / "강.csv").unlink()
    assert [line.problem.line for line in refused_lines(plan)] == [3]
