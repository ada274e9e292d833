"""A file to read, and what reading it gave."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from core.graph.sources import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file on disk under the name that people know it by."""

    name: str
    path: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one file says, whatever the brief: its passages, numbered from 1, with their true locations.

    `kind` is pdf, docx, pptx, xlsx, csv, tsv, txt, md, json or html. `summary` describes the columns of a
    table. `warnings` are parts of a sentence that say what was left out. `characters` counts the passages'.
    """

    kind: str
    passages: tuple[Passage, ...]
    summary: str
    warnings: tuple[str, ...]
    characters: int
