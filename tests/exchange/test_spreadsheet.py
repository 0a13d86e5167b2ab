"""Spreadsheets are read as tables; those that would grow too large are not opened."""

import io
import json
import sys
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from overmorrow.errors import FileError
from overmorrow.exchange import spreadsheet
from overmorrow.exchange.spreadsheet import read_spreadsheet
from overmorrow.exchange.spreadsheet_rows import write_rows

pytest.importorskip("python_calamine")

_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'


def cell(place: str, value: str | float | bool) -> str:  # what a cell may hold
    if isinstance(value, bool):
        return f'<c r="{place}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, str):
        return f'<c r="{place}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return f'<c r="{place}"><v>{value}</v></c>'


def sheet(rows: list[list[str | float | bool]]) -> str:
    written = "".join(
        f'<row r="{at}">'
        + "".join(cell(f"{'ABCDEFGH'[n]}{at}", value) for n, value in enumerate(row) if value != "")
        + "</row>"
        for at, row in enumerate(rows, start=1)
    )
    return f"<worksheet {_MAIN}><sheetData>{written}</sheetData></worksheet>"


def book(path: Path, **sheets: list[list[str | float | bool]]) -> str:
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": f'{_RELATIONS}<Relationship Id="r" Type="{_RELATION}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook {_MAIN} xmlns:r="{_RELATION}"><sheets>'
        + "".join(
            f'<sheet name="{name}" sheetId="{at}" r:id="r{at}"/>'
            for at, name in enumerate(sheets, start=1)
        )
        + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": _RELATIONS
        + "".join(
            f'<Relationship Id="r{at}" Type="{_RELATION}/worksheet" '
            f'Target="worksheets/sheet{at}.xml"/>'
            for at in range(1, len(sheets) + 1)
        )
        + "</Relationships>",
    } | {
        f"xl/worksheets/sheet{at}.xml": sheet(rows)
        for at, rows in enumerate(sheets.values(), start=1)
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return str(path)


def test_the_first_sheet_that_holds_something_is_a_table(tmp_path: Path) -> None:
    path = book(
        tmp_path / "단어.xlsx",
        Empty=[],
        Words=[["단어", "뜻", "태그"], ["사과", "apple\nred", "food, red"], ["배", "pear", ""]],
        More=[["x", "y"]],
    )

    (parsed,), look = read_spreadsheet(path, "단어.xlsx", "단어")

    assert [(note.prompt, note.answer, note.tags) for note in parsed.deck.notes] == [
        ("사과", "apple\nred", ("food", "red")),
        ("배", "pear", ()),
    ]
    assert tuple(parsed.lines) == (2, 3)
    assert look.has_headings
    assert look.columns == ("prompt", "answer", "tags")
    assert "exchange.one_sheet" in [each.key for each in parsed.problems]


def test_numbers_are_written_as_they_are_shown(tmp_path: Path) -> None:
    path = book(tmp_path / "n.xlsx", S=[["one", 1.0], ["half", 0.5], ["yes", True], ["007", 2015]])

    (parsed,), _ = read_spreadsheet(path, "n", "n")

    assert [(note.prompt, note.answer) for note in parsed.deck.notes] == [
        ("one", "1"), ("half", "0.5"), ("yes", "TRUE"), ("007", "2015")]  # fmt: skip


def test_a_row_that_is_no_card_is_told_with_its_number(tmp_path: Path) -> None:
    path = book(tmp_path / "n.xlsx", S=[["a", "b"], ["", ""], ["c", ""], ["d", "e"]])

    (parsed,), _ = read_spreadsheet(path, "n", "n")

    assert len(parsed.deck.notes) == 2
    assert [(each.line, each.key) for each in parsed.problems] == [(3, "deck.table_no_answer")]


def test_what_grows_too_large_is_refused_before_it_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spreadsheet, "_LARGEST", 100_000)
    path = book(tmp_path / "bomb.xlsx", S=[["a", "b" * 200_000]])

    with pytest.raises(FileError) as caught:
        read_spreadsheet(path, "bomb", "bomb")
    assert caught.value.key == "exchange.unpacks_too_large"


def test_sizes_that_lie_are_found_out(tmp_path: Path) -> None:
    path = tmp_path / "lie.xlsx"
    data = bytearray(Path(book(path, S=[["a", "b" * 5000]])).read_bytes())
    size = next(
        info.file_size
        for info in zipfile.ZipFile(io.BytesIO(data)).infolist()
        if info.filename.endswith("sheet1.xml")
    )
    path.write_bytes(data.replace(size.to_bytes(4, "little"), (10).to_bytes(4, "little")))

    with pytest.raises(FileError) as caught:
        read_spreadsheet(str(path), "lie", "lie")
    assert caught.value.key == "exchange.bad_spreadsheet"


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"a,b\nc,d\n", b"\xd0\xcf\x11\xe0" * 200])
@pytest.mark.parametrize("ending", [".xlsx", ".xls", ".ods"])
def test_what_is_no_spreadsheet_is_refused(tmp_path: Path, data: bytes, ending: str) -> None:
    path = tmp_path / f"x{ending}"
    path.write_bytes(data)

    with pytest.raises(FileError) as caught:
        read_spreadsheet(str(path), "x", "x")
    assert caught.value.key == "exchange.bad_spreadsheet"


def changed(path: Path, old: str, new: str) -> str:
    with zipfile.ZipFile(book(path, S=[["a", "b"], ["c", "d"]])) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data.replace(old.encode(), new.encode()))
    return str(path)


@pytest.mark.skipif(sys.platform != "linux", reason="memory is bounded there")
@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("</sheetData>", f'<row r="1048576">{cell("XFD1048576", "z")}</row></sheetData>',
         "exchange.unpacks_too_large"),
        ('r="A1"', 'r="ZZZZZZ99999999999"', "exchange.bad_spreadsheet"),
    ],
)  # fmt: skip
def test_a_cell_far_away_harms_nothing(tmp_path: Path, old: str, new: str, key: str) -> None:
    path = changed(tmp_path / "far.xlsx", old, new)

    with pytest.raises(FileError) as caught:
        read_spreadsheet(path, "far", "far")
    assert caught.value.key == key


def test_rows_that_grow_beyond_measure_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = book(tmp_path / "x.xlsx", S=[["a" * 900, "b" * 900]] * 900)
    monkeypatch.setattr(spreadsheet, "_LONGEST_ROW", 1000)

    with pytest.raises(FileError) as caught:
        read_spreadsheet(path, "x", "x")
    assert caught.value.key == "exchange.unpacks_too_large"


def test_modules_beside_a_file_are_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit(9)", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    (parsed,), _ = read_spreadsheet(book(tmp_path / "x.xlsx", S=[["a", "b"]]), "x", "x")

    assert len(parsed.deck.notes) == 1


def test_rows_are_printed_with_their_numbers(tmp_path: Path) -> None:
    out = io.StringIO()
    rows: list[list[str | float | bool]] = [[], ["", "a", "b", ""], [], ["", "", 2.5]]

    write_rows(book(tmp_path / "x.xlsx", Empty=[], S=rows), out)

    assert list(map(json.loads, out.getvalue().splitlines())) == [
        ["S", 2], [2, "a", "b"], [4, "", "2.5"]]  # fmt: skip


def test_without_the_extra_it_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "python_calamine", None)

    with pytest.raises(FileError) as caught:
        read_spreadsheet(str(tmp_path / "x.xlsx"), "x", "x")
    assert caught.value.key == "exchange.spreadsheet"
