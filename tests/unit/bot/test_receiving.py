"""What the guard let in reaches Bolt's listeners, and their answers reach Slack."""

from __future__ import annotations

import json
from typing import Any

import pytest
from aiohttp import ClientSession
from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.guard import PATH
from bot.receiving import receive
from tests.fakes.facts import Facts
from tests.unit.bot.guarded import MARKER, door
from tests.unit.playground.scene import Scene, connected, scene


@pytest.mark.parametrize("text", ["Hire or contract?", "Which payload=big flies first? The payload of A&B."])
async def test_a_command_is_heard_word_for_word(text: str) -> None:
    async with scene() as world:
        heard = list[str]()
        app = _app(world, heard)
        async with door(world.slack.app.signing_secret, receive(app)) as made:
            world.slack.deliver_to(f"{made.url}{PATH}")
            outcome = await world.ann.runs("/decide", text, world.channel)
            await world.slack.settled()
        assert outcome.ok
        assert heard == [text]
        assert [message.text for message in world.ann.private(world.channel)] == ["Reading"]


async def test_events_and_interactions_are_heard_too() -> None:
    async with scene() as world:
        heard = list[str]()
        async with door(world.slack.app.signing_secret, receive(_app(world, heard))) as made:
            world.slack.deliver_to(f"{made.url}{PATH}")
            assert (await world.ann.shortcut("new_draft")).ok
            await world.ann.says(world.channel, "my payload")
            await world.slack.until(lambda: len(heard) == 2)
            await world.slack.settled()
        assert heard == ["new_draft", "my payload"]
        assert made.facts == []
        assert all(delivery.ok for delivery in world.slack.courier)


async def test_bolts_own_server_loses_a_command_with_that_word() -> None:
    async with scene() as world:
        heard = list[str]()
        async with connected(world, _app(world, heard)):
            outcome = await world.ann.runs("/decide", "Which payload flies first?", world.channel)
        assert (outcome.ok, heard) == (False, [])


@pytest.mark.parametrize(
    "body",
    [
        {"type": "event_callback", "team_id": "T1", "event": {"user": 7, "text": MARKER}},
        {"type": "event_callback", "authorizations": [None], "event": {"type": "message"}},
    ],
    ids=str,
)
async def test_what_bolt_cannot_take_apart_is_refused_without_a_word_of_it(
    body: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    async with scene() as world, ClientSession() as session:
        handler = receive(_app(world, []), emit=(facts := Facts()))
        async with door(world.slack.app.signing_secret, handler) as made:
            raw = json.dumps(body).encode()
            assert await made.post(session, raw, made.signed(raw)) == 400
    assert facts.seen == [("request_refused", {"reason": "unreadable", "status": 400})]
    assert MARKER not in caplog.text


def _app(world: Scene, heard: list[str]) -> AsyncApp:
    app = AsyncApp(client=world.client, request_verification_enabled=False)

    @app.command("/decide")
    async def decide(ack: AsyncAck, command: dict[str, Any]) -> None:
        heard.append(command["text"])
        await ack("Reading")

    @app.shortcut("new_draft")
    async def shortcut(ack: AsyncAck, shortcut: dict[str, Any]) -> None:
        heard.append(shortcut["callback_id"])
        await ack()

    @app.event("message")
    async def said(event: dict[str, Any]) -> None:
        heard.append(event["text"])

    return app
