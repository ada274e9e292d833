"""Block Kit's table."""

from __future__ import annotations

from bot.playground.slack.blocks.checks import (
    Report,
    array,
    boolean,
    number,
    one_of,
    shape,
    string,
    typed,
)
from bot.playground.slack.blocks.rich_text import RICH_TEXT
from bot.playground.slack.records import Json

ROWS = 100
COLUMNS = 20
CHARACTERS = 10_000  # in all cells together

_CELL = typed(
    {
        "raw_text": shape({"text": string(CHARACTERS)}),
        "raw_number": shape({"value": number, "text": string(CHARACTERS)}),
        "rich_text": RICH_TEXT,
    }
)
_COLUMN = shape({}, {"align": one_of("left", "center", "right"), "is_wrapped": boolean})


def _even_rows(report: Report, value: Json, at: str) -> None:
    rows = value.get("rows")
    if isinstance(rows, list) and len({len(row) for row in rows if isinstance(row, list)}) > 1:
        report.refuse("all rows must have the same number of cells", f"{at}/rows")


def _column_settings(report: Report, value: object, at: str) -> None:
    # A column may be skipped with null.
    given = [part if part is not None else {} for part in value] if isinstance(value, list) else value
    array(_COLUMN, minimum=0, maximum=COLUMNS)(report, given, at)


TABLE = shape(
    {"rows": array(array(_CELL, minimum=1, maximum=COLUMNS), minimum=1, maximum=ROWS)},
    {"column_settings": _column_settings, "block_id": string(255)},
    _even_rows,
)
