"""Reads plain text, Markdown and JSON: sentences with their lines."""

from __future__ import annotations

from bisect import bisect_right

from core.documents.decode import read_text
from core.documents.extract import Extract
from core.documents.limits import SOURCE
from core.documents.sentences import sentences


def read(path: str, extract: Extract) -> None:
    """Add a file's sentences, word for word; of JSON, its lines (it is never parsed)."""
    text = read_text(path)
    if extract.kind == "json":
        _read_lines(text, extract)
        return
    source = text[:SOURCE]
    starts = [0]
    while (found := source.find("\n", starts[-1])) >= 0:
        starts.append(found + 1)
    for start, end in sentences(source):
        first, last = bisect_right(starts, start), bisect_right(starts, end - 1)
        if not extract.add(source[start:end], "line", first, last):
            return
    extract.full = len(source) < len(text)


def _read_lines(text: str, extract: Extract) -> None:
    for number, line in enumerate(text.split("\n"), 1):
        if any(map(str.isalnum, line)) and not extract.add(line, "line", number):
            return
