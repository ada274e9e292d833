"""A live message, from the first view to the last."""

from __future__ import annotations

import asyncio

import pytest

from core.errors import DeliveryUnavailable, MessageGone, PlaceClosed, ViewRefused
from handlers.target import Target
from handlers.view import Kind, View
from tests.fakes.facts import Facts
from tests.fakes.kept_views import KeptInMemory
from tests.fakes.limited_slack import Attempt, LimitedSlack, Refusals
from tests.fakes.virtual_time import run
from tests.unit.handlers.writing import end, target, view, writer_on


def texts(slack: LimitedSlack, job: str = "J1") -> list[str]:
    return [shown.text for shown in slack.shown(job)]


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
