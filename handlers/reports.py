"""What operators ask about: how much is going on, and what it has cost."""

from __future__ import annotations

from handlers.blocks.lists import listed
from handlers.blocks.text import count
from handlers.desk import Desk
from handlers.errors import provider_name
from handlers.requests.model import Request
from handlers.view import View

MONTH = 30 * 86_400.0  # seconds


async def status(desk: Desk) -> View:
    """How many drafts run and wait."""
    load = await desk.jobs.load()
    return listed("Status", [f"{count(load.running, 'draft')} running, {load.waiting} waiting"])


async def usage(request: Request, desk: Desk) -> View:
    """What the workspace's drafts used in the last 30 days, by model and task."""
    totals = await desk.store.usage.totals(request.workspace, since=desk.clock.now() - MONTH)
    lines = [
        f"{provider_name(total.provider)}, {total.model}, {total.task}: {count(total.calls, 'call')}, "
        f"{total.input + total.cache_read + total.cache_write_5m + total.cache_write_1h:,} tokens in "
        f"({total.cache_read:,} from the cache), {total.output:,} out, ${total.cost:.2f}"
        + (f" and {count(total.unpriced, 'call')} without a known price" if total.unpriced else "")
        for total in totals
    ]
    return listed("Usage in the last 30 days", lines or ["Nothing was drafted."])
