"""A live message, from the first view to the last."""

from __future__ import annotations

import asyncio

import pytest

from core.errors import DeliveryError, DeliveryLimited, DeliveryUnavailable
from handlers.target import Target
from handlers.view import Kind, View
from tests.fakes.facts import Facts
from tests.fakes.kept_views import KeptInMemory
from tests.fakes.limited_slack import LimitedSlack, Refusals
from tests.fakes.virtual_time import run
from tests.unit.handlers.writing import end, target, texts, view, writer_on


def test_the_first_view_is_posted_and_the_others_are_edits_of_it() -> None:
    async def scenario() -> None:
        async with writer_on(slack) as writer, writer.open(target()) as message:
            message.show(view("one", Kind.STAGE))
            await slack.clock.sleep(5)
            message.show(view("two"))
            await slack.clock.sleep(5)
            assert await message.finish(end("three"))

    slack = LimitedSlack()
    run(scenario())
    assert texts(slack) == ["one", "two", "three"]
    assert [call.method for call in slack.taken] == ["post", "update", "update"]
    assert slack.taken[0].view.blocks == view("one").blocks


def test_a_message_that_stands_already_is_edited() -> None:
    async def scenario() -> None:
        async with writer_on(slack) as writer:
            async with writer.open(target()) as message:
                message.show(view("queued"))
                place = await message.placed()
            assert place == target(ts="1.000000")
            async with writer.open(place) as message:
                assert (await message.placed()).ts == "1.000000"
                await message.finish(end())

    slack = LimitedSlack()
    run(scenario())
    assert texts(slack) == ["queued", "done"]
    assert len(slack.messages) == 1


def test_a_burst_of_views_becomes_the_last_of_them() -> None:
    async def scenario() -> None:
        async with writer_on(slack, emit=facts) as writer, writer.open(target()) as message:
            message.show(view("0"))
            await message.placed()
            for number in range(1, 101):
                message.show(view(str(number)))
                await slack.clock.sleep(0.01)
            await slack.clock.sleep(5)

    slack, facts = LimitedSlack(), Facts()
    run(scenario())
    assert texts(slack)[0] == "0"
    assert texts(slack)[-1] == "100"
    assert len(texts(slack)) <= 3
    assert facts.count("edit", outcome="sent") == len(texts(slack))
    assert facts.count("edit", outcome="coalesced") == 101 - len(texts(slack))


def test_what_the_message_looks_like_already_is_not_sent() -> None:
    async def scenario() -> None:
        async with writer_on(slack, kept, emit=facts) as writer, writer.open(target()) as message:
            for _ in range(5):
                message.show(view("same"))
                await slack.clock.sleep(3)
            message.show(view("other"))
            message.show(view("same"))
            await slack.clock.sleep(3)
            assert await message.finish(end("same"))

    slack, facts, kept = LimitedSlack(), Facts(), KeptInMemory()
    run(scenario())
    assert slack.calls == 1
    assert facts.count("edit", outcome="coalesced", cause="unchanged") == 6
    assert kept.settled_jobs == {"J1"}


def test_nothing_is_shown_after_the_end_but_a_better_end() -> None:
    async def scenario() -> None:
        async with writer_on(slack, emit=facts) as writer, writer.open(target()) as message:
            message.show(view("working"))
            await slack.clock.sleep(2)
            assert await message.finish(end("done, without its picture"))
            message.show(view("still working"))
            await slack.clock.sleep(10)
            assert await message.finish(end("done, with its picture"))

    slack, facts = LimitedSlack(), Facts()
    run(scenario())
    assert texts(slack) == ["working", "done, without its picture", "done, with its picture"]
    assert facts.count("edit", outcome="coalesced", cause="late") == 1


def test_the_newer_of_two_ends_replaces_the_one_that_was_not_sent_yet() -> None:
    async def scenario() -> None:
        async with writer_on(slack, kept) as writer, writer.open(target()) as message:
            message.show(view("working"))
            await message.placed()
            async with asyncio.TaskGroup() as group:
                first = group.create_task(message.finish(end("first")))
                await asyncio.sleep(0.1)
                second = group.create_task(message.finish(end("second")))
            assert first.result()
            assert second.result()

    slack, kept = LimitedSlack(), KeptInMemory()
    refusals: list[DeliveryError] = [DeliveryLimited("ratelimited", retry_after=1.0)]
    slack.fault = lambda attempt: refusals.pop() if attempt.method == "update" and refusals else None
    run(scenario())
    assert texts(slack) == ["working", "second"]
    assert kept.settled_jobs == {"J1"}


def test_a_newer_end_that_comes_while_the_older_is_on_its_way_is_sent_too() -> None:
    async def scenario() -> None:
        async with writer_on(slack, kept) as writer, writer.open(target()) as message:
            message.show(view("working"))
            await slack.clock.sleep(5)
            async with asyncio.TaskGroup() as group:
                group.create_task(message.finish(end("first")))
                await asyncio.sleep(0.01)
                group.create_task(message.finish(end("second")))

    slack, kept = LimitedSlack(), KeptInMemory()
    run(scenario())
    assert texts(slack) == ["working", "first", "second"]
    assert kept.settled_jobs == {"J1"}


