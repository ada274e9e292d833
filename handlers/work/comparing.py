"""Shows what changed between an earlier revision and the newest one."""

from __future__ import annotations

from dataclasses import replace

from core.errors import NoSuchRevision
from core.graph.change_lines import told
from core.graph.diff import diff
from core.pipeline.amend import reassessed
from core.pipeline.events import Queued
from handlers.blocks.comparison import Comparison, compared
from handlers.tasks import CompareTask
from handlers.view import View
from handlers.work.hands import Hands, Working
from handlers.work.showing import show_with_picture


async def compare(working: Working, hands: Hands) -> None:
    """From two revisions to the message with their differences. Raises NothingDrafted and NoSuchRevision."""
    ordered = working.ordered
    task = ordered.order.task
    assert isinstance(task, CompareTask)  # noqa: S101  its kind of work was chosen by it
    key = ordered.draft.key
    newest = await hands.archive.newest(key)
    number = newest.revision.number
    earlier = await hands.bench.store.revisions.get(key, task.revision or number - 1)
    if earlier is None or earlier.number >= number:
        raise NoSuchRevision(task.revision or number - 1, newest=number)
    working.progress.take(Queued())
    found = await reassessed(newest.revision.graph, basis=newest.basis, tools=await hands.tools_for(ordered))
    ranking = found.analysis.ranking
    shares = ranking.first_share if ranking else ()
    before, after = earlier.graph, found.graph
    comparison = Comparison(
        graph=after,
        earlier=earlier.number,
        newest=number,
        lines=tuple(line.text for line in told(diff(before, after), before, after)),
        shares=shares,
    )

    async def upload() -> str:
        return await hands.pictures.upload(ordered.draft.key, after, shares, previous=before)

    def render(picture: str | None, remark: str) -> View:
        return compared(replace(comparison, picture=picture, remark=remark))

    await show_with_picture(working, hands, upload, render)
