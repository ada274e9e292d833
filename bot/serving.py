"""`crossroads serve`: the bot from its start to its end, over HTTP or Socket Mode."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from functools import partial

from bot import load, logs
from bot.canonical import Canonical
from bot.health import DatabaseCheck, Phase, Vitals, routes
from bot.heartbeat import Heartbeat
from bot.interpreter import tuned
from bot.looking import beside
from bot.memory import MemoryWatch, measure
from bot.metrics import Metrics
from bot.providers import ProviderName
from bot.server import served, web_app
from bot.settings import Settings
from bot.slack import Bot, open_bot
from bot.sockets import connected
from core.clock import Clock, SystemClock
from core.telemetry import Emit

HOST = "0.0.0.0"  # noqa: S104  a server is there to be reached; the guard stands in front of it
# Seconds that the end takes at most, of the 25 or more that an orchestrator leaves after SIGTERM:
DRAIN = 14.0  # for drafts under way; what is left then is taken up by the next process
FLUSH = 4.0  # for ends that Slack does not have yet; what is left is sent by the next process
LOOK = 0.1  # seconds between two looks at those
END = 25.0  # seconds in all, whatever hangs: a thread that waits for a database is waited for without end
HUNG = 1  # the exit code of an end that waited for nothing


@dataclass(slots=True, kw_only=True)
class Stand:
    """Where the process stands; `port` is where it is served, once it is."""

    phase: Phase = Phase.STARTING
    port: int = 0
    ready: asyncio.Event = field(default_factory=asyncio.Event)


async def serve(
    settings: Settings,
    *,
    stop: asyncio.Event,
    provider: ProviderName = "auto",
    clock: Clock | None = None,
    stand: Stand | None = None,
    host: str = HOST,
) -> None:
    """Serve until `stop` is set, then end in order. Raises SettingsError."""
    clock, stand = clock or SystemClock(), stand or Stand()
    metrics = Metrics()
    canonical = Canonical(logs.configure(settings.log_level, settings.log_format), clock=clock)
    emit = logs.fan_out(metrics.observe, canonical)
    heartbeat = Heartbeat(clock=clock, emit=emit)
    memory = MemoryWatch(read=partial(measure, settings.crossroads_memory_limit), clock=clock, emit=emit)

    async with AsyncExitStack() as stack:
        stack.callback(canonical.close)
        await stack.enter_async_context(beside(heartbeat.run(), memory.run()))
        bot = await stack.enter_async_context(
            open_bot(
                settings,
                clock=clock,
                emit=emit,
                provider=provider,
                accepting=lambda: memory.accepting,
                memory=memory.held,
                within=canonical.job,
            )
        )
        await stack.enter_async_context(beside(load.watch(bot.queue.load, clock=clock, emit=emit)))
        vitals = Vitals(
            phase=lambda: stand.phase,
            beat_age=lambda: heartbeat.age,
            database=DatabaseCheck(bot.store.ping, clock=clock, emit=emit),
            render=metrics.render,
        )
        async with _listening(bot, settings, vitals, stop=stop, clock=clock, emit=emit, host=host) as (
            port,
            hang_up,
        ):
            stand.port, stand.phase = port, Phase.SERVING
            stand.ready.set()
            emit("serving", port=port, socket_mode=settings.slack_app_token is not None)
            await stop.wait()
            stand.phase = Phase.DRAINING
            await hang_up()  # before the drain: Slack has other sockets, or tries again, and asks us no more
            emit("draining", finished=await bot.queue.drain(DRAIN))
        await _flush(bot, clock, emit)


@asynccontextmanager
async def _listening(
    bot: Bot, settings: Settings, vitals: Vitals, *, stop: asyncio.Event, clock: Clock, emit: Emit, host: str
) -> AsyncIterator[tuple[int, Callable[[], Awaitable[None]]]]:
    """Take Slack's requests: from a socket where there is a token for one, else over HTTP.

    Yields the port of the health pages, which stay, and what closes the socket. Over HTTP it closes nothing:
    who balances the load looks at readiness, and what comes all the same is kept for the next process.
    Raises SettingsError.
    """
    secret, socket = settings.slack_signing_secret, settings.slack_app_token
    async with AsyncExitStack() as stack:
        application = web_app(
            bot.app if socket is None else None,
            signing_secret=secret.get_secret_value() if secret else "",
            clock=clock,
            emit=emit,
            beside=[*routes(vitals), *bot.pages],
        )
        port = await stack.enter_async_context(served(application, host=host, port=settings.port))
        line = await stack.enter_async_context(AsyncExitStack())
        if socket is not None:
            await line.enter_async_context(
                connected(bot.app, socket.get_secret_value(), stop=stop, clock=clock, emit=emit)
            )
        yield port, line.aclose


async def _flush(bot: Bot, clock: Clock, emit: Emit) -> None:
    """Wait, for a moment, until Slack has every end that was kept."""
    try:
        async with asyncio.timeout(FLUSH):
            while await bot.store.views.unsent(kept_before=clock.now() + 1):  # noqa: ASYNC110  what is looked at is in a database
                await asyncio.sleep(LOOK)
    except Exception as failure:  # noqa: BLE001  too late, or no database: the next process sends what is left
        emit("look_failed", look="flush", cause=type(failure).__name__)


def run(settings: Settings, *, provider: ProviderName = "auto") -> None:
    """Serve until the process is told to end. Raises SettingsError."""

    async def main() -> None:
        stop = asyncio.Event()

        def told(sign: signal.Signals) -> None:
            if not stop.is_set():
                stop.set()
                _end_at_last()
            elif sign is signal.SIGINT:
                _end()  # who presses Ctrl-C again has waited enough

        for sign in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(sign, told, sign)
        await serve(settings, stop=stop, provider=provider)

    with tuned():
        asyncio.run(main())


def _end_at_last() -> None:
    """End this process after END, unless it has ended by then."""
    last = threading.Timer(END, _end)
    last.daemon = True
    last.start()


def _end() -> None:
    """End this process, whatever hangs. As with a kill, nothing is lost by it."""
    logs.log("end_forced")
    os._exit(HUNG)  # the one way out that waits for no thread
