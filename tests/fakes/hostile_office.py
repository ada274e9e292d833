"""Hostile Office files, made in code: archive bombs, lies, overlaps, document types, depth, bulk."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from tests.fakes.files import archive, docx, word_paragraph, word_parts, xlsx

MEGABYTE = 1 << 20
SENTENCE = "The agency rebuilt a similar warehouse in seven months. "


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry of an archive as it is written: packed bytes, and whatever size it claims to unpack to."""

    name: str
    packed: bytes
    size: int
    crc: int = 0


def honest(name: str, content: str | bytes) -> Entry:
    """An entry that says the truth."""
    data = content.encode() if isinstance(content, str) else content
    return Entry(name=name, packed=_deflate(data), size=len(data), crc=zlib.crc32(data))


def raw_archive(entries: Sequence[Entry], *, listed_again: int = 0) -> bytes:
    """A zip archive of these entries; the directory lists the last one `listed_again` more times."""
    body, directory, offset = bytearray(), bytearray(), 0
    for entry in entries:
        offset = len(body)
        fields = struct.pack(
            "<HHHHHIIIHH", 20, 0, 8, 0, 0, entry.crc, len(entry.packed), entry.size, len(entry.name), 0
        )
        body += b"PK\3\4" + fields + entry.name.encode() + entry.packed
        directory += _listing(entry, entry.name, offset)
    for copy in range(listed_again):
        directory += _listing(entries[-1], f"word/copy{copy}.bin", offset)
    count = min(0xFFFF, len(entries) + listed_again)
    end = struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, count, count, len(directory), len(body), 0)
    return bytes(body + directory + end)


def _listing(entry: Entry, name: str, offset: int) -> bytes:
    sizes = (entry.crc, len(entry.packed), entry.size, len(name))
    fields = struct.pack("<HHHHHHIIIHHHHHII", 20, 20, 0, 8, 0, 0, *sizes, 0, 0, 0, 0, 0, offset)
    return b"PK\1\2" + fields + name.encode()


def _deflate(data: bytes) -> bytes:
    squeeze = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    return squeeze.compress(data) + squeeze.flush()


def _repeated(block: bytes, times: int) -> bytes:
    """The block many times over, packed in the time of packing it twice."""
    squeeze = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    first = squeeze.compress(block) + squeeze.flush(zlib.Z_FULL_FLUSH)
    again = squeeze.compress(block) + squeeze.flush(zlib.Z_FULL_FLUSH)
    return first + again * (times - 1) + squeeze.flush(zlib.Z_FINISH)


def _word(document: Entry) -> list[Entry]:
    parts = word_parts("")
    return [*(honest(n, c) for n, c in parts.items() if n != "word/document.xml"), document]


def bomb(megabytes: int = 250) -> bytes:
    """A .docx whose document unpacks to hundreds of megabytes of blanks."""
    packed = _repeated(b" " * MEGABYTE, megabytes)
    return raw_archive(_word(Entry(name="word/document.xml", packed=packed, size=megabytes * MEGABYTE)))


def overlapping(copies: int = 200) -> bytes:
    """A .docx whose directory lists the same bytes again and again."""
    blob = honest("word/media.bin", b"\0" * MEGABYTE)
    return raw_archive(
        [*_word(honest("word/document.xml", word_parts("")["word/document.xml"])), blob], listed_again=copies
    )


def crowd(count: int = 60_000) -> bytes:
    """A .docx of tens of thousands of empty parts."""
    empty = _deflate(b"")
    return raw_archive([Entry(name=f"word/{number}", packed=empty, size=0) for number in range(count)])


def liar(megabytes: int = 50) -> bytes:
    """A .docx whose document claims a hundred bytes and unpacks to many megabytes."""
    packed = _repeated(b" " * MEGABYTE, megabytes)
    return raw_archive(_word(Entry(name="word/document.xml", packed=packed, size=100)))


def braggart() -> bytes:
    """A .docx whose document claims more than it has."""
    return raw_archive(_word(Entry(name="word/document.xml", packed=_deflate(b"<a/>"), size=5_000)))


def document_type() -> bytes:
    """A .docx whose document defines entities that multiply."""
    laughs = '<!DOCTYPE w:document [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    return archive(word_parts(word_paragraph(SENTENCE), prolog=laughs))


def external_entity() -> bytes:
    """A .docx that asks for a file of the machine that reads it."""
    theft = '<!DOCTYPE w:document [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
    return archive(word_parts("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>", prolog=theft))


def deep(depth: int = 300_000) -> bytes:
    """A .docx nested hundreds of thousands of levels deep."""
    return archive(word_parts("<w:sdt>" * depth + word_paragraph(SENTENCE) + "</w:sdt>" * depth))


def long_document(megabytes: int = 80) -> bytes:
    """A .docx with many megabytes of text, in long paragraphs, each different."""
    words = [f"{SENTENCE}{number} " for number in range(1_000)]
    paragraphs = [word_paragraph("".join(words[start : start + 20])) for start in range(0, 1_000, 20)]
    block = "".join(paragraphs)
    return archive(word_parts(block * (megabytes * MEGABYTE // len(block))))


def many_rows(rows: int = 1_000_000) -> bytes:
    """A workbook with a million rows."""
    lines = "".join(
        f'<row r="{n}"><c r="A{n}"><v>{n}</v></c><c r="B{n}"><v>{n * 7919 % 100_003}</v></c></row>'
        for n in range(2, rows + 1)
    )
    head = (
        '<row r="1"><c r="A1" t="inlineStr"><is><t>month</t></is></c>'
        '<c r="B1" t="inlineStr"><is><t>cost</t></is></c></row>'
    )
    return with_rows(head + lines)


def sparse() -> bytes:
    """A workbook with two rows, and one more cell in the last corner of the sheet."""
    return with_rows(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>option</t></is></c></row>'
        '<row r="2"><c r="A2" t="inlineStr"><is><t>agency</t></is></c><c r="XFD2"><v>7</v></c></row>'
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    )


def with_rows(rows: str) -> bytes:
    """A workbook whose only sheet has this XML as its rows."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = f'<?xml version="1.0"?><worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>'
    return replaced(xlsx({"Costs": [["x"]]}), "xl/worksheets/sheet1.xml", sheet)


def replaced(package: bytes, part: str, content: str) -> bytes:
    """The package with one part exchanged."""
    with zipfile.ZipFile(io.BytesIO(package)) as old:
        parts: dict[str, str | bytes] = {name: old.read(name) for name in old.namelist()}
    parts[part] = content
    return archive(parts)


def old_office() -> bytes:
    """The beginning of a .doc or .xls from before 2007, and of every encrypted Office file."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2_000)


def broken_xml() -> bytes:
    """A .docx whose document ends in the middle of a word."""
    document = str(word_parts(word_paragraph(SENTENCE))["word/document.xml"])
    return archive({**word_parts(""), "word/document.xml": document[:-30]})


def cut_off() -> bytes:
    """A .docx of which the second half was lost."""
    whole = docx([SENTENCE])
    return whole[: len(whole) // 2]
