"""No message is lost or posted twice when a process ends."""

from __future__ import annotations

import asyncio

from core.errors import DeliveryUnavailable, MessageGone, PlaceClosed
from tests.fakes.kept_views import KeptInMemory
from tests.fakes.limited_slack import LimitedSlack, Refusals
from tests.fakes.virtual_time import run
from tests.unit.handlers.writing import end, target, texts, view, writer_on


def test_a_message_that_an_earlier_run_may_have_posted_is_looked_for() -> None:
    async def scenario() -> None:
        async with writer_on(slack) as writer, writer.open(target()) as message:
            message.show(view("working"))
            await message.placed()
        async with writer_on(slack) as writer:
            async with writer.open(target(maybe_posted=True)) as message:
                await message.finish(end())
            async with writer.open(target("J2", maybe_posted=True)) as message:
                await message.finish(end())

    slack = LimitedSlack()
    run(scenario())
    assert texts(slack) == ["working", "done"]
    assert texts(slack, "J2") == ["done"]
    assert len(slack.messages) == 2


def test_where_we_may_write_but_not_read_a_message_is_posted() -> None:
    async def scenario() -> None:
        async with writer_on(slack) as writer, writer.open(target(maybe_posted=True)) as message:
            await message.finish(end())

    slack = LimitedSlack(fault=Refusals("find", PlaceClosed("missing_scope")))
    run(scenario())
    assert texts(slack) == ["done"]


def test_a_message_that_was_kept_and_cannot_be_edited_is_not_looked_for() -> None:
    async def scenario() -> None:
        async with writer_on(slack) as writer, writer.open(target(thread_ts="9.0")) as message:
            message.show(view("working"))
            await message.placed()
        await kept.save(message.target, end())
        async with writer_on(slack, kept) as writer:
            await writer.resend()
            await slack.clock.sleep(10)

    gone = MessageGone("edit_window_closed", deleted=False)
    slack, kept = LimitedSlack(fault=Refusals("update", gone)), KeptInMemory()
    run(scenario())
    assert texts(slack) == ["working", "done"]
    assert kept.settled_jobs == {"J1"}


def test_what_was_kept_and_not_sent_is_sent_by_the_next_process() -> None:
    async def crash() -> None:
        async with (
            writer_on(slack, kept) as writer,
            writer.open(target()) as message,
            asyncio.TaskGroup() as group,
        ):
            message.show(view("working"))
            await message.placed()
            finishing = group.create_task(message.finish(end()))
            await slack.clock.sleep(5)
            assert texts(slack) == ["working"]
            finishing.cancel()

    async def restart() -> None:
        async with writer_on(slack, kept) as writer:
            assert await writer.resend() == 1
            assert await writer.resend() == 0  # it is under way
            await slack.clock.sleep(5)
            assert await writer.resend() == 0

    slack, kept = LimitedSlack(), KeptInMemory()
    slack.fault = Refusals("update", *[DeliveryUnavailable("http_503")] * 3)
    run(crash())
    assert texts(slack) == ["working"]
    slack.fault = Refusals("update")
    run(restart())
    assert texts(slack) == ["working", "done"]
    assert kept.settled_jobs == {"J1"}


def test_what_was_kept_before_the_message_was_posted_is_posted_once() -> None:
    async def crash() -> None:
        async with (
            writer_on(slack, kept) as writer,
            writer.open(target()) as message,
            asyncio.TaskGroup() as group,
        ):
            finishing = group.create_task(message.finish(end()))
            await slack.clock.sleep(1.5)
            finishing.cancel()

    async def restart() -> None:
        async with writer_on(slack, kept) as writer:
            assert await writer.resend() == 1
            await slack.clock.sleep(5)

    slack, kept = LimitedSlack(), KeptInMemory()
    slack.lost = Refusals("post", DeliveryUnavailable("TimeoutError"))
    slack.fault = Refusals("find", *[DeliveryUnavailable("http_503")] * 9)
    run(crash())
    assert kept.settled_jobs == set()
    slack.fault = Refusals("find")
    run(restart())
    assert len(slack.messages) == 1
    assert kept.settled_jobs == {"J1"}
