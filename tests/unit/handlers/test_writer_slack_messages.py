"""The adapter over slack_sdk, against the local Slack and against what proxies say instead of Slack."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from random import Random

import aiohttp
import pytest
from aiohttp import web

from core.errors import (
    DeliveryError,
    DeliveryLimited,
    DeliveryUnavailable,
    MessageGone,
    PlaceClosed,
    ViewRefused,
)
from core.pacing.gate import Gate
from core.pacing.writers import Writers
from handlers import slack_messages
from handlers.outlet import SlackMessages
from handlers.slack_messages import SlackWebMessages
from handlers.view import View
from handlers.writer import Writer
from tests.fakes.clock import JumpingClock
from tests.fakes.facts import Facts
from tests.fakes.kept_views import KeptInMemory
from tests.unit.handlers.writing import end, target, view
from tests.unit.playground.scene import Scene, full_app, scene, served

TOKEN = "xoxb-1"  # noqa: S105  opens nothing


@pytest.fixture
async def world() -> AsyncIterator[Scene]:
    async with scene() as made:
        yield made


def messages_of(world: Scene) -> SlackWebMessages:
    return SlackWebMessages(token=world.token.value, base_url=world.slack.api_url)


async def test_a_view_is_posted_with_its_text_its_blocks_and_its_job(world: Scene) -> None:
    root = await world.ann.says(world.channel, "Should we hire?")
    slack = messages_of(world)
    ts = await slack.post(channel=world.channel.id, thread_ts=root.ts, view=view("Reading"), job="J1")
    message = world.slack.messages(world.channel)[-1]
    assert (message.ts, message.thread_ts, message.text) == (ts, root.ts, "Reading")
    assert [block["type"] for block in message.blocks] == ["section"]
    assert message.metadata == {"event_type": "crossroads_job", "event_payload": {"job": "J1"}}
    [call] = world.slack.calls.of("chat.postMessage")
    assert not call.arguments["unfurl_links"]
    assert not call.arguments["unfurl_media"]


async def test_an_edit_replaces_text_and_blocks_and_keeps_the_job(world: Scene) -> None:
    slack = messages_of(world)
    ts = await slack.post(channel=world.channel.id, thread_ts=None, view=view("one"), job="J1")
    await slack.update(channel=world.channel.id, ts=ts, view=View(text="two", blocks=(), kind=end().kind))
    [message] = world.slack.messages(world.channel)
    assert (message.text, message.blocks) == ("two", ())
    assert await slack.find(channel=world.channel.id, thread_ts=None, job="J1", since=0.0) == ts


async def test_a_message_is_found_by_its_job_in_its_thread_or_its_channel_only(world: Scene) -> None:
    slack, channel = messages_of(world), world.channel.id
    root = await world.ann.says(world.channel, "Should we hire?")
    in_thread = await slack.post(channel=channel, thread_ts=root.ts, view=view("one"), job="J1")
    in_channel = await slack.post(channel=channel, thread_ts=None, view=view("two"), job="J2")
    assert await slack.find(channel=channel, thread_ts=root.ts, job="J1", since=0.0) == in_thread
    assert await slack.find(channel=channel, thread_ts=root.ts, job="J2", since=0.0) is None
    assert await slack.find(channel=channel, thread_ts=None, job="J2", since=0.0) == in_channel
    assert await slack.find(channel=channel, thread_ts=None, job="J1", since=0.0) is None


async def test_messages_from_before_the_job_are_not_read(world: Scene) -> None:
    slack, channel = messages_of(world), world.channel.id
    ts = await slack.post(channel=channel, thread_ts=None, view=view("one"), job="J1")
    posted = world.clock.now()
    assert await slack.find(channel=channel, thread_ts=None, job="J1", since=posted + 30) == ts
    assert await slack.find(channel=channel, thread_ts=None, job="J1", since=posted + 90) is None


async def test_a_busy_channel_is_read_a_few_pages_back(world: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slack_messages, "PAGES", 2)
    slack, channel = messages_of(world), world.channel.id
    ts = await slack.post(channel=channel, thread_ts=None, view=view("one"), job="J1")
    for number in range(199):
        await world.ann.says(world.channel, f"talk {number}")
    assert await slack.find(channel=channel, thread_ts=None, job="J1", since=0.0) == ts
    assert len(world.slack.calls.of("conversations.history")) == 2
    await world.ann.says(world.channel, "one more")
    assert await slack.find(channel=channel, thread_ts=None, job="J1", since=0.0) is None
    assert len(world.slack.calls.of("conversations.history")) == 4


async def test_an_app_that_may_read_once_a_minute_is_told_to_wait() -> None:
    async with scene(full_app(restricted_history=True)) as world:
        slack, channel = messages_of(world), world.channel.id
        assert await slack.find(channel=channel, thread_ts=None, job="J1", since=0.0) is None
        with pytest.raises(DeliveryLimited) as limited:
            await slack.find(channel=channel, thread_ts=None, job="J1", since=0.0)
        assert limited.value.retry_after == 60


async def test_an_app_that_may_read_once_a_minute_reads_one_page_and_asks_for_no_other_for_ever() -> None:
    async with scene(full_app(restricted_history=True)) as world:
        slack, channel = messages_of(world), world.channel.id
        await slack.post(channel=channel, thread_ts=None, view=view("one"), job="J1")
        for number in range(20):
            await world.ann.says(world.channel, f"talk {number}")
        assert await slack.find(channel=channel, thread_ts=None, job="J1", since=0.0) is None
        assert len(world.slack.calls.of("conversations.history")) == 2


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("ratelimited", DeliveryLimited),
        ("internal_error", DeliveryUnavailable),
        ("service_unavailable", DeliveryUnavailable),
        ("message_not_found", MessageGone),
        ("cant_update_message", MessageGone),
        ("edit_window_closed", MessageGone),
        ("msg_too_long", ViewRefused),
        ("invalid_blocks", ViewRefused),
        ("msg_blocks_too_long", ViewRefused),
        ("token_revoked", PlaceClosed),
        ("account_inactive", PlaceClosed),
        ("is_archived", PlaceClosed),
        ("not_in_channel", PlaceClosed),
        ("a_word_nobody_has_met", PlaceClosed),
    ],
)
async def test_each_word_of_slack_is_one_of_our_errors(
    world: Scene, word: str, expected: type[DeliveryError]
) -> None:
    world.slack.trouble.refuse("chat.update", word)
    with pytest.raises(DeliveryError) as refused:
        await messages_of(world).update(channel=world.channel.id, ts="1.000001", view=view("one"))
    assert type(refused.value) is expected
    assert refused.value.code == word
    if isinstance(refused.value, MessageGone):
        assert refused.value.deleted == (word == "message_not_found")


async def test_a_429_carries_its_wait(world: Scene) -> None:
    world.slack.trouble.throttle("chat.update", retry_after=17)
    with pytest.raises(DeliveryLimited) as limited:
        await messages_of(world).update(channel=world.channel.id, ts="1.000001", view=view("one"))
    assert limited.value.retry_after == 17


async def test_server_errors_and_cut_connections_are_transient_and_may_have_arrived(world: Scene) -> None:
    world.slack.trouble.fail("chat.postMessage", status=503)
    world.slack.trouble.drop("chat.postMessage")
    for code in ("ServerDisconnectedError", "internal_error"):
        with pytest.raises(DeliveryUnavailable, match=code) as failed:
            await messages_of(world).post(
                channel=world.channel.id, thread_ts=None, view=view("one"), job="J1"
            )
        assert failed.value.reached


async def test_a_call_that_found_nobody_surely_never_arrived(unused_tcp_port: int) -> None:
    slack = SlackWebMessages(token=TOKEN, base_url=f"http://127.0.0.1:{unused_tcp_port}/api/")
    with pytest.raises(DeliveryUnavailable) as failed:
        await slack.update(channel="C1", ts="1.000001", view=view("one"))
    assert not failed.value.reached


@asynccontextmanager
async def answering(
    body: str, *, status: int = 200, kind: str = "application/json"
) -> AsyncIterator[SlackMessages]:
    async def answer(_: web.Request) -> web.Response:
        return web.Response(status=status, text=body, content_type=kind)

    application = web.Application()
    application.router.add_post("/api/chat.update", answer)
    async with served(application, "/api/") as address:
        yield SlackWebMessages(token=TOKEN, base_url=address)


@pytest.mark.parametrize(
    ("body", "status", "kind"),
    [
        ("<html>Please log in</html>", 200, "text/html"),
        ("<html>Bad gateway</html>", 502, "text/html"),
        ("upstream connect error", 503, "text/plain"),
        ("{not JSON", 200, "application/json"),
        ("{}", 200, "application/json"),
        ("<html>Too large</html>", 413, "text/html"),
    ],
)
async def test_what_is_not_slacks_answer_is_transient(body: str, status: int, kind: str) -> None:
    async with answering(body, status=status, kind=kind) as slack:
        with pytest.raises(DeliveryUnavailable):
            await slack.update(channel="C1", ts="1.000001", view=view("one"))


async def test_a_429_without_its_wait_is_waited_out_for_half_a_minute() -> None:
    async with answering("slow down", status=429, kind="text/plain") as slack:
        with pytest.raises(DeliveryLimited) as limited:
            await slack.update(channel="C1", ts="1.000001", view=view("one"))
    assert limited.value.retry_after == 30


async def test_an_answer_that_does_not_come_is_transient_and_may_have_arrived() -> None:
    async def hang(_: web.Request) -> web.Response:
        await given_up.wait()
        return web.Response()

    given_up = asyncio.Event()
    application = web.Application()
    application.router.add_post("/api/chat.update", hang)
    timeout = aiohttp.ClientTimeout(total=0.05)
    async with served(application, "/api/") as address, aiohttp.ClientSession(timeout=timeout) as session:
        slack = SlackWebMessages(token=TOKEN, base_url=address, session=session)
        with pytest.raises(DeliveryUnavailable) as failed:
            await slack.update(channel="C1", ts="1.000001", view=view("one"))
        given_up.set()
    assert failed.value.reached


async def test_a_live_message_over_the_web_api_survives_a_bad_day(world: Scene) -> None:
    """The post's answer is lost; one edit is throttled, one fails, and one is refused for its blocks."""

    async def connect(_: str) -> SlackMessages:
        return messages_of(world)

    trouble = world.slack.trouble
    trouble.drop("chat.postMessage", done=True)
    trouble.throttle("chat.update", retry_after=20)
    trouble.fail("chat.update", status=500)
    trouble.refuse("chat.update", "invalid_blocks")
    clock, facts, kept = JumpingClock(), Facts(), KeptInMemory()
    where = target(workspace=world.team.id, channel=world.channel.id)
    async with (
        Gate(clock=clock, random=Random(0), emit=facts) as gate,
        Writers(gate=gate, clock=clock, random=Random(0), emit=facts) as writers,
    ):
        writer = Writer(writers, connect=connect, places=kept, kept=kept, emit=facts)
        async with writer.open(where) as message:
            message.show(view("working"))
            await message.placed()
            assert await message.finish(end("done", smaller=end("done, briefly")))
    [shown] = world.slack.messages(world.channel)
    assert shown.text == "done, briefly"
    assert kept.settled_jobs == {"J1"}
    assert facts.count("edit", outcome="refused") == 4
