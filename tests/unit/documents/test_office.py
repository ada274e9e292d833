from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable

import pytest
import xlsxwriter

from core.documents import limits, sheet_extent, sheets, slides
from core.documents.office_package import opened
from core.documents.refusals import Refused
from tests.fakes import files, hostile_office
from tests.unit.documents.here import labels, read_here, texts


def told(name: str, data: bytes) -> list[tuple[str, str]]:
    reading = read_here(name, data)
    return list(zip(labels(reading), texts(reading), strict=True))


def word(body: str) -> list[tuple[str, str]]:
    return told("a.docx", files.archive(files.word_parts(body)))


def test_paragraphs_of_a_document_are_numbered_with_the_empty_ones() -> None:
    data = files.docx(
        ["The agency is fast. It costs $1.5M.", "", "Hiring is slow."], [["option", "cost"], ["agency", "1"]]
    )
    assert told("a.docx", data) == [
        ("paragraph 1", "The agency is fast."),
        ("paragraph 1", "It costs $1.5M."),
        ("paragraph 3", "Hiring is slow."),
        ("paragraph 4", "option, cost"),
        ("paragraph 5", "agency, 1"),
    ]


def test_inserted_text_is_read_and_deleted_text_is_not() -> None:
    new = "<w:ins><w:r><w:t>new</w:t></w:r></w:ins>"
    old = "<w:del><w:r><w:delText>old</w:delText><w:t>x</w:t></w:r></w:del>"
    assert word(f"<w:p>{new}{old}<w:r><w:tab/><w:t>way</w:t><w:br/><w:t>on</w:t></w:r></w:p>") == [
        ("paragraph 1", "new way"),
        ("paragraph 1", "on"),
    ]


def test_content_controls_comments_and_text_boxes_are_gone_through() -> None:
    box = "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>Boxed.</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
    inside = files.word_paragraph("Inside.")
    assert word(f"<!-- x --><w:sdt><w:sdtContent>{inside}</w:sdtContent></w:sdt><w:p>{box}</w:p>") == [
        ("paragraph 1", "Inside."),
        ("paragraph 2", "Boxed."),
    ]


def test_a_table_inside_a_cell_is_part_of_its_row() -> None:
    def row(*cells: str) -> str:
        return "<w:tbl><w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in cells) + "</w:tr></w:tbl>"

    inner = row(files.word_paragraph("a"), files.word_paragraph("b"))
    assert word(row(files.word_paragraph("one") + files.word_paragraph("two"), inner, "")) == [
        ("paragraph 1", "one two, a, b")
    ]


def test_slides_are_read_with_their_notes() -> None:
    data = files.pptx([["Options", "Use an agency. Or hire."], ["Costs"]], {1: "Ask Ana."})
    assert told("a.pptx", data) == [
        ("slide 1", "Options"),
        ("slide 1", "Use an agency."),
        ("slide 1", "Or hire."),
        ("slide 1", "Ask Ana."),
        ("slide 2", "Costs"),
    ]


def test_slides_beyond_the_limit_are_left_out_and_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slides, "PAGES", 1)
    reading = read_here("a.pptx", files.pptx([["One"], ["Two"]]))
    assert (texts(reading), reading.warnings) == (["One"], ("only the first 1 of 2 slides were read",))


