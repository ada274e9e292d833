"""Reads Word documents: sentences by paragraph; a row of a table counts as a paragraph."""

from __future__ import annotations

import docx

from core.documents.extract import Extract
from core.documents.office_package import opened
from core.documents.office_text import blocks


def read(path: str, extract: Extract) -> None:
    """Add a document's paragraphs, numbered from 1 with the empty ones. Raises Refused."""
    body = opened(docx.Document, path).element.body
    for number, (text, is_row) in enumerate(blocks(body), 1):
        add = extract.add if is_row else extract.prose
        if text and not add(text, "paragraph", number):
            return
