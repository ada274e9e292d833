"""The bot in Slack, put together: store, queue, writer, listeners; opened in order, closed in reverse."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from random import Random
from typing import Any

import aiohttp

from bot import home
from bot.providers import ProviderName
from bot.settings import Settings
from bot.tokens import Clients, TokenOf
from bot.wiring import drawing
from core import database
from core.clock import Clock
from core.jobs.model import Job, Limits, Run
from core.jobs.queue import Queue
from core.pacing.gate import Gate
from core.pacing.writers import Writers
from core.store.store import Store
from core.telemetry import Emit
from handlers.announcing import Announcer
from handlers.bench import Bench
from handlers.desk import Desk
from handlers.ending import Closer
from handlers.files.fetching import SlackFiles
from handlers.kept import StoredViews
from handlers.lobby import Lobby
from handlers.orders import Orders
from handlers.pictures import Pictures
from handlers.privately import Privately
from handlers.runner import Runner
from handlers.writer import Writer

CALL_TIMEOUT = aiohttp.ClientTimeout(total=30, sock_connect=5)  # seconds, of one call of Slack's API
ADMISSION = 1.0  # seconds between two looks at whether jobs are taken
RESEND = 60.0  # seconds between two looks at ends that Slack does not have
GRACE = 120.0  # seconds that another replica has for sending what it kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Bot:
    """Everything the bot in Slack consists of, open."""

    desk: Desk
    queue: Queue
    store: Store
    writer: Writer


@asynccontextmanager
async def open_bot(
    settings: Settings,
    token_of: TokenOf,
    *,
    clock: Clock,
    emit: Emit,
    provider: ProviderName = "auto",
    accepting: Callable[[], bool] = lambda: True,
) -> AsyncIterator[Bot]:
    """Open everything; jobs that a former process left are taken up at once. Raises SettingsError.

    No job is begun while `accepting` says no.
    """
    async with AsyncExitStack() as stack:
        if not settings.database_url:
            home.prepare(settings.home)
        alone = database.is_sqlite(database.parse(settings.database))
        tools = await stack.enter_async_context(drawing(settings, provider=provider, clock=clock, emit=emit))
        store = await stack.enter_async_context(Store.open(settings.database, clock=clock))
        session = await stack.enter_async_context(aiohttp.ClientSession(timeout=CALL_TIMEOUT))
        clients = Clients(token_of, session=session, api_url=settings.slack_api_url)
        gate = await stack.enter_async_context(Gate(clock=clock, random=Random(), emit=emit))
        writers = await stack.enter_async_context(Writers(gate=gate, clock=clock, random=Random(), emit=emit))
        kept = StoredViews(store, clock=clock, grace=0.0 if alone else GRACE)
        writer = Writer(writers, connect=clients.messages, places=kept, kept=kept, emit=emit)
        privately = Privately(clients=clients.web, session=session, emit=emit)
        lobby = Lobby(clock=clock)
        stack.push_async_callback(lobby.close)
        limits = Limits(
            running=settings.crossroads_concurrency,
            per_workspace=min(settings.crossroads_workspace_concurrency, settings.crossroads_concurrency),
            max_wait=settings.crossroads_max_wait,
        )
        bench = Bench(orders=Orders(store), writer=writer, lobby=lobby, store=store, clock=clock, emit=emit)
        files = SlackFiles(session=session, api_url=settings.slack_api_url, clock=clock, emit=emit)
        pictures = Pictures(
            painter=tools.painter,
            drawn=lambda workspace: tools.cache.space("pictures", workspace=workspace),
            clients=clients.web,
            session=session,
            gate=gate,
            clock=clock,
        )
        queue = await stack.enter_async_context(
            Queue.open(
                settings.database,
                run=_when(
                    accepting,
                    Runner(bench, tools=tools.tools_of, files=files, token=token_of, pictures=pictures),
                    clock,
                ),
                announce=Announcer(bench),
                finished=Closer(bench, privately=privately, max_wait=limits.max_wait),
                limits=limits,
                clock=clock,
                emit=emit,
            )
        )
        await stack.enter_async_context(beside(lobby.watch(queue.places), _resend(writer, clock, emit)))
        desk = Desk(
            orders=bench.orders,
            jobs=queue,
            store=store,
            privately=privately,
            clients=clients.web,
            clock=clock,
            emit=emit,
        )
        yield Bot(desk=desk, queue=queue, store=store, writer=writer)


def _when(accepting: Callable[[], bool], run: Run, clock: Clock) -> Run:
    async def run_then(job: Job, message: str) -> None:
        while not accepting():
            await clock.sleep(ADMISSION)
        await run(job, message)

    return run_then


async def _resend(writer: Writer, clock: Clock, emit: Emit) -> None:
    """Send what a former process kept and could not send, again and again."""
    while True:
        try:
            begun = await writer.resend()
        except Exception as failure:  # noqa: BLE001  a database that is away comes back
            emit("resend_failed", cause=type(failure).__name__)
        else:
            if begun:
                emit("resent", messages=begun)
        await clock.sleep(RESEND)


@asynccontextmanager
async def beside(*work: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    """Run work beside the rest; it is cancelled at the end."""
    tasks = [asyncio.ensure_future(each) for each in work]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
