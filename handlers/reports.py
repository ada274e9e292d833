"""What operators ask about: how the bot is doing, what it has used."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from core.llm.prices import CACHED, saving
from core.llm.usage import Usage
from core.store.records import UsageTotal
from handlers.blocks.condition import condition
from handlers.blocks.spending import spending
from handlers.desk import Desk
from handlers.requests.model import Request
from handlers.view import View

MONTH = 30 * 86_400.0  # seconds


async def status(desk: Desk) -> View:
    """What runs and waits here, how much memory that takes, and who is asked for drafts."""
    run = desk.operation
    return condition(await desk.jobs.load(), run.memory(), run.drafters, run.version)


async def usage(request: Request, desk: Desk) -> View:
    """What the workspace's drafts used in the last 30 days, and what prompt caching saved."""
    totals = await desk.store.usage.totals(request.workspace, since=desk.clock.now() - MONTH)
    return spending(totals, await asyncio.to_thread(_saved, totals))  # the price list takes its time to load


def _saved(totals: Sequence[UsageTotal]) -> list[float | None]:
    """The dollars saved by each kind of call that used a cache, None where there is no price."""
    cached = [{kind: getattr(total, kind) for kind in CACHED} for total in totals]
    return [
        saving(Usage(provider=total.provider, model=total.model, task=total.task, **tokens))
        for total, tokens in zip(totals, cached, strict=True)
        if any(tokens.values())
    ]
