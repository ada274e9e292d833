"""Where the parts are put together: opened in order, closed in reverse."""

from __future__ import annotations

import random
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Literal

from bot import logs
from bot.settings import Settings
from core.cache import Cache
from core.clock import Clock, SystemClock
from core.documents.cached import CachedReader
from core.documents.reading import Reader
from core.errors import SettingsError
from core.llm.provider import Provider
from core.picture.drawing import Painter
from core.pipeline.draft import Tools
from core.telemetry import Emit

ProviderName = Literal["auto", "anthropic", "openai", "template"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """Everything a command needs, open."""

    tools: Tools
    painter: Painter
