"""A live message that one process posted and another one brings to its end."""

from __future__ import annotations

from handlers.writer import HANDED_OVER
from tests.fakes.limited_slack import LimitedSlack
from tests.fakes.virtual_time import run
from tests.unit.handlers.writing import end, target, texts, view, writer_on


def test_the_end_stands_whatever_the_process_that_posted_the_message_had_still_to_say() -> None:
    async def scenario() -> None:
        async with (
            writer_on(slack, alone=False) as first,
            writer_on(slack, alone=False) as second,
            first.open(target()) as waiting,
        ):
            waiting.show(view("queued"))
            place = await waiting.placed()
            waiting.show(view("place 1 in line"))
            async with second.open(place) as working:
                assert await working.finish(end())
            await slack.clock.sleep(2 * HANDED_OVER)

    slack = LimitedSlack()
    run(scenario())
    assert texts(slack) == ["queued", "done", "place 1 in line", "done"]


def test_progress_that_was_not_sent_yet_can_be_left_unsaid() -> None:
    async def scenario() -> None:
        async with writer_on(slack) as writer, writer.open(target()) as message:
            message.show(view("queued"))
            await message.placed()
            message.show(view("place 1 in line"))
            message.forget_progress()
            await slack.clock.sleep(10)
            message.show(view("place 2 in line"))
            await slack.clock.sleep(10)

    slack = LimitedSlack()
    run(scenario())
    assert texts(slack) == ["queued", "place 2 in line"]


def test_a_process_that_is_alone_shows_the_end_once() -> None:
    async def scenario() -> None:
        async with writer_on(slack) as before, before.open(target()) as message:
            message.show(view("queued"))
            place = await message.placed()
        async with writer_on(slack) as after:
            async with after.open(place) as message:
                assert await message.finish(end())
            await slack.clock.sleep(2 * HANDED_OVER)

    slack = LimitedSlack()
    run(scenario())
    assert texts(slack) == ["queued", "done"]
