"""Rate limits: the rule itself, and what the client sees of it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from slack_sdk.errors import SlackApiError

from bot.playground.slack.limits import Rate, RateLimits
from tests.unit.playground.clock import HandClock
from tests.unit.playground.scene import Scene, full_app, scene


@given(st.lists(st.floats(0, 30), max_size=60), st.integers(1, 5), st.sampled_from([1.0, 10.0, 60.0]))
def test_no_stretch_of_time_ever_holds_more_than_the_rate(
    gaps: list[float], calls: int, seconds: float
) -> None:
    clock = HandClock(start=0)
    limits, passed = RateLimits(clock), []
    for gap in gaps:
        clock.advance(gap)
        if limits.wait((("T1", "m"), Rate(calls=calls, seconds=seconds))) == 0:
            passed.append(clock.now())
    assert all(later - first >= seconds for first, later in zip(passed, passed[calls:], strict=False))


@given(st.integers(1, 20), st.floats(0.1, 50))
def test_whoever_waits_as_told_gets_through(calls: int, gap: float) -> None:
    clock, rate = HandClock(start=0), Rate(calls=calls)
    limits = RateLimits(clock)
    for _ in range(calls * 3):
        clock.advance(gap)
        clock.advance(limits.wait((("T1", "m"), rate)) or 0)
    wait = limits.wait((("T1", "m"), rate))
    clock.advance(wait)
    assert wait == 0 or limits.wait((("T1", "m"), rate)) == 0


def test_a_call_that_one_limit_stops_does_not_count_for_the_other() -> None:
    limits = RateLimits(HandClock())
    both = ((("a",), Rate(calls=5)), (("b",), Rate(calls=1)))
    assert [bool(limits.wait(*both)) for _ in range(3)] == [False, True, True]
    assert limits.wait((("a",), Rate(calls=2))) == 0
    limits.forget([("b",)])
    assert limits.wait((("b",), Rate(calls=1))) == 0
    limits.forget()
    assert limits.wait(*both) == 0


async def test_edits_are_limited_for_the_whole_workspace(world: Scene) -> None:
    places = [world.channel, world.slack.add_channel(world.team, "second", world.ann)]
    stamps = [
        (place.id, (await world.client.chat_postMessage(channel=place.id, text="x"))["ts"])
        for place in places
    ]
    for turn in range(50):
        channel, ts = stamps[turn % 2]
        await world.client.chat_update(channel=channel, ts=ts, text=f"{turn}")
    world.clock.advance(20.5)
    with pytest.raises(SlackApiError) as refused:
        await world.client.chat_update(channel=stamps[0][0], ts=stamps[0][1], text="one more")
    assert refused.value.response.status_code == 429
    assert refused.value.response.headers["Retry-After"] == "40"
    assert refused.value.response["error"] == "ratelimited"
    world.clock.advance(40)
    await world.client.chat_update(channel=stamps[0][0], ts=stamps[0][1], text="one more")


async def test_posts_are_limited_per_channel(world: Scene) -> None:
    for text in ("one", "two"):
        await world.client.chat_postMessage(channel=world.channel.id, text=text)
    with pytest.raises(SlackApiError) as refused:
        await world.client.chat_postMessage(channel=world.channel.id, text="three")
    assert refused.value.response.headers["Retry-After"] == "2"
    other = world.slack.add_channel(world.team, "second", world.ann)
    await world.client.chat_postMessage(channel=other.id, text="elsewhere")
    for _ in range(4):
        world.clock.advance(1)
        world.clock.advance(1)
        await world.client.chat_postMessage(channel=world.channel.id, text="paced")


async def test_a_person_and_the_conversation_with_them_are_one_channel(world: Scene) -> None:
    direct = world.ann.direct()
    await world.client.chat_postMessage(channel=world.ann.id, text="one")
    await world.client.chat_postMessage(channel=direct.id, text="two")
    with pytest.raises(SlackApiError, match="ratelimited"):
        await world.client.chat_postMessage(channel=world.ann.id, text="three")


async def test_another_workspace_has_limits_of_its_own(world: Scene) -> None:
    team = world.slack.add_workspace("Other")
    world.slack.add_person(team, "Eve")
    token = world.slack.install(team)
    for _ in range(50):
        await world.client.team_info()
    with pytest.raises(SlackApiError):
        await world.client.team_info()
    await world.client.team_info(token=token.value)


async def test_history_is_hardly_there_for_apps_outside_the_marketplace() -> None:
    async with scene(full_app(restricted_history=True)) as world:
        for number in range(20):
            await world.ann.says(world.channel, str(number))
        answer = await world.client.conversations_history(channel=world.channel.id)
        assert (len(answer["messages"]), answer["has_more"]) == (15, True)
        with pytest.raises(SlackApiError) as refused:
            await world.client.conversations_history(channel=world.channel.id)
        assert refused.value.response.headers["Retry-After"] == "60"
        world.clock.advance(60)
        with pytest.raises(SlackApiError, match="invalid_arguments"):
            await world.client.conversations_history(channel=world.channel.id, limit=16)


def test_message_times_only_grow() -> None:
    from bot.playground.slack.world import World  # noqa: PLC0415  one test needs it

    world = World(clock=HandClock(), app=full_app())
    stamps = [world.new_ts() for _ in range(100)]
    assert all(float(a) < float(b) for a, b in pairwise(stamps))
