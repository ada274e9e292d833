"""The message with a revision that a job had stored, and was ended before it could show it."""

from __future__ import annotations

from collections.abc import Callable

from core.graph.change_lines import lines
from core.graph.diff import diff
from core.pipeline.amend import reassessed
from core.pipeline.events import Draft
from core.pipeline.work import Tools
from core.store.store import Store
from handlers.archive import FIRST, Archive, Newest
from handlers.blocks.draft import Shown, finished
from handlers.orders import Ordered
from handlers.view import View

WITHOUT_PICTURE = "The work on it was ended before its picture was drawn."


class Remaker:
    """Draws up again what a job has made, from what is kept of it; `tools` are those of a workspace."""

    def __init__(self, *, store: Store, archive: Archive, tools: Callable[[str], Tools]) -> None:
        self._store = store
        self._archive = archive
        self._tools = tools

    async def __call__(self, ordered: Ordered) -> View | None:
        """The message, or None where this job made no revision, or it is not the newest any more."""
        newest = await self._archive.made_by(ordered)
        if newest is None:
            return None
        first = newest.revision.cause == FIRST
        shown = Shown(
            draft=await self._draft(newest, self._tools(ordered.workspace)),
            job=ordered.job,
            revision=newest.revision.number,
            remark=WITHOUT_PICTURE,
            changes=() if first else await self._changes(ordered, newest),
            made="" if first else "Revised",
        )
        return finished(shown)

    async def _draft(self, newest: Newest, tools: Tools) -> Draft:
        basis, told = newest.basis, newest.circumstances
        return Draft(
            assessment=await reassessed(newest.revision.graph, basis=basis, tools=tools),
            brief=basis.brief,
            documents=basis.documents,
            files=told.files,
            usage=(),
            skipped=told.skipped,
            dangling_citations=told.dangling_citations,
            elapsed=told.elapsed,
            later=basis.later,
        )

    async def _changes(self, ordered: Ordered, newest: Newest) -> tuple[tuple[str, str], ...]:
        """What it changed; the reasons went with the job."""
        after = newest.revision
        before = await self._store.revisions.get(ordered.draft.key, after.number - 1)
        if before is None:
            return ()
        changes = lines(diff(before.graph, after.graph), before.graph, after.graph)
        return tuple((line, "") for line in changes)
