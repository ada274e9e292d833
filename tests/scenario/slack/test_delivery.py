"""However often Slack delivers a request, and whatever happens to this process, there is one draft."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.playground.slack.delivery.parcels import Parcel
from bot.playground.slack.payloads.events import envelope
from bot.playground.slack.records import Json
from handlers.surfaces import COMMAND
from handlers.work import showing
from tests.fakes.clock import HELD, Gated
from tests.scenario.slack.kit import BRIEF, DONE, Scene, eventually, running, scene


def drafts_posted(world: Scene) -> int:
    return len(world.slack.calls.of("chat.postMessage"))


async def test_both_events_of_a_mention_five_times_at_once_and_once_after_a_restart_are_one_draft(
    tmp_path: Path,
) -> None:
    async with scene(tmp_path) as world:
        async with running(world):
            both = await _mentioned(world)
            assert {parcel.payload["event"]["type"] for parcel in both} == {"app_mention", "message"}
            ask = world.slack.courier.ask
            at_once = await asyncio.gather(*(ask(parcel) for parcel in both * 5))
            assert [delivery.ok for delivery in at_once] == [True] * 10
            await world.until_done(world.channel)
            await eventually(lambda: world.facts.count("job_ended") == 1)
        async with running(world) as bot:
            assert [(await ask(parcel)).ok for parcel in both] == [True, True]
            load = await bot.queue.load()  # what is acknowledged has been taken in
            assert (load.running, load.waiting) == (0, 0)
        assert drafts_posted(world) == 1
        assert len(world.done(world.channel)) == 1
        assert world.facts.count("job_taken") == world.facts.count("job_started") == 1


async def _mentioned(world: Scene) -> list[Parcel]:
    """The events of a mention, which the test brings to the bot itself."""
    events: list[Json] = []
    with pytest.MonkeyPatch.context() as held:
        held.setattr(world.slack.courier, "post", events.append)
        await world.ann.mentions_bot(world.channel, BRIEF)
    return [Parcel(kind="event", team=event["team_id"], payload=event) for event in events]


async def test_an_event_that_nobody_handles_is_acknowledged(tmp_path: Path) -> None:
    async with scene(tmp_path) as world, running(world):
        for kind in ("team_join", "channel_rename", "nobody_knows_what"):
            event: Json = {"type": kind, "event_ts": "1.0"}
            world.slack.courier.post(envelope(world.slack.world, world.slack.installation(world.team), event))
        await world.slack.until(lambda: len(world.slack.courier) == 3)
        assert [delivery.answer.status for delivery in world.slack.courier] == [200, 200, 200]
        assert not world.ours(world.channel)


async def test_what_is_no_event_at_all_is_acknowledged_too(tmp_path: Path) -> None:
    async with scene(tmp_path) as world, running(world):
        for kind in ("app_rate_limited", "nobody_knows_what"):
            payload: Json = {"type": kind, "team_id": world.team.id, "minute_rate_limited": 1518467820}
            assert (
                await world.slack.courier.ask(Parcel(kind="event", team=world.team.id, payload=payload))
            ).ok
            assert world.facts.count("request_unhandled", kind=kind) == 1
        assert world.facts.count("listener_failed") == 0


async def test_slack_is_answered_before_it_is_asked_anything(tmp_path: Path) -> None:
    """However slow Slack, model and machine are, the answer waits for none of them."""
    clock = Gated()
    async with scene(tmp_path, clock=clock) as world, running(world):
        world.slack.trouble.delay(HELD)
        await world.ann.mentions_bot(world.channel, BRIEF)
        assert (await world.ann.runs(COMMAND, BRIEF, world.channel)).ok
        await world.slack.until(lambda: len(world.slack.courier) == 3)
        assert not [call for call in world.slack.calls if call.method.startswith("chat.")]
        world.slack.trouble.clear()
        clock.gate.set()
        await world.slack.until(lambda: len(world.done(world.channel)) == 2)


async def test_a_command_delivered_twice_begins_one_thread(tmp_path: Path) -> None:
    async with scene(tmp_path) as world, running(world):
        outcome = await world.ann.runs(COMMAND, BRIEF, world.channel)
        await world.slack.courier.repeat(outcome.delivery)
        await world.until_done(world.channel)
        assert drafts_posted(world) == 2  # the brief, and the draft


async def test_a_job_that_was_cut_off_is_taken_up_after_the_restart_in_the_same_message(
    tmp_path: Path,
) -> None:
    async with scene(tmp_path, clock=Gated()) as world:
        world.slack.trouble.delay(HELD, "files.getUploadURLExternal", times=1)
        async with running(world):
            await world.ann.mentions_bot(world.channel, BRIEF)
            await world.until_shown("Drawing", world.channel)
        async with running(world):
            await world.until_done(world.channel)
        assert len(world.ours(world.channel)) == 1
        assert drafts_posted(world) == 1


async def test_an_end_that_slack_did_not_take_before_the_restart_arrives_after_it(tmp_path: Path) -> None:
    async with scene(tmp_path) as world:
        world.slack.trouble.fail("chat.update", status=503, times=None)
        async with running(world) as bot:
            await world.ann.mentions_bot(world.channel, BRIEF)
            await world.slack.until(lambda: bool(world.slack.calls.of("files.info")))
            await _until_kept(bot.store.views.unsent)
        world.slack.trouble.clear()
        async with running(world):
            await world.until_done(world.channel)
        assert len(world.ours(world.channel)) == 1


async def _until_kept(unsent: object) -> None:
    async with asyncio.timeout(DONE):
        while not await unsent(kept_before=2e10):  # type: ignore[operator]  # noqa: ASYNC110  it is in a database
            await asyncio.sleep(0.05)


async def test_a_picture_that_does_not_come_leaves_the_draft_without_it(tmp_path: Path) -> None:
    async with scene(tmp_path) as world, running(world):
        world.slack.trouble.drop("upload", times=None)
        await world.ann.mentions_bot(world.channel, BRIEF)
        await world.until_shown("Slack did not take the picture", world.channel)
        await eventually(lambda: world.facts.count("job_ended", outcome="done") == 1)


async def test_a_picture_that_is_late_is_placed_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Gated()
    async with scene(tmp_path, clock=clock, processing=HELD) as world, running(world):
        monkeypatch.setattr(showing, "HOLD", 1.0)
        await world.ann.mentions_bot(world.channel, BRIEF)
        first = await world.until_shown("The picture follows", world.channel)
        clock.gate.set()
        done = await world.until_done(world.channel)
        assert done.ts == first.ts
