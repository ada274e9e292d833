"""Socket Mode with the real handler."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from typing import Any

import pytest
from aiohttp import ClientSession, WSMsgType, WSServerHandshakeError
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground.slack.delivery.parcels import Parcel
from tests.unit.playground.scene import Scene, bolt, error_of, eventually, full_app, scene


@pytest.fixture
async def world() -> AsyncIterator[Scene]:
    async with scene(full_app(socket_mode=True)) as made:
        yield made


@asynccontextmanager
async def _connected(world: Scene, app: AsyncApp) -> AsyncIterator[AsyncSocketModeHandler]:
    handler = AsyncSocketModeHandler(app, world.slack.app.app_token, ping_interval=1.0)
    await handler.connect_async()  # type: ignore[no-untyped-call]  # slack_bolt
    try:
        yield handler
    finally:
        client = handler.client
        await handler.close_async()  # type: ignore[no-untyped-call]  # slack_bolt
        left = [client.message_processor, client.current_session_monitor, client.message_receiver]
        await asyncio.gather(*(task for task in left if task), return_exceptions=True)


async def test_events_commands_and_clicks_come_through_the_socket(world: Scene) -> None:
    app, seen = bolt(world), list[str]()

    @app.event("app_mention")
    async def mentioned(event: dict[str, Any]) -> None:
        seen.append(event["text"])

    @app.event("message")
    async def ignore() -> None:
        pass

    @app.command("/decide")
    async def decide(ack: AsyncAck) -> None:
        await ack("Reading")

    async with _connected(world, app):
        assert world.slack.sockets.connections == 1
        await world.ann.mentions_bot(world.channel, "hire?")
        outcome = await world.ann.runs("/decide", "hire?", world.channel)
        await world.slack.settled()
    assert seen == [f"<@{world.bot}> hire?"]
    assert outcome.ok
    assert [m.text for m in world.ann.private(world.channel)] == ["Reading"]
    assert {(d.transport, d.ok) for d in world.slack.courier} == {("socket", True)}


async def test_slack_warns_then_refreshes_and_the_client_comes_back(world: Scene) -> None:
    app, seen = bolt(world), list[str]()

    @app.event("message")
    async def said(event: dict[str, Any]) -> None:
        seen.append(event["text"])

    async with _connected(world, app):
        for reason in ("warning", "refresh_requested"):
            before = len(world.slack.calls.of("apps.connections.open"))
            await world.slack.sockets.disconnect(reason)
            await eventually(partial(_came_back, world, before))
            await world.ann.says(world.channel, reason)
            await world.slack.until(partial(seen.__contains__, reason))
    assert seen == ["warning", "refresh_requested"]


def _came_back(world: Scene, before: int) -> bool:
    asked = len(world.slack.calls.of("apps.connections.open")) > before
    return asked and world.slack.sockets.connections == 1


async def test_an_envelope_nobody_takes_comes_again() -> None:
    async with scene(full_app(socket_mode=True), patience=0.05) as world:
        await world.ann.says(world.channel, "nobody there")
        await world.slack.until(lambda: len(world.slack.courier) == 2)
        assert {d.answer.reason for d in world.slack.courier} == {"connection_failed"}
        async with _socket(world) as socket:
            world.clock.advance(60)
            envelope = await socket.receive_json()
            assert (envelope["retry_attempt"], envelope["retry_reason"]) == (2, "connection_failed")
            assert envelope["type"] == "events_api"
            await world.slack.until(lambda: len(world.slack.courier) == 3)
            await socket.send_str("nonsense")
            await socket.send_str("[]")
            await socket.send_json({"envelope_id": "unknown"})
            await socket.send_bytes(b"x")
            world.clock.advance(300)
            await socket.receive_json()
            await world.slack.until(lambda: len(world.slack.courier) == 4)
        assert [d.answer.reason for d in world.slack.courier][2:] == ["http_timeout", "http_timeout"]


async def test_an_envelope_that_is_acknowledged_has_arrived(world: Scene) -> None:
    async with _socket(world) as socket:
        await world.ann.says(world.channel, "hello")
        envelope = await socket.receive_json()
        await socket.send_json({"envelope_id": envelope["envelope_id"]})
        await world.slack.until(lambda: len(world.slack.courier) == 1)
    assert [delivery.ok for delivery in world.slack.courier] == [True]


@asynccontextmanager
async def _socket(world: Scene) -> AsyncIterator[Any]:
    client = AsyncWebClient(base_url=world.slack.api_url)
    url = (await client.apps_connections_open(app_token=world.slack.app.app_token))["url"]
    async with ClientSession() as session, session.ws_connect(url) as socket:
        hello = await socket.receive_json()
        assert hello["connection_info"]["app_id"] == world.slack.app.id
        yield socket


async def test_a_socket_that_closes_while_it_is_used_is_a_failed_delivery(world: Scene) -> None:
    transport = world.slack.sockets
    async with _socket(world):
        gone = transport._open[0]
        await transport.disconnect()
        transport._open.append(gone)
        answer = await transport.send(Parcel(kind="event", team=world.team.id, payload={}))
        transport._open.clear()
    assert answer.reason == "connection_failed"


async def test_when_slack_stops_its_sockets_are_closed() -> None:
    async with ClientSession() as session:
        async with scene(full_app(socket_mode=True)) as world:
            base = world.slack.url.replace("http", "ws")
            socket = await session.ws_connect(f"{base}/link/?ticket={world.slack.sockets.new_ticket()}")
            assert (await socket.receive_json())["type"] == "hello"
            closing = asyncio.ensure_future(socket.receive())
        assert (await closing).type is WSMsgType.CLOSE


async def test_a_ticket_opens_one_socket(world: Scene) -> None:
    client = AsyncWebClient(base_url=world.slack.api_url)
    url = (await client.apps_connections_open(app_token=world.slack.app.app_token))["url"]
    async with ClientSession() as session:
        async with session.ws_connect(url):
            pass
        with pytest.raises(WSServerHandshakeError):
            await session.ws_connect(url)


async def test_the_eleventh_socket_is_one_too_many(world: Scene) -> None:
    transport = world.slack.sockets
    async with ClientSession() as session:
        base = world.slack.url.replace("http", "ws")
        sockets = [
            await session.ws_connect(f"{base}/link/?ticket={transport.new_ticket()}") for _ in range(10)
        ]
        more = await session.ws_connect(f"{base}/link/?ticket={transport.new_ticket()}")
        assert (await more.receive_json())["reason"] == "too_many_websockets"
        assert (await more.receive()).type is WSMsgType.CLOSE
        assert transport.connections == 10
        for socket in sockets:
            await socket.close()
        await more.close()


@pytest.mark.parametrize(
    ("token", "error"),
    [("", "not_authed"), ("xapp-wrong", "invalid_auth"), ("xoxb-wrong", "not_allowed_token_type")],
)
async def test_only_the_app_itself_can_open_a_socket(world: Scene, token: str, error: str) -> None:
    client = AsyncWebClient(base_url=world.slack.api_url)
    with pytest.raises(SlackApiError) as refused:
        await client.apps_connections_open(app_token=token)
    assert error_of(refused.value) == error


async def test_an_app_without_socket_mode_gets_no_socket() -> None:
    async with scene() as world:
        client = AsyncWebClient(base_url=world.slack.api_url)
        with pytest.raises(SlackApiError, match="socket_mode_not_enabled"):
            await client.apps_connections_open(app_token=world.slack.app.app_token)
