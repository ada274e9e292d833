"""The bot in Slack, put together: store, queue, writer, listeners; opened in order, closed in reverse."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import (
    AbstractAsyncContextManager,
    AbstractContextManager,
    AsyncExitStack,
    asynccontextmanager,
    nullcontext,
)
from dataclasses import dataclass
from importlib.metadata import version
from random import Random
from typing import Protocol

import aiohttp
from aiohttp import web
from slack_bolt.async_app import AsyncApp

from bot import home
from bot.app import build_app
from bot.housekeeping import Housekeeping
from bot.installations.leaving import leaving
from bot.installations.opening import WayIn, open_way_in
from bot.looking import beside, repeat
from bot.providers import ProviderName
from bot.settings import Settings
from bot.tokens import Clients
from bot.wiring import drawing
from core import database
from core.clock import Clock
from core.jobs.model import Announce, Ending, Finished, Job, Limits, Run
from core.jobs.queue import Queue
from core.outages import patiently
from core.pacing.gate import Gate
from core.pacing.writers import Writers
from core.store.store import Store
from core.telemetry import Emit
from handlers.admission import Admission
from handlers.announcing import Announcer
from handlers.archive import Archive
from handlers.bench import Bench
from handlers.desk import Desk
from handlers.ending import Closer
from handlers.erasing import LEASE, Eraser
from handlers.files.fetching import SlackFiles
from handlers.kept import StoredViews
from handlers.lobby import LOOK, Lobby
from handlers.operation import Drafter, Memory, Operation
from handlers.orders import Orders
from handlers.pictures import Pictures
from handlers.privately import Privately
from handlers.runner import Runner
from handlers.uploads import Uploads
from handlers.work.hands import Hands
from handlers.work.remade import Remaker
from handlers.writer import Writer

# Seconds, of one call of Slack's API. A call given up too soon may still take effect, after a later one.
CALL_TIMEOUT = aiohttp.ClientTimeout(total=60, sock_connect=5)
RESEND = 60.0  # seconds between two looks at ends that Slack does not have
GRACE = 120.0  # seconds that another replica has for sending what it kept


Within = Callable[[str], AbstractContextManager[None]]  # by job


class OpenWayIn(Protocol):
    """Opens the way into workspaces."""

    def __call__(
        self, settings: Settings, *, session: aiohttp.ClientSession, clock: Clock, emit: Emit
    ) -> AbstractAsyncContextManager[WayIn]:
        """The way in, open. Raises SettingsError."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bot:
    """The bot in Slack, open. `app` takes what Slack sends; `pages` are those to install it from."""

    app: AsyncApp
    pages: Sequence[web.RouteDef]
    queue: Queue
    store: Store
    writer: Writer


@asynccontextmanager
async def open_bot(
    settings: Settings,
    *,
    clock: Clock,
    emit: Emit,
    provider: ProviderName = "auto",
    accepting: Callable[[], bool] = lambda: True,
    memory: Callable[[], Memory | None] = lambda: None,
    within: Within = lambda _: nullcontext(),
    way_in_of: OpenWayIn = open_way_in,
) -> AsyncIterator[Bot]:
    """Open everything; jobs that a former process left are taken up at once. Raises SettingsError.

    No job is begun while `accepting` says no; each is done inside the context that `within` makes of its id.
    `memory` is for the status that people ask for.
    """
    async with AsyncExitStack() as stack:
        if not settings.database_url:
            home.prepare(settings.home)
        tools = await stack.enter_async_context(drawing(settings, provider=provider, clock=clock, emit=emit))
        store = await stack.enter_async_context(Store.open(settings.database, clock=clock))
        session = await stack.enter_async_context(
            aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0), timeout=CALL_TIMEOUT)
        )
        way_in = await stack.enter_async_context(way_in_of(settings, session=session, clock=clock, emit=emit))
        clients = Clients(way_in.access.token, session=session, api_url=settings.slack_api_url)
        gate = await stack.enter_async_context(Gate(clock=clock, random=Random(), emit=emit))
        bench = await stack.enter_async_context(
            _bench(
                settings, store=store, clients=clients, gate=gate, clock=clock, emit=emit, accepting=accepting
            )
        )
        privately = Privately(clients=clients.web, session=session, gate=gate, emit=emit)
        hands = Hands(
            bench=bench,
            archive=Archive(store),
            tools=tools.tools_of,
            files=SlackFiles(session=session, api_url=settings.slack_api_url, clock=clock, emit=emit),
            token=way_in.access.token,
            pictures=Pictures(
                painter=tools.painter,
                drawn=lambda workspace: tools.cache.space("pictures", workspace=workspace),
                uploads=Uploads(
                    postings=store.postings, clients=clients.web, session=session, gate=gate, clock=clock
                ),
                clock=clock,
            ),
        )
        limits = _limits(settings)
        hooks = _Hooks(
            runner=Runner(hands),
            announcer=Announcer(bench, alone=_is_alone(settings)),
            closer=Closer(
                bench,
                privately=privately,
                remake=Remaker(store=store, archive=hands.archive, tools=tools.tools_of),
                max_wait=limits.max_wait,
            ),
            admission=Admission(accepting, orders=bench.orders, max_wait=limits.max_wait, clock=clock),
            within=within,
        )
        queue = await stack.enter_async_context(_queue(settings, bench, hooks, limits, counted=gate.share))
        desk = Desk(
            orders=bench.orders,
            jobs=queue,
            store=store,
            privately=privately,
            clients=clients.web,
            clock=clock,
            emit=emit,
            operation=_operation(settings, drafters=tools.asked, memory=memory),
        )
        app = build_app(desk, client=way_in.client, authorize=way_in.access)
        house = Housekeeping(
            Eraser(
                store=store,
                jobs=queue,
                clients=clients.web,
                gate=gate,
                clear=tools.cache.clear,
                privately=privately,
                emit=emit,
                lease=0.0 if _is_alone(settings) else LEASE,
            ),
            store=store,
            queue=queue,
            cache=tools.cache,
            has_left=way_in.access.has_left,
            days=settings.crossroads_retention_days,
            clock=clock,
            emit=emit,
        )
        await stack.enter_async_context(house.open())
        app.use(leaving(way_in.access, house.leave, emit=emit))
        yield Bot(app=app, pages=way_in.pages, queue=queue, store=store, writer=bench.writer)


