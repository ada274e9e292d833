"""Cuts the sheets of a workbook down to what is read, before a library lays them out in memory.

The library makes room for every cell between the first and the last one: a sheet of two cells, the second
in XFD1048576, would take half a terabyte.
"""

from __future__ import annotations

import io
import re
import zipfile

from core.documents.limits import SHEET_ROWS

_SHEETS = "xl/worksheets/"
_ROW = re.compile(rb"<((?:\w+:)?)row\b(?:[^>]*?\br=[\"'](\d{1,9}))?")
_FAR_CELL = re.compile(  # in a column after GR, the 200th
    rb"<(?:\w+:)?c\b[^>]*?\br=[\"'](?:[A-Z]{3,}|[H-Z][A-Z]|G[S-Z])\d+[\"'][^>]*?(?:/>|>.*?</(?:\w+:)?c>)",
    re.DOTALL,
)


def trimmed(path: str) -> io.BytesIO | None:
    """The workbook without the rows and columns beyond the limits; None when it has none there."""
    with zipfile.ZipFile(path) as archive:
        sheets = (name for name in archive.namelist() if name.startswith(_SHEETS) and name.endswith(".xml"))
        changed = {name: cut for name in sheets if (cut := _cut(archive.read(name))) is not None}
        if not changed:
            return None
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as copy:
            for name in archive.namelist():
                copy.writestr(name, changed[name] if name in changed else archive.read(name))
    out.seek(0)
    return out


def _cut(sheet: bytes) -> bytes | None:
    rows = _cut_rows(sheet)
    near, far_cells = _FAR_CELL.subn(b"", sheet if rows is None else rows)
    return near if far_cells else rows


def _cut_rows(sheet: bytes) -> bytes | None:
    for count, row in enumerate(_ROW.finditer(sheet), 1):
        if max(count, int(row.group(2) or 0)) > SHEET_ROWS:
            prefix = row.group(1)
            return sheet[: row.start()] + b"</%bsheetData></%bworksheet>" % (prefix, prefix)
    return None
