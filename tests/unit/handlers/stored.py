"""A store, and orders in it, for the tests of what keeps drafts."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from core.clock import Clock
from core.store.store import Store
from handlers.orders import Order, Ordered, Orders
from handlers.requests.model import SlackFile
from handlers.tasks import DraftTask

BRIEF = "Should we hire three engineers or use contractors for six months?"
COSTS = SlackFile(id="F1", name="costs.csv", url="https://files.slack.com/F1")
SCAN = SlackFile(id="F2", name="scan.pdf", url="https://files.slack.com/F2")


@asynccontextmanager
async def stored(home: Path, *, clock: Clock | None = None) -> AsyncIterator[Store]:
    async with Store.open(f"sqlite:///{home}/crossroads.db", clock=clock) as store:
        yield store


def order(*files: SlackFile, thread_ts: str | None = "1.0") -> Order:
    return Order(task=DraftTask(brief=BRIEF), user="U1", channel="C1", thread_ts=thread_ts, files=files)


async def ordered(store: Store, *files: SlackFile, job: str = "J1", thread_ts: str | None = "1.0") -> Ordered:
    orders = Orders(store)
    await orders.keep(job, "T1", order(*files, thread_ts=thread_ts))
    return await orders.find("T1", job)
