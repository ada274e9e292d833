"""Reads PDF files with PDFium, and asks pypdf about the files and pages that PDFium cannot read."""

from __future__ import annotations

import ctypes

import pypdfium2

from core.documents import second_opinion
from core.documents.columns import page_text
from core.documents.extract import Extract
from core.documents.limits import PAGE
from core.documents.pages import collect
from core.documents.refusals import Refused

_PASSWORD, _SECURITY = 4, 5  # FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY in fpdfview.h


def read(path: str, extract: Extract) -> None:
    """Add a PDF's pages. Raises Refused."""
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if error.err_code in {_PASSWORD, _SECURITY}:
            raise Refused("locked") from error
        second_opinion.read(path, extract)
        return
    other = second_opinion.Pages(path)

    def text_of(number: int) -> str:
        try:
            return _text(document, number)
        except (pypdfium2.PdfiumError, ctypes.ArgumentError, RecursionError):
            return other.text(number)

    with document:
        collect(len(document), text_of, extract)


def _text(document: pypdfium2.PdfDocument, number: int) -> str:
    page = document[number - 1]
    textpage = page.get_textpage()
    try:
        count = textpage.count_chars()
        if count <= 0:
            return ""
        if count > PAGE:  # one more than is read, so that the cut is noticed
            beginning: str = textpage.get_text_range(0, PAGE + 1)
            return beginning
        return page_text(textpage, *page.get_size())
    finally:
        textpage.close()
        page.close()
