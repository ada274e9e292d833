"""Reads PDF files with pypdf, page by page: slower than PDFium, and at times it reads what PDFium cannot."""

from __future__ import annotations

import logging
from functools import cached_property
from typing import TYPE_CHECKING

from core.documents.extract import Extract
from core.documents.pages import PageUnreadable, collect
from core.documents.refusals import Refused

if TYPE_CHECKING:
    from pypdf import PdfReader

PATIENCE = 20  # pages that may fail before no other is tried: a file may claim a million


class Pages:
    """The pages of a file as pypdf sees them; nothing is opened before the first is asked for."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._failures = 0

    def text(self, number: int) -> str:
        """The text of a page, from 1. Raises PageUnreadable, MemoryError."""
        if self._failures >= PATIENCE:
            raise PageUnreadable
        try:
            return self._reader.pages[number - 1].extract_text()
        except MemoryError:
            raise
        except Exception as error:  # whatever a damaged page does to pypdf, the other pages may be read
            self._failures += 1
            raise PageUnreadable from error

    def count(self) -> int:
        """How many pages there are. Raises Refused, MemoryError."""
        try:
            return len(self._reader.pages)
        except (MemoryError, Refused):
            raise
        except Exception as error:
            raise Refused("damaged") from error

    @cached_property
    def _reader(self) -> PdfReader:
        from pypdf import PasswordType, PdfReader  # noqa: PLC0415  190 ms, and few files need it

        for name in ("pypdf", "fontTools"):  # they log a line for every oddity of a damaged file
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)
        reader = PdfReader(self._path)
        if reader.is_encrypted and reader.decrypt("") == PasswordType.NOT_DECRYPTED:
            raise Refused("locked")
        return reader


def read(path: str, extract: Extract) -> None:
    """Add a PDF's pages. Raises Refused."""
    pages = Pages(path)
    collect(pages.count(), pages.text, extract)
