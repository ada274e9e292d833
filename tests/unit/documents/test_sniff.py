from __future__ import annotations

import pytest

from core.documents import sniff
from core.documents.refusals import Refused


@pytest.mark.parametrize(
    ("name", "extension"),
    [
        ("Costs.CSV", "csv"),
        ("a.b.docx", "docx"),
        ("notes.log", ""),
        ("pdf", ""),
        ("", ""),
        ("x.tar.pdf", "pdf"),
    ],
)
def test_only_extensions_that_matter_are_heeded(name: str, extension: str) -> None:
    assert sniff.extension(name) == extension


@pytest.mark.parametrize(
    ("head", "extension", "kind"),
    [
        (b"%PDF-1.7", "", "pdf"),
        (b"\n\n%PDF-1.4", "txt", "pdf"),
        (b"junk before %PDF-1.4", "pdf", "pdf"),
        (b"We read %PDF-1.4 files", "", "txt"),
        (b"PK\x03\x04...", "docx", "zip"),
        (b"<!DOCTYPE html><p>", "", "html"),
        (b"\xef\xbb\xbf  <html>", "txt", "html"),
        (b"<!-- made --> <HTML>", "", "html"),
        (b"hello", "htm", "html"),
        (b"a,b", "csv", "csv"),
        (b"a\tb", "tab", "tsv"),
        (b"# Title", "markdown", "md"),
        (b"{}", "json", "json"),
        (b"hello", "", "txt"),
    ],
)
def test_content_decides_and_the_name_only_tells_texts_apart(head: bytes, extension: str, kind: str) -> None:
    assert sniff.kind(head, extension) == kind


@pytest.mark.parametrize(
    ("head", "extension", "code"),
    [
        (b"", "txt", "empty"),
        (b"<!doctype html>", "pdf", "web_page"),
        (b"<html>", "xlsx", "web_page"),
        (b"hello", "pdf", "wrong_type"),
        (b"hello", "docx", "wrong_type"),
        (b"\x89PNG\r\n", "pdf", "unsupported"),
        (b"{\\rtf1", "docx", "unsupported"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "xls", "old_office"),
    ],
)
def test_what_cannot_be_read_is_refused_by_its_first_bytes(head: bytes, extension: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        sniff.kind(head, extension)
    assert refused.value.code == code


def test_a_refusal_names_what_was_wanted() -> None:
    with pytest.raises(Refused, match="looks like a web page, not a pdf file"):
        sniff.kind(b"<html>", "pdf")
