"""Replies that wait in a thread are done in the order in which they were said, not that of their arrival."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.playground.slack.people.uploads import Upload
from bot.playground.slack.records import Message
from bot.slack import Bot
from core.jobs.model import Job, Submitted
from handlers.blocks.buttons import Action
from handlers.orders import Order, Orders
from handlers.runner import WORK
from handlers.work.drafting import draft_brief
from handlers.work.hands import Hands, Working
from tests.scenario.slack.kit import BRIEF, DONE, Scene, eventually, running, scene, told
from tests.scenario.slack.threads import told_privately, values_of

SURVEY = Upload(name="survey.csv", content=b"what,cost,weeks\nfreelancers,40000,4\ncontractors,250000,9\n")
FIRST, SECOND = "add freelancers", "rename option A to Hire four engineers"


@dataclass(frozen=True, kw_only=True)
class Place:
    """A thread whose draft is held back until `drafts` is set, and replies until their texts are let in."""

    world: Scene
    bot: Bot
    drafts: asyncio.Event = field(default_factory=asyncio.Event)
    held: dict[str, asyncio.Event] = field(default_factory=dict)

    async def asked(self) -> Message:
        asked = await self.world.ann.mentions_bot(self.world.channel, BRIEF)
        await self.world.slack.until(lambda: bool(self.world.ours(self.world.channel)), timeout=DONE)
        return asked

    async def until_taken(self, jobs: int) -> None:
        await eventually(lambda: self.world.facts.count("job_taken") == jobs)

    def jobs(self) -> list[str]:
        """The jobs so far, in the order in which they were taken."""
        return [str(facts["job"]) for event, facts in self.world.facts.seen if event == "job_taken"]

    def message_of(self, job: str) -> Message:
        """The message that stops this job, whenever it was posted."""
        (found,) = [m for m in self.world.ours(self.world.channel) if job in values_of(m, Action.STOP)]
        return found

    def now(self, message: Message) -> Message:
        """The same message as it stands now."""
        (found,) = [m for m in self.world.ours(self.world.channel) if m.ts == message.ts]
        return found

    def answers(self) -> list[str]:
        """What the messages below the draft say."""
        return [told(message) for message in self.world.ours(self.world.channel)[1:]]


@pytest.fixture
async def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Place]:
    async with scene(tmp_path) as world, running(world) as bot:
        place = Place(world=world, bot=bot)
        keep = Orders.keep

        async def kept(self: Orders, id_: str, workspace: str, order: Order, **more: bool) -> Job:
            if order.written in place.held:
                await place.held[order.written].wait()
            return await keep(self, id_, workspace, order, **more)

        async def drafted(working: Working, hands: Hands) -> None:
            await place.drafts.wait()
            await draft_brief(working, hands)

        monkeypatch.setattr(Orders, "keep", kept)
        monkeypatch.setitem(WORK, "draft", drafted)
        yield place


async def test_a_reply_that_arrives_late_is_done_before_those_that_were_said_after_it(place: Place) -> None:
    world = place.world
    asked = await place.asked()
    place.held[FIRST] = asyncio.Event()
    await world.ann.says(world.channel, FIRST, files=[SURVEY], thread_ts=asked.ts)
    await world.ann.says(world.channel, SECOND, thread_ts=asked.ts)
    await world.ann.says(world.channel, "undo", thread_ts=asked.ts)
    await place.until_taken(3)
    place.held[FIRST].set()
    await place.until_taken(4)
    await world.slack.settled()
    for delivery in world.slack.courier.events("message"):
        assert (await world.slack.courier.repeat(delivery)).ok
    place.drafts.set()
    await world.until_shown("revision 4", world.channel)
    await world.slack.settled()
    second, third, fourth = (  # a message may be posted before that of a job which is in line before it
        told(world.telling(f"revision {number}", world.channel)[-1]) for number in (2, 3, 4)
    )
    assert len(place.answers()) == 3
    assert "Added option “Freelancers”" in second
    assert "survey.csv" in second
    assert "“Hire four engineers”" in third
    assert "Revision 2 brought back" in fourth


async def test_a_reply_is_not_given_to_a_job_that_may_never_come(place: Place) -> None:
    world, queue = place.world, place.bot.queue
    asked = await place.asked()
    submit = queue.submit

    async def dies(_: Job) -> Submitted:
        raise RuntimeError("killed before the queue had it")

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(queue, "submit", dies)
        await world.ann.says(world.channel, FIRST, thread_ts=asked.ts)
        await eventually(lambda: world.facts.count("listener_failed") == 2)  # Slack tries again at once
    assert queue.submit == submit
    await world.ann.says(world.channel, SECOND, thread_ts=asked.ts)
    await place.until_taken(2)
    place.drafts.set()
    assert "“Hire four engineers”" in told(await world.until_shown("revision 2", world.channel))
    lost = next(d for d in world.slack.courier.events("message") if FIRST in str(d.payload))
    assert (await world.slack.courier.repeat(lost)).ok
    assert "Added option “Freelancers”" in told(await world.until_shown("revision 3", world.channel))
    assert len(place.answers()) == 2


async def test_stop_ends_the_reply_of_whoever_presses_it_and_no_other(place: Place) -> None:
    world = place.world
    asked = await place.asked()
    place.held[FIRST] = asyncio.Event()
    await world.ann.says(world.channel, FIRST, thread_ts=asked.ts)
    await world.bob.mentions_bot(world.channel, SECOND, thread_ts=asked.ts)
    await place.until_taken(2)
    place.held[FIRST].set()
    await place.until_taken(3)
    await world.slack.until(lambda: len(place.answers()) == 2, timeout=DONE)
    await world.slack.settled()
    _, first, second = place.jobs()
    anns, bobs = place.message_of(first), place.message_of(second)  # who said it first is first in line
    assert (await world.bob.clicks(anns, Action.STOP)).ok
    await told_privately(world, world.bob, "Only whoever asked for this draft")
    assert (await world.bob.clicks(bobs, Action.STOP)).ok
    place.drafts.set()
    await world.until_shown("revision 2", world.channel)
    await world.until_shown("Stopped", world.channel)
    await world.slack.settled()
    assert "Added option “Freelancers”" in told(place.now(anns))
    assert "Stopped" in told(place.now(bobs))
