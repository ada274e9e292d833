"""What an orchestrator asks: does this process live, is it ready for work, what does it measure."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from http import HTTPStatus
from math import inf

from aiohttp import web

from bot.metrics import CONTENT_TYPE
from core.clock import Clock
from core.telemetry import Emit

OK = "ok"
STALLED = 30.0  # seconds since the last beat; a busy machine may well be late by a few
PATIENCE = 2.0  # seconds for the database to answer
FRESH = 1.0  # seconds that its answer holds: anybody may ask, and the database shall not notice


class Phase(StrEnum):
    """Where the process stands between its start and its end."""

    STARTING = "starting"
    SERVING = "serving"
    DRAINING = "draining"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vitals:
    """Where the answers come from. `beat_age` is in seconds; `render` gives the metrics."""

    phase: Callable[[], Phase]
    beat_age: Callable[[], float]
    database: Callable[[], Awaitable[bool]]
    render: Callable[[], bytes]


class DatabaseCheck:
    """Whether the database answers. Those who ask at the same time share one `ping`, which raises if not.

    Emits database_unreachable with its cause.
    """

    def __init__(self, ping: Callable[[], Awaitable[object]], *, clock: Clock, emit: Emit) -> None:
        self._ping = ping
        self._clock = clock
        self._emit = emit
        self._lock = asyncio.Lock()
        self._asked_at = -inf
        self._answers = False

    async def __call__(self) -> bool:
        """Ask, unless somebody just did."""
        async with self._lock:
            if self._clock.monotonic() - self._asked_at >= FRESH:
                self._answers = await self._ask()
                self._asked_at = self._clock.monotonic()
        return self._answers

    async def _ask(self) -> bool:
        try:
            async with asyncio.timeout(PATIENCE):
                await self._ping()
        except Exception as failure:  # noqa: BLE001  whatever it is, there was no answer
            self._emit("database_unreachable", cause=type(failure).__name__)
            return False
        return True


def live(beat_age: float) -> dict[str, str]:
    """The checks of /livez by name: `ok`, or what is wrong. Restarting the process mends what is."""
    return {"event_loop": OK if beat_age <= STALLED else f"no beat for {beat_age:.0f} s"}


def ready(phase: Phase, *, database: bool) -> dict[str, str]:
    """The checks of /readyz by name: `ok`, or why no requests should be sent here now.

    Memory is none of them. Jobs come out of the queue, wherever they were asked for; and people who are kept
    away can neither be told that the server is short of memory nor stop what takes it.
    """
    return {
        "started": "starting" if phase is Phase.STARTING else OK,
        "not_draining": "draining" if phase is Phase.DRAINING else OK,
        "database": OK if database else "no answer",
    }


def routes(vitals: Vitals) -> list[web.RouteDef]:
    """GET and HEAD of /livez, /readyz and /metrics; the first two say 200, or 503 and why, as JSON."""

    async def livez(_: web.Request) -> web.Response:
        return _answer(live(vitals.beat_age()))

    async def readyz(_: web.Request) -> web.Response:
        database = await vitals.database()
        return _answer(ready(vitals.phase(), database=database))

    async def metrics(_: web.Request) -> web.Response:
        return web.Response(body=vitals.render(), headers={"Content-Type": CONTENT_TYPE})

    return [web.get("/livez", livez), web.get("/readyz", readyz), web.get("/metrics", metrics)]


def _answer(checks: Mapping[str, str]) -> web.Response:
    is_well = set(checks.values()) == {OK}
    return web.json_response(
        {"status": OK if is_well else "failing", "checks": dict(checks)},
        status=HTTPStatus.OK if is_well else HTTPStatus.SERVICE_UNAVAILABLE,
        headers={"Cache-Control": "no-store"},
    )
