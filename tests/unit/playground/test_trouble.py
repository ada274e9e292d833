"""Trouble on demand, and how the real client sees it."""

from __future__ import annotations

import asyncio

import pytest
from aiohttp import ClientError, ClientSession
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry import FixedValueRetryIntervalCalculator
from slack_sdk.http_retry.builtin_async_handlers import AsyncServerErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground.slack.trouble import DOWNLOAD, UPLOAD
from tests.unit.playground.scene import Scene, error_of, eventually


async def test_a_flood_of_429_for_one_method(world: Scene) -> None:
    world.slack.trouble.throttle("chat.update", retry_after=7, times=2)
    ts = (await world.client.chat_postMessage(channel=world.channel.id, text="one"))["ts"]
    for _ in range(2):
        with pytest.raises(SlackApiError) as refused:
            await world.client.chat_update(channel=world.channel.id, ts=ts, text="two")
        assert refused.value.response.status_code == 429
        assert refused.value.response.headers["Retry-After"] == "7"
    await world.client.chat_update(channel=world.channel.id, ts=ts, text="two")


async def test_a_server_error_is_retried_by_the_client(world: Scene) -> None:
    client = AsyncWebClient(
        token=world.token.value,
        base_url=world.slack.api_url,
        retry_handlers=[AsyncServerErrorRetryHandler(1, FixedValueRetryIntervalCalculator(0.01))],
    )
    world.slack.trouble.fail("auth.test", status=503)
    await client.auth_test()
    assert [call.status for call in world.slack.calls.of("auth.test")] == [503, 200]


async def test_any_error_can_be_ordered(world: Scene) -> None:
    world.slack.trouble.refuse("chat.update", "edit_window_closed")
    ts = (await world.client.chat_postMessage(channel=world.channel.id, text="one"))["ts"]
    with pytest.raises(SlackApiError) as refused:
        await world.client.chat_update(channel=world.channel.id, ts=ts, text="two")
    assert error_of(refused.value) == "edit_window_closed"
    assert world.slack.calls.of("chat.update")[0].error == "edit_window_closed"


async def test_a_connection_can_break_before_or_after_the_work_is_done(world: Scene) -> None:
    world.slack.trouble.drop("chat.postMessage")
    with pytest.raises(ClientError):
        await world.client.chat_postMessage(channel=world.channel.id, text="lost")
    assert world.slack.messages(world.channel) == []
    world.slack.trouble.drop("chat.postMessage", done=True)
    with pytest.raises(ClientError):
        await world.client.chat_postMessage(channel=world.channel.id, text="there")
    assert [m.text for m in world.slack.messages(world.channel)] == ["there"]


async def test_everything_can_be_slow_until_it_is_cleared(world: Scene) -> None:
    world.slack.trouble.delay(5)
    async with asyncio.TaskGroup() as tasks:
        asking = tasks.create_task(world.client.auth_test())
        await eventually(lambda: world.clock.sleeping == 1)
        assert not asking.done()
        world.clock.advance(5)
    world.slack.trouble.clear()
    await world.client.auth_test()


async def test_files_meet_their_own_trouble(world: Scene) -> None:
    step = await world.client.files_getUploadURLExternal(filename="a.txt", length=3)
    world.slack.trouble.delay(5)
    world.slack.trouble.drop(UPLOAD)
    world.slack.trouble.delay(1, DOWNLOAD, times=1)
    async with ClientSession() as session:
        with pytest.raises(ClientError):
            await session.post(step["upload_url"], data=b"abc")
        async with asyncio.TaskGroup() as tasks:
            url = f"{world.slack.url}/files-pri/T1-F1/a.txt"
            loading = tasks.create_task(session.get(url))
            await eventually(lambda: world.clock.sleeping == 1)
            world.clock.advance(1)
        assert loading.result().status == 200
        loading.result().close()


async def test_a_request_that_cannot_be_read_is_refused(world: Scene) -> None:
    async with ClientSession() as session:
        for body, kind, error in [
            (b"{", "application/json", "invalid_json"),
            (b"[]", "application/json", "json_not_object"),
            (b"x", "text/plain", "invalid_post_type"),
            (b"", "text/plain", "not_authed"),
        ]:
            headers = {"Content-Type": kind}
            url = f"{world.slack.api_url}auth.test"
            async with session.post(url, data=body, headers=headers) as response:
                assert (response.status, (await response.json())["error"]) == (200, error)


async def test_a_token_may_come_as_an_argument(world: Scene) -> None:
    async with ClientSession() as session:
        url = f"{world.slack.api_url}auth.test"
        async with session.post(url, data={"token": world.token.value}) as response:
            assert (await response.json())["ok"]
        async with session.get(url, params={"token": world.token.value, "team_id": "T1"}) as response:
            assert (await response.json())["ok"]
