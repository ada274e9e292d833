"""Puts the newest graph into the thread as files, one for each format that was asked for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from core.errors import CrossroadsError
from core.export import Format, exported
from core.jobs.checkpoints import checkpoint
from core.llm.template.detection import detect
from core.picture.drawing import Picture
from core.pipeline.assess import assess
from core.pipeline.events import Assessment, Queued
from core.pipeline.revise import Basis
from core.pipeline.work import Tools
from core.store.records import Revision
from handlers.archive import Newest
from handlers.blocks.exported import Exported
from handlers.blocks.exported import exported as message
from handlers.errors import explain
from handlers.pictures import Pictures
from handlers.tasks import ExportTask
from handlers.work.hands import Hands, Working

_UNNAMED = "decision"
_STEM = 60  # characters of a file's name, before its revision
_APART = re.compile(r"[^\w]+")
_WRONG = "Something went wrong here with this format; the others are complete."


class _Painter:
    """Draws for one workspace."""

    def __init__(self, pictures: Pictures, workspace: str) -> None:
        self._pictures = pictures
        self._workspace = workspace

    async def draw(self, picture: Picture) -> bytes:
        return await self._pictures.draw(self._workspace, picture)


async def export(working: Working, hands: Hands) -> None:
    """From the formats to the files in the thread, and a message that names them. Raises CrossroadsError."""
    ordered, progress = working.ordered, working.progress
    newest = await hands.archive.newest(ordered.draft.key)
    progress.take(Queued())
    async with progress.ticking():
        made, missing = await _made(working, hands, newest)
        if made:
            await _shared(working, hands, made)
    done = Exported(revision=newest.revision.number, files=tuple(made), missing=missing)
    await working.live.finish(message(done))


async def _made(
    working: Working, hands: Hands, newest: Newest
) -> tuple[dict[str, bytes], list[tuple[str, str]]]:
    """The files by their names, and why the others could not be made, by their formats."""
    task, workspace = working.ordered.order.task, working.ordered.workspace
    assert isinstance(task, ExportTask)  # noqa: S101  its kind of work was chosen by it
    tools = await hands.tools_for(working.ordered)
    found = await _assessed(newest.basis, tools)
    painter = _Painter(hands.pictures, workspace)
    on = datetime.fromtimestamp(hands.bench.clock.now(), UTC).date()
    made: dict[str, bytes] = {}
    missing: list[tuple[str, str]] = []
    for form in _formats(task):
        try:
            content = await exported(found, form, painter=painter, on=on)
        except CrossroadsError as error:
            missing.append((form.title, explain(error).what))
        except Exception as failure:  # noqa: BLE001  a fault in one format must not take the others along
            hands.bench.emit(
                "format_failed", job=working.ordered.job, format=form.value, cause=type(failure).__name__
            )
            missing.append((form.title, _WRONG))
        else:
            made[f"{_stem(newest.revision)}{form.suffix}"] = content
    return made, missing


async def _assessed(basis: Basis, tools: Tools) -> Assessment:
    """The graph as it is drafted: what was drawn in it stays, whatever was switched off since."""
    with_risks = tools.risks or basis.graph.has_risks
    english = detect(basis.labels, fallback="other") == "en"
    return await assess(basis.graph, kept=tools.assessments, risks=with_risks, english=english)


async def _shared(working: Working, hands: Hands, made: Mapping[str, bytes]) -> None:
    """Put the files into the thread, once: their ids are kept before anybody sees them."""
    ordered, uploads = working.ordered, hands.pictures.uploads

    async def sent() -> list[str]:
        return [await uploads.send(ordered.draft.key, content, name=name) for name, content in made.items()]

    ids = await checkpoint("files", sent)

    async def shown() -> bool:
        await uploads.complete(
            ordered.workspace,
            list(zip(ids, made, strict=True)),
            channel=ordered.order.channel,
            thread_ts=ordered.thread_ts or "",
        )
        return True

    await checkpoint("shared", shown)


def _formats(task: ExportTask) -> Sequence[Format]:
    return [form for form in Format if not task.formats or form.value in task.formats]


def _stem(revision: Revision) -> str:
    """What files are called: the title, as far as names of files take it, and the revision."""
    words = unicodedata.normalize("NFKC", revision.graph.title).casefold()
    stem = _APART.sub("-", words)[:_STEM].strip("-_")
    return f"{stem or _UNNAMED}-r{revision.number}"
