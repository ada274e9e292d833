"""A socket is opened, and opened anew; what keeps it from that is said, and keeps nobody from ending."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from itertools import count

import pytest

from bot import sockets
from bot.playground.slack.app import App
from bot.sockets import connected
from core.errors import SettingsError
from core.telemetry import Scalar
from tests.fakes.clock import JumpingClock
from tests.fakes.facts import Facts
from tests.unit.playground.scene import Scene, bolt, eventually, full_app, scene

OPEN = "apps.connections.open"


@pytest.fixture
def app() -> App:
    return full_app(socket_mode=True)


@pytest.fixture
async def world(app: App) -> AsyncIterator[Scene]:
    async with scene(app) as made:
        yield made


async def test_slack_that_is_away_is_asked_again_until_there_is_a_socket(world: Scene) -> None:
    facts, clock = Facts(), JumpingClock()
    world.slack.trouble.fail(OPEN, status=503, times=2)
    world.slack.trouble.throttle(OPEN, retry_after=7)
    token = world.slack.app.app_token
    async with connected(bolt(world), token, stop=asyncio.Event(), clock=clock, emit=facts):
        await eventually(lambda: world.slack.sockets.connections == 1)
    assert [facts["code"] for event, facts in facts.seen if event == "socket_failed"] == [
        "internal_error",
        "internal_error",
        "ratelimited",
    ]
    assert clock.slept == [1.0, 2.0, 7.0]
    await eventually(lambda: world.slack.sockets.connections == 0)


@pytest.mark.parametrize(("token", "why"), [("xapp-other", "invalid_auth"), ("xoxb-1", "not_allowed")])
async def test_a_token_that_slack_refuses_is_named(world: Scene, token: str, why: str) -> None:
    with pytest.raises(SettingsError, match=why) as caught:
        async with connected(bolt(world), token, stop=asyncio.Event(), clock=JumpingClock(), emit=Facts()):
            raise AssertionError
    assert caught.value.setting == "SLACK_APP_TOKEN"
    assert token not in str(caught.value)


async def test_who_is_told_to_end_waits_for_no_socket(world: Scene) -> None:
    stop, facts = asyncio.Event(), Facts()
    world.slack.trouble.fail(OPEN, status=503, times=None)

    def emit(event: str, /, **told: Scalar) -> None:
        facts(event, **told)
        stop.set()

    async with connected(bolt(world), world.slack.app.app_token, stop=stop, clock=JumpingClock(), emit=emit):
        assert world.slack.sockets.connections == 0
    assert facts.count("socket_failed")


async def test_an_address_that_opened_no_socket_is_not_tried_for_ever(
    world: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sockets, "PING", 0.5)
    given, fresh, facts = count(1), world.slack.sockets.new_ticket, Facts()
    monkeypatch.setattr(world.slack.sockets, "new_ticket", lambda: "worn" if next(given) < 3 else fresh())
    token = world.slack.app.app_token
    async with connected(bolt(world), token, stop=asyncio.Event(), clock=JumpingClock(), emit=facts):
        await eventually(lambda: world.slack.sockets.connections == 1)
    assert facts.count("socket_failed", code="WSServerHandshakeError") == 2
    assert "worn" not in str(facts.seen)


async def test_a_socket_that_cannot_be_replaced_at_once_is_told_once_and_replaced(
    world: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sockets, "PING", 0.5)
    facts, token = Facts(), world.slack.app.app_token
    async with connected(bolt(world), token, stop=asyncio.Event(), clock=JumpingClock(), emit=facts):
        await eventually(lambda: world.slack.sockets.connections == 1)
        world.slack.trouble.fail(OPEN, status=503)
        await world.slack.sockets.disconnect("refresh_requested")
        await eventually(lambda: world.slack.sockets.connections == 1)
    assert facts.count("socket_failed", code="internal_error") == 1
