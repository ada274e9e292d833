"""Good files of every kind the bot reads, made in code: each function returns the file's bytes."""

from __future__ import annotations

import csv as _csv
import html as _html
import io
import textwrap
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from xml.sax.saxutils import escape

Cell = str | int | float | bool | None

PDF_LINE = 90  # characters on a line of a made PDF
PDF_LINES = 50  # lines that fit on its page
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def pdf_of_objects(objects: Sequence[bytes], *, trailer: bytes = b"") -> bytes:
    """A PDF of these objects, numbered from 1 (the catalogue), with a true cross-reference table."""
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<</Size %d/Root 1 0 R%b>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        trailer,
        start,
    )
    return bytes(out)


def pdf_stream(data: bytes, extra: bytes = b"") -> bytes:
    """A stream object's body: its dictionary with the length and `extra`, then the data."""
    return b"<</Length %d%b>>\nstream\n%b\nendstream" % (len(data), extra, data)


def _pdf_text(page: str) -> bytes:
    lines = [line for paragraph in page.split("\n") for line in (textwrap.wrap(paragraph, PDF_LINE) or [""])]
    shown = []
    for line in lines[:PDF_LINES]:
        raw = line.encode("cp1252")
        for special in (b"\\", b"(", b")"):
            raw = raw.replace(special, b"\\" + special)
        shown.append(b"(%b) Tj T*" % raw)
    return b"BT /F1 11 Tf 50 790 Td 15 TL\n%b\nET" % b"\n".join(shown)


def pdf(pages: Sequence[str]) -> bytes:
    """A PDF with these pages of Western text; long lines are wrapped, 50 lines fit on a page."""
    first = 4
    kids = b" ".join(b"%d 0 R" % (first + 2 * index) for index in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%b]>>" % (len(pages), kids),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for index, page in enumerate(pages):
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>"
            b"/Contents %d 0 R>>" % (first + 2 * index + 1)
        )
        objects.append(pdf_stream(_pdf_text(page)))
    return pdf_of_objects(objects)


def csv(rows: Iterable[Sequence[Cell]], *, delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    """A table as text, its cells quoted where they need it."""
    out = io.StringIO()
    _csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return out.getvalue().encode(encoding)


def archive(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip archive of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def word_parts(body: str, *, prolog: str = "") -> dict[str, str | bytes]:
    """The parts of a minimal .docx around this XML body."""
    return {
        "[Content_Types].xml": (
            f'<?xml version="1.0"?><Types xmlns="{_TYPES}"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_WORD_TYPE}"/></Types>'
        ),
        "_rels/.rels": (
            f'<?xml version="1.0"?><Relationships xmlns="{_RELATIONSHIPS}"><Relationship Id="rId1" '
            f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
        ),
        "word/document.xml": (
            f'<?xml version="1.0"?>{prolog}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
        ),
    }


def word_paragraph(text: str) -> str:
    """One paragraph of a .docx body."""
    return f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def docx(paragraphs: Sequence[str], table: Sequence[Sequence[str]] = ()) -> bytes:
    """A Word document of these paragraphs, then one table if any rows are given."""
    import docx as library  # noqa: PLC0415  slow to import, and few tests need it

    document = library.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if table:
        grid = document.add_table(rows=len(table), cols=len(table[0]))
        for row, cells in zip(grid.rows, table, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def pptx(slides: Sequence[Sequence[str]], notes: Mapping[int, str] | None = None) -> bytes:
    """A PowerPoint deck: each slide a text box of paragraphs; `notes` by slide number from 1."""
    import pptx as library  # noqa: PLC0415  slow to import, and few tests need it
    from pptx.util import Inches  # noqa: PLC0415  the same

    deck = library.Presentation()
    for number, paragraphs in enumerate(slides, 1):
        slide = deck.slides.add_slide(deck.slide_layouts[6])
        box = slide.shapes.add_textbox(Inches(1), Inches(1), Inches(8), Inches(5))
        box.text_frame.text = "\n".join(paragraphs)
        if notes and number in notes:
            frame = slide.notes_slide.notes_text_frame
            assert frame is not None
            frame.text = notes[number]
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def xlsx(sheets: Mapping[str, Sequence[Sequence[Cell]]]) -> bytes:
    """An Excel workbook: sheet name → rows of cells, each row from column A."""
    import xlsxwriter  # noqa: PLC0415  slow to import, and few tests need it

    out = io.BytesIO()
    workbook = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_numbers": False})
    for name, rows in sheets.items():
        sheet = workbook.add_worksheet(name)
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                if isinstance(cell, str):
                    sheet.write_string(number, column, cell)
                elif cell is not None:
                    sheet.write(number, column, cell)
    workbook.close()
    return out.getvalue()


def html(paragraphs: Sequence[str], *, title: str = "") -> bytes:
    """A web page of these paragraphs."""
    head = f"<title>{_html.escape(title)}</title>" if title else ""
    body = "\n".join(f"<p>{_html.escape(paragraph)}</p>" for paragraph in paragraphs)
    page = (
        f"<!doctype html><html><head>{head}<style>p {{ color: red }}</style></head><body>{body}</body></html>"
    )
    return page.encode()
