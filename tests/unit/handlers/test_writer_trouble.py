"""What a live message does when Slack says no, or nothing at all."""

from __future__ import annotations

import asyncio

import pytest

from core.errors import DeliveryUnavailable, MessageGone, PlaceClosed, ViewRefused
from core.pacing.live import LATE
from handlers.view import Kind
from tests.fakes.facts import Facts
from tests.fakes.kept_views import KeptInMemory
from tests.fakes.limited_slack import Attempt, LimitedSlack, Refusals
from tests.fakes.virtual_time import run
from tests.unit.handlers.writing import end, target, texts, view, writer_on


def test_a_call_that_fails_for_the_moment_is_made_again() -> None:
    async def scenario() -> None:
        async with writer_on(slack, emit=facts) as writer, writer.open(target()) as message:
            message.show(view("working"))
            await message.placed()
            assert await message.finish(end())

    troubles = [DeliveryUnavailable("http_503")] * 7 + [ConnectionError("a bug, or the like")]
    slack, facts = LimitedSlack(fault=Refusals("update", *troubles)), Facts()
    run(scenario())
    assert texts(slack) == ["working", "done"]
    assert facts.count("edit", outcome="refused", cause="http_503") == 7
    assert facts.count("edit", outcome="refused", cause="ConnectionError") == 1
    waits = [later[0] - earlier[0] for earlier, later in zip(slack.refused, slack.refused[1:], strict=False)]
    assert sorted(waits[:5]) == waits[:5]
    assert max(waits) < 32


def test_a_success_ends_the_row_of_failures() -> None:
    failing = [True] * 4 + [False, True]

    def fault(attempt: Attempt) -> DeliveryUnavailable | None:
        is_up = attempt.method == "post" or not failing or not failing.pop(0)
        return None if is_up else DeliveryUnavailable("http_503")

    async def scenario() -> None:
        async with writer_on(slack) as writer, writer.open(target()) as message:
            message.show(view("working"))
            await slack.clock.sleep(2)
            message.show(view("recovered", Kind.STAGE))
            await slack.clock.sleep(60)
            assert await message.finish(end())

    slack = LimitedSlack(fault=fault, latency=(0.1, 0.1))
    run(scenario())
    assert texts(slack) == ["working", "recovered", "done"]
    *_, (last_failure, _) = slack.refused
    assert slack.taken[-1].at - last_failure < 2.5


def test_whoever_stops_waiting_for_the_end_leaves_the_others_waiting() -> None:
    async def scenario() -> None:
        async with (
            writer_on(slack) as writer,
            writer.open(target()) as message,
            asyncio.TaskGroup() as group,
        ):
            impatient = group.create_task(message.finish(end("first")))
            patient = group.create_task(message.finish(end("second")))
            await asyncio.sleep(0.01)
            impatient.cancel()
        assert patient.result()

    slack = LimitedSlack()
    run(scenario())
    assert texts(slack)[-1] == "second"


def test_a_newer_view_goes_out_in_the_place_of_one_that_failed() -> None:
    async def scenario() -> None:
        async with writer_on(slack) as writer, writer.open(target()) as message:
            message.show(view("one"))
            await message.placed()
            message.show(view("two", Kind.STAGE))
            await slack.clock.sleep(1.3)
            message.show(view("three"))
            await slack.clock.sleep(20)

    slack = LimitedSlack(fault=Refusals("update", DeliveryUnavailable("http_500")))
    run(scenario())
    assert texts(slack) == ["one", "three"]


@pytest.mark.parametrize("lost", [DeliveryUnavailable("TimeoutError"), ConnectionError("a bug, or the like")])
def test_a_post_whose_answer_was_lost_is_looked_for_and_not_made_again(lost: Exception) -> None:
    async def scenario() -> None:
        async with writer_on(slack) as writer, writer.open(target(thread_ts="9.0")) as message:
            message.show(view("working"))
            assert (await message.placed()).ts == "1.000000"
            await message.finish(end())

    slack = LimitedSlack(lost=Refusals("post", lost))
    run(scenario())
    assert len(slack.messages) == 1
    assert texts(slack)[-1] == "done"


