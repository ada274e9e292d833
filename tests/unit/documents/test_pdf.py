from __future__ import annotations

import io
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from core.documents import second_opinion, worker
from core.documents.columns import Box, gutters
from core.documents.pages import PageUnreadable
from core.documents.refusals import Refused
from tests.fakes import files, hostile_pdf
from tests.unit.documents.here import labels, read_here, texts

LEFT = ["the", "agency", "has", "rebuilt", "warehouses"]
RIGHT = ["hiring", "engineers", "takes", "many", "months"]


def two_columns(*, is_interleaved: bool, words: int = 5, title: str = "") -> bytes:
    """A page of two columns of 20 lines; its stream goes line by line across both, or down each."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(600, 800))
    if title:
        canvas.drawString(60, 740, title)
    cells = [(side, line) for line in range(20) for side in (0, 1)]
    for side, line in cells if is_interleaved else sorted(cells):
        text = " ".join((LEFT, RIGHT)[side][:words])
        canvas.drawString(60 + 270 * side, 700 - 20 * line, f"{text} {line}")
    canvas.save()
    return out.getvalue()


def test_each_sentence_has_its_page() -> None:
    reading = read_here(
        "a.pdf", files.pdf(["The agency costs $1.5M. It is fast.", "", "Hiring (of 3) is slow: é, €."])
    )
    assert list(zip(labels(reading), texts(reading), strict=True)) == [
        ("page 1", "The agency costs $1.5M."),
        ("page 1", "It is fast."),
        ("page 3", "Hiring (of 3) is slow: é, €."),
    ]
    assert reading.warnings == ("1 page was without text (images?)",)


def test_a_wrapped_sentence_is_one_line() -> None:
    sentence = "The agency " + "has rebuilt a similar warehouse and " * 5 + "was fast."
    assert texts(read_here("a.pdf", files.pdf([sentence]))) == [sentence]


def test_columns_that_the_stream_interleaves_are_read_one_after_the_other() -> None:
    told = " ".join(texts(read_here("a.pdf", two_columns(is_interleaved=True, title="A title " * 8))))
    assert told.startswith("A title")
    assert told.index("has rebuilt warehouses 19") < told.index("hiring engineers takes many months 0")


def test_columns_in_order_stay_as_they_are() -> None:
    plain = texts(read_here("a.pdf", two_columns(is_interleaved=False)))
    assert plain == texts(read_here("a.pdf", two_columns(is_interleaved=True)))


def test_the_cells_of_a_table_stay_in_their_rows() -> None:
    told = " ".join(texts(read_here("a.pdf", two_columns(is_interleaved=True, words=1))))
    assert "the 3 hiring 3" in told


def test_gutters_need_text_on_both_sides() -> None:
    heights = [100.0 + 20 * line for line in range(20)]
    left: list[Box] = [(50.0, y, 250.0, y + 10.0) for y in heights]
    right: list[Box] = [(320.0, y, 550.0, y + 10.0) for y in heights]
    (middle,) = gutters(left + right, 600, 800)
    assert 250 < middle < 320
    assert gutters(left + left, 600, 800) == []
    assert gutters(left[:5], 600, 800) == []
    many: list[Box] = [(50.0 + x, y, 90.0 + x, y + 10) for x in range(0, 900, 110) for y in heights]
    assert gutters(many, 1000, 800) == []


def test_a_page_with_more_text_than_is_read_is_cut() -> None:
    line = b"(all work and no play) Tj 0 -1 Td\n" * 1_200
    data = hostile_pdf.one_page(files.pdf_stream(b"BT /F1 1 Tf 10 790 Td " + line + b"ET"))
    reading = read_here("a.pdf", data)
    assert reading.warnings == ("1 page was cut after 20,000 characters",)
    assert 18_000 < reading.characters <= 20_000


def test_the_second_opinion_reads_the_same_words() -> None:
    data = files.pdf(["The agency costs $1.5M. It is fast.", "Hiring is slow."])
    assert texts(read_here("a.pdf", data, worker.SECOND)) == texts(read_here("a.pdf", data))


def test_the_second_opinion_is_heard_when_pdfium_cannot_open_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    import pypdfium2  # noqa: PLC0415  as the reader imports it

    def refuse(_path: str) -> None:
        raise pypdfium2.PdfiumError("no", err_code=3)

    monkeypatch.setattr(pypdfium2, "PdfDocument", refuse)
    assert texts(read_here("a.pdf", files.pdf(["The agency is fast."]))) == ["The agency is fast."]


def test_the_second_opinion_is_heard_on_single_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    import pypdfium2  # noqa: PLC0415  as the reader imports it

    get_textpage = pypdfium2.PdfPage.get_textpage
    seen = []

    def fail_once(page: pypdfium2.PdfPage) -> object:
        seen.append(page)
        if len(seen) == 1:
            raise pypdfium2.PdfiumError("no")
        return get_textpage(page)

    monkeypatch.setattr(pypdfium2.PdfPage, "get_textpage", fail_once)
    assert texts(read_here("a.pdf", files.pdf(["One.", "Two."]))) == ["One.", "Two."]


def test_the_second_opinion_gives_up_after_some_pages(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(hostile_pdf.garbage())
    pages = second_opinion.Pages(str(path))
    for _ in range(second_opinion.PATIENCE + 2):
        with pytest.raises(PageUnreadable):
            pages.text(1)
    path.write_bytes(files.pdf(["Good again."]))
    with pytest.raises(PageUnreadable):
        pages.text(1)


@pytest.mark.parametrize("opinion", [worker.FIRST, worker.SECOND])
def test_locked_and_broken_files_are_told_apart_by_both(opinion: str) -> None:
    for data, codes in ((hostile_pdf.locked(), {"locked", "damaged"}), (hostile_pdf.garbage(), {"damaged"})):
        with pytest.raises(Refused) as refused:
            read_here("a.pdf", data, opinion)
        assert refused.value.code in codes


def test_a_second_opinion_on_anything_else_is_that_it_cannot_be_read() -> None:
    with pytest.raises(Refused) as refused:
        read_here("a.txt", b"The agency is fast.", worker.SECOND)
    assert refused.value.code == "crashed"
