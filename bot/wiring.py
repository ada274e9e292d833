"""Where the parts are put together: opened in order, closed in reverse."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from bot import logs
from bot.providers import ProviderName, Surroundings, open_provider
from bot.settings import Settings
from core.cache import Cache
from core.clock import SystemClock
from core.documents.cached import CachedReader
from core.documents.reading import Reader
from core.picture.drawing import Painter
from core.pipeline.draft import Tools


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """Everything a command needs, open."""

    tools: Tools
    painter: Painter


@asynccontextmanager
async def build(
    settings: Settings, *, provider: ProviderName = "auto", workspace: str = "local", quiet: bool = False
) -> AsyncIterator[Services]:
    """Open everything. `quiet` logs warnings only, unless LOG_LEVEL was set. Raises SettingsError."""
    level = "WARNING" if quiet and "log_level" not in settings.model_fields_set else settings.log_level
    emit = logs.configure(level, settings.log_format)
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
        yield Services(tools=tools, painter=painter)