def test_a_terminal_view_is_kept_before_it_is_sent_and_settled_after() -> None:
    class Watching(KeptInMemory):
        async def save(self, target: Target, view: View) -> None:
            assert "done" not in texts(slack)
            await super().save(target, view)

        async def settled(self, target: Target, view: View) -> None:
            assert "done" in texts(slack)
            await super().settled(target, view)

    async def scenario() -> None:
        async with writer_on(slack, kept) as writer, writer.open(target()) as message:
            await message.finish(end())

    slack, kept = LimitedSlack(), Watching()
    run(scenario())
    assert kept.settled_jobs == {"J1"}


def test_a_terminal_view_that_cannot_be_kept_is_not_sent() -> None:
    async def scenario() -> None:
        kept = KeptInMemory(failing={"save"})
        async with writer_on(slack, kept) as writer, writer.open(target()) as message:
            with pytest.raises(ConnectionError):
                await message.finish(end())

    slack = LimitedSlack()
    run(scenario())
    assert slack.calls == 0


def test_a_store_that_fails_afterwards_does_not_stop_the_message() -> None:
    async def scenario() -> None:
        kept = KeptInMemory(failing={"posted", "settled"})
        async with writer_on(slack, kept, emit=facts) as writer, writer.open(target()) as message:
            message.show(view("working"))
            await message.placed()
            assert await message.finish(end())

    slack, facts = LimitedSlack(), Facts()
    run(scenario())
    assert texts(slack) == ["working", "done"]
    assert facts.count("message_unrecorded", job="J1", cause="ConnectionError") == 2


def test_show_and_finish_are_not_mistaken_for_each_other() -> None:
    async def scenario() -> None:
        async with writer_on(slack) as writer, writer.open(target()) as message:
            with pytest.raises(ValueError, match="await finish"):
                message.show(end())
            with pytest.raises(ValueError, match="show"):
                await message.finish(view("working"))

    slack = LimitedSlack()
    run(scenario())
    assert slack.calls == 0


def test_leaving_drops_progress_that_was_not_sent() -> None:
    async def scenario() -> None:
        async with writer_on(slack) as writer:
            async with writer.open(target()) as message:
                message.show(view("one"))
                await message.placed()
                message.show(view("two"))
            await slack.clock.sleep(60)

    slack = LimitedSlack()
    run(scenario())
    assert texts(slack) == ["one"]


def test_leaving_while_progress_fails_drops_it_too() -> None:
    async def scenario() -> None:
        async with writer_on(slack) as writer:
            async with writer.open(target()) as message:
                message.show(view("one"))
                await slack.clock.sleep(0.01)
            await slack.clock.sleep(60)

    slack = LimitedSlack(fault=Refusals("post", DeliveryUnavailable("timeout")))
    run(scenario())
    assert slack.calls == 1


def test_a_terminal_view_arrives_though_nobody_waits_for_it_any_more() -> None:
    async def scenario() -> None:
        async with writer_on(slack, kept) as writer:
            async with writer.open(target()) as message:
                message.show(view("working"))
                await message.placed()
                with pytest.raises(TimeoutError):
                    async with asyncio.timeout(1):
                        await message.finish(end())
            await slack.clock.sleep(60)

    outage = [DeliveryUnavailable("service_unavailable")] * 3
    slack, kept = LimitedSlack(fault=Refusals("update", *outage)), KeptInMemory()
    run(scenario())
    assert texts(slack) == ["working", "done"]
    assert kept.settled_jobs == {"J1"}


def test_a_message_that_has_ended_can_be_opened_again() -> None:
    async def scenario() -> None:
        async with writer_on(slack) as writer:
            async with writer.open(target()) as message:
                message.show(view("working"))
                assert await message.finish(end())
            await slack.clock.sleep(1)
            async with writer.open(message.target) as message:
                message.show(view("working again"))
                await slack.clock.sleep(5)
                assert await message.finish(end("done again"))

    slack = LimitedSlack()
    run(scenario())
    assert texts(slack)[1:] == ["working again", "done again"]


def test_two_who_open_one_message_write_to_the_same_one() -> None:
    async def scenario() -> None:
        async with writer_on(slack) as writer, writer.open(target()) as first:
            first.show(view("one"))
            await first.placed()
            async with writer.open(target()) as second:
                second.show(view("two", Kind.STAGE))
                await slack.clock.sleep(5)
            await slack.clock.sleep(1)
            first.show(view("three"))
            await slack.clock.sleep(5)

    slack = LimitedSlack()
    run(scenario())
    assert len(slack.messages) == 1
    assert texts(slack) == ["one", "two", "three"]
    assert slack.overlaps == 0


def test_a_message_that_outlives_its_writer_is_not_waited_for() -> None:
    async def scenario() -> None:
        async with writer_on(slack, kept) as writer:
            async with writer.open(target()) as message:
                pass
            await slack.clock.sleep(1)
            assert not await message.finish(end())
        assert [left.view for left in await kept.unsent()] == [end()]

    slack, kept = LimitedSlack(), KeptInMemory()
    run(scenario())
    assert slack.calls == 0