@asynccontextmanager
async def _bench(
    settings: Settings,
    *,
    store: Store,
    clients: Clients,
    gate: Gate,
    clock: Clock,
    emit: Emit,
    accepting: Callable[[], bool],
) -> AsyncIterator[Bench]:
    """What the hooks of the queue share, with the loops of the live messages."""
    alone = _is_alone(settings)
    kept = StoredViews(store, clock=clock, grace=0.0 if alone else GRACE)
    lobby = Lobby(clock=clock, accepting=accepting)
    async with Writers(gate=gate, clock=clock, random=Random(), emit=emit) as writers:
        writer = Writer(writers, connect=clients.messages, places=kept, kept=kept, emit=emit, alone=alone)
        try:
            yield Bench(orders=Orders(store), writer=writer, lobby=lobby, store=store, clock=clock, emit=emit)
        finally:
            await lobby.close()


def _is_alone(settings: Settings) -> bool:
    """Whether there is no other replica: a SQLite file has one process."""
    return database.is_sqlite(database.parse(settings.database))


def _operation(
    settings: Settings, *, drafters: tuple[Drafter, ...], memory: Callable[[], Memory | None]
) -> Operation:
    return Operation(
        version=version("crossroads"),
        drafters=drafters,
        memory=memory,
        risks=settings.crossroads_risks,
        retention_days=settings.crossroads_retention_days,
    )


def _limits(settings: Settings) -> Limits:
    return Limits(
        running=settings.crossroads_concurrency,
        per_workspace=min(settings.crossroads_workspace_concurrency, settings.crossroads_concurrency),
        max_wait=settings.crossroads_max_wait,
    )


@asynccontextmanager
async def _queue(
    settings: Settings, bench: Bench, hooks: _Hooks, limits: Limits, *, counted: Callable[[int], None]
) -> AsyncIterator[Queue]:
    """The queue, with what is looked at beside it again and again; `counted` hears how many replicas live."""
    async with Queue.open(
        settings.database,
        run=hooks.run,
        announce=hooks.announce,
        finished=hooks.finished,
        limits=limits,
        clock=bench.clock,
        emit=bench.emit,
        counted=counted,
    ) as queue:

        async def tell_places() -> None:
            if not bench.lobby.is_empty:
                await bench.lobby.tell(await queue.places())

        async def resend() -> None:
            begun = await bench.writer.resend()
            if begun:
                bench.emit("resent", messages=begun)

        async with beside(
            repeat("places", tell_places, LOOK, clock=bench.clock, emit=bench.emit),
            repeat("unsent", resend, RESEND, clock=bench.clock, emit=bench.emit),
        ):
            yield queue


@dataclass(frozen=True, slots=True, kw_only=True)
class _Hooks:
    """What the queue calls, each inside the context that `within` makes of the job's id.

    Nobody waits for an answer there, so each outlasts a database that is away for a moment.
    """

    runner: Run
    announcer: Announce
    closer: Finished
    admission: Admission
    within: Within

    async def run(self, job: Job, message: str) -> None:
        with patiently():
            await self.admission.wait(job)
            with self.within(job.id):
                await self.runner(job, message)

    async def announce(self, job: Job, *, again: bool) -> str:
        with patiently(), self.within(job.id):
            return await self.announcer(job, again=again)

    async def finished(self, job: Job, ending: Ending, message: str | None) -> None:
        with patiently(), self.within(job.id):
            await self.closer(job, ending, message)
