"""While the server is short of memory no job is begun: people are told, and nobody waits forever."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

from bot.guard import PATH
from bot.memory import MemoryWatch, Usage
from bot.server import served, web_app
from bot.slack import open_bot
from core.clock import Clock, SystemClock
from handlers.blocks.buttons import Action
from tests.fakes.clock import Ahead
from tests.scenario.slack.kit import BRIEF, Scene, scene, settings_of

LIMIT = 1_000
MAX_WAIT = 60.0  # seconds


class Reader:
    """How much memory is held, as a test says."""

    def __init__(self, resident: int) -> None:
        self.resident = resident

    def __call__(self) -> Usage:
        return Usage(resident=self.resident, limit=LIMIT)


@asynccontextmanager
async def watched(
    world: Scene, reader: Reader, *, clock: Clock | None = None, **changes: object
) -> AsyncIterator[MemoryWatch]:
    """The bot, which asks the watch before it begins a job."""
    clock = clock or SystemClock()
    watch = MemoryWatch(read=reader, clock=clock, emit=world.facts)
    await watch.look()
    async with AsyncExitStack() as stack:
        bot = await stack.enter_async_context(
            open_bot(
                settings_of(world, **changes),
                clock=clock,
                emit=world.facts,
                accepting=lambda: watch.accepting,
            )
        )
        secret = world.slack.app.signing_secret
        application = web_app(bot.app, signing_secret=secret, clock=clock, emit=world.facts)
        port = await stack.enter_async_context(served(application, host="127.0.0.1", port=0))
        world.slack.deliver_to(f"http://127.0.0.1:{port}{PATH}")
        stack.push_async_callback(world.slack.settled)
        stack.callback(world.slack.deliver_to, "")
        yield watch


async def test_a_job_waits_for_memory_and_says_so_until_there_is_enough_again(tmp_path: Path) -> None:
    reader = Reader(960)
    async with scene(tmp_path) as world, watched(world, reader) as watch:
        await world.ann.mentions_bot(world.channel, BRIEF)
        waiting = await world.until_shown("short of memory", world.channel)
        reader.resident = 900
        await watch.look()
        assert not watch.accepting
        reader.resident = 840
        await watch.look()
        done = await world.until_done(world.channel)
        assert done.ts == waiting.ts


async def test_whoever_waited_too_long_for_memory_is_told_once_and_can_try_again(tmp_path: Path) -> None:
    reader, clock = Reader(960), Ahead()
    async with (
        scene(tmp_path) as world,
        watched(world, reader, clock=clock, crossroads_max_wait=MAX_WAIT) as watch,
    ):
        await world.ann.mentions_bot(world.channel, BRIEF)
        await world.until_shown("Waiting: the server is short of memory", world.channel)
        clock.ahead += MAX_WAIT
        ended = await world.until_shown("did not ease", world.channel)
        assert world.ours(world.channel) == [ended]
        reader.resident = 100
        await watch.look()
        assert (await world.ann.clicks(ended, Action.TRY_AGAIN)).ok
        await world.until_done(world.channel)


async def test_jobs_that_are_in_line_behind_it_are_told_the_same_and_expire(tmp_path: Path) -> None:
    clock = Ahead()
    async with (
        scene(tmp_path) as world,
        watched(world, Reader(960), clock=clock, crossroads_max_wait=MAX_WAIT, crossroads_concurrency=1),
    ):
        for number in ("three", "four", "five"):
            await world.ann.mentions_bot(world.channel, BRIEF.replace("three", number))
        await world.slack.until(lambda: len(world.telling("short of memory", world.channel)) == 3)
        clock.ahead += MAX_WAIT
        await world.slack.until(lambda: not world.telling("Waiting", world.channel))
        assert len(world.telling("Try again", world.channel)) == 3
        assert len(world.ours(world.channel)) == 3
