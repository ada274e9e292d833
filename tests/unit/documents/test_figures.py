from __future__ import annotations

import math
import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.documents.figures import Table, Value, is_header, value


@pytest.mark.parametrize(
    ("text", "comma", "expected"),
    [
        ("180000", False, 180000.0),
        ("1,234.5", False, 1234.5),
        ("1.234,5", True, 1234.5),
        ("1.234", True, 1234.0),
        ("1 234,5", True, 1234.5),
        ("$1,200", False, 1200.0),
        ("(1,200)", False, -1200.0),
        ("−5", False, -5.0),
        ("12 %", False, 12.0),
        ("12€", False, 12.0),
        ("1e3", False, 1000.0),
        ("", False, None),
        ("  ", False, None),
        ("agency", False, "agency"),
        ("inf", False, "inf"),
        ("nan", False, "nan"),
        ("1_000", False, "1_000"),
        ("1e999", False, "1e999"),
        ("1,5,5", True, "1,5,5"),
        ("$1e999", False, "$1e999"),
        ("$,5", True, 0.5),
        ("2026-01-02", False, "2026-01-02"),
        ("1" * 50 + " %", False, "1" * 50 + " %"),
    ],
)
def test_a_cell_is_a_number_something_else_or_nothing(text: str, comma: bool, expected: object) -> None:  # noqa: FBT001  a column of the table above
    assert value(text, comma=comma) == expected


def test_a_column_is_described_when_four_in_five_cells_are_numbers() -> None:
    table = Table(["a", "b"], ["a", "b"])
    for number in range(5):
        table.count([float(number), "x" if number < 2 else 1.0])
    assert table.describe() == "5 rows, 2 columns: a, b\na: count 5, mean 2, p50 2, p90 4"


def test_a_row_may_be_shorter_or_longer_than_the_header() -> None:
    table = Table(["a", "b"], ["a", "b"])
    table.count([1.0])
    table.count([2.0, 3.0, 4.0])
    assert table.describe().splitlines()[1:] == [
        "a: count 2, mean 1.5, p50 1, p90 2",
        "b: count 1, mean 3, p50 3, p90 3",
    ]


def test_columns_beyond_forty_are_counted_and_not_named() -> None:
    names = [f"c{n}" for n in range(42)]
    assert Table(names, names).describe().endswith("c39 and 2 more")


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (["a", "b", 1.0], True),
        (["a", 1.0, 2.0], False),
        (["a", 2024.0, 2025.0, 2026.0], True),
        ([2024.0, 2025.0], False),
        ([2024.0, 5.0], False),
        (["a", None], True),
    ],
)
def test_a_first_row_names_the_columns_unless_it_is_mostly_numbers(
    values: list[Value],
    expected: bool,  # noqa: FBT001  a column of the table above
) -> None:
    assert is_header(values) is expected


CELLS = st.sampled_from(["1", "2.5", "", " 3 ", "1_0", "inf", "agency", "1,5", "$7", "4e2"])


@given(st.lists(st.lists(CELLS, max_size=4), max_size=8), st.booleans())
def test_rows_counted_together_are_counted_as_one_by_one(rows: list[list[str]], comma: bool) -> None:  # noqa: FBT001  drawn
    together, alone = (Table(["a", "b", "c"], ["a", "b", "c"]) for _ in range(2))
    together.count_texts(rows, comma=comma)
    for row in rows:
        alone.count([value(cell, comma=comma) for cell in row])
    assert together.describe() == alone.describe()


@given(st.lists(st.floats(min_value=-1e9, max_value=1e9), min_size=1, max_size=50))
def test_the_numbers_told_are_those_of_the_column(numbers: list[float]) -> None:
    table = Table(["a"], ["a"])
    for number in numbers:
        table.count([number])
    told = dict(part.split() for part in table.describe().splitlines()[1].removeprefix("a: ").split(", "))
    ordered = sorted(numbers)
    assert int(told["count"]) == len(numbers)
    for name, expected in (
        ("mean", statistics.fmean(numbers)),
        ("p50", ordered[math.ceil(0.5 * len(numbers)) - 1]),
        ("p90", ordered[math.ceil(0.9 * len(numbers)) - 1]),
    ):
        assert float(told[name]) == pytest.approx(expected, rel=1e-4, abs=1e-6)
