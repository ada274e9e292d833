"""Where the parts are put together: opened in order, closed in reverse."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from bot.providers import ProviderName, Surroundings, open_provider
from bot.settings import Settings
from core.cache import Cache
from core.clock import SystemClock
from core.documents.cached import CachedReader
from core.documents.reading import Reader
from core.picture.cached import CachedPainter
from core.picture.drawing import Painter
from core.pipeline.draft import Tools
from core.telemetry import Emit


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """Everything a command needs, open."""

    tools: Tools
    painter: CachedPainter


@asynccontextmanager
async def build(
    settings: Settings, *, emit: Emit, provider: ProviderName = "auto", workspace: str = "local"
) -> AsyncIterator[Services]:
    """Open everything; facts go to `emit`. Raises SettingsError."""
    clock = SystemClock()
    async with AsyncExitStack() as stack:
        cache = await stack.enter_async_context(Cache(settings.cache_url, emit=emit))
        surroundings = Surroundings(
            settings=settings,
            clock=clock,
            emit=emit,
            replies=cache.space("replies", workspace=workspace),
        )
        drafter = await stack.enter_async_context(open_provider(provider, surroundings))
        painter = Painter()
        stack.callback(painter.close)
        tools = Tools(
            provider=drafter,
            reader=CachedReader(Reader(emit=emit), cache.space("documents", workspace=workspace)),
            assessments=cache.space("assessments", workspace=workspace),
            clock=clock,
            risks=settings.crossroads_risks,
        )
        pictures = CachedPainter(painter, cache.space("pictures", workspace=workspace))
        yield Services(tools=tools, painter=pictures)
