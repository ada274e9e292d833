"""Reads a file as the child does, but in this process and without its limits."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import psutil

from core.documents import sniff, worker
from core.documents.encoding import decode
from core.documents.model import Reading
from core.graph.sources import Location, Passage, Place


def read_here(name: str, data: bytes, opinion: str = worker.FIRST) -> Reading:
    """What the file says. Raises Refused."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file"
        path.write_bytes(data)
        return decode(worker.run(str(path), sniff.extension(name), opinion))


def texts(reading: Reading) -> list[str]:
    return [passage.text for passage in reading.passages]


def labels(reading: Reading) -> list[str]:
    return [passage.location.label for passage in reading.passages]


def passages(lines: Sequence[str], *, sheet: str | None = None, place: Place = "line") -> tuple[Passage, ...]:
    """Passages of these texts, each on a line, row, ... of its own."""
    return tuple(
        Passage(
            number=number, text=text, location=Location(place=place, first=number, last=number, sheet=sheet)
        )
        for number, text in enumerate(lines, 1)
    )


def readers() -> list[psutil.Process]:
    """The readers' processes, dead ones that nobody collected too; servers of other tests do not count."""
    return [process for process in psutil.Process().children(recursive=True) if _reads(process)]


def _reads(process: psutil.Process) -> bool:
    try:
        return process.cmdline()[:1] in ([sys.executable], [])
    except psutil.ZombieProcess:
        return True
    except psutil.NoSuchProcess:
        return False