def test_a_post_that_never_reached_slack_is_made_again_without_looking() -> None:
    async def scenario() -> None:
        async with writer_on(slack) as writer, writer.open(target()) as message:
            message.show(view("working"))
            await message.placed()

    refused = DeliveryUnavailable("ClientConnectorError", reached=False)
    slack = LimitedSlack(fault=Refusals("post", refused))
    run(scenario())
    assert slack.calls == 2


@pytest.mark.parametrize(
    ("gone", "thread_ts", "expected"),
    [
        (MessageGone("message_not_found", deleted=True), None, None),
        (MessageGone("message_not_found", deleted=True), "9.0", "9.0"),
        (MessageGone("edit_window_closed", deleted=False), None, "1.000000"),
        (MessageGone("cant_update_message", deleted=False), "9.0", "9.0"),
    ],
)
def test_a_message_that_is_gone_is_followed_by_one_reply_at_the_end(
    gone: MessageGone, thread_ts: str | None, expected: str | None
) -> None:
    async def scenario() -> None:
        async with writer_on(slack, kept) as writer, writer.open(target(thread_ts=thread_ts)) as message:
            message.show(view("one"))
            await message.placed()
            for number in range(5):
                message.show(view(f"progress {number}", Kind.STAGE))
                await slack.clock.sleep(3)
            async with asyncio.TaskGroup() as group:
                placed = group.create_task(message.placed())
                await slack.clock.sleep(1)
                assert await message.finish(end())
            assert placed.result().ts == "2.000000"
            assert message.target.thread_ts == expected

    slack, kept = LimitedSlack(fault=Refusals("update", gone)), KeptInMemory()
    run(scenario())
    assert texts(slack) == ["one", "done"]
    assert [post.thread_ts for post in slack.messages.values()] == [thread_ts, expected]
    assert kept.places["J1"].ts == "2.000000"
    assert kept.settled_jobs == {"J1"}


def test_what_slack_refuses_is_tried_in_another_way_at_once() -> None:
    async def scenario() -> None:
        async with writer_on(slack) as writer, writer.open(target()) as message:
            message.show(view("working"))
            await slack.clock.sleep(5)
            assert await message.finish(end("full", smaller=end("smaller")))

    slack = LimitedSlack(fault=Refusals("update", ViewRefused("invalid_blocks")), latency=(0.1, 0.1))
    run(scenario())
    assert slack.taken[-1].at - slack.refused[0][0] == pytest.approx(0.1)


def test_a_view_that_slack_refuses_is_shown_smaller_and_then_as_text() -> None:
    def only_text(attempt: Attempt) -> ViewRefused | None:
        return ViewRefused("invalid_blocks") if attempt.view and attempt.view.blocks else None

    async def scenario() -> None:
        async with writer_on(slack) as writer, writer.open(target()) as message:
            message.show(view("working"))
            await slack.clock.sleep(5)
            assert await message.finish(end("full", smaller=end("smaller")))

    slack = LimitedSlack(fault=only_text)
    run(scenario())
    assert texts(slack) == ["working", "smaller"]
    assert [shown.blocks for shown in slack.shown("J1")] == [(), ()]
    assert len(slack.refused) == 3


def test_a_view_that_slack_takes_smaller_needs_no_third_try() -> None:
    async def scenario() -> None:
        async with writer_on(slack, kept) as writer, writer.open(target()) as message:
            assert await message.finish(end("full", smaller=end("smaller")))

    slack, kept = (
        LimitedSlack(fault=Refusals("post", ViewRefused("msg_too_long"))),
        KeptInMemory(),
    )
    run(scenario())
    assert slack.shown("J1") == [end("smaller")]
    assert kept.settled_jobs == {"J1"}


def test_a_view_that_is_refused_in_every_size_is_given_up_and_recorded() -> None:
    async def scenario() -> None:
        async with writer_on(slack, kept) as writer, writer.open(target()) as message:
            assert not await message.finish(end("full", smaller=end("smaller")))
            with pytest.raises(ViewRefused):
                await message.placed()
            assert await message.finish(end("other"))
            assert (await message.placed()).ts == "1.000000"

    refusals = [ViewRefused("msg_too_long")] * 3
    slack, kept = LimitedSlack(fault=Refusals("post", *refusals)), KeptInMemory()
    run(scenario())
    assert texts(slack) == ["other"]
    assert kept.settled_jobs == {"J1"}


