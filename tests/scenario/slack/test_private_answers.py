"""What one person alone is told stands where they asked: in the thread, or in the channel."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.playground.slack.people.person import Person
from bot.playground.slack.records import Message
from handlers.blocks.buttons import Action, Entry
from handlers.surfaces import COMMAND
from tests.scenario.slack.kit import BRIEF, DONE, Scene, eventually, running, scene, told
from tests.scenario.slack.threads import chooses, drafted


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[Scene]:
    async with scene(tmp_path) as world, running(world):
        yield world


async def _told(world: Scene, person: Person, text: str) -> Message:
    def there() -> list[Message]:
        return [message for message in person.private(world.channel) if text in told(message)]

    await world.slack.until(lambda: bool(there()))
    return there()[-1]


async def test_a_click_in_a_thread_is_answered_in_that_thread(world: Scene) -> None:
    draft = await drafted(world)
    await chooses(world.bob, draft, Entry.FORGET)
    answer = await _told(world, world.bob, "Only whoever asked for this draft")
    assert answer.thread_ts == draft.thread_ts
    await eventually(lambda: world.facts.count("private_answer", way="response_url") == 1)


async def test_a_click_in_a_private_answer_is_answered_in_its_thread_too(world: Scene) -> None:
    draft = await drafted(world)
    await world.ann.mentions_bot(world.channel, "forget", thread_ts=draft.thread_ts)
    offer = await _told(world, world.ann, "Forget")
    assert offer.thread_ts == draft.thread_ts
    assert (await world.ann.clicks(offer, Action.FORGET)).ok
    await world.slack.until(lambda: not world.ours(world.channel))
    assert (await world.ann.clicks(offer, Action.FORGET)).ok
    assert (await _told(world, world.ann, "was deleted")).thread_ts == draft.thread_ts


async def test_a_command_is_answered_in_the_channel(world: Scene) -> None:
    await world.ann.runs(COMMAND, BRIEF[:20], world.channel)
    answer = await _told(world, world.ann, BRIEF[:20])
    assert answer.thread_ts == ""


async def test_answers_to_messages_in_a_row_are_all_given_within_what_slack_takes(world: Scene) -> None:
    for text in ("Hire?", "help", "Or not?"):
        await world.ann.tells_bot(text)
    direct = world.ann.direct()
    await world.slack.until(lambda: len(world.ours(direct)) == 3, timeout=DONE)
    await eventually(lambda: world.facts.count("private_answer", way="direct") == 3)
    assert all(call.ok for call in world.slack.calls.of("chat.postMessage"))


async def test_a_message_that_slack_takes_no_more_of_is_written_again(world: Scene) -> None:
    world.slack.trouble.throttle("chat.postMessage", retry_after=1)
    await world.ann.tells_bot("Hire?")
    await world.slack.until(lambda: bool(world.ours(world.ann.direct())), timeout=DONE)
    assert world.facts.count("budget_frozen") == 1


async def test_an_answer_that_its_thread_does_not_take_is_given_all_the_same(world: Scene) -> None:
    draft = await drafted(world)
    (asked,) = [m for m in world.slack.messages(world.channel) if m.ts == draft.thread_ts]
    world.slack.world.messages.remove(asked.key)
    await chooses(world.bob, draft, Entry.FORGET)
    await world.slack.until(lambda: bool(world.ours(world.bob.direct())))
    assert "Only whoever asked" in told(world.ours(world.bob.direct())[-1])
