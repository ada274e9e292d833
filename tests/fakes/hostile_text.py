"""Hostile text, table, web and JSON files, made in code."""

from __future__ import annotations

import random

MEGABYTE = 1 << 20


def over_the_limit() -> bytes:
    """A table of 26 MB."""
    line = b"agency,180000\n"
    return b"option,cost\n" + line * (26 * MEGABYTE // len(line))


def binary() -> bytes:
    """Noise."""
    return b"\x01" + random.Random(7).randbytes(50_000)


def one_huge_line() -> bytes:
    """Two megabytes without a line break."""
    return b"a," * MEGABYTE


def open_quote() -> bytes:
    """A table with a quote that is never closed."""
    return b'option,cost\nagency,180000\n"hire,120000\nwait,0\n'


def open_quote_in_bulk() -> bytes:
    """The same, before so much text that no cell can hold it."""
    return b'option,cost\nagency,180000\n"hire,120000\n' + b"wait,0\n" * 50_000


def with_zeros() -> bytes:
    """A table with zero bytes in its cells."""
    return b"option,cost\nage\0ncy,180000\n"


def ragged() -> bytes:
    """Rows of different lengths."""
    return b"option,cost,month\nagency,180000\nhire,120000,7,extra\n\nwait\n"


def infinite() -> bytes:
    """Numbers that are none."""
    return b"option,cost\na,inf\nb,nan\nc,1e999\nd,10\ne,20\n"


def wide(columns: int = 50_000) -> bytes:
    """A table of tens of thousands of columns."""
    return ",".join(f"c{n}" for n in range(columns)).encode() + b"\n" + b",".join([b"1"] * columns) + b"\n"


def formulas() -> bytes:
    """Cells that a spreadsheet would run."""
    return b'option,cost\n"=HYPERLINK(""http://example.com"",""x"")",180000\n+1,@SUM(A1)\n'


def disguised() -> bytes:
    """Text with direction overrides, terminal colours and zero-width characters."""
    first = "The \u202eagency\u202c costs \x1b[31m180\u200b000\x1b[0m."
    return f"{first}\nIt is \ufefffast\u2066 enough\u2069.\n".encode()


def nested_divisions(depth: int = 200_000) -> bytes:
    """A web page nested very deep."""
    return b"<html><body>" + b"<div>" * depth + b"The agency costs 180000." + b"</div>" * depth


def open_comments(count: int = 1_000_000) -> bytes:
    """A web page that opens a million comments and closes none."""
    return b"<html><body>The agency costs 180000." + b"<!--" * count


def deep_json(depth: int = 1_000_000) -> bytes:
    """JSON a million lists deep, around one word."""
    return b"[" * depth + b'\n"agency"\n' + b"]" * depth


def long_number(digits: int = 2_000_000) -> bytes:
    """JSON with one very long number."""
    return b'{"cost":\n' + b"9" * digits + b"\n}"
