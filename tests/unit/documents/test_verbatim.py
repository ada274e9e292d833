"""Every passage stands word for word in its file, at the place it names."""

from __future__ import annotations

import html

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.documents.clean import clean
from tests.fakes import files
from tests.unit.documents.here import read_here

WORDS = st.sampled_from(
    [
        "agency",
        "Costs",
        "$1.5M.",
        "e.g.",
        "7",
        "months,",
        "why?",
        "Größe",
        "倉庫。",
        "U.S.",
        "No.",
        "“so.”",
        "&",
    ]
)
SENTENCES = st.lists(WORDS, min_size=1, max_size=12).map(" ".join).map("It {}".format)
LINES = st.one_of(SENTENCES, st.sampled_from(["", "# Costs", "- agency", "\u202ex\u200b", "| a | b |"]))
SIMPLE = st.sampled_from(["It costs $1.5M.", "Why (so)?", "Fast; cheap.", "é € ok."])
PARAGRAPHS = st.lists(SENTENCES, min_size=1, max_size=6)
slow_files = settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])


@given(st.lists(LINES, min_size=1))
def test_in_a_text_at_its_lines(lines: list[str]) -> None:
    text = "\n".join([*lines, "The end."])
    seen = clean(text).split("\n")
    for passage in read_here("notes.md", text.encode()).passages:
        where = passage.location
        assert where.place == "line"
        assert passage.text in "\n".join(seen[where.first - 1 : where.last])


@given(PARAGRAPHS)
def test_in_a_web_page_at_its_paragraph(paragraphs: list[str]) -> None:
    for passage in read_here("a.html", files.html(paragraphs)).passages:
        assert passage.location.place == "paragraph"
        assert passage.text in paragraphs[passage.location.first - 1]
        assert html.unescape(html.escape(passage.text)) == passage.text


@slow_files
@given(PARAGRAPHS, st.lists(st.lists(SENTENCES, min_size=2, max_size=2), max_size=3))
def test_in_a_document_at_its_paragraph(paragraphs: list[str], table: list[list[str]]) -> None:
    blocks = [*paragraphs, *(", ".join(row) for row in table)]
    for passage in read_here("a.docx", files.docx(paragraphs, table)).passages:
        assert passage.location.place == "paragraph"
        assert passage.text in blocks[passage.location.first - 1]


@slow_files
@given(st.lists(PARAGRAPHS, min_size=1, max_size=3))
def test_in_a_deck_at_its_slide(slides: list[list[str]]) -> None:
    for passage in read_here("a.pptx", files.pptx(slides)).passages:
        assert passage.location.place == "slide"
        assert any(passage.text in paragraph for paragraph in slides[passage.location.first - 1])


CELLS = st.one_of(SENTENCES, st.integers(-(10**9), 10**9), st.none(), st.booleans())
ROWS = st.lists(st.lists(CELLS, max_size=4), max_size=5)


def shown(cell: files.Cell) -> str:
    return "" if cell is None else str(cell).upper() if isinstance(cell, bool) else str(cell)


@slow_files
@given(st.dictionaries(st.sampled_from(["Costs", "Plan", "費用"]), ROWS, min_size=1))
def test_in_a_workbook_at_its_sheet_and_row(sheets: dict[str, list[list[files.Cell]]]) -> None:
    reading = read_here("a.xlsx", files.xlsx({**sheets, "Last": [["end"]]}))
    assert reading.passages[-1].text == "end"
    for passage in reading.passages[:-1]:
        where = passage.location
        assert where.sheet is not None
        row = sheets[where.sheet][where.first - 1]
        assert passage.text.strip(" ,") in ", ".join(map(shown, row))


@slow_files
@given(st.lists(st.lists(SIMPLE, min_size=1, max_size=9), min_size=1, max_size=3))
def test_in_a_pdf_at_its_page(pages: list[list[str]]) -> None:
    told = [" ".join(page) for page in pages]
    for passage in read_here("a.pdf", files.pdf(told)).passages:
        assert passage.location.place == "page"
        assert passage.text in told[passage.location.first - 1]
