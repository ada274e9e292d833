"""Reads Excel workbooks: one passage a row, and a summary of the columns of each sheet."""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Iterator

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from core.documents.clean import clean, one_line
from core.documents.extract import Extract
from core.documents.figures import HEADER, Table, Value
from core.documents.limits import CELL, COLUMNS, SHEET_ROWS
from core.documents.refusals import Refused
from core.documents.sheet_extent import trimmed
from core.documents.tables import row_text

Cell = int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta

SUMMARIES = 10  # sheets described
MIDNIGHT = dt.time()
_EXACT = 1e15  # whole numbers below it are exact in a sheet's cell


def read(path: str, extract: Extract) -> None:
    """Add a workbook's rows, sheet by sheet, by their true numbers. Raises Refused."""
    try:
        package = trimmed(path)
        if package is not None:
            extract.warn(f"only the first {SHEET_ROWS:,} rows and {COLUMNS} columns of a sheet were read")
        with CalamineWorkbook.from_object(package or path) as workbook:
            _read(workbook, extract)
    except PasswordError as error:
        raise Refused("locked") from error
    except (CalamineError, zipfile.BadZipFile, OSError, ValueError, KeyError) as error:
        raise Refused("damaged_office") from error


def _read(workbook: CalamineWorkbook, extract: Extract) -> None:
    tables: dict[str, Table] = {}
    has_long_cells = False
    for count, (sheet, number, cells) in enumerate(_rows(workbook)):
        if count == SHEET_ROWS:
            extract.warn(f"only the first {SHEET_ROWS:,} rows were read")
            break
        row, values = [_text(cell) for cell in cells], [_value(cell) for cell in cells]
        has_long_cells |= any(isinstance(value, str) and len(value) > CELL for value in values)
        if sheet in tables:
            tables[sheet].count(values)
        else:
            tables[sheet] = Table(row, values)
        if not extract.add(row_text(row), "row", number, sheet=sheet):
            break
    extract.summary = "\n".join(
        f"sheet {sheet}: {table.describe()}" for sheet, table in list(tables.items())[:SUMMARIES]
    )
    if has_long_cells:
        extract.warn(f"cells were cut after {CELL:,} characters")
    hidden = sum(sheet.visible != SheetVisibleEnum.Visible for sheet in workbook.sheets_metadata)
    if hidden:
        extract.warn(f"{hidden} hidden {'sheet was' if hidden == 1 else 'sheets were'} not read")


def _rows(workbook: CalamineWorkbook) -> Iterator[tuple[str, int, list[Cell]]]:
    """The rows that are not empty: their sheet, their number and their cells."""
    for sheet in workbook.sheets_metadata:
        if sheet.typ != SheetTypeEnum.WorkSheet or sheet.visible != SheetVisibleEnum.Visible:
            continue
        title = one_line(clean(sheet.name))[:HEADER]
        for number, cells in enumerate(workbook.get_sheet_by_name(sheet.name).iter_rows(), 1):
            if any(cell != "" for cell in cells):
                yield title, number, cells[:COLUMNS]


def _value(cell: Cell) -> Value:
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return str(cell) or None
    return float(cell)


def _text(cell: Cell) -> str:
    """A cell as a sheet shows it without a format of its own."""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, int | float):
        return f"{cell:.0f}" if float(cell).is_integer() and abs(cell) < _EXACT else f"{cell:.15g}"
    if isinstance(cell, dt.datetime):
        return str(cell.date() if cell.time() == MIDNIGHT else cell)
    return one_line(clean(str(cell)[:CELL]))
