"""Tells what a file is by its first bytes; the name only tells kinds of text apart."""

from __future__ import annotations

import re

from core.documents.refusals import Refused

HEAD = 4_096  # bytes looked at
_PDF_WITHIN = 1_024  # bytes; what PDF readers allow before the header
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_WEB_PAGE = re.compile(
    rb"[\s\xef\xbb\xbf]*(?:<!--[^>]*-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE
)
_FOREIGN = (
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"II*\0", "an image"),
    (b"MM\0*", "an image"),
    (b"RIFF", "an image, sound or film"),
    (b"ID3", "a sound"),
    (b"OggS", "a sound or film"),
    (b"\x1f\x8b", "a compressed archive"),
    (b"7z\xbc\xaf", "a compressed archive"),
    (b"Rar!", "a compressed archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "a database"),
    (b"PAR1", "a database"),
    (b"{\\rtf", "an RTF file"),
)
OFFICE = ("docx", "pptx", "xlsx")
_TEXT_KINDS = {
    "csv": "csv",
    "tsv": "tsv",
    "tab": "tsv",
    "md": "md",
    "markdown": "md",
    "json": "json",
    "html": "html",
    "htm": "html",
    "xhtml": "html",
}


def extension(name: str) -> str:
    """The end of a file's name, lower case, if `kind` heeds it; else "" (so that equal content is equal)."""
    end = name.rpartition(".")[2].lower() if "." in name else ""
    return end if end in _TEXT_KINDS or end in OFFICE or end == "pdf" else ""


def kind(head: bytes, extension: str) -> str:
    """pdf, zip, csv, tsv, md, json, html or txt, from the first 4,096 bytes. Raises Refused."""
    if not head:
        raise Refused("empty")
    before, found, _ = head[:_PDF_WITHIN].partition(b"%PDF-")
    if found and (extension == "pdf" or not before.strip()):
        return "pdf"
    if head.startswith(_ZIP):
        return "zip"
    if head.startswith(_OLE):
        raise Refused("old_office")
    for magic, what in _FOREIGN:
        if head.startswith(magic):
            raise Refused("unsupported", what=what)
    is_web_page = _WEB_PAGE.match(head) is not None
    if extension == "pdf" or extension in OFFICE:
        raise Refused("web_page" if is_web_page else "wrong_type", wanted=extension)
    return "html" if is_web_page else _TEXT_KINDS.get(extension, "txt")
