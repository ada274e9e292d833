"""The courier: brings events to the app with Slack's retries, asks it for answers, keeps a record of all."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from dataclasses import replace
from typing import Any

from bot.playground.slack.delivery.parcels import Delivery, Parcel, Transport
from bot.playground.slack.news import News
from bot.playground.slack.records import Json
from bot.playground.slack.trouble import EVENT, Trouble
from core.clock import Clock

# https://docs.slack.dev/apis/events-api/#retries : at once, after a minute, after five
RETRY_WAITS = (0.0, 60.0, 300.0)  # seconds

Spawn = Callable[[Coroutine[Any, Any, None]], None]


class Courier:
    """Delivers through one transport. `spawn` runs a delivery beside everything else."""

    def __init__(
        self, *, transport: Transport, clock: Clock, trouble: Trouble, news: News, spawn: Spawn
    ) -> None:
        self._transport = transport
        self._clock = clock
        self._trouble = trouble
        self._news = news
        self._spawn = spawn
        self._deliveries: list[Delivery] = []
        self._flying = 0

    def __iter__(self) -> Iterator[Delivery]:
        return iter(tuple(self._deliveries))

    def __len__(self) -> int:
        return len(self._deliveries)

    def events(self, kind: str = "") -> list[Delivery]:
        """The deliveries of events so far, retries too; of one event type if given."""
        return [d for d in self._deliveries if d.parcel.kind == "event" and kind in {"", d.event_type}]

    def post(self, event: Json) -> None:
        """Deliver an event callback, with retries; twice when that is the trouble of the day."""
        if not self._transport.is_open:
            return
        times = 2 if self._trouble.take("repeat", EVENT) else 1
        for _ in range(times):
            self._flying += 1
            self._spawn(self._deliver(Parcel(kind="event", team=event["team_id"], payload=event)))

    async def ask(self, parcel: Parcel) -> Delivery:
        """Deliver a command or an interaction, once, and wait for its answer."""
        self._flying += 1
        return await self._try(parcel)

    async def repeat(self, delivery: Delivery) -> Delivery:
        """Deliver the same parcel once more, as Slack now and then does."""
        return await self.ask(delivery.parcel)

    @property
    def flying(self) -> int:
        """How many deliveries are under way; a retry that waits for its time does not count."""
        return self._flying

    async def _deliver(self, parcel: Parcel) -> None:
        delivery = await self._try(parcel)
        for wait in RETRY_WAITS:
            if delivery.ok or delivery.answer.no_retry:
                return
            if wait:
                await self._clock.sleep(wait)
            parcel = replace(parcel, attempt=parcel.attempt + 1, reason=delivery.answer.reason)
            self._flying += 1
            delivery = await self._try(parcel)

    async def _try(self, parcel: Parcel) -> Delivery:
        at, start = self._clock.now(), asyncio.get_running_loop().time()
        try:
            delivery = Delivery(
                parcel=parcel,
                answer=await self._transport.send(parcel),
                at=at,
                seconds=asyncio.get_running_loop().time() - start,
                transport=self._transport.name,
            )
            self._deliveries.append(delivery)
            return delivery
        finally:
            self._flying -= 1
            self._news.tell()
