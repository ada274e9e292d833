"""Where the parts are put together: opened in order, closed in reverse."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from bot.providers import Drafters, ProviderName, Surroundings, open_drafters
from bot.settings import Settings
from core.cache import Cache, Space
from core.clock import Clock, SystemClock
from core.documents.cached import CachedReader
from core.documents.reading import Reader
from core.picture.cached import CachedPainter
from core.picture.drawing import Painter
from core.pipeline.draft import Tools
from core.telemetry import Emit
from handlers.operation import Drafter

LOCAL = "local"  # the workspace of the command line


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """What drafts are made with, wherever they are shown, and who is asked for them.

    `tools_of` gives the tools of a workspace.
    """

    cache: Cache
    asked: tuple[Drafter, ...]
    painter: Painter
    tools_of: Callable[[str], Tools]


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """Everything a command needs, open."""

    tools: Tools
    painter: CachedPainter


@asynccontextmanager
async def build(
    settings: Settings, *, emit: Emit, provider: ProviderName = "auto", workspace: str = LOCAL
) -> AsyncIterator[Services]:
    """Open everything; facts go to `emit`. Raises SettingsError."""
    async with drawing(settings, provider=provider, clock=SystemClock(), emit=emit) as opened:
        pictures = CachedPainter(opened.painter, opened.cache.space("pictures", workspace=workspace))
        yield Services(tools=opened.tools_of(workspace), painter=pictures)


@asynccontextmanager
async def drawing(
    settings: Settings, *, provider: ProviderName, clock: Clock, emit: Emit
) -> AsyncIterator[Drawing]:
    """Open what drafts are made with. Raises SettingsError."""
    async with AsyncExitStack() as stack:
        cache = await stack.enter_async_context(Cache(settings.cache_url, emit=emit))
        surroundings = Surroundings(
            settings=settings, clock=clock, emit=emit, replies=cache.space("replies", workspace=LOCAL)
        )
        drafters = await stack.enter_async_context(open_drafters(provider, surroundings))
        painter = Painter()
        stack.callback(painter.close)
        toolbox = _Toolbox(drafters, Reader(emit=emit), cache, clock, risks=settings.crossroads_risks)
        yield Drawing(cache=cache, asked=drafters.asked, painter=painter, tools_of=toolbox.of)


class _Toolbox:
    """The tools of each workspace: the same providers and reader, and caches of its own."""

    def __init__(
        self, drafters: Drafters, reader: Reader, cache: Cache, clock: Clock, *, risks: bool
    ) -> None:
        self._drafters = drafters
        self._reader = reader
        self._cache = cache
        self._clock = clock
        self._risks = risks
        self._made: dict[str, Tools] = {}

    def of(self, workspace: str) -> Tools:
        if workspace not in self._made:
            self._made[workspace] = self._make(workspace)
        return self._made[workspace]

    def _make(self, workspace: str) -> Tools:
        def space(name: str) -> Space:
            return self._cache.space(name, workspace=workspace)

        return Tools(
            provider=self._drafters.remembering(space("replies")),
            reader=CachedReader(self._reader, space("documents")),
            assessments=space("assessments"),
            clock=self._clock,
            risks=self._risks,
        )
