"""What a draft was made from, saved beside its graph so that it can be refined with its citations at hand."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from core.graph.model import Graph
from core.graph.sources import Document, stands
from core.pipeline.events import Draft
from core.pipeline.revise import Basis

NAME = "sources.json"
MAX_BYTES = 5_000_000  # of JSON; a thread with its files takes some 200,000


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """The brief, the documents of the first draft, and the files and replies of the revisions since."""

    brief: Document
    documents: tuple[Document, ...] = ()
    later: tuple[Document, ...] = ()


_CODEC: TypeAdapter[Sources] = TypeAdapter(Sources)


def sources(draft: Draft) -> dict[str, Any]:
    """The sources of a draft as JSON has them."""
    kept = Sources(brief=draft.brief, documents=draft.documents, later=draft.later)
    plain: dict[str, Any] = _CODEC.dump_python(kept, mode="json")
    return plain


def basis(graph: Graph, given: str, data: bytes) -> Basis:
    """What a saved graph is refined from: with its sources where they are at hand, else by itself.

    They stand in the object that `draft --json` prints (`data`), or in sources.json beside the file `given`.
    They are left aside when they cannot be read, or when the graph cites what does not stand in them.
    """
    found = _inside(data) or _beside(Path(given))
    if found is None:
        return Basis(graph=graph)
    shown = (found.brief, *found.documents, *found.later)
    if not all(stands(edge.provenance, shown) for edge in graph.edges if edge.provenance):
        return Basis(graph=graph)
    return Basis(graph=graph, brief=found.brief, documents=found.documents, later=found.later)


def _inside(data: bytes) -> Sources | None:
    try:
        parsed = json.loads(data)
    except ValueError:
        return None
    return _read(parsed.get("sources")) if isinstance(parsed, dict) else None


def _beside(path: Path) -> Sources | None:
    try:
        with path.with_name(NAME).open("rb") as file:
            return _read(json.loads(file.read(MAX_BYTES)))
    except (OSError, ValueError):  # no file, no JSON, or a name that no file can have
        return None


def _read(value: object) -> Sources | None:
    try:
        return _CODEC.validate_python(value) if value is not None else None
    except ValidationError:
        return None
