"""A draft that does not come to its end says so in its message, and can be tried again."""

from __future__ import annotations

from pathlib import Path

from pydantic import SecretStr

from handlers.blocks.buttons import Action
from tests.fakes.anthropic_server import AnthropicServer
from tests.fakes.clock import Ahead
from tests.fakes.llm.faults import Break, Fault
from tests.scenario.slack.kit import BRIEF, eventually, running, scene, told

MAX_WAIT = 60.0  # seconds


async def test_whoever_asked_can_stop_the_draft_and_begin_it_anew(tmp_path: Path) -> None:
    async with (
        AnthropicServer() as model,
        scene(tmp_path) as world,
        running(world, anthropic_api_key=SecretStr(model.key), anthropic_base_url=model.url),
    ):
        model.gate.clear()
        asked = await world.ann.mentions_bot(world.channel, BRIEF)
        message = await world.until_shown("Drafting with", world.channel)
        await eventually(lambda: model.busiest == 1)
        assert (await world.ann.clicks(message, Action.STOP)).ok
        stopped = await world.until_shown("was stopped", world.channel)
        assert stopped.ts == message.ts
        await eventually(lambda: model.abandoned == 1)
        model.gate.set()
        assert (await world.ann.clicks(stopped, Action.TRY_AGAIN)).ok
        assert (await world.ann.clicks(stopped, Action.TRY_AGAIN)).ok
        done = await world.until_shown("Drafted in", world.channel)
        assert done.thread_ts == asked.ts
        assert len(world.ours(world.channel)) == 2
        assert "was stopped" in told(world.ours(world.channel)[0])


async def test_somebody_else_cannot_stop_the_draft_but_an_administrator_can(tmp_path: Path) -> None:
    async with (
        AnthropicServer() as model,
        scene(tmp_path) as world,
        running(world, anthropic_api_key=SecretStr(model.key), anthropic_base_url=model.url),
    ):
        model.gate.clear()
        boss = world.slack.add_person(world.team, "Cleo", admin=True)
        await boss.joins(world.channel)
        await world.ann.mentions_bot(world.channel, BRIEF)
        message = await world.until_shown("Drafting with", world.channel)
        await world.bob.clicks(message, Action.STOP)
        assert "administrator" in told(world.bob.private(world.channel)[-1])
        await boss.clicks(message, Action.STOP)
        await world.until_shown("was stopped", world.channel)


async def test_a_draft_that_waited_too_long_can_be_tried_again(tmp_path: Path) -> None:
    clock = Ahead()
    async with (
        AnthropicServer() as model,
        scene(tmp_path) as world,
        running(
            world,
            clock=clock,
            anthropic_api_key=SecretStr(model.key),
            anthropic_base_url=model.url,
            crossroads_concurrency=1,
            crossroads_max_wait=MAX_WAIT,
        ),
    ):
        model.gate.clear()
        await world.ann.mentions_bot(world.channel, BRIEF)
        await world.until_shown("Drafting with", world.channel)
        late = await world.bob.mentions_bot(world.channel, BRIEF.replace("three", "four"))
        await world.until_shown("place 1 in line", world.channel)
        clock.ahead += MAX_WAIT
        expired = await world.until_shown("No turn came free", world.channel)
        assert expired.thread_ts == late.ts
        model.gate.set()
        await world.until_shown("Drafted in", world.channel)
        await world.bob.clicks(expired, Action.TRY_AGAIN)
        await world.slack.until(lambda: len(world.telling("Drafted in", world.channel)) == 2)
        assert world.telling("Drafted in", world.channel)[-1].thread_ts == late.ts


async def test_a_brief_that_the_model_declines_can_be_drafted_without_a_model(tmp_path: Path) -> None:
    async with (
        AnthropicServer() as model,
        scene(tmp_path) as world,
        running(world, anthropic_api_key=SecretStr(model.key), anthropic_base_url=model.url),
    ):
        model.script.add(Fault(kind=Break.DECLINED))
        await world.ann.mentions_bot(world.channel, BRIEF)
        declined = await world.until_shown("declined", world.channel)
        await world.ann.clicks(declined, Action.WITHOUT_MODEL)
        await world.until_done(world.channel)


async def test_a_click_on_a_draft_that_was_forgotten_is_answered_privately(tmp_path: Path) -> None:
    async with scene(tmp_path) as world, AnthropicServer() as model:
        model.script.add(Fault(kind=Break.DECLINED))
        async with running(
            world, anthropic_api_key=SecretStr(model.key), anthropic_base_url=model.url
        ) as bot:
            await world.ann.mentions_bot(world.channel, BRIEF)
            declined = await world.until_shown("declined", world.channel)
            await world.slack.settled()
            await bot.store.forget_workspace(world.team.id)
            await world.ann.clicks(declined, Action.TRY_AGAIN)
            assert "was deleted" in told(world.ann.private(world.channel)[-1])
