"""Readings as bytes: the lines that the child writes (see `core.documents.extract`), packed when long."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator

from core.documents.model import Reading
from core.documents.refusals import Refused
from core.graph.sources import Location, Passage

PACKED_FROM = 16 << 10  # bytes
_FASTEST = 1  # of zlib's levels; 10 times as fast as the default's, and text shrinks to two fifths
_PACKED = b"\x78"  # the first byte of what zlib makes; JSON begins with a brace


def encode(reading: Reading) -> bytes:
    """The reading as bytes; `decode` is its inverse."""
    head = {"kind": reading.kind, "summary": reading.summary, "warnings": reading.warnings}
    return pack("\n".join(json.dumps(line, ensure_ascii=False) for line in (head, *_rows(reading))).encode())


def decode(data: bytes) -> Reading:
    """The reading in these bytes. Raises Refused when they say why there is none, else ValueError."""
    first, _, rest = (zlib.decompress(data) if data.startswith(_PACKED) else data).partition(b"\n")
    head = json.loads(first)
    if "refused" in head:
        raise Refused(head["refused"], reason=head["reason"], cause=head["cause"])
    passages = tuple(_passages(rest))
    return Reading(
        kind=head["kind"],
        passages=passages,
        summary=head["summary"],
        warnings=tuple(head["warnings"]),
        characters=sum(len(passage.text) for passage in passages),
    )


def pack(data: bytes) -> bytes:
    """The bytes, smaller if they are many."""
    return data if len(data) < PACKED_FROM else zlib.compress(data, _FASTEST)


def _rows(reading: Reading) -> Iterator[tuple[str, str, int, int, str | None]]:
    for passage in reading.passages:
        where = passage.location
        yield passage.text, where.place, where.first, where.last, where.sheet


def _passages(lines: bytes) -> Iterator[Passage]:
    for number, line in enumerate(lines.splitlines(), 1):
        text, place, first, last, sheet = json.loads(line)
        location = Location(place=place, first=first, last=last, sheet=sheet)
        yield Passage(number=number, text=text, location=location)
