"""Options against outcomes, as Slack's own table or as lines where that does not fit."""

from __future__ import annotations

from typing import Any

from core.graph.wording import Table
from handlers.blocks.limits import TABLE_CHARACTERS, TABLE_COLUMNS, TABLE_ROWS
from handlers.blocks.text import one_line, unbracketed
from handlers.view import Block

_CORNER = "Option"


def native(table: Table) -> Block | None:
    """The table as a block; None where it has too many rows, columns or characters for one."""
    rows = [
        [_CORNER, *map(one_line, table.columns)],
        *([_name(row.letter, row.label), *row.cells] for row in table.rows),
    ]
    characters = sum(len(cell) for row in rows for cell in row)
    if len(rows) > TABLE_ROWS or len(rows[0]) > TABLE_COLUMNS or characters > TABLE_CHARACTERS:
        return None
    centred = [{"align": "center"} for _ in table.columns]
    return {
        "type": "table",
        "rows": [[_cell(cell) for cell in row] for row in rows],
        "column_settings": [{"is_wrapped": True}, *centred],
    }


def as_lines(table: Table) -> tuple[str, ...]:
    """The table as lines of plain text: each option, and below it its mark for each outcome."""
    return tuple(
        line
        for row in table.rows
        for line in (
            _name(row.letter, row.label),
            *(
                f"   {one_line(column)}: {cell}"
                for column, cell in zip(table.columns, row.cells, strict=True)
            ),
        )
    )


def _name(letter: str, label: str) -> str:
    return f"{letter}  {one_line(label)}"


def _cell(text: str) -> dict[str, Any]:
    return {"type": "raw_text", "text": unbracketed(text)}
