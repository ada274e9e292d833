"""What a draft or a revision leaves behind: the JSON object, and the files of its folder."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from bot.cli.sources import NAME as SOURCES
from bot.cli.sources import sources
from core.errors import PictureFailed
from core.graph.analysis import Analysis
from core.graph.export.report import report
from core.graph.model import Graph, Violation
from core.graph.quality import Question
from core.graph.repair import Repair
from core.graph.serial import to_dict
from core.llm.usage import Usage
from core.picture.cached import CachedPainter
from core.picture.drawing import Picture
from core.pipeline.events import Draft, FileNote, Revised

INDENT = 2  # spaces


def default_directory() -> Path:
    """A folder of its own for every draft, so that none overwrites another."""
    return Path("crossroads-out") / datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")


def as_dict(draft: Draft) -> dict[str, Any]:
    """The object that `--json` prints."""
    found = draft.assessment
    return {
        "graph": to_dict(found.graph),
        "analysis": _plain(Analysis, found.analysis),
        "issues": _plain(tuple[Violation, ...], found.issues),
        "questions": _plain(tuple[Question, ...], found.questions),
        "documents": [_file(note) for note in draft.files],
        "usage": spent(draft.usage),
        "repairs": _plain(tuple[Repair, ...], found.repairs),
        "skipped": [{"provider": name, "reason": reason} for name, reason in draft.skipped],
        "elapsed_ms": round(draft.elapsed * 1000),
        "sources": sources(draft),
    }


def as_json(draft: Draft) -> str:
    """The object that `--json` prints, as text."""
    return _text(as_dict(draft))


def spent(usage: Sequence[Usage]) -> Any:  # noqa: ANN401  JSON
    """What model calls used, without the ids of their requests, which mean nothing outside a store."""
    return TypeAdapter(tuple[Usage, ...]).dump_python(tuple(usage), mode="json", exclude={"__all__": {"id"}})


def revision_as_json(revised: Revised) -> str:
    """The object that `refine --json` prints: that of a draft, with the changes and what was not done."""
    changes = [
        {"kind": line.kind, "target": line.at, "text": line.text, "why": revised.reason(line)}
        for line in revised.lines
    ]
    return _text({**as_dict(revised.draft), "changes": changes, "undone": list(revised.undone)})


def notes(draft: Draft) -> tuple[str, ...]:
    """What was not read and why, and how many citations pointed nowhere, in sentences."""
    said = [f"Not read: {note.name}: {note.message}." for note in draft.files if note.status == "refused"]
    said += [f"Read in part: {note.name}: {note.message}." for note in draft.files if note.status == "partly"]
    if draft.dangling_citations:
        count = draft.dangling_citations
        subject = "1 citation" if count == 1 else f"{count} citations"
        said.append(f"{subject} of the model pointed nowhere and became hypotheses.")
    return tuple(said)


@dataclass(frozen=True, slots=True)
class Files:
    """Where a draft's files go and how its picture is drawn."""

    directory: Path
    painter: CachedPainter
    dark: bool = False

    async def write(self, draft: Draft, *, previous: Graph | None = None) -> tuple[Path, ...]:
        """Write graph.json, sources.json, report.md, and graph.png and graph.svg if they can be drawn.

        With the graph before, also changes.png and changes.svg, which show what differs. Raises OSError.
        """
        pictures = await self._pictures("graph", self._picture(draft))
        if previous is not None:
            pictures |= await self._pictures("changes", replace(self._picture(draft), previous=previous))
        found = draft.assessment
        text = report(
            found.graph,
            found.analysis,
            issues=found.issues,
            questions=found.questions,
            notes=notes(draft),
            picture="graph.png" if "graph.png" in pictures else None,
        )
        contents = {
            **pictures,
            "graph.json": f"{_text(to_dict(found.graph))}\n".encode(),
            SOURCES: f"{_text(sources(draft))}\n".encode(),
            "report.md": text.encode(),
        }
        return await asyncio.to_thread(self._store, contents)

    async def _pictures(self, name: str, picture: Picture) -> dict[str, bytes]:
        """PNG and SVG by their names; none if they cannot be drawn, since the rest says what they show."""
        try:
            async with asyncio.TaskGroup() as group:
                png = group.create_task(self.painter.draw(replace(picture, format="png")))
                svg = group.create_task(self.painter.draw(replace(picture, format="svg")))
        except* PictureFailed:
            pass
        else:
            return {f"{name}.png": png.result(), f"{name}.svg": svg.result()}
        return {}

    def _picture(self, draft: Draft) -> Picture:
        ranking = draft.assessment.analysis.ranking
        return Picture(
            graph=draft.assessment.graph,
            dark=self.dark,
            shares=ranking.first_share if ranking else (),
        )

    def _store(self, contents: dict[str, bytes]) -> tuple[Path, ...]:
        paths = []
        for name, content in contents.items():
            path = self.directory / name
            path.write_bytes(content)
            paths.append(path)
        return tuple(paths)


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=INDENT)


def _file(note: FileNote) -> dict[str, Any]:
    entry: dict[str, Any] = {"name": note.name, "kind": note.kind, "status": note.status}
    if note.message:
        entry["message"] = note.message
    return {**entry, "passages": note.passages}


def _plain(kind: type[object], value: object) -> object:
    return TypeAdapter(kind).dump_python(value, mode="json")