@pytest.mark.parametrize("code", ["token_revoked", "account_inactive", "is_archived", "not_in_channel"])
def test_a_closed_place_is_given_up_and_recorded(code: str) -> None:
    def closed(_: Attempt) -> PlaceClosed:
        return PlaceClosed(code)

    async def scenario() -> None:
        async with writer_on(slack, kept, emit=facts) as writer, writer.open(target()) as message:
            message.show(view("one", Kind.STAGE))
            with pytest.raises(PlaceClosed, match=code):
                await message.placed()
            message.show(view("two", Kind.STAGE))
            await slack.clock.sleep(5)
            assert not await message.finish(end())

    slack, kept, facts = LimitedSlack(fault=closed), KeptInMemory(), Facts()
    run(scenario())
    assert slack.messages == {}
    assert slack.calls == 2  # one for the progress, one for the end, none in between
    assert facts.count("edit", outcome="refused", cause=code) == 2
    assert kept.settled_jobs == {"J1"}


def test_after_a_lost_answer_nobody_knows_what_the_message_looks_like() -> None:
    async def scenario() -> None:
        async with writer_on(slack) as writer, writer.open(target()) as message:
            message.show(view("one"))
            await slack.clock.sleep(2)
            message.show(view("two"))
            await slack.clock.sleep(0.5)
            assert await message.finish(end("one"))

    slack = LimitedSlack(lost=Refusals("update", DeliveryUnavailable("TimeoutError")))
    run(scenario())
    assert texts(slack) == ["one", "two", "one"]


def test_an_end_that_looks_like_a_message_that_is_gone_is_posted_all_the_same() -> None:
    async def scenario() -> None:
        async with writer_on(slack) as writer, writer.open(target()) as message:
            message.show(view("one"))
            await slack.clock.sleep(2)
            message.show(view("two"))
            await slack.clock.sleep(2)
            assert await message.finish(end("one"))

    slack = LimitedSlack(fault=Refusals("update", MessageGone("message_not_found", deleted=True)))
    run(scenario())
    assert len(slack.messages) == 2
    assert texts(slack) == ["one", "one"]


def _no_answer() -> DeliveryUnavailable:
    return DeliveryUnavailable("TimeoutError", answered=False)


def test_after_a_call_without_an_answer_the_end_is_shown_once_more_in_case_that_call_comes_late() -> None:
    async def scenario() -> None:
        async with writer_on(slack, kept) as writer:
            async with writer.open(target()) as message:
                message.show(view("working"))
                await message.placed()
                message.show(view("late", Kind.STAGE))
                await slack.clock.sleep(1.3)
                assert await message.finish(end())
            assert not kept.settled_jobs
            await slack.clock.sleep(2 * LATE)

    slack, kept = LimitedSlack(fault=Refusals("update", _no_answer())), KeptInMemory()
    run(scenario())
    assert texts(slack) == ["working", "done", "done"]
    assert slack.taken[-1].at - slack.taken[-2].at > LATE
    assert kept.settled_jobs == {"J1"}


def test_a_newer_end_does_not_wait_for_the_older_to_be_shown_once_more() -> None:
    async def scenario() -> None:
        async with writer_on(slack) as writer, writer.open(target()) as message:
            message.show(view("working"))
            await message.placed()
            message.show(view("late", Kind.STAGE))
            await slack.clock.sleep(1.3)
            assert await message.finish(end("without a picture"))
            await slack.clock.sleep(3)
            assert await message.finish(end("with a picture"))
            await slack.clock.sleep(2 * LATE)

    slack = LimitedSlack(fault=Refusals("update", _no_answer()))
    run(scenario())
    assert texts(slack)[-3:] == ["without a picture", "with a picture", "with a picture"]
    assert slack.taken[-2].at - slack.taken[-3].at < LATE / 2
