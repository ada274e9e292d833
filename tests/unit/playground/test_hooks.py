"""Response URLs, and what an app answers a command with."""

from __future__ import annotations

from typing import Any

import pytest
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.playground.slack.triggers import new_response_url
from tests.unit.playground.scene import Scene


def _hook(world: Scene, message: str = "", *, is_ephemeral: bool = False) -> AsyncWebhookClient:
    url = new_response_url(
        world.slack.world,
        team=world.team.id,
        user=world.ann.id,
        channel=world.channel.id,
        message=message,
        is_ephemeral=is_ephemeral,
    )
    return AsyncWebhookClient(url)


async def test_it_works_five_times_in_half_an_hour(world: Scene) -> None:
    hook = _hook(world)
    answers = [await hook.send(text=str(n)) for n in range(6)]
    assert [a.status_code for a in answers] == [200] * 5 + [404]
    assert (answers[0].body, '"used_url"' in answers[5].body) == ("ok", True)
    late = _hook(world)
    world.clock.advance(1_801)
    answer = await late.send(text="late")
    assert (answer.status_code, "expired_url" in answer.body) == (404, True)
    assert [m.text for m in world.ann.private(world.channel)] == ["0", "1", "2", "3", "4"]


async def test_an_address_nobody_gave_out_is_refused(world: Scene) -> None:
    answer = await AsyncWebhookClient(f"{world.slack.url}/hooks/none").send(text="x")
    assert (answer.status_code, "invalid_url" in answer.body) == (404, True)


async def test_it_can_answer_the_whole_channel_and_in_a_thread(world: Scene) -> None:
    parent = await world.ann.says(world.channel, "hire?")
    hook = _hook(world)
    await hook.send(text="all", response_type="in_channel")
    await hook.send_dict({"text": "there", "response_type": "in_channel", "thread_ts": parent.ts})
    everything = world.slack.messages(world.channel)
    assert [(m.text, m.thread_ts) for m in everything[1:]] == [("all", ""), ("there", parent.ts)]


async def test_it_can_replace_and_delete_the_message_of_the_click(world: Scene) -> None:
    posted = await world.client.chat_postMessage(channel=world.channel.id, text="one")
    hook = _hook(world, posted["ts"])
    await hook.send(text="two", replace_original=True)
    assert [m.text for m in world.slack.messages(world.channel)] == ["two"]
    await hook.send(delete_original=True)
    assert world.slack.messages(world.channel) == []
    gone = await hook.send(text="three", replace_original=True)
    assert "message_not_found" in gone.body


async def test_what_only_one_person_sees_can_be_replaced_and_deleted_too(world: Scene) -> None:
    sent = await world.client.chat_postEphemeral(channel=world.channel.id, user=world.ann.id, text="private")
    hook = _hook(world, sent["message_ts"], is_ephemeral=True)
    await hook.send(text="changed", replace_original=True)
    assert [m.text for m in world.ann.private(world.channel)] == ["changed"]
    await hook.send(delete_original=True)
    assert world.ann.private(world.channel) == []


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ({"text": ""}, "no_text"),
        ({"text": "x", "response_type": "everyone"}, "invalid_payload"),
        ({"text": "x", "channel": "C1"}, "invalid_payload"),
        ({"text": "x", "blocks": [{"type": "nonsense"}]}, "invalid_blocks"),
        ({"text": "x", "thread_ts": "1.1"}, "thread_not_found"),
    ],
)
async def test_what_it_refuses(world: Scene, body: dict[str, Any], error: str) -> None:
    answer = await _hook(world).send_dict(body)
    assert answer.status_code == 400
    assert error in answer.body


async def test_it_takes_json_only_and_dies_with_the_installation(world: Scene) -> None:
    from aiohttp import ClientSession  # noqa: PLC0415  the webhook client sends nothing but JSON

    hook = _hook(world)
    async with ClientSession() as session:
        for raw in (b"text=x", b"[]"):
            async with session.post(hook.url, data=raw) as response:
                assert response.status == 400
    world.slack.uninstall(world.team)
    assert "channel_not_found" in (await hook.send(text="x")).body