@pytest.mark.parametrize("name", ["a.docx", "a.pptx"])
def test_reading_stops_when_there_is_no_more_room(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.documents.extract.CHARACTERS", 4)
    reading = read_here(
        name, files.docx(["One.", "Two."]) if name == "a.docx" else files.pptx([["One.", "Two."]])
    )
    assert texts(reading) == ["One."]


def test_a_name_may_be_wrong_about_the_kind_of_office_file() -> None:
    assert read_here("a.docx", files.pptx([["One"]])).kind == "pptx"
    assert read_here("a", files.docx(["One"])).kind == "docx"


@pytest.mark.parametrize("make", [hostile_office.broken_xml, hostile_office.deep, hostile_office.cut_off])
def test_broken_documents_are_damaged(make: Callable[[], bytes]) -> None:
    with pytest.raises(Refused) as refused:
        read_here("a.docx", make())
    assert refused.value.code == "damaged_office"


def test_a_package_without_its_parts_is_damaged() -> None:
    for part in ("word/x", "ppt/x", "xl/x"):
        with pytest.raises(Refused) as refused:
            read_here("a.docx", files.archive({part: "x"}))
        assert refused.value.code == "damaged_office"


def test_a_parser_without_memory_is_no_damage() -> None:
    def starve(path: str) -> None:
        raise SyntaxError(path)

    def starve_openly(path: str) -> None:
        raise MemoryError(path)

    for open_ in (starve, starve_openly):
        with pytest.raises(MemoryError):
            opened(open_, "x")


def test_rows_of_sheets_have_their_true_numbers_and_a_summary_each() -> None:
    data = files.xlsx(
        {
            "Costs": [["option", "cost"], ["agency", 180000.0], [None], ["hire", 1.5]],
            "Empty": [],
            "Plan": [["x", "y"], [True]],
        }
    )
    reading = read_here("a.xlsx", data)
    assert list(zip(labels(reading), texts(reading), strict=True)) == [
        ("sheet Costs, row 1", "option, cost"),
        ("sheet Costs, row 2", "agency, 180000"),
        ("sheet Costs, row 4", "hire, 1.5"),
        ("sheet Plan, row 1", "x, y"),
        ("sheet Plan, row 2", "TRUE"),
    ]
    assert reading.summary.splitlines() == [
        "sheet Costs: 2 rows, 2 columns: option, cost",
        "cost: count 2, mean 90000.8, p50 1.5, p90 180000",
        "sheet Plan: 1 row, 2 columns: x, y",
    ]


def test_dates_and_times_are_told_as_such_and_a_formula_as_its_value() -> None:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet("Plan")
    day, moment = (book.add_format({"num_format": text}) for text in ("yyyy-mm-dd", "yyyy-mm-dd hh:mm"))
    sheet.write_datetime(2, 1, dt.datetime(2026, 11, 22), day)  # noqa: DTZ001  sheets know no zones
    sheet.write_datetime(2, 2, dt.datetime(2026, 11, 22, 9, 30), moment)  # noqa: DTZ001  the same
    sheet.write_formula(2, 3, "=1+1", None, 2)
    sheet.write_number(2, 4, 1 / 3)
    book.close()
    assert told("a.xlsx", out.getvalue()) == [
        ("sheet Plan, row 3", "2026-11-22, 2026-11-22 09:30:00, 2, 0.333333333333333")
    ]


def test_long_cells_of_a_sheet_are_cut_and_it_is_said() -> None:
    reading = read_here("a.xlsx", files.xlsx({"Costs": [["x" * 2_500]]}))
    assert reading.characters == 2_000
    assert reading.warnings == ("cells were cut after 2,000 characters",)


def test_hidden_sheets_are_not_read_and_it_is_said() -> None:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.add_worksheet("Seen").write(0, 0, "a")
    hidden = book.add_worksheet("Unseen")
    hidden.write(0, 0, "secret")
    hidden.hide()
    chart = book.add_chart({"type": "bar"})
    chart.add_series({"values": "=Seen!$A$1:$A$1"})
    book.add_chartsheet("Chart").set_chart(chart)
    book.close()
    reading = read_here("a.xlsx", out.getvalue())
    assert (texts(reading), reading.warnings) == (["a"], ("1 hidden sheet was not read",))


def test_rows_and_columns_beyond_the_limits_are_cut_before_they_take_memory(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sheet_extent, "SHEET_ROWS", 2)
    monkeypatch.setattr(sheets, "SHEET_ROWS", 2)
    row = (
        '<row r="{0}"><c r="A{0}"><v>{0}</v></c><c r="GR{0}"><v>200</v></c>'
        '<c r="GS{0}" s="1"><v>201</v></c><c r="AAA{0}"/></row>'
    )
    reading = read_here(
        "a.xlsx", hostile_office.with_rows("".join(row.format(number) for number in range(1, 5)))
    )
    assert [text.split(", ")[0] for text in texts(reading)] == ["1", "2"]
    assert [text.split(", ")[-1] for text in texts(reading)] == ["200", "200"]
    assert reading.warnings == ("only the first 2 rows and 200 columns of a sheet were read",)


def test_rows_beyond_the_limit_over_all_sheets_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "SHEET_ROWS", 3)
    reading = read_here("a.xlsx", files.xlsx({"A": [["a"], [1], [2]], "B": [["b"]]}))
    assert texts(reading) == ["a", "1", "2"]
    assert reading.warnings == ("only the first 3 rows were read",)


def test_a_workbook_longer_than_there_is_room_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.documents.extract.CHARACTERS", 2)
    reading = read_here("a.xlsx", files.xlsx({"A": [["a"], [1], [2]]}))
    assert texts(reading) == ["a", "1"]
    assert reading.warnings == ("only the first 2 characters were read",)


def test_the_last_column_that_is_read_is_the_two_hundredth() -> None:
    assert xlsxwriter.utility.xl_col_to_name(limits.COLUMNS - 1) == "GR"


def test_a_workbook_of_noise_is_damaged() -> None:
    data = hostile_office.replaced(files.xlsx({"A": [["a"]]}), "xl/workbook.xml", "<workbook><sheets/>")
    with pytest.raises(Refused) as refused:
        read_here("a.xlsx", data)
    assert refused.value.code in {"damaged_office", "no_text"}
