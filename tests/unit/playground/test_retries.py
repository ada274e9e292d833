"""Slack's patience: retries, their headers, and what the record says of them."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial

import pytest
from aiohttp import web

from bot.playground.slack.delivery.parcels import Delivery
from tests.unit.playground.scene import Scene, scene, served


class Receiver:
    """An app that answers as it is told."""

    def __init__(self) -> None:
        self.status = 200
        self.headers: dict[str, str] = {}
        self.delay = 0.0
        self.requests: list[web.Request] = []
        self.bodies: list[bytes] = []

    async def handle(self, request: web.Request) -> web.Response:
        self.requests.append(request)
        self.bodies.append(await request.read())
        await asyncio.sleep(self.delay)
        return web.Response(status=self.status, headers=self.headers)


@asynccontextmanager
async def _receiving(world: Scene) -> AsyncIterator[Receiver]:
    receiver, application = Receiver(), web.Application()
    application.router.add_post("/slack/events", receiver.handle)
    async with served(application) as address:
        world.slack.deliver_to(address)
        yield receiver
        world.slack.deliver_to("")


def _has_tries(world: Scene, count: int) -> bool:
    return len(_tries(world)) >= count


def _tries(world: Scene) -> list[Delivery]:
    return world.slack.courier.events("message")


async def test_a_failed_event_comes_again_at_once_then_after_one_minute_then_after_five(world: Scene) -> None:
    async with _receiving(world) as receiver:
        receiver.status = 500
        start = world.clock.now()
        await world.ann.says(world.channel, "hello")
        for count, wait in [(2, 59), (2, 1), (3, 299), (3, 1)]:
            await world.slack.until(partial(_has_tries, world, count))
            await world.slack.settled()
            assert len(_tries(world)) == count
            world.clock.advance(wait)
        await world.slack.until(lambda: len(_tries(world)) == 4)
        await world.slack.settled()
        assert world.clock.sleeping == 0
    assert [d.at - start for d in _tries(world)] == [0, 0, 60, 360]
    numbers = [r.headers.get("X-Slack-Retry-Num") for r in receiver.requests]
    reasons = [r.headers.get("X-Slack-Retry-Reason") for r in receiver.requests]
    assert numbers == [None, "1", "2", "3"]
    assert reasons == [None, "http_error", "http_error", "http_error"]
    assert len({json.loads(body)["event_id"] for body in receiver.bodies}) == 1


async def test_a_retry_that_is_taken_is_the_last(world: Scene) -> None:
    async with _receiving(world) as receiver:
        receiver.status = 503
        await world.ann.says(world.channel, "hello")
        await world.slack.until(lambda: len(_tries(world)) == 2)
        receiver.status = 200
        world.clock.advance(60)
        await world.slack.until(lambda: len(_tries(world)) == 3)
        await world.slack.settled()
    assert [d.ok for d in _tries(world)] == [False, False, True]
    assert world.clock.sleeping == 0


async def test_an_app_can_ask_for_no_retry(world: Scene) -> None:
    async with _receiving(world) as receiver:
        receiver.status, receiver.headers = 500, {"X-Slack-No-Retry": "1"}
        await world.ann.says(world.channel, "hello")
        await world.slack.until(lambda: len(_tries(world)) == 1)
        await world.slack.settled()
    assert (len(_tries(world)), world.clock.sleeping) == (1, 0)


@pytest.mark.parametrize("status", [301, 404])
async def test_anything_but_a_2xx_is_a_failure(world: Scene, status: int) -> None:
    async with _receiving(world) as receiver:
        receiver.status, receiver.headers = status, {"Location": "/elsewhere"}
        await world.ann.says(world.channel, "hello")
        await world.slack.until(lambda: len(_tries(world)) == 2)
    assert [d.answer.status for d in _tries(world)] == [status, status]


async def test_an_app_that_is_too_slow() -> None:
    async with scene(patience=0.05) as world, _receiving(world) as receiver:
        receiver.delay = 0.2
        await world.ann.says(world.channel, "slow")
        await world.slack.until(lambda: len(_tries(world)) == 2)
        assert {d.answer.reason for d in _tries(world)} == {"http_timeout"}


async def test_an_app_that_is_not_there(world: Scene) -> None:
    async with _receiving(world):
        address = world.slack.site.http.url
    world.slack.deliver_to(address)
    await world.ann.says(world.channel, "gone")
    await world.slack.until(lambda: len(_tries(world)) == 2)
    assert {d.answer.reason for d in _tries(world)} == {"connection_failed"}


async def test_the_record_says_when_how_long_and_how(world: Scene) -> None:
    async with _receiving(world) as receiver:
        receiver.delay = 0.02
        await world.ann.says(world.channel, "hello")
        await world.slack.until(lambda: len(_tries(world)) == 1)
    [delivery] = world.slack.courier
    assert (delivery.at, delivery.transport) == (world.clock.now(), "http")
    assert delivery.seconds >= 0.02
    assert (delivery.ok, delivery.answer.status, delivery.event_type) == (True, 200, "message")


async def test_events_can_be_made_to_come_twice(world: Scene) -> None:
    async with _receiving(world) as receiver:
        world.slack.trouble.repeat_events(times=1)
        await world.ann.says(world.channel, "twice")
        await world.ann.says(world.channel, "once")
        await world.slack.until(lambda: len(receiver.bodies) == 3)
        await world.slack.settled()
        first = world.slack.courier.events("message")[0]
        assert (await world.slack.courier.repeat(first)).ok
    ids = [json.loads(body)["event_id"] for body in receiver.bodies]
    assert len(ids) == 4
    assert len(set(ids)) == 2


async def test_nothing_is_sent_while_no_address_is_known(world: Scene) -> None:
    await world.ann.says(world.channel, "hello")
    await world.slack.settled()
    assert len(world.slack.courier) == 0
