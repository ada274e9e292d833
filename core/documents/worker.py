"""The child: reads one file under limits and answers with one document on its standard output.

Started by `core.documents.child` with the file's path, its extension, an opinion and the parent's process
id. What it imports at every start is light, because there is a start for every file; the library for the
file's kind is imported before the limits hold, so that its compiled code can be kept.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from types import ModuleType

from core.documents import sniff
from core.documents.confinement import confine
from core.documents.extract import Extract, encode_refusal
from core.documents.limits import FILE
from core.documents.refusals import Refused

FIRST, SECOND = "first", "second"  # opinions: the best library for the kind, and the other one for PDF
_READERS = {
    "pdf": "pdf",
    "docx": "word",
    "pptx": "slides",
    "xlsx": "sheets",
    "csv": "tables",
    "tsv": "tables",
    "txt": "text",
    "md": "text",
    "json": "text",
    "html": "web",
}
_TABLES = ("csv", "tsv")  # their reader says itself what was left out


def main() -> None:
    """Read the file that the arguments name; whatever happens, the answer is a document or a refusal."""
    path, extension, opinion, parent = sys.argv[1:5]
    answer = os.dup(1)
    os.dup2(2, 1)  # what a library prints must not get into the answer
    left = memoryview(run(path, extension, opinion, confine_to=int(parent)))
    while left:
        left = left[os.write(answer, left) :]
    os._exit(0)  # a library's tidying up could still crash


def run(path: str, extension: str, opinion: str = FIRST, *, confine_to: int | None = None) -> bytes:
    """The answer for one file; the process is confined before its content is parsed, if it has a parent."""
    try:
        kind = _kind(path, extension)
        if kind == "zip" and extension in sniff.OFFICE:
            _reader(extension, opinion)
        elif kind != "zip":
            _reader(kind, opinion)
        if confine_to is not None:
            confine(confine_to)
        if kind == "zip":
            from core.documents.archive import check  # noqa: PLC0415  zipfile takes 15 ms of a child's start

            kind = check(path)
        return _read(path, kind, opinion)
    except Refused as refused:
        return encode_refusal(refused)
    except MemoryError:
        return encode_refusal(Refused("memory"))
    except Exception as error:  # noqa: BLE001  a file can make a library raise anything
        return encode_refusal(Refused("crashed", cause=type(error).__name__))


def _kind(path: str, extension: str) -> str:
    try:
        with open(path, "rb") as file:  # noqa: PTH123  pathlib takes 7 ms of a child's start
            size = file.seek(0, os.SEEK_END)
            file.seek(0)
            head = file.read(sniff.HEAD)
    except OSError as error:
        raise Refused("missing") from error
    if size > FILE:
        raise Refused("too_big", size=-(-size >> 20), limit=FILE >> 20)
    return sniff.kind(head, extension)


def _reader(kind: str, opinion: str) -> ModuleType:
    """The module that reads this kind, imported when it is first asked for. Raises Refused."""
    if opinion == SECOND and kind != "pdf":
        raise Refused("crashed")
    name = "second_opinion" if opinion == SECOND else _READERS[kind]
    return import_module(f"core.documents.{name}")


def _read(path: str, kind: str, opinion: str) -> bytes:
    extract = Extract(kind)
    _reader(kind, opinion).read(path, extract)
    if not len(extract):
        raise Refused("no_text")
    if extract.full and kind not in _TABLES:
        extract.warn(f"only the first {extract.characters:,} characters were read")
    return extract.encode()
