"""What every kind of work is done with: tools, files, pictures, and what a job has finished before."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace

from core.documents.model import File
from core.llm.template import TemplateProvider
from core.pipeline.draft import Tools
from core.pipeline.gather import FileReader
from handlers.archive import Archive
from handlers.bench import Bench
from handlers.files.fetching import SlackFiles
from handlers.files.kept import at_hand
from handlers.orders import Ordered
from handlers.pictures import Pictures
from handlers.progress import Progress
from handlers.remembered import Remembered
from handlers.steps import Steps
from handlers.writer import Message

ToolsFor = Callable[[str], Tools]  # by workspace
Token = Callable[[str], Awaitable[str]]  # by workspace; raises PlaceClosed when not installed


@dataclass(frozen=True, slots=True, kw_only=True)
class Hands:
    """Shared by all work."""

    bench: Bench
    archive: Archive
    tools: ToolsFor
    files: SlackFiles
    token: Token
    pictures: Pictures

    def steps(self, ordered: Ordered) -> Steps:
        """What the job has finished in former attempts."""
        return Steps(self.bench.store, ordered)

    async def tools_for(self, ordered: Ordered) -> Tools:
        """The workspace's tools, with a provider that keeps what it was told for this job."""
        tools = self.tools(ordered.workspace)
        chosen = (await self.bench.store.workspaces.get(ordered.workspace)).risks
        provider = TemplateProvider() if ordered.order.without_model else tools.provider
        kept = Remembered(provider, steps=self.steps(ordered), emit=self.bench.emit)
        return replace(tools, provider=kept, risks=tools.risks if chosen is None else chosen)

    @asynccontextmanager
    async def at_hand(
        self, ordered: Ordered, reader: FileReader
    ) -> AsyncIterator[tuple[tuple[File, ...], FileReader]]:
        """The files of an order, with a reader of them that reads none twice."""
        token = await self.token(ordered.workspace)
        steps = self.steps(ordered)
        try:
            async with at_hand(
                ordered.order.files, steps=steps, slack=self.files, token=token, inner=reader
            ) as found:
                yield found
        except ExceptionGroup as failures:  # of files that were read side by side
            raise failures.exceptions[0] from None


@dataclass(frozen=True, slots=True, kw_only=True)
class Working:
    """One job under way: what was ordered, and the message that tells of it."""

    ordered: Ordered
    live: Message
    progress: Progress


Work = Callable[[Working, Hands], Awaitable[None]]  # ends the message; raises CrossroadsError
