"""Judges an Office file as an archive before any library opens it: its sizes, its shape, its XML."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from typing import IO
from xml.parsers import expat

from core.documents.refusals import Refused

ENTRIES = 10_000
DIRECTORY = 2 << 20  # bytes that list the entries
TOTAL = 300 << 20  # bytes unpacked
PART = 200 << 20  # bytes unpacked of one entry
RATIO = 300  # unpacked to packed
UNJUDGED = 8 << 20  # bytes unpacked below which a ratio is no danger
_CHUNK = 1 << 18  # bytes
_LOCAL_HEADER = 30  # bytes before the name of an entry (APPNOTE.TXT 4.3.7)
_ENCRYPTED = 0x1  # of an entry's flags
_END = b"PK\x05\x06"  # of the directory (APPNOTE.TXT 4.3.16)
_ELSEWHERE = 0xFFFFFFFF  # in a length: a longer record has it
_END_SIZE = 22 + 65_535  # bytes: the record and the longest comment
_KINDS = (("word/", "docx"), ("ppt/", "pptx"), ("xl/", "xlsx"))


def check(path: str) -> str:
    """The kind of Office file, docx, pptx or xlsx, once it is found safe to open. Raises Refused."""
    with open(path, "rb") as file:  # noqa: PTH123  pathlib would add 7 ms to every child's start
        _check_directory(file)
        try:
            with zipfile.ZipFile(file) as archive:
                entries = archive.infolist()
        except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError) as error:
            raise Refused("damaged_office") from error
        kind = _kind(entries)
        _check_shape(entries)
        for entry in entries:
            _check_content(file, entry)
    return kind


def _check_directory(file: IO[bytes]) -> None:
    """Refuse a directory too long to be parsed: 60,000 entries alone take half a second."""
    size = file.seek(0, 2)
    file.seek(max(0, size - _END_SIZE))
    tail = file.read()
    end = tail.rfind(_END)
    if end >= 0:
        count = int.from_bytes(tail[end + 10 : end + 12], "little")
        length = int.from_bytes(tail[end + 12 : end + 16], "little")
        if count > ENTRIES or DIRECTORY < length < _ELSEWHERE:
            raise Refused("unsafe")


def _kind(entries: list[zipfile.ZipInfo]) -> str:
    names = [entry.filename for entry in entries]
    for prefix, kind in _KINDS:
        if any(name.startswith(prefix) for name in names):
            return kind
    if "mimetype" in names:
        raise Refused("unsupported", what="an OpenDocument file or an e-book")
    raise Refused("archive")


def _check_shape(entries: list[zipfile.ZipInfo]) -> None:
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise Refused("locked")
    end = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if entry.header_offset < end:
            raise Refused("unsafe")  # two entries share bytes: small to send, endless to unpack
        end = entry.header_offset + _LOCAL_HEADER + entry.compress_size
    sizes = [entry.file_size for entry in entries]
    if len(entries) > ENTRIES or sum(sizes) > TOTAL or max(sizes) > PART:
        raise Refused("unsafe")
    if any(e.file_size > UNJUDGED and e.file_size > RATIO * max(1, e.compress_size) for e in entries):
        raise Refused("unsafe")


def _check_content(file: IO[bytes], entry: zipfile.ZipInfo) -> None:
    """Unpack an entry to see that it has the size it claims, and that its XML declares no document type."""
    prolog = _Prolog() if entry.filename.endswith((".xml", ".rels", ".vml")) else None
    size = 0
    for chunk in _unpack(file, entry):
        size += len(chunk)
        if size > entry.file_size:
            raise Refused("unsafe")
        if prolog is not None and not prolog.ended:
            prolog.feed(chunk)
    if size != entry.file_size:
        raise Refused("unsafe")


def _unpack(file: IO[bytes], entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """The content of an entry in chunks; zipfile itself would stop at the claimed size."""
    file.seek(entry.header_offset)
    header = file.read(_LOCAL_HEADER)
    file.seek(int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little"), 1)
    left = entry.compress_size
    if entry.compress_type == zipfile.ZIP_STORED:
        while left and (stored := file.read(min(left, _CHUNK))):
            left -= len(stored)
            yield stored
        return
    if entry.compress_type != zipfile.ZIP_DEFLATED:
        raise Refused("unsafe")
    inflate = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        while left and (packed := file.read(min(left, _CHUNK))):
            left -= len(packed)
            while packed:
                yield inflate.decompress(packed, _CHUNK)
                packed = inflate.unconsumed_tail
        yield inflate.flush()
    except zlib.error as error:
        raise Refused("damaged_office") from error


class _Prolog:
    """What stands before the first element of an XML part; a document type there is refused."""

    def __init__(self) -> None:
        self.ended = False
        self._parser = expat.ParserCreate()
        self._parser.StartDoctypeDeclHandler = self._refuse
        self._parser.StartElementHandler = self._end

    def feed(self, chunk: bytes) -> None:
        """Take the next bytes, until the first element."""
        try:
            self._parser.Parse(chunk, False)  # noqa: FBT003  more may come; expat takes no keywords
        except expat.ExpatError as error:
            if not self.ended:
                raise Refused("damaged_office") from error

    def _end(self, name: str, attributes: dict[str, str]) -> None:  # noqa: ARG002  what expat calls with
        self.ended = True
        self._parser.StartElementHandler = None

    def _refuse(self, *_: object) -> None:
        raise Refused("unsafe")
