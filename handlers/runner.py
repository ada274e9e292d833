"""Does a job: its order through the pipeline, onto its message, into the store."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import aclosing, asynccontextmanager, closing
from dataclasses import replace

from core.documents.model import File
from core.errors import CrossroadsError, DeliveryError, DraftForgotten, ModelError, PictureFailed
from core.jobs.checkpoints import checkpoint
from core.jobs.model import Job
from core.llm.template import TemplateProvider
from core.pipeline.draft import Tools, draft
from core.pipeline.events import Done, Draft, Queued
from core.pipeline.gather import FileReader
from core.store.records import DraftState
from handlers.archive import Archive
from handlers.bench import Bench
from handlers.blocks.buttons import without_model
from handlers.blocks.draft import Shown, finished
from handlers.ending import say_forgotten
from handlers.errors import explain
from handlers.files.fetching import SlackFiles
from handlers.files.kept import at_hand
from handlers.orders import Ordered
from handlers.pictures import Pictures
from handlers.presenter import ended, failure, forgotten
from handlers.progress import Progress
from handlers.remembered import Remembered
from handlers.standing import Standing, begin
from handlers.steps import Steps
from handlers.view import View
from handlers.writer import Message

HOLD = 8.0  # seconds that the picture may keep the finished draft waiting

NOT_TAKEN = "Slack did not take the picture."

ToolsFor = Callable[[str], Tools]  # by workspace
Token = Callable[[str], Awaitable[str]]  # by workspace; raises PlaceClosed when not installed


class Runner:
    """Keeps the queue's port Run."""

    def __init__(
        self, bench: Bench, *, tools: ToolsFor, files: SlackFiles, token: Token, pictures: Pictures
    ) -> None:
        self._bench = bench
        self._archive = Archive(bench.store)
        self._tools = tools
        self._files = files
        self._token = token
        self._pictures = pictures

    async def __call__(self, job: Job, message: str) -> None:
        """Draft what was ordered, and end the message with it, or with what went wrong."""
        try:
            ordered = await self._bench.orders.find(job.workspace, job.id)
        except DraftForgotten:
            await say_forgotten(self._bench, job)
            return
        kept = await self._bench.store.views.get(job.workspace, job.id)
        target = ordered.target(ts=(kept and kept.message) or message)
        async with self._bench.writer.open(target) as live:
            standing = await self._bench.lobby.leave(job.id) or begin(job.id, files=len(ordered.order.files))
            try:
                if kept is not None and kept.body is not None:  # a former attempt came to its end
                    await live.finish(View.loads(kept.body))
                else:
                    await self._work(job, ordered, live, standing)
            except DraftForgotten:
                await live.farewell(forgotten(standing))
        await self._steps(ordered).drop()

    async def _work(self, job: Job, ordered: Ordered, live: Message, standing: Standing) -> None:
        bench = self._bench
        progress = Progress(live, standing, clock=bench.clock, since=ordered.since, emit=bench.emit)
        with bench.lobby.running(job), closing(progress):
            await bench.store.drafts.update(ordered.draft.key, state=DraftState.WORKING)
            try:
                result = await self._draft(ordered, progress)
            except CrossroadsError as error:
                await self._fail(ordered, live, progress, error)
            else:
                await self._finish(ordered, live, progress, result)

    async def _draft(self, ordered: Ordered, progress: Progress) -> Draft:
        steps = self._steps(ordered)
        tools = await self._tools_of(ordered, steps)
        progress.take(Queued())
        async with progress.ticking(), self._at_hand(ordered, steps, tools.reader) as (files, reader):
            tools = replace(tools, reader=reader)
            async with aclosing(draft(ordered.order.brief, files, tools=tools)) as events:
                async for event in events:
                    if isinstance(event, Done):
                        progress.take(event)
                        return event.draft
                    if not isinstance(event, Queued):
                        progress.take(event)
        raise AssertionError("a draft ends with Done or an error")

    @asynccontextmanager
    async def _at_hand(
        self, ordered: Ordered, steps: Steps, reader: FileReader
    ) -> AsyncIterator[tuple[tuple[File, ...], FileReader]]:
        token = await self._token(ordered.workspace)
        try:
            async with at_hand(
                ordered.order.files, steps=steps, slack=self._files, token=token, inner=reader
            ) as found:
                yield found
        except ExceptionGroup as failures:  # of files that were read side by side
            raise failures.exceptions[0] from None

    def _steps(self, ordered: Ordered) -> Steps:
        return Steps(self._bench.store.results, draft=ordered.draft.key, job=ordered.job)

    async def _tools_of(self, ordered: Ordered, steps: Steps) -> Tools:
        """The workspace's tools, with a provider that keeps what it was told for this job."""
        tools = self._tools(ordered.workspace)
        chosen = (await self._bench.store.workspaces.get(ordered.workspace)).risks
        provider = TemplateProvider() if ordered.order.without_model else tools.provider
        kept = Remembered(provider, steps=steps)
        return replace(tools, provider=kept, risks=tools.risks if chosen is None else chosen)

    async def _fail(
        self, ordered: Ordered, live: Message, progress: Progress, error: CrossroadsError
    ) -> None:
        offers = (without_model(ordered.job),) if isinstance(error, ModelError) else ()
        view = ended(progress.standing, failure(error), progress.elapsed, offers=offers)
        await self._bench.store.drafts.update(ordered.draft.key, state=DraftState.FAILED)
        await live.finish(view)

    async def _finish(self, ordered: Ordered, live: Message, progress: Progress, result: Draft) -> None:
        revision = await self._archive.add(ordered, result)
        shown = Shown(draft=result, revision=revision.number)
        picture = asyncio.ensure_future(self._picture(ordered, result))
        try:
            async with progress.ticking():
                await asyncio.wait({picture}, timeout=HOLD)
            if not picture.done():
                await live.finish(finished(replace(shown, remark="The picture follows.")))
            await live.finish(finished(replace(shown, picture=await picture)))
        except (PictureFailed, DeliveryError) as error:
            self._bench.emit("picture_missing", job=ordered.job, cause=type(error).__name__)
            remark = explain(error).what if isinstance(error, PictureFailed) else NOT_TAKEN
            await live.finish(finished(replace(shown, remark=remark)))
        finally:
            picture.cancel()
            await asyncio.gather(picture, return_exceptions=True)

    async def _picture(self, ordered: Ordered, result: Draft) -> str:
        """The id of the picture's file in Slack, uploaded once, when a message can show it."""
        graph, ranking = result.assessment.graph, result.assessment.analysis.ranking
        shares = ranking.first_share if ranking else ()

        async def upload() -> str:
            return await self._pictures.upload(ordered.workspace, graph, shares)

        file = await checkpoint("picture", upload)
        await self._pictures.ready(ordered.workspace, file)
        return file
