"""Ends a message with a revision: stored, then shown with its picture as soon as Slack has that."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace

from core.errors import DeliveryError, PictureFailed
from core.graph.model import Graph
from core.jobs.checkpoints import checkpoint
from core.pipeline.events import Revised
from handlers.blocks.draft import Shown, finished
from handlers.errors import explain
from handlers.view import View
from handlers.work.hands import Hands, Working

HOLD = 8.0  # seconds that the picture may keep what is finished waiting

FOLLOWS = "The picture follows."
NOT_TAKEN = "Slack did not take the picture."

Render = Callable[[str | None, str], View]  # by the picture's file, None while there is none, and a remark


async def show_draft(working: Working, hands: Hands, shown: Shown, *, previous: Graph | None = None) -> None:
    """End the message with a draft; `previous` is the graph that its picture compares with."""
    found = shown.draft.assessment
    ranking = found.analysis.ranking
    shares = ranking.first_share if ranking else ()

    async def upload() -> str:
        return await hands.pictures.upload(working.ordered.draft.key, found.graph, shares, previous=previous)

    def render(picture: str | None, remark: str) -> View:
        return finished(replace(shown, picture=picture, remark=remark))

    await show_with_picture(working, hands, upload, render)


async def show_revised(working: Working, hands: Hands, revised: Revised, *, number: int, made: str) -> None:
    """End the message with a revision: what changed and why, and the picture of it."""
    shown = Shown(
        draft=revised.draft,
        job=working.ordered.job,
        revision=number,
        changes=tuple((line.text, revised.reason(line)) for line in revised.lines),
        undone=revised.undone,
        made=made,
    )
    await show_draft(working, hands, shown, previous=revised.previous)


async def show_with_picture(
    working: Working, hands: Hands, upload: Callable[[], Awaitable[str]], render: Render
) -> None:
    """End the message with its picture, which may keep it waiting for a while, and may fail."""
    picture = asyncio.ensure_future(_placed(working, hands, upload))
    live = working.live
    try:
        async with working.progress.ticking():
            await asyncio.wait({picture}, timeout=HOLD)
        if not picture.done():
            await live.finish(render(None, FOLLOWS))
        await live.finish(render(await picture, ""))
    except (PictureFailed, DeliveryError) as error:
        hands.bench.emit("picture_missing", job=working.ordered.job, cause=type(error).__name__)
        remark = explain(error).what if isinstance(error, PictureFailed) else NOT_TAKEN
        await live.finish(render(None, remark))
    finally:
        picture.cancel()
        await asyncio.gather(picture, return_exceptions=True)


async def _placed(working: Working, hands: Hands, upload: Callable[[], Awaitable[str]]) -> str:
    """The id of the picture's file in Slack, uploaded once, when a message can show it."""
    file = await checkpoint("picture", upload)
    await hands.pictures.ready(working.ordered.workspace, file)
    return file
