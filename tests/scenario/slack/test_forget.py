"""Forgetting a thread deletes what is stored of it and what the bot wrote there, over a restart, too."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import SecretStr

from bot import housekeeping
from bot.housekeeping import Housekeeping
from bot.playground.slack.people.uploads import Upload
from bot.playground.slack.records import File, Message
from handlers.blocks.buttons import Action, Entry
from handlers.erasing import Eraser
from handlers.surfaces import COMMAND
from tests.fakes.anthropic_server import AnthropicServer
from tests.fakes.clock import Ahead
from tests.scenario.slack.kit import BRIEF, Scene, eventually, running, scene, told

COSTS = Upload(name="costs.csv", content=b"option,cost\nhire,330000\ncontractors,250000\n")


def forget_entry(message: Message) -> str:
    """What the menu's entry carries."""
    for block in message.blocks:
        for element in block.get("elements", ()):
            for option in element.get("options", ()):
                if str(option["value"]).startswith(Entry.FORGET):
                    return str(option["value"])
    raise AssertionError("there is no such entry")


def files_of_the_bot(world: Scene) -> list[File]:
    return [file for file in world.slack.world.files if file.user == world.bot_user and not file.deleted]


async def test_whoever_asked_has_the_thread_forgotten_by_the_menu(tmp_path: Path) -> None:
    async with scene(tmp_path) as world, running(world) as bot:
        assert (await world.ann.runs(COMMAND, BRIEF, world.channel)).ok
        done = await world.until_done(world.channel)
        await world.slack.settled()
        assert files_of_the_bot(world)
        assert (await world.ann.clicks(done, Action.MORE, forget_entry(done))).ok
        await world.slack.until(lambda: world.ann.modal is not None)
        modal = world.ann.modal
        assert modal is not None
        assert (await world.ann.submits(modal)).ok
        assert await bot.store.drafts.recent(world.team.id) == ()
        await world.slack.until(lambda: not world.ours(world.channel))
        await world.slack.until(lambda: bool(world.ann.private(world.channel)))
        assert "has forgotten this thread" in told(world.ann.private(world.channel)[-1])
        assert not files_of_the_bot(world)


async def test_an_export_goes_with_its_files_and_the_message_that_shows_them(tmp_path: Path) -> None:
    async with scene(tmp_path) as world, running(world):
        asked = await world.ann.mentions_bot(world.channel, BRIEF)
        await world.until_done(world.channel)
        await world.ann.mentions_bot(world.channel, "export csv, markdown", thread_ts=asked.ts)
        await world.slack.until(lambda: any(message.files for message in world.ours(world.channel)))
        await world.until_shown(".csv", world.channel)
        await world.slack.settled()
        assert len(files_of_the_bot(world)) == 3
        await world.ann.mentions_bot(world.channel, "forget", thread_ts=asked.ts)
        await world.slack.until(lambda: bool(world.ann.private(world.channel)))
        assert (await world.ann.clicks(world.ann.private(world.channel)[-1], Action.FORGET)).ok
        await eventually(lambda: world.facts.count("forgotten") == 1)
        assert world.ours(world.channel) == []
        assert files_of_the_bot(world) == []


async def test_a_mention_forgets_after_a_button_and_leaves_what_people_wrote(tmp_path: Path) -> None:
    async with scene(tmp_path) as world, running(world):
        asked = await world.ann.mentions_bot(world.channel, BRIEF, files=[COSTS])
        await world.until_done(world.channel)
        await world.ann.mentions_bot(world.channel, "forget", thread_ts=asked.ts)
        await world.slack.until(lambda: bool(world.ann.private(world.channel)))
        offer = world.ann.private(world.channel)[-1]
        assert "stays" in told(offer)
        assert world.ours(world.channel)
        assert (await world.ann.clicks(offer, Action.FORGET)).ok
        await world.slack.until(lambda: not world.ours(world.channel))
        assert asked.ts in {message.ts for message in world.slack.messages(world.channel)}
        await world.ann.clicks(offer, Action.FORGET)
        await world.slack.until(
            lambda: any("was deleted" in told(one) for one in world.ann.private(world.channel))
        )


async def test_somebody_else_cannot_have_it_forgotten_and_an_administrator_can(tmp_path: Path) -> None:
    async with scene(tmp_path) as world, running(world):
        boss = world.slack.add_person(world.team, "Cleo", admin=True)
        await boss.joins(world.channel)
        await world.ann.mentions_bot(world.channel, BRIEF)
        done = await world.until_done(world.channel)
        await world.bob.clicks(done, Action.MORE, forget_entry(done))
        await world.slack.until(lambda: bool(world.bob.private(world.channel)))
        assert "administrator" in told(world.bob.private(world.channel)[-1])
        assert world.bob.modal is None
        await boss.clicks(done, Action.MORE, forget_entry(done))
        await world.slack.until(lambda: boss.modal is not None)
        assert boss.modal is not None
        assert (await boss.submits(boss.modal)).ok
        await world.slack.until(lambda: not world.ours(world.channel))


async def test_a_draft_under_way_is_stopped_and_its_message_goes(tmp_path: Path) -> None:
    async with (
        AnthropicServer() as model,
        scene(tmp_path) as world,
        running(world, anthropic_api_key=SecretStr(model.key), anthropic_base_url=model.url),
    ):
        model.gate.clear()
        asked = await world.ann.mentions_bot(world.channel, BRIEF)
        await world.until_shown("Drafting with", world.channel)
        await eventually(lambda: model.busiest == 1)
        await world.ann.mentions_bot(world.channel, "forget", thread_ts=asked.ts)
        await world.slack.until(lambda: bool(world.ann.private(world.channel)))
        await world.ann.clicks(world.ann.private(world.channel)[-1], Action.FORGET)
        await world.slack.until(lambda: not world.ours(world.channel))
        await eventually(lambda: model.abandoned == 1)


@pytest.mark.parametrize("mentions", [True, False], ids=["by_a_mention", "by_a_reply"])
async def test_a_draft_that_was_stopped_can_be_forgotten_by_the_word(tmp_path: Path, mentions: bool) -> None:  # noqa: FBT001  a parameter of the test
    async with (
        AnthropicServer() as model,
        scene(tmp_path) as world,
        running(world, anthropic_api_key=SecretStr(model.key), anthropic_base_url=model.url) as bot,
    ):
        model.gate.clear()
        asked = await world.ann.mentions_bot(world.channel, BRIEF)
        working = await world.until_shown("Drafting with", world.channel)
        assert (await world.ann.clicks(working, Action.STOP)).ok
        await world.until_shown("Stopped", world.channel)
        await world.slack.settled()
        if mentions:
            await world.ann.mentions_bot(world.channel, "forget", thread_ts=asked.ts)
        else:
            await world.ann.says(world.channel, "forget", thread_ts=asked.ts)
        await world.slack.until(lambda: bool(world.ann.private(world.channel)))
        assert (await world.ann.clicks(world.ann.private(world.channel)[-1], Action.FORGET)).ok
        await world.slack.until(lambda: not world.ours(world.channel))
        assert await bot.store.drafts.recent(world.team.id) == ()


async def test_what_a_crash_interrupts_goes_on_afterwards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with scene(tmp_path) as world:
        with monkeypatch.context() as dead:
            dead.setattr(Eraser, "look", _nothing)
            async with running(world) as bot:
                await world.ann.runs(COMMAND, BRIEF, world.channel)
                await world.until_done(world.channel)
                await world.slack.settled()
                (draft,) = await bot.store.drafts.recent(world.team.id)
                assert await bot.store.forgettings.begin(draft.key, person=world.ann.id)
        assert len(world.ours(world.channel)) == 2
        async with running(world):
            await world.slack.until(lambda: not world.ours(world.channel))
            await world.slack.until(lambda: bool(world.ann.private(world.channel)))


async def _nothing(_: Eraser) -> None:
    """As if the process died before it came to it."""


async def test_what_slack_does_not_let_go_is_said(tmp_path: Path) -> None:
    async with scene(tmp_path) as world, running(world):
        await world.ann.mentions_bot(world.channel, BRIEF)
        done = await world.until_done(world.channel)
        world.slack.trouble.refuse("chat.delete", "compliance_exports_prevent_deletion")
        await world.ann.clicks(done, Action.MORE, forget_entry(done))
        await world.slack.until(lambda: world.ann.modal is not None)
        assert world.ann.modal is not None
        await world.ann.submits(world.ann.modal)
        await world.slack.until(lambda: bool(world.ann.private(world.channel)))
        assert "did not let it delete 1 thing" in told(world.ann.private(world.channel)[-1])


async def test_drafts_that_nobody_touches_expire(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(housekeeping, "CLEAN", 0.2)
    clock = Ahead()
    async with scene(tmp_path) as world, running(world, clock=clock, crossroads_retention_days=1):
        await world.ann.mentions_bot(world.channel, BRIEF)
        await world.until_done(world.channel)
        await eventually(lambda: world.facts.count("job_ended") == 1)
        await world.slack.settled()
        clock.ahead += 2 * housekeeping.DAY
        await eventually(lambda: world.facts.count("expired", drafts=1) == 1)
        assert world.done(world.channel)


async def test_a_draft_does_not_expire_under_the_job_that_works_on_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks, expire = list[bool](), Housekeeping.expire

    async def counted(house: Housekeeping) -> None:
        await expire(house)
        looks.append(True)

    monkeypatch.setattr(Housekeeping, "expire", counted)
    monkeypatch.setattr(housekeeping, "CLEAN", 0.05)
    async with (
        AnthropicServer() as model,
        scene(tmp_path) as world,
        running(world, anthropic_api_key=SecretStr(model.key), anthropic_base_url=model.url) as bot,
    ):
        model.gate.clear()
        await world.ann.mentions_bot(world.channel, BRIEF)
        working = await world.until_shown("Drafting with", world.channel)
        await eventually(lambda: model.busiest == 1)
        monkeypatch.setattr(housekeeping, "DAY", 0.0)  # whatever was touched before this moment is old
        before = len(looks)
        await eventually(lambda: len(looks) >= before + 2)
        assert len(await bot.store.drafts.recent(world.team.id)) == 1
        assert (await world.ann.clicks(working, Action.STOP)).ok
        await world.until_shown("Stopped", world.channel)
        await eventually(lambda: world.facts.count("expired", drafts=1) == 1)
